//! Runs other programs, saying what runs and that it is still running.

use std::env;
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The reason why a command stopped, in words for the person who called it.
pub type Outcome<T = ()> = Result<T, String>;

/// What to do where a tool is missing.
pub const SETUP: &str = "run `cargo xtask setup`";

/// How long a step may be silent before it says that it goes on.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// Runs `work` under a heading, tells the time it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("==> {name}");
    let start = Instant::now();
    let result = with_heartbeat(name, work);
    match &result {
        Ok(_) => println!("    {name}: done in {}", seconds(start.elapsed())),
        Err(error) => println!("    {name}: FAILED after {}: {error}", seconds(start.elapsed())),
    }
    result
}

/// Prints a line every half minute while `work` runs.
fn with_heartbeat<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let (done, waiting) = channel::<()>();
    let name = name.to_owned();
    let start = Instant::now();
    let beat = thread::spawn(move || {
        while let Err(RecvTimeoutError::Timeout) = waiting.recv_timeout(HEARTBEAT) {
            println!("    … {name}: {} so far", seconds(start.elapsed()));
        }
    });
    let result = work();
    drop(done);
    // The thread only prints; were it to panic, the step's own result would still stand.
    let _ = beat.join();
    result
}

/// Runs `command` with its output shown; an error if it does not succeed.
pub fn execute(command: &mut Command) -> Outcome {
    let shown = shown(command);
    println!("    $ {shown}");
    let status = command.stdin(Stdio::null()).status().map_err(|error| format!("{shown}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown}: {status}")) }
}

/// What `command` prints, or `None` where it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The cargo that runs this, at the root, without what `cargo run` told xtask about xtask.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::paths::root());
    for (name, _) in env::vars_os() {
        let own = name.to_str().is_some_and(|n| n.starts_with("CARGO_PKG_") || n.starts_with("CARGO_MANIFEST_"));
        if own {
            command.env_remove(name);
        }
    }
    command
}

/// A duration as a person says it: `3.2 s`, `4 min 10 s`.
pub fn seconds(time: Duration) -> String {
    let all = time.as_secs();
    if all < 60 { format!("{:.1} s", time.as_secs_f64()) } else { format!("{} min {} s", all / 60, all % 60) }
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy().into_owned()));
    if let Some(first) = words.first_mut()
        && let Some(name) = first.rsplit('/').next()
    {
        *first = name.to_owned();
    }
    words.join(" ")
}
