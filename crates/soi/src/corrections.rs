//! Corrections: what a reader knows better than the parser, kept apart from the texts and applied after parsing.
//!
//! A correction is a line of JSON. It says where it stands: the report's id, the checksum of its text, the bytes and the
//! words that stand there. A report is met by its id or by its text; the words are looked for at their bytes, else
//! where they stand once in the text. So a correction outlives a better parser, a renamed file and a line put before
//! it, and where its words are no more it is told and not guessed.
//!
//! ```text
//! {"report":"a","text":"0123456789abcdef","at":[10,20],"quote":"…","do":"block","kind":"chrome"}
//! … "do":"remove","list":"people"                        the fact is wrong
//! … "do":"unmention","list":"people"                     it does not stand here, but elsewhere
//! … "do":"set","list":"measures","fields":{"value":31}   in the words of the contract of `soi parse`
//! … "do":"add","list":"places","fields":{"kind":"xã"}    a fact that was missed; left out fields are guessed or empty
//! … "do":"same","list":"people","other":{"report":"b","text":"…","at":[5,9],"quote":"…"}    two names of one
//! … "do":"apart","list":"people","other":{…}             that other one is another
//! ```
//! Lists are those of the contract; `set` of the list `report` changes its title, section, publisher, published, byline
//! or views. Everything is applied in order, kinds of lines first: with those the report is parsed again.
//!
//! ```
//! use soi::corrections::{self, Outcome};
//!
//! let mut reports = vec![soi::parse("a", "Tin\n\nĐồng chí Lê Văn A dự. Kết nạp 30 đảng viên.")];
//! let lines = r#"{"report":"a","at":[18,28],"quote":"Lê Văn A","do":"set","list":"people","fields":{"name":"Lê Văn Á"}}"#;
//! let (known, strange) = corrections::read(lines);
//! assert!(strange.is_empty());
//! let (outcomes, _) = corrections::correct(&mut reports, known);
//! assert_eq!(outcomes, [Outcome::Applied]);
//! assert_eq!(reports[0].people[0].name, "Lê Văn Á");
//! ```

mod edit;

use serde_json::{Map, Value, json};

use crate::filter::Facet;
use crate::fnv;
use crate::link::{Member, Told};
use crate::report::{BlockKind, Quote, Report};
use crate::text::Span;
use edit::Edited;

/// A line that is longer is none of ours.
const LINE_MAX: usize = 100_000;

/// A list of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// The report itself: title, date and the like.
    Report,
    /// `events`
    Events,
    /// `people`
    People,
    /// `organisations`
    Organisations,
    /// `directives`
    Directives,
    /// `measures`
    Measures,
    /// `periods`
    Periods,
    /// `places`
    Places,
    /// `statements`
    Statements,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 9] = [
        Self::Report,
        Self::Events,
        Self::People,
        Self::Organisations,
        Self::Directives,
        Self::Measures,
        Self::Periods,
        Self::Places,
        Self::Statements,
    ];

    /// Its name in the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Events => "events",
            Self::People => "people",
            Self::Organisations => "organisations",
            Self::Directives => "directives",
            Self::Measures => "measures",
            Self::Periods => "periods",
            Self::Places => "places",
            Self::Statements => "statements",
        }
    }

    /// The list of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.as_str() == name)
    }

    /// The facet whose identities join its entries across reports.
    pub const fn facet(self) -> Option<Facet> {
        match self {
            Self::People => Some(Facet::Person),
            Self::Organisations => Some(Facet::Organisation),
            Self::Directives => Some(Facet::Directive),
            Self::Places => Some(Facet::Place),
            _ => None,
        }
    }

    /// Whether an entry stands in several places.
    pub const fn has_mentions(self) -> bool {
        matches!(self, Self::People | Self::Organisations | Self::Places)
    }
}

/// Where a correction stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Id of the report.
    pub report: String,
    /// [`checksum`] of its text, where it was noted.
    pub text: Option<u64>,
    /// Bytes of its text.
    pub at: Span,
    /// The words that stood there.
    pub quote: String,
}

