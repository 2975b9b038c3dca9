//! Where the programs are.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The program that the environment variable names, else the first of `names` on the PATH.
pub(crate) fn find(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Ok(PathBuf::from(path));
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&folders).map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
        .with_context(|| {
            let names = names.join(" or ");
            format!("{names} is not on the PATH (or in {variable}): run `cargo xtask test`, which sets it up")
        })
}

/// The text of a script that tests run in a page, from the folder that the environment variable names.
///
/// # Errors
/// When there is none.
pub fn page_script(variable: &str, name: &str) -> Result<String> {
    let folder = env::var_os(variable).with_context(|| {
        format!("{variable} names no folder: run `cargo xtask test`, which sets it up")
    })?;
    let path = Path::new(&folder).join(name);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The small browser that comes with `WebKitGTK`, in the folder of the machine's architecture.
pub(crate) fn mini_browser() -> Result<PathBuf> {
    if let Some(path) = env::var_os("MINIBROWSER") {
        return Ok(PathBuf::from(path));
    }
    fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"))
        .find(|file| Path::is_file(file))
        .context("MiniBrowser of WebKitGTK is missing: run `cargo xtask test`, which sets it up")
}
