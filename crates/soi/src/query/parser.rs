//! From what is typed to a tree, by recursive descent on the text itself.

use super::field::{self, Bound, Field, MeasureTest, Test};
use super::{Node, QueryError, QueryErrorKind, Word};
use crate::filter::dates;
use crate::gather::Gather;
use crate::report::{Area, EventKind, Role};
use crate::text::fold::{fold, has_mark, i_y_twin};
use crate::text::letter::{is_letter, is_letter_or_digit};
use crate::text::{Span, Words, normalise, piece};

/// Parentheses and negations may lie this deep in each other.
const DEPTH_MAX: u32 = 32;
/// A query may have this many words.
const WORDS_MAX: u32 = 400;
/// Words between that `NEAR` without a number allows.
const NEAR_DEFAULT: u32 = 10;

/// Reads a finished query.
///
/// # Errors
/// The first place that cannot be read.
///
/// ```
/// use soi::query::parse;
/// assert!(parse("đảng (bộ OR ủy) -khối").is_ok());
/// assert_eq!(parse("đảng OR").unwrap_err().to_string(), "OR needs a word beside it");
/// ```
pub fn parse(query: &str) -> Result<Node, QueryError> {
    parse_with(query, Options::default())
}

/// Reads a query while it is typed: what is not finished is left out, and an error is told only where typing on will not
/// mend it. Every word stands for itself.
pub fn parse_typing(query: &str) -> (Node, Option<QueryError>) {
    let mut parser = Parser::new(query, Typing::Whole);
    let node = parser.query();
    (node, parser.error.filter(|error| !error.is_unfinished(query)))
}

/// The same where the last word is the beginning of a longer one; `None` if what was typed ends otherwise, with a space
/// or a quote, say. When a query is read so, [`crate::explore::Explorer::read`] tells.
pub fn parse_begun(query: &str) -> Option<Node> {
    let mut parser = Parser::new(query, Typing::Begun);
    let node = parser.query();
    parser.begun.then_some(node)
}

/// How words are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether `kĩ` also stands for `kỹ`, `quí` for `quý`; the spelling that was typed ranks first.
    pub same_i_y: bool,
}

