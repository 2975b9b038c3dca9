//! One truth: of made-up datasets the drawing on the screen, the words, the accessibility tree, what the page carries
//! and the file are the same figures. Natively this is seen of two thousand datasets; here of some, in pixels.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde_json::{Value, json};
use troop_estimates::dataset::{Dataset, Packed, read_json};
use troop_estimates::locale::Locale;

use super::drawing::{Axis, drawing};
use super::places::put_dataset;
use super::steps::open_ready;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("one_truth::alive", same_figures),
        Test::new("one_truth::without_scripts", same_figures).without_scripts(),
    ]
}

/// How many datasets.
const DATASETS: u32 = 8;

/// Makes up numbers, the same each time.
struct Numbers(u32);

impl Numbers {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % most
    }

    /// So large that a pixel is less than a hundredth of it.
    fn soldiers(&mut self) -> u32 {
        (30 + self.below(70)) * 1000
    }
}

fn dataset(seed: u32) -> String {
    let mut numbers = Numbers(seed);
    let estimate = |numbers: &mut Numbers, place: u32| {
        let (one, other) = (numbers.soldiers(), numbers.soldiers());
        let mut estimate = json!({
            "id": format!("e{place}"),
            "source": format!("s{}", numbers.below(4)),
            "category": format!("c{}", numbers.below(2)),
        });
        let figure = match numbers.below(4) {
            0 => json!({ "low": one.min(other), "high": one.max(other) }),
            1 => json!({ "best": one, "approximate": numbers.below(2) == 0 }),
            2 => json!({ "high": one }),
            _ => json!({}),
        };
        for (name, value) in figure.as_object().into_iter().flatten() {
            estimate[name] = value.clone();
        }
        estimate
    };
    // The first is one that sets up an axis.
    let mut estimates =
        vec![json!({ "id": "e", "source": "s0", "category": "c0", "best": 100_000 })];
    let count = 1 + numbers.below(9);
    estimates.extend((0..count).map(|place| estimate(&mut numbers, place)));
    let named = |kind: &str, count: u32, key: &str| -> Vec<Value> {
        let named = (0..count)
            .map(|place| json!({ "id": format!("{kind}{place}"), key: format!("{kind} {place}") }));
        named.collect()
    };
    let mut dataset: Value =
        serde_json::from_str(super::stories::ENGLISH.dataset).unwrap_or_default();
    for part in ["references", "events"] {
        if let Some(parts) = dataset.as_object_mut() {
            parts.remove(part);
        }
    }
    dataset["sources"] = named("s", 4, "name").into();
    dataset["categories"] = named("c", 2, "label").into();
    dataset["estimates"] = estimates.into();
    dataset.to_string()
}

/// Source and figure of every estimate, in words.
fn expected(dataset: &Dataset) -> BTreeSet<[String; 2]> {
    let locale = Locale::for_language("en");
    let estimates = dataset.estimates.iter();
    let words = estimates.map(|estimate| {
        let source = &dataset.sources[estimate.source.0];
        [source.name.clone(), locale.figure(&estimate.figure)]
    });
    words.collect()
}

/// Source and figure of every row, as assistive technology is told them.
fn heard(page: &Page) -> Result<BTreeSet<[String; 2]>> {
    let sources = page.elements(".te-row .te-source bdi")?;
    let figures = page.elements(".te-row summary")?;
    ensure!(sources.len() == figures.len());
    let rows = sources.iter().zip(&figures);
    rows.map(|(source, figure)| Ok([source.text()?, figure.name()?]))
        .collect()
}

fn same_figures(page: &mut Page) -> Result<()> {
    const PATH: &str = "/truth.html";
    page.set_viewport(1024, 2400)?;
    for seed in 0..DATASETS {
        let json = dataset(seed);
        let reading = read_json(&json);
        ensure!(reading.problems.is_empty(), "{:?}", reading.problems);
        let dataset = reading.dataset.context("no dataset")?;
        put_dataset(page, PATH, &json)?;
        open_ready(page, PATH)?;
        let about = || format!("dataset {seed}: {json}");
        let drawn = drawing(page)?;
        drawn.expect_true_to(Axis::Linear).with_context(about)?;
        let rows = drawn.rows().count();
        ensure!(rows == dataset.estimates.len(), "{rows} rows, {}", about());
        let (heard, expected) = (heard(page)?, expected(&dataset));
        ensure!(
            heard == expected,
            "{heard:?} instead of {expected:?}, {}",
            about()
        );
        let drawn: BTreeSet<_> = drawn.rows().map(|(_, row)| row.figure.clone()).collect();
        let words: BTreeSet<_> = expected.into_iter().map(|[_, figure]| figure).collect();
        ensure!(
            drawn == words,
            "{drawn:?} instead of {words:?}, {}",
            about()
        );
        // `WebKitGTK` makes no script elements where none may run.
        if !page.settings().scripts {
            continue;
        }
        let carried = page.run(
            "return document.querySelector('.te-data').textContent",
            Vec::new(),
        )?;
        let carried =
            Packed::from_text(carried.as_str().context("no data")?).context("no dataset")?;
        ensure!(
            carried.dataset.estimates == dataset.estimates,
            "{}",
            about()
        );
    }
    Ok(())
}
