//! Which rule made each fact: the notes that the extractors left in [`Doc`], put beside the report.
//!
//! Compiled only with the feature `explain`, which the command has and the app has not.

use super::doc::Doc;
use super::{blocks, read};
use crate::report::{BlockKind, Quote, Report};
use crate::text::{Span, printed};

/// A rule that fired.
#[derive(Debug, Clone)]
pub(super) struct Fired {
    /// One of [`RULES`].
    pub rule: &'static str,
    /// Where the fact or its mention stands, in the normal form.
    pub fact: Span,
    /// The words that made the rule fire; those of the fact where nothing else did.
    pub cue: Span,
    /// What else there is to say.
    pub note: String,
}

/// A fact and the rule that made it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The list of the report that it stands in, or `metadata`.
    pub list: &'static str,
    /// Its place in that list.
    pub nth: usize,
    /// Where it stands; of a fact with mentions the first one.
    pub quote: Quote,
    /// One of [`RULES`].
    pub rule: &'static str,
    /// The words that made the rule fire, where they are not those of the fact itself.
    pub cue: Option<Quote>,
    /// What else there is to say; of a statement where its areas come from.
    pub note: String,
    /// The other mentions, each with its rule.
    pub mentions: Vec<(Span, &'static str)>,
}

/// Every rule and what it reads; the part before the dot is the kind of fact.
#[rustfmt::skip]
pub const RULES: &[(&str, &str)] = &[
    ("metadata.title", "the lines that are headlines"),
    ("metadata.section", "the line that names the site's section"),
    ("metadata.publisher", "the paper's mark before the first sentence, or the office that signs"),
    ("metadata.published", "the date line's day"),
    ("metadata.byline", "the line or the words at the end that sign the page"),
    ("metadata.views", "the number of a counter: `1.353 lượt xem`"),
    ("block.title", "the headline: the last short line above the date or the body, or a kicker above it"),
    ("block.section", "a line that names a section of a site"),
    ("block.date", "a line with a day and nothing else but who counts or labels it"),
    ("block.lede", "the first lines of the body, short, with more below them"),
    ("block.text", "running text, or what no other rule knows"),
    ("block.picture", "opens as words under a picture do: `Toàn cảnh`, `Ảnh:`"),
    ("block.caption", "says who does what at the meeting, and no more, or ends with a credit"),
    ("block.signature", "a name or an office below the last prose, or labelled"),
    ("block.furniture", "a known line or counter of sites: menu, print, share, breadcrumb"),
    ("block.masthead", "the name of the site or its office"),
    ("block.tail", "below the body: other news, forms, imprint"),
    ("block.repeat", "a line that repeats an earlier one, or the standfirst again"),
    ("event.main", "the meeting that the title, the verb and the day show the page to be about"),
    ("event.congress", "a congress, told by whose it is or by its number"),
    ("event.list", "a further congress that shares its first word: `Đại hội Đoàn Khối, Hội Cựu chiến binh Khối`"),
    ("event.other", "another meeting that is dated, or named in full: `tại Hội nghị tổng kết …`"),
    ("person.honorific", "a name after `đồng chí`, `ông`, `bà`"),
    ("person.title", "a name after a rank or an academic title: `Thượng tướng`, `ThS`"),
    ("person.role", "a name after what somebody is: `phóng viên`, `bị cáo`"),
    ("person.post", "a name after a post: `Bí thư Tỉnh ủy`"),
    ("person.list", "a name that goes on a list of names"),
    ("person.shape", "a surname and the shape of a name, with a post or a verb of speech after it or three words"),
    ("person.again", "a name that the page has told, alone"),
    ("organisation.whole", "a head word that is a whole name: `Bộ Chính trị`"),
    ("organisation.seat", "a committee and its place: `Tỉnh ủy Sóc Trăng`"),
    ("organisation.territory", "an authority and its level or place: `UBND tỉnh`"),
    ("organisation.organ", "an organ and the body whose part it is: `Ban Thường vụ Tỉnh ủy`"),
    ("organisation.party", "a Party unit and whose it is: `Đảng bộ xã`"),
    ("organisation.field", "an office and its field of work: `Sở Nội vụ`"),
    ("organisation.association", "a union or association, with where it is: `Hội Nông dân tỉnh`"),
    ("organisation.proper", "a body with a name of its own or a number: `Trung đoàn 841`"),
    ("organisation.cluster", "bodies that compete together: `Cụm thi đua số 5`"),
    ("organisation.alias", "an abbreviation that the page has explained in brackets"),
    ("organisation.bracket", "the abbreviation in brackets itself"),
    ("organisation.list", "a further body that shares the head word: `Sở Nội vụ, Tài chính`"),
    ("organisation.shared", "a head word that shares what tells whose it is: `HĐND, UBND xã Lê Hồng`"),
    ("directive.number", "a kind word and a number: `Chỉ thị số 05-CT/TW`"),
    ("directive.plenum", "of a plenum: `Nghị quyết Trung ương 4 (khóa XII)`"),
    ("directive.congress", "of a congress: `Nghị quyết Đại hội XII của Đảng`"),
    ("directive.title", "by its title in quotation marks"),
    ("directive.day", "by its day and who issued it"),
    ("directive.law", "a law by its title: `Luật Đất đai 2013`"),
    ("measure.percent", "a number and `%`"),
    ("measure.unit", "a number and a unit of measure or money"),
    ("measure.magnitude", "a number and `nghìn`, `triệu`, `tỷ` alone"),
    ("measure.noun", "a number and a counted noun of the genre"),
    ("measure.guess", "a number and a noun that no list has"),
    ("measure.change", "a word of change and a number without a unit: `tăng 96`"),
    ("measure.level", "the level after a change, in the unit before it: `xuống còn 268`"),
    ("measure.apart", "a number apart from its noun: `77 trong tổng số 108 trưởng thôn`"),
    ("period.term", "`nhiệm kỳ` and its years"),
    ("period.since", "`từ … đến …`"),
    ("period.stretch", "`giai đoạn`, `thời kỳ`, `niên khóa` and years"),
    ("period.quarter", "`quý` and its number"),
    ("period.year", "`năm` and its number, or a length that begins with it"),
    ("period.months", "months by number: `tháng 6/2017`, `6 tháng đầu năm`"),
    ("period.length", "a length of time: `5 năm qua`"),
    ("period.years", "years without a word before them: `2015-2020`"),
    ("place.province", "the name of a province, where nothing shows that it is a street, a person or a longer name"),
    ("place.kind-word", "a name after `tỉnh`, `huyện`, `xã`, `TP.` and the like"),
    ("place.list", "a further name that shares the kind word: `các huyện Cam Lộ, Triệu Phong`"),
    ("place.known", "a city that everyone knows, or a known district where the words around it say so"),
    ("place.again", "a name that the page has told, without its kind word"),
    ("statement.cue", "a cue speaks most for the role"),
    ("statement.trait", "a trait of the sentence (length, place, marks) speaks most for the role"),
    ("statement.carried", "the role goes on from the sentence before"),
    ("statement.section", "a heading of a section"),
];

