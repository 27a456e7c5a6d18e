//! Where names stand: runs of capitals, what introduces them, and what shows that they are no people.

use std::ops::Range;

use soi_words::numbered;

use super::posts;
use crate::lexicon::districts::UNITS;
use crate::lexicon::names::{
    ABROAD, FRESH_STARTS, FUNCTION_WORDS, HONORIFICS, Honorific, NAMESAKES, NO_NAMES, NO_PEOPLE, PLACES, SURNAMES,
    WEAK_SURNAMES,
};
use crate::lexicon::posts::{POST_ENDS, POSTS};
use crate::lexicon::speech::AFTER_NAMES;
use crate::parse::doc::Doc;
use crate::text::token::token;
use crate::text::{Case, Letter, TokenKind, Word};

/// A name in the text, with the posts around it.
#[derive(Debug, Clone)]
pub(super) struct Sighting {
    /// The tokens of the name.
    pub name: Range<usize>,
    /// First token of what leads to it: posts, honorific.
    pub lead: usize,
    /// One past the posts that follow it.
    pub end: usize,
    /// The posts, as tokens.
    pub posts: Vec<Range<usize>>,
    /// Whether it may be a short form of a name met elsewhere.
    pub short: bool,
    /// Whether nothing but a post shows it to be a short form: it must then belong to a known name.
    pub doubtful: bool,
    /// Whether an honorific, a role or a post shows it to be a person.
    pub introduced: bool,
}

/// A run of capitals that nothing shows to be a name; it may repeat one.
pub(super) type Run = Range<usize>;

/// What the scan of a page finds.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub sightings: Vec<Sighting>,
    pub leftover: Vec<Run>,
    /// Names of streets, schools and the like: the same name without an introduction is one again.
    namesakes: Vec<String>,
}

/// Every name of the fact-bearing blocks.
pub(super) fn scan(doc: &Doc) -> Scan {
    let mut out = Scan::default();
    let last_body = doc.blocks.iter().rposition(|line| line.kind.is_body());
    for (n, line) in doc.blocks.iter().enumerate().filter(|(_, line)| line.kind.holds_facts()) {
        let lo = doc.tokens.partition_point(|t| t.span.start < line.span.start);
        let hi = doc.tokens.partition_point(|t| t.span.end <= line.span.end);
        if lo < hi {
            Scanner { doc, lo, hi, signed: last_body == Some(n), floor: lo, namesake: false }.block(&mut out);
        }
    }
    let namesakes = std::mem::take(&mut out.namesakes);
    out.sightings.retain(|s| s.introduced || !namesakes.iter().any(|name| name == doc.lower(doc.span(s.name.clone()))));
    out
}

/// Whether a name surely begins at `at`: a post before it is its own.
pub(super) fn starts_name(doc: &Doc, at: usize, hi: usize) -> bool {
    let lo = doc.tokens[..at.min(hi)].iter().rposition(|t| t.kind == TokenKind::Break).map_or(0, |i| i + 1);
    Scanner { doc, lo, hi, signed: false, floor: lo, namesake: false }.starts_name(at)
}

/// What shows that a run is a name.
enum Intro {
    /// `ông`, a rank, a role; the token where it begins.
    Word(Honorific, usize),
    /// A post right before it.
    Post,
    /// The list that it stands in.
    List,
    /// Nothing before it.
    None,
}

impl Intro {
    /// The rule of `explain::RULES` that it is.
    fn rule(&self) -> &'static str {
        match self {
            Self::Word(Honorific::Plain, _) => "person.honorific",
            Self::Word(Honorific::Title, _) => "person.title",
            Self::Word(Honorific::Role, _) => "person.role",
            Self::Post => "person.post",
            Self::List => "person.list",
            Self::None => "person.shape",
        }
    }
}

struct Scanner<'a> {
    doc: &'a Doc,
    lo: usize,
    hi: usize,
    /// Whether the block may end in a signature.
    signed: bool,
    /// Where the last name with its posts ended.
    floor: usize,
    /// Whether the last run was the name of a street or the like.
    namesake: bool,
}

