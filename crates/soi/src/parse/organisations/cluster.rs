//! Clusters: bodies that meet or compete together (`Cụm thi đua số 5 Ngành Tổ chức xây dựng Đảng`).

use soi_words::numbered;

use super::grammar::{Body, Reader};
use crate::lexicon::bodies::{Form, Head, PAIRS};
use crate::report::{Level, OrganisationKind as Kind};
use crate::text::TokenKind;
use crate::text::find::holds;

use super::super::places::is_capital;

#[numbered]
impl Reader<'_> {
    /// The bodies that a cluster is of: `các cơ quan Đảng`, `các tỉnh miền núi phía Bắc`.
    fn group(&self, at: usize) -> Option<usize> {
        let doc = self.doc;
        if !matches!(doc.id(at), "các" | "khối" | "khu" | "miền") {
            return None;
        }
        let mut end = at + 1;
        while end < self.end && doc.kind(end) == TokenKind::Word {
            let known = matches!(
                doc.id(end),
                "các"
                    | "cơ"
                    | "quan"
                    | "ban"
                    | "huyện"
                    | "ủy"
                    | "thị"
                    | "thành"
                    | "phố"
                    | "tỉnh"
                    | "sở"
                    | "ngành"
                    | "khối"
                    | "đảng"
                    | "đoàn"
                    | "thể"
                    | "doanh"
                    | "nghiệp"
                    | "trường"
                    | "học"
                    | "trực"
                    | "thuộc"
                    | "miền"
                    | "khu"
                    | "vực"
                    | "phía"
                    | "núi"
                    | "xã"
                    | "phường"
                    | "quận"
                    | "hội"
                    | "nội"
                    | "chính"
                    | "dân"
                    | "vận"
            );
            if !known && !is_capital(doc, end) || self.starts_person(end, at) {
                // `Ban Tổ chức`: the small second syllable of a capital.
                let second = is_capital(doc, end - 1) && self.is_pair(end - 1);
                if !second {
                    break;
                }
            }
            end += 1;
        }
        (end > at + 1).then_some(end)
    }

    /// `Cụm thi đua số 5 Ngành Tổ chức xây dựng Đảng`, `cụm văn hóa, xã hội và giáo dục`.
    pub(super) fn cluster(&self, at: usize) -> Option<Body> {
        let doc = self.doc;
        if !matches!(doc.id(at), "cụm" | "khối") || at >= self.end {
            return None;
        }
        let contest = self.words(at + 1, &["thi", "đua"]);
        if doc.id(at) == "khối" && !contest {
            return None;
        }
        // `Cụm công nghiệp Khánh Thượng` is a place for works.
        if !contest && matches!(doc.id(at + 1), "công" | "di" | "dân" | "cảng" | "dự") {
            return None;
        }
        let head_end = at + if contest { 3 } else { 1 };
        let mut end = head_end;
        if self.words(end, &["số"]) {
            end += 1;
        }
        let number = self.numbered(end);
        if number > end {
            end = number;
        } else {
            end = head_end;
            // Fields of work in small letters, joined by commas and `và`.
            let mut fields = 0;
            while let Some(hit) = doc.longest(&PAIRS, end, self.end) {
                fields += 1;
                end = hit.tokens.end;
                let joint = matches!(doc.id(end), "," | "và" | "-" | "–");
                if joint && doc.longest(&PAIRS, end + 1, self.end).is_some() {
                    end += 1;
                }
            }
            // `Khối thi đua Mặt trận - Đoàn thể tỉnh`
            if fields > 0
                && contest
                && let Some(place) = self.territory(end)
            {
                end = place.end;
            }
            if fields == 0 && contest {
                // `Khối thi đua các cơ quan Đảng`, `Cụm thi đua các Ban Tổ chức Tỉnh ủy`.
                end = self.group(head_end)?;
            } else if fields == 0 || fields < 2 && !is_capital(doc, at) {
                return None;
            }
        }
        if self.words(end, &["ngành"]) && is_capital(doc, end) {
            let name = self.named(end + 1)?;
            end = name.end;
            if self.words(end, &["đảng"]) && is_capital(doc, end) {
                end += 1;
            }
        }
        let bloc =
            ["đảng ủy khối", "đảng bộ khối"].iter().any(|words| holds(doc.text.lower(), words)).then_some(Level::Bloc);
        let head = Head { kind: Kind::Cluster, level: bloc, form: Form::Proper };
        Some(Body { start: at, head_end, end, head, kind: Kind::Cluster, level: bloc, complete: true, alias: None })
    }
}
