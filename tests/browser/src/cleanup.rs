//! Nothing that a test started outlives it: not on failure, panic or Ctrl-C.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{self, Child},
    sync::{Mutex, MutexGuard, PoisonError},
};

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// What an interrupted run has to take away.
struct Leftovers {
    processes: BTreeSet<u32>,
    folders: BTreeSet<PathBuf>,
}

static LEFTOVERS: Mutex<Leftovers> = Mutex::new(Leftovers {
    processes: BTreeSet::new(),
    folders: BTreeSet::new(),
});

fn leftovers() -> MutexGuard<'static, Leftovers> {
    LEFTOVERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on an interrupted run ends its browsers before itself.
///
/// # Errors
/// When the system refuses the signal handler.
pub(crate) fn on_interrupt() -> Result<()> {
    ctrlc::set_handler(|| {
        let leftovers = leftovers();
        for &process in &leftovers.processes {
            end_tree(process);
        }
        for folder in &leftovers.folders {
            // Best effort: the run is over in any case.
            let _ = fs::remove_dir_all(folder);
        }
        process::exit(130);
    })
    .context("cannot listen for Ctrl-C")
}

/// A process that is ended, with all that it started, when dropped.
#[derive(Debug)]
pub(crate) struct Started(Child);

impl Started {
    pub(crate) fn new(child: Child) -> Self {
        leftovers().processes.insert(child.id());
        Self(child)
    }

    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        end_tree(self.0.id());
        // It has been killed, so this only collects it.
        let _ = self.0.wait();
        leftovers().processes.remove(&self.0.id());
    }
}

/// A folder that is removed when dropped: a browser's profile, cache and log.
#[derive(Debug)]
pub(crate) struct Scratch(TempDir);

impl Scratch {
    pub(crate) fn new() -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("browser-test-")
            .tempdir()
            .context("cannot make a temporary folder")?;
        leftovers().folders.insert(folder.path().to_owned());
        Ok(Self(folder))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        leftovers().folders.remove(self.0.path());
    }
}

/// Kills a process and everything it started. Browsers put children into groups of their own, so
/// the family is followed by parent, not by group; all are found first, because an orphan has lost
/// its parent, and parents go first, because some replace a child that ends.
fn end_tree(process: u32) {
    let mut family = vec![process];
    let mut asked = 0;
    while let Some(&member) = family.get(asked) {
        family.extend(children(member));
        asked += 1;
    }
    for member in family {
        if let Some(pid) = i32::try_from(member).ok().and_then(Pid::from_raw) {
            // One that has ended meanwhile is what we want.
            let _ = kill_process(pid, Signal::KILL);
        }
    }
}

fn children(parent: u32) -> Vec<u32> {
    let Ok(processes) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    processes
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|&process| parent_of(process) == Some(parent))
        .collect()
}

fn parent_of(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // "id (name) state parent …", and a name may hold brackets and blanks itself.
    let (_, fields) = stat.rsplit_once(')')?;
    fields.split_whitespace().nth(1)?.parse().ok()
}