#[numbered]
impl Scanner<'_> {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn word(&self, i: usize) -> Word {
        if i < self.hi { self.doc.id(i) } else { "" }
    }

    /// The same as letters.
    fn small(&self, i: usize) -> &str {
        if i < self.hi { self.doc.word(i) } else { r"" }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn before(&self, i: usize, back: usize) -> Word {
        match i.checked_sub(back) {
            Some(at) if at >= self.lo => self.doc.id(at),
            _ => "",
        }
    }

    fn block(&mut self, out: &mut Scan) {
        let mut i = self.lo;
        while i < self.hi {
            if !is_capital(self.doc, i) {
                i += 1;
                continue;
            }
            let end = run_end(self.doc, i, self.hi);
            match self.run(i..end, out.sightings.last()) {
                Some(sighting) => {
                    i = sighting.end.max(sighting.name.end);
                    self.floor = i;
                    self.namesake = false;
                    out.sightings.push(sighting);
                }
                None => {
                    if self.namesake {
                        out.namesakes.push(self.doc.lower(self.doc.span(i..end)).to_owned());
                    }
                    out.leftover.push(i..end);
                    i = end;
                }
            }
        }
    }

    /// Reads a run of capitals as a name.
    fn run(&mut self, run: Run, previous: Option<&Sighting>) -> Option<Sighting> {
        let (mut start, mut lead) = (run.start, run.start);
        let mut intro = Intro::None;
        let after_namesake = std::mem::take(&mut self.namesake);
        // Capitals that introduce stand in the run: `Ông Nguyễn …`, `Đại Tá …`, `Phó Giám Đốc …`, `Ths Trần …`.
        let opens = start == self.lo || !matches!(self.doc.kind(start - 1), TokenKind::Word | TokenKind::Number);
        if let Some(hit) = self.doc.longest(&HONORIFICS, start, run.end)
            && hit.tokens.end < run.end
            && (opens || hit.value == Honorific::Title || matches!(self.word(start), "ông" | "bà"))
            && !self.is_no_person(start)
        {
            // `(Ảnh: Em Đẹp)`, `Trường Sơn - Anh Vũ` at the end of the page
            let credit = hit.value == Honorific::Plain
                && !matches!(self.word(start), "ông" | "bà")
                && (self.ends_namesake(start) || self.is_signature(&run));
            if credit {
                return None;
            }
            intro = Intro::Word(hit.value, start);
            start = hit.tokens.end;
        } else if let Some(hit) = self.doc.longest(&POSTS, start, run.end)
            && hit.tokens.end < run.end
        {
            intro = Intro::Post;
            start = hit.tokens.end;
        }
        if matches!(intro, Intro::None)
            && let Some((kind, at)) = self.honorific_before(start)
            && !self.is_no_person(at)
        {
            intro = Intro::Word(kind, at);
        }

        if let Intro::Word(_, at) = intro {
            lead = at;
        }
        let limit = if matches!(intro, Intro::Word(..)) { lead } else { start };
        let mut posts_before = posts::before(self.doc, limit, self.floor);
        if matches!(intro, Intro::None) && !posts_before.is_empty() {
            intro = Intro::Post;
        }
        let namesake =
            self.ends_namesake(run.start) || (after_namesake && matches!(self.before(run.start, 1), "," | "và"));
        if matches!(intro, Intro::None) {
            self.namesake = namesake && SURNAMES.contains(self.word(run.start));
            if namesake || self.is_signature(&run) {
                return None;
            }
            let continues = previous.is_some_and(|p| {
                p.end.max(p.name.end) + 1 == start && matches!(self.before(start, 1), "," | ";" | "và")
            });
            if continues {
                intro = Intro::List;
            }
        }

        let tailed = posts_before.last().is_some_and(|post| tail(self.doc, post));
        let name = self.name_in(start..run.end, &intro, tailed)?;
        if let (Intro::Post, Some(last)) = (&intro, posts_before.last_mut()) {
            last.end = name.start;
            while last.end > last.start + 1 && self.word(last.end - 1) == "," {
                last.end -= 1;
            }
        }
        if self.doc.longest(&POSTS, name.start, self.hi).is_some()
            || self.doc.lower(self.doc.span(name.clone())).starts_with("t.ư")
            || self.is_no_person(name.start)
        {
            return None;
        }
        // `cảnh sát Myanmar`, `Đội trưởng của U20 Việt Nam`, `quản lý của Agribank Lào Cai`
        let country =
            name.len() == 1 && is_country(self.word(name.start)) && matches!(intro, Intro::Word(Honorific::Role, _));
        let abroad = country
            || (name.len() == 1 && ABROAD.contains(self.word(name.start)))
            || matches!(self.word(name.start), "the" | "u");
        let digits = name.clone().any(|i| self.small(i).bytes().any(|b| b.is_ascii_digit()));
        let placed = name.len() > 2 && !self.is_surname(name.start) && self.is_place(&(name.end - 2..name.end));
        if abroad || digits || placed {
            return None;
        }
        // `nữ ca sĩ Mỹ Ariana Grande`, `Thị trưởng Jakarta Basuki …`
        let mut name = name;
        let foreign = name.clone().any(|i| !is_syllable(self.small(i)));
        if foreign && name.len() >= 2 {
            let place = (1..name.len().min(4)).rev().find(|&n| self.is_place(&(name.start..name.start + n)));
            let one = is_country(self.word(name.start)) || ABROAD.contains(self.word(name.start));
            name.start += place.unwrap_or(usize::from(one));
        }
        // `BS Khoa Mắt`, `cựu tiền đạo Juventus`, `chuyên gia Bkav`
        let ward = self.word(name.start) == "khoa" && name.len() >= 2;
        let role = matches!(intro, Intro::Word(Honorific::Role, at) if matches!(self.before(at, 1), "cựu")
            || matches!(self.word(name.start - 1), "gia" | "viên"));
        if ward || (name.len() == 1 && foreign && role) {
            return None;
        }
        // `Phó Bí thư Đoàn TNCS Hồ Chí Minh Quận`
        if name.len() > 3 && self.is_hero(&(name.start..name.start + 3)) {
            return None;
        }
        // `đồng chí Thượng tướng Lê …` has a rank there; `chi nhánh Hà Nội Công ty` a place.
        let rank = self.doc.longest(&HONORIFICS, name.start, self.hi).is_some_and(|hit| hit.tokens.end > name.end);
        let seat = name.len() == 3
            && NO_NAMES.contains(self.word(name.start + 2))
            && self.is_place(&(name.start..name.start + 2));
        if rank || seat {
            return None;
        }
        // A caption run into the body: `Lê Văn Bé Lê Văn Bé trước tòa`.
        let half = name.len() / 2;
        if half >= 2
            && name.len() == 2 * half
            && (0..half).all(|n| self.small(name.start + n) == self.small(name.start + half + n))
        {
            name.end = name.start + half;
        }
        let count = name.len();
        if count == 1 && FUNCTION_WORDS.contains(self.word(name.start)) {
            return None;
        }
        // `các đồng chí Ban Thường vụ` is a body, `ông Trung` a person.
        let given =
            matches!(intro, Intro::Word(..)) && count == 1 && !matches!(self.before(name.start, 1), "chí" | "c" | ":");
        // `Đoàn Mạnh Giao` is a man, `Đoàn Thanh niên` and `Đoàn Việt Nam` are bodies.
        // `Tổng Bí thư Trường Chinh`
        let high = count == 2
            && posts::is_high_office(self.doc, name.start)
            && posts::begins_bare_name(self.doc, name.start, name.end)
            && !self.is_place(&name);
        let named = high
            || SURNAMES.contains(self.word(name.start)) && count >= 3 && !self.is_place(&(name.start + 1..name.end));
        if NO_NAMES.contains(self.word(name.start)) && !given && !named {
            return None;
        }
        let surname = self.is_surname(name.start);
        let vietnamese = name.clone().all(|i| is_syllable(self.doc.word(i)));
        let short = match intro {
            Intro::Word(Honorific::Plain | Honorific::Title, _) => count == 1 || (count == 2 && vietnamese && !surname),
            Intro::Word(Honorific::Role, _) | Intro::Post => {
                if count == 1 && vietnamese {
                    return None;
                }
                // `giảng viên Khoa Ngữ văn`
                let goes_on =
                    self.doc.tokens.get(name.end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
                        && !self.is_end(name.end);
                if vietnamese && !surname && goes_on && matches!(intro, Intro::Word(..)) {
                    return None;
                }
                count == 1 || (count == 2 && vietnamese && !surname)
            }
            Intro::List | Intro::None => false,
        };
        let after = posts::after(self.doc, name.end, self.hi, |at| self.starts_name(at));
        match intro {
            Intro::None | Intro::List => {
                // `Nguyễn Thị Tuyết - Long An Thí sinh …`
                if count == 3 && self.is_place(&(name.start..name.start + 2)) {
                    return None;
                }
                // `Y Biêr Niê, Phó Bí thư Tỉnh ủy` in a list of guests
                let listed = matches!(intro, Intro::List) && !after.posts.is_empty();
                if !surname || !(vietnamese || listed) || !(2..=5).contains(&count) || self.is_place(&name) {
                    return None;
                }
                let strong = count >= 3 && SURNAMES.contains(self.word(name.start));
                let told = !after.posts.is_empty() || self.told_after(name.end);
                if !(strong || told || matches!(intro, Intro::List)) {
                    return None;
                }
                if self.is_hero(&name) {
                    return None;
                }
            }
            // `Trưởng công an H.Nghĩa Hành`
            Intro::Post if self.word(name.start + 1) == "." => return None,
            Intro::Post => {
                // `Phó viện trưởng Viện kiểm sát huyện Cam Lộ`
                let unsure = !SURNAMES.contains(self.word(name.start)) || self.ends_namesake(name.start);
                if unsure && count < 3 && name.start == run.start && self.names_place(run.start) {
                    return None;
                }
                let from = posts_before.first().map_or(lead, |post| post.start);
                // `Phó Bí thư Thành đoàn TP. Hồ Chí Minh`
                let city = matches!(self.before(name.start, 1), "." | "tp" | "phố");
                if self.is_place(&name) || (self.is_hero(&name) && (city || !self.is_met_hero(from))) {
                    return None;
                }
            }
            Intro::Word(..) => {
                // `Hai nhà Lãnh đạo Hàn Quốc`
                let country = count == 2 && self.word(name.end - 1) == "quốc";
                if self.is_place(&name) && (!surname || country) {
                    return None;
                }
            }
        }
        // `thạc sỹ Xây dựng` is a degree, `bác sĩ Hùng cho biết` a person.
        let degree = count == 1
            && matches!(intro, Intro::Word(Honorific::Title, _))
            && self.doc.tokens.get(name.end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
            && !self.is_end(name.end);
        let introduced = matches!(intro, Intro::Word(..) | Intro::Post) || !after.posts.is_empty();
        self.doc
            .fired(|| (intro.rule(), name.clone(), if introduced { lead.min(name.start)..name.start } else { 0..0 }));
        let short = short && !high;
        let doubtful = short && matches!(intro, Intro::Post) || degree;
        let lead = posts_before.first().map_or(lead, |p| p.start.min(lead));
        let mut found = posts_before;
        found.extend(after.posts);
        Some(Sighting { lead, end: after.end.max(name.end), posts: found, short, doubtful, introduced, name })
    }

    /// The honorific, rank or role that ends right before `at`, and where it begins.
    fn honorific_before(&self, at: usize) -> Option<(Honorific, usize)> {
        let lowest = at.saturating_sub(5).max(self.lo);
        // `các đồng chí: A, …`
        let until = if matches!(self.before(at, 1), ":") { at - 1 } else { at };
        (lowest..until).find_map(|from| {
            let hit = self.doc.longest(&HONORIFICS, from, until)?;
            // `các đồng chí: A`, not `Khủng bố ở Anh: Nổ bom`
            let many = matches!(self.word(from), "các" | "hai" | "ba") || matches!(self.before(from, 1), "các");
            let plain = hit.value == Honorific::Plain && (many || matches!(self.word(until - 1), "chí" | "c"));
            // `Văn phòng luật sư Nguyễn Anh`
            let firm = hit.value == Honorific::Title && matches!(self.before(from, 1), "phòng");
            (hit.tokens.end == until && (plain || until == at) && !firm).then_some((hit.value, from))
        })
    }

    /// Whether a word goes on after a name: a verb, a preposition.
    fn is_end(&self, at: usize) -> bool {
        self.doc.longest(&POST_ENDS, at, self.hi).is_some_and(|hit| hit.value)
    }

    fn is_no_person(&self, at: usize) -> bool {
        self.doc.longest(&NO_PEOPLE, at, self.hi).is_some()
    }

    /// Whether the words before a run give its name to a street, a school, a firm, a photograph.
    fn ends_namesake(&self, at: usize) -> bool {
        // `số 69 Phan Đình Phùng`
        let house = self.before(at, 2) == "số"
            && self.doc.kind(at - 1) == TokenKind::Number
            && self.doc.place(at - 1).len() < 5;
        if house {
            return true;
        }
        let lowest = at.saturating_sub(4).max(self.lo);
        (lowest..at).any(|from| self.doc.longest(&NAMESAKES, from, at).is_some_and(|hit| hit.tokens.end == at))
    }

    /// A name that ends the page after a stop signs it: `… được giao. Mai Hoàng`, `… xã hội. Trần Tĩnh (TTXVN)`.
    fn is_signature(&self, run: &Run) -> bool {
        if !self.signed || self.hi - run.end > 6 {
            return false;
        }
        let before = self.before(run.start, 1);
        let alone =
            run.start == self.lo || matches!(before, "." | "…" | "!" | "?" | "”" | "\"" | ")" | "-" | "–" | "/");
        alone
            && (run.end..self.hi).all(|i| {
                let token = *token(&self.doc.tokens, i);
                token.kind != TokenKind::Word
                    || token.case != Case::Lower
                    || matches!(self.doc.id(i), "và" | "tổng" | "hợp" | "theo")
            })
    }

    fn is_surname(&self, at: usize) -> bool {
        let word = self.word(at);
        SURNAMES.contains(word) || WEAK_SURNAMES.contains(word)
    }

    fn is_place(&self, name: &Range<usize>) -> bool {
        let text = self.doc.lower(self.doc.span(name.clone()));
        let unit = self.doc.longest(&UNITS, name.start, name.end);
        (PLACES.contains(text) || unit.is_some_and(|hit| hit.tokens.end == name.end)) && text != "hồ chí minh"
    }

    fn is_hero(&self, name: &Range<usize>) -> bool {
        self.doc.lower(self.doc.span(name.clone())) == "hồ chí minh"
    }

    /// `do Chủ tịch Hồ Chí Minh phát động` is about the man, `tấm gương Chủ tịch Hồ Chí Minh` about a campaign.
    fn is_met_hero(&self, lead: usize) -> bool {
        !matches!(
            self.before(lead, 1),
            "gương" | "đức" | "cách" | "tưởng" | "lăng" | "tàng" | "đài" | "tượng" | "theo" | "di" | "về" | "tích"
        )
    }

    /// The name in a run: its end cut at a fresh start, its beginning moved past the place that belongs to the post.
    fn name_in(&self, run: Run, intro: &Intro, tailed: bool) -> Option<Range<usize>> {
        let mut run = run;
        if run.is_empty() {
            return None;
        }
        // `Nguyễn Văn A Giám đốc`, `Ảnh: Văn Nam Đây được xem`
        for i in run.start + 1..run.end {
            let post = self.doc.longest(&POSTS, i, self.hi).is_some();
            let fresh = i + 1 == run.end
                && i >= run.start + 2
                && FRESH_STARTS.contains(self.word(i))
                && !matches!(self.word(i - 1), "văn" | "thị")
                && self.doc.tokens.get(i + 1).is_some_and(|t| t.case == Case::Lower && t.kind != TokenKind::Mark)
                // `Lê Minh Toàn cho biết` is a whole name, `… Toàn cảnh` is not.
                && (FUNCTION_WORDS.contains(self.word(i)) || !self.is_end(i + 1));
            // `chị Hằng Chị Hằng chia sẻ`
            let again = i + 1 < run.end && matches!(self.word(i), "ông" | "bà" | "chị");
            // `cháu Nghĩa Sau khi`
            let function = i + 1 == run.end
                && matches!(intro, Intro::Word(..))
                && FUNCTION_WORDS.contains(self.word(i))
                && self.doc.tokens.get(i + 1).is_some_and(|t| t.case == Case::Lower && t.kind == TokenKind::Word);
            // `Nguyễn Phú Trọng Ban Bí thư`
            let body = i + 1 < run.end && i >= run.start + 2 && matches!(self.word(i), "ban" | "bộ" | "sở" | "ủy");
            if post || fresh || function || body || again {
                run.end = i;
                break;
            }
        }
        match intro {
            Intro::Word(..) => {
                let vietnamese = run.clone().all(|i| is_syllable(self.small(i)));
                let marks = run.clone().any(|i| self.doc.kind(i) == TokenKind::Mark);
                let most = match vietnamese {
                    true if self.is_surname(run.start) => 5,
                    // `Ét-tê-ban La-dô` is many tokens.
                    _ if marks => 14,
                    _ => 6,
                };
                run.end = run.end.min(run.start + most);
                Some(run)
            }
            Intro::Post => self.split(run, tailed),
            Intro::List | Intro::None => {
                // `UBND TP Hà Nội Nguyễn Đức Chung` has its post elsewhere; here the run must be the name itself.
                Some(run)
            }
        }
    }

    /// Where the name begins in a run that may begin with the end of a post: `Vĩnh Phúc Hoàng Thị Thúy Lan`.
    fn split(&self, run: Run, tailed: bool) -> Option<Range<usize>> {
        // `Trưởng Ban Quốc tế Trung ương Đoàn Phạm Thị Lan`, `Bí thư Tỉnh Đoàn Đắk Lắk Y Nin Niê`: the union's word.
        let union = (run.start..run.end.min(run.start + 2)).find(|&i| {
            self.word(i) == "đoàn"
                && run.end - i > 2
                && matches!(self.before(i, 1), "ương" | "tỉnh" | "thành" | "huyện" | "quận" | "thị")
        });
        if let Some(at) = union
            && (self.is_surname(at + 1) || self.is_place(&(at + 1..run.end.min(at + 3))))
        {
            return self.split(at + 1..run.end, tailed);
        }
        let place = (run.start + 1..run.end)
            .rev()
            .find(|&i| self.is_place(&(run.start..i)) || self.doc.lower(self.doc.span(run.start..i)) == "hồ chí minh");
        let fits = |start: usize| {
            self.is_surname(start)
                && (2..=5).contains(&(run.end - start))
                && (start..run.end).all(|i| is_syllable(self.small(i)))
        };
        if let Some(at) = place
            && (fits(at) || !is_syllable(self.small(at)) || self.word(at) == "y" && run.end - at > 1)
        {
            return Some(at..run.end);
        }
        let strong = |i: usize| SURNAMES.contains(self.word(i));
        // A weak surname after `huyện`, `xã` begins the place: `UBND huyện Kim Thành Nguyễn Văn A`.
        let of_place = self.names_place(run.start);
        if fits(run.start) && (strong(run.start) || !(of_place && run.len() >= 4)) {
            return Some(run);
        }
        if let Some(at) = (run.start + 1..run.end).find(|&i| strong(i) && fits(i)) {
            return Some(at..run.end);
        }
        // `Trưởng thôn Tân Lập Thân Thị Khoa`
        if of_place && run.len() >= 5 && fits(run.start + 2) {
            return Some(run.start + 2..run.end);
        }
        if fits(run.start) {
            return Some(run);
        }
        if let Some(at) = (run.start + 1..run.end).find(|&i| fits(i) && run.end - i >= 3) {
            return Some(at..run.end);
        }
        let foreign = run.clone().any(|i| !is_syllable(self.small(i)));
        if foreign {
            // `Tổng thống Mỹ Donald Trump`, `Ngoại trưởng Nga Sergey Lavrov`
            // `CEO AirAsia Tony Fernandes`
            let firm = is_country(self.word(run.start)) || (run.len() > 2 && self.doc.case(run.start) == Case::Mixed);
            let at = if firm && run.len() > 1 { run.start + 1 } else { run.start };
            return (run.end - at <= 5 && (!tailed || at > run.start || is_country(self.before(run.start, 1))))
                .then_some(at..run.end);
        }
        // `Chủ tịch Đức Duy`: a short form, right after the post.
        (!tailed && run.len() == 2).then_some(run)
    }

    /// Whether the word before a run may be followed by a place: `UBND huyện`, `Tỉnh ủy`.
    fn names_place(&self, at: usize) -> bool {
        matches!(
            self.before(at, 1),
            "tỉnh"
                | "huyện"
                | "xã"
                | "phường"
                | "quận"
                | "phố"
                | "tp"
                | "trấn"
                | "ủy"
                | "thôn"
                | "trường"
                | "ty"
                | "."
                | "đoàn"
                | "ubnd"
        )
    }

    /// Whether a name surely begins at `at`: a post before it is its own.
    fn starts_name(&self, at: usize) -> bool {
        if at >= self.hi || !is_capital(self.doc, at) {
            return false;
        }
        let end = run_end(self.doc, at, self.hi);
        let vietnamese = (at..end).all(|i| is_syllable(self.small(i)));
        // `Chủ tịch Hội Phụ nữ thành phố Trần Thị Hoa`
        let whole = (3..=5).contains(&(end - at)) && matches!(self.word(at + 1), "thị" | "văn");
        vietnamese
            && (SURNAMES.contains(self.word(at)) || whole && self.is_surname(at))
            && (2..=5).contains(&(end - at))
            && (!self.ends_namesake(at) || whole && self.before(at, 1) == "phố" && self.before(at, 2) == "thành")
    }

    /// Whether what follows says that a person was named: a verb of speech, an age, a birth, an address.
    fn told_after(&self, at: usize) -> bool {
        let mut at = at;
        if matches!(self.word(at), "," | "(" | "–" | "-") {
            at += 1;
        }
        let year = self.word(at + 1);
        (self.doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number) && matches!(year, "tuổi"))
            || self.doc.longest(&AFTER_NAMES, at, self.hi).is_some()
    }
}

/// Whether a post has words of its body after its head.
fn tail(doc: &Doc, post: &Range<usize>) -> bool {
    doc.longest(&POSTS, post.start, post.end).is_none_or(|hit| hit.tokens.end < post.end)
}

/// Whether a token may be part of a name: a word with a capital first, small letters after it.
pub(super) fn is_capital(doc: &Doc, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && matches!(t.case, Case::Capital | Case::Mixed))
}