/// What is corrected.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The line is of this kind.
    Block(BlockKind),
    /// The fact is wrong.
    Remove(List),
    /// The fact does not stand here.
    Unmention(List),
    /// The fact has other fields.
    Set(List, Map<String, Value>),
    /// A fact was missed here.
    Add(List, Map<String, Value>),
    /// The one here and the one there are one.
    Same(List, Place),
    /// The one there is another.
    Apart(List, Place),
}

/// One correction.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// Where.
    pub place: Place,
    /// What.
    pub what: What,
}

/// What became of a correction, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It was applied where it stands.
    Applied,
    /// It was applied where its words stand now.
    Moved,
    /// The report says so without it.
    Idle,
    /// Its words stand there, but no fact of its list.
    Missing,
    /// Its fields are none that such a fact has.
    Bad,
    /// Its words are not in the text any more, or several times elsewhere.
    Gone,
    /// There is no such report.
    Absent,
}

impl Outcome {
    /// A name for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Moved => "moved",
            Self::Idle => "idle",
            Self::Missing => "missing",
            Self::Bad => "bad",
            Self::Gone => "gone",
            Self::Absent => "absent",
        }
    }

    /// Whether the report says now what the correction says.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Applied | Self::Moved | Self::Idle)
    }
}

/// What a text is known by, whatever its name: FNV-1a, 64 bits.
pub fn checksum(text: &str) -> u64 {
    fnv::hash64(text.bytes())
}

impl Place {
    /// The place of a quote in a report.
    pub fn of(report: &Report, at: Span) -> Option<Self> {
        let quote = report.source.get(at.range())?.to_owned();
        Some(Self { report: report.id.clone(), text: Some(checksum(&report.source)), at, quote })
    }

    fn read(value: &Map<String, Value>) -> Option<Self> {
        let text = |key: &str| value.get(key)?.as_str();
        let at = match value.get("at") {
            // A correction of the report itself stands nowhere.
            None => Span::default(),
            Some(at) => {
                let number = |i: usize| u32::try_from(at.get(i)?.as_u64()?).ok();
                let (start, end) = (number(0)?, number(1)?);
                (start <= end).then_some(Span::new(start, end))?
            }
        };
        let hash = match text("text") {
            Some(hash) => Some(u64::from_str_radix(hash, 16).ok()?),
            None => None,
        };
        let quote = text("quote").unwrap_or_default().to_owned();
        Some(Self { report: text("report")?.to_owned(), text: hash, at, quote })
    }

    fn write(&self) -> Map<String, Value> {
        let mut out = Map::new();
        out.insert("report".to_owned(), json!(self.report));
        if let Some(text) = self.text {
            out.insert("text".to_owned(), json!(format!("{text:016x}")));
        }
        out.insert("at".to_owned(), json!([self.at.start, self.at.end]));
        out.insert("quote".to_owned(), json!(self.quote));
        out
    }

    /// Whether it is of this report: of its name, or of its text, which is summed up only where need be.
    fn is_of(&self, report: &Report, sum: &mut Option<u64>) -> bool {
        self.report == report.id
            || self.text.is_some_and(|text| text == *sum.get_or_insert_with(|| checksum(&report.source)))
    }

    /// Where its words stand in the report now, and whether that is elsewhere.
    fn find(&self, report: &Report) -> Option<(Span, bool)> {
        if report.source.get(self.at.range()) == Some(self.quote.as_str()) {
            return Some((self.at, false));
        }
        let mut found = report.source.match_indices(&self.quote).take(2).filter(|_| !self.quote.is_empty());
        match (found.next(), found.next()) {
            (Some((start, words)), None) => Some((Span::of(start, start + words.len()), true)),
            _ => None,
        }
    }
}

impl Correction {
    /// Reads a line.
    pub fn read(line: &str) -> Option<Self> {
        if line.len() > LINE_MAX {
            return None;
        }
        let value: Value = serde_json::from_str(line).ok()?;
        let value = value.as_object()?;
        let place = Place::read(value)?;
        let list = || List::from_name(value.get("list")?.as_str()?);
        let fields = || value.get("fields").map_or(Some(Map::new()), |fields| fields.as_object().cloned());
        let other = || Place::read(value.get("other")?.as_object()?);
        let what = match value.get("do")?.as_str()? {
            "block" => What::Block(BlockKind::from_name(value.get("kind")?.as_str()?)?),
            "remove" => What::Remove(list().filter(|&list| list != List::Report)?),
            "unmention" => What::Unmention(list().filter(|list| list.has_mentions())?),
            "set" => What::Set(list()?, fields()?),
            "add" => What::Add(list().filter(|&list| list != List::Report)?, fields()?),
            "same" => What::Same(list().filter(|list| list.facet().is_some())?, other()?),
            "apart" => What::Apart(list().filter(|list| list.facet().is_some())?, other()?),
            _ => return None,
        };
        Some(Self { place, what })
    }

