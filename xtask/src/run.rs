//! Running other programs, with failures that say what failed and what to do.

use std::{
    io::{BufRead, BufReader},
    process::{Command, ExitStatus, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use wait_timeout::ChildExt;

/// Runs a program whose output a person sees as it comes.
///
/// # Errors
/// When it cannot be started or fails; `remedy` then says what to do.
pub(crate) fn run(command: &mut Command, remedy: &str) -> Result<()> {
    let line = line(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("`{line}` cannot be started; {remedy}"))?;
    succeeded(&line, status, remedy)
}

/// Like [`run`], for at most `limit`.
///
/// # Errors
/// As [`run`], and when the limit is over: the program is ended then.
pub(crate) fn run_within(limit: Duration, command: &mut Command, remedy: &str) -> Result<()> {
    let line = line(command);
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("`{line}` cannot be started; {remedy}"))?;
    if let Some(status) = child.wait_timeout(limit)? {
        return succeeded(&line, status, remedy);
    }
    child.kill()?;
    child.wait()?;
    bail!("`{line}` did not end within {limit:?}; {remedy}")
}

/// Runs a program, shows its output as it comes, and gives that to `read` line by line.
///
/// # Errors
/// As [`run`].
pub(crate) fn run_reading(
    command: &mut Command,
    remedy: &str,
    mut read: impl FnMut(&str),
) -> Result<()> {
    let line = line(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{line}` cannot be started; {remedy}"))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            read(&line);
        }
    }
    succeeded(&line, child.wait()?, remedy)
}

/// What a program prints, if it can be started and succeeds.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn succeeded(line: &str, status: ExitStatus, remedy: &str) -> Result<()> {
    if !status.success() {
        bail!("`{line}` failed ({status}); {remedy}");
    }
    Ok(())
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    command.get_args().fold(program.into_owned(), |line, part| {
        format!("{line} {}", part.to_string_lossy())
    })
}