/// Reads one page, and says of every fact which rule made it, list by list. The report is that of [`crate::parse()`].
///
/// ```
/// let (report, facts) = soi::explain("a", "Đảng bộ họp\nĐồng chí Lê Thị Hoa về dự. Hội nghị kết thúc.");
/// assert!(facts.iter().any(|fact| fact.list == "people" && fact.rule == "person.honorific"));
/// assert_eq!(report, soi::parse("a", &report.source));
/// ```
pub fn explain(id: &str, source: &str) -> (Report, Vec<Explained>) {
    let (report, doc) = read(id, source, &[], true);
    let mut page = Page { doc: &doc, report: &report, out: Vec::new() };
    page.metadata();
    let rules = blocks::explain::rules(&doc.text, &doc.tokens, &doc.blocks);
    for (nth, (block, rule)) in report.blocks.iter().zip(rules).enumerate() {
        page.push("blocks", nth, block.quote.clone(), rule);
    }
    for (nth, event) in report.events.iter().enumerate() {
        page.fact("events", "event", nth, std::slice::from_ref(&event.quote));
    }
    for (nth, person) in report.people.iter().enumerate() {
        page.fact("people", "person", nth, &person.mentions);
    }
    for (nth, organisation) in report.organisations.iter().enumerate() {
        page.fact("organisations", "organisation", nth, &organisation.mentions);
    }
    for (nth, directive) in report.directives.iter().enumerate() {
        page.fact("directives", "directive", nth, std::slice::from_ref(&directive.quote));
    }
    for (nth, measure) in report.measures.iter().enumerate() {
        page.fact("measures", "measure", nth, std::slice::from_ref(&measure.quote));
    }
    for (nth, period) in report.periods.iter().enumerate() {
        page.fact("periods", "period", nth, std::slice::from_ref(&period.quote));
    }
    for (nth, place) in report.places.iter().enumerate() {
        page.fact("places", "place", nth, &place.mentions);
    }
    for (nth, statement) in report.statements.iter().enumerate() {
        page.fact("statements", "statement", nth, std::slice::from_ref(&statement.quote));
    }
    let out = page.out;
    (report, out)
}

