//! Where tools live: outside of the checkout, so that a second clone finds them.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

/// The folder of one tool in one version.
///
/// # Errors
/// When the person has no home folder.
pub(super) fn folder(name: &str, version: &str) -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .context("there is no home folder; set XDG_CACHE_HOME to one for the tools")?;
    Ok(cache
        .join("troop-estimates/tools")
        .join(format!("{name}-{version}")))
}
