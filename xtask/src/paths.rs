//! Where things are: the repository's folders and the programs on this machine.

use std::env;
use std::path::{Path, PathBuf};

/// The repository's root, whatever folder the command was called from.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The node project of the build's and the journeys' tools.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// `wasm-opt`, as `npm ci` puts it: Debian's is too old and lets a broken page through.
pub fn wasm_opt() -> PathBuf {
    tests().join("node_modules/.bin/wasm-opt")
}

/// Cargo's target folder, shared with the packages outside the workspace so that nothing is built twice.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Where cargo keeps the sources of the crates.
pub fn cargo_home() -> PathBuf {
    let home = || PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

/// The first of `names` that is a program on the `PATH`.
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// A Chromium of this machine.
pub fn chromium() -> Option<PathBuf> {
    program(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

/// A Firefox of this machine.
pub fn firefox() -> Option<PathBuf> {
    program(&["firefox-esr", "firefox"])
}
