//! Corrections from files; those that do not fit are told on standard error.

use std::path::PathBuf;

use soi::corrections::{self, Corrector, Outcome};
use soi::link::Told;

/// Reads files of corrections; lines that are none are told and left out.
///
/// # Errors
/// Why a file cannot be read, in one line.
pub fn read(files: &[PathBuf]) -> Result<Corrector, String> {
    let mut all = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file)
            .map_err(|error| format!("{}: không đọc được (cannot read): {error}", file.display()))?;
        let (mut known, strange) = corrections::read(&text);
        all.append(&mut known);
        for line in strange {
            eprintln!("{}:{line}: không phải dòng sửa lỗi (not a correction)", file.display());
        }
    }
    Ok(Corrector::new(all))
}

/// Tells which corrections do not hold, and gives what was told of names.
pub fn tell(corrector: Corrector) -> Vec<Told> {
    let known = corrector.corrections().to_vec();
    let (outcomes, told) = corrector.finish();
    for (correction, outcome) in known.iter().zip(&outcomes) {
        let why = match outcome {
            Outcome::Applied | Outcome::Moved | Outcome::Idle => continue,
            Outcome::Missing => "ở đó không có dữ kiện loại này (no such fact there)",
            Outcome::Bad => "giá trị không hợp lệ (no such field or value)",
            Outcome::Gone => "không còn khớp với văn bản (its words are not in the text any more)",
            Outcome::Absent => "không có báo cáo này (no such report)",
        };
        let (place, words) = (&correction.place, soi::text::printed(&correction.place.quote));
        eprintln!("{} {}..{} “{words}” {}: {why}", place.report, place.at.start, place.at.end, correction.deed());
    }
    told
}
