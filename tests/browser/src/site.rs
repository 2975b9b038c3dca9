//! What a test's server serves: the built pages, or nothing but what the test puts there.

use std::path::PathBuf;

use anyhow::{Result, bail};

/// The folder of this project.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The built pages.
///
/// # Errors
/// When they have not been built.
pub(crate) fn built() -> Result<PathBuf> {
    let dist = project().join("dist");
    if !dist.join("index.html").is_file() {
        bail!("dist/ is missing: run `cargo xtask build`");
    }
    Ok(dist)
}
