//! The file of a dataset.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use troop_estimates::dataset::{Packed, Reading, read_json};
use troop_estimates::locale::Locale;

use crate::names;

/// Reads and checks a file.
///
/// # Errors
///
/// A file that cannot be opened.
pub fn read(path: &Path) -> Result<Reading> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(read_json(&text))
}

/// Reads a file that must be usable; its problems are printed. The names of its sources are ranked.
///
/// # Errors
///
/// A file that cannot be opened, or not be used as a whole.
pub fn read_usable(path: &Path) -> Result<Packed> {
    let Reading {
        dataset,
        problems,
        refused,
    } = read(path)?;
    for problem in &problems {
        eprintln!("{}: {problem}", path.display());
    }
    let Some(mut dataset) = dataset else {
        bail!("{} cannot be used; see the problems above", path.display());
    };
    let locale = Locale::for_language(&dataset.language);
    names::rank(&mut dataset, locale)?;
    Ok(Packed {
        dataset,
        refused,
        problems: problems.iter().map(ToString::to_string).collect(),
    })
}
