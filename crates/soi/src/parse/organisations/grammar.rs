//! One body at one place: a head word, and after it what tells whose or which one it is.

use std::ops::Range;

use soi_words::numbered;

use super::super::doc::Doc;
use super::super::places::{is_capital, kind_word, province, unit_name};
use super::words::{is_function_word, is_syllable, is_verb};
use crate::lexicon::bodies::{FIELDS, Form, HEADS, Head, PAIRS, TAILS};
use crate::lexicon::districts::UNITS;
use crate::lexicon::surnames::{is_surname, may_be_surname};
use crate::report::{Level, OrganisationKind as Kind, PlaceKind};
use crate::text::token::token;
use crate::text::{Case, TokenKind, Word};

/// A bracketed abbreviation that the page explains: `Trung ương Hội Nông dân Việt Nam (T.Ư Hội NDVN)`.
#[derive(Debug, Clone)]
pub(super) struct Alias {
    pub words: Vec<String>,
    pub key: Vec<String>,
    pub kind: Kind,
    pub level: Option<Level>,
}

/// A body that begins at a token.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub start: usize,
    /// The token after the head word.
    pub head_end: usize,
    pub end: usize,
    pub head: Head,
    pub kind: Kind,
    pub level: Option<Level>,
    /// Whether the name tells whose body it is.
    pub complete: bool,
    /// Which alias its head is.
    pub alias: Option<usize>,
}

/// What follows a head word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Complement {
    pub end: usize,
    level: Option<Level>,
    /// The kind of the body that it names.
    of: Option<Kind>,
}

/// Reads bodies in one block.
pub(super) struct Reader<'a> {
    pub doc: &'a Doc,
    pub start: usize,
    pub end: usize,
    pub aliases: &'a [Alias],
    /// What a city without its name is on this page.
    pub city: Level,
}

/// What a bare `thành phố` is on this page: run by the centre, unless the page names cities of a province only.
pub(super) fn city_level(doc: &Doc) -> Level {
    let (mut central, mut other) = (0, 0);
    for range in doc.fact_ranges() {
        for at in range.clone() {
            let Some(word) = kind_word(doc, at, range.end).filter(|w| w.kind == PlaceKind::City) else { continue };
            let Some(end) = unit_name(doc, word.end, range.end, word, at) else { continue };
            if is_central(doc, word.end, end) { central += 1 } else { other += 1 }
        }
    }
    if other > central { Level::District } else { Level::Province }
}

/// Whether the tokens name a city run by the centre.
#[numbered]
fn is_central(doc: &Doc, at: usize, end: usize) -> bool {
    matches!(doc.id(at), "hồ" | "hcm") || province(doc, at, end).is_some_and(|(to, p)| p.central && to == end)
}

impl Body {
    /// The rule of `explain::RULES` that reads such a one.
    pub fn rule(&self) -> &'static str {
        match self.head.form {
            _ if self.alias.is_some() => "organisation.alias",
            _ if self.kind == Kind::Cluster => "organisation.cluster",
            Form::Whole => "organisation.whole",
            Form::Seat => "organisation.seat",
            Form::Territory | Form::Agency => "organisation.territory",
            Form::Organ => "organisation.organ",
            Form::Party => "organisation.party",
            Form::Field => "organisation.field",
            Form::Association => "organisation.association",
            Form::Proper => "organisation.proper",
        }
    }
}

