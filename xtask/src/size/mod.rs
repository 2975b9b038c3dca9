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
    let wasm = ["widget_bg.wasm", "widget.js", "life.js"].map(str::to_owned);
    Ok(vec![
        Row {
            what: "prerendered page with its stylesheet",
            bytes: largest_page(dist)?,
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
        Row {
            what: "filling elements, on demand",
            bytes: compressed(dist, &["fill.js".to_owned()])?,
            limit: 2,
            aim: 1,
        },
        Row {
            what: "the widget for tables in place, on demand",
            bytes: compressed(dist, &["table_bg.wasm", "table.js"].map(str::to_owned))?,
            limit: 155,
            aim: 115,
        },
    ])
}

/// The size of the largest of the pages, which are alike but for their language, with its stylesheets.
fn largest_page(dist: &Path) -> Result<usize> {
    let mut largest = 0;
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        if path.extension() == Some("html".as_ref()) {
            let page = fs::read_to_string(&path)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let mut files = vec![name.into_owned()];
            files.extend(page::stylesheets(&page));
            largest = largest.max(compressed(dist, &files)?);
        }
    }
    Ok(largest)
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
