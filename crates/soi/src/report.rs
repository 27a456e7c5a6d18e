//! The vocabulary of a parsed report: the JSON contract that `soi parse` writes.
//!
//! These are the only types that derive serde. Field order here is the order in the JSON.

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct};

use crate::text::Span;

/// A piece of the source, with its place: `source[at] == quote` holds by construction.
///
/// It shares the source instead of copying from it.
#[derive(Clone, PartialEq, Eq)]
pub struct Quote {
    held: Arc<str>,
    within: Span,
    at: Span,
}

impl Quote {
    /// The quote that covers `at` (bytes) of `source`.
    ///
    /// # Panics
    /// If `at` is out of range or splits a character: the caller got it from the same source.
    pub fn at(source: &Arc<str>, at: Span) -> Self {
        Self::checked(source, at).expect("a quote lies in its source")
    }

    /// The same for a span that came from outside: `None` where it is no span of `source`.
    pub fn checked(source: &Arc<str>, at: Span) -> Option<Self> {
        source.get(at.range())?;
        Some(Self { held: Arc::clone(source), within: at, at })
    }

    /// The exact substring of the source.
    pub fn as_str(&self) -> &str {
        self.held.get(self.within.range()).unwrap_or_default()
    }

    /// Its byte range in the source.
    pub fn span(&self) -> Span {
        self.at
    }
}

impl std::fmt::Debug for Quote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}@{}..{}", self.as_str(), self.at.start, self.at.end)
    }
}

impl Serialize for Quote {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Quote", 2)?;
        s.serialize_field("quote", self.as_str())?;
        s.serialize_field("at", &(self.at.start, self.at.end))?;
        s.end()
    }
}

impl<'de> Deserialize<'de> for Quote {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Raw {
            quote: String,
            at: (u32, u32),
        }
        let raw = Raw::deserialize(deserializer)?;
        let len = raw.quote.len() as u32;
        let at = Span::new(raw.at.0, raw.at.1);
        Ok(Self { held: raw.quote.into(), within: Span::new(0, len), at })
    }
}

/// A closed list of values with their Vietnamese names in the contract.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the contract.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value of that name in the contract.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }

            /// The place in [`Self::ALL`].
            pub const fn index(self) -> usize {
                self as usize
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// What a line of the page is.
    BlockKind {
        /// Headline or kicker.
        Title = "title",
        /// The site's section, alone on its line.
        Section = "section",
        /// Publication date line.
        Dateline = "dateline",
        /// Standfirst.
        Lede = "lede",
        /// Running text.
        Paragraph = "paragraph",
        /// Words under a picture.
        Caption = "caption",
        /// Who signs the page.
        Byline = "byline",
        /// The site's furniture.
        Chrome = "chrome",
        /// A line that repeats an earlier block.
        Repeat = "repeat",
    }
}

impl BlockKind {
    /// Whether facts are read from blocks of this kind.
    pub const fn holds_facts(self) -> bool {
        matches!(self, Self::Title | Self::Lede | Self::Paragraph | Self::Caption)
    }

    /// Whether blocks of this kind are the body: `lede` and `paragraph`.
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Lede | Self::Paragraph)
    }
}

vocabulary! {
    /// Kind of a meeting.
    EventKind {
        /// Interim review.
        InterimReview = "sơ kết",
        /// Final review.
        FinalReview = "tổng kết",
        /// Self-criticism review.
        SelfCriticism = "kiểm điểm",
        /// Coordination meeting.
        Coordination = "giao ban",
        /// Congress.
        Congress = "đại hội",
        /// Other meeting.
        Meeting = "hội nghị",
        /// Ceremony.
        Ceremony = "lễ",
        /// Training.
        Training = "lớp học",
    }
}

vocabulary! {
    /// What a person does at a meeting.
    Act {
        /// Attends.
        Attends = "dự",
        /// Directs.
        Directs = "chỉ đạo",
        /// Chairs.
        Chairs = "chủ trì",
        /// Speaks.
        Speaks = "phát biểu",
        /// Presents.
        Presents = "trình bày",
        /// Concludes.
        Concludes = "kết luận",
        /// Awards.
        Awards = "trao",
    }
}