#[numbered]
impl Reader<'_> {
    /// Whether a body may begin at `at`; with most words none does.
    pub fn may_begin(&self, at: usize) -> bool {
        !self.aliases.is_empty() || self.doc.may_begin(&HEADS, at) || matches!(self.doc.id(at), "cụm" | "khối")
    }

    /// The body whose name begins at `at`.
    pub fn body(&self, at: usize) -> Option<Body> {
        self.body_within(at, 0)
    }

    fn body_within(&self, at: usize, depth: u8) -> Option<Body> {
        if depth > 4 || at >= self.end {
            return None;
        }
        if let Some(cluster) = self.cluster(at) {
            return Some(cluster);
        }
        let (mut head, head_end, alias) = self.head(at, depth)?;
        // `Ban Chấp hành (BCH) Đảng bộ Khối …`
        let inner = self.initials(&head, head_end);
        let complement = self.complement(&head, inner, depth).or_else(|| self.joint_office(at, head_end, depth));
        if let Some(alias) = alias {
            head.level = complement.is_none().then_some(self.aliases[alias].level).flatten();
        }
        let (end, complete) = match complement {
            Some(complement) => (complement.end, true),
            None => (head_end, matches!(head.form, Form::Whole | Form::Seat | Form::Association)),
        };
        let (end, complete) = match self.steering(at, end) {
            Some(past) => (past, true),
            None => (end, complete),
        };
        let (kind, level) = classify(&head, complement.and_then(|c| c.level), complement.and_then(|c| c.of), self.city);
        // `Tỉnh ủy viên`, `Đảng ủy viên` are posts.
        if self.doc.id(end) == "viên" && self.doc.id(end - 1) == "ủy" {
            return None;
        }
        Some(Body { start: at, head_end, end, head, kind, level, complete, alias })
    }

    /// Past what a steering committee steers: `Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí`.
    fn steering(&self, at: usize, end: usize) -> Option<usize> {
        if !self.words(at, &["ban", "chỉ", "đạo"]) {
            return None;
        }
        let mut past = end + usize::from(self.words(end, &["về"]));
        for (words, must) in [
            (&["phòng"][..], true),
            (&[","], false),
            (&["chống", "tham", "nhũng"], true),
            (&[",", "lãng", "phí"], false),
            (&[",", "tiêu", "cực"], false),
            (&["và", "tiêu", "cực"], false),
        ] {
            match self.words(past, words) {
                true => past += words.len(),
                false if must => return None,
                false => {}
            }
        }
        Some(past)
    }

    /// Past a bracket of initials between an organ and the body whose it is.
    fn initials(&self, head: &Head, at: usize) -> usize {
        // `Hội Liên hiệp Phụ nữ (LHPN) tỉnh`
        let union = head.form == Form::Association && kind_word(self.doc, at + 3, self.end).is_some();
        let bracket = (union || matches!(head.form, Form::Organ | Form::Territory | Form::Party))
            && self.words(at, &["("])
            && self.words(at + 2, &[")"])
            && self.doc.case(at + 1) == Case::Upper
            && self.doc.place(at + 1).len() > 1;
        if bracket { at + 3 } else { at }
    }

    /// Whether what follows makes the name one of many: `Hội ND 14 tỉnh`, `Mặt trận Tổ quốc các cấp`, `UBND các huyện`.
    pub fn is_of_many(&self, end: usize) -> bool {
        let doc = self.doc;
        if end >= self.end {
            return false;
        }
        matches!(doc.id(end), "các" | "cấp")
            || doc.kind(end) == TokenKind::Number && kind_word(doc, end + 1, self.end).is_some()
    }

    /// The head word at `at`: one of the list, or an abbreviation that the page explains.
    fn head(&self, at: usize, depth: u8) -> Option<(Head, usize, Option<usize>)> {
        let doc = self.doc;
        for (n, alias) in self.aliases.iter().enumerate() {
            let to = at + alias.words.len();
            if to <= self.end
                && (at..to).zip(&alias.words).all(|(i, word)| doc.norm(doc.place(i)) == word)
                && doc.longest(&HEADS, at, self.end).is_none_or(|h| h.tokens.end <= to)
            {
                let head = Head { kind: alias.kind, level: alias.level, form: Form::Association };
                return Some((head, to, Some(n)));
            }
        }
        let hit = doc.longest(&HEADS, at, self.end)?;
        let to = hit.tokens.end;
        let first = doc.case(at);
        // `Trưởng ban Kinh tế Trung ương`, `công Đoàn`, and what another body's name goes on with: `Ban Giám đốc sở`.
        let capital = first != Case::Lower
            || to - at > 1 && (at + 1..to).any(|i| doc.case(i) != Case::Lower)
            || depth > 0 && matches!(doc.id(at), "sở" | "tỉnh" | "huyện" | "công" | "trường")
            || doc.id(at) == "ban" && at > self.start && matches!(doc.id(at - 1), "trưởng");
        if !capital || (to - at == 1 && first == Case::Lower && !(depth > 0 && doc.id(at) == "sở")) {
            return None;
        }
        // `28-TB/ĐUK` is a number, not a body.
        if doc.id(at) == "đuk" && at > self.start && doc.id(at - 1) == "/" {
            return None;
        }
        // `TƯ` is the centre, `tư` a syllable.
        if doc.id(at) == "tư" && first != Case::Upper {
            return None;
        }
        // In a line all in capitals nothing tells where a name of one's own begins: `NHIỆM VỤ VÀ GIẢI PHÁP`.
        if first == Case::Upper
            && is_syllable(doc.word(at))
            && matches!(hit.value.form, Form::Proper | Form::Field)
            && doc.longest(&FIELDS, to, self.end).is_none()
        {
            return None;
        }
        let before = if at > self.start { doc.id(at - 1) } else { "" };
        // `Phó Bí thư Thường trực Tỉnh ủy` is a post of the Tỉnh ủy; `Thường trực Tỉnh ủy` elsewhere is a body.
        let post = matches!(before, "tịch" | "thư" | "ban" | "trưởng" | "đốc" | "nhiệm" | "viên" | "tướng" | "phó");
        if doc.id(at) == "thường" && doc.id(at + 1) == "trực" && (post || self.words(to, &["ban", "bí", "thư"]))
        {
            return None;
        }
        // `Phó Trưởng ban Thường trực Ban Nội chính`
        let deputy = matches!(before, "trưởng" | "phó") || first == Case::Lower;
        if deputy && self.words(at, &["ban", "thường", "trực"]) {
            return None;
        }
        // `võ sư Đoàn Bảo Châu`
        if first == Case::Lower
            && doc.id(at) == "sư"
            && matches!(before, "võ" | "luật" | "giáo" | "nhạc" | "kỹ" | "thiền" | "pháp" | "mục" | "gia")
        {
            return None;
        }
        // `phường Sở Dầu`
        if at > self.start
            && matches!(before, "phường" | "xã" | "trấn" | "quận" | "thôn" | "đường" | "phố")
            && first == Case::Capital
            && to - at == 1
        {
            return None;
        }
        // One syllable that also begins other names: `Trường Sơn`, `Hội An`, `Đài Loan`.
        let common = matches!(doc.id(at), "trường" | "viện" | "đài" | "quỹ" | "hội" | "ban" | "đoàn" | "đội" | "liên");
        if to - at == 1
            && hit.value.form == Form::Proper
            && common
            && doc.longest(&PAIRS, to, self.end).is_none()
            && doc.tokens.get(to).is_none_or(|t| t.case != Case::Upper || t.span.len() < 2)
            && self.quoted(to).is_none()
        {
            return None;
        }
        Some((hit.value, to, None))
    }

    /// What follows the head word.
    fn complement(&self, head: &Head, at: usize, depth: u8) -> Option<Complement> {
        match head.form {
            Form::Whole => None,
            Form::Seat => self.centre(at).or_else(|| {
                let place = self.place(at, true)?;
                // `Thành ủy Hà Tĩnh` is a city's, though its name is the province's.
                let city = head.level.is_none() && province(self.doc, at, self.end).is_some_and(|(_, p)| !p.central);
                Some(if city { Complement { level: Some(Level::District), ..place } } else { place })
            }),
            Form::Territory | Form::Agency => {
                let supreme = matches!((self.doc.id(at), self.doc.id(at + 1)), ("tối", "cao"));
                if supreme {
                    return Some(Complement { end: at + 2, level: Some(Level::Centre), of: None });
                }
                // `Ủy ban MTTQ Việt Nam tỉnh`
                if let Some(end) = self.vietnam(at) {
                    let place = self.territory(end);
                    let level = place.map_or(Some(Level::Centre), |p| p.level);
                    return Some(Complement { end: place.map_or(end, |p| p.end), level, of: None });
                }
                let place = self.centre(at).or_else(|| self.territory(at));
                if head.form == Form::Territory {
                    return place;
                }
                // `Cơ quan Cảnh sát điều tra Công an tỉnh`, `Thanh tra Sở Y tế`
                // `Trường Chính trị Trần Phú`
                let school = self.doc.id(at - 1) == "trị";
                // `Chi cục Hải quan cửa khẩu Sân bay quốc tế …`
                let post = at >= 4
                    && (self.doc.id(at - 4), self.doc.id(at - 2)) == ("chi", "hải")
                    && !self.starts_person(at, at - 1);
                let named = || post.then(|| self.named(at).or_else(|| self.post_named(at))).flatten();
                let place = place.or_else(named);
                place.or_else(|| self.owner(at, depth, false)).or_else(|| school.then(|| self.named(at)).flatten())
            }
            Form::Organ => self
                .centre(at)
                .or_else(|| self.bloc(at))
                .or_else(|| {
                    // `Ban chấp hành trung ương`
                    let centre = self.words(at, &["trung", "ương"]);
                    centre.then_some(Complement { end: at + 2, level: Some(Level::Centre), of: None })
                })
                .or_else(|| self.owner(at, depth, false))
                .or_else(|| self.territory(at).filter(|c| c.level.is_some() && !self.starts_post(at)))
                .or_else(|| {
                    // `Hội đồng thành viên PVN`: a house by its initials.
                    let initials = self.doc.tokens.get(at).is_some_and(|t| t.case == Case::Upper && t.span.len() > 2);
                    (head.kind == Kind::Other && initials && at < self.end).then_some(Complement {
                        end: at + 1,
                        level: None,
                        of: Some(Kind::Other),
                    })
                }),
            Form::Party => self
                .centre(at)
                .or_else(|| self.bloc(at))
                .or_else(|| self.neighbourhood(at).map(|c| Complement { level: Some(Level::Grassroots), ..c }))
                .or_else(|| self.owner(at, depth, true).map(|c| self.house(at, c)))
                .or_else(|| self.territory(at))
                // A company, a school, a station of the province is a body of the grassroots.
                // `Bí thư Chi bộ Bùi Xuân Ngọc` names the man.
                .or_else(|| {
                    if self.is_headed_by(at) {
                        return None;
                    }
                    self.named(at).map(|c| Complement { level: Some(Level::Grassroots), ..self.with_territory(c) })
                }),
            Form::Field => {
                let doc = self.doc;
                let field = doc
                    .longest(&FIELDS, at, self.end)
                    .filter(|hit| hit.tokens.clone().any(|i| is_capital(doc, i)) && is_capital(doc, at))
                    .map(|hit| Complement { end: self.numbered(hit.tokens.end), level: None, of: None });
                // A ministry or a province's department is called by its field alone: `Bộ NN-PTNT Hà Công Tuấn`.
                let whole = field.is_some() && matches!(doc.id(at - 1), "bộ" | "sở");
                // Nor is every capital after `Bộ` one: `Bộ Quy tắc ứng xử`.
                let known = !matches!(doc.id(at - 1), "bộ" | "sở")
                    || doc.tokens.get(at).is_some_and(|t| t.case == Case::Upper)
                    || doc.longest(&PAIRS, at, self.end).is_some();
                let longer =
                    self.small_then_named(at).filter(|c| known && !whole && field.is_none_or(|f| c.end > f.end));
                longer.or(field).map(|c| self.with_territory(c))
            }
            Form::Association => {
                let mut end = at;
                let mut level = None;
                loop {
                    let next = if let Some(end) = self.vietnam(end) {
                        Complement { end, level: Some(Level::Centre), of: None }
                    } else if self.words(end, &["hồ", "chí", "minh"]) && is_capital(self.doc, end) {
                        Complement { end: end + 3, level: None, of: None }
                    } else if let Some(next) =
                        self.centre(end).or_else(|| self.bloc(end)).or_else(|| self.territory(end))
                    {
                        next
                    } else if let Some(next) = self.owner(end, depth, false).filter(|_| end == at) {
                        next
                    } else if let Some(next) = self.words_of_association(end) {
                        next
                    } else {
                        break;
                    };
                    end = next.end;
                    level = next.level.or(level);
                }
                (end > at).then_some(Complement { end, level, of: None })
            }
            Form::Proper => match self.region(at) {
                Some(end) => Some(Complement { end, level: Some(Level::Centre), of: None }),
                // `Đài Truyền hình Việt Nam`
                None if let Some(end) = self.vietnam(at) => {
                    Some(Complement { end, level: Some(Level::Centre), of: None })
                }
                // `Trung tâm huyện Xuân Trường` is where the district's town lies.
                None if self.doc.id(at - 1) == "tâm" && kind_word(self.doc, at, self.end).is_some() => None,
                None => self
                    .centre(at)
                    .or_else(|| self.quoted(at))
                    // `Báo Hà Tĩnh`, `Bệnh viện Đa khoa tỉnh`; but `Bệnh viện Thanh Hà An Bình`
                    .or_else(|| self.territory(at).filter(|c| !is_capital(self.doc, c.end)))
                    .or_else(|| self.small_then_named(at))
                    .or_else(|| self.territory(at))
                    .or_else(|| self.firm(at))
                    .map(|c| self.with_territory(c)),
            },
        }
    }

    /// `Quỹ “Vì người nghèo”`: a name in quotation marks.
    fn quoted(&self, at: usize) -> Option<Complement> {
        let close = match self.doc.id(at) {
            "“" => "”",
            "\"" => "\"",
            "‘" => "’",
            _ => return None,
        };
        let end = (at + 2..self.end.min(at + 12)).find(|&i| self.doc.id(i) == close)?;
        Some(Complement { end: end + 1, level: None, of: None })
    }

    /// A cell by where its members live: `Chi bộ thôn Trung Thành`, `Chi bộ tổ dân phố số 4`.
    fn neighbourhood(&self, at: usize) -> Option<Complement> {
        let words = [
            &["thôn"][..],
            &["ấp"],
            &["bản"],
            &["xóm"],
            &["làng"],
            &["buôn"],
            &["khu", "phố"],
            &["khu", "dân", "cư"],
            &["tổ", "dân", "phố"],
            &["khối", "phố"],
            &["khu"],
            &["tổ"],
        ]
        .iter()
        .find(|words| self.words(at, words))?
        .len();
        self.named(at + words)
    }

    /// `TNCS Hồ Chí Minh` after `Đoàn thanh niên`.
    fn words_of_association(&self, at: usize) -> Option<Complement> {
        for words in [&["cộng", "sản"][..], &["tncs"], &["lao", "động"]] {
            if self.words(at, words) && is_capital(self.doc, at) {
                return Some(Complement { end: at + words.len(), level: None, of: None });
            }
        }
        None
    }

    pub(super) fn words(&self, at: usize, words: &[Word]) -> bool {
        at + words.len() <= self.end && words.iter().enumerate().all(|(n, word)| self.doc.id(at + n) == *word)
    }

    /// Where `Việt Nam` or `VN` at `at` ends.
    fn vietnam(&self, at: usize) -> Option<usize> {
        let short = self.words(at, &["vn"]) && self.doc.case(at) == Case::Upper && self.doc.spaced(at);
        let whole = self.words(at, &["việt", "nam"]) && is_capital(self.doc, at);
        (short || whole).then_some(if short { at + 1 } else { at + 2 })
    }

    /// `Trung ương`, `T.Ư Đảng`, and the centre of a union: `Trung ương Hội Nông dân Việt Nam`.
    fn centre(&self, at: usize) -> Option<Complement> {
        let doc = self.doc;
        let end = if self.words(at, &["trung", "ương"]) {
            at + 2
        } else if self.words(at, &["t", ".", "ư"]) || self.words(at, &["t", ".", "w"]) {
            at + 3
        } else if matches!(doc.id(at), "tw" | "tư") && at < self.end && doc.case(at) == Case::Upper {
            at + 1
        } else {
            return None;
        };
        if doc.case(at) == Case::Lower {
            return None;
        }
        if doc.id(end) == "đảng" && end < self.end && is_capital(doc, end) {
            return Some(Complement { end: end + 1, level: Some(Level::Centre), of: None });
        }
        let union = self
            .body_within(end, 3)
            .filter(|b| (b.kind == Kind::MassOrganisation || doc.id(end) == "giáo") && b.complete);
        let (end, of) = match union {
            Some(union) => (union.end, Some(union.kind)),
            None if self.words(end, &["đoàn"]) && is_capital(doc, end) => (end + 1, Some(Kind::MassOrganisation)),
            None => (end, None),
        };
        Some(Complement { end, level: Some(Level::Centre), of })
    }

    /// `Khối các cơ quan tỉnh Quảng Trị`, `khối`.
    fn bloc(&self, at: usize) -> Option<Complement> {
        if at >= self.end {
            return None;
        }
        if self.doc.id(at) != "khối" {
            // The blocs' heirs of 2025: `Đảng ủy các cơ quan Đảng tỉnh`, `Đảng bộ các cơ quan Đảng Trung ương`.
            let words = &["các", "cơ", "quan", "đảng"];
            let end = at + words.len();
            let place = self.words(at, words).then(|| self.centre(end).or_else(|| self.territory(end))).flatten()?;
            return Some(Complement { end: place.end, level: Some(Level::Bloc), of: None });
        }
        let mut end = at + 1;
        for words in [
            &["các", "cơ", "quan", "và", "doanh", "nghiệp"][..],
            &["các", "cơ", "quan", ",", "doanh", "nghiệp"],
            &["các", "cơ", "quan", "dân", "chính", "đảng"],
            &["các", "cơ", "quan", "dân", "-", "chính", "-", "đảng"],
            &["cơ", "quan", "và", "doanh", "nghiệp"],
            &["các", "trường", "đại", "học", ",", "cao", "đẳng"],
            &["các", "trường", "đại", "học", "-", "cao", "đẳng"],
            &["các", "trường", "đại", "học"],
            &["các", "cơ", "quan", "đảng"],
            &["các", "cơ", "quan"],
            &["các", "doanh", "nghiệp"],
            &["cơ", "sở"],
            &["doanh", "nghiệp"],
            &["cơ", "quan"],
            &["dân", "chính", "đảng"],
            &["ccq", "&", "dn"],
            &["các", "cq", "&", "dn"],
            &["ccq", "và", "dn"],
            &["ccq"],
            &["các", "cq"],
            &["dn"],
            &["dân", "vận"],
        ] {
            if self.words(end, words) {
                end += words.len();
                break;
            }
        }
        if end > at + 1 {
            if let Some(centre) = self.centre(end) {
                end = centre.end;
            } else if self.words(end, &["trung", "ương"]) {
                end += 2;
            } else if let Some(place) = self.territory(end) {
                end = place.end;
            } else if let Some(body) = self
                .body_within(end, 3)
                .filter(|b| b.complete && b.kind == Kind::Government && b.head.form == Form::Field)
            {
                // `Đảng ủy Khối cơ sở Bộ Xây dựng`
                end = body.end;
            }
        }
        Some(Complement { end, level: Some(Level::Bloc), of: None })
    }

    /// The level of the Party unit in a body: a company's or a school's is of the grassroots wherever that sits, a
    /// provincial office's that of a department.
    fn house(&self, at: usize, owner: Complement) -> Complement {
        let level = match (owner.of, owner.level) {
            (Some(Kind::Other), Some(Level::Department)) => owner.level,
            (Some(Kind::Other), _) => Some(Level::Grassroots),
            (Some(Kind::MassOrganisation), Some(Level::Province)) => Some(Level::Department),
            (_, Some(Level::Province)) if self.doc.id(at) == "văn" => Some(Level::Department),
            (_, level) => level,
        };
        Complement { level, ..owner }
    }

    /// `Văn phòng HĐND và UBND huyện` is one office of two: where it ends.
    fn joint_office(&self, at: usize, head_end: usize, depth: u8) -> Option<Complement> {
        if self.doc.id(at) != "văn" {
            return None;
        }
        let first = self.body_within(head_end, depth + 1).filter(|b| b.head.form == Form::Territory && !b.complete);
        let mut end = first.map_or(head_end, |b| b.end);
        if !matches!(self.doc.id(end), "và" | "&" | "-" | "–") {
            return None;
        }
        end += 1;
        let second = self.body_within(end, depth + 1).filter(|b| b.head.form == Form::Territory && b.complete)?;
        Some(Complement { end: second.end, level: second.level, of: Some(second.kind) })
    }

    /// The body whose part this is.
    fn owner(&self, at: usize, depth: u8, party: bool) -> Option<Complement> {
        let mut from = at;
        // `Đảng bộ thuộc`: no; but `Ban Thường vụ của Tỉnh ủy` and `Công đoàn cơ quan Sở Nội vụ` are one name.
        if self.words(from, &["cơ", "quan"]) {
            from += 2;
        } else if self.words(from, &["của"]) && is_capital(self.doc, from + 1) && !party
            // `Ban cán sự Đảng của Bộ Công Thương`, but not `05-CT/TW của Bộ Chính trị`
            && matches!(self.doc.id(at - 1), "vụ" | "đảng" | "tra" | "chức" | "hành" | "trực" | "giáo" | "vận")
            // `các Ban xây dựng Đảng của Tỉnh ủy`
            && (self.doc.id(at - 1) != "đảng" || self.doc.id(at - 2) == "sự")
        {
            from += 1;
        }
        let body = self.body_within(from, depth + 1);
        match body {
            Some(body) if body.complete => Some(Complement { end: body.end, level: body.level, of: Some(body.kind) }),
            // `Đảng ủy Bệnh viện`, `Văn phòng Sở`: the department or house that the page is about.
            Some(body)
                if (body.head.form == Form::Field
                    || party && matches!(body.head.form, Form::Proper | Form::Agency))
                    && is_capital(self.doc, from)
                    && self.doc.id(from) != "bộ" =>
            {
                Some(Complement {
                    end: body.head_end,
                    level: body.head.level.or(Some(Level::Grassroots)),
                    of: Some(body.kind),
                })
            }
            // `Ban Giám đốc sở`: it points back to the department that the page is about.
            _ if self.doc.id(at) == "sở" && at < self.end => {
                Some(Complement { end: at + 1, level: Some(Level::Department), of: Some(Kind::Government) })
            }
            _ => None,
        }
    }

    /// `tỉnh`, `tỉnh Quảng Trị`, `Quảng Trị`.
    pub(super) fn territory(&self, at: usize) -> Option<Complement> {
        self.place(at, false)
    }

    fn place(&self, at: usize, named: bool) -> Option<Complement> {
        let doc = self.doc;
        if at >= self.end {
            return None;
        }
        if let Some(word) = kind_word(doc, at, self.end).filter(|w| !self.is_seat(at, w.end)) {
            let name = unit_name(doc, word.end, self.end, word, at);
            let end = match name {
                Some(end) => end,
                None if named => return None,
                // `Sở Xây dựng TP báo cáo`, `LĐLĐ TP`: short for `thành phố`, where no dot promises a name.
                None if word.short => {
                    // `Phó Chủ tịch UBND TP Lê Hồng Sơn`
                    let named = is_capital(doc, word.end) && !self.starts_person(word.end, at);
                    if word.end - at > 1 || word.kind != PlaceKind::City || named {
                        return None;
                    }
                    word.end
                }
                None => word.end,
            };
            if name.is_none() && (self.is_generic(at, word.end) || doc.id(word.end) == "hội") {
                return None;
            }
            return Some(Complement { end, level: Some(self.level_of(word.kind, word.end, name)), of: None });
        }
        if doc.id(at) == "tphcm" {
            return Some(Complement { end: at + 1, level: Some(Level::Province), of: None });
        }
        if let Some((end, _)) = province(doc, at, self.end) {
            return Some(Complement { end, level: Some(Level::Province), of: None });
        }
        let unit = doc.longest(&UNITS, at, self.end)?;
        let end = unit.tokens.end;
        (unit.tokens.clone().all(|i| doc.kind(i) != TokenKind::Word || is_capital(doc, i) || !doc.spaced(i))
            && !(is_capital(doc, end)
                && doc.spaced(end)
                && !is_surname(doc.id(end))
                // In a heading all in capitals the next word says nothing: `HUYỆN ỦY CAN LỘC TỔ CHỨC`.
                && doc.case(at) != Case::Upper))
            .then_some(Complement { end, level: Some(Level::District), of: None })
    }

    /// Whether the kind word is itself a body: `tỉnh ủy`, `huyện đoàn`.
    fn is_seat(&self, at: usize, end: usize) -> bool {
        end - at == 2 && matches!(self.doc.id(at + 1), "ủy" | "đoàn" | "đội" | "hội")
    }

    /// `UBND huyện, thị xã, thành phố`: no body's name, but all of a kind.
    fn is_generic(&self, at: usize, end: usize) -> bool {
        let doc = self.doc;
        let separated = matches!(doc.id(end), "," | "và" | "-" | "/");
        separated
            && kind_word(doc, end + 1, self.end).is_some_and(|next| {
                // `HĐND, UBND tỉnh, huyện` still has the province's; `UBND tỉnh, thành phố` is said of all.
                (doc.id(at) != "tỉnh" || next.kind == PlaceKind::City)
                    && unit_name(doc, next.end, self.end, next, end + 1).is_none()
                    && !self.is_seat(end + 1, next.end)
            })
    }

    fn level_of(&self, kind: PlaceKind, at: usize, name: Option<usize>) -> Level {
        match kind {
            PlaceKind::Province => Level::Province,
            PlaceKind::District => Level::District,
            PlaceKind::Commune => Level::Grassroots,
            PlaceKind::City => match name {
                None => self.city,
                Some(end) if is_central(self.doc, at, end) => Level::Province,
                Some(_) => Level::District,
            },
        }
    }

    /// A complement with the place after it: `Nội vụ tỉnh Bình Thuận`, `Hàng hải Việt Nam`.
    fn with_territory(&self, mut complement: Complement) -> Complement {
        // `Tổng công ty Lương thực miền Nam`
        let side = ["nam", "bắc", "trung"].iter().any(|side| self.words(complement.end, &["miền", *side]));
        if side && is_capital(self.doc, complement.end + 1) {
            complement.end += 2;
            return complement;
        }
        if let Some(end) = self.vietnam(complement.end) {
            complement.end = end;
            complement.level = complement.level.or(Some(Level::Centre));
            return complement;
        }
        if let Some(place) = self.territory(complement.end).or_else(|| self.centre(complement.end)) {
            complement.end = place.end;
            complement.level = complement.level.or(place.level);
        }
        complement
    }

    pub(super) fn numbered(&self, at: usize) -> usize {
        let roman = |word: &str| {
            !word.is_empty() && word.len() < 5 && word.bytes().all(|b| core::matches!(b, b'i' | b'v' | b'x'))
        };
        let number = at < self.end
            && self.doc.spaced(at)
            && (self.doc.kind(at) == TokenKind::Number && self.doc.place(at).len() < 4
                || self.doc.case(at) == Case::Upper && roman(self.doc.word(at))
                || self.doc.case(at) == Case::Capital && matches!(self.doc.id(at), "i" | "v" | "x"));
        at + usize::from(number)
    }

    /// A name of its own: capitals, the pairs that go on small, numbers, words in quotation marks.
    pub(super) fn named(&self, at: usize) -> Option<Complement> {
        let doc = self.doc;
        let mut end = at;
        // Only a known word goes on in small letters: `Công ty Cường Hưng đầu tư dự án` ends before `đầu tư`.
        let mut known = false;
        while end < self.end {
            let token = token(&doc.tokens, end);
            // `danh hiệu Đảng bộ TSVM`: a grade, not a name.
            if doc.id(end) == "tsvm" {
                break;
            }
            if token.kind == TokenKind::Number && token.spaced {
                // `Trung đoàn 841`, `Licogi 14`, `Quân khu 4`; but not a year or an amount after a name.
                if token.span.len() > 3
                    || end > at
                        && !is_capital(doc, end - 1)
                        // `Chi bộ Mầm non 3`
                        && !(doc.id(end - 1) == "non" && token.span.len() < 3)
                    || matches!(doc.id(end + 1), "/" | "%")
                {
                    break;
                }
                end += 1;
                if end == at + 1 {
                    break;
                }
                continue;
            }
            if end == at
                && self.words(end, &["số"])
                && doc.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number)
            {
                end += 2;
                break;
            }
            let small = doc
                .longest(&TAILS, end, self.end)
                .or_else(|| doc.longest(&PAIRS, end, self.end).filter(|hit| !is_verb(doc, hit.tokens.start)));
            // `Học viện Chính trị Quốc gia Hồ Chí Minh`
            if end > at && self.words(end, &["hồ", "chí", "minh"]) && doc.id(end - 1) != "phố" {
                end += 3;
                break;
            }
            if is_capital(doc, end) && (token.spaced || end == at || matches!(doc.id(end - 1), "-" | "&")) {
                if self.starts_post(end) || self.starts_person(end, at) || end > at && self.is_place_after_name(end) {
                    break;
                }
                let pair = doc.longest(&PAIRS, end, self.end);
                let field = doc.longest(&FIELDS, end, self.end);
                let to = [pair.map(|h| h.tokens.end), field.map(|h| h.tokens.end)].into_iter().flatten().max();
                let alone = end == at || known;
                // `Ủy ban ATGT quốc gia`: initials go on like the words that they stand for.
                known = to.is_some() || token.case == Case::Upper && token.span.len() > 2;
                end = to.unwrap_or_else(|| {
                    // `Cục Điều tra Liên bang`: a capital that stands alone after the head word or a known word
                    // goes on with its small second syllable, also where no list has the two.
                    let pair = alone && self.is_pair(end);
                    known |= pair;
                    end + 1 + usize::from(pair)
                });
            } else if let Some(tail) =
                small.filter(|_| known && token.case == Case::Lower && token.kind == TokenKind::Word)
            {
                end = tail.tokens.end;
            } else if end > at && matches!(doc.id(end), "-" | "–" | "&" | "và" | ",") && self.joins(end) {
                end += 1;
            } else {
                break;
            }
        }
        while end > at && matches!(doc.id(end - 1), "-" | "–" | "&" | "và") {
            end -= 1;
        }
        (end > at).then_some(Complement { end, level: None, of: None })
    }

    /// Whether the capital at `at` and the small word after it look like one word of two syllables.
    pub(super) fn is_pair(&self, at: usize) -> bool {
        let doc = self.doc;
        let Some(next) = doc.tokens.get(at + 1).filter(|_| at + 1 < self.end) else { return false };
        doc.case(at) == Case::Capital
            && next.kind == TokenKind::Word
            && next.case == Case::Lower
            && next.spaced
            && is_syllable(doc.word(at))
            && !doc.norm(doc.place(at).join(next.span)).is_ascii()
            && !is_function_word(doc.id(at + 1))
    }

    /// A name of its own, or one that follows known words in small letters: `Tập đoàn điện lực Việt Nam`.
    fn small_then_named(&self, at: usize) -> Option<Complement> {
        let doc = self.doc;
        let mut end = at;
        while doc.tokens.get(end).is_some_and(|t| t.case == Case::Lower)
            && !self.words(end, &["tổ", "chức"])
            && let Some(pair) = doc.longest(&PAIRS, end, self.end)
        {
            end = pair.tokens.end;
        }
        if end == at {
            return self.named(at);
        }
        if let Some(end) = self.vietnam(end) {
            return Some(Complement { end, level: Some(Level::Centre), of: None });
        }
        self.territory(end).or_else(|| self.named(end).filter(|_| !self.starts_person(end, at)))
    }

    /// A customs post: `cửa khẩu Sân bay quốc tế Tân Sơn Nhất`, `cảng Cát Lái`.
    fn post_named(&self, at: usize) -> Option<Complement> {
        let doc = self.doc;
        let mut end = at;
        for words in [&["cửa", "khẩu"][..], &["sân", "bay"], &["cảng"], &["quốc", "tế"]] {
            if self.words(end, words) {
                end += words.len();
            }
        }
        let name = (end > at && end < self.end && is_capital(doc, end)).then(|| self.named(end)).flatten()?;
        Some(Complement { end: name.end, level: None, of: None })
    }

    /// Whether a person's name follows the house's head word of a post: `Bí thư Đảng ủy Nguyễn Văn Đạo`.
    fn is_headed_by(&self, at: usize) -> bool {
        at >= 3 && self.doc.id(at - 3) == "thư" && self.starts_person(at, at - 1)
    }

    /// A firm by what it makes and then its name: `Công ty cổ phần giống bò sữa Mộc Châu`.
    fn firm(&self, at: usize) -> Option<Complement> {
        let doc = self.doc;
        let before = |back: usize| at.checked_sub(back).map_or("", |i| doc.id(i));
        let made = matches!(
            (before(2), before(1)),
            ("công", "ty")
                | ("cổ", "phần")
                | (_, "tnhh" | "cp" | "mtv")
                | ("nhà", "máy")
                | ("xí", "nghiệp")
                | ("thành", "viên")
        );
        let small = |i: usize| {
            i < self.end
                && doc.kind(i) == TokenKind::Word
                && doc.case(i) == Case::Lower
                && is_syllable(doc.word(i))
                && !is_function_word(doc.id(i))
        };
        let end = (at..at + 7).find(|&i| !small(i))?;
        if !made || end == at || is_verb(doc, at) && !matches!(doc.id(at), "sản" | "xuất" | "đầu" | "xây" | "chế")
        {
            return None;
        }
        let name = self.named(end).filter(|_| !self.starts_person(end, at))?;
        Some(Complement { end: name.end, level: None, of: None })
    }

    /// Whether the mark or `và` at `at` stands inside a name: a known field or pair in capitals follows.
    fn joins(&self, at: usize) -> bool {
        let doc = self.doc;
        let next = at + 1;
        // `Tạp chí Cộng sản - Cơ quan lý luận`: what the body is, no part of its name.
        if !is_capital(doc, next)
            || self.words(next, &["cơ", "quan"])
            || self.starts_post(next)
            || self.starts_person(next, at)
        {
            return false;
        }
        let known = doc.longest(&PAIRS, next, self.end).is_some() || doc.longest(&FIELDS, next, self.end).is_some();
        let head = doc.longest(&HEADS, next, self.end).is_some();
        match doc.id(at) {
            "," => false,
            "và" => known && !head,
            _ => known || !head && !is_surname(doc.id(next)) && !doc.spaced(at),
        }
    }

    /// A place ends the name that it follows; [`Self::with_territory`] takes it.
    fn is_place_after_name(&self, at: usize) -> bool {
        province(self.doc, at, self.end).is_some()
            || self.vietnam(at).is_some()
            || kind_word(self.doc, at, self.end).is_some()
            || self.centre(at).is_some()
    }

    /// Words that begin a post, an honorific or a sentence.
    fn starts_post(&self, at: usize) -> bool {
        let next = self.doc.id(at + 1);
        match self.doc.id(at) {
            "bí" => next == "thư",
            "chủ" => matches!(next, "tịch" | "nhiệm"),
            "ủy" => next == "viên",
            "giám" => next == "đốc",
            "đồng" => next == "chí",
            "đại" | "thượng" | "trung" | "thiếu" => matches!(next, "tá" | "tướng" | "úy"),
            "sáng" | "chiều" | "tối" | "hôm" | "năm" | "mới" | "đã" | "cũng" | "như" | "nếu" | "vì" | "mặc" | "phó"
            | "trưởng" | "ông" | "bà" | "nguyên" | "chánh" | "tại" | "theo" | "trong" | "ngày" | "đến" | "các"
            | "với" | "về" | "khi" | "sau" | "tuy" | "đây" | "việc" | "từ" | "qua" | "là" | "để" | "do" | "cho" => {
                true
            }
            "tổng" => matches!(next, "bí" | "giám" | "biên"),
            "hội" => next == "nghị",
            _ => false,
        }
    }

    /// Whether a person's name begins at `at`: a family name and another capital, or two if it is a rare one.
    pub(super) fn starts_person(&self, at: usize, from: usize) -> bool {
        // A page may end here.
        let capital = self.doc.tokens.get(at).is_some_and(|token| token.case == Case::Capital);
        if at <= from || !capital || !is_capital(self.doc, at + 1) {
            return false;
        }
        let word = self.doc.id(at);
        if self.words(at, &["thái", "bình", "dương"]) {
            return false;
        }
        is_surname(word) || may_be_surname(word) && is_capital(self.doc, at + 2)
    }

    /// Whether the words before make the body one of many.
    pub fn is_plural(&self, at: usize) -> bool {
        if at <= self.start {
            return false;
        }
        let before = token(&self.doc.tokens, at - 1);
        // `14 Đảng ủy`, but not `Hội nghị lần thứ 5 Ban Chấp hành Trung ương`.
        before.kind == TokenKind::Number
            && before.spaced
            && self.doc.case(at) != Case::Upper
            && !(at > self.start + 1 && matches!(self.doc.id(at - 2), "thứ" | "lần" | "số" | "ương" | "năm"))
            || matches!(self.doc.id(at - 1), "các" | "những" | "mỗi" | "nhiều" | "từng" | "mọi")
            || self.doc.id(at - 1) == "số" && at > self.start + 1 && self.doc.id(at - 2) == "một"
            || self.doc.id(at - 1) == "%"
    }

    /// `Sở Nội vụ, Tài chính`: more fields under one head word; complement and end of each.
    pub fn further(&self, body: &Body) -> Vec<(Range<usize>, usize)> {
        let doc = self.doc;
        let mut out = Vec::new();
        let regions = self.words(body.start, &["ban", "chỉ", "đạo"]);
        if body.head.form != Form::Field && !regions {
            return out;
        }
        let mut end = body.end;
        while matches!(doc.id(end), "," | "và" | ";") && end + 1 < self.end && is_capital(doc, end + 1) {
            let from = end + 1;
            let field = doc.longest(&FIELDS, from, self.end).map(|hit| hit.tokens.end);
            let region = regions.then(|| self.region(from)).flatten();
            let Some(to) = region.or(field.filter(|_| !regions)) else { break };
            if doc.longest(&HEADS, from, self.end).is_some_and(|hit| hit.tokens.end > to) {
                break;
            }
            out.push((from..to, to));
            end = to;
        }
        out
    }

    /// `Tây Bắc`, `Tây Nguyên`, `Tây Nam Bộ`.
    fn region(&self, at: usize) -> Option<usize> {
        [&["tây", "nam", "bộ"][..], &["tây", "bắc"], &["tây", "nguyên"]]
            .iter()
            .find(|words| self.words(at, words))
            .map(|words| at + words.len())
    }

    /// An abbreviation in brackets right after a name, and the token after the bracket.
    pub fn bracket(&self, at: usize) -> Option<(Vec<String>, usize)> {
        let doc = self.doc;
        if doc.id(at) != "(" || at >= self.end {
            return None;
        }
        let close = (at + 1..self.end.min(at + 8)).find(|&i| doc.id(i) == ")")?;
        let inside = at + 1..close;
        let letters = inside.clone().any(|i| doc.case(i) == Case::Upper && doc.place(i).len() > 1);
        let small = inside.clone().any(|i| doc.kind(i) == TokenKind::Word && doc.case(i) == Case::Lower);
        // `(Khóa XII)` and `(Hà Nội)` are no other names; `Sở Tài nguyên và Môi trường (TN&MT)` explains a part.
        let other = inside.clone().any(|i| province(doc, i, close).is_some())
            || doc.longest(&FIELDS, at + 1, close).is_some_and(|hit| hit.tokens.end == close)
            || kind_word(doc, at + 1, close).is_some()
            || matches!(doc.id(at + 1), "khóa" | "nhiệm" | "số");
        (letters && !small && !other).then(|| (inside.map(|i| doc.norm(doc.place(i)).to_owned()).collect(), close + 1))
    }

    /// The level of a `Phòng` that does not say it: a district's is the district's, any other a department's.
    pub fn level_of_office(&self, body: &Body) -> Option<Level> {
        if self.doc.id(body.start) != "phòng" || body.level.is_some() {
            return body.level;
        }
        // `Phòng Tổ chức hành chính, Bệnh viện đa khoa`, `Phòng Nội vụ (UBND huyện Can Lộc)`
        let parent = matches!(self.doc.id(body.end), "," | "(" | "thuộc" | "-" | "–")
            .then(|| self.body(body.end + 1))
            .flatten()
            .and_then(|parent| parent.level);
        Some(match parent {
            Some(level @ (Level::District | Level::Centre)) => level,
            _ => Level::Department,
        })
    }

    /// What tells whose a bare body is, where it shares that with the bodies after it: `Đảng ủy, HĐND, UBND xã Lê Hồng`,
    /// `Đảng bộ và nhân dân xã Lê Hồng`, `Ban Chấp hành, Ban Thường vụ Đảng ủy Khối`.
    #[allow(clippy::type_complexity)]
    pub fn shared(&self, body: &Body) -> Option<(Range<usize>, usize, Option<Level>, Option<Kind>)> {
        let doc = self.doc;
        let organ = body.head.form == Form::Organ;
        if !organ && !matches!(body.head.form, Form::Territory | Form::Party) {
            return None;
        }
        let mut at = body.end;
        let mut apart = false;
        for _ in 0..12 {
            if at >= self.end {
                return None;
            }
            if matches!(doc.id(at), "," | "và" | "-" | "–" | "/" | "cùng") {
                apart = true;
                at += 1;
                continue;
            }
            if !apart {
                return None;
            }
            let filler: Option<usize> = [
                &["các", "tầng", "lớp", "nhân", "dân"][..],
                &["nhân", "dân", "các", "dân", "tộc"],
                &["đồng", "bào", "các", "dân", "tộc"],
                &["người", "dân"],
                &["quân", "dân"],
                &["nhân", "dân"],
                &["chính", "quyền"],
                &["quân"],
                &["dân"],
                &["các", "đoàn", "thể"],
                &["đoàn", "thể"],
                &["cán", "bộ"],
            ]
            .iter()
            .find(|words| self.words(at, words))
            .map(|words| words.len());
            // `Ban Thường vụ, các ban và Văn phòng Đảng ủy Khối`
            if organ && self.words(at, &["các", "ban"]) {
                at += 2 + usize::from(self.words(at + 2, &["đảng"]));
                continue;
            }
            if let Some(len) = filler.filter(|_| !organ) {
                at += len;
                if let Some(place) = self.territory(at) {
                    return Some((at..place.end, place.end, place.level, None));
                }
                continue;
            }
            let next = self.body_within(at, 0)?;
            let alike = if organ {
                next.head.form == Form::Organ && next.head.level.is_none()
            } else {
                matches!(next.head.form, Form::Territory | Form::Party | Form::Association | Form::Organ)
            };
            if !alike {
                return None;
            }
            if next.complete && next.end > next.head_end {
                let complement = self.complement(&next.head, next.head_end, 0)?;
                if !organ && complement.of.is_some() {
                    return None;
                }
                // `HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh Lào Cai` share the province, not the country.
                let from = self.vietnam(next.head_end).unwrap_or(next.head_end);
                if from >= next.end {
                    return None;
                }
                return Some((from..next.end, next.end, complement.level, complement.of));
            }
            at = next.end;
        }
        None
    }
}

