//! What readers do with keys alone, and what has the focus then: steps that tests of keys share.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Key, Page};
use serde_json::{Value, json};

use super::sites::Site;
use super::steps::open_alive;

pub(crate) const NORTH_KOREA: &str = include_str!("../../../../data/north-korea.en.json");

/// The bundled story between two links.
pub(crate) fn open_between_links(page: &mut Page) -> Result<()> {
    open_prerendered(page, "north-korea", NORTH_KOREA)
}

/// A dataset as newsrooms publish it, between two links, alive.
pub(crate) fn open_prerendered(page: &mut Page, name: &str, dataset: &str) -> Result<()> {
    let body = format!(
        "<a href=#before>Before</a><div class=troop-estimates data-dataset={name}></div><a href=#after>After</a>"
    );
    let html = Site::new()?.prerender(&body, (name, "en", dataset))?;
    page.put("/between", &html);
    page.set_viewport(1024, 2400)?;
    if page.settings().scripts {
        open_alive(page, "/between")
    } else {
        page.open("/between")
    }
}

/// A dataset of this many estimates by five sources, each with a link to read.
pub(crate) fn many_estimates(count: usize) -> String {
    let sources: Vec<Value> = (0..5)
        .map(|source| json!({ "id": format!("s{source}"), "name": format!("Source {source}") }))
        .collect();
    let estimates: Vec<Value> = (0..count)
        .map(|place| {
            json!({
                "id": format!("e{place}"),
                "source": format!("s{}", place % 5),
                "category": "sent",
                "best": 1000 + place,
                "url": format!("https://example.org/{place}"),
            })
        })
        .collect();
    json!({
        "format": 1, "language": "en", "title": "Many", "asOf": "2025", "unit": "soldiers",
        "sources": sources,
        "categories": [{ "id": "sent", "label": "Sent" }],
        "estimates": estimates,
    })
    .to_string()
}

/// What has the focus: the type of an input or the name of another element, and how it is announced, as in
/// `button All`.
pub(crate) fn stop(page: &Page) -> Result<String> {
    let focused = page.focused()?;
    let role = focused.script("return arguments[0].type || arguments[0].localName")?;
    Ok(format!(
        "{} {}",
        role.as_str().unwrap_or_default(),
        focused.name()?
    ))
}

/// Every stop of a key from the present one to the link with this name.
pub(crate) fn stops_until(page: &Page, key: Key, last: &str) -> Result<Vec<String>> {
    let mut stops = vec![stop(page)?];
    while !stops.ends_with(&[last.to_owned()]) {
        ensure!(stops.len() < 100, "no way out of {stops:?}");
        page.press(key)?;
        stops.push(stop(page)?);
    }
    Ok(stops)
}

/// The stops below the chart.
pub(crate) const BELOW: [&str; 6] = [
    "button CSV",
    "button JSON",
    "button SVG",
    "button PNG",
    "button Copy link",
    "a After",
];

/// The row at this place, and no other, is the stop.
pub(crate) fn expect_stop(page: &Page, place: usize) -> Result<()> {
    let stops = page.run(
        "return [...document.querySelectorAll('.te-row summary')].flatMap((row, place) =>
             row.tabIndex === 0 ? [place] : []).join()",
        Vec::new(),
    )?;
    ensure!(
        stops == *place.to_string(),
        "{stops} is the stop instead of {place}"
    );
    Ok(())
}

/// The figure of the row that has the focus.
pub(crate) fn current(page: &Page) -> Result<String> {
    let stop = stop(page)?;
    let figure = stop.strip_prefix("summary ");
    Ok(figure
        .with_context(|| format!("{stop} has the focus"))?
        .to_owned())
}

pub(crate) fn expect_current(page: &Page, figure: &str) -> Result<()> {
    let current = current(page)?;
    ensure!(
        current == figure,
        "{current} has the focus instead of {figure}"
    );
    Ok(())
}

/// Toggles a source or chooses a category as a host's script or the browser's own history would: the focus
/// stays where it is.
pub(crate) fn choose_by_script(control: &Element<'_>) -> Result<()> {
    control.script("arguments[0].click()")?;
    Ok(())
}
