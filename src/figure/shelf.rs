//! What a reader keeps: views and notes on sentences, as a text that a browser stores and a file carries.
//!
//! One JSON object a line: `{"view":"?q=a","name":"…"}` or `{"report":"id","statement":3,"text":"…"}`, statements
//! counted from 1. Pure; `prefs.rs` stores it. Whatever is not such a line is left out and counted.

/// Everything kept, in the order in which it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shelf {
    /// Views: the address's query string and a name.
    pub views: Vec<SavedView>,
    /// Notes on sentences.
    pub notes: Vec<Note>,
}

/// A view with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Query string of its address, empty for the start view.
    pub query: String,
    /// What the reader calls it.
    pub name: String,
}

/// A note on a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Id of the report.
    pub report: String,
    /// The statement, counted from 0.
    pub statement: usize,
    /// The note.
    pub text: String,
}

/// What is kept of one text at most, in bytes: an imported file must not fill the storage.
const TEXT_MAX: usize = 20_000;

impl Shelf {
    /// Reads what [`Self::print`] wrote; also how many lines were none of ours.
    pub fn read(text: &str) -> (Self, usize) {
        let mut shelf = Self::default();
        let mut strange = 0;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let fields = Fields::read(line).unwrap_or_default();
            let view = fields.text("view").zip(fields.text("name"));
            let place = fields.text("report").zip(fields.number("statement")).zip(fields.text("text"));
            match (view, place) {
                (Some((query, name)), None) if query.is_empty() || query.starts_with('?') => {
                    shelf.keep_view(query, name)
                }
                (None, Some(((report, statement), text))) if statement > 0 => {
                    shelf.keep_note(report, statement - 1, text);
                }
                _ => strange += 1,
            }
        }
        (shelf, strange)
    }

    /// As lines of JSON.
    pub fn print(&self) -> String {
        let mut out = String::new();
        for view in &self.views {
            out.push_str("{\"view\":");
            super::export::json_string(&view.query, &mut out);
            out.push_str(",\"name\":");
            super::export::json_string(&view.name, &mut out);
            out.push_str("}\n");
        }
        for note in &self.notes {
            out.push_str("{\"report\":");
            super::export::json_string(&note.report, &mut out);
            out.push_str(&[",\"statement\":", &(note.statement + 1).to_string(), ",\"text\":"].concat());
            super::export::json_string(&note.text, &mut out);
            out.push_str("}\n");
        }
        out
    }

    /// Keeps a view, or gives the one that is kept another name.
    pub fn keep_view(&mut self, query: &str, name: &str) {
        let name = cut(name);
        match self.views.iter_mut().find(|view| view.query == query) {
            Some(view) => view.name = name,
            None => self.views.push(SavedView { query: query.to_owned(), name }),
        }
    }

    /// Keeps a note; an empty one is taken away.
    pub fn keep_note(&mut self, report: &str, statement: usize, text: &str) {
        let text = cut(text);
        self.notes.retain(|note| note.report != report || note.statement != statement || !text.trim().is_empty());
        match self.notes.iter_mut().find(|note| note.report == report && note.statement == statement) {
            Some(note) => note.text = text,
            None if text.trim().is_empty() => {}
            None => self.notes.push(Note { report: report.to_owned(), statement, text }),
        }
    }

    /// The note on a sentence.
    pub fn note(&self, report: &str, statement: usize) -> Option<&str> {
        let here = self.notes.iter().find(|note| note.report == report && note.statement == statement);
        here.map(|note| note.text.as_str())
    }

    /// Takes in another shelf; where both have something, the other's is kept.
    pub fn merge(&mut self, other: &Self) {
        other.views.iter().for_each(|view| self.keep_view(&view.query, &view.name));
        other.notes.iter().for_each(|note| self.keep_note(&note.report, note.statement, &note.text));
    }
}