    /// The line.
    pub fn write(&self) -> String {
        let mut out = self.place.write();
        let mut put = |key: &str, value: Value| out.insert(key.to_owned(), value);
        put("do", json!(self.deed()));
        if let Some(list) = self.list() {
            put("list", json!(list.as_str()));
        }
        match &self.what {
            What::Block(kind) => put("kind", json!(kind.as_str())),
            What::Remove(_) | What::Unmention(_) => None,
            What::Set(_, fields) | What::Add(_, fields) => put("fields", Value::Object(fields.clone())),
            What::Same(_, other) | What::Apart(_, other) => put("other", Value::Object(other.write())),
        };
        Value::Object(out).to_string()
    }

    /// What is done, as the line names it.
    pub const fn deed(&self) -> &'static str {
        match self.what {
            What::Block(_) => "block",
            What::Remove(_) => "remove",
            What::Unmention(_) => "unmention",
            What::Set(..) => "set",
            What::Add(..) => "add",
            What::Same(..) => "same",
            What::Apart(..) => "apart",
        }
    }

    /// The list that it is of; a line of the page is in none.
    pub const fn list(&self) -> Option<List> {
        match self.what {
            What::Block(_) => None,
            What::Remove(list)
            | What::Unmention(list)
            | What::Set(list, _)
            | What::Add(list, _)
            | What::Same(list, _)
            | What::Apart(list, _) => Some(list),
        }
    }

    /// The other place that it speaks of.
    fn other(&self) -> Option<&Place> {
        match &self.what {
            What::Same(_, other) | What::Apart(_, other) => Some(other),
            _ => None,
        }
    }
}

/// Reads lines of corrections; also the numbers, from 1, of those that are none.
pub fn read(text: &str) -> (Vec<Correction>, Vec<usize>) {
    let (mut out, mut strange) = (Vec::new(), Vec::new());
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        match Correction::read(line.trim()) {
            Some(correction) => out.push(correction),
            None if line.trim().is_empty() => {}
            None => strange.push(number + 1),
        }
    }
    (out, strange)
}

/// Applies corrections to reports that come one after the other.
#[derive(Debug)]
pub struct Corrector {
    corrections: Vec<Correction>,
    outcomes: Vec<Outcome>,
    /// Of each correction of names: the entries that it means here and there.
    ends: Vec<[Option<Member>; 2]>,
}

impl Corrector {
    /// Nothing is applied yet.
    pub fn new(corrections: Vec<Correction>) -> Self {
        let (outcomes, ends) = (vec![Outcome::Absent; corrections.len()], vec![[None; 2]; corrections.len()]);
        Self { corrections, outcomes, ends }
    }

    /// The corrections, in order.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// Whether something is told of that report.
    pub fn wants(&self, report: &Report) -> bool {
        let mut sum = None;
        let mut places = self.corrections.iter().flat_map(|known| [Some(&known.place), known.other()]).flatten();
        places.any(|place| place.is_of(report, &mut sum))
    }

    /// The report with all that is told of it; `number` is its place among the reports.
    pub fn apply(&mut self, number: usize, report: Report) -> Report {
        if !self.wants(&report) {
            return report;
        }
        let mut sum = None;
        let mine: Vec<(usize, Correction)> = self
            .corrections
            .iter()
            .enumerate()
            .filter(|(_, known)| known.place.is_of(&report, &mut sum))
            .map(|(i, known)| (i, known.clone()))
            .collect();
        let report = self.apply_kinds(&mine, report);
        let mut edited = Edited::new(report);
        for (i, known) in &mine {
            let outcome = match (&known.what, known.place.find(edited.report())) {
                (What::Block(_), _) => continue,
                (_, None) => Outcome::Gone,
                (what, Some((at, moved))) => {
                    let other = known.other().filter(|other| other.report == known.place.report);
                    let other = other.and_then(|other| Some(other.find(edited.report())?.0));
                    match edited.apply(what, at, other) {
                        // Names of two reports: known when both are there.
                        None => continue,
                        Some(Outcome::Applied) if moved => Outcome::Moved,
                        Some(outcome) => outcome,
                    }
                }
            };
            self.note(*i, outcome);
        }
        let report = edited.finish();
        self.find_ends(number, &report);
        report
    }

