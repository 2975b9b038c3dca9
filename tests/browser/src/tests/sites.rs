//! Pages of a test's own, filled as newsrooms fill theirs.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use browser_tests::built_file;
use serde_json::{Value, json};
use troop_estimates::locale::Locale;

/// The datasets of the project.
const DATASETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");

/// A page in this language with this in it.
pub(crate) fn page(language: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang={language}><head><meta charset=utf-8><title>Page</title>\
         <meta name=viewport content='width=device-width'>\
         <link rel=stylesheet href=/style.css><link rel=stylesheet href=/toggles.css>\
         <script type=module src=/loader.js></script></head><body>{body}</body></html>"
    )
}

/// A folder for a page of a test's own, with datasets.
pub(crate) struct Site(tempfile::TempDir);

impl Site {
    pub(crate) fn new() -> Result<Self> {
        Ok(Self(tempfile::tempdir()?))
    }

    /// Adds a dataset: name, language and text.
    pub(crate) fn add(&self, (name, language, text): (&str, &str, &str)) -> Result<()> {
        Ok(fs::write(
            self.file(&format!("{name}.{language}.json")),
            text,
        )?)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// An English page with this in it, its places filled as newsrooms do it, from one dataset:
    /// name, language and text.
    pub(crate) fn prerender(&self, body: &str, dataset: (&str, &str, &str)) -> Result<String> {
        self.fill(&page("en", body), dataset)
    }

    /// Any page, its places filled from one dataset, name, language and text, and those added before.
    pub(crate) fn fill(&self, page: &str, dataset: (&str, &str, &str)) -> Result<String> {
        self.add(dataset)?;
        fs::write(self.file("page.html"), page)?;
        troop_estimates_cli::prerender::folder(self.0.path(), self.0.path())?;
        Ok(fs::read_to_string(self.file("page.html"))?)
    }
}

/// The text of the bundled dataset in a language.
pub(crate) fn bundled(language: &str) -> Result<String> {
    let file = Path::new(DATASETS).join(format!("north-korea.{language}.json"));
    fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
}

/// The text of a dataset with one source, one category and these estimates.
pub(crate) fn dataset_with(language: &str, estimates: &Value) -> String {
    json!({
        "format": 1,
        "language": language,
        "title": "Sent",
        "asOf": "2025-05-18",
        "unit": "soldiers",
        "sources": [{ "id": "one", "name": "One" }],
        "categories": [{ "id": "sent", "label": "Sent" }],
        "estimates": estimates,
    })
    .to_string()
}

/// The languages that the bundled dataset and a sample article are in: both may come after the words.
pub(crate) fn with_article() -> impl Iterator<Item = Locale> {
    Locale::all().filter(|locale| {
        bundled(locale.tag()).is_ok() && built_file(&article_name(locale.tag())).is_ok()
    })
}

/// The file of the sample article in a language.
fn article_name(language: &str) -> String {
    match language {
        "en" => "index.html".to_owned(),
        other => format!("{other}.html"),
    }
}

/// A sample article whose sources and estimates all have an address; and these addresses.
pub(crate) fn article_with_addresses(language: &str) -> Result<(String, Vec<String>)> {
    let mut dataset: Value = serde_json::from_str(&bundled(language)?)?;
    let mut addresses = Vec::new();
    for (part, host) in [("sources", "sources"), ("estimates", "papers")] {
        for item in dataset[part].as_array_mut().context("no list")? {
            let id = item["id"].as_str().context("no id")?;
            let address = format!("https://{host}.example/{id}?page=1&part=2");
            item["url"] = json!(address);
            addresses.push(address);
        }
    }
    let article = String::from_utf8(built_file(&article_name(language))?)?;
    let dataset = dataset.to_string();
    let page = Site::new()?.fill(&article, ("north-korea", language, &dataset))?;
    Ok((page, addresses))
}