/// One past the run of capitals that begins at `at`.
#[numbered]
pub(super) fn run_end(doc: &Doc, at: usize, hi: usize) -> usize {
    let mut end = at + 1;
    loop {
        let glued = |i: usize| i < hi && doc.tokens.get(i).is_some_and(|t| !t.spaced);
        let single = doc.place(end - 1).len() <= 2 && doc.norm(doc.place(end - 1)).chars().count() == 1;
        if end < hi && is_capital(doc, end) && doc.spaced(end) {
            end += 1;
        } else if matches!(doc.id(end), "'" | "’" | "‘" | "-") && glued(end) && glued(end + 1) && end + 1 < hi {
            // `H’Yim`, `Ban Ki-moon`; a hyphen joins foreign syllables, not `Lê Hồng-Hải Dương`.
            let next = *token(&doc.tokens, end + 1);
            if next.kind != TokenKind::Word || matches!(next.case, Case::Upper) {
                break;
            }
            // `Hồ Văn Niên-Ủy viên …`: the post is glued to a whole name.
            let whole = end - at >= 2
                && doc.id(end) == "-"
                && next.case == Case::Capital
                && is_syllable(doc.word(end - 1))
                && is_syllable(doc.word(end + 1))
                && (SURNAMES.contains(doc.id(at)) || doc.longest(&POSTS, end + 1, hi).is_some());
            if whole {
                break;
            }
            end += 2;
        } else if single
            && doc.id(end) == "."
            && glued(end)
            && is_capital(doc, end + 1)
            && glued(end + 1)
            && end + 1 < hi
        {
            // `N.T.H`
            end += 2;
        } else if single
            && end > at + 1
            && doc.id(end) == "."
            && glued(end)
            && end + 1 < hi
            && is_capital(doc, end + 1)
            && !is_syllable(doc.word(at))
        {
            // `Harry J. Kazianis`
            end += 2;
        } else if matches!(doc.id(end), "van" | "de" | "bin" | "von" | "der" | "da" | "di" | "al" | "del" | "bint")
            && end + 1 < hi
            && is_capital(doc, end + 1)
            && !is_syllable(doc.word(end - 1))
        {
            end += 2;
        } else {
            break;
        }
    }
    end.min(hi)
}

