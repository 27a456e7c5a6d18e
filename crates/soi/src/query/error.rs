//! Why a query does not parse, and where.

use crate::text::letter::is_letter_or_digit;
use crate::text::{Span, piece};

/// A place in a query that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// Bytes of the query.
    pub at: Span,
    /// What is wrong there.
    pub kind: QueryErrorKind,
}

/// What is wrong with a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryErrorKind {
    /// A quote that is not closed.
    OpenQuote,
    /// A parenthesis that is not closed.
    OpenParenthesis,
    /// A parenthesis that closes nothing.
    StrayParenthesis,
    /// An operator without anything to work on.
    MissingOperand(String),
    /// A field without a value.
    MissingValue(String),
    /// No such field.
    UnknownField(String),
    /// No such value of the field.
    UnknownValue(String),
    /// A comparison that is no number.
    BadNumber(String),
    /// No date.
    BadDate(String),
    /// Something other than words and phrases beside NEAR.
    BadNeighbour,
    /// Parentheses too deep, or too many words.
    TooLarge,
}

impl QueryError {
    /// Whether the query may just not be typed to its end.
    pub fn is_unfinished(&self, query: &str) -> bool {
        let rest = piece(query, self.at.end as usize, query.len());
        let at_end = !rest.chars().any(is_letter_or_digit);
        match self.kind {
            QueryErrorKind::OpenQuote | QueryErrorKind::OpenParenthesis => true,
            QueryErrorKind::StrayParenthesis | QueryErrorKind::BadNeighbour | QueryErrorKind::TooLarge => false,
            _ => at_end,
        }
    }

    /// The message in Vietnamese.
    pub fn vietnamese(&self) -> String {
        match &self.kind {
            QueryErrorKind::OpenQuote => "dấu ngoặc kép chưa đóng".to_owned(),
            QueryErrorKind::OpenParenthesis => "dấu ngoặc đơn chưa đóng".to_owned(),
            QueryErrorKind::StrayParenthesis => "dấu ngoặc đơn đóng thừa".to_owned(),
            QueryErrorKind::MissingOperand(operator) => format!("thiếu từ bên cạnh {operator}"),
            QueryErrorKind::MissingValue(field) => format!("thiếu giá trị sau {field}:"),
            QueryErrorKind::UnknownField(field) => format!("không có trường {field}:"),
            QueryErrorKind::UnknownValue(value) => format!("không có giá trị {value}"),
            QueryErrorKind::BadNumber(text) => format!("{text} không phải là số"),
            QueryErrorKind::BadDate(text) => format!("{text} không phải là ngày, tháng hay năm"),
            QueryErrorKind::BadNeighbour => "GẦN chỉ nối từ và cụm từ".to_owned(),
            QueryErrorKind::TooLarge => "câu tìm quá dài".to_owned(),
        }
    }
}

impl std::fmt::Display for QueryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            QueryErrorKind::OpenQuote => f.write_str("a quote is not closed"),
            QueryErrorKind::OpenParenthesis => f.write_str("a parenthesis is not closed"),
            QueryErrorKind::StrayParenthesis => f.write_str("a parenthesis closes nothing"),
            QueryErrorKind::MissingOperand(operator) => write!(f, "{operator} needs a word beside it"),
            QueryErrorKind::MissingValue(field) => write!(f, "{field}: needs a value"),
            QueryErrorKind::UnknownField(field) => write!(f, "there is no field {field}:"),
            QueryErrorKind::UnknownValue(value) => write!(f, "there is no value {value}"),
            QueryErrorKind::BadNumber(text) => write!(f, "{text} is no number"),
            QueryErrorKind::BadDate(text) => write!(f, "{text} is no date"),
            QueryErrorKind::BadNeighbour => f.write_str("NEAR joins words and phrases only"),
            QueryErrorKind::TooLarge => f.write_str("the query is too large"),
        }
    }
}

impl std::error::Error for QueryError {}