vocabulary! {
    /// Kind of a body.
    OrganisationKind {
        /// Party organisation: all members.
        PartyOrganisation = "đảng bộ",
        /// Its committee.
        PartyCommittee = "đảng ủy",
        /// Party cell.
        Cell = "chi bộ",
        /// Committee, standing board, province or district committee.
        Committee = "cấp ủy",
        /// Party commission.
        Commission = "ban đảng",
        /// People's council or committee, department.
        Government = "chính quyền",
        /// Union, youth, veterans, women, front.
        MassOrganisation = "đoàn thể",
        /// Emulation or coordination cluster.
        Cluster = "cụm",
        /// Anything else.
        Other = "khác",
    }
}

vocabulary! {
    /// Level of a body.
    Level {
        /// Centre.
        Centre = "trung ương",
        /// Province.
        Province = "tỉnh",
        /// Bloc of agencies or enterprises.
        Bloc = "khối",
        /// District.
        District = "huyện",
        /// Department.
        Department = "sở ngành",
        /// Grassroots.
        Grassroots = "cơ sở",
    }
}

vocabulary! {
    /// Kind of an instrument of policy.
    DirectiveKind {
        /// Resolution.
        Resolution = "nghị quyết",
        /// Directive.
        Directive = "chỉ thị",
        /// Conclusion.
        Conclusion = "kết luận",
        /// Regulation.
        Regulation = "quy định",
        /// Guidance.
        Guidance = "hướng dẫn",
        /// Plan.
        Plan = "kế hoạch",
        /// Programme.
        Programme = "chương trình",
        /// Project.
        Project = "đề án",
        /// Notice.
        Notice = "thông báo",
        /// Decision.
        Decision = "quyết định",
        /// Law.
        Law = "luật",
        /// Decree.
        Decree = "nghị định",
        /// Circular.
        Circular = "thông tư",
    }
}

vocabulary! {
    /// How a measure compares with its value.
    Comparator {
        /// Exactly.
        Equal = "=",
        /// `trên`, `hơn`.
        Greater = ">",
        /// `trở lên`, `ít nhất`.
        AtLeast = ">=",
        /// `dưới`.
        Less = "<",
        /// `không quá`.
        AtMost = "<=",
        /// `gần`, `khoảng`.
        About = "~",
    }
}

vocabulary! {
    /// What a measure states.
    MeasureRole {
        /// Achieved.
        Result = "result",
        /// To be achieved.
        Target = "target",
        /// How big a body is.
        Size = "size",
    }
}

vocabulary! {
    /// Kind of a period.
    PeriodKind {
        /// Term.
        Term = "nhiệm kỳ",
        /// Year.
        Year = "năm",
        /// Half-year.
        HalfYear = "6 tháng",
        /// Quarter.
        Quarter = "quý",
        /// Month.
        Month = "tháng",
        /// Several years.
        Years = "nhiều năm",
    }
}

vocabulary! {
    /// Kind of a place.
    PlaceKind {
        /// Province.
        Province = "tỉnh",
        /// City.
        City = "thành phố",
        /// District, also quận and thị xã.
        District = "huyện",
        /// Commune, also phường and thị trấn.
        Commune = "xã",
    }
}

vocabulary! {
    /// What a statement does in the report.
    Role {
        /// Who met, came, spoke.
        Context = "context",
        /// What was done or achieved.
        Result = "result",
        /// What fell short, and causes.
        Shortcoming = "shortcoming",
        /// What must be done next.
        Task = "task",
        /// Nothing of these.
        Other = "other",
    }
}

vocabulary! {
    /// Area of work.
    Area {
        /// Political and ideological work.
        Ideology = "tư tưởng",
        /// Apparatus and grassroots organisations.
        Organisation = "tổ chức",
        /// Cadres.
        Cadres = "cán bộ",
        /// Party members.
        Members = "đảng viên",
        /// Inspection, supervision, discipline.
        Inspection = "kiểm tra",
        /// Mass mobilisation.
        Mobilisation = "dân vận",
        /// Mass organisations.
        MassOrganisations = "đoàn thể",
        /// Internal political protection.
        InternalProtection = "nội bộ",
        /// Against corruption and degradation.
        AntiCorruption = "phòng chống tham nhũng",
        /// Emulation and rewards.
        Emulation = "thi đua",
        /// State and professional tasks, economy.
        Government = "chính quyền",
    }
}