/// Kind and level of a body from its head word and what follows it.
pub(super) fn classify(head: &Head, level: Option<Level>, of: Option<Kind>, city: Level) -> (Kind, Option<Level>) {
    let kind = match (head.form, of) {
        // `BCH T.Ư Hội NDVN` is the union's, `Văn phòng Bộ Xây dựng` the ministry's.
        (Form::Organ | Form::Seat, Some(Kind::MassOrganisation)) => Kind::MassOrganisation,
        (Form::Organ, Some(Kind::Government)) if head.kind == Kind::Commission => Kind::Government,
        (Form::Organ, Some(Kind::Other)) if matches!(head.kind, Kind::Government | Kind::MassOrganisation) => {
            Kind::Other
        }
        _ => head.kind,
    };
    let agency = |level: Level| if level == Level::Province { Level::Department } else { level };
    let level = match head.form {
        Form::Agency => level.map(agency),
        Form::Field => match (head.level, level) {
            (None, Some(Level::Province)) => Some(Level::Department),
            (None, level) => level,
            // `Cục Thuế tỉnh`, `Chi cục Kiểm lâm`: departments of the province.
            (Some(Level::Centre), Some(Level::Province)) => Some(Level::Department),
            (known, _) => known,
        },
        Form::Party => head.level.or(level).or(Some(Level::Grassroots)),
        Form::Seat if head.level.is_none() => level.or(Some(city)),
        Form::Proper => level.or(head.level),
        _ => head.level.or(level),
    };
    (kind, level)
}
