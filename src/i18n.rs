//! Every word of the interface, in Vietnamese and English side by side, and the formats of numbers and dates.
//!
//! A line of the catalogue is a field: what one language lacks does not compile. A third language is one file beside
//! this one, `src/i18n/CODE.tsv` (see [`third`]).

use leptos::prelude::*;

use crate::address::{Dropped, Lang, Why};

use soi::annotate::{FactKind, statement_at};
use soi::filter::{DateRange, Facet, Sort};
use soi::query::QueryError;
use soi::report::{
    Act, Area, BlockKind, Comparator, DirectiveKind, EventKind, Level, Measure, MeasureRole, OrganisationKind,
    PlaceKind, Report, Role,
};
use soi::text::Span;
use soi::unread::Gap;

/// A part of the catalogue: `title: "Tổng quan", "Overview";` is a field of `Words`, and [`Lang::words`] or the named
/// method gives it in a language.
macro_rules! catalogue {
    ($method:ident; $($key:ident: $vi:literal, $en:literal;)+) => {
        /// These words in one language.
        pub struct Words { $(#[allow(missing_docs)] pub $key: &'static str),+ }

        static VI: Words = Words { $($key: $vi),+ };
        static EN: Words = Words { $($key: $en),+ };
        #[cfg(third_language)]
        static THIRD: Words = Words { $($key: crate::i18n::third::must($en)),+ };

        impl crate::address::Lang {
            /// These words in this language.
            pub const fn $method(self) -> &'static Words {
                match self {
                    Self::Vi => &VI,
                    Self::En => &EN,
                    #[cfg(third_language)]
                    Self::Third => &THIRD,
                }
            }
        }
    };
}

pub mod about;
mod carried;
mod compare;
mod concordance;
mod fix;
mod help;
mod map;
pub mod measures;
mod office;
mod open;
mod overview;
mod saved;
mod sheet;
mod statements;
#[cfg(third_language)]
pub mod third;
mod time;
mod views;
mod word_figures;

pub type Catalogue = Words;

catalogue! { words;
    tagline: "Báo cáo sơ kết, tổng kết của tổ chức Đảng", "How Party bodies review their work, report by report";
    skip: "Đến nội dung", "Skip to content";
    search: "Tìm trong báo cáo", "Search the reports";
    search_hint: "Tìm có dấu hoặc không dấu, “cả cụm từ”", "Search, with or without marks, “whole phrase”";
    search_submit: "Tìm", "Search";
    suggestions: "Gợi ý", "Suggestions";
    suggestion_word: "từ", "word";
    language: "Ngôn ngữ", "Language";
    theme: "Giao diện", "Theme";
    theme_light: "Sáng", "Light";
    theme_dark: "Tối", "Dark";
    theme_system: "Theo máy", "As system";
    start: "Trang đầu", "Start page";
    a_report: "Báo cáo", "Report";
    view: "Góc nhìn", "View";
    views: "Các góc nhìn", "Views";
    shown_by: "Cách xem", "Shown by";
    subject: "Đối tượng", "Subject";
    compared_with: "So với", "Compared with";
    as_table: "Bảng số liệu của hình", "The picture as a table";
    download: "Tải về", "Download";
    copy_embed: "Chép mã nhúng", "Copy embed code";
    references: "Tải tham khảo", "Download references";
    tables: "Tải bảng và dữ kiện (CSV, XLSX, JSONL, Markdown)", "Download tables and facts (CSV, XLSX, JSONL, Markdown)";
    rows_more: "Thêm dòng", "More rows";
    ascending: "tăng dần", "ascending";
    descending: "giảm dần", "descending";
    no_figures: "Các báo cáo đang chọn không có dữ kiện nào cho góc nhìn này.",
        "The reports shown hold no fact for this view.";
    lead: "Soi đọc từng báo cáo thành dữ kiện: ai họp, đạt gì, hụt gì, sắp làm gì. Bắt đầu từ một câu hỏi:",
        "Soi reads each report into facts: who met, what was achieved, what fell short, what comes next. Start from a question:";
    ask_shortcomings: "Hạn chế nào được thừa nhận?", "Which shortcomings were admitted?";
    ask_measures: "Chỉ tiêu đạt đến đâu?", "How far were targets met?";
    ask_sheet: "Ai chỉ đạo việc gì?", "Who directed what?";
    ask_directives: "Văn bản nào được viện dẫn?", "Which directives are cited?";
    ask_compare: "Hai báo cáo khác nhau chỗ nào?", "How do two reports differ?";
    glance: "Toàn cảnh", "At a glance";
    over_time: "Báo cáo theo thời gian", "Reports over time";
    over_time_hint: "Mỗi vạch là một báo cáo, rộng bằng độ chính xác của ngày; chọn vạch để lọc theo ngày đó, chọn năm để lọc theo năm.",
        "Each mark is a report, as wide as its date is imprecise; choose a mark to filter by its date, a year by the year.";
    over_time_columns: "Mỗi cột đếm báo cáo của một năm; chọn cột để lọc theo năm.",
        "Each column counts the reports of a year; choose one to filter by the year.";
    undated: "không rõ ngày", "undated";
    by_kind: "Dữ kiện theo loại", "Facts by kind";
    by_kind_hint: "Số dữ kiện trong các báo cáo đang chọn; chọn một loại để chỉ giữ báo cáo có loại đó.",
        "Facts in the reports shown; choose a kind to keep the reports that have it.";
    filters: "Bộ lọc", "Filters";
    filters_show: "Mở bộ lọc", "Show filters";
    filters_hide: "Đóng bộ lọc", "Hide filters";
    active: "Đang lọc", "Active filters";
    clear_all: "Bỏ tất cả", "Clear all";
    exclude: "Loại trừ", "Exclude";
    excluded: "đã loại trừ", "excluded";
    not: "không", "not";
    remove: "Bỏ", "Remove";
    more: "Thêm", "More";
    fewer: "Bớt", "Fewer";
    narrow: "Thu hẹp danh sách", "Narrow this list";
    no_value: "Không có giá trị nào khớp.", "No value matches.";
    sort: "Sắp xếp", "Sort";
    untitled: "(không có tiêu đề)", "(untitled)";
    facts: "Dữ kiện", "Facts";
    nothing: "Không có báo cáo nào khớp.", "No report matches.";
    query_error: "Không đọc được một phần câu tìm; phần còn lại vẫn áp dụng", "Part of the search cannot be read; the rest applies";
    nothing_hint: "Thử bớt một từ hoặc một bộ lọc.", "Try fewer words or filters.";
    back_to_list: "Danh sách báo cáo", "All reports";
    dismiss: "Đóng", "Dismiss";
    not_restored: "Một phần của liên kết không khôi phục được", "Part of this link could not be restored";
    footer: "Mọi con số đều dẫn về câu gốc. Trang chạy hoàn toàn trong trình duyệt, không gửi gì đi.",
        "Every figure leads to the sentence it was read from. Everything runs in your browser; nothing is sent.";
    report_missing: "Kho này không có báo cáo đó.", "This corpus does not hold that report.";
    legend: "Tô màu theo loại dữ kiện", "Highlights by kind of fact";
    roles: "Vai của câu", "Roles of sentences";
    residue: "Phần ngoài bài", "Page residue";
    residue_chrome: "Khung trang, không thuộc bài", "Furniture of the page, not of the report";
    residue_repeat: "Dòng lặp lại", "A repeated line";
    sentence: "Câu", "Sentence";
    sentence_short: "câu", "s.";
    previous_sentence: "← Trước", "← Previous";
    next_sentence: "Sau →", "Next →";
    copy_quote: "Chép câu dẫn", "Copy quote";
    copy_link: "Chép liên kết", "Copy link";
    copied: "Đã chép", "Copied";
    not_copied: "Trình duyệt không cho chép", "The browser refused";
    no_facts: "Chưa đọc được dữ kiện nào trong trang này.", "No facts were read from this page.";
    no_dates: "không rõ mốc", "no dates";
    meeting_kind: "Cuộc họp", "Meeting";
    meeting_date: "Ngày", "Date";
    meeting_place: "Nơi họp", "Place";
    meeting_organiser: "Đơn vị", "Organiser";
    meeting_chair: "Chủ trì", "Chaired by";
    outline: "Mặt công tác", "Areas of work";
    hits: "Chỗ khớp", "Hits";
    previous_hit: "← Chỗ trước", "← Previous hit";
    next_hit: "Chỗ sau →", "Next hit →";
    unread: "Chưa hiểu", "Not understood";
    unread_hint: "Số, dòng, cách xưng hô và văn bản mà chương trình chưa đọc được", "Numbers, lines, honorifics and instruments that no rule read";
    selection: "Đoạn đang chọn", "Selected text";
    meeting_period: "Kỳ được xem xét", "Period reviewed";
    kind_event: "Cuộc họp", "Meetings";
    kind_person: "Người", "People";
    kind_organisation: "Tổ chức", "Bodies";
    kind_directive: "Văn bản", "Directives";
    kind_measure: "Số liệu", "Measures";
    kind_period: "Thời kỳ", "Periods";
    kind_place: "Địa danh", "Places";
    kind_statement: "Câu", "Sentences";
}

/// The language in context: a signal that follows the address, then the reader's taste, then the browser.
#[derive(Clone, Copy)]
struct LangSignal(Signal<Lang>);

/// Puts the language in context.
pub fn provide_lang(lang: Signal<Lang>) {
    provide_context(LangSignal(lang));
}

/// The language of the interface.
pub fn use_lang() -> Signal<Lang> {
    expect_context::<LangSignal>().0
}

/// The words of the present language. Pages are built anew when it changes, so they may call this once.
pub fn t() -> &'static Catalogue {
    use_lang().get_untracked().words()
}

