//! A page on which all parts that the widget can have are in sight at once.

use anyhow::{Result, ensure};
use browser_tests::Page;
use serde_json::{Value, json};

use super::exploring::{button, eventually, is_in_sight};
use super::sites::Site;
use super::steps::{open_details, summary, wait_until_alive};

/// High enough for it.
pub(crate) const HEIGHT: u32 = 4200;

/// All controls of the page but the choices, each by the part that it belongs to.
pub(crate) const CONTROLS: [&str; 13] = [
    ".te-segment",
    ".te-select",
    ".te-zoom label",
    ".te-chip label",
    ".te-only",
    ".te-sources > .te-button",
    ".te-refusals summary",
    ".te-row .te-summary",
    ".te-details[open] a",
    ".te-copy .te-quiet",
    ".te-more .te-button",
    ".te-take .te-quiet",
    ".te-address",
];

/// An article that is dark for readers who prefer it, as the widget is.
const ARTICLE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Page</title>\
    <meta name=viewport content='width=device-width'><meta name=color-scheme content='light dark'>\
    <link rel=stylesheet href=/article.css>\
    <link rel=stylesheet href=/style.css><link rel=stylesheet href=/toggles.css>\
    <script type=module src=/loader.js></script></head>\
    <body><main><h1>Page</h1><div class=troop-estimates data-dataset=own></div></main></body></html>";

/// Every kind of figure, a source that is switched off, a reference with a label and one with a sentence, a gap, an estimate that is refused,
/// more rows than are shown and more events.
fn dataset() -> String {
    let kinds = [
        json!({ "low": 10000, "high": 12000 }),
        json!({ "low": 20000, "high": 30000, "approximate": true }),
        json!({ "low": 21000, "best": 24000, "high": 30000 }),
        json!({ "best": 30000 }),
        json!({ "best": 29000, "approximate": true }),
        json!({ "high": 30000 }),
        json!({ "low": 28000 }),
        json!({ "note": "It names none." }),
        json!({ "low": 9, "high": 1 }),
    ];
    let many = (0..50).map(|place| json!({ "best": 20_000 + 6_000 * (place % 2) }));
    let estimates: Vec<Value> = kinds
        .into_iter()
        .chain(many)
        .enumerate()
        .map(|(place, mut estimate)| {
            estimate["id"] = json!(format!("e{place}"));
            if place < 9 {
                estimate["source"] = json!("ours");
                estimate["category"] = json!("few");
                estimate["passedOnBy"] = json!("A paper");
            } else {
                estimate["source"] = json!("theirs");
                estimate["category"] = json!("many");
            }
            estimate["url"] = json!(format!("https://papers.example/{place}"));
            estimate
        })
        .collect();
    let events: Vec<Value> = (1..=13)
        .map(|day| json!({ "label": "Seen", "date": format!("2025-05-{day:02}"), "source": "A paper" }))
        .collect();
    json!({
        "format": 1, "language": "en", "title": "How many?", "asOf": "2025", "unit": "soldiers",
        "takeaway": "It depends.", "credit": "A test.",
        "sources": [
            { "id": "ours", "name": "Ours", "kind": "institute", "url": "https://sources.example/ours" },
            { "id": "theirs", "name": "Theirs" },
            { "id": "off", "name": "Off" },
        ],
        "categories": [
            { "id": "few", "label": "Planned", "note": "A note." },
            { "id": "many", "label": "Sent" },
        ],
        "estimates": estimates,
        "references": [
            { "label": "sent", "value": 15000, "category": "few" },
            { "label": "so many as a very long sentence counts them", "value": 25000, "category": "many" },
        ],
        "events": events,
    })
    .to_string()
}

/// Opens it, alive, in a window that holds all of it but for its width.
pub(crate) fn open(page: &mut Page, width: u32) -> Result<()> {
    let html = Site::new()?.fill(ARTICLE, ("own", "en", &dataset()))?;
    page.put("/everything", &html);
    page.set_viewport(width, HEIGHT)?;
    page.open("/everything?te=zoom;without:nobody.off;open:e0")?;
    wait_until_alive(page)?;
    page.element(".te-refusals summary")?.click()?;
    page.element(".te-evidence summary")?.click()?;
    refuse_to_copy(page)?;
    button(page, "Copy link")?.click()?;
    // It brings up a tip, which stays wherever the page is scrolled to.
    summary(page, 3)?.script("arguments[0].focus()")?;
    page.run("scrollTo(0, 0)", Vec::new())?;
    eventually(page, "all of it is in sight", |page| {
        ensure!(open_details(page)? == [0], "details are closed");
        for part in [
            ".te-ignored",
            ".te-address",
            "[data-tip] > .te-provenance",
            ".te-event",
            ".te-cut-axis",
        ] {
            ensure!(is_in_sight(page, part)?, "{part} is not in sight");
        }
        Ok(())
    })
}

/// As a browser whose reader does not let pages write to the clipboard.
pub(crate) fn refuse_to_copy(page: &Page) -> Result<()> {
    page.run(
        "Object.defineProperty(navigator, 'share', { value: undefined });
         Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
        Vec::new(),
    )?;
    Ok(())
}
