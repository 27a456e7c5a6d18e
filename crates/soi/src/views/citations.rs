//! Every sentence of a report that cites an instrument: an entry has but the place where it is first named.

use crate::annotate::statement_at;
use crate::report::{Directive, Report};
use crate::text::letter::lower_text;
use crate::text::normalise;

/// The statements of `report` that cite `directive`, in order. One with a number is found again by kind and number.
pub fn sentences(report: &Report, directive: &Directive) -> Vec<usize> {
    let first = statement_at(report, directive.quote.span());
    let number = directive.number.as_deref().map(lower_text);
    let ordinal = number.as_deref().and_then(|number| number.split(['-', '/']).next()).unwrap_or_default();
    let again = |(i, statement): (usize, &crate::report::Statement)| {
        let text = statement.quote.as_str();
        // Digits are the same in any form of the text, and most sentences have no such.
        let again = !ordinal.is_empty() && text.contains(ordinal) && cites(text, directive.kind.as_str(), ordinal);
        (Some(i) == first || again).then_some(i)
    };
    report.statements.iter().enumerate().filter_map(again).collect()
}

/// Whether a sentence says `Chỉ thị 05`, `Chỉ thị số 05-CT/TW`.
fn cites(sentence: &str, kind: &str, ordinal: &str) -> bool {
    let text = lower_text(&normalise(sentence));
    let mut rest = text.as_str();
    while let Some(at) = rest.find(kind) {
        rest = rest[at + kind.len()..].trim_start();
        let number = rest.strip_prefix("số").unwrap_or(rest).trim_start();
        let after = number.strip_prefix(ordinal).map(|after| after.chars().next());
        if after.is_some_and(|next| next.is_none_or(|next| !next.is_ascii_digit())) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    #[test]
    fn later_sentences_that_cite_it_are_found_by_kind_and_number() {
        let report = parse(
            "r",
            "Tin\n\nĐảng bộ thực hiện Chỉ thị 05 của Bộ Chính trị. Các chi bộ họp thường kỳ. \
             Việc học tập Chỉ thị số 05-CT/TW thành nếp. Chỉ thị 051 là văn bản khác.\n",
        );
        let directive = &report.directives[0];
        assert_eq!(sentences(&report, directive), [0, 2], "{:?}", report.statements);
    }

    #[test]
    fn one_without_a_number_is_cited_where_it_is_named() {
        let report = parse("r", "Tin\n\nCác chi bộ họp. Học tập Nghị quyết Đại hội Đảng các cấp.\n");
        assert_eq!(sentences(&report, &report.directives[0]), [1]);
    }
}
