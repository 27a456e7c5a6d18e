//! Any string is a page: no panic, every quote is what stands at its place, the same report twice, and the corpus
//! format gives it back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use soi::{Corpus, parse};

fuzz_target!(|source: &str| {
    // Longer pages are many paragraphs: they take the time of a hundred short ones and find nothing else.
    if source.len() > 4096 {
        return;
    }
    let report = parse("page", source);
    assert_eq!(&*report.source, source);
    let json = report.to_json();
    quotes(&serde_json::from_str(&json).expect("a report is JSON"), source);
    assert_eq!(parse("page", source).to_json(), json);
    let back = Corpus::decode(&Corpus { reports: vec![report] }.encode()).expect("what was written is read");
    assert_eq!(back.reports[0].to_json(), json);
});

fn quotes(value: &Value, source: &str) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| quotes(item, source)),
        Value::Object(fields) => {
            if let (Some(Value::String(quote)), Some(Value::Array(at))) = (fields.get("quote"), fields.get("at")) {
                let at = |i: usize| at[i].as_u64().expect("a place") as usize;
                assert_eq!(source.get(at(0)..at(1)), Some(quote.as_str()));
            }
            fields.values().for_each(|field| quotes(field, source));
        }
        _ => {}
    }
}
