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

/// Who is named in a built corpus, in how many reports, and whether a reader said so.
fn people(corpus: &[u8]) -> Vec<(String, usize, bool)> {
    let explorer = soi::explore::Explorer::decode(corpus).expect("a corpus");
    explorer
        .entities(soi::filter::Facet::Person)
        .map(|one| (one.label().to_owned(), one.total(), one.reason() == soi::link::Reason::Told))
        .collect()
}

#[test]
fn names_that_a_reader_tells_to_be_one_are_one_on_the_site_and_wherever_it_goes_from_there() {
    let folder = folder("told");
    let pages = [
        ("a", "Đồng chí Trần Văn Bê, Bí thư Tỉnh ủy Sóc Trăng, dự."),
        ("b", "Đồng chí Trần Bê dự."),
        ("c", "Đồng chí Trần Văn Bê, Bí thư Tỉnh ủy Sóc Trăng, phát biểu."),
    ];
    fs::create_dir_all(folder.join("in")).expect("a folder");
    let mut places = Vec::new();
    for (id, body) in pages {
        let text = format!("Tin\n\n{body}");
        let name = if id == "b" { "Trần Bê" } else { "Trần Văn Bê" };
        let at = text.find(name).expect("the name");
        places.push(format!("\"report\":\"{id}\",\"at\":[{at},{}],\"quote\":\"{name}\"", at + name.len()));
        fs::write(folder.join(format!("in/{id}.txt")), text).expect("a file");
    }
    let [a, b, c] = &places[..] else { panic!("three pages") };
    let line = |one: &str, does: &str, other: &str| {
        format!("{{{one},\"do\":\"{does}\",\"list\":\"people\",\"other\":{{{other}}}}}\n")
    };
    fs::write(folder.join("known.jsonl"), line(a, "same", b) + &line(a, "apart", c)).expect("a file");
    fs::write(folder.join("d.txt"), "Tin\n\nĐồng chí Phan Văn Dương dự.").expect("a file");
    let built = |args: &[&str]| {
        let output = build(&folder, &[args, &["-o", "site", "--app", "app"]].concat());
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {output:?}");
        let corpus = fs::read_dir(folder.join("site")).expect("the site").flatten();
        let corpus = corpus.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|ext| ext == "soi"));
        fs::read(corpus.expect("a corpus")).expect("the corpus")
    };
    let name = "Trần Văn Bê".to_owned();
    let plain = people(&built(&["in"]));
    assert_eq!(plain.iter().filter(|one| one.2).count(), 0, "{plain:?}");
    let corpus = built(&["in", "--corrections", "known.jsonl"]);
    let told = people(&corpus);
    assert_ne!(told, plain);
    assert_eq!(told.iter().find(|one| one.1 == 2), Some(&(name.clone(), 2, true)), "{told:?}");
    assert!(told.iter().any(|one| one.0 == name && one.1 == 1), "the other one stays apart: {told:?}");

    // Built again from the corpus alone, among other files, and once more with the same corrections.
    fs::write(folder.join("kho.soi"), &corpus).expect("a file");
    assert_eq!(people(&built(&["kho.soi"])), told);
    assert_eq!(people(&built(&["kho.soi", "--corrections", "known.jsonl"])), told);
    let mut among = people(&built(&["kho.soi", "d.txt"]));
    among.retain(|one| one.0 != "Phan Văn Dương");
    assert_eq!(among, told);
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

/// The page with what the app's has that settings change.
const WHOLE: &str = "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
    content=\"default-src 'none'; script-src 'self' 'sha256-x'; style-src 'sha256-y'\"><title>Soi</title>\
    <link rel=\"icon\" href=\"data:image/svg+xml,x\"></head><body><script>// reads #soi-corpus\n</script></body></html>";

#[test]
fn settings_beside_the_files_make_the_site_ones_own() {
    let folder = folder("settings");
    for file in ["app/index.html", "app/soi.html"] {
        fs::write(folder.join(file), WHOLE).expect("a file");
    }
    fs::write(folder.join("app/soi.webmanifest"), "{\"name\":\"Soi\",\"short_name\":\"Soi\"}").expect("a file");
    fs::create_dir_all(folder.join("in")).expect("a folder");
    fs::write(folder.join("in/a.md"), "# Chi bộ A họp\n\nChi bộ A họp sơ kết.").expect("a file");
    fs::write(folder.join("in/ve.md"), "# Về kho này\n\nDo **thư viện** tỉnh A làm.").expect("a file");
    fs::write(folder.join("in/logo.png"), b"\x89PNG\r\n\x1a\n").expect("a file");
    let settings =
        "title = 'Kho \"A\"'\nlanguages = ['vi']\nlogo = 'logo.png'\nabout = 've.md'\nview = '?view=overview'\n";
    fs::write(folder.join("in/soi.toml"), settings).expect("a file");
    for args in [&["in", "-o", "site", "--app", "app"][..], &["in", "-o", "kho.html", "--single-file", "--app", "app"]]
    {
        let output = build(&folder, args);
        assert!(output.status.success(), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains(": 1 báo cáo"), "the about page is no report");
    }
    for file in ["site/index.html", "kho.html"] {
        let page = fs::read_to_string(folder.join(file)).expect("the page");
        for part in [
            "<html data-view=\"?view=overview\" data-languages=\"vi\" data-title=\"Kho &quot;A&quot;\" lang=\"vi\">",
            "<title>Kho &quot;A&quot; · Soi</title>",
            "<link rel=\"icon\" href=\"data:image/png;base64,iVBORw0KGgo=\">",
            "<bdi>Kho &quot;A&quot;</bdi>",
            "<h2>Về kho này</h2><p>Do <strong>thư viện</strong> tỉnh A làm.</p>",
            "id=\"soi-corpus\"",
        ] {
            assert!(page.contains(part), "{file}: {part}\n{page}");
        }
        assert_eq!(page.matches("'sha256-").count(), 4, "{page}");
    }
    let manifest = fs::read_to_string(folder.join("site/soi.webmanifest")).expect("the manifest");
    assert_eq!(manifest, "{\"name\":\"Kho \\\"A\\\"\",\"short_name\":\"Kho \\\"A\\\"\"}");

    fs::write(folder.join("in/soi.toml"), "title = 'A'\nlogo = '../a.md'\ncolour = 1\n").expect("a file");
    let output = build(&folder, &["in", "-o", "other", "--app", "app"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("soi.toml:2: logo: ") && told.contains("soi.toml:3: colour: "), "{told}");
    assert!(!folder.join("other").exists(), "nothing is written");
}
