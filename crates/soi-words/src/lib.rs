//! The words that rules name, as numbers.
//!
//! Rules compare the words of a page with words of their own, some four thousand times. As strings each comparison is a
//! length, an address and a call, and each word lies in the program once more; so a page's words are looked up once
//! (`soi::text::word`), and [`numbered`] writes the numbers of the rules' words, which stay readable as written.

use std::collections::BTreeMap;
use std::iter;
use std::sync::OnceLock;

use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// Every word that a rule may name, one a line, in the order of their code points.
const VOCABULARY: &str = include_str!("../../soi/src/lexicon/vocabulary.txt");

/// The word that no token is, and the number of a line end; 1 is that of every word outside the vocabulary.
const NONE: u16 = 0;
const BREAK: u16 = 2;
const FIRST: u16 = 3;

/// Makes a `crate::text::Word` of each string in an item that is one word or one mark (`"đảng"`, `"%"`, `"\n"`, `""`), in
/// patterns and in expressions. Longer strings stay strings, and so do raw ones: `r"%"`.
#[proc_macro_attribute]
pub fn numbered(_: TokenStream, item: TokenStream) -> TokenStream {
    convert(item)
}

fn convert(stream: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    let mut attribute = false;
    for token in stream {
        match token {
            // The text of a comment or of a `cfg` names no word.
            TokenTree::Group(group) if attribute && group.delimiter() == Delimiter::Bracket => {
                attribute = false;
                out.push(TokenTree::Group(group));
            }
            TokenTree::Group(group) => {
                attribute = false;
                let mut inner = Group::new(group.delimiter(), convert(group.stream()));
                inner.set_span(group.span());
                out.push(TokenTree::Group(inner));
            }
            TokenTree::Literal(literal) => {
                attribute = false;
                match text_of(&literal).filter(|text| is_word(text)) {
                    Some(text) => out.extend(number(&text, literal.span())),
                    None => out.push(TokenTree::Literal(literal)),
                }
            }
            other => {
                attribute = matches!(&other, TokenTree::Punct(mark) if mark.as_char() == '#');
                out.push(other);
            }
        }
    }
    out.into_iter().collect()
}

/// What a plain string says.
fn text_of(literal: &Literal) -> Option<String> {
    let printed = literal.to_string();
    let inner = printed.strip_prefix('"')?.strip_suffix('"')?;
    match inner {
        r#"\""# => Some("\"".to_owned()),
        r"\n" => Some("\n".to_owned()),
        _ if inner.contains('\\') => None,
        _ => Some(inner.to_owned()),
    }
}

/// Whether a text is one token of a page.
fn is_word(text: &str) -> bool {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(mark), None) => mark == '\n' || !mark.is_whitespace(),
        _ => text.chars().all(char::is_alphanumeric),
    }
}

/// `crate::text::Word(17)`, or the complaint that the word has no number.
fn number(word: &str, span: Span) -> Vec<TokenTree> {
    let ident = |name: &str| TokenTree::Ident(Ident::new(name, span));
    let colons = || {
        [Spacing::Joint, Spacing::Alone].map(|spacing| {
            let mut mark = Punct::new(':', spacing);
            mark.set_span(span);
            TokenTree::Punct(mark)
        })
    };
    let group = |literal: Literal| {
        let mut literal = literal;
        literal.set_span(span);
        let mut group = Group::new(Delimiter::Parenthesis, iter::once(TokenTree::Literal(literal)).collect());
        group.set_span(span);
        TokenTree::Group(group)
    };
    let Some(number) = number_of(word) else {
        let complaint = format!("`{word}` is not in crates/soi/src/lexicon/vocabulary.txt: write it there");
        let mut mark = Punct::new('!', Spacing::Alone);
        mark.set_span(span);
        return vec![ident("compile_error"), TokenTree::Punct(mark), group(Literal::string(&complaint))];
    };
    let path = [ident("crate")].into_iter().chain(colons()).chain([ident("text")]).chain(colons());
    path.chain([ident("Word"), group(Literal::u16_unsuffixed(number))]).collect()
}

fn number_of(word: &str) -> Option<u16> {
    static NUMBERS: OnceLock<BTreeMap<&str, u16>> = OnceLock::new();
    match word {
        "" => return Some(NONE),
        "\n" => return Some(BREAK),
        _ => {}
    }
    let numbers = NUMBERS.get_or_init(|| {
        assert!(VOCABULARY.lines().is_sorted(), "crates/soi/src/lexicon/vocabulary.txt is not sorted");
        VOCABULARY.lines().zip(FIRST..).collect()
    });
    numbers.get(word).copied()
}
