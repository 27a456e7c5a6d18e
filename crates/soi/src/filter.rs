//! What a reader may ask for besides words: facets, their chosen values, the order of the answer.

pub(crate) mod dates;
pub(crate) mod noted;
pub(crate) mod set;
pub(crate) mod table;

pub use dates::{Date, DateRange};

/// A way to divide the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Kind of the main meeting.
    Meeting,
    /// Year of publication, else of the period under review.
    Year,
    /// A body that is named.
    Organisation,
    /// A person who is named.
    Person,
    /// A place that is named.
    Place,
    /// An instrument of policy that is cited.
    Directive,
    /// A kind of fact of which there is one at least.
    Fact,
    /// Work area of a statement.
    Area,
    /// Role of a statement.
    Role,
}

impl Facet {
    /// Every facet, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Meeting,
        Self::Year,
        Self::Organisation,
        Self::Person,
        Self::Place,
        Self::Directive,
        Self::Fact,
        Self::Area,
        Self::Role,
    ];

    /// Name for addresses and the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Meeting => "kind",
            Self::Year => "year",
            Self::Organisation => "org",
            Self::Person => "person",
            Self::Place => "place",
            Self::Directive => "directive",
            Self::Fact => "fact",
            Self::Area => "area",
            Self::Role => "role",
        }
    }

    /// The facet of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.as_str() == name)
    }

    /// Whether it divides statements rather than reports.
    pub const fn of_statements(self) -> bool {
        matches!(self, Self::Area | Self::Role)
    }
}

/// A chosen value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Choice {
    /// Of which facet.
    pub facet: Facet,
    /// The value's key.
    pub value: String,
    /// Whether reports with it are left out instead of kept.
    pub exclude: bool,
}

/// The order of the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sort {
    /// Best first.
    Relevance,
    /// Latest publication first; undated last.
    Newest,
    /// Earliest publication first; undated last.
    Oldest,
    /// Most words first.
    Longest,
    /// Fewest words first.
    Shortest,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 5] = [Self::Relevance, Self::Newest, Self::Oldest, Self::Longest, Self::Shortest];

    /// Name for addresses and the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Longest => "longest",
            Self::Shortest => "shortest",
        }
    }

    /// The order of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == name)
    }
}

/// What a reader asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Words and operators, as typed.
    pub query: String,
    /// Values of one facet are alternatives, facets add up, excluded values are taken away.
    pub choices: Vec<Choice>,
    /// Only reports whose date may lie in it.
    pub dates: Option<DateRange>,
    /// `None`: by relevance if there is a query, else newest first.
    pub sort: Option<Sort>,
}
