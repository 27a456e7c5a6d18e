//! What each line of the page is: headline, date, standfirst, body, caption, signature, or the site's furniture.
//!
//! A page reads from the top (menu, section, headline, date) through its body to a tail of other news and forms.
//! What no rule knows is a paragraph: text is never lost to the site's furniture by default.

#[cfg(feature = "explain")]
pub(super) mod explain;

use std::ops::Range;

use super::doc::Line;
use super::sentences::{self, tokens_in};
use super::signature;
use crate::lexicon::furniture;
use crate::report::BlockKind;
use crate::text::find::{among, ends_with_any, holds, holds_any, places, rfind, starts_with_any, trim_end, trim_start};
use crate::text::letter::is_letter_or_digit;
use crate::text::set::{Words, words};
use crate::text::{Case, Span, Text, Token, TokenKind, date, sort};

/// Every line with content, in order.
pub(super) fn read(text: &Text, tokens: &[Token]) -> Vec<Line> {
    let rows = rows(text, tokens);
    let mut kinds = vec![None; rows.len()];
    let page = Page { text, tokens, rows: &rows };
    let body = page.head(&mut kinds);
    let end = page.tail(body, &mut kinds);
    page.body(body..end, &mut kinds);
    page.dates(&mut kinds);
    page.repeats(&mut kinds);
    let lede = page.lede(&mut kinds);
    let mut out = Vec::with_capacity(rows.len() + 1);
    for (i, (row, kind)) in rows.iter().zip(&kinds).enumerate() {
        let kind = kind.unwrap_or(BlockKind::Paragraph);
        let head = lede.filter(|lede| *lede < i && kind == BlockKind::Paragraph);
        match head.and_then(|lede| page.repeated_head(lede, i)) {
            Some((head, rest)) => {
                out.push(Line { kind: BlockKind::Repeat, span: head });
                out.push(Line { kind, span: rest });
            }
            None => out.push(Line { kind, span: row.span }),
        }
    }
    out
}

/// A line with content.
struct Row {
    /// Without white space at its ends.
    span: Span,
    tokens: Range<usize>,
    /// How many words and numbers it has.
    words: usize,
    /// How many sentences, four where there are more.
    sentences: usize,
    /// Whether it ends with a full stop or the like.
    stopped: bool,
}

impl Row {
    /// Whether it reads as running text, not as a heading, a caption or a menu.
    fn is_prose(&self) -> bool {
        self.words >= 30 || self.sentences >= 2 && self.words >= 20
    }
}

fn rows(text: &Text, tokens: &[Token]) -> Vec<Row> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.norm().split('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let at = start + (line.len() - line.trim_start().len());
            let span = Span::of(at, at + trimmed.len());
            let range = tokens_in(tokens, &Line { kind: BlockKind::Paragraph, span });
            out.push(Row {
                span,
                words: tokens
                    .get(range.clone())
                    .unwrap_or_default()
                    .iter()
                    .filter(|t| t.kind != TokenKind::Mark)
                    .count(),
                sentences: sentences::cut(text, tokens, range.clone(), 4).len(),
                stopped: ends_with_any(trimmed, ".!?…”\""),
                tokens: range,
            });
        }
        start += line.len() + 1;
    }
    out
}

struct Page<'a> {
    text: &'a Text,
    tokens: &'a [Token],
    rows: &'a [Row],
}

type Kinds = [Option<BlockKind>];

#[cfg_attr(target_arch = "wasm32", inline(never))]
fn set(kinds: &mut Kinds, row: usize, kind: Option<BlockKind>) {
    if let Some(old) = kinds.get_mut(row) {
        *old = kind;
    }
}

#[cfg_attr(target_arch = "wasm32", inline(never))]
fn is(kinds: &Kinds, row: usize, kind: BlockKind) -> bool {
    kinds.get(row) == Some(&Some(kind))
}

