//! Running other programs: shown as they run, or into a log with one running line.

use std::fs::{self, File};
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How often the running line is redrawn on a terminal.
const REDRAW: Duration = Duration::from_millis(250);
/// How often a log that nobody watches gets a sign of life.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);
/// Lines of a failed program's output that are shown.
const TAIL: usize = 40;

/// Announces a step.
pub(crate) fn say(text: &str) {
    eprintln!("▸ {text}");
}

/// Says that a step needs nothing.
pub(crate) fn ready(text: &str) {
    eprintln!("✓ {text}");
}

/// Runs a program whose own output is worth seeing; `fix` ends the sentence when it fails.
pub(crate) fn show(command: &mut Command, fix: &str) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if status.success() {
        return Ok(());
    }
    bail!("`{}` {}: {fix}", line(command), ended(status))
}

/// Runs a program and returns what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let done = command.output().with_context(|| cannot_start(command))?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        bail!("`{}` {}: {}", line(command), ended(done.status), said.trim());
    }
    String::from_utf8(done.stdout).with_context(|| format!("`{}` printed no text", line(command)))
}

/// What a program prints, or `None` when it cannot be run or fails.
pub(crate) fn ask(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Option<String> {
    let done = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// Runs a talkative program: its output goes to `log`, its last line and the time to the terminal.
pub(crate) fn logged(command: &mut Command, log: &Path, fix: &str) -> Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let child = command.spawn().with_context(|| cannot_start(command))?;
    let status = watch(child, log)?;
    if status.success() {
        return Ok(());
    }
    eprintln!("{}", tail(log));
    bail!("`{}` {}: {fix} (log: {})", line(command), ended(status), log.display())
}

/// Waits for a child, with a running line.
fn watch(mut child: Child, log: &Path) -> Result<ExitStatus> {
    let start = Instant::now();
    let terminal = std::io::stderr().is_terminal();
    let mut last_sign = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            if terminal {
                eprint!("\r\x1b[2K");
            }
            return Ok(status);
        }
        let seconds = start.elapsed().as_secs();
        if terminal {
            eprint!("\r\x1b[2K  … {seconds} s  {}", last_line(log));
            std::io::stderr().flush()?;
        } else if last_sign.elapsed() >= SIGN_OF_LIFE {
            last_sign = Instant::now();
            eprintln!("  … {seconds} s  {}", last_line(log));
        }
        thread::sleep(REDRAW);
    }
}

/// The last line of a log, short enough for one terminal row.
fn last_line(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let line = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
    line.trim().chars().filter(|c| !c.is_control()).take(70).collect()
}

fn tail(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].join("\n")
}

/// A command as a person would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`; is it installed and on PATH?", command.get_program().display())
}

fn ended(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("failed with exit code {code}"),
        None => "was killed".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_the_fix_and_the_log() {
        let log = std::env::temp_dir().join(format!("xtask-log-{}.log", std::process::id()));
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two; exit 3"]);
        let message = logged(&mut command, &log, "try again").unwrap_err().to_string();
        assert!(message.contains("exit code 3: try again (log: "), "{message}");
        assert_eq!(last_line(&log), "two");
        fs::remove_file(log).unwrap();
    }

    #[test]
    fn a_program_that_is_missing_is_named() {
        let message = output(&mut Command::new("no-such-program-here")).unwrap_err().to_string();
        assert!(message.contains("no-such-program-here"), "{message}");
        assert_eq!(ask("no-such-program-here", &[]), None);
    }
}
