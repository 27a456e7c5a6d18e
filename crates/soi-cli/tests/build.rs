//! `soi build`: a site from the released app and any corpus, as a folder and as one file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PAGE: &str = "<!doctype html><html><body><script>// reads #soi-corpus\n</script></body></html>";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("app")).expect("a temporary folder");
    fs::write(folder.join("app/index.html"), PAGE).expect("a file");
    fs::write(folder.join("app/soi.html"), PAGE).expect("a file");
    fs::write(folder.join("app/soi-web.js"), "// app").expect("a file");
    fs::write(folder.join("a.md"), "# Chi bộ A họp\n\nChi bộ A họp sơ kết.").expect("a file");
    folder
}

fn build(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_soi")).arg("build").args(args).current_dir(folder).output().expect("it runs")
}

#[test]
fn a_site_is_the_app_and_the_corpus() {
    let folder = folder("site");
    let output = build(&folder, &["a.md", "-o", "site", "--app", "app"]);
    assert!(output.status.success(), "{output:?}");
    let files = || {
        let mut names: Vec<String> = fs::read_dir(folder.join("site"))
            .expect("the site")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    let first = files();
    assert_eq!(first.len(), 3, "{first:?}");
    assert!(first[0].starts_with("corpus-") && first[1..] == ["index.html", "soi-web.js"], "{first:?}");
    let page = fs::read_to_string(folder.join("site/index.html")).expect("the page");
    assert!(page.contains(&format!("data-href=\"./{}\"", first[0])), "{page}");
    let corpus = fs::read(folder.join("site").join(&first[0])).expect("the corpus");
    let explorer = soi::explore::Explorer::decode(&corpus).expect("a corpus");
    assert_eq!(explorer.corpus().reports[0].title.as_deref(), Some("Chi bộ A họp"));

    fs::write(folder.join("a.md"), "# Chi bộ B họp").expect("a file");
    assert!(build(&folder, &["a.md", "-o", "site", "--app", "app"]).status.success());
    assert_eq!(files().len(), 3, "the old corpus is gone");
    assert_ne!(files()[0], first[0]);
}

#[test]
fn one_file_carries_the_corpus() {
    let folder = folder("single");
    let output = build(&folder, &["a.md", "-o", "kho.html", "--single-file", "--app", "app"]);
    assert!(output.status.success(), "{output:?}");
    let page = fs::read_to_string(folder.join("kho.html")).expect("the page");
    // "SOIX" in base64.
    assert!(page.contains("<script type=\"text/plain\" id=\"soi-corpus\">U09JW"), "{page}");
}

#[test]
fn what_is_missing_is_told_in_one_line() {
    let folder = folder("missing");
    for (args, status) in [
        (&["a.md", "-o", "site", "--app", "none"][..], 1),
        (&["none.md", "-o", "site", "--app", "app"][..], 1),
        (&["a.md"][..], 2),
        (&["-o", "site"][..], 2),
    ] {
        let output = build(&folder, args);
        assert_eq!(output.status.code(), Some(status), "{args:?}");
        assert!(!output.stderr.is_empty());
    }
    assert!(!folder.join("site").exists());
}
