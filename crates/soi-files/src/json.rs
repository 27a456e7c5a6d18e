//! Documents from the fields of a table or of a JSON object: which field is what, guessed by its name and its content.

use serde_json::Value;

use crate::fault::Reason;
use crate::{Document, Encoding, Format, html, id};

/// Which column or field is what; what is not said is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// What links call the document.
    pub id: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Its text.
    pub body: Option<String>,
    /// When it was published.
    pub date: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// Whether somebody chose them: then nothing else is guessed.
    pub chosen: bool,
}

/// Names that say what a column is, folded, without punctuation; the better first.
const IDS: &[&str] = &["id", "uid", "uuid", "docid", "articleid", "newsid", "ma", "mabai", "stt", "slug"];
const TITLES: &[&str] = &["title", "headline", "tieude", "tenbai", "ten", "name", "subject"];
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "body", "text", "content", "contents", "noidung", "articlebody", "fulltext", "vanban", "maintext", "article",
    "baiviet", "bai", "html", "description", "raw",
];
#[rustfmt::skip]
const DATES: &[&str] = &[
    "published", "publishedat", "publishedtime", "publishdate", "publicationdate", "pubdate", "date", "datepublished",
    "ngay", "ngaydang", "ngayxuatban", "thoigian", "time", "timestamp", "created", "createdat",
];
const URLS: &[&str] = &["url", "link", "href", "permalink", "canonical", "duongdan", "diachi", "source", "sourceurl"];

/// A column's name as the lists have it.
fn key(name: &str) -> String {
    soi::text::fold::fold(&soi::text::normalise(name)).chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Columns {
    /// What a list like `title=Tiêu đề,text=Nội dung` says; `None` where it says nothing that is known.
    pub fn parse(list: &str) -> Option<Self> {
        let mut out = Self::default();
        for part in list.split(',') {
            let (role, name) = part.split_once('=')?;
            let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
            name.as_ref()?;
            match role.trim() {
                "id" => out.id = name,
                "title" => out.title = name,
                "text" | "body" => out.body = name,
                "date" => out.date = name,
                "url" | "address" => out.url = name,
                _ => return None,
            }
        }
        Some(out)
    }

    /// What `names` say; a body that no name says is the column with the longest values of `rows`.
    pub fn guess(names: &[String], rows: &[Vec<String>]) -> Self {
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        let named = |list: &[&str]| {
            let at = list.iter().find_map(|wanted| keys.iter().position(|key| key == wanted))?;
            Some(names[at].clone())
        };
        let mut guess = Self {
            id: named(IDS),
            title: named(TITLES),
            body: named(BODIES),
            date: named(DATES),
            url: named(URLS),
            chosen: false,
        };
        if guess.body.is_none() {
            let len =
                |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|v| v.chars().count()).sum::<usize>();
            let longest = (0..names.len()).max_by_key(|column| (len(*column), usize::MAX - column));
            guess.body = longest
                .filter(|column| len(*column) >= 100 * rows.len().max(1))
                .map(|column| names[column].clone())
                .filter(|name| guess.title.as_ref() != Some(name));
        }
        guess
    }

    /// Whether the names alone say which is the text: what else is guessed may be wrong.
    pub fn are_sure(names: &[String]) -> bool {
        names.iter().any(|name| BODIES.contains(&key(name).as_str()))
    }

    /// These, and what they leave open as `other` has it.
    pub fn or(&self, other: Self) -> Self {
        if self.chosen {
            return self.clone();
        }
        Self {
            chosen: false,
            id: self.id.clone().or(other.id),
            title: self.title.clone().or(other.title),
            body: self.body.clone().or(other.body),
            date: self.date.clone().or(other.date),
            url: self.url.clone().or(other.url),
        }
    }

    /// The document that the fields of a row or an object make.
    pub(crate) fn document(
        &self,
        field: &dyn Fn(&str) -> Option<String>,
        format: Format,
        encoding: Encoding,
    ) -> Result<Document, Reason> {
        let get = |name: &Option<String>| name.as_deref().and_then(field).filter(|value| !value.trim().is_empty());
        let shown = |text: String| if html::is_html(&text) { html::read(&text).text } else { text };
        let (title, body, date) = (get(&self.title), get(&self.body).map(shown), get(&self.date));
        if self.title.is_none() && self.body.is_none() {
            return Err(Reason::NoColumn);
        }
        let text = match (&title, body) {
            (Some(title), Some(body)) => match dateline(date.as_deref(), &body) {
                Some(line) => format!("{title}\n{line}\n{body}"),
                None => format!("{title}\n{body}"),
            },
            (Some(text), None) => text.clone(),
            (None, Some(text)) => text,
            (None, None) => return Err(Reason::Empty),
        };
        let id = get(&self.id).map(|id| id::tidy(&id)).unwrap_or_default();
        let url = get(&self.url);
        Ok(Document { id, name: String::new(), text, title, url, date, format, encoding, notes: Vec::new() })
    }
}

