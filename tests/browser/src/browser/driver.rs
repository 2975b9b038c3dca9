//! Starting a driver's process and waiting until it listens.

use std::{
    fs::{self, File},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::cleanup::{Scratch, Started};

/// The folder in a browser's scratch where it saves what is downloaded.
pub(crate) const DOWNLOADS: &str = "downloads";

const START_LIMIT: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(20);

/// A port that was free a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr()?.port())
}

/// A command that keeps whatever it and its browser write in `scratch`.
pub(crate) fn command(program: &Path, scratch: &Scratch) -> Result<Command> {
    let folder = scratch.path();
    let log = File::create(folder.join("driver.log"))?;
    fs::create_dir_all(folder.join(DOWNLOADS))?;
    let mut command = Command::new(program);
    command
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .env("TMPDIR", folder)
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_DATA_HOME", folder.join("data"));
    Ok(command)
}

/// Starts a driver that was told to listen on `port`, and waits until it does.
pub(crate) fn start(mut command: Command, port: u16, scratch: &Scratch) -> Result<Started> {
    let name = command.get_program().to_string_lossy().into_owned();
    let child = command
        .spawn()
        .with_context(|| format!("{name} cannot be started"))?;
    let mut driver = Started::new(child);
    let begin = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        let ended = driver.child().try_wait()?;
        if ended.is_some() || begin.elapsed() > START_LIMIT {
            let log = fs::read_to_string(scratch.path().join("driver.log")).unwrap_or_default();
            bail!("{name} does not listen on port {port}; it said:\n{log}");
        }
        thread::sleep(POLL);
    }
    Ok(driver)
}
