//! Datasets into pages: finds them, reads them, reports their problems.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use troop_estimates::locale::Locale;

use crate::{file, page, widget};

/// Fill the places for widgets in every HTML page of a folder.
///
/// A place is an element such as <div class="troop-estimates" data-dataset="north-korea"></div>.
/// Its language is that of the nearest element with a `lang`; the dataset is read from
/// DATASETS/north-korea.LANGUAGE.json or .csv, or from the English one where there is none in that language.
#[derive(clap::Args)]
pub struct Arguments {
    /// The folder with the pages, which are changed in place.
    #[arg(env = "TRUNK_STAGING_DIR")]
    folder: PathBuf,
    /// The folder with the datasets.
    #[arg(long, default_value = "data")]
    datasets: PathBuf,
}

/// Does what the arguments ask for.
///
/// # Errors
///
/// As [`folder`].
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    folder(&arguments.folder, &arguments.datasets)?;
    Ok(ExitCode::SUCCESS)
}

/// Fills the places in every `*.html` file directly in `folder`.
///
/// # Errors
///
/// A page or dataset that is missing, unreadable or, as a whole, unusable. No page is written then.
pub fn folder(folder: &Path, datasets: &Path) -> Result<()> {
    let mut filled = Vec::new();
    for path in pages(folder)? {
        let html =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut instance = 0;
        let html = page::fill(&html, |name, language| {
            let packed = file::read_usable(&dataset(datasets, name, language)?)?;
            let locale = Locale::for_language(&packed.dataset.language);
            let place = widget::html(packed, locale, instance);
            instance += 1;
            Ok(place)
        })
        .with_context(|| format!("cannot prerender {}", path.display()))?;
        filled.push((path, html));
    }
    for (path, html) in filled {
        fs::write(&path, html).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder {}", folder.display()))?;
    let mut pages = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            pages.push(path);
        }
    }
    pages.sort();
    Ok(pages)
}

/// The file of a dataset in a language, or in English.
fn dataset(datasets: &Path, name: &str, language: &str) -> Result<PathBuf> {
    let primary = language
        .split('-')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let files = |tag| ["json", "csv"].map(|kind| datasets.join(format!("{name}.{tag}.{kind}")));
    let candidates = [primary.as_str(), "en"].map(files).concat();
    match candidates.iter().find(|path| path.is_file()) {
        Some(path) => Ok(path.clone()),
        None => {
            let looked_for = candidates.iter().map(|path| path.display().to_string());
            let looked_for: Vec<String> = looked_for.collect();
            bail!(
                "there is no dataset \"{name}\": looked for {}",
                looked_for.join(", ")
            )
        }
    }
}
