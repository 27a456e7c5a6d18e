//! What every extractor reads: the normal form, its tokens, its blocks and its sentences.

use std::ops::Range;

use soi_words::numbered;

use crate::report::BlockKind;
use crate::text::date::{self, DayDate};
use crate::text::number::{begins_numeral, spelled};
use crate::text::phrases::{Hit, Phrases};
use crate::text::word::{self, Word};
use crate::text::{Case, Span, Text, Token, TokenKind};

/// A block of the page, in offsets of the normal form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// What it is.
    pub kind: BlockKind,
    /// The line without white space at its ends.
    pub span: Span,
}

/// A sentence of a fact-bearing block, in offsets of the normal form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// The sentence with its final stop.
    pub span: Span,
    /// The kind of the block that it stands in; titles and captions are cut into sentences too.
    pub block: BlockKind,
    /// Its tokens: a range of [`Doc::tokens`].
    pub tokens: Range<usize>,
}

/// A page made ready for the extractors. All offsets are of the normal form.
#[derive(Debug)]
pub(super) struct Doc {
    /// Normal form and the way back to the source.
    pub text: Text,
    /// The whole page, in order.
    pub blocks: Vec<Line>,
    /// Tokens of the whole page.
    pub tokens: Vec<Token>,
    /// The number of the word that each of them is.
    words: Vec<Word>,
    /// Sentences of titles, ledes, paragraphs and captions, in order.
    pub sentences: Vec<Sentence>,
    /// Publication date, ISO 8601 at the page's precision.
    pub published: Option<String>,
    /// Every day that the page names, in order.
    dates: Vec<(DayDate, Range<usize>)>,
    /// Which rule made what, where somebody asks.
    #[cfg(feature = "explain")]
    pub trace: Option<std::cell::RefCell<Vec<super::explain::Fired>>>,
}

impl Doc {
    pub fn new(
        text: Text,
        tokens: Vec<Token>,
        blocks: Vec<Line>,
        sentences: Vec<Sentence>,
        published: Option<&str>,
    ) -> Self {
        let words = word::words(&text, &tokens);
        let dates = date::find_in(&text, &tokens, 0..tokens.len());
        Self {
            text,
            blocks,
            tokens,
            words,
            sentences,
            published: published.map(str::to_owned),
            dates,
            #[cfg(feature = "explain")]
            trace: None,
        }
    }

    /// Notes which of the rules read what stands at some tokens, and by which words; of several rules for one place the
    /// first counts. Without the feature `explain` nothing is asked, and nothing of it compiled.
    #[inline(always)]
    pub fn fired(&self, told: impl FnOnce() -> (&'static str, Range<usize>, Range<usize>)) {
        #[cfg(feature = "explain")]
        if let Some(trace) = &self.trace {
            let (rule, fact, cue) = told();
            let cue = if cue.is_empty() { fact.clone() } else { cue };
            let (fact, cue) = (self.span(fact), self.span(cue));
            trace.borrow_mut().push(super::explain::Fired { rule, fact, cue, note: String::new() });
        }
        #[cfg(not(feature = "explain"))]
        let _ = told;
    }

    /// The days that are named in a range of tokens, each with its own range.
    pub fn dates_in(&self, range: Range<usize>) -> &[(DayDate, Range<usize>)] {
        let first = self.dates.partition_point(|(_, at)| at.start < range.start);
        let last = self.dates.partition_point(|(_, at)| at.end <= range.end);
        self.dates.get(first..last).unwrap_or(&[])
    }

    /// The normal form of a range.
    pub fn norm(&self, span: Span) -> &str {
        self.text.norm().get(span.range()).unwrap_or_default()
    }

    /// The same in lower case.
    pub fn lower(&self, span: Span) -> &str {
        self.text.lower().get(span.range()).unwrap_or_default()
    }

    /// Which of the words that rules name a token is; [`Word::NONE`] where there is none.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn id(&self, token: usize) -> Word {
        self.words.get(token).copied().unwrap_or(Word::NONE)
    }

    /// The same of a token before `end`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn id_before(&self, end: usize, token: usize) -> Word {
        if token < end { self.id(token) } else { Word::NONE }
    }

    /// A token before `end` in lower case.
    pub fn word_before(&self, end: usize, token: usize) -> &str {
        if token < end { self.word(token) } else { "" }
    }

    /// The numeral in words that begins at a token and ends before `end`: its value, and how many tokens it takes.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub fn spelled(&self, end: usize, at: usize) -> Option<(u32, usize)> {
        begins_numeral(self.id_before(end, at)).then(|| spelled(&|i| self.word_before(end, at + i)))?
    }

    /// A token in lower case.
    pub fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| self.lower(t.span))
    }

    /// Whether `phấn đấu` at a token sets a target: `phấn đấu đạt 95%`, not `nhờ sự nỗ lực phấn đấu của các cấp`.
    #[numbered]
    pub fn strives(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).map_or("", |i| self.id(i));
        (self.id(at), self.id(at + 1)) == ("phấn", "đấu")
            && !matches!(
                self.id(at + 2),
                "của" | "vươn" | "rèn" | "liên" | "không" | "hết" | "là" | "," | "." | "-" | "–" | "và"
            )
            && !matches!(before(1), "sự" | "thần" | "chí" | "luôn" | "đã" | "cuộc" | "trường")
            && (before(2), before(1)) != ("quá", "trình")
            && !(before(1) == "lực" && matches!(before(3), "sự" | "đã" | "những" | "nhờ" | "với"))
    }

    /// Tokens of each block that holds facts, in order.
    pub fn fact_ranges(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        self.blocks.iter().filter(|block| block.kind.holds_facts()).map(|block| {
            let first = self.tokens.partition_point(|t| t.span.start < block.span.start);
            first..self.tokens.partition_point(|t| t.span.end <= block.span.end)
        })
    }

    /// How a token is written; as no letters are where there is none.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn case(&self, token: usize) -> Case {
        self.tokens.get(token).map_or(Case::Lower, |t| t.case)
    }

    /// What a token is made of; a line end where there is none.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn kind(&self, token: usize) -> TokenKind {
        self.tokens.get(token).map_or(TokenKind::Break, |t| t.kind)
    }

    /// Whether white space stands before a token.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn spaced(&self, token: usize) -> bool {
        self.tokens.get(token).is_none_or(|t| t.spaced)
    }

    /// Where a token stands.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn place(&self, token: usize) -> Span {
        self.tokens.get(token).map_or(Span::new(0, 0), |t| t.span)
    }

    /// Whether a phrase of a list may begin with a token; [`Self::longest`] tells for sure.
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub fn may_begin<T: Copy>(&self, list: &'static Phrases<T>, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| list.may_begin(token))
    }

    /// The longest phrase of a list that begins with the token `at` and ends before the token `end`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn longest<T: Copy>(&self, list: &'static Phrases<T>, at: usize, end: usize) -> Option<Hit<T>> {
        list.longest(self.text.lower(), &self.tokens, at, end)
    }

    /// The span from the first token of a range to its last.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.place(tokens.start).join(self.place(tokens.end.wrapping_sub(1)))
    }
}
