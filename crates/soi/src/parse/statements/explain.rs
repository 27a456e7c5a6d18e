//! Which sign gave a sentence its role, and which phrases its areas.

use super::roles::{Place, Signs};
use super::weights;
use crate::lexicon::areas::{AREAS, Areas};
use crate::lexicon::cues::{CUES, Cue};
use crate::parse::doc::{Doc, Sentence};
use crate::parse::explain::Fired;
use crate::report::{Area, Role};

/// Leaves a note for every sentence of the body.
pub(super) fn note(doc: &Doc, body: &[&Sentence], signs: &[Signs], roles: &[Role], areas: &[Areas]) {
    let Some(trace) = &doc.trace else { return };
    for (((sentence, signs), &role), &areas) in body.iter().zip(signs).zip(roles).zip(areas) {
        let votes = signs.votes();
        let others = Role::ALL.iter().filter(|other| **other != role);
        let rival = others.max_by_key(|other| votes[other.index()]).copied().unwrap_or(role);
        let gain = |weight: &[i8; 5]| i32::from(weight[role.index()]) - i32::from(weight[rival.index()]);
        let cue = signs
            .cues
            .iter()
            .map(|&(cue, place)| (gain(&weights::CUES[cue as usize][place as usize]), cue, place))
            .max_by_key(|(gain, ..)| *gain);
        let sign = signs.traits.iter().map(|&sign| (gain(&weights::TRAITS[sign as usize]), sign)).max_by_key(|s| s.0);
        let (mut rule, mut span, mut why) = ("statement.carried", sentence.span, String::new());
        if signs.section.is_some() {
            rule = "statement.section";
        } else if votes[role.index()] >= votes[rival.index()] {
            match (cue, sign) {
                (Some((gain, cue, place)), sign) if gain > 0 && sign.is_none_or(|sign| gain >= sign.0) => {
                    rule = "statement.cue";
                    span = phrase(doc, sentence, cue, place).unwrap_or(sentence.span);
                    why = format!("{cue:?} {place:?}");
                }
                (_, Some((gain, sign))) if gain > 0 => {
                    rule = "statement.trait";
                    why = format!("{sign:?}");
                }
                _ => {}
            }
        }
        let mut note = format!("{role}");
        if !why.is_empty() {
            note += &format!(" by {why}");
        }
        for area in Area::ALL.iter().filter(|area| areas & (1 << area.index()) != 0) {
            let hit = AREAS
                .find(doc.text.lower(), &doc.tokens, sentence.tokens.clone())
                .find(|hit| hit.value & (1 << area.index()) != 0);
            let by = hit.map_or("the sentences around it, or a campaign", |hit| doc.norm(doc.span(hit.tokens)));
            note += &format!("; {area} by {by}");
        }
        trace.borrow_mut().push(Fired { rule, fact: sentence.span, cue: span, note });
    }
}

/// The words of a cue: the first such in the sentence, the last where it counted as a late one.
fn phrase(doc: &Doc, sentence: &Sentence, cue: Cue, place: Place) -> Option<crate::text::Span> {
    let mut hits = CUES.find(doc.text.lower(), &doc.tokens, sentence.tokens.clone()).filter(|hit| hit.value == cue);
    let hit = if place == Place::Late { hits.last() } else { hits.next() };
    hit.map(|hit| doc.span(hit.tokens))
}
