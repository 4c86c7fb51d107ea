//! What a program costs: the time it takes and the memory it and its children hold at most.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process;

/// How often memory is looked at. The system itself keeps the peak, so only what a program takes
/// in its very last moments is missed.
const LOOK: Duration = Duration::from_millis(20);

/// What a program cost.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    pub(crate) seconds: f64,
    /// Where the system says (Linux): the peaks of the program and of its children, added up.
    pub(crate) bytes: Option<u64>,
}

/// Runs a program, its output into `log`; exit codes above `worst` are failures.
pub(crate) fn run(command: &mut Command, log: &Path, worst: i32) -> Result<Cost> {
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let start = Instant::now();
    let mut child =
        command.spawn().with_context(|| format!("cannot start {}", process::line(command)))?;
    let mut peaks: Vec<(u32, u64)> = Vec::new();
    let status = loop {
        look(child.id(), &mut peaks);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(LOOK);
    };
    let seconds = start.elapsed().as_secs_f64();
    if status.code().is_none_or(|code| code > worst) {
        bail!("`{}` failed; see {}", process::line(command), log.display());
    }
    let bytes = peaks.iter().map(|(_, bytes)| bytes).sum();
    Ok(Cost { seconds, bytes: Some(bytes).filter(|bytes| *bytes > 0) })
}

/// Notes the peaks of a process and of all below it.
fn look(process: u32, peaks: &mut Vec<(u32, u64)>) {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    if let Some(bytes) = peak(&status) {
        match peaks.iter_mut().find(|(known, _)| *known == process) {
            Some((_, most)) => *most = bytes.max(*most),
            None => peaks.push((process, bytes)),
        }
    }
    let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    for thread in threads {
        let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        for child in children.split_whitespace().filter_map(|id| id.parse().ok()) {
            look(child, peaks);
        }
    }
}

/// The most that was resident, in bytes.
fn peak(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_read() {
        assert_eq!(peak("Name:\tsh\nVmHWM:\t    1848 kB\nVmRSS:\t 1 kB\n"), Some(1848 * 1024));
        assert_eq!(peak("Name:\tsh\n"), None);
    }

    #[test]
    fn a_failure_names_its_log() {
        let log = std::env::temp_dir().join(format!("cost-{}.log", std::process::id()));
        let mut command = Command::new("sh");
        command.args(["-c", "exit 2"]);
        let error = run(&mut command, &log, 1).err().map(|error| error.to_string());
        assert!(error.is_some_and(|error| error.contains(".log")));
        assert!(run(&mut command, &log, 2).is_ok());
        fs::remove_file(log).expect("removed");
    }
}
