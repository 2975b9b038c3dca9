//! Whatever is in a file, every row of it is kept or refused.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

/// Something that may stand anywhere in a file.
fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0_u64..40_000).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        "(hur|nis|planned|sent|2025-0[1-9]|https://a\\.b)".prop_map(Value::from),
        Just(json!([])),
        Just(json!({"date": "2025", "label": "summer"})),
    ]
}

fn any_estimate() -> impl Strategy<Value = Value> {
    let name = "(id|source|category|low|best|high|approximate|passedOnBy|date|note|quote|url|x)";
    let changes = proptest::collection::vec((name, any_value()), 0..4);
    let estimate = changes.prop_map(|changes| {
        let mut estimate = json!({"source": "hur", "category": "planned", "low": 1000});
        estimate.as_object_mut().unwrap().extend(changes);
        estimate
    });
    prop_oneof![9 => estimate, 1 => any_value()]
}

proptest! {
    #[test]
    fn every_row_is_kept_or_refused(
        estimates in proptest::collection::vec(any_estimate(), 0..20),
        change in proptest::option::weighted(0.2, ("(title|format|sources|unit|x)", any_value())),
    ) {
        let mut file = file();
        let rows = estimates.len();
        file["estimates"] = Value::from(estimates);
        file.as_object_mut().unwrap().extend(change);
        let reading = read_json(&file.to_string());
        let kept = reading.dataset.as_ref().map_or(0, |dataset| dataset.estimates.len());
        prop_assert_eq!(kept + reading.refused, rows);
        prop_assert!(reading.problems.len() >= reading.refused.min(1));
        if let Some(dataset) = reading.dataset {
            assert_sound(&dataset);
        }
    }

    #[test]
    fn a_damaged_file_never_panics(cut in 0_usize..4000, put in ".{0,3}", drop in 0_usize..40) {
        let text: Vec<char> = include_str!("../../../data/north-korea.en.json").chars().collect();
        let (start, rest) = text.split_at(cut);
        let end = &rest[drop.min(rest.len())..];
        let damaged = String::from_iter(start) + &put + &String::from_iter(end);
        let reading = read_json(&damaged);
        if let Ok(file) = serde_json::from_str::<Value>(&damaged)
            && let Some(rows) = file["estimates"].as_array()
        {
            let kept = reading.dataset.as_ref().map_or(0, |dataset| dataset.estimates.len());
            prop_assert_eq!(kept + reading.refused, rows.len());
        }
        if let Some(dataset) = reading.dataset {
            assert_sound(&dataset);
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        let reading = read_json(&text);
        prop_assert!(reading.dataset.is_none() && !reading.problems.is_empty());
    }
}

/// What everything that uses a dataset may rely on.
fn assert_sound(dataset: &Dataset) {
    let mut ids: Vec<_> = dataset
        .estimates
        .iter()
        .map(|estimate| &estimate.id)
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), dataset.estimates.len(), "ids are unique");
    for estimate in &dataset.estimates {
        assert!(estimate.source.0 < dataset.sources.len());
        assert!(estimate.category.0 < dataset.categories.len());
        let Figure {
            low, best, high, ..
        } = estimate.figure;
        let given: Vec<u64> = [low, best, high].into_iter().flatten().collect();
        assert!(given.is_sorted());
        assert!(given.iter().all(|&count| count < 1 << 53));
    }
}
