//! `cargo xtask setup`: installs what is missing, and only that.

use crate::paths;
use crate::step::{self, Outcome, cargo, execute, output};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The trunk that the site build is tried with.
const TRUNK: &str = "0.21.14";
const WASM: &str = "wasm32-unknown-unknown";

/// What a command needs of the machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// To build the site.
    Build,
    /// To build, test and measure it: the browsers and `brotli` too.
    Test,
}

pub fn run_for(need: Need) -> Outcome {
    step::step("setup", || {
        wasm_target()?;
        node()?;
        let lock = fs::read_to_string(paths::root().join("Cargo.lock")).map_err(|e| format!("Cargo.lock: {e}"))?;
        let bindgen = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
        crate_tool("trunk", "trunk", TRUNK)?;
        crate_tool("wasm-bindgen", "wasm-bindgen-cli", bindgen)?;
        npm_tools()?;
        if need == Need::Test {
            components()?;
            debian("chromium", paths::chromium().is_some())?;
            debian("chromium-driver", paths::program(&["chromedriver"]).is_some())?;
            debian("firefox-esr", paths::firefox().is_some())?;
            debian("brotli", paths::program(&["brotli"]).is_some())?;
        }
        // What the build runs offline must be here first.
        execute(cargo().args(["fetch", "--quiet", "--locked"]))
    })
}

pub fn run(args: &[String]) -> Outcome {
    match args {
        [] => run_for(Need::Test),
        _ => Err("takes no arguments".into()),
    }
}

fn have(what: &str) {
    println!("    have {what}");
}

fn wasm_target() -> Outcome {
    let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        have(WASM);
        return Ok(());
    }
    execute(Command::new("rustup").args(["target", "add", WASM]))
        .map_err(|error| format!("{error}; without rustup, install Rust's standard library for {WASM}"))
}

fn components() -> Outcome {
    for (component, program) in [("rustfmt", "rustfmt"), ("clippy", "cargo-clippy")] {
        if output(Command::new(program).arg("--version")).is_some() {
            have(component);
        } else {
            step::execute(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn node() -> Outcome {
    let there = paths::program(&["node"]).is_some() && paths::program(&["npm"]).is_some();
    debian("nodejs", there)?;
    debian("npm", there)
}

/// A program of a crate, at exactly `version`: another one builds a page that dies at start.
fn crate_tool(program: &str, package: &str, version: &str) -> Outcome {
    let found = output(Command::new(program).arg("--version")).unwrap_or_default();
    if found.split_whitespace().nth(1) == Some(version) {
        have(&format!("{program} {version}"));
        return Ok(());
    }
    println!("    {program} {version} is built from source, once; it takes some minutes");
    let install = |locked: &[&str]| execute(cargo().arg("install").args(locked).args([package, "--version", version]));
    // Its own lock file can name a release that its registry no longer gives out (seen with wasm-bindgen-cli 0.2.130).
    install(&["--locked"]).or_else(|why| {
        println!("    {why}; again with the newest dependencies that fit");
        install(&[])
    })
}

/// `npm ci`, unless the folder already holds what the lock file says.
fn npm_tools() -> Outcome {
    let lock = paths::tests().join("package-lock.json");
    let stamp = paths::tests().join("node_modules/.soi-lock");
    let wanted = fs::read(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    if fs::read(&stamp).is_ok_and(|there| there == wanted) {
        have("tests/node_modules");
        return Ok(());
    }
    execute(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(paths::tests()))?;
    fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// A Debian package, where this is Debian and we may install; words about it elsewhere.
fn debian(package: &str, there: bool) -> Outcome {
    if there {
        have(package);
        return Ok(());
    }
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !root || paths::program(&["apt-get"]).is_none() {
        return Err(format!("{package} is missing: install it (on Debian: sudo apt-get install {package})"));
    }
    let apt = |args: &[&str]| execute(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
    let install = ["install", "--yes", "--no-install-recommends", package];
    // Lists of months ago bring a browser of months ago, which the driver of the journeys no longer knows. Without a
    // network, what is at hand may still do.
    let fresh = apt(&["update"]);
    apt(&install).or_else(|failed| fresh.and(Err(failed)))
}

/// The version that `Cargo.lock` names for `package`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_lock_file_tells_the_version_of_the_package_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
