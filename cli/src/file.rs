//! The file of a dataset.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use troop_estimates::dataset::{MOST_BYTES, Packed, Reading, read_json};
use troop_estimates::locale::Locale;
use troop_estimates::spreadsheet::read_csv;

use crate::names;

/// Too much, by more than the longest character has bytes.
const MOST: usize = MOST_BYTES + 5;

/// Reads and checks a file: JSON if it is called so or begins so, else CSV.
///
/// # Errors
///
/// A file that cannot be opened, or is no text in UTF-8.
pub fn read(path: &Path) -> Result<Reading> {
    let about = || format!("cannot read {}", path.display());
    let bytes = beginning(path).with_context(about)?;
    let text = text(&bytes).with_context(about)?;
    let is_json = path.extension().is_some_and(|name| name == "json");
    let begins_so = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('{');
    Ok(if is_json || begins_so {
        read_json(text)
    } else {
        read_csv(text)
    })
}

/// No more of a file than tells that it is too large.
fn beginning(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST as u64)
        .read_to_end(&mut bytes)?;
    if bytes.len() == MOST {
        // The last character may be cut off.
        while bytes.len() > MOST_BYTES
            && str::from_utf8(&bytes).is_err_and(|error| error.error_len().is_none())
        {
            bytes.pop();
        }
    }
    Ok(bytes)
}

fn text(bytes: &[u8]) -> Result<&str> {
    const REMEDY: &str =
        "save it as UTF-8 (in Excel: “CSV UTF-8”; in LibreOffice: “Unicode (UTF-8)”)";
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        bail!("found UTF-16, expected UTF-8: {REMEDY}");
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        anyhow::anyhow!("line {line}: found bytes that are not UTF-8: {REMEDY}")
    })
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
