//! An explorer over reports that a reader corrected: what of the index and the links still holds is kept.

use std::sync::Arc;

use super::Explorer;
use crate::corpus::{Corpus, Outline};
use crate::filter::noted::Noted;
use crate::filter::table::Tables;
use crate::index::{self, Index};
use crate::link::{self, Links, Told};
use crate::report::Report;
use crate::unread;

impl Explorer {
    /// Builds index and facets over a corpus in which a reader told which names are one.
    pub fn new_told(corpus: Arc<Corpus>, told: &[Told]) -> Self {
        let mut index = Index::new();
        index.extend(&corpus.reports);
        let links = links(&corpus.reports, told);
        let explorer = Self::with_index(corpus, index, &links);
        // Others are found again.
        if links.are_told() { explorer.with_links(links) } else { explorer }
    }

    pub(crate) fn with_links(self, links: Links) -> Self {
        Self { told: Some(Box::new(links)), ..self }
    }

    /// The identities behind the facets of names.
    pub(crate) fn links(&self) -> Links {
        match &self.told {
            Some(links) => Links::clone(links),
            None => link::link(&self.corpus().reports),
        }
    }

    /// What a reader told of names before this corpus was written.
    pub fn told(&self) -> Vec<Told> {
        self.told.as_ref().map_or_else(Vec::new, |links| links.told(&self.corpus().reports))
    }

    /// The same corpus with other reports at some places, and with what a reader told of names; in pieces of work, with
    /// a pause after each. The words are indexed again only where lines or sentences are others than before.
    pub async fn corrected(&self, replaced: Vec<(usize, Report)>, told: &[Told], mut pause: impl AsyncFnMut()) -> Self {
        let mut gaps = self.unread.clone();
        let mut same_words = true;
        for (place, report) in &replaced {
            if *place < self.len() {
                same_words &= has_same_words(&self.outline(*place as u32), &Outline::of(report));
            }
            if let Some(gaps) = gaps.as_mut().and_then(|gaps| gaps.get_mut(*place)) {
                *gaps = unread::unread(report);
            }
        }
        let reports = self.reports.with(replaced);
        let mut noted = Noted::default();
        let mut all = Vec::with_capacity(reports.len());
        for number in 0..reports.len() {
            let report = reports.seen(number).into_report();
            noted.add(&report);
            all.push(report);
            pause().await;
        }
        let index = if same_words {
            self.index.clone()
        } else {
            let mut index = Index::new();
            for report in &all {
                index.add(report);
                pause().await;
            }
            index.extend([]);
            index
        };
        pause().await;
        let links = links(&all, told);
        drop(all);
        pause().await;
        let tables = Tables::new_slowly(noted, &links, &mut pause).await;
        Self::of(reports, index, tables).with_links(links).with_unread(gaps)
    }
}

fn links(reports: &[Report], told: &[Told]) -> Links {
    let mut links = link::link(reports);
    links.tell(reports, told);
    links
}

/// Whether the index of the one is that of the other.
fn has_same_words(old: &Outline<'_>, new: &Outline<'_>) -> bool {
    let searched = |outline: &Outline<'_>| -> Vec<_> {
        outline.blocks.iter().copied().filter(|block| index::is_searched(block.0)).collect()
    };
    let sentences = |outline: &Outline<'_>| -> Vec<_> { outline.statements.iter().map(|s| s.1).collect() };
    old.source == new.source && searched(old) == searched(new) && sentences(old) == sentences(new)
}
