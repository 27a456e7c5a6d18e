//! `cargo xtask <command>`: everything that builds, serves, tests and measures Soi.

fn main() {
    println!("no command yet");
}