/// One parsed page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// File stem.
    pub id: String,
    /// Headline, kicker joined.
    pub title: Option<String>,
    /// The site's section.
    pub section: Option<String>,
    /// The paper's mark at the article.
    pub publisher: Option<String>,
    /// ISO 8601 at the precision that the page gives.
    pub published: Option<String>,
    /// Who signs it.
    pub byline: Option<String>,
    /// View count printed on the page.
    pub views: Option<u64>,
    /// The whole page, in order.
    pub blocks: Vec<Block>,
    /// Meetings.
    pub events: Vec<Event>,
    /// People, one entry each.
    pub people: Vec<Person>,
    /// Bodies, one entry each.
    pub organisations: Vec<Organisation>,
    /// Cited instruments, one entry each.
    pub directives: Vec<Directive>,
    /// Numbers that state a target or a result.
    pub measures: Vec<Measure>,
    /// Every mention of a period.
    pub periods: Vec<Period>,
    /// Places, one entry each.
    pub places: Vec<Place>,
    /// Every sentence of the body.
    pub statements: Vec<Statement>,
    /// The untouched text that every `at` points into; not part of the contract.
    #[serde(skip, default = "no_source")]
    pub source: Arc<str>,
}

fn no_source() -> Arc<str> {
    Arc::from("")
}

impl Report {
    /// The report as one line of JSON, exactly the contract.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("the contract has string keys only")
    }
}

/// One line of the page with content, or a part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What the line is.
    pub kind: BlockKind,
    /// The line without white space at its ends.
    #[serde(flatten)]
    pub quote: Quote,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// What sort of meeting.
    pub kind: EventKind,
    /// Where the body first names it.
    #[serde(flatten)]
    pub quote: Quote,
    /// ISO 8601.
    pub date: Option<String>,
    /// As written.
    pub place: Option<String>,
    /// Name of an `organisations` entry.
    pub organiser: Option<String>,
    /// ISO interval `start/end`.
    pub period: Option<String>,
    /// Whether the report is about this one.
    pub main: bool,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Without honorific or rank.
    pub name: String,
    /// Posts as written, one each, in the fullest form.
    pub positions: Vec<String>,
    /// What the person did at the meeting.
    pub acts: Vec<Act>,
    /// The name alone, wherever it stands.
    pub mentions: Vec<Quote>,
}

/// A named body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Fullest form as written.
    pub name: String,
    /// What sort of body.
    pub kind: OrganisationKind,
    /// Where it stands in the hierarchy.
    pub level: Option<Level>,
    /// Wherever it stands.
    pub mentions: Vec<Quote>,
}

/// A cited instrument of policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Directive {
    /// What sort of instrument.
    pub kind: DirectiveKind,
    /// Bare ordinal plus suffix.
    pub number: Option<String>,
    /// Who issued it, as stated.
    pub issuer: Option<String>,
    /// ISO 8601.
    pub date: Option<String>,
    /// Words attached to the citation.
    pub topic: Option<String>,
    /// Where it is first named.
    #[serde(flatten)]
    pub quote: Quote,
}

/// A number that states a target or a result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The number with its comparator, unit and word of change.
    #[serde(flatten)]
    pub quote: Quote,
    /// In the unit as printed.
    #[serde(serialize_with = "number")]
    pub value: f64,
    /// Upper end of a range.
    #[serde(serialize_with = "optional_number")]
    pub value_max: Option<f64>,
    /// As written, expanded from an abbreviation.
    pub unit: Option<String>,
    /// How the value compares.
    pub comparator: Comparator,
    /// The noun phrase counted.
    pub subject: Option<String>,
    /// The verb that makes the measure.
    #[serde(default)]
    pub action: Option<String>,
    /// Result, target or size.
    pub role: MeasureRole,
    /// ISO interval.
    pub period: Option<String>,
}

fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    // 2^53: every whole number below it is exact in an f64.
    if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

fn optional_number<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => number(value, serializer),
        None => serializer.serialize_none(),
    }
}

/// A mention of a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// The longest such phrase.
    #[serde(flatten)]
    pub quote: Quote,
    /// What sort of period.
    pub kind: PeriodKind,
    /// ISO date, inclusive.
    pub start: Option<String>,
    /// ISO date, inclusive.
    pub end: Option<String>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Bare name.
    pub name: String,
    /// What sort of place.
    pub kind: PlaceKind,
    /// ISO 3166-2:VN.
    pub code: Option<String>,
    /// Wherever it stands.
    pub mentions: Vec<Quote>,
}

/// A sentence of the body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The sentence, its final stop included.
    #[serde(flatten)]
    pub quote: Quote,
    /// What it does in the report.
    pub role: Role,
    /// In the order of [`Area::ALL`].
    pub areas: Vec<Area>,
}
