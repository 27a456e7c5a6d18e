//! Corpora that people keep: a file of each version of the format stays in `tests/corpora`, and is either read with all
//! that is in it, or refused with its version named.
//!
//! A new version needs its file: `cargo test -p soi --test corpus_versions -- --ignored`.

use std::path::PathBuf;
use std::sync::Arc;

use soi::explore::Explorer;
use soi::filter::Selection;
use soi::index::file::FileError;

/// Two invented pages: what is in every file of `tests/corpora`.
const PAGES: [(&str, &str); 2] = [
    (
        "hoi-nghi",
        "Đảng ủy xã An Bình tổng kết công tác xây dựng Đảng năm 2022\n\nSáng 5/1/2023, Đảng ủy xã An Bình tổ chức hội nghị \
         tổng kết công tác xây dựng Đảng năm 2022. Đồng chí Nguyễn Văn Mẫu, Bí thư Đảng ủy xã chủ trì.\n\nNăm 2022, Đảng bộ \
         kết nạp 12 đảng viên, đạt 120% chỉ tiêu.\n\nTuy nhiên, công tác kiểm tra còn hạn chế.\n",
    ),
    (
        "so-ket",
        "Chi bộ trường An Bình sơ kết 6 tháng đầu năm 2023\n\nNgày 10/7/2023, Chi bộ trường An Bình sơ kết 6 tháng đầu năm \
         2023.\n\nChi bộ thực hiện Nghị quyết số 18-NQ/TW; 98% đảng viên hoàn thành tốt nhiệm vụ.\n",
    ),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora")
}

fn pages() -> Explorer {
    let reports = PAGES.iter().map(|(id, text)| soi::parse(id, text)).collect();
    Explorer::new(Arc::new(soi::Corpus { reports }))
}

/// The version of a file, behind its four letters.
fn version(bytes: &[u8]) -> u8 {
    bytes.get(4).copied().expect("a file has a head")
}

fn files() -> Vec<(u8, Vec<u8>)> {
    let entries = std::fs::read_dir(folder()).expect("tests/corpora");
    let mut out: Vec<(u8, Vec<u8>)> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "soi"))
        .map(|path| {
            let bytes = std::fs::read(&path).expect("readable");
            assert_eq!(path.file_name().expect("a name").to_string_lossy(), format!("v{}.soi", version(&bytes)));
            (version(&bytes), bytes)
        })
        .collect();
    out.sort();
    out
}

#[test]
fn a_kept_corpus_is_read_whole_or_refused_by_its_version() {
    let now = version(&pages().encode());
    let files = files();
    assert!(files.iter().any(|file| file.0 == now), "no file of version {now}: see the head of this test");
    for (version, bytes) in &files {
        match Explorer::decode(bytes) {
            Ok(explorer) => {
                let corpus = explorer.corpus();
                let told: Vec<(&str, &str)> = corpus.reports.iter().map(|r| (r.id.as_str(), &*r.source)).collect();
                assert_eq!(told, PAGES, "version {version}");
                let asked = Selection { query: "ket nap".into(), ..Selection::default() };
                assert_eq!(explorer.answer(&asked).hits.len(), 1, "version {version} is searchable");
            }
            Err(FileError::OtherVersion(named)) => {
                assert_eq!(named, *version);
                assert_ne!(*version, now, "this version's own file is read");
                let said = FileError::OtherVersion(named).to_string();
                assert!(said.contains(&version.to_string()) && said.contains(&now.to_string()), "{said}");
            }
            Err(other) => panic!("version {version}: {other}"),
        }
    }
}

#[test]
fn a_file_of_any_other_version_is_refused_by_name() {
    let bytes = pages().encode();
    for other in (0..=u8::MAX).filter(|other| *other != version(&bytes)) {
        let mut altered = bytes.clone();
        altered[4] = other;
        assert_eq!(Explorer::decode(&altered).err(), Some(FileError::OtherVersion(other)));
    }
}

#[test]
#[ignore = "writes the file of a new version"]
fn keep_a_file_of_this_version() {
    let bytes = pages().encode();
    std::fs::write(folder().join(format!("v{}.soi", version(&bytes))), bytes).expect("written");
}