impl Page<'_> {
    /// A row; an empty one where there is none.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn row(&self, row: usize) -> &Row {
        const NONE: &Row = &Row { span: Span::new(0, 0), tokens: 0..0, words: 0, sentences: 0, stopped: false };
        self.rows.get(row).unwrap_or(NONE)
    }

    fn lower(&self, row: usize) -> &str {
        self.text.lower().get(self.row(row).span.range()).unwrap_or_default()
    }

    fn norm(&self, row: usize) -> &str {
        self.text.norm().get(self.row(row).span.range()).unwrap_or_default()
    }

    /// Names menu, section, headline and what stands between it and the body; gives the first row of the body.
    fn head(&self, kinds: &mut Kinds) -> usize {
        let mut run = Vec::new();
        let mut at = 0;
        let mut dated = false;
        while at < self.rows.len() {
            match self.furniture(at) {
                Some(kind) => {
                    set(kinds, at, Some(kind));
                    // A date line below the candidates ends them: the headline is among them.
                    let headline = run.iter().any(|row| !self.is_section(*row) && !self.is_masthead(*row));
                    if kind == BlockKind::Dateline && headline {
                        dated = true;
                        break;
                    }
                }
                None if self.row(at).is_prose() && !run.is_empty() => break,
                // A page without a headline begins with text.
                None if self.row(at).words > 40 && (self.row(at).stopped || self.row(at).sentences > 2) => break,
                None => run.push(at),
            }
            at += 1;
        }
        let Some(title) = self.title(&run, dated, kinds) else { return at };
        // Candidates below the headline may be standfirst, date or signature: read on from there.
        let mut at = title + 1;
        while at < self.rows.len() {
            if let Some(kind) = self.furniture(at) {
                set(kinds, at, Some(kind));
            } else if self.same_words(at, title) {
                set(kinds, at, Some(BlockKind::Repeat));
            } else if !self.row(at).is_prose() && self.is_signed(at, false) && at + 1 < self.rows.len() {
                set(kinds, at, Some(BlockKind::Byline));
            } else {
                break;
            }
            at += 1;
        }
        at
    }

    /// The headline among the first rows of the page; those before it are its section, its kicker or the menu.
    fn title(&self, run: &[usize], dated: bool, kinds: &mut Kinds) -> Option<usize> {
        let mut at = 0;
        while let (Some(&row), Some(&row_below)) = (run.get(at), run.get(at + 1)) {
            let lower = self.lower(row);
            if ends_with_any(lower, ":") && self.row(row).words <= 25 {
                set(kinds, row, Some(BlockKind::Title));
            } else if self.is_masthead(row) {
                set(kinds, row, Some(BlockKind::Chrome));
            } else if self.is_section(row) {
                set(kinds, row, Some(BlockKind::Section));
            } else if dated && self.row(row).words <= 6 && self.row(row_below).words >= 8 {
                // An unknown short line right above a headline with its date below names the section too.
                let above = row_below == row + 1;
                set(kinds, row, Some(if above { BlockKind::Section } else { BlockKind::Chrome }));
            } else if dated && self.is_upper(row) && !self.is_upper(row_below) && self.row(row).words <= 12 {
                set(kinds, row, Some(BlockKind::Chrome));
            } else {
                break;
            }
            at += 1;
        }
        let title = *run.get(at)?;
        set(kinds, title, Some(BlockKind::Title));
        // Of several short lines above it only the last can be the section, the others are a menu.
        let sections: Vec<usize> = run.iter().take(at).copied().filter(|r| is(kinds, *r, BlockKind::Section)).collect();
        if let Some((last, menu)) = sections.split_last() {
            for row in menu {
                set(kinds, *row, Some(BlockKind::Chrome));
            }
            // `Giới thiệu`, `Tin tức`, `Liên hệ`: an item between others of the menu.
            let item = |row: usize| is(kinds, row, BlockKind::Chrome) && self.row(row).words <= 4;
            if *last > 0 && item(*last - 1) && item(*last + 1) && !self.is_date(*last + 1) {
                set(kinds, *last, Some(BlockKind::Chrome));
            }
        }
        Some(title)
    }

    /// Where the body ends: everything from there on is other news, forms and imprint.
    fn tail(&self, body: usize, kinds: &mut Kinds) -> usize {
        // `Các tin khác` in the middle of a page is a box: the body goes on below it.
        let long = (0..self.rows.len())
            .rfind(|row| self.row(*row).sentences >= 3 && self.row(*row).words >= 60 && !self.is_form(*row))
            .unwrap_or(0);
        let starts = (body.max(long) + 1..self.rows.len()).find(|row| self.is_tail(*row) || self.is_form(*row));
        let mut end = starts.unwrap_or(self.rows.len());
        kinds.iter_mut().skip(end).for_each(|kind| *kind = Some(BlockKind::Chrome));
        // Marks and buttons between the last words and the tail.
        while end > body + 1 && self.furniture(end - 1).is_some() {
            end -= 1;
            set(kinds, end, self.furniture(end));
        }
        end
    }

    /// Tells captions, signatures and furniture of a body from its paragraphs.
    fn body(&self, body: Range<usize>, kinds: &mut Kinds) {
        let last_prose = body
            .clone()
            .rev()
            .find(|row| self.row(*row).is_prose() || self.row(*row).stopped && self.row(*row).words >= 12);
        let signed = last_prose.map_or(0..0, |last| self.signature(last + 1..body.end));
        let mut boxed = false;
        for row in body.clone() {
            if kinds.get(row).is_none_or(Option::is_some) {
                continue;
            }
            let kind = if signed.contains(&row) {
                BlockKind::Byline
            } else if !signed.is_empty() && row >= signed.end {
                BlockKind::Chrome
            } else if let Some(kind) = self.furniture(row) {
                kind
            } else if self.is_tail(row) && row > body.start {
                boxed = true;
                BlockKind::Chrome
            } else if boxed && !self.row(row).is_prose() && !self.row(row).stopped {
                BlockKind::Chrome
            } else if self.is_caption(row)
                && (row > body.start || self.is_picture(row) && self.row(row).words <= 12 && row + 1 < body.end)
            {
                BlockKind::Caption
            } else {
                boxed = false;
                BlockKind::Paragraph
            };
            set(kinds, row, Some(kind));
        }
    }

    /// The lines that sign a page, among those below its last prose: a name, an office, or one above the other.
    fn signature(&self, below: Range<usize>) -> Range<usize> {
        let last =
            below.clone().rfind(|row| self.is_signed(*row, true)).or(below.clone().rfind(|row| self.is_office(*row)));
        let Some(last) = last else { return 0..0 };
        let signs = |row: usize| self.is_signed(row, true) || self.is_office(row);
        let above = (below.start..last).rev().take_while(|row| signs(*row)).count();
        let under = (last + 1..below.end).take_while(|row| signs(*row)).count();
        last - above..last + under + 1
    }

    /// Of two date lines above the body the one on top is the site's clock; one below it counts if there is none.
    fn dates(&self, kinds: &mut Kinds) {
        let body = kinds.iter().position(|kind| *kind == Some(BlockKind::Paragraph)).unwrap_or(kinds.len());
        let all: Vec<usize> = (0..kinds.len()).filter(|row| is(kinds, *row, BlockKind::Dateline)).collect();
        let above = all.partition_point(|row| *row < body);
        let published = match above {
            0 => all.last(),
            1 => all.first(),
            _ => all.get(1),
        };
        for row in all.iter().filter(|row| Some(*row) != published) {
            set(kinds, *row, Some(BlockKind::Chrome));
        }
    }

    fn repeats(&self, kinds: &mut Kinds) {
        // Lines alike lie together once they are sorted by the hashes of their words, summed up.
        let sum = |row: usize| {
            let tokens = self.tokens.get(self.row(row).tokens.clone()).unwrap_or_default();
            let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
            words.fold(0, |sum: u64, word| {
                (sum.rotate_left(5) ^ u64::from(word.hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
            })
        };
        let lines = (0..kinds.len()).filter(|row| self.row(*row).words > 0);
        let mut lines: Vec<(u64, usize)> = lines.map(|row| (sum(row), row)).collect();
        sort::by_key(&mut lines, |line| line.0);
        for alike in lines.chunk_by(|one, other| one.0 == other.0) {
            for (n, (_, row)) in alike.iter().enumerate() {
                if alike.iter().take(n).any(|(_, before)| self.same_words(*before, *row)) {
                    set(kinds, *row, Some(BlockKind::Repeat));
                }
            }
        }
    }

    /// The first line of the body is the standfirst if it is short and more body follows.
    fn lede(&self, kinds: &mut Kinds) -> Option<usize> {
        let mut body = (0..kinds.len()).filter(|row| is(kinds, *row, BlockKind::Paragraph));
        let (first, second) = (body.next()?, body.next());
        if second.is_none() || self.row(first).sentences > 3 {
            return None;
        }
        set(kinds, first, Some(BlockKind::Lede));
        Some(first)
    }

    /// The standfirst at the head of a longer line, and the rest of that line.
    fn repeated_head(&self, lede: usize, row: usize) -> Option<(Span, Span)> {
        let lede = trim_end(self.norm(lede), &|c| among(c, ".…! "));
        let line = self.norm(row);
        let skipped = signature::mark(self.text, self.tokens, self.row(row).tokens.clone()).map_or(0, |mark| {
            let after = self.tokens.get(mark.end).map_or(self.row(row).span.end, |t| t.span.start);
            (after - self.row(row).span.start) as usize
        });
        let rest = line.get(skipped..)?.strip_prefix(lede)?;
        if lede.len() < 40 || rest.chars().next().is_some_and(is_letter_or_digit) {
            return None;
        }
        let rest = trim_start(rest, &|c| among(c, ".…! "));
        if !rest.chars().any(is_letter_or_digit) {
            return None;
        }
        let span = self.row(row).span;
        let rest_at = span.end - rest.len() as u32;
        let head_end = span.start + line.get(..line.len() - rest.len()).unwrap_or_default().trim_end().len() as u32;
        Some((Span::new(span.start, head_end), Span::new(rest_at, span.end)))
    }

    /// What a line is that belongs to the site, not to the article.
    fn furniture(&self, row: usize) -> Option<BlockKind> {
        let lower = self.lower(row);
        let words = self.row(row).words;
        if words == 0 {
            return Some(BlockKind::Chrome);
        }
        let counts = is_counter(lower, words);
        if words <= 20 && self.is_date(row) {
            return Some(BlockKind::Dateline);
        }
        if counts || words > 16 {
            return counts.then_some(BlockKind::Chrome);
        }
        let marks = |c: char| !is_letter_or_digit(c) && c != '+' && c != '-';
        let bare = trim_end(trim_start(lower, &marks), &marks);
        let known = furniture::WHOLE_LINES.contains(bare)
            || furniture::HEADS.iter().any(|head| starts_with_words(lower, head))
            || starts_with_words(lower, "trang chủ") && words <= 4
            || lower.strip_prefix("trang chủ ").is_some_and(|rest| starts_with_any(rest, "/|-:>"))
            || is_breadcrumb(lower)
            // `A- A A+`
            || bare.chars().all(|c| core::matches!(c, 'a' | '+' | '-' | ' ' | '|'));
        known.then_some(BlockKind::Chrome)
    }

    /// A line that says when, and nothing else but who counts or labels it.
    fn is_date(&self, row: usize) -> bool {
        let range = self.row(row).tokens.clone();
        let Some((_, at)) =
            date::find_in(self.text, self.tokens, range.clone()).into_iter().find(|(date, _)| date.year.is_some())
        else {
            return false;
        };
        let counts = is_counter(self.lower(row), self.row(row).words);
        let others = range.filter(|i| !at.contains(i)).filter(|i| {
            let token = self.tokens.get(*i);
            let lower = token.and_then(|token| self.text.lower().get(token.span.range())).unwrap_or_default();
            token.is_some_and(|token| token.kind == TokenKind::Word)
                && !furniture::DATE_WORDS.contains(lower)
                && !lower.strip_prefix('h').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
        });
        const WRITER: Words = words!["tác giả", "người đăng", "người viết", "đăng bởi"];
        let labelled = WRITER.iter().any(|label| holds(self.lower(row), label));
        others.count() <= usize::from(counts) * 4 + usize::from(labelled) * 8
    }

    fn is_tail(&self, row: usize) -> bool {
        let lower = trim_start(self.lower(row), &|c| !is_letter_or_digit(c) && c != '©');
        // A long line that begins so is text: `Thảo luận tại hội nghị, các đại biểu …`
        self.row(row).words <= 12
            && !ends_with_any(lower, ".")
            && furniture::TAILS.iter().any(|head| starts_with_words(lower, head))
    }

    /// What a form for readers' comments asks of them, however long: `Vui lòng gõ tiếng Việt có dấu …`
    fn is_form(&self, row: usize) -> bool {
        furniture::FORMS.find(self.text.lower(), self.tokens, self.row(row).tokens.clone()).next().is_some()
    }

    fn is_section(&self, row: usize) -> bool {
        let mark = |c: char| !is_letter_or_digit(c);
        let bare = trim_end(trim_start(self.lower(row), &mark), &mark);
        furniture::SECTIONS.contains(bare)
    }

    fn is_masthead(&self, row: usize) -> bool {
        furniture::MASTHEADS.iter().any(|head| self.lower(row).starts_with(head))
    }

    fn is_upper(&self, row: usize) -> bool {
        let tokens = self.tokens.get(self.row(row).tokens.clone()).unwrap_or_default();
        let mut words = tokens.iter().filter(|t| t.kind == TokenKind::Word);
        words.all(|t| t.case == Case::Upper || t.span.len() <= 3)
    }

    /// Whether a line is who signs the page; without a label only a name of two words or more, or initials.
    fn is_signed(&self, row: usize, below: bool) -> bool {
        let range = self.row(row).tokens.clone();
        if self.row(row).words > 16 {
            return false;
        }
        let Some(signed) = signature::read(self.text, self.tokens, range.clone(), below) else { return false };
        let labelled = holds_any(self.norm(row), ":|") || signed.publisher.is_some();
        let lower = self.lower(row);
        !self.is_picture(row)
            && (labelled || below && !ends_with_any(lower, ":") || self.row(row).words <= 5 && !self.is_upper(row))
    }

    /// Whether a line below the body is the office that signs it.
    fn is_office(&self, row: usize) -> bool {
        let lower = self.lower(row);
        // `Hội nghị báo cáo viên` is a headline of other news.
        const MEETS: Words = words!["hội nghị", "hội thảo", "hội thi", "đoàn kiểm tra", "đoàn công tác"];
        self.row(row).words <= 14
            && !MEETS.iter().any(|head| lower.starts_with(head))
            && !self.row(row).stopped
            && furniture::OFFICES.iter().any(|office| starts_with_words(lower, office))
    }

    /// Whether a line begins as words under a picture do: `Toàn cảnh`, `Ảnh:`
    fn is_picture(&self, row: usize) -> bool {
        let lower = self.lower(row);
        furniture::CAPTION_HEADS.iter().any(|head| lower.starts_with(head))
    }

    fn is_caption(&self, row: usize) -> bool {
        let &Row { words, sentences, stopped, .. } = self.row(row);
        let lower = self.lower(row);
        if words > 50 || sentences > 2 || ends_with_any(lower, ":;") {
            return false;
        }
        if self.is_picture(row) {
            return words <= 30;
        }
        // `… tại hội nghị. Ảnh: Lê Hà`
        if rfind(lower, "ảnh:").is_some_and(|at| lower.len() - at < 40) {
            return true;
        }
        if sentences > 1
            || holds_any(lower, ";")
            || !furniture::CAPTION_PEOPLE.iter().any(|who| starts_with_words(lower, who))
        {
            return false;
        }
        let bare = trim_end(lower, &|c| among(c, ". "));
        let ends = furniture::CAPTION_EVENTS.iter().any(|event| bare.ends_with(event));
        let act = furniture::CAPTION_ACTS.iter().filter_map(|act| rfind(bare, act).map(|at| (at, act))).max();
        let Some((at, act)) = act else { return false };
        const TELLS: Words =
            words!["cho biết", "nhấn mạnh", "khẳng định", "đề nghị", "yêu cầu", " đã ", "đến dự", "về dự", "cùng dự"];
        if TELLS.iter().any(|word| holds(bare, word)) {
            return false;
        }
        // `Đồng chí … chủ trì hội nghị.` with its stop may be a sentence of the body as well.
        let soft = !matches!(act, "phát biểu" | "tham luận" | "trao" | "tặng" | "chụp ảnh");
        let short = bare.get(at..).unwrap_or_default().split(' ').count() <= 12;
        // `Các đại biểu tham dự hội nghị.`
        let shown = words <= 8 && starts_with_words(lower.trim_start_matches("các "), "đại biểu");
        short && (!stopped || ends && (!soft || shown))
    }

    /// Whether two lines are the same word for word, whatever stop ends them.
    fn same_words(&self, one: usize, other: usize) -> bool {
        let words = |row: usize| trim_end(self.norm(row), &|c| among(c, ". …:")).split_whitespace();
        words(one).eq(words(other))
    }
}

fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_letter_or_digit)
}

fn starts_with_words(lower: &str, head: &str) -> bool {
    lower
        .strip_prefix(head)
        .is_some_and(|rest| !ends_in_word(head) || !rest.chars().next().is_some_and(is_letter_or_digit))
}

/// `1,353 lượt xem`, `Lượt xem: 12`
pub(super) fn is_counter(lower: &str, words: usize) -> bool {
    words <= 12
        && lower.bytes().any(|byte| byte.is_ascii_digit())
        && furniture::COUNTERS.iter().any(|word| {
            places(lower, word).any(|at| {
                lower
                    .split_at_checked(at)
                    .is_some_and(|(before, from)| !ends_in_word(before) && starts_with_words(from, word))
            })
        })
}

/// `Trang chủ > Tin tức`, `Tin tức » Xây dựng Đảng`
fn is_breadcrumb(lower: &str) -> bool {
    holds_any(lower, "»›→") || holds(lower, " > ") || holds(lower, " >> ") || lower.starts_with("> ")
}