/// Reads a finished query under options.
///
/// # Errors
/// The first place that cannot be read.
pub fn parse_with(query: &str, options: Options) -> Result<Node, QueryError> {
    let twin: fn(&str) -> Option<String> = if options.same_i_y { i_y_twin } else { no_twin };
    let mut parser = Parser { twin, ..Parser::new(query, Typing::Not) };
    let node = parser.query();
    match parser.error {
        Some(error) => Err(error),
        None => Ok(node),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    And,
    Or,
    Not,
    Near(u32),
}

/// Whether a query is typed just now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typing {
    Not,
    /// It is; its last word is whole.
    Whole,
    /// It is; its last word is a beginning.
    Begun,
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    typing: Typing,
    /// Whether a word was read as a beginning.
    begun: bool,
    /// The other spelling of a word, where both are asked for.
    twin: fn(&str) -> Option<String>,
    depth: u32,
    words: u32,
    /// The first error.
    error: Option<QueryError>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, typing: Typing) -> Self {
        Self { text, at: 0, typing, begun: false, twin: no_twin, depth: 0, words: 0, error: None }
    }

    fn rest(&self) -> &'a str {
        self.piece(self.at, self.text.len())
    }

    fn piece(&self, from: usize, to: usize) -> &'a str {
        piece(self.text, from, to)
    }

    /// Whether a letter or a digit stands from one place to before another.
    fn has_word(&self, from: usize, to: usize) -> bool {
        self.piece(from, to).chars().any(is_letter_or_digit)
    }

    /// The next character.
    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || is_zero_width(c)).len();
    }

    fn fail(&mut self, at: Span, kind: QueryErrorKind) {
        let error = QueryError { at, kind };
        // While typing, an error that stays one outweighs the unfinished end.
        let outweighs = |old: &QueryError| {
            self.typing != Typing::Not && old.is_unfinished(self.text) && !error.is_unfinished(self.text)
        };
        if self.error.as_ref().is_none_or(outweighs) {
            self.error = Some(error);
        }
    }

    fn query(&mut self) -> Node {
        let mut parts = Vec::new();
        loop {
            match self.or() {
                Node::All => {}
                node => parts.push(node),
            }
            if self.at >= self.text.len() {
                return join(parts, Node::And);
            }
            // Only a parenthesis stops `or` before the end.
            self.fail(Span::of(self.at, self.at + 1), QueryErrorKind::StrayParenthesis);
            self.at += 1;
        }
    }

    fn or(&mut self) -> Node {
        let mut parts = Vec::new();
        let mut operator: Option<Span> = None;
        loop {
            let node = self.and();
            if let Some(at) = operator
                && matches!(node, Node::All)
                && !self.has_word(at.end as usize, self.at)
            {
                self.missing(at);
            }
            if !matches!(node, Node::All) {
                parts.push(node);
            }
            match self.operator() {
                Some((Operator::Or, at)) => {
                    if parts.is_empty() && operator.is_none() {
                        self.missing(at);
                    }
                    self.at = at.end as usize;
                    operator = Some(at);
                }
                _ => return join(parts, Node::Or),
            }
        }
    }

    fn missing(&mut self, at: Span) {
        let name = at.piece(self.text).to_owned();
        self.fail(at, QueryErrorKind::MissingOperand(name));
    }

    fn and(&mut self) -> Node {
        let mut parts: Vec<Node> = Vec::new();
        // An AND that waits for what follows.
        let mut pending: Option<Span> = None;
        loop {
            let mut negations: Vec<Span> = Vec::new();
            loop {
                match self.operator() {
                    Some((Operator::Not, at)) => {
                        self.at = at.end as usize;
                        negations.push(at);
                    }
                    Some((Operator::And, at)) => {
                        if parts.is_empty() || pending.is_some() || !negations.is_empty() {
                            self.missing(at);
                        }
                        self.at = at.end as usize;
                        pending = Some(at);
                    }
                    Some((Operator::Near(_), at)) => {
                        self.missing(at);
                        self.at = at.end as usize;
                    }
                    Some((Operator::Or, _)) | None => break,
                }
            }
            let ends = matches!(self.next(), None | Some(')')) || self.operator().is_some();
            if ends {
                if let Some(&at) = negations.last().or(pending.as_ref()) {
                    self.missing(at);
                }
                return join(parts, Node::And);
            }
            let from = self.at;
            let node = self.near();
            if matches!(node, Node::All) {
                // A field that cannot be read has its own error; a lone mark of punctuation is nothing.
                if self.has_word(from, self.at) {
                    pending = None;
                }
                continue;
            }
            pending = None;
            let negated = negations.len() % 2 == 1;
            parts.push(if negated { Node::Not(Box::new(node)) } else { node });
        }
    }

    fn near(&mut self) -> Node {
        let from = self.at;
        let first = self.atom();
        if first == Node::All {
            return first;
        }
        let mut parts = vec![(first, 0)];
        while let Some((Operator::Near(within), at)) = self.operator() {
            self.at = at.end as usize;
            self.skip_space();
            let ends = matches!(self.next(), None | Some(')')) || self.operator().is_some();
            let next = if ends { Node::All } else { self.atom() };
            if next == Node::All {
                self.missing(at);
                break;
            }
            parts.push((next, within));
        }
        if parts.len() == 1 {
            return parts.swap_remove(0).0;
        }
        if !parts.iter().all(|(node, _)| is_placed(node)) {
            self.fail(Span::of(from, self.at), QueryErrorKind::BadNeighbour);
            // The best that can be said of them: all must be there.
            return Node::And(parts.into_iter().map(|(node, _)| node).gather());
        }
        Node::Near(parts)
    }

    /// One atom; [`Node::All`] if it holds no word. Moves on in any case.
    fn atom(&mut self) -> Node {
        self.skip_space();
        let start = self.at;
        let rest = self.rest();
        match rest.chars().next() {
            None => Node::All,
            Some('(') => {
                self.at += 1;
                if self.depth >= DEPTH_MAX {
                    self.fail(Span::of(start, start + 1), QueryErrorKind::TooLarge);
                    return Node::All;
                }
                self.depth += 1;
                let node = self.or();
                self.depth -= 1;
                if self.next() == Some(')') {
                    self.at += 1;
                } else {
                    self.fail(Span::of(start, start + 1), QueryErrorKind::OpenParenthesis);
                }
                node
            }
            Some(c) if is_quote(c) => self.phrase(c),
            Some('=') if rest.chars().nth(1).is_some_and(|c| is_letter_or_digit(c) || is_quote(c)) => {
                self.at += 1;
                let mut node = self.atom();
                match &mut node {
                    Node::Word(word) => word.exact = true,
                    Node::Phrase(words) => words.iter_mut().for_each(|word| word.exact = true),
                    _ => {}
                }
                node
            }
            Some(_) => {
                if let Some((field, len)) = Field::at_start(rest) {
                    self.at += len;
                    return self.field(field, Span::of(start, start + len));
                }
                let len = chunk_len(rest);
                self.check_field(piece(rest, 0, len), start);
                self.skip(len.max(1));
                let at_end = self.at == self.text.len();
                self.words(Span::of(start, self.at), at_end)
            }
        }
    }

    /// `abc:def` looks like a field; `14:30` and `nghị: một` do not.
    fn check_field(&mut self, chunk: &str, start: usize) {
        if let Some((name, value)) = chunk.split_once(':')
            && !value.is_empty()
            && !name.is_empty()
            && name.chars().all(is_letter)
            && !value.starts_with("//")
        {
            let kind = QueryErrorKind::UnknownField(name.to_owned());
            self.fail(Span::of(start, start + name.len() + 1), kind);
        }
    }

    fn phrase(&mut self, quote: char) -> Node {
        let (at, closed) = self.quoted(quote);
        let last = at.piece(self.text).chars().next_back();
        self.words(at, !closed && last.is_some_and(is_letter_or_digit))
    }

    /// The words of a part of the query: one word or a phrase. If it is `open`, the last of them may be a beginning.
    fn words(&mut self, at: Span, open: bool) -> Node {
        let text = at.piece(self.text);
        let mut found = Vec::new();
        let mut words = Words::new(text, at.start);
        while let Some((spelling, span)) = words.read() {
            let starred = self.piece(span.end as usize, at.end as usize).starts_with('*');
            let begun = open && span.end == at.end && self.typing == Typing::Begun;
            self.begun |= begun;
            found.push(Word {
                spelling: spelling.to_owned(),
                key: fold(spelling),
                exact: has_mark(spelling),
                twin: (self.twin)(spelling),
                prefix: starred || begun,
                at: span,
            });
        }
        self.words += found.len() as u32;
        if self.words > WORDS_MAX {
            self.fail(at, QueryErrorKind::TooLarge);
            return Node::All;
        }
        if found.len() > 1 { Node::Phrase(found) } else { found.pop().map_or(Node::All, Node::Word) }
    }

    fn field(&mut self, field: Field, name: Span) -> Node {
        self.skip_space();
        let start = self.at;
        let shown = name.piece(self.text);
        let shown = shown.strip_suffix(':').unwrap_or(shown).trim_end();
        match field {
            Field::Name(_) | Field::Title | Field::Body => {
                let Some(node) = self.nested(shown, name) else { return Node::All };
                Node::Field(match field {
                    Field::Name(facet) => Test::Name { facet, node },
                    field => Test::Text { title: field == Field::Title, node },
                })
            }
            Field::Role | Field::Area | Field::Meeting => {
                let values: &[[&str; 2]] = match field {
                    Field::Role => field::ROLES,
                    Field::Area => field::AREAS,
                    _ => field::MEETINGS,
                };
                let found = self.listed(shown, name, values);
                if found.is_empty() {
                    return Node::All;
                }
                Node::Field(match field {
                    Field::Role => Test::Role(values_of(Role::ALL, &found)),
                    Field::Area => Test::Area(values_of(Area::ALL, &found)),
                    _ => Test::Meeting(values_of(EventKind::ALL, &found)),
                })
            }
            Field::Year => match self.compared() {
                Some((low, high)) if low.is_some() || high.is_some() => {
                    // Years are whole, so an open bound is the next year.
                    let low = low.map_or(0, |low| low.value as u16 + u16::from(!low.closed));
                    let high =
                        high.map_or(u16::MAX, |high| (high.value as u16).saturating_sub(u16::from(!high.closed)));
                    Node::Field(Test::Years(low, high))
                }
                Some(_) => {
                    self.at += chunk_len(self.rest());
                    self.unreadable(shown, name, start, QueryErrorKind::BadNumber)
                }
                None => Node::All,
            },
            Field::Date => {
                let read = dates::read_range(self.rest());
                let len = read.map_or_else(|| chunk_len(self.rest()), |(_, len)| len);
                self.at += len;
                // A date that goes on is none yet: `2018-06x`.
                let rest = chunk_len(self.rest());
                match read {
                    Some((range, _)) if rest == 0 => Node::Field(Test::Dates(range)),
                    _ => {
                        self.at += rest;
                        self.unreadable(shown, name, start, QueryErrorKind::BadDate)
                    }
                }
            }
            Field::Measure => self.measure(shown, name),
        }
    }

    /// A value that began at `start` and is none.
    fn unreadable(&mut self, shown: &str, name: Span, start: usize, kind: fn(String) -> QueryErrorKind) -> Node {
        let typed = self.piece(start, self.at);
        let kind =
            if typed.is_empty() { QueryErrorKind::MissingValue(shown.to_owned()) } else { kind(typed.to_owned()) };
        self.fail(name.join(Span::of(start, self.at)), kind);
        Node::All
    }

    /// Moves on by some bytes, and on to where a character begins.
    fn skip(&mut self, len: usize) {
        self.at = (self.at + len).min(self.text.len());
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
    }

    /// Bounds at this place; `None` after an error.
    fn compared(&mut self) -> Option<(Option<Bound>, Option<Bound>)> {
        let start = self.at;
        match field::comparison(self.rest()) {
            Ok((low, high, len)) => {
                self.at += len;
                Some((low, high))
            }
            Err(kind) => {
                self.skip(chunk_len(self.rest()).max(1));
                self.fail(Span::of(start, self.at), kind);
                None
            }
        }
    }

    fn measure(&mut self, shown: &str, name: Span) -> Node {
        let quoted = self.next().filter(|&c| is_quote(c));
        if let Some(quote) = quoted {
            // Everything in one pair of quotes: `số liệu:">100 đảng viên"`.
            self.at += quote.len_utf8();
        }
        let Some((low, high)) = self.compared() else { return Node::All };
        let after = self.rest().trim_start().strip_prefix('%');
        let percent = after.is_some();
        let rest = after.unwrap_or(self.rest());
        self.at = self.text.len() - rest.len();
        let trimmed = rest.trim_start();
        let unit = match (quoted, trimmed.chars().next().filter(|&c| is_quote(c))) {
            (None, Some(quote)) => {
                self.at = self.text.len() - trimmed.len();
                self.phrase(quote)
            }
            (Some(_), _) => {
                let from = self.at;
                self.at += rest.find(is_quote).unwrap_or(rest.len());
                let node = self.words(Span::of(from, self.at), false);
                match self.next() {
                    Some(quote) => self.at += quote.len_utf8(),
                    None => self.fail(name, QueryErrorKind::OpenQuote),
                }
                node
            }
            (None, None) => {
                let from = self.at;
                self.at += chunk_len(rest);
                self.words(Span::of(from, self.at), false)
            }
        };
        let words = match unit {
            Node::Word(word) => vec![word],
            Node::Phrase(words) => words,
            _ => Vec::new(),
        };
        if low.is_none() && high.is_none() && !percent && words.is_empty() {
            self.fail(name, QueryErrorKind::MissingValue(shown.to_owned()));
            return Node::All;
        }
        Node::Field(Test::Measure(MeasureTest { low, high, percent, words }))
    }

    /// A value that is words, a phrase or a query of them in parentheses.
    fn nested(&mut self, shown: &str, name: Span) -> Option<Box<Node>> {
        let from = self.at;
        let node = if matches!(self.next(), None | Some(')')) { Node::All } else { self.atom() };
        if matches!(node, Node::All) {
            self.fail(name, QueryErrorKind::MissingValue(shown.to_owned()));
            return None;
        }
        if has_field(&node) {
            let value = self.piece(from, self.at).to_owned();
            self.fail(Span::of(from, self.at), QueryErrorKind::UnknownValue(value));
            return None;
        }
        Some(Box::new(node))
    }

    /// Moves past a quote and what it encloses, which is returned: to the end where no quote closes it.
    fn quoted(&mut self, quote: char) -> (Span, bool) {
        let start = self.at;
        let from = start + quote.len_utf8();
        self.at = from;
        let rest = self.rest();
        match rest.char_indices().find(|&(_, c)| is_quote(c)) {
            Some((len, c)) => {
                self.at = from + len + c.len_utf8();
                (Span::of(from, from + len), true)
            }
            None => {
                self.at = self.text.len();
                self.fail(Span::of(start, from), QueryErrorKind::OpenQuote);
                (Span::of(from, self.at), false)
            }
        }
    }

    /// Values of a closed list, by their numbers in it; none after an error.
    fn listed(&mut self, shown: &str, name: Span, all: &[[&str; 2]]) -> Vec<usize> {
        let at = match self.next() {
            Some(quote) if is_quote(quote) => self.quoted(quote).0,
            _ => {
                let from = self.at;
                self.at += chunk_len(self.rest());
                Span::of(from, self.at)
            }
        };
        let typed = at.piece(self.text);
        if typed.trim_start().is_empty() {
            self.fail(name, QueryErrorKind::MissingValue(shown.to_owned()));
            return Vec::new();
        }
        let found = field::choices(all, typed);
        if found.is_empty() {
            self.fail(at, QueryErrorKind::UnknownValue(typed.to_owned()));
        }
        found
    }

    /// The operator at this place and where it stands; does not move past it.
    fn operator(&mut self) -> Option<(Operator, Span)> {
        self.skip_space();
        let rest = self.rest();
        let span = |len: usize| Span::of(self.at, self.at + len);
        if let Some(after) = rest.strip_prefix('-').or_else(|| rest.strip_prefix('−')) {
            let binds = after.chars().next().is_some_and(|c| is_letter_or_digit(c) || c == '(' || is_quote(c));
            return binds.then(|| (Operator::Not, span(rest.len() - after.len())));
        }
        let len = chunk_len(rest);
        let chunk = normalise(piece(rest, 0, len));
        let operator = match chunk.as_str() {
            "AND" | "VÀ" => Operator::And,
            "OR" | "HOẶC" | "HOAC" => Operator::Or,
            "NOT" | "KHÔNG" | "TRỪ" => Operator::Not,
            "NEAR" | "GẦN" => Operator::Near(NEAR_DEFAULT),
            chunk => {
                let n = chunk.strip_prefix("NEAR/").or_else(|| chunk.strip_prefix("GẦN/"))?;
                Operator::Near(if n.is_empty() { NEAR_DEFAULT } else { n.parse().ok()? })
            }
        };
        Some((operator, span(len)))
    }
}

/// Whether a node has places: words, phrases, neighbourhoods and alternatives of them.
fn is_placed(node: &Node) -> bool {
    match node {
        Node::Word(_) | Node::Phrase(_) => true,
        Node::Or(nodes) => nodes.iter().all(is_placed),
        _ => false,
    }
}

fn has_field(node: &Node) -> bool {
    match node {
        Node::Field(_) => true,
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().any(has_field),
        Node::Not(node) => has_field(node),
        Node::Near(nodes) => nodes.iter().any(|(node, _)| has_field(node)),
        Node::All | Node::Word(_) | Node::Phrase(_) => false,
    }
}

fn no_twin(_: &str) -> Option<String> {
    None
}

/// Values by their places.
fn values_of<T: Copy>(all: &[T], places: &[usize]) -> Vec<T> {
    places.iter().filter_map(|&place| all.get(place).copied()).gather()
}

fn join(mut parts: Vec<Node>, many: fn(Vec<Node>) -> Node) -> Node {
    if parts.len() > 1 { many(parts) } else { parts.pop().unwrap_or(Node::All) }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}')
}

/// Bytes up to the next white space, parenthesis or quote.
fn chunk_len(text: &str) -> usize {
    text.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c)).unwrap_or(text.len())
}