impl Lang {
    /// Its own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
            #[cfg(third_language)]
            Self::Third => third::NAME,
        }
    }

    /// `2.397` or `2,397`.
    pub fn number(self, value: usize) -> String {
        let digits = value.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(self.separators().0);
            }
            out.push(digit);
        }
        out
    }

    /// What stands between thousands, and before decimals.
    const fn separators(self) -> (char, char) {
        match self {
            Self::Vi => ('.', ','),
            Self::En => (',', '.'),
            #[cfg(third_language)]
            Self::Third => third::SEPARATORS,
        }
    }

    /// An ISO date at its own precision: `21-6-2018`, `6-2018`, `2018`, with the time if there is one.
    pub fn date(self, iso: &str) -> String {
        let (day, time) = iso.split_once('T').map_or((iso, ""), |(day, time)| (day, time));
        let mut parts = day.split('-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next().and_then(|month| month.parse::<usize>().ok());
        let date = parts.next().map(|date| date.trim_start_matches('0'));
        let mut out = String::new();
        match (self, date, month) {
            (Self::Vi, Some(date), Some(month)) => out = [date, "-", &month.to_string(), "-", year].concat(),
            (Self::Vi, None, Some(month)) => out = [&month.to_string(), "-", year].concat(),
            (Self::En, date, Some(month)) => {
                let month = month.checked_sub(1).and_then(|month| MONTHS.get(month).copied());
                for part in [date, month].into_iter().flatten() {
                    out.push_str(part);
                    out.push(' ');
                }
                out.push_str(year);
            }
            #[cfg(third_language)]
            (Self::Third, date, Some(month)) => {
                for part in [date, Some(&month.to_string())].into_iter().flatten() {
                    out.push_str(part);
                    out.push_str(third::BETWEEN_DATES);
                }
                out.push_str(year);
            }
            _ => out.push_str(year),
        }
        // Hours and minutes: a reader files by the minute, the second stays in the data.
        if let Some(clock) = time.get(..5) {
            out.push_str(", ");
            out.push_str(clock);
        }
        out
    }

    /// An ISO interval `start/end`.
    pub fn interval(self, iso: &str) -> String {
        match iso.split_once('/') {
            Some((start, end)) => self.between(start, Some(end)),
            None => self.date(iso),
        }
    }

    /// `1-1-2020 – 30-6-2020`; open where there is no end.
    pub fn between(self, start: &str, end: Option<&str>) -> String {
        [&self.date(start), " – ", &end.map_or_else(|| "…".to_owned(), |end| self.date(end))].concat()
    }

    /// A range of dates: `6-2018`, `1-2018 – 6-2018`, `từ 6-2018`.
    pub fn dates(self, dates: DateRange) -> String {
        let date = |date: soi::filter::Date| self.date(&date.to_string());
        match (dates.start(), dates.end()) {
            (Some(from), Some(to)) if from == to => date(from),
            (Some(from), Some(to)) => [&date(from), " – ", &date(to)].concat(),
            (Some(from), None) => [self.pick("từ ", "from "), &date(from)].concat(),
            (None, Some(to)) => [self.pick("đến ", "until "), &date(to)].concat(),
            (None, None) => String::new(),
        }
    }

    /// A decimal number: `67,77` or `67.77`, thousands grouped.
    pub fn decimal(self, value: f64) -> String {
        // Six decimals by whole numbers: printing a float to the last bit costs the browser some ten kilobytes.
        const MILLION: u64 = 1_000_000;
        let millionths = (value.abs() * MILLION as f64).round() as u64;
        let (whole, fraction) = (millionths / MILLION, (MILLION + millionths % MILLION).to_string());
        let fraction = fraction[1..].trim_end_matches('0');
        let mut out = if value < 0.0 { "−".to_owned() } else { String::new() };
        out.push_str(&usize::try_from(whole).map_or_else(|_| whole.to_string(), |whole| self.number(whole)));
        if !fraction.is_empty() {
            out.push(self.separators().1);
            out.push_str(fraction);
        }
        out
    }

    /// A computed number with two decimals, so that a column of them lines up: `2,10`.
    pub fn hundredths(self, value: f64) -> String {
        let hundredths = (value.abs() * 100.0).round() as usize;
        let sign = if value < 0.0 && hundredths > 0 { "−" } else { "" };
        let (whole, rest) = (self.number(hundredths / 100), (100 + hundredths % 100).to_string());
        [sign, &whole, self.separators().1.encode_utf8(&mut [0; 4]), &rest[1..]].concat()
    }

    /// What a measure says as a value: `≥ 98 %`, `50–70 cán bộ`.
    pub fn measure(self, measure: &Measure) -> String {
        let sign = match measure.comparator {
            Comparator::Equal => "",
            Comparator::Greater => "> ",
            Comparator::AtLeast => "≥ ",
            Comparator::Less => "< ",
            Comparator::AtMost => "≤ ",
            Comparator::About => "≈ ",
        };
        let mut out = [sign, &self.decimal(measure.value)].concat();
        if let Some(value_max) = measure.value_max {
            out.push('–');
            out.push_str(&self.decimal(value_max));
        }
        if let Some(unit) = &measure.unit {
            out.push(' ');
            out.push_str(unit);
        }
        out
    }

    /// What a person did.
    pub const fn act(self, act: Act) -> &'static str {
        let en = match act {
            Act::Attends => "attended",
            Act::Directs => "directed",
            Act::Chairs => "chaired",
            Act::Speaks => "spoke",
            Act::Presents => "presented",
            Act::Concludes => "concluded",
            Act::Awards => "awarded",
        };
        self.pick(act.as_str(), en)
    }

    /// Kind of a body.
    pub const fn organisation(self, kind: OrganisationKind) -> &'static str {
        let en = match kind {
            OrganisationKind::PartyOrganisation => "Party organisation",
            OrganisationKind::PartyCommittee => "Party committee",
            OrganisationKind::Cell => "Party cell",
            OrganisationKind::Committee => "committee",
            OrganisationKind::Commission => "Party commission",
            OrganisationKind::Government => "government",
            OrganisationKind::MassOrganisation => "mass organisation",
            OrganisationKind::Cluster => "cluster",
            OrganisationKind::Other => "other",
        };
        self.pick(kind.as_str(), en)
    }

    /// Level of a body.
    pub const fn level(self, level: Level) -> &'static str {
        let en = match level {
            Level::Centre => "centre",
            Level::Province => "province",
            Level::Bloc => "bloc",
            Level::District => "district",
            Level::Department => "department",
            Level::Grassroots => "grassroots",
        };
        self.pick(level.as_str(), en)
    }

    /// Kind of an instrument.
    pub const fn directive(self, kind: DirectiveKind) -> &'static str {
        let (vi, en) = match kind {
            DirectiveKind::Resolution => ("Nghị quyết", "Resolution"),
            DirectiveKind::Directive => ("Chỉ thị", "Directive"),
            DirectiveKind::Conclusion => ("Kết luận", "Conclusion"),
            DirectiveKind::Regulation => ("Quy định", "Regulation"),
            DirectiveKind::Guidance => ("Hướng dẫn", "Guidance"),
            DirectiveKind::Plan => ("Kế hoạch", "Plan"),
            DirectiveKind::Programme => ("Chương trình", "Programme"),
            DirectiveKind::Project => ("Đề án", "Project"),
            DirectiveKind::Notice => ("Thông báo", "Notice"),
            DirectiveKind::Decision => ("Quyết định", "Decision"),
            DirectiveKind::Law => ("Luật", "Law"),
            DirectiveKind::Decree => ("Nghị định", "Decree"),
            DirectiveKind::Circular => ("Thông tư", "Circular"),
        };
        self.pick(vi, en)
    }

    /// What a measure states.
    pub const fn measure_role(self, role: MeasureRole) -> &'static str {
        let (vi, en) = match role {
            MeasureRole::Result => ("kết quả", "result"),
            MeasureRole::Target => ("chỉ tiêu", "target"),
            MeasureRole::Size => ("quy mô", "size"),
        };
        self.pick(vi, en)
    }

    /// Kind of a place.
    pub const fn place(self, kind: PlaceKind) -> &'static str {
        let en = match kind {
            PlaceKind::Province => "province",
            PlaceKind::City => "city",
            PlaceKind::District => "district",
            PlaceKind::Commune => "commune",
        };
        self.pick(kind.as_str(), en)
    }

    /// A sentence of a report by its place, of which the first is 0: `câu 3`.
    pub fn sentence(self, statement: usize) -> String {
        [self.words().sentence_short, " ", &(statement + 1).to_string()].concat()
    }

    /// Where a piece of a report stands: `câu 3`, `tiêu đề`.
    pub fn place_in(self, report: &Report, at: Span) -> String {
        if let Some(statement) = statement_at(report, at) {
            return self.sentence(statement);
        }
        let block = report.blocks.iter().find(|block| block.quote.span().overlaps(at));
        self.block(block.map(|block| block.kind)).to_owned()
    }

    /// A block that is no sentence of the body, as a place where a fact stands.
    pub const fn block(self, kind: Option<BlockKind>) -> &'static str {
        let (vi, en) = match kind {
            Some(BlockKind::Title) => ("tiêu đề", "headline"),
            Some(BlockKind::Caption) => ("chú thích ảnh", "caption"),
            _ => ("trong bài", "in the text"),
        };
        self.pick(vi, en)
    }

    /// Day and month of an ISO date, or its month alone: `21-6`, `21 Jun`.
    pub fn day(self, iso: &str) -> Option<String> {
        let mut parts = iso.split('T').next()?.split('-').skip(1);
        let month = parts.next()?.parse::<usize>().ok()?;
        let date = parts.next().map(|date| date.trim_start_matches('0'));
        let name = MONTHS.get(month.checked_sub(1)?)?.get(..3)?;
        Some(match (self, date) {
            (Self::Vi, Some(date)) => [date, "-", &month.to_string()].concat(),
            (Self::Vi, None) => ["th. ", &month.to_string()].concat(),
            (Self::En, Some(date)) => [date, " ", name].concat(),
            (Self::En, None) => name.to_owned(),
            #[cfg(third_language)]
            (Self::Third, Some(date)) => [date, third::BETWEEN_DATES, &month.to_string()].concat(),
            #[cfg(third_language)]
            (Self::Third, None) => third::text(name).to_owned(),
        })
    }

    /// `5 báo cáo`.
    pub fn reports(self, count: usize) -> String {
        self.counted(count, "báo cáo", "report", "reports")
    }

    /// `12 câu`.
    pub fn sentences(self, count: usize) -> String {
        self.counted(count, "câu", "sentence", "sentences")
    }

    /// `5 trong 12 báo cáo`.
    pub fn reports_of(self, count: usize, total: usize) -> String {
        if count == total {
            return self.reports(total);
        }
        [&self.number(count), self.pick(" trong ", " of "), &self.reports(total)].concat()
    }

    /// What stands after a number of hits.
    pub const fn matches(self, count: usize) -> &'static str {
        self.noun(count, "chỗ khớp", "match", "matches")
    }

    fn counted(self, count: usize, vi: &'static str, one: &'static str, many: &'static str) -> String {
        [&self.number(count), " ", self.noun(count, vi, one, many)].concat()
    }

    /// The noun that stands after a number.
    const fn noun(self, count: usize, vi: &'static str, one: &'static str, many: &'static str) -> &'static str {
        match self {
            Self::Vi => vi,
            Self::En if count == 1 => one,
            Self::En => many,
            #[cfg(third_language)]
            Self::Third => third::text(if third::is_one(count) { one } else { many }),
        }
    }

    /// Heading of a facet.
    pub const fn facet(self, facet: Facet) -> &'static str {
        let (vi, en) = match facet {
            Facet::Meeting => ("Loại cuộc họp", "Kind of meeting"),
            Facet::Year => ("Năm", "Year"),
            Facet::Organisation => ("Tổ chức", "Body"),
            Facet::Person => ("Người", "Person"),
            Facet::Place => ("Địa danh", "Place"),
            Facet::Directive => ("Văn bản", "Directive"),
            Facet::Fact => ("Loại dữ kiện", "Kind of fact"),
            Facet::Area => ("Mặt công tác", "Work area"),
            Facet::Role => ("Vai của câu", "Role of sentence"),
        };
        self.pick(vi, en)
    }

    /// A facet value: the closed lists are translated, names stay as written.
    pub fn value(self, facet: Facet, key: &str, label: &str) -> String {
        let known = match facet {
            Facet::Meeting => EventKind::from_name(key).map(|kind| self.meeting(kind)),
            Facet::Fact => FactKind::ALL.into_iter().find(|kind| kind.as_str() == key).map(|kind| self.fact(kind)),
            Facet::Area => Area::from_name(key).map(|area| self.area(area)),
            Facet::Role => Role::from_name(key).map(|role| self.role(role)),
            _ => None,
        };
        known.unwrap_or(label).to_owned()
    }

    /// Kind of fact, as a heading or after a number.
    pub const fn fact(self, kind: FactKind) -> &'static str {
        let words = self.words();
        match kind {
            FactKind::Event => words.kind_event,
            FactKind::Person => words.kind_person,
            FactKind::Organisation => words.kind_organisation,
            FactKind::Directive => words.kind_directive,
            FactKind::Measure => words.kind_measure,
            FactKind::Period => words.kind_period,
            FactKind::Place => words.kind_place,
        }
    }

    /// Kind of a meeting.
    pub const fn meeting(self, kind: EventKind) -> &'static str {
        let (vi, en) = match kind {
            EventKind::InterimReview => ("Sơ kết", "Interim review"),
            EventKind::FinalReview => ("Tổng kết", "Final review"),
            EventKind::SelfCriticism => ("Kiểm điểm", "Self-criticism review"),
            EventKind::Coordination => ("Giao ban", "Coordination meeting"),
            EventKind::Congress => ("Đại hội", "Congress"),
            EventKind::Meeting => ("Hội nghị", "Meeting"),
            EventKind::Ceremony => ("Lễ", "Ceremony"),
            EventKind::Training => ("Lớp học", "Training"),
        };
        self.pick(vi, en)
    }

    /// Kind of a meeting where there is little room.
    pub const fn meeting_short(self, kind: EventKind) -> &'static str {
        match (self, kind) {
            (Self::En, EventKind::InterimReview) => "Interim",
            (Self::En, EventKind::FinalReview) => "Final",
            (Self::En, EventKind::SelfCriticism) => "Self-critical",
            (Self::En, EventKind::Coordination) => "Coordination",
            _ => self.meeting(kind),
        }
    }

    /// Role of a statement.
    pub const fn role(self, role: Role) -> &'static str {
        let (vi, en) = match role {
            Role::Context => ("Bối cảnh", "Context"),
            Role::Result => ("Kết quả", "Result"),
            Role::Shortcoming => ("Hạn chế", "Shortcoming"),
            Role::Task => ("Nhiệm vụ", "Task"),
            Role::Other => ("Khác", "Other"),
        };
        self.pick(vi, en)
    }

    /// Area of work.
    pub const fn area(self, area: Area) -> &'static str {
        let (vi, en) = match area {
            Area::Ideology => ("Tư tưởng", "Ideology"),
            Area::Organisation => ("Tổ chức", "Organisation"),
            Area::Cadres => ("Cán bộ", "Cadres"),
            Area::Members => ("Đảng viên", "Party members"),
            Area::Inspection => ("Kiểm tra", "Inspection"),
            Area::Mobilisation => ("Dân vận", "Mass mobilisation"),
            Area::MassOrganisations => ("Đoàn thể", "Mass organisations"),
            Area::InternalProtection => ("Nội bộ", "Internal protection"),
            Area::AntiCorruption => ("Phòng chống tham nhũng", "Anti-corruption"),
            Area::Emulation => ("Thi đua", "Emulation"),
            Area::Government => ("Chính quyền", "Government"),
        };
        self.pick(vi, en)
    }

    /// Sort order.
    pub const fn sort(self, sort: Sort) -> &'static str {
        let (vi, en) = match sort {
            Sort::Relevance => ("Khớp nhất", "Best match"),
            Sort::Newest => ("Mới nhất", "Newest"),
            Sort::Oldest => ("Cũ nhất", "Oldest"),
            Sort::Longest => ("Dài nhất", "Longest"),
            Sort::Shortest => ("Ngắn nhất", "Shortest"),
        };
        self.pick(vi, en)
    }

    /// What in a search cannot be read.
    pub fn query_error(self, error: &QueryError) -> String {
        match self {
            Self::Vi => error.vietnamese(),
            Self::En => error.to_string(),
            // The engine speaks two languages.
            #[cfg(third_language)]
            Self::Third => error.to_string(),
        }
    }

    /// What sort of thing was not understood.
    pub const fn gap(self, gap: Gap) -> &'static str {
        let (vi, en) = match gap {
            Gap::Line => ("dòng chưa rõ là gì", "a line of no sure kind"),
            Gap::Number => ("số chưa thuộc số liệu nào", "a number in no measure"),
            Gap::Honorific => ("cách xưng hô không kèm người", "an honorific without a person"),
            Gap::Instrument => ("văn bản chưa nhận ra", "an instrument that was not recognised"),
        };
        self.pick(vi, en)
    }

    /// What could not be restored, and why, in a sentence.
    pub fn dropped(self, part: &Dropped) -> String {
        let what = self.parameter(&part.name, &part.value);
        let (vi, en) = match part.why {
            Why::Unknown => ("không có tham số này", "there is no such parameter"),
            Why::Malformed => ("giá trị không đọc được", "the value cannot be read"),
            Why::Repeated => ("trùng hoặc mâu thuẫn với phần trước", "it repeats or contradicts an earlier part"),
            Why::Absent => ("kho báo cáo này không có", "this corpus does not hold it"),
            Why::Newer => ("liên kết của phiên bản mới hơn", "the link is from a later version"),
        };
        [&what, " – ", self.pick(vi, en)].concat()
    }

    /// A part of an address in words: `Năm: 2031`, else `tên=giá trị` as it stands in the link.
    fn parameter(self, name: &str, value: &str) -> String {
        let words = self.words();
        let (sign, bare) = name.strip_prefix('-').map_or(("", name), |bare| (words.not, bare));
        let known = match bare {
            "report" => Some(words.a_report),
            "statement" | "at" => Some(words.kind_statement),
            "date" => Some(words.meeting_date),
            "sort" => Some(words.sort),
            "lang" => Some(words.language),
            "theme" => Some(words.theme),
            "view" => Some(words.view),
            "by" | "order" => Some(words.shown_by),
            "of" => Some(words.subject),
            "with" => Some(words.compared_with),
            _ => Facet::from_name(bare).map(|facet| self.facet(facet)),
        };
        match known {
            Some(known) => [known, ": ", sign, if sign.is_empty() { "" } else { " " }, "“", value, "”"].concat(),
            None => ["“", name, if value.is_empty() { "" } else { "=" }, value, "”"].concat(),
        }
    }

    /// The one of two texts that is in this language.
    pub const fn pick(self, vi: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Vi => vi,
            Self::En => en,
            #[cfg(third_language)]
            Self::Third => third::text(en),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_own_precision() {
        let cases = [
            ("2018", "2018", "2018"),
            ("2018-06", "6-2018", "June 2018"),
            ("2018-06-01", "1-6-2018", "1 June 2018"),
            ("2020-07-26T22:08", "26-7-2020, 22:08", "26 July 2020, 22:08"),
            ("2012-10-31T14:30+07:00", "31-10-2012, 14:30", "31 October 2012, 14:30"),
            ("2023-09-26T17:40:09", "26-9-2023, 17:40", "26 September 2023, 17:40"),
            ("2018-99-99", "99-99-2018", "99 2018"),
            ("", "", ""),
        ];
        for (iso, vi, en) in cases {
            assert_eq!([Lang::Vi.date(iso), Lang::En.date(iso)], [vi, en], "{iso}");
        }
    }

    #[test]
    fn nouns_follow_their_number_where_the_language_has_a_plural() {
        let cases = [
            (0, "0 báo cáo", "0 reports"),
            (1, "1 báo cáo", "1 report"),
            (2, "2 báo cáo", "2 reports"),
            (1_001, "1.001 báo cáo", "1,001 reports"),
        ];
        for (count, vi, en) in cases {
            assert_eq!([Lang::Vi.reports(count), Lang::En.reports(count)], [vi, en]);
        }
        assert_eq!([1, 2].map(|count| Lang::En.sentences(count)), ["1 sentence", "2 sentences"]);
        assert_eq!([1, 2].map(|count| Lang::En.matches(count)), ["match", "matches"]);
        assert_eq!(
            [0, 1, 5].map(|count| Lang::En.reports_of(count, 5)),
            ["0 of 5 reports", "1 of 5 reports", "5 reports"]
        );
        assert_eq!(Lang::Vi.reports_of(1, 5), "1 trong 5 báo cáo");
    }

    #[test]
    fn decimals_take_the_sign_of_the_language() {
        let cases = [
            (0.0, "0", "0"),
            (67.77, "67,77", "67.77"),
            (-1_234.5, "−1.234,5", "−1,234.5"),
            (0.000_000_1, "0", "0"),
            (1_000_000.0, "1.000.000", "1,000,000"),
        ];
        for (value, vi, en) in cases {
            assert_eq!([Lang::Vi.decimal(value), Lang::En.decimal(value)], [vi, en]);
        }
    }

    #[test]
    fn intervals_keep_the_precision_of_each_end() {
        let cases = [
            ("2020-01-01/2020-06-30", "1-1-2020 – 30-6-2020", "1 January 2020 – 30 June 2020"),
            ("2015/2020", "2015 – 2020", "2015 – 2020"),
            ("2020-05", "5-2020", "May 2020"),
        ];
        for (iso, vi, en) in cases {
            assert_eq!([Lang::Vi.interval(iso), Lang::En.interval(iso)], [vi, en], "{iso}");
        }
        assert_eq!(Lang::En.between("2018-06", None), "June 2018 – …");
    }

    #[test]
    fn the_day_alone_leaves_the_year_to_the_axis() {
        let cases = [
            ("2018", None, None),
            ("2018-06", Some("th. 6"), Some("Jun")),
            ("2018-06-01T09:00", Some("1-6"), Some("1 Jun")),
            ("2018-13", None, None),
        ];
        for (iso, vi, en) in cases {
            assert_eq!([Lang::Vi.day(iso), Lang::En.day(iso)], [vi, en].map(|day| day.map(str::to_owned)), "{iso}");
        }
    }

    #[test]
    fn thousands_are_grouped_as_the_language_does() {
        for (value, vi, en) in
            [(0, "0", "0"), (999, "999", "999"), (2_397, "2.397", "2,397"), (1_234_567, "1.234.567", "1,234,567")]
        {
            assert_eq!([Lang::Vi.number(value), Lang::En.number(value)], [vi, en]);
        }
    }

    #[test]
    fn a_dropped_part_is_named_in_words() {
        let part = |name: &str, value: &str, why| Dropped { name: name.into(), value: value.into(), why };
        let absent = part("-year", "2031", Why::Absent);
        assert_eq!(Lang::Vi.dropped(&absent), "Năm: không “2031” – kho báo cáo này không có");
        assert_eq!(Lang::En.dropped(&absent), "Year: not “2031” – this corpus does not hold it");
        assert_eq!(Lang::En.dropped(&part("colour", "red", Why::Unknown)), "“colour=red” – there is no such parameter");
    }
}
