//! What is prerendered, as a reader without scripts gets it.

#![allow(clippy::unwrap_used, reason = "that is how a test fails")]

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::{Widget, WidgetProps};
use crate::dataset::{Dataset, Reading, read_json};

const ENGLISH: &str = include_str!("../../data/north-korea.en.json");
const GERMAN: &str = include_str!("../../data/north-korea.de.json");

/// The widget as HTML, without the marks of hydration.
fn prerendered(json: &str) -> String {
    let Reading {
        dataset,
        problems,
        refused,
    } = read_json(json);
    let dataset = Rc::new(dataset.unwrap());
    let props = WidgetProps {
        dataset,
        initial: Rc::default(),
        problems: problems.into(),
        refused,
        instance: 0,
    };
    let renderer = LocalServerRenderer::<Widget>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// A dataset of one category with these estimates.
fn with_estimates(estimates: &str) -> String {
    format!(
        r#"{{"format": 1, "language": "en", "title": "How many?", "asOf": "2025", "unit": "soldiers",
            "sources": [{{"id": "a", "name": "<img src=x onerror=alert(1)>"}}, {{"id": "b", "name": "B"}}],
            "categories": [{{"id": "c", "label": "Sent"}}],
            "estimates": [{estimates}]}}"#
    )
}

fn rows(html: &str) -> usize {
    html.matches("data-estimate=").count()
}

#[test]
fn every_figure_stands_in_words_in_both_languages() {
    let english = [
        "25,000 to 30,000",
        "10,000 to 20,000",
        "up to 30,000",
        "no figure given",
        "about 11,000",
        "about 4,000",
        ">1,000<",
        ">5,000<",
        ">110,000<",
        "passed on by TASS",
        "As of summer 2025",
        "nobody names a figure between 20,000 and 25,000",
    ];
    let german = [
        "25.000 bis 30.000",
        "10.000 bis 20.000",
        "bis zu 30.000",
        "keine Zahl genannt",
        "etwa 11.000",
        "etwa 4.000",
        ">1.000<",
        ">5.000<",
        ">110.000<",
        "verbreitet von TASS",
        "Stand: Sommer 2025",
        "niemand nennt eine Zahl zwischen 20.000 und 25.000",
    ];
    for (json, expected) in [(ENGLISH, english), (GERMAN, german)] {
        let html = prerendered(json);
        assert_eq!(rows(&html), 9);
        for text in expected {
            assert!(html.contains(text), "{text} is missing");
        }
    }
}

#[test]
fn what_is_prerendered_needs_no_inline_style_and_no_id_twice() {
    let html = prerendered(ENGLISH);
    assert!(!html.contains("style="));
    let ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len());
}

#[test]
fn refused_estimates_are_counted_and_explained_on_the_page() {
    let html = prerendered(&with_estimates(
        r#"{"source": "a", "category": "c", "best": 5}, {"source": "a", "category": "c", "low": 9, "high": 1}"#,
    ));
    assert_eq!(rows(&html), 1);
    assert!(html.contains("1 of 2 estimates could not be read"));
    assert!(html.contains("estimates[1]"));
}

#[test]
fn without_an_estimate_there_are_words_instead_of_an_empty_axis() {
    let html = prerendered(&with_estimates(""));
    assert!(html.contains("There are no estimates in this dataset."));
    assert!(!html.contains("<table"));
}

#[test]
fn names_are_shown_as_text_whatever_is_in_them() {
    let html = prerendered(&with_estimates(
        r#"{"source": "a", "category": "c", "best": 5}"#,
    ));
    assert!(!html.contains("<img"));
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;"));
}

#[test]
fn zero_one_value_and_the_largest_are_drawn_without_nonsense() {
    for estimates in [
        r#"{"source": "a", "category": "c", "best": 0}"#,
        r#"{"source": "a", "category": "c", "low": 7, "high": 7}, {"source": "b", "category": "c", "best": 7}"#,
        r#"{"source": "a", "category": "c", "low": 0, "high": 9007199254740991}"#,
        r#"{"source": "a", "category": "c"}"#,
    ] {
        let html = prerendered(&with_estimates(estimates));
        assert!(!html.contains("NaN") && !html.contains("inf%"), "{html}");
    }
}

#[test]
fn the_script_less_toggles_reach_every_source_and_category_of_the_bundled_data() {
    let toggles = include_str!("../../embed/toggles.css");
    let Dataset {
        sources,
        categories,
        ..
    } = read_json(ENGLISH).dataset.unwrap();
    for place in 0..sources.len().max(64) {
        assert!(toggles.contains(&format!(":is(.te-row, .te-group)[data-source=\"{place}\"]")));
    }
    for place in 0..categories.len().max(16) {
        assert!(toggles.contains(&format!("input[data-category=\"{place}\"]:checked")));
    }
}
