//! tantivy, as a competent user sets it up for Vietnamese: each word as spelt and without marks at the same place, so
//! that it is found right in both directions; no texts stored; one segment.

use std::collections::HashMap;

use tantivy::collector::{Count, DocSetCollector, TopDocs};
use tantivy::query::{BooleanQuery, BoostQuery, Occur, PhraseQuery, Query as Ask, RegexQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::{SimpleTokenizer, TextAnalyzer, Token, TokenFilter, TokenStream, Tokenizer};
use tantivy::{Index, IndexReader, TantivyDocument, Term, doc};

use crate::{Doc, Engine, Query};

/// An index on disk and the bodies for excerpts.
pub struct Tantivy {
    index: Index,
    reader: IndexReader,
    id: Field,
    title: Field,
    body: Field,
    bodies: HashMap<String, String>,
}

fn fold(word: &str) -> String {
    word.chars().map(fold_char).collect()
}

fn fold_char(c: char) -> char {
    match c {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' => {
            'a'
        }
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => {
            'o'
        }
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        c => c,
    }
}

/// Lower case, and the tone mark of `hoà`, `khoẻ`, `uỷ` where `hòa`, `khỏe`, `ủy` have it.
fn norm(word: &str) -> String {
    let mut chars: Vec<char> = word.to_lowercase().chars().collect();
    if let [.., first, last] = chars.as_mut_slice() {
        let tones = [("oa", "àáảãạ"), ("oe", "èéẻẽẹ"), ("uy", "ỳýỷỹỵ")];
        for (plain, marked) in tones {
            let (a, b) = (plain.as_bytes()[0] as char, plain.as_bytes()[1] as char);
            if *first == a
                && let Some(tone) = marked.chars().position(|c| c == *last)
            {
                let firsts = if a == 'o' { "òóỏõọ" } else { "ùúủũụ" };
                *first = firsts.chars().nth(tone).unwrap_or(a);
                *last = b;
                break;
            }
        }
    }
    if matches!(chars.as_slice(), ['q', first, ..] if *first != 'u') {
        // `quý` is no `úy`.
        return word.to_lowercase();
    }
    chars.into_iter().collect()
}

/// Gives each word as spelt, then without marks at the same place.
#[derive(Clone)]
struct BothForms;

#[derive(Clone)]
struct BothForms2<T>(T);

struct BothFormsStream<T> {
    tail: T,
    folded: Option<String>,
}

impl TokenFilter for BothForms {
    type Tokenizer<T: Tokenizer> = BothForms2<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> BothForms2<T> {
        BothForms2(tokenizer)
    }
}

impl<T: Tokenizer> Tokenizer for BothForms2<T> {
    type TokenStream<'a> = BothFormsStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        BothFormsStream { tail: self.0.token_stream(text), folded: None }
    }
}

impl<T: TokenStream> TokenStream for BothFormsStream<T> {
    fn advance(&mut self) -> bool {
        if let Some(folded) = self.folded.take() {
            self.tail.token_mut().text = folded;
            return true;
        }
        if !self.tail.advance() {
            return false;
        }
        let token = self.tail.token_mut();
        token.text = norm(&token.text);
        let folded = fold(&token.text);
        self.folded = (folded != token.text).then_some(folded);
        true
    }

    fn token(&self) -> &Token {
        self.tail.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.tail.token_mut()
    }
}

fn analyzer() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(BothForms).build()
}

/// Builds one segment in the folder `out`.
pub fn build(docs: impl Iterator<Item = Doc>, out: &str) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("vietnamese")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let text = TextOptions::default().set_indexing_options(indexing);
    let id = schema.add_text_field("id", STRING | STORED);
    let title = schema.add_text_field("title", text.clone());
    let body = schema.add_text_field("body", text);
    std::fs::create_dir_all(out).expect("a folder for the index");
    let index = Index::create_in_dir(out, schema.build()).expect("an index");
    index.tokenizers().register("vietnamese", analyzer());
    let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, 200_000_000).expect("a writer");
    for d in docs {
        writer.add_document(doc!(id => d.id, title => d.title, body => d.body)).expect("added");
    }
    writer.commit().expect("committed");
    let segments = index.searchable_segment_ids().expect("segments");
    if segments.len() > 1 {
        writer.merge(&segments).wait().expect("merged");
    }
    writer.garbage_collect_files().wait().expect("cleaned");
    writer.wait_merging_threads().expect("done");
}

