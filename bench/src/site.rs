//! What the server has for a contender: its page and all that this loads, compressed as a good host does it.

use std::{collections::BTreeMap, fs, io::Write};

use anyhow::Result;
use browser_tests::built_file;
use page_server::{Answer, Server};
use troop_estimates_cli::prerender;

use crate::contenders::{Contender, pages};
use crate::data;

/// Paths and contents.
pub(crate) struct Site(BTreeMap<String, Vec<u8>>);

/// What the widget's page loads, beside the page itself.
const ASSETS: [&str; 6] = [
    "style.css",
    "toggles.css",
    "loader.js",
    "life.js",
    "widget.js",
    "widget_bg.wasm",
];

const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8>\
    <meta name=viewport content='width=device-width, initial-scale=1'><title>Estimates</title>\
    <link rel=stylesheet href=style.css><link rel=stylesheet href=toggles.css>\
    <script type=module src=loader.js></script></head>\
    <body><div class=troop-estimates data-dataset=estimates></div></body></html>";

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
            add("/", ours(size)?);
            for name in ASSETS {
                add(&format!("/{name}"), built_file(name)?);
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

fn ours(size: usize) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let page = folder.path().join("index.html");
    fs::write(&page, PAGE)?;
    let dataset = serde_json::to_string(&data::dataset(size))?;
    fs::write(folder.path().join("estimates.en.json"), dataset)?;
    prerender::folder(folder.path(), folder.path())?;
    Ok(fs::read(page)?)
}

impl Site {
    /// All that is sent, without headers.
    pub(crate) fn bytes(&self) -> usize {
        self.0.values().map(Vec::len).sum()
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
