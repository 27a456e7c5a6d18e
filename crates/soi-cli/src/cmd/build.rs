//! `soi build INPUT… -o SITE`: a static site over any corpus, from the released app; nothing is compiled.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use std::{fs, io, thread};

use soi::fnv::hash64;
use soi_files::Columns;

use crate::input::How;
use crate::open;
use crate::site::{Site, base64};

const USAGE: &str = "usage: soi build INPUT… -o SITE [OPTIONS]

  INPUT           files or a folder of any format that `soi parse` takes, or one .soi file
  -o SITE         the folder to write; with --single-file the .html file
  --single-file   one file that opens by a double click, without a server
  --corrections FILE  what a reader corrected, as the page exports it; may be given several times
  --config FILE   title, languages, logo, about page and start view (docs/own-documents.md); else the soi.toml beside INPUT
  --columns LIST  which column of tables is what: title=…,text=…,date=…,url=…,id=…
  --app DIR       the released app (what `cargo xtask dist` builds); else `dist` here or beside the command
";

struct Options {
    inputs: Vec<PathBuf>,
    site: PathBuf,
    single: bool,
    app: Option<PathBuf>,
    corrections: Vec<PathBuf>,
    config: Option<PathBuf>,
    columns: Columns,
}

pub fn run(args: &[OsString]) -> ExitCode {
    let Some(options) = options(args) else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    match build(&options) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// `soi watch`: builds, and again whenever an input changes, until it is ended.
pub fn watch(args: &[OsString]) -> ExitCode {
    let Some(options) = options(args) else {
        eprint!("{}", USAGE.replacen("soi build", "soi watch", 1));
        return ExitCode::from(2);
    };
    let mut built = None;
    let mut watched = watched_by(&options);
    let mut before = stamps(&watched);
    loop {
        // What is still being written is waited for: two looks must see the same.
        if built.as_ref() != Some(&before) {
            watched = watched_by(&options);
            let now = stamps(&watched);
            if now == before {
                match build(&options) {
                    Ok(said) => println!("{said}"),
                    Err(why) => eprintln!("{why}"),
                }
                built = Some(now);
            } else {
                before = now;
            }
        } else {
            before = stamps(&watched);
        }
        thread::sleep(LOOK);
    }
}

/// The inputs, the settings, and what these name.
fn watched_by(options: &Options) -> Vec<PathBuf> {
    let mut out = [options.inputs.as_slice(), &options.corrections].concat();
    if let Some(config) = options.config.clone().or_else(|| Site::beside(&options.inputs)) {
        out.extend(Site::open(&config).map(|site| site.files).unwrap_or_default());
        out.push(config);
    }
    out
}

/// So often it is looked whether something changed.
const LOOK: Duration = Duration::from_millis(400);

/// Path, length and time of change of every file, in order; what cannot be looked at is none.
fn stamps(inputs: &[PathBuf]) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    let mut out = Vec::new();
    let mut rest: Vec<PathBuf> = inputs.to_vec();
    while let Some(path) = rest.pop() {
        // A link to a folder may lead round in a circle.
        let Ok(about) = (if inputs.contains(&path) { fs::metadata(&path) } else { fs::symlink_metadata(&path) }) else {
            continue;
        };
        if about.is_dir() {
            rest.extend(fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
        } else {
            out.push((path, about.len(), about.modified().ok()));
        }
    }
    out.sort();
    out
}

fn options(args: &[OsString]) -> Option<Options> {
    let (mut inputs, mut site, mut single, mut app) = (Vec::new(), None, false, None);
    let mut corrections = Vec::new();
    let (mut config, mut columns) = (None, Columns::default());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("-o") => site = Some(PathBuf::from(args.next()?)),
            Some("--app") => app = Some(PathBuf::from(args.next()?)),
            Some("--corrections") => corrections.push(PathBuf::from(args.next()?)),
            Some("--single-file") => single = true,
            Some("--config") => config = Some(PathBuf::from(args.next()?)),
            Some("--columns") => columns = Columns::parse(args.next()?.to_str()?)?,
            Some(text) if text.starts_with('-') => return None,
            _ => inputs.push(PathBuf::from(arg)),
        }
    }
    let site = site.filter(|_| !inputs.is_empty())?;
    Some(Options { inputs, site, single, app, corrections, config, columns })
}

