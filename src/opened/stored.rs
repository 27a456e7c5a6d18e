//! A corpus in the parts that the worker sends and the browser keeps: reports, and what was found out about all of them.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::Worker;
use soi::explore::{Builder, Explorer};
use soi::index::file::{self, Arrived};

use super::pauses;
use super::workers::{hear, soi_worker};
use crate::corpus;

/// How a part of a kept corpus begins that has no reports, but what was found out about all of them.
const FINDINGS: &[u8] = b"SOIX";

/// How one begins that goes on with them, and how much of them a part holds: the browser writes a part in one go.
const MORE_FINDINGS: &[u8] = b"SOI+";
const FINDINGS_PART: usize = 128 << 10;

/// Adds what was found out about reports to the parts that are kept of them; gives how many bytes came to them.
pub(super) fn keep_findings(findings: &[u8], parts: &js_sys::Array) -> usize {
    let mut bytes = 0;
    for (number, piece) in findings.chunks(FINDINGS_PART).enumerate() {
        let part = match number {
            0 => js_sys::Uint8Array::from(piece),
            _ => js_sys::Uint8Array::from([MORE_FINDINGS, piece].concat().as_slice()),
        };
        bytes += part.length() as usize;
        parts.push(&part);
    }
    bytes
}

/// Whether a part is one of those that [`keep_findings`] made; then it comes to the others.
pub(super) fn takes_findings(part: &[u8], findings: &mut Vec<u8>) -> bool {
    let more = part.strip_prefix(MORE_FINDINGS);
    findings.extend(if part.starts_with(FINDINGS) { part } else { more.unwrap_or_default() });
    part.starts_with(FINDINGS) || more.is_some()
}

/// What there is to find out about the reports of those parts, found by a worker; nothing where none starts or it breaks.
async fn found_again(parts: &js_sys::Array) -> Option<Vec<u8>> {
    let worker = soi_worker("reader").await.ok()?.dyn_into::<Worker>().ok()?;
    let ask = js_sys::Object::new();
    for (key, value) in [("parts", parts.as_ref()), ("index", &JsValue::TRUE)] {
        // A plain object takes any field.
        let _ = js_sys::Reflect::set(&ask, &key.into(), value);
    }
    let told = js_sys::Promise::new(&mut |resolve, reject| {
        let answer = move |data: JsValue| {
            let findings = js_sys::Reflect::get(&data, &"findings".into()).unwrap_or_default();
            // Whoever waits is told once.
            let _ = resolve.call1(&JsValue::UNDEFINED, &findings);
        };
        let broke = move || {
            let _ = reject.call0(&JsValue::UNDEFINED);
        };
        hear(&worker, answer, broke);
    });
    worker.post_message(&ask).ok()?;
    let told = wasm_bindgen_futures::JsFuture::from(told).await;
    worker.terminate();
    Some(told.ok()?.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec())
}

/// The explorer of reports that came as those parts. Where `findings` are not there or of another Soi, as where the
/// reading was broken off, they are found again in a worker, and where there is none, here.
pub(super) async fn explorer_of(reports: Arrived, parts: &js_sys::Array, findings: Option<Vec<u8>>) -> Explorer {
    let mut pause = pauses();
    let mut reports = Some(reports);
    for kept in [findings.filter(|findings| !findings.is_empty()), None] {
        let again = kept.is_none();
        let findings = match kept {
            Some(findings) => Some(findings),
            None => found_again(parts).await,
        };
        let arrived = match reports.take() {
            Some(reports) => reports,
            None => {
                let mut arrived = Arrived::default();
                for part in parts.iter() {
                    // Of one that is damaged it was told when it was first read.
                    let _ = arrived.push(&js_sys::Uint8Array::new(&part).to_vec());
                    pause().await;
                }
                arrived
            }
        };
        if let Some(findings) = findings
            && let Ok(explorer) = file::join(arrived, &findings, pauses()).await
        {
            return explorer;
        }
        if again {
            break;
        }
    }
    let mut builder = Builder::new();
    for part in parts.iter() {
        for report in corpus::decode(&js_sys::Uint8Array::new(&part).to_vec()).unwrap_or_default() {
            builder.add(report);
            pause().await;
        }
    }
    builder.finish()
}

/// The parts of a kept corpus as one file. One that an older Soi kept, or whose reading was broken off, is indexed again.
pub(super) async fn as_file(parts: &js_sys::Array) -> Vec<u8> {
    let mut pause = pauses();
    let (mut reports, mut findings) = (Vec::new(), Vec::new());
    for part in parts.iter() {
        let bytes = js_sys::Uint8Array::new(&part).to_vec();
        if !takes_findings(&bytes, &mut findings) {
            reports.push(bytes);
        }
        pause().await;
    }
    for kept in [true, false] {
        let findings = if kept { Some(std::mem::take(&mut findings)) } else { found_again(parts).await };
        if let Some(file) = findings.and_then(|findings| file::assemble(&reports, &findings).ok()) {
            return file;
        }
    }
    explorer_of(Arrived::default(), parts, None).await.encode()
}
