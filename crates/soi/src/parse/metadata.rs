//! Title, section, publisher, date, byline, views.

use super::doc::Line;
use crate::text::Text;

/// The fields of a report that are not lists.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub title: Option<String>,
    pub section: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub byline: Option<String>,
    pub views: Option<u64>,
}

pub(super) fn read(text: &Text, lines: &[Line]) -> Metadata {
    let title = lines.first().map(|line| text.quote(line.span).as_str().to_owned());
    Metadata { title, ..Metadata::default() }
}
