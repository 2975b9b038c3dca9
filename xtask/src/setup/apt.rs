//! Programs from the packages of Debian and its kin.

use std::{env, fs, path::Path, process::Command};

use anyhow::{Result, bail};

use crate::run;

/// A program, and the package that brings it.
pub(super) type Program = (&'static str, &'static str);

/// Whether a program is on the PATH.
pub(super) fn is_there(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Installs the packages of those programs that are missing.
///
/// # Errors
/// When the machine has no apt-get, or that fails; says which packages to install.
pub(super) fn ensure(programs: &[Program]) -> Result<()> {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|(program, _)| !is_there(program))
        .map(|&(_, package)| package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing)
}

/// Installs packages, whether they are there or not.
///
/// # Errors
/// As [`ensure`].
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let packages_text = packages.join(" ");
    if !is_there("apt-get") {
        bail!(
            "this machine has no apt-get: install by its own means what Debian calls \
             {packages_text}, then run this again"
        );
    }
    let remedy =
        format!("when that is mended, run `apt-get install {packages_text}` or this again");
    run::run(apt_get().arg("update"), &remedy)?;
    run::run(
        apt_get()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
        &remedy,
    )
}

/// Unpacks packages into a folder, without installing them or what they depend on.
///
/// # Errors
/// As [`ensure`].
pub(super) fn unpack(packages: &[&str], folder: &Path) -> Result<()> {
    let remedy = format!("it needs Debian's packages {}", packages.join(", "));
    if !is_there("apt-get") {
        bail!("this machine has no apt-get; {remedy}");
    }
    run::run(apt_get().arg("update"), &remedy)?;
    let mut download = Command::new("apt-get");
    download.arg("download").args(packages).current_dir(folder);
    run::run(&mut download, &remedy)?;
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|ending| ending == "deb") {
            run::run(
                Command::new("dpkg").arg("-x").args([&path, folder]),
                &remedy,
            )?;
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// apt-get for the machine's administrator, and without questions.
fn apt_get() -> Command {
    let frontend = "DEBIAN_FRONTEND=noninteractive";
    if is_root() {
        let mut env = Command::new("env");
        env.args([frontend, "apt-get"]);
        env
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["env", frontend, "apt-get"]);
        sudo
    }
}

fn is_root() -> bool {
    run::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
