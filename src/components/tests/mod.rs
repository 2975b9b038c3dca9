//! What is prerendered, as a reader without scripts gets it.

#![allow(clippy::unwrap_used, reason = "that is how a test fails")]

mod events;
mod foreign;
mod nodes;
mod one_truth;
mod refusals;
mod words;

use std::rc::Rc;

use super::unread::Prerendering;
use yew::{BaseComponent, LocalServerRenderer};

use super::{Evidence, EvidenceProps, Widget, WidgetProps};
use crate::dataset::{Dataset, Reading, read_json};
use crate::locale::Locale;

const ENGLISH: &str = include_str!("../../../data/north-korea.en.json");

const GERMAN: &str = include_str!("../../../data/north-korea.de.json");

/// The widget as HTML, without the marks of hydration.
fn prerendered(json: &str) -> String {
    let Reading {
        dataset,
        problems,
        refused,
    } = read_json(json);
    let dataset = Rc::new(dataset.unwrap());
    let props = WidgetProps {
        locale: Locale::for_language(&dataset.language),
        dataset,
        link: Rc::default(),
        page: None,
        problems: problems.iter().map(ToString::to_string).collect(),
        refused,
        instance: 0,
        prerendering: Prerendering::Writes,
    };
    rendered::<Widget>(props)
}

/// A component as HTML, without the marks of hydration.
fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
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

/// The texts of the elements of a class.
fn texts<'a>(html: &'a str, class: &str) -> Vec<&'a str> {
    html.split(&format!("class=\"{class}\">"))
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .collect()
}

fn rows(html: &str) -> usize {
    html.matches("data-estimate=").count()
}

/// The list of a dataset's events as it is prerendered.
fn evidence(json: &str) -> String {
    let dataset = read_json(json).dataset.unwrap();
    let props = EvidenceProps {
        locale: Locale::for_language(&dataset.language),
        dataset: dataset.into(),
        instance: 0,
    };
    rendered::<Evidence>(props)
}
