//! `cargo xtask serve`: the release build, served on this machine.

use super::setup::{self, Need};
use crate::paths;
use crate::server::{Server, Site};
use crate::step::Outcome;
use std::process::{Command, Stdio};
use std::{env, io};

/// Tried first, so that an address that was noted stays good; where it is taken, a free one serves.
const PORT: u16 = 8017;

pub fn run(args: &[String]) -> Outcome {
    let mut port = None;
    let mut open = true;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--no-open" => open = false,
            "--port" => {
                let value = args.next().ok_or("--port wants a number")?;
                port = Some(value.parse::<u16>().map_err(|e| format!("--port {value}: {e}"))?);
            }
            other => return Err(format!("unknown argument `{other}`")),
        }
    }
    setup::run_for(Need::Build)?;
    super::dist::build()?;
    let server = bind(port).map_err(|e| format!("cannot listen: {e}"))?;
    let url = server.url().map_err(|e| e.to_string())?;
    println!("\n  Soi is at  {url}\n\n  Ctrl+C ends it.");
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some());
    if open && display {
        // The address is printed: a machine without xdg-open is served as well.
        let _ = Command::new("xdg-open").arg(&url).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    }
    server.run();
    Ok(())
}

fn bind(port: Option<u16>) -> io::Result<Server> {
    let site = || Site { folder: paths::dist(), prefix: "/".into() };
    match port {
        Some(port) => Server::bind(site(), port),
        None => Server::bind(site(), PORT).or_else(|_| Server::bind(site(), 0)),
    }
}
