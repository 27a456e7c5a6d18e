//! What a reader may be about to type: words, and the names of people, bodies, instruments and places.

use super::{Explorer, Note, ReportId};
use crate::filter::Facet;
use crate::filter::set::Set;
use crate::gather::Gather;
use crate::order;
use crate::text::find::places;
use crate::text::fold::{fold, has_mark};
use crate::text::letter::{is_letter_or_digit, lower_text};
use crate::text::{Words, normalise, piece};

/// A way to go on typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The word or name.
    pub text: String,
    /// Which facet has it as a value; `None` for words of the texts.
    pub facet: Option<Facet>,
    /// Key of the value; empty for words.
    pub key: String,
    /// What tells it from others of that name.
    pub note: Option<Note>,
    /// Reports with it.
    pub count: usize,
    /// The whole query with a word put in the place of the one being typed; empty for names, which are chosen instead.
    pub query: String,
}

/// The facets whose values are names.
const NAMED: [Facet; 4] = [Facet::Person, Facet::Organisation, Facet::Directive, Facet::Place];

/// So many words are offered at most.
const TERMS_MAX: usize = 400;

impl Explorer {
    /// At most `n` ways to go on from what is typed, most frequent first, names before words.
    ///
    /// Names hold what is typed at the beginning of one of their words; words go on from the last one, after the
    /// word before it if there is one. Marks count where they are typed.
    pub fn suggest(&self, typed: &str, n: usize) -> Vec<Suggestion> {
        let mut spellings = Vec::new();
        let mut starts = Vec::new();
        let mut words = Words::new(typed, 0);
        let mut end = 0;
        while let Some((word, at)) = words.read() {
            spellings.push(word.to_owned());
            starts.push(at.start as usize);
            end = at.end as usize;
        }
        let open = end == typed.len();
        if spellings.is_empty() {
            return Vec::new();
        }
        let mut names = self.names_like(&normalise(typed.trim_start()), n);
        let mut terms = self.words_after(&spellings, open);
        // A suggestion of two words stands for the last two, unless the second is not begun.
        let mut first = starts.len().saturating_sub(if open { 2 } else { 1 });
        if let (true, true, [_, .., last]) = (terms.is_empty(), open, spellings.as_slice()) {
            // Nothing goes on so from the word before: the last word by itself.
            terms = self.words_after(std::slice::from_ref(last), open);
            first += 1;
        }
        terms.truncate(n);
        let kept = starts.get(first).map_or("", |&start| piece(typed, 0, start));
        terms.iter_mut().for_each(|term| term.query = [kept, &term.text, " "].concat());
        // Room for both kinds, whichever is scarce.
        let of_words = terms.len().min((n / 2).max(n.saturating_sub(names.len())));
        names.truncate(n - of_words);
        terms.truncate(of_words);
        names.append(&mut terms);
        names
    }

    fn names_like(&self, typed: &str, n: usize) -> Vec<Suggestion> {
        let typed = lower_text(typed);
        let key = fold(&typed);
        let mut out = Vec::new();
        for facet in NAMED {
            let Some((table, names)) = self.tables.table(facet).and_then(|table| Some((table, table.names()?))) else {
                continue;
            };
            let begins = |text: &str, typed: &str| {
                let is_begin = |at| !piece(text, 0, at).chars().next_back().is_some_and(is_letter_or_digit);
                places(text, typed).any(is_begin)
            };
            for (form, folded, value) in names.forms() {
                if begins(folded, &key) && (!has_mark(&typed) || begins(form, &typed)) {
                    out.push((!folded.starts_with(&key), table.total(value), facet, value));
                }
            }
        }
        // Names that begin so come first, then the frequent ones; of one identity the form that fits best.
        order::by_key(&mut out, |&(inside, total, facet, value)| (inside, std::cmp::Reverse(total), facet, value));
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for (_, count, facet, value) in out {
            let Some(table) = self.tables.table(facet) else { continue };
            let key = table.key(value);
            if suggestions.len() < n && !suggestions.iter().any(|s| s.facet == Some(facet) && s.key == key) {
                suggestions.push(Suggestion {
                    text: table.label(value).to_owned(),
                    key: key.to_owned(),
                    note: table.names().and_then(|names| names.note(value).cloned()),
                    facet: Some(facet),
                    count,
                    query: String::new(),
                });
            }
        }
        suggestions
    }

    fn words_after(&self, spellings: &[String], open: bool) -> Vec<Suggestion> {
        let index = &self.index;
        let dictionary = &index.dictionary;
        let (last, before) = match (open, spellings) {
            (true, [.., before, last]) => (last.as_str(), Some(before)),
            (true, [last]) => (last.as_str(), None),
            (false, [.., before]) => ("", Some(before)),
            _ => return Vec::new(),
        };
        let mut terms: Vec<u32> = dictionary.with_key_prefix(&fold(last)).to_vec();
        if has_mark(last) {
            terms.retain(|&term| dictionary.spelling(term).starts_with(last));
        }
        let Some(before) = before else {
            order::by_key(&mut terms, |&term| std::cmp::Reverse(index.postings[term as usize].reports()));
            terms.truncate(TERMS_MAX);
            let suggestion = |&term: &u32| Suggestion {
                text: dictionary.spelling(term).to_owned(),
                facet: None,
                key: String::new(),
                note: None,
                count: index.postings[term as usize].reports() as usize,
                query: String::new(),
            };
            return terms.iter().map(suggestion).gather();
        };
        // Each word that stands before, with its places moved on by one.
        let firsts = if has_mark(before) {
            dictionary.get(before).into_iter().gather()
        } else {
            dictionary.with_key(before).to_vec()
        };
        let mut wanted = Set::empty(index.terms() as usize);
        terms.iter().for_each(|&term| wanted.insert(term));
        // By term that follows: in how many reports, and one more than the last of them.
        let mut counts = vec![(0_u32, 0_u32); index.terms() as usize];
        let mut out = Vec::new();
        for first in firsts {
            let mut following: Vec<u32> = Vec::new();
            let postings = &index.postings[first as usize];
            let mut reader = postings.place_reader();
            for posting in postings.iter() {
                let base = index.bases[posting.report as usize];
                reader.read(posting, index.places(posting.report), |place| {
                    let next = index.running.get(base + place + 1).filter(|&term| wanted.contains(term));
                    let Some(term) = next else { return };
                    let count = &mut counts[term as usize];
                    if count.0 == 0 {
                        following.push(term);
                    }
                    count.0 += u32::from(count.1 != posting.report + 1);
                    count.1 = posting.report + 1;
                });
            }
            order::numbers(&mut following);
            for term in following {
                let (count, _) = std::mem::take(&mut counts[term as usize]);
                let text = [dictionary.spelling(first), " ", dictionary.spelling(term)].concat();
                let query = String::new();
                out.push(Suggestion {
                    text,
                    facet: None,
                    key: String::new(),
                    note: None,
                    count: count as usize,
                    query,
                });
            }
        }
        order::by(&mut out, |a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        out
    }

    /// The id of a report.
    pub fn id(&self, report: ReportId) -> &str {
        self.reports.id(report.0 as usize)
    }
}
