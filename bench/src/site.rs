//! What the server has for a contender: its page and all that this loads, compressed as a good host does it.

use std::{collections::BTreeMap, ffi::OsStr, fs, io::Write};

use anyhow::{Context, Result};
use browser_tests::built;
use page_server::{Answer, Server};
use troop_estimates_cli::publish;

use crate::contenders::{Contender, pages};
use crate::data;

/// Paths and contents.
pub(crate) struct Site(BTreeMap<String, Vec<u8>>);

/// Where the widget's page is that has its estimates in categories.
pub(crate) const CATEGORIES: &str = "/categories";

/// What the widget's page loads, beside the page itself.
const ASSETS: [&str; 6] = [
    "favicon.",
    "frame.",
    "loader.",
    "life.",
    "widget.",
    "widget_bg.",
];

/// The files of a contender with so many estimates.
pub(crate) fn files(
    contender: Contender,
    size: usize,
    bundles: &BTreeMap<&'static str, Vec<u8>>,
) -> Result<Site> {
    let mut files = BTreeMap::new();
    let mut add = |path: &str, content: Vec<u8>| files.insert(path.to_owned(), content);
    match contender {
        Contender::Ours => {
            for (path, content) in published(size)? {
                add(&path, content);
            }
        }
        Contender::Vanilla => {
            add("/", fs::read(pages().join("vanilla.html"))?);
            add("/data.json", serde_json::to_vec(&data::plain(size))?);
        }
        Contender::Library(name) => {
            add("/", fs::read(pages().join("page.html"))?);
            add("/page.css", fs::read(pages().join("page.css"))?);
            add("/page.js", bundles[name].clone());
            add("/data.json", serde_json::to_vec(&data::plain(size))?);
        }
    }
    let compressed = files
        .into_iter()
        .map(|(path, content)| Ok((path, brotli(&content)?)));
    Ok(Site(compressed.collect::<Result<_>>()?))
}

/// The page as newsrooms publish it, without categories and with some, and what it loads.
fn published(size: usize) -> Result<Vec<(String, Vec<u8>)>> {
    let folder = tempfile::tempdir()?;
    let out = folder.path().join("out");
    let mut files = Vec::new();
    for (path, categories) in [("/", 1), (CATEGORIES, 3)] {
        let name = format!("estimates-{categories}.en");
        let dataset = folder.path().join(format!("{name}.json"));
        let estimates = data::dataset(size, categories);
        fs::write(&dataset, serde_json::to_string(&estimates)?)?;
        publish::folder(&[dataset], &out, "http://127.0.0.1/", &built()?)?;
        let page = fs::read(out.join(format!("{name}.html")))?;
        files.push((path.to_owned(), page));
    }
    for entry in fs::read_dir(out.join("assets"))? {
        let path = entry?.path();
        let name = path.file_name().and_then(OsStr::to_str).context("a name")?;
        let is_twin = [".br", ".gz"].iter().any(|twin| name.ends_with(twin));
        let is_loaded =
            ASSETS.iter().any(|asset| name.starts_with(asset)) && !name.ends_with(".css");
        if is_loaded && !is_twin {
            files.push((format!("/assets/{name}"), fs::read(&path)?));
        }
    }
    Ok(files)
}

impl Site {
    /// All that is sent for the first view, without headers.
    pub(crate) fn bytes(&self) -> usize {
        let sent = self.0.iter().filter(|(path, _)| *path != CATEGORIES);
        sent.map(|(_, content)| content.len()).sum()
    }

    pub(crate) fn put_on(&self, server: &Server) {
        for (path, content) in &self.0 {
            server.answer(path, Answer::Encoded("br", content.clone()));
        }
    }
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(content)?;
    Ok(writer.into_inner())
}
