//! Datasets into pages: finds them, reads them, reports their problems.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, bail};
use troop_estimates::components::{Evidence, EvidenceProps, Widget, WidgetProps};
use troop_estimates::dataset::{Packed, Reading, read_json};
use troop_estimates::locale::Locale;
use yew::LocalServerRenderer;

use crate::{names, page};

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

/// The content of a place: the rendered widget, the evidence, which stays as it is, the dataset both were
/// rendered from, and the messages of its language. In neither text is a `<` that could end its script.
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
    let Some(mut dataset) = dataset else {
        bail!("{} cannot be used; see the problems above", path.display());
    };
    let locale = Locale::for_language(&dataset.language);
    names::rank(&mut dataset, locale)?;
    let packed = Packed {
        dataset,
        refused,
        problems: problems.iter().map(ToString::to_string).collect(),
    };
    let data = packed.to_text();
    let dataset = Rc::new(packed.dataset);
    let evidence = EvidenceProps {
        dataset: dataset.clone(),
        locale,
        instance,
    };
    let props = WidgetProps {
        dataset,
        locale,
        link: Rc::default(),
        page: None,
        problems: packed.problems.into(),
        refused,
        instance,
    };
    let widget = LocalServerRenderer::<Widget>::with_props(props).render();
    let evidence = LocalServerRenderer::<Evidence>::with_props(evidence).hydratable(false);
    Ok(format!(
        "<div class=\"te-root\">{}</div>{}\
        <script class=\"te-data\" type=\"text/plain\">{data}</script>\
        <script class=\"te-messages\" type=\"text/plain\">{}</script>",
        pollster::block_on(widget),
        pollster::block_on(evidence.render()),
        locale.lines()
    ))
}
