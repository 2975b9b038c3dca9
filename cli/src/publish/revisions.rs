//! What a page says of the state of its data, and of the states before.
//!
//! A shared link carries the revision that it was made from. The loader compares it with that of the page, and shows
//! the one paragraph that then holds.

use std::collections::BTreeMap;

use troop_estimates::dataset::{CategoryIndex, Dataset, Estimate, Packed, SourceIndex};

use super::charts::Chart;
use super::manifest::revision_page;
use super::page::as_of;
use super::site::Site;
use crate::html::escaped;

/// Of how many earlier states a page tells what has changed since; of older ones a link says that they are not kept.
const MOST_TOLD: usize = 30;

/// What a page says of the state of its data.
pub(super) struct Said {
    /// Above the widget: what a reader should know before the figures.
    pub(super) above: String,
    pub(super) below: String,
}

/// Of the present state.
pub(super) fn present(chart: &Chart, site: &Site<'_>) -> Said {
    let words = chart.locale().words();
    let mut above = String::new();
    for (revision, packed) in chart.earlier().take(MOST_TOLD) {
        let count = changed(&packed.dataset, chart.dataset());
        let said = words.changed_since(count, &chart.locale().number(count as u64));
        let address = site.base.join(&revision_page(&chart.stem(), revision));
        let text = format!("{} {}", escaped(&said), link(&address, words.show_then()));
        above += &when_asked(revision, &text);
    }
    Said {
        above: above + &when_asked("", &escaped(words.state_not_kept())),
        below: named(chart.revision(), chart),
    }
}

/// Of any state on its page that stays.
pub(super) fn lasting(chart: &Chart, revision: &str, packed: &Packed, site: &Site<'_>) -> Said {
    let words = chart.locale().words();
    let mut above = String::new();
    if revision != chart.revision() {
        let said = escaped(&words.revision_is_earlier(revision));
        let as_of = escaped(&as_of(packed, chart.locale()));
        let present = link(&site.base.join(&chart.page()), words.show_present());
        above = format!("<p class=\"te-earlier\">{said} {as_of}. {present}</p>");
    }
    Said {
        above,
        below: named(revision, chart),
    }
}

fn named(revision: &str, chart: &Chart) -> String {
    let text = chart.locale().words().revision(revision);
    format!("<p class=\"te-revision\">{}</p>", escaped(&text))
}

/// What the loader shows to whoever comes by a link from that state; from any other, where it has no name.
fn when_asked(revision: &str, html: &str) -> String {
    format!("<template data-revision=\"{revision}\"><p class=\"te-earlier\">{html}</p></template>")
}

fn link(address: &str, text: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(address), escaped(text))
}

/// How many estimates are not in both states, or not in the same way. One that has another id is another one.
fn changed(before: &Dataset, after: &Dataset) -> usize {
    let (before, mut after) = (by_id(before), by_id(after));
    let mut changed = 0;
    for (id, estimate) in before {
        if after.remove(id) != Some(estimate) {
            changed += 1;
        }
    }
    changed + after.len()
}

/// An estimate with the names of what it refers to, as their places may have changed.
fn by_id(dataset: &Dataset) -> BTreeMap<&str, (&str, &str, Estimate)> {
    let estimates = dataset.estimates.iter();
    let told = estimates.map(|estimate| {
        let source = &dataset.sources[estimate.source.0].name;
        let category = &dataset.categories[estimate.category.0].label;
        let mut alone = estimate.clone();
        alone.source = SourceIndex(0);
        alone.category = CategoryIndex(0);
        (
            estimate.id.as_str(),
            (source.as_str(), category.as_str(), alone),
        )
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use troop_estimates::dataset::read_json;

    use super::*;

    fn bundled() -> Dataset {
        let text = include_str!("../../../data/north-korea.en.json");
        read_json(text).dataset.expect("a dataset")
    }

    #[test]
    fn each_estimate_that_is_not_as_it_was_counts_once() {
        let before = bundled();
        assert_eq!(changed(&before, &before), 0);
        let mut after = bundled();
        after.estimates[0].figure.low = Some(24_000);
        after.estimates[0].note = None;
        assert_eq!(changed(&before, &after), 1);
        after.estimates.remove(3);
        assert_eq!(changed(&before, &after), 2);
        assert_eq!(changed(&after, &before), 2);
    }

    /// The figure of a source that is called otherwise now is not what it was.
    #[test]
    fn names_count_and_places_do_not() {
        let before = bundled();
        let mut after = bundled();
        after.sources.swap(0, 1);
        for estimate in &mut after.estimates {
            estimate.source.0 = match estimate.source.0 {
                0 => 1,
                1 => 0,
                other => other,
            };
        }
        assert_eq!(changed(&before, &after), 0);
        after.sources[1].name = "Another".to_owned();
        assert_eq!(changed(&before, &after), 1);
    }
}
