//! Datasets into pages: finds them, reads them, reports their problems.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, bail};
use troop_estimates::components::{Widget, WidgetProps};
use troop_estimates::dataset::{Reading, read_json};
use yew::LocalServerRenderer;

use crate::page;

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
            let place = widget(&dataset(datasets, name, language)?, instance);
            instance += 1;
            place
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
    let candidates =
        [primary.as_str(), "en"].map(|tag| datasets.join(format!("{name}.{tag}.json")));
    match candidates.iter().find(|path| path.is_file()) {
        Some(path) => Ok(path.clone()),
        None => bail!(
            "there is no dataset \"{name}\": looked for {} and {}",
            candidates[0].display(),
            candidates[1].display()
        ),
    }
}

/// The content of a place: the rendered widget, and the dataset it was rendered from.
fn widget(path: &Path, instance: usize) -> Result<String> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let Reading {
        dataset,
        problems,
        refused,
    } = read_json(&text);
    for problem in &problems {
        eprintln!("{}: {problem}", path.display());
    }
    let Some(dataset) = dataset else {
        bail!("{} cannot be used; see the problems above", path.display());
    };
    let props = move || WidgetProps {
        dataset: Rc::new(dataset),
        initial: Rc::default(),
        problems: problems.into(),
        refused,
        instance,
    };
    let rendered = pollster::block_on(LocalServerRenderer::<Widget>::with_props(props()).render());
    Ok(format!(
        "<div class=\"te-root\">{rendered}</div><script class=\"te-data\" type=\"application/json\">{}</script>",
        page::inside_script(&text)
    ))
}
