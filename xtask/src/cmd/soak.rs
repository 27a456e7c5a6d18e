//! `cargo xtask soak`: a long random use of the built site in Chromium, with heap and page counted.

use super::journeys::node;
use super::setup::{self, Need};
use crate::paths;
use crate::step::{Outcome, cargo, execute, step};

pub fn run(args: &[String]) -> Outcome {
    let minutes = match args {
        [] => 30.0,
        [minutes] => minutes.parse::<f64>().map_err(|_| format!("{minutes} is no number of minutes"))?,
        _ => return Err("takes a number of minutes".into()),
    };
    setup::run_for(Need::Test)?;
    step("soak", || {
        execute(cargo().args(["build", "--quiet", "--package", "soi-cli"]))?;
        let program = paths::chromium().ok_or("chromium is missing; run `cargo xtask setup`")?;
        let mut node = node()?;
        node.arg("tests/soak.mjs").env("SOI_BROWSER_PROGRAM", program).env("SOI_SOAK_MINUTES", minutes.to_string());
        execute(&mut node)
    })
}
