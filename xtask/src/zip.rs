//! A ZIP of a folder, the same bytes for the same files: sorted, without times.

use crate::step::Outcome;
use miniz_oxide::deflate::compress_to_vec;
use std::fs;
use std::path::{Path, PathBuf};

/// 1 January 1980, the first day that a ZIP knows.
const DAY: u16 = 0x21;
/// Names are UTF-8.
const UTF8: u16 = 0x800;
/// Deflated.
const METHOD: u16 = 8;

/// Every file below `folder`, under `name/` in the archive.
pub fn of_folder(folder: &Path, name: &str) -> Outcome<Vec<u8>> {
    let mut files = Vec::new();
    walk(folder, &mut files)?;
    files.sort();
    let mut named = Vec::new();
    for file in &files {
        let inside = file.strip_prefix(folder).map_err(|e| e.to_string())?.to_string_lossy().replace('\\', "/");
        named.push((format!("{name}/{inside}"), fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?));
    }
    pack(&named)
}

fn walk(folder: &Path, out: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.is_dir() { walk(&path, out)? } else { out.push(path) }
    }
    Ok(())
}

fn pack(files: &[(String, Vec<u8>)]) -> Outcome<Vec<u8>> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let count = u16::try_from(files.len()).map_err(|_| "too many files for a ZIP")?;
    for (name, bytes) in files {
        let at = size(out.len())?;
        let packed = compress_to_vec(bytes, 9);
        let mut head = Vec::new();
        [20, UTF8, METHOD, 0, DAY].iter().for_each(|value: &u16| head.extend(value.to_le_bytes()));
        [crc32(bytes), size(packed.len())?, size(bytes.len())?]
            .iter()
            .for_each(|value| head.extend(value.to_le_bytes()));
        head.extend(u16::try_from(name.len()).map_err(|e| e.to_string())?.to_le_bytes());
        head.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, length) = (size(out.len())?, size(directory.len())?);
    out.append(&mut directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    [count, count].iter().for_each(|value| out.extend(value.to_le_bytes()));
    [length, start].iter().for_each(|value| out.extend(value.to_le_bytes()));
    out.extend([0, 0]);
    Ok(out)
}

fn size(length: usize) -> Outcome<u32> {
    u32::try_from(length).map_err(|_| "too large for a ZIP".into())
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_every_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn the_same_files_give_the_same_archive_with_each_in_it() {
        let files = [("a/x.txt".to_owned(), b"one".to_vec()), ("a/y".to_owned(), Vec::new())];
        let archive = pack(&files).expect("a ZIP");
        assert_eq!(archive, pack(&files).expect("a ZIP"));
        assert_eq!(archive.windows(4).filter(|four| four == b"PK\x01\x02").count(), 2);
        let end = &archive[archive.len() - 22..];
        let start = u32::from_le_bytes(end[16..20].try_into().expect("four bytes")) as usize;
        assert_eq!(&archive[start..start + 4], b"PK\x01\x02");
        assert_eq!(&archive[30..37], b"a/x.txt");
        let inside = miniz_oxide::inflate::decompress_to_vec(&archive[37..]).expect("packed");
        assert_eq!(inside, b"one");
    }
}