fn cut(text: &str) -> String {
    let mut end = text.len().min(TEXT_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}

/// The members of a flat JSON object of texts and whole numbers.
#[derive(Default)]
struct Fields(Vec<(String, Value)>);

enum Value {
    Text(String),
    Number(usize),
}

impl Fields {
    fn read(line: &str) -> Option<Self> {
        let mut chars = line.strip_prefix('{')?.chars().peekable();
        let mut fields = Vec::new();
        loop {
            skip_space(&mut chars);
            match chars.next()? {
                '}' if fields.is_empty() => break,
                '"' => {}
                _ => return None,
            }
            let name = string(&mut chars)?;
            skip_space(&mut chars);
            if chars.next()? != ':' {
                return None;
            }
            skip_space(&mut chars);
            let value = match chars.next()? {
                '"' => Value::Text(string(&mut chars)?),
                digit => {
                    let mut digits = String::from(digit);
                    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
                        digits.push(digit);
                    }
                    Value::Number(digits.parse().ok()?)
                }
            };
            fields.push((name, value));
            skip_space(&mut chars);
            match chars.next()? {
                ',' => {}
                '}' => break,
                _ => return None,
            }
        }
        Some(Self(fields))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find_map(|(own, value)| match value {
            Value::Text(text) if own == name => Some(text.as_str()),
            _ => None,
        })
    }

    fn number(&self, name: &str) -> Option<usize> {
        self.0.iter().find_map(|(own, value)| match value {
            Value::Number(number) if own == name => Some(*number),
            _ => None,
        })
    }
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn skip_space(chars: &mut Chars<'_>) {
    while chars.next_if(|c| c.is_ascii_whitespace()).is_some() {}
}

/// The rest of a JSON string after its opening quote.
fn string(chars: &mut Chars<'_>) -> Option<String> {
    let mut out = String::new();
    let mut high = None::<u32>;
    loop {
        let c = match chars.next()? {
            '"' => return Some(out),
            '\\' => match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => {
                    let mut unit = 0;
                    for _ in 0..4 {
                        unit = unit * 16 + chars.next()?.to_digit(16)?;
                    }
                    match (high.take(), unit) {
                        (_, 0xd800..=0xdbff) => {
                            high = Some(unit);
                            continue;
                        }
                        (Some(high), 0xdc00..=0xdfff) => {
                            char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (unit - 0xdc00))?
                        }
                        _ => char::from_u32(unit)?,
                    }
                }
                c @ ('"' | '\\' | '/') => c,
                _ => return None,
            },
            c => c,
        };
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_view_kept_twice_is_renamed_and_an_empty_note_goes() {
        let mut shelf = Shelf::default();
        shelf.keep_view("?q=a", "A");
        shelf.keep_view("?q=a", "B");
        shelf.keep_note("one", 0, "hay");
        shelf.keep_note("one", 1, "dở");
        shelf.keep_note("one", 0, " ");
        assert_eq!(shelf.views, [SavedView { query: "?q=a".into(), name: "B".into() }]);
        assert_eq!((shelf.note("one", 0), shelf.note("one", 1)), (None, Some("dở")));
    }

    #[test]
    fn strange_lines_are_counted_and_the_others_are_read() {
        let text = "\u{feff}not json\n{\"view\":\"javascript:alert(1)\",\"name\":\"x\"}\n{\"view\":\"?q=a\",\"name\":\"<b>\"}\n\
                    {\"report\":\"one\",\"statement\":0,\"text\":\"x\"}\n{\"report\":\"one\",\"statement\":2,\"text\":\"\\ud83d\\ude00\\u0111\"}\n{\n{}";
        let (shelf, strange) = Shelf::read(text);
        assert_eq!(strange, 5);
        assert_eq!(shelf.views, [SavedView { query: "?q=a".into(), name: "<b>".into() }]);
        assert_eq!(shelf.note("one", 1), Some("😀đ"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_printed_reads_back(views in prop::collection::vec(("[?][ -~đ\\u{1}]{0,9}", any::<String>()), 0..4),
                                      notes in prop::collection::vec((any::<String>(), 0..9_usize, "[^ ]{1,9}"), 0..4)) {
            let mut shelf = Shelf::default();
            views.iter().for_each(|(query, name)| shelf.keep_view(query, name));
            notes.iter().for_each(|(report, statement, text)| shelf.keep_note(report, *statement, text));
            prop_assert_eq!(Shelf::read(&shelf.print()), (shelf, 0));
        }

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            Shelf::read(&text);
        }
    }
}