/// The day of a date column as a press line, unless the body begins with one: a report's dates hang on it.
fn dateline(date: Option<&str>, body: &str) -> Option<String> {
    let (year, month, day) = day(date?)?;
    let told = body.lines().take(4).any(|line| line.chars().count() < 80 && line.contains(&year.to_string()));
    (!told).then(|| format!("{day:02}/{month:02}/{year}"))
}

/// Year, month and day of `2018-06-21…`, `21/6/2018…` or `20180621`.
fn day(date: &str) -> Option<(u32, u32, u32)> {
    let numbers: Vec<&str> = date.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
    let number = |at: usize| numbers.get(at).and_then(|n| n.parse::<u32>().ok());
    let found = match numbers.first()?.len() {
        4 => (number(0)?, number(1)?, number(2)?),
        8 => {
            let all = number(0)?;
            (all / 10_000, all / 100 % 100, all % 100)
        }
        1 | 2 => {
            // The first number of four digits is the year, wherever a clock stands.
            let at = numbers.iter().position(|n| n.len() == 4).filter(|at| *at >= 2)?;
            (number(at)?, number(at - 1)?, number(at - 2)?)
        }
        _ => return None,
    };
    let (year, month, day) = found;
    ((1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(found)
}

/// A value as the text of a field.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        // Paragraphs as a list.
        Value::Array(items) => {
            let lines: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            (!lines.is_empty() && lines.len() == items.len()).then(|| lines.join("\n"))
        }
        _ => None,
    }
}

/// The document of a JSON value: an object by its fields, a string by itself.
pub(crate) fn document(
    value: &Value,
    columns: &Columns,
    format: Format,
    encoding: Encoding,
) -> Result<Document, Reason> {
    match value {
        Value::Object(fields) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            let row: Vec<String> = fields.values().map(|value| text(value).unwrap_or_default()).collect();
            let columns = columns.or(Columns::guess(&names, std::slice::from_ref(&row)));
            columns.document(&|name| fields.get(name).and_then(text), format, encoding)
        }
        Value::String(text) => {
            let columns = Columns { body: Some(String::new()), ..Columns::default() };
            columns.document(&|_| Some(text.clone()), format, encoding)
        }
        _ => Err(Reason::NoColumn),
    }
}

/// The values that a JSON file holds documents in: its list, the first list of objects in it, or itself.
pub(crate) fn values(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        Value::Object(mut fields) => {
            let list = fields
                .iter()
                .find(|(_, value)| value.as_array().is_some_and(|items| items.first().is_some_and(Value::is_object)));
            match list.map(|(name, _)| name.clone()).and_then(|name| fields.remove(&name)) {
                Some(Value::Array(items)) => items,
                _ => vec![Value::Object(fields)],
            }
        }
        other => vec![other],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_their_names_and_the_text_by_its_length() {
        let names = |list: &[&str]| list.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        let guess = Columns::guess(&names(&["Mã", "Tiêu đề", "Ngày đăng", "Nội dung", "URL"]), &[]);
        let some = |name: &str| Some(name.to_owned());
        assert_eq!(
            guess,
            Columns {
                id: some("Mã"),
                title: some("Tiêu đề"),
                body: some("Nội dung"),
                date: some("Ngày đăng"),
                url: some("URL"),
                chosen: false
            }
        );
        let guess = Columns::guess(&names(&["a", "b"]), &[vec!["x".to_owned(), "chữ ".repeat(50)]]);
        assert_eq!(guess, Columns { body: some("b"), ..Columns::default() });
    }

    #[test]
    fn columns_are_told_in_one_word() {
        let told = Columns::parse("title=Tên bài, text = Chữ,date=Khi").expect("is read");
        assert_eq!((told.title.as_deref(), told.body.as_deref()), (Some("Tên bài"), Some("Chữ")));
        for wrong in ["", "title", "title=", "what=x", "title=a,"] {
            assert_eq!(Columns::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for (date, expected) in [
            ("2018-06-21T10:00:00Z", Some((2018, 6, 21))),
            ("21/6/2018 10:05", Some((2018, 6, 21))),
            ("10:05, 21-06-2018", Some((2018, 6, 21))),
            ("20180621", Some((2018, 6, 21))),
            ("2018", None),
            ("hôm qua", None),
            ("1529539200", None),
        ] {
            assert_eq!(day(date), expected, "{date}");
        }
    }
}
