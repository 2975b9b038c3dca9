//! The estimates that all contenders show: made up, the same each time.

use serde_json::{Value, json};

/// No reader tells more apart.
const MOST_SOURCES: usize = 12;

/// Low and high of an estimate.
fn figure(place: usize) -> (usize, usize) {
    let low = 1_000 * (5 + place * 37 % 70);
    (low, low + 1_000 * (5 + place * 11 % 20))
}

fn sources(size: usize) -> usize {
    size.min(MOST_SOURCES)
}

/// For the pages of libraries.
pub(crate) fn plain(size: usize) -> Value {
    let count = sources(size);
    let sources: Vec<_> = (0..count).map(|place| format!("Source {place}")).collect();
    let estimates: Vec<_> = (0..size)
        .map(|place| {
            let (low, high) = figure(place);
            json!({ "source": place % count, "low": low, "high": high })
        })
        .collect();
    json!({ "sources": sources, "estimates": estimates })
}

/// The same as a dataset of ours, in so many categories.
pub(crate) fn dataset(size: usize, categories: usize) -> Value {
    let count = sources(size);
    let sources: Vec<_> = (0..count)
        .map(|place| json!({ "id": format!("s{place}"), "name": format!("Source {place}") }))
        .collect();
    let estimates: Vec<_> = (0..size)
        .map(|place| {
            let (low, high) = figure(place);
            json!({
                "id": format!("e{place}"), "source": format!("s{}", place % count),
                "category": format!("c{}", place % categories), "low": low, "high": high,
            })
        })
        .collect();
    let categories: Vec<_> = (0..categories)
        .map(|place| json!({ "id": format!("c{place}"), "label": format!("Soldiers {place}") }))
        .collect();
    json!({
        "format": 1,
        "language": "en",
        "title": "Estimates by source",
        "asOf": { "date": "2025" },
        "unit": "soldiers",
        "sources": sources,
        "categories": categories,
        "estimates": estimates,
    })
}