fn build(options: &Options) -> Result<String, String> {
    let failed = |path: &Path| {
        let path = path.display().to_string();
        move |error: io::Error| format!("{path}: không ghi hoặc không đọc được (cannot read or write): {error}")
    };
    // The app first: what is missing must not wait for the corpus.
    let app = app(options.app.as_deref())?;
    let page_path = app.join(if options.single { "soi.html" } else { "index.html" });
    let page = fs::read_to_string(&page_path).map_err(failed(&page_path))?;
    if !page.contains("soi-corpus") {
        return Err(format!("{}: ứng dụng quá cũ (this app cannot take a corpus)", page_path.display()));
    }
    let own = match options.config.clone().or_else(|| Site::beside(&options.inputs)) {
        Some(path) => Site::open(&path)?,
        None => Site::default(),
    };
    // A page about the site is none of its reports.
    let how = How { columns: options.columns.clone(), but: own.files.clone() };
    let explorer = open::to_write(&options.inputs, &options.corrections, &how)?;
    let bytes = explorer.encode_for_page(true);
    let reports = explorer.index().len();
    if options.single {
        let carried = format!("<script type=\"text/plain\" id=\"soi-corpus\">{}</script>", base64(&bytes));
        let page = own.on(&with(&page, &carried));
        write(&options.site, page.as_bytes()).map_err(failed(&options.site))?;
        return Ok(format!("{}: {reports} báo cáo (reports), {} byte", options.site.display(), page.len()));
    }
    fs::create_dir_all(&options.site).map_err(failed(&options.site))?;
    let mut entries = fs::read_dir(&app).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(failed(&app))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        // The single file carries the app's own corpus.
        if entry.path().is_file() && name != "soi.html" && name != "index.html" {
            fs::copy(entry.path(), options.site.join(&name)).map_err(failed(&entry.path()))?;
        }
    }
    let manifest = options.site.join("soi.webmanifest");
    if let Ok(text) = fs::read_to_string(&manifest) {
        write(&manifest, own.in_manifest(&text).as_bytes()).map_err(failed(&manifest))?;
    }
    // Named by its content: a cache cannot hand an old corpus to a new page.
    let name = format!("corpus-{:016x}.soi", hash64(bytes.iter().copied()));
    for old in fs::read_dir(&options.site).map_err(failed(&options.site))?.flatten() {
        let text = old.file_name().to_string_lossy().into_owned();
        if text.starts_with("corpus-") && text.ends_with(".soi") && text != name {
            fs::remove_file(old.path()).map_err(failed(&old.path()))?;
        }
    }
    write(&options.site.join(&name), &bytes).map_err(failed(&options.site))?;
    let brought = format!(
        "<link rel=\"preload\" href=\"./{name}\" as=\"fetch\" crossorigin>\
         <script type=\"text/plain\" id=\"soi-corpus\" data-href=\"./{name}\"></script>"
    );
    let page = own.on(&with(&page, &brought));
    // What keeps the site for want of a network keeps this corpus with it; the page names it, and carries the settings.
    let worker = options.site.join("soi-offline.js");
    if let Ok(text) = fs::read_to_string(&worker) {
        let text = text.replacen("BUILD = \"", &format!("BUILD = \"{:016x}-", hash64(page.bytes())), 1);
        let text = text.replacen("FILES = [", &format!("FILES = [\"./{name}\","), 1);
        write(&worker, text.as_bytes()).map_err(failed(&worker))?;
    }
    // The page last: until then the site is the old one.
    let index = options.site.join("index.html");
    write(&index, page.as_bytes()).map_err(failed(&index))?;
    Ok(format!("{}: {reports} báo cáo (reports), kho (corpus) {} byte", options.site.display(), bytes.len()))
}

/// The folder of the released app.
fn app(told: Option<&Path>) -> Result<PathBuf, String> {
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join("dist")));
    let places: Vec<PathBuf> = match told {
        Some(told) => vec![told.to_owned()],
        None => [Some(PathBuf::from("dist")), beside].into_iter().flatten().collect(),
    };
    let found = places.iter().find(|place| place.join("index.html").is_file());
    found.cloned().ok_or_else(|| {
        let places: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
        format!("{}: không thấy ứng dụng, hãy chỉ bằng --app (the app is not there)", places.join(", "))
    })
}

/// The page with an element at the head of its body: before the scripts that end the single file.
fn with(page: &str, element: &str) -> String {
    let at = page.find("<body>").map_or(page.len(), |at| at + "<body>".len());
    [&page[..at], element, &page[at..]].concat()
}

/// Written beside it and renamed, so that a file of that name is whole.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut partial = path.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    fs::write(&partial, bytes).and_then(|()| fs::rename(&partial, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_a_new_file_and_a_missing_one_are_seen() {
        let folder = std::env::temp_dir().join(format!("soi-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("sub")).expect("a folder");
        let inputs = [folder.clone()];
        let mut seen = vec![stamps(&inputs)];
        let mut changed = |what: &str| {
            let now = stamps(&inputs);
            assert_ne!(seen.last(), Some(&now), "{what}");
            seen.push(now);
        };
        fs::write(folder.join("sub/a.txt"), "A").expect("writes");
        changed("new");
        fs::write(folder.join("sub/a.txt"), "Ab").expect("writes");
        changed("longer");
        fs::remove_file(folder.join("sub/a.txt")).expect("removes");
        changed("gone");
        fs::remove_dir_all(&folder).expect("removes");
        assert_eq!(stamps(&inputs), stamps(&[]));
    }
}