#[numbered]
fn is_country(word: Word) -> bool {
    matches!(
        word,
        "mỹ" | "nga"
            | "anh"
            | "pháp"
            | "đức"
            | "nhật"
            | "hàn"
            | "trung"
            | "ý"
            | "úc"
            | "ấn"
            | "philippines"
            | "malaysia"
            | "indonesia"
            | "singapore"
            | "campuchia"
            | "lào"
            | "thái"
            | "iran"
            | "iraq"
            | "israel"
            | "syria"
            | "ukraine"
            | "italy"
            | "canada"
            | "australia"
            | "brazil"
            | "mexico"
            | "cuba"
            | "venezuela"
            | "myanmar"
            | "philippine"
            | "eu"
            | "belarus"
            | "kazakhstan"
            | "qatar"
            | "hy"
            | "ba"
    )
}

/// Whether a word, in lower case, has the shape of a Vietnamese syllable: onset, vowels, coda.
pub(super) fn is_syllable(word: &str) -> bool {
    const ONSETS: &[&str] = &[
        "ngh", "ch", "gh", "kh", "ng", "nh", "ph", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p",
        "r", "s", "t", "v", "x", "",
    ];
    const CODAS: &[&str] = &["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    let length = |text: &str, vowels: bool| -> usize {
        text.chars().take_while(|&c| Letter::of(c).is_some() == vowels).map(char::len_utf8).sum()
    };
    let is_rime = |rest: &str| {
        let (vowels, coda) = rest.split_at_checked(length(rest, true)).unwrap_or_default();
        (1..=3).contains(&vowels.chars().count()) && CODAS.contains(&coda)
    };
    let (onset, rest) = word.split_at_checked(length(word, false)).unwrap_or_default();
    // `gi` and `qu` may hold the only vowel (`Gì`, `Gi`) or stand before others.
    let joined = word.strip_prefix("gi").or_else(|| word.strip_prefix("qu"));
    ONSETS.contains(&onset) && is_rime(rest) || joined.is_some_and(is_rime)
}
