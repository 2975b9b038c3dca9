//! What a test's server serves: the built pages, or nothing but what the test puts there.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::browser::Engine;

/// The folder of this project.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The folder for pictures from one engine, for a person to look at.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn screenshots(engine: Engine) -> Result<PathBuf> {
    let folder = project().join(format!("screenshots/{engine}"));
    fs::create_dir_all(&folder).context("cannot make the folder of screenshots")?;
    Ok(folder)
}

/// The folder of the built pages.
///
/// # Errors
/// When they have not been built.
pub fn built() -> Result<PathBuf> {
    let dist = project().join("dist");
    if !dist.join("index.html").is_file() {
        bail!("dist/ is missing: run `cargo xtask build`");
    }
    Ok(dist)
}

/// A file of a release that panics on purpose.
///
/// # Errors
/// When it has not been built.
pub fn panicking_file(name: &str) -> Result<Vec<u8>> {
    let file = project().join("target/panics").join(name);
    fs::read(&file).with_context(|| {
        format!(
            "{} cannot be read: run `cargo xtask test --only build`",
            file.display()
        )
    })
}

/// A file of the built site, for tests that change it before they [put](crate::Page::put) it there.
///
/// # Errors
/// When it has not been built.
pub fn built_file(name: &str) -> Result<Vec<u8>> {
    let file = built()?.join(name);
    fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))
}
