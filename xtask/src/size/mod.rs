//! What a reader downloads, against the budgets of the design.

mod page;
mod table;

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, bail};

use crate::project;
use table::Row;

/// Measures `dist/`, prints the table and fails if a row is past its limit.
pub(crate) fn check() -> Result<()> {
    let dist = project().join("dist");
    if !dist.join("index.html").is_file() {
        bail!("dist/ is missing: run `cargo xtask build`");
    }
    let rows = measure(&dist)?;
    print!("{}", table::text(&rows));
    let over: Vec<&str> = rows
        .iter()
        .filter(|row| row.is_over())
        .map(|row| row.what)
        .collect();
    if !over.is_empty() {
        bail!("past the limit: {}", over.join(", "));
    }
    Ok(())
}

fn measure(dist: &Path) -> Result<Vec<Row>> {
    let index = fs::read_to_string(dist.join("index.html")).context("dist/index.html")?;
    let mut page = vec!["index.html".to_owned()];
    page.extend(page::stylesheets(&index));
    let wasm = ["widget_bg.wasm", "widget.js"].map(str::to_owned);
    Ok(vec![
        Row {
            what: "prerendered page with its stylesheet",
            bytes: compressed(dist, &page)?,
            limit: 14,
            aim: 8,
        },
        Row {
            what: "loader script",
            bytes: compressed(dist, &["loader.js".to_owned()])?,
            limit: 2,
            aim: 1,
        },
        Row {
            what: "wasm and its JavaScript",
            bytes: compressed(dist, &wasm)?,
            limit: 115,
            aim: 75,
        },
        Row {
            what: "downloads and citations, on demand",
            bytes: compressed(dist, &["keep_bg.wasm", "keep.js"].map(str::to_owned))?,
            limit: 60,
            aim: 50,
        },
    ])
}

/// The files' sizes as a server sends them, each compressed alone, added up; in bytes.
fn compressed(dist: &Path, files: &[String]) -> Result<usize> {
    files
        .iter()
        .map(|file| {
            let content = fs::read(dist.join(file))
                .with_context(|| format!("dist/{file} is missing: run `cargo xtask build`"))?;
            brotli_size(&content)
        })
        .sum()
}

fn brotli_size(content: &[u8]) -> Result<usize> {
    const BUFFER: usize = 64 * 1024;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(content)?;
    writer.flush()?;
    Ok(writer.into_inner().len())
}