struct Page<'a> {
    doc: &'a Doc,
    report: &'a Report,
    out: Vec<Explained>,
}

impl Page<'_> {
    fn push(&mut self, list: &'static str, nth: usize, quote: Quote, rule: &'static str) {
        self.out.push(Explained { list, nth, quote, rule, cue: None, note: String::new(), mentions: Vec::new() });
    }

    /// A fact that left its note; one without a mention has no place, and cannot be.
    fn fact(&mut self, list: &'static str, kind: &str, nth: usize, mentions: &[Quote]) {
        let Some((first, rest)) = mentions.split_first() else { return };
        let mentions = rest.iter().map(|quote| (quote.span(), self.fired(kind, quote.span()).0)).collect();
        let (rule, cue, note) = self.fired(kind, first.span());
        self.out.push(Explained { list, nth, quote: first.clone(), rule, cue, note, mentions });
    }

    /// The rule that made what stands at a place of the source.
    fn fired(&self, kind: &str, at: Span) -> (&'static str, Option<Quote>, String) {
        let trace = self.doc.trace.as_ref().map(|trace| trace.borrow());
        let of_kind = || {
            trace
                .iter()
                .flat_map(|trace| trace.iter())
                .filter(|f| f.rule.split_once('.').is_some_and(|(own, _)| own == kind))
        };
        let source = |f: &Fired| self.doc.text.source_span(f.fact);
        // The end of a name may be cut or widened after it was found: its beginning tells it then.
        let found = of_kind()
            .find(|f| source(f) == at)
            .or_else(|| of_kind().find(|f| source(f).start == at.start))
            .or_else(|| of_kind().find(|f| source(f).overlaps(at)));
        match found {
            Some(f) => (f.rule, (f.cue != f.fact).then(|| self.doc.text.quote(f.cue)), f.note.clone()),
            None => ("none", None, String::new()),
        }
    }

    fn metadata(&mut self) {
        use BlockKind::*;
        let report = self.report;
        let views = report.views.map(|views| views.to_string());
        let fields: [(&'static str, Option<&str>, &[BlockKind]); 6] = [
            ("metadata.title", report.title.as_deref(), &[Title]),
            ("metadata.section", report.section.as_deref(), &[Section]),
            ("metadata.publisher", report.publisher.as_deref(), &[Lede, Paragraph, Byline]),
            ("metadata.published", report.published.as_deref(), &[Dateline]),
            ("metadata.byline", report.byline.as_deref(), &[Byline, Paragraph, Lede, Dateline]),
            ("metadata.views", views.as_deref(), &[Chrome, Dateline]),
        ];
        for (rule, value, kinds) in fields {
            let Some(value) = value else { continue };
            let of_kind = || report.blocks.iter().filter(|block| kinds.contains(&block.kind));
            let says = |text: &str| match rule {
                "metadata.views" => text.bytes().filter(u8::is_ascii_digit).eq(value.bytes()),
                _ => text.contains(value),
            };
            let block = of_kind().find(|block| says(&printed(block.quote.as_str()))).or_else(|| of_kind().next());
            if let Some(block) = block {
                self.push("metadata", self.out.len(), block.quote.clone(), rule);
            }
        }
    }
}
