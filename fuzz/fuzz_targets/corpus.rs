//! Any bytes are a corpus or an error; what is read is written again to the same reports. The checksum is made to fit,
//! or nothing behind it would ever be read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use soi::{Corpus, Report};

/// What comes before the body of an empty corpus, which is one byte: magic, version and checksum.
const CHECKSUM: usize = 4;

fuzz_target!(|body: &[u8]| {
    // As they come, too.
    let _ = Corpus::decode(body);
    let _ = soi::explore::Explorer::decode(body);
    let empty = Corpus { reports: Vec::new() }.encode();
    let mut bytes = empty[..empty.len() - 1 - CHECKSUM].to_vec();
    let sum = soi::fnv::hash32(body.iter().copied());
    bytes.extend_from_slice(&sum.to_le_bytes());
    bytes.extend_from_slice(body);
    // As it comes to an explorer: reports that stay bytes until one is asked for.
    let mut arrived = soi::index::file::Arrived::default();
    if arrived.push(&bytes).is_ok() {
        arrived.reports().for_each(drop);
    }
    if let Ok(corpus) = Corpus::decode(&bytes) {
        let again = Corpus::decode(&corpus.encode()).expect("what was written is read");
        let lines = |corpus: &Corpus| corpus.reports.iter().map(Report::to_json).collect::<Vec<_>>();
        assert_eq!(lines(&again), lines(&corpus));
    }
});