impl Tantivy {
    /// Opens the folder `FOLDER`, with the pages of `FOLDER.jsonl` for excerpts.
    pub fn open(folder: &str) -> Self {
        let index = Index::open_in_dir(folder).expect("an index");
        index.tokenizers().register("vietnamese", analyzer());
        let schema = index.schema();
        let [id, title, body] = ["id", "title", "body"].map(|name| schema.get_field(name).expect("a field"));
        let bodies = crate::docs(&format!("{folder}.jsonl")).map(|doc| (doc.id, doc.body)).collect();
        Self { reader: index.reader().expect("a reader"), index, id, title, body, bodies }
    }

    /// A word or row of words in the title or the body.
    fn either(&self, ask: impl Fn(Field) -> Box<dyn Ask>) -> Box<dyn Ask> {
        let title: Box<dyn Ask> = Box::new(BoostQuery::new(ask(self.title), 2.0));
        Box::new(BooleanQuery::new(vec![(Occur::Should, title), (Occur::Should, ask(self.body))]))
    }

    fn word(&self, word: &str) -> Box<dyn Ask> {
        // A number is asked for as a phrase of its groups.
        let groups: Vec<&str> = word.split(|c: char| !c.is_alphanumeric()).filter(|group| !group.is_empty()).collect();
        self.either(|field| match groups.as_slice() {
            [one] => Box::new(TermQuery::new(Term::from_field_text(field, one), IndexRecordOption::WithFreqs)),
            _ => Box::new(PhraseQuery::new(groups.iter().map(|g| Term::from_field_text(field, g)).collect())),
        })
    }

    fn all(&self, parts: Vec<Box<dyn Ask>>) -> Box<dyn Ask> {
        Box::new(BooleanQuery::new(parts.into_iter().map(|part| (Occur::Must, part)).collect()))
    }

    fn ask(&self, query: &Query) -> Box<dyn Ask> {
        let words: Vec<String> = query.words.iter().map(|word| norm(word)).collect();
        let terms = |field| words.iter().map(|word| Term::from_field_text(field, word)).collect::<Vec<_>>();
        match query.kind.as_str() {
            "phrase" => self.either(|field| Box::new(PhraseQuery::new(terms(field)))),
            // In either order.
            "near" => {
                let row = |field: Field, back: bool| {
                    let mut terms = terms(field);
                    if back {
                        terms.reverse();
                    }
                    let mut phrase = PhraseQuery::new(terms);
                    phrase.set_slop(query.gap);
                    Box::new(phrase) as Box<dyn Ask>
                };
                let both = |field| {
                    let orders = [false, true].map(|back| (Occur::Should, row(field, back)));
                    Box::new(BooleanQuery::new(orders.into())) as Box<dyn Ask>
                };
                self.either(both)
            }
            _ => self.all(words.iter().map(|word| self.word(word)).collect()),
        }
    }
}

impl Engine for Tantivy {
    fn search(&self, query: &Query, limit: usize) -> Vec<String> {
        let searcher = self.reader.searcher();
        let ask = self.ask(query);
        let name = |address| {
            let doc: TantivyDocument = searcher.doc(address).expect("a document");
            doc.get_first(self.id).and_then(|id| id.as_str().map(str::to_owned)).unwrap_or_default()
        };
        if limit > 0 {
            // With the number of all hits, as Soi has it.
            let (top, _) = searcher.search(&ask, &(TopDocs::with_limit(limit), Count)).expect("found");
            return top.into_iter().map(|(_, address)| name(address)).collect();
        }
        searcher.search(&ask, &DocSetCollector).expect("found").into_iter().map(name).collect()
    }

    fn keystroke(&self, typed: &str) -> Vec<String> {
        let mut words: Vec<String> = typed.split_whitespace().map(norm).collect();
        let open = !typed.ends_with(' ');
        let last = if open { words.pop() } else { None };
        let mut parts: Vec<Box<dyn Ask>> = words.iter().map(|word| self.word(word)).collect();
        if let Some(last) = last {
            let pattern = format!("{last}.*");
            parts.push(
                self.either(|field| {
                    Box::new(RegexQuery::from_pattern(&pattern, field).expect("a beginning of letters"))
                }),
            );
        }
        let ask = self.all(parts);
        let searcher = self.reader.searcher();
        let (top, _) = searcher.search(&ask, &(TopDocs::with_limit(10), Count)).expect("found");
        let generator = SnippetGenerator::create(&searcher, &ask, self.body).expect("excerpts");
        let excerpt = |(_, address)| {
            let doc: TantivyDocument = searcher.doc(address).expect("a document");
            let id = doc.get_first(self.id).and_then(|id| id.as_str().map(str::to_owned)).unwrap_or_default();
            generator.snippet(self.bodies.get(&id).map_or("", String::as_str)).to_html()
        };
        top.into_iter().map(excerpt).collect()
    }
}

impl Drop for Tantivy {
    fn drop(&mut self) {
        let _ = &self.index;
    }
}
