//! Pages with one widget or two that are not in the sample site.

use anyhow::Result;
use browser_tests::Page;

use super::sites::Site;
use super::stories::ENGLISH;

/// Puts a page with one widget of this dataset into the site.
pub(crate) fn put_dataset(page: &mut Page, path: &str, json: &str) -> Result<()> {
    let place = "<div class=troop-estimates data-dataset=own></div>";
    page.put(path, &Site::new()?.prerender(place, ("own", "en", json))?);
    Ok(())
}

/// Opens a page with two widgets, `#first` and `#second`, and waits until both are alive.
pub(crate) fn open_two(page: &mut Page, query: &str) -> Result<()> {
    let places = "<div id=first class=troop-estimates data-dataset=north-korea></div>\
        <div id=second class=troop-estimates data-dataset=north-korea></div>";
    let dataset = ("north-korea", "en", ENGLISH.dataset);
    page.put("/two.html", &Site::new()?.prerender(places, dataset)?);
    page.set_viewport(1024, 3000)?;
    page.open(&format!("/two.html{query}"))?;
    page.wait_until("both are alive", |page| {
        Ok(page.elements(".te-alive")?.len() == 2)
    })
}
