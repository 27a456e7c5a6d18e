//! The engine for other pages: a corpus is loaded, asked and counted. `npm/soi-explorer.js` is the custom element over
//! it, `npm/soi-explorer.d.ts` says the types.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use soi::Corpus;
use soi::explore::{Answer, Explorer, Hit};
use soi::filter::{Choice, DateRange, Facet, Selection, Sort};
use wasm_bindgen::prelude::*;

/// What a page asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asked {
    query: String,
    choices: Vec<AskedChoice>,
    dates: Option<String>,
    sort: Option<String>,
    limit: Option<usize>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedChoice {
    facet: String,
    value: String,
    #[serde(default)]
    exclude: bool,
}

/// What it gets.
#[derive(Debug, Serialize)]
pub struct Told {
    total: usize,
    statements: usize,
    error: Option<String>,
    hits: Vec<ToldHit>,
    facets: Vec<ToldFacet>,
}

#[derive(Debug, Serialize)]
struct ToldHit {
    id: String,
    title: Option<String>,
    date: Option<String>,
    matches: usize,
    excerpt: String,
}

#[derive(Debug, Serialize)]
struct ToldFacet {
    facet: &'static str,
    values: Vec<ToldValue>,
}

#[derive(Debug, Serialize)]
struct ToldValue {
    key: String,
    label: String,
    count: usize,
    total: usize,
    chosen: bool,
    excluded: bool,
}

/// Hits that are told where the page names no number.
const LIMIT: usize = 20;

impl Asked {
    /// What of it the engine understands; an error names the first part that it does not.
    fn selection(&self) -> Result<Selection, String> {
        let choice = |asked: &AskedChoice| {
            let facet = Facet::from_name(&asked.facet).ok_or_else(|| ["no facet ", &asked.facet].concat())?;
            Ok::<_, String>(Choice { facet, value: asked.value.clone(), exclude: asked.exclude })
        };
        let dates =
            self.dates.as_deref().map(|text| DateRange::parse(text).ok_or_else(|| ["no dates ", text].concat()));
        let sort = self.sort.as_deref().map(|text| Sort::from_name(text).ok_or_else(|| ["no order ", text].concat()));
        Ok(Selection {
            query: self.query.clone(),
            choices: self.choices.iter().map(choice).collect::<Result<_, _>>()?,
            dates: dates.transpose()?,
            sort: sort.transpose()?,
        })
    }
}

/// Answers a question over a corpus.
pub fn tell(explorer: &Explorer, asked: &Asked) -> Result<Told, String> {
    let answer = explorer.answer(&asked.selection()?);
    let Answer { hits, facets, statements, query_error, cutter } = answer;
    let hit = |hit: &Hit| {
        let report = explorer.report(hit.report);
        let snippet = explorer.snippet(hit.report, &cutter);
        ToldHit {
            id: report.id.clone(),
            title: report.title.clone(),
            date: report.published.clone(),
            matches: hit.matches,
            excerpt: report.source.get(snippet.at.range()).unwrap_or_default().trim().to_owned(),
        }
    };
    let told = facets.iter().map(|counts| ToldFacet {
        facet: counts.facet.as_str(),
        values: counts
            .values
            .iter()
            .map(|value| ToldValue {
                key: counts.key(value).to_owned(),
                label: counts.label(value).to_owned(),
                count: value.count,
                total: value.total,
                chosen: value.chosen == Some(false),
                excluded: value.chosen == Some(true),
            })
            .collect(),
    });
    Ok(Told {
        total: hits.len(),
        statements,
        error: query_error.map(|error| error.to_string()),
        hits: hits.iter().take(asked.limit.unwrap_or(LIMIT)).map(hit).collect(),
        facets: told.collect(),
    })
}

/// A corpus, loaded.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    explorer: Explorer,
}

#[wasm_bindgen]
impl Engine {
    /// Reads a corpus as `soi index` writes it; the error says why it cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn load(bytes: &[u8]) -> Result<Engine, JsError> {
        Ok(Self { explorer: Explorer::decode(bytes).map_err(|why| JsError::new(&why.to_string()))? })
    }

    /// Reads pages of text, each an object `{ id, text }`.
    pub fn read(pages: JsValue) -> Result<Engine, JsError> {
        #[derive(Deserialize)]
        struct Page {
            id: String,
            text: String,
        }
        let pages: Vec<Page> = serde_wasm_bindgen::from_value(pages)?;
        let reports = pages.iter().map(|page| soi::parse(&page.id, &page.text)).collect();
        Ok(Self { explorer: Explorer::new(Arc::new(Corpus { reports })) })
    }

    /// How many reports it holds.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> usize {
        self.explorer.len()
    }

    /// Hits and facets of a question.
    pub fn query(&self, asked: JsValue) -> Result<JsValue, JsError> {
        let asked = if asked.is_undefined() { Asked::default() } else { serde_wasm_bindgen::from_value(asked)? };
        Ok(serde_wasm_bindgen::to_value(&tell(&self.explorer, &asked).map_err(|why| JsError::new(&why))?)?)
    }

    /// A report with all its facts, or nothing.
    pub fn report(&self, id: &str) -> Result<JsValue, JsError> {
        match self.explorer.find(id) {
            Some(found) => Ok(serde_wasm_bindgen::to_value(self.explorer.report(found))?),
            None => Ok(JsValue::NULL),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explorer() -> Explorer {
        let pages = [("a", "Chi bộ A tổng kết năm 2022\n\nChi bộ kết nạp 2 đảng viên.\n"), ("b", "Chi bộ B sơ kết\n")];
        let reports = pages.iter().map(|(id, text)| soi::parse(id, text)).collect();
        Explorer::new(Arc::new(Corpus { reports }))
    }

    #[test]
    fn a_question_gets_hits_and_facets() {
        let told = tell(&explorer(), &Asked { query: "ket nap".into(), ..Asked::default() }).expect("an answer");
        assert_eq!((told.total, told.hits[0].id.as_str()), (1, "a"));
        assert!(told.hits[0].excerpt.contains("kết nạp"), "{}", told.hits[0].excerpt);
        assert_eq!(told.facets.len(), Facet::ALL.len());
        let one = tell(&explorer(), &Asked { limit: Some(1), ..Asked::default() }).expect("an answer");
        assert_eq!((one.total, one.hits.len()), (2, 1));
    }

    #[test]
    fn what_cannot_be_asked_is_named() {
        let choice = AskedChoice { facet: "colour".into(), value: "red".into(), exclude: false };
        let wrong = [
            (Asked { choices: vec![choice], ..Asked::default() }, "no facet colour"),
            (Asked { dates: Some("soon".into()), ..Asked::default() }, "no dates soon"),
            (Asked { sort: Some("odd".into()), ..Asked::default() }, "no order odd"),
        ];
        for (asked, why) in wrong {
            assert_eq!(tell(&explorer(), &asked).err().as_deref(), Some(why));
        }
    }
}