    /// Parses the report again where lines of it are of another kind.
    fn apply_kinds(&mut self, mine: &[(usize, Correction)], report: Report) -> Report {
        let mut kinds: Vec<(Span, BlockKind)> = Vec::new();
        for (i, known) in mine {
            let What::Block(kind) = known.what else { continue };
            let Some((at, moved)) = known.place.find(&report) else {
                self.note(*i, Outcome::Gone);
                continue;
            };
            let outcome = match report.blocks.iter().find(|block| block.quote.span() == at) {
                Some(block) if block.kind == kind => Outcome::Idle,
                Some(_) if moved => Outcome::Moved,
                Some(_) => Outcome::Applied,
                None => Outcome::Missing,
            };
            self.note(*i, outcome);
            if outcome.holds() {
                kinds.retain(|other| other.0 != at);
                kinds.push((at, kind));
            }
        }
        let changes = |(at, kind): &(Span, BlockKind)| {
            report.blocks.iter().any(|block| block.quote.span() == *at && block.kind != *kind)
        };
        if !kinds.iter().any(changes) {
            return report;
        }
        let again = crate::parse::with_kinds(&report.id, &report.source, &kinds);
        // A date may have come from the file that the text was in.
        Report { published: again.published.clone().or(report.published), ..again }
    }

    /// Notes which entries of the report the corrections of names mean.
    fn find_ends(&mut self, number: usize, report: &Report) {
        let mut sum = None;
        for (i, known) in self.corrections.iter().enumerate() {
            let (Some(list), Some(other)) = (known.list(), known.other()) else { continue };
            for (end, place) in [&known.place, other].into_iter().enumerate() {
                if self.ends[i][end].is_none() && place.is_of(report, &mut sum) {
                    let at = place.find(report).map(|(at, _)| at);
                    let entry = at.and_then(|at| edit::entry_at(report, list, at));
                    self.ends[i][end] = entry.map(|entry| Member { report: number, entry });
                }
            }
        }
    }

    /// Of several reports that a correction is of, the one that takes it best counts.
    fn note(&mut self, correction: usize, outcome: Outcome) {
        let noted = &mut self.outcomes[correction];
        *noted = outcome.min(*noted);
    }

    /// What became of each correction, and which entries of different reports are told to be one or not.
    pub fn finish(mut self) -> (Vec<Outcome>, Vec<Told>) {
        let mut told = Vec::new();
        for (i, known) in self.corrections.iter().enumerate() {
            let (Some(facet), Some(other)) = (known.list().and_then(List::facet), known.other()) else { continue };
            match self.ends[i] {
                [Some(a), Some(b)] if a == b => {}
                [Some(a), Some(b)] => {
                    told.push(Told { facet, a, b, same: matches!(known.what, What::Same(..)) });
                    self.outcomes[i] = self.outcomes[i].min(Outcome::Applied);
                }
                // The other report may be in another corpus.
                [Some(_), None] if other.report != known.place.report => {}
                _ => self.outcomes[i] = self.outcomes[i].min(Outcome::Missing),
            }
        }
        (self.outcomes, told)
    }
}

/// Applies corrections to all reports of a corpus.
pub fn correct(reports: &mut [Report], corrections: Vec<Correction>) -> (Vec<Outcome>, Vec<Told>) {
    let mut corrector = Corrector::new(corrections);
    for (number, report) in reports.iter_mut().enumerate() {
        if corrector.wants(report) {
            *report = corrector.apply(number, report.clone());
        }
    }
    corrector.finish()
}

/// A quote of the same place in that source.
fn quote(source: &std::sync::Arc<str>, quote: &Quote) -> Quote {
    Quote::checked(source, quote.span()).unwrap_or_else(|| quote.clone())
}

#[cfg(test)]
mod tests;
