//! What a reader has in sight in every frame while something fails, and what the page's own scripts hear of it.

use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use serde::Deserialize;

use super::exploring::eventually;

/// Puts a page whose every frame is watched into the site.
pub(super) fn put_watched(page: &mut Page, path: &str, html: &str) -> Result<()> {
    let watched = watched_page(page, html)?;
    page.put(path, &watched);
    Ok(())
}

/// A page whose every frame is watched.
pub(super) fn watched_page(page: &mut Page, html: &str) -> Result<String> {
    let (before, rest) = html.split_once("<head>").context("no head")?;
    page.put("/watch.js", include_str!("watch.js"));
    Ok([before, "<head><script src=/watch.js></script>", rest].concat())
}

#[derive(Debug, Deserialize)]
struct Watched {
    frames: usize,
    blank: Vec<String>,
    exceptions: Vec<String>,
}

fn watched(page: &Page) -> Result<Watched> {
    let watched = page.run("return window.watched", Vec::new())?;
    serde_json::from_value(watched).context("nobody watches this page")
}

/// In no frame so far, nor in some more, was a place blank, and no exception has come to the page's own scripts.
pub(super) fn expect_never_blank(page: &Page) -> Result<()> {
    const MORE: usize = 10;
    let before = watched(page)?.frames;
    eventually(page, "some more frames", |page| {
        ensure!(watched(page)?.frames > before + MORE);
        Ok(())
    })?;
    let Watched {
        blank, exceptions, ..
    } = watched(page)?;
    ensure!(blank.is_empty(), "nothing in sight: {blank:?}");
    ensure!(exceptions.is_empty(), "the page hears of {exceptions:?}");
    Ok(())
}
