//! What files may get wrong, and what is said about it.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

/// A file without a fault; the tests change it.
fn file() -> Value {
    json!({
        "format": 1,
        "language": "en",
        "title": "How many?",
        "asOf": "2025",
        "unit": "soldiers",
        "sources": [{"id": "hur", "name": "HUR"}, {"id": "nis", "name": "NIS"}],
        "categories": [{"id": "planned", "label": "Planned"}, {"id": "sent", "label": "Sent"}],
        "estimates": [
            {"source": "hur", "category": "planned", "low": 1000, "high": 2000},
            {"source": "nis", "category": "sent"}
        ]
    })
}

/// Reads the file after a change to the value at a JSON pointer.
fn changed(pointer: &str, name: &str, value: Value) -> Reading {
    let mut file = file();
    let object = file.pointer_mut(pointer).unwrap();
    object.as_object_mut().unwrap().insert(name.into(), value);
    read_json(&file.to_string())
}

fn without(pointer: &str, name: &str) -> Reading {
    let mut file = file();
    file.pointer_mut(pointer)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove(name);
    read_json(&file.to_string())
}

fn messages(reading: &Reading) -> Vec<String> {
    reading.problems.iter().map(Problem::to_string).collect()
}

/// Reads the file with a field of its first estimate written as given, JSON or not quite.
fn first_estimate_with(field: &str) -> Reading {
    let text = file().to_string();
    let (start, rest) = text.split_once("\"estimates\":[{").unwrap();
    read_json(&format!("{start}\"estimates\":[{{{field},{rest}"))
}

#[track_caller]
fn assert_refused_alone(reading: &Reading, message: &str) {
    assert_eq!(messages(reading), [message]);
    assert_eq!(reading.refused, 1);
    let dataset = reading.dataset.as_ref().unwrap();
    assert_eq!(dataset.estimates.len(), 1);
    assert_eq!(dataset.estimates[0].source, SourceIndex(1));
}

#[track_caller]
fn assert_file_refused(reading: &Reading, message: &str) {
    assert_eq!(messages(reading), [message]);
    assert_eq!(reading.dataset, None);
}

#[track_caller]
fn assert_all_kept(reading: &Reading, message: &str) -> Dataset {
    assert_eq!(messages(reading), [message]);
    assert_eq!(reading.refused, 0);
    reading.dataset.clone().unwrap()
}

#[test]
fn a_good_file_has_no_problem() {
    let reading = read_json(&file().to_string());
    assert_eq!((messages(&reading), reading.refused), (vec![], 0));
    let dataset = reading.dataset.unwrap();
    assert_eq!(
        dataset.estimates[0].figure.kind(),
        FigureKind::Range {
            low: 1000,
            high: 2000
        }
    );
    assert_eq!(dataset.estimates[1].figure.kind(), FigureKind::NotGiven);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let text = serde_json::to_string_pretty(&file())
        .unwrap()
        .replace('\n', "\r\n");
    assert_eq!(
        read_json(&format!("\u{feff}{text}")),
        read_json(&file().to_string())
    );
}

#[test]
fn figures_that_are_not_whole_numbers_are_refused() {
    let expected = "expected a whole number from 0 to 9007199254740991";
    for (written, found, suggestion) in [
        ("\"1,000\"", "\"1,000\" (text)", "; did you mean 1000?"),
        ("\"1.000\"", "\"1.000\" (text)", "; did you mean 1000?"),
        ("\"1000\"", "\"1000\" (text)", "; did you mean 1000?"),
        ("\"many\"", "\"many\" (text)", ""),
        ("\"NaN\"", "\"NaN\" (text)", ""),
        ("\"\"", "\"\" (text)", ""),
        ("1.000", "1.000", "; did you mean 1000?"),
        ("1.5", "1.5", ""),
        ("1000.0", "1000.0", ""),
        ("1e3", "1e3", ""),
        ("1e400", "1e400", ""),
        ("-5", "-5", ""),
        ("-0", "-0", ""),
        ("9007199254740992", "9007199254740992", ""),
        ("99999999999999999999999", "99999999999999999999999", ""),
        ("true", "true", ""),
        ("[1000]", "a list", ""),
        ("{}", "an object", ""),
    ] {
        let reading = first_estimate_with(&format!("\"best\": {written}"));
        let message = format!("estimates[0].best: found {found}, {expected}{suggestion}");
        assert_refused_alone(&reading, &message);
    }
}

#[test]
fn what_json_does_not_know_refuses_the_file_with_line_and_column() {
    for written in ["NaN", "Infinity", "1,000", "0x10", "+5", "01"] {
        let reading = first_estimate_with(&format!("\"best\": {written}"));
        assert_eq!(reading.dataset, None, "{written}");
        assert!(
            reading.problems[0].path.starts_with("line 1, column "),
            "{written}"
        );
    }
    assert_file_refused(
        &read_json("{\n  \"format\" 1\n}"),
        "line 2, column 12: found a syntax error (expected `:`), expected JSON",
    );
    assert_file_refused(
        &read_json("\u{feff} \n"),
        "file: found nothing, expected a dataset in JSON",
    );
    assert_file_refused(&read_json("[]"), "file: found a list, expected an object");
}

#[test]
fn zero_and_the_largest_figure_are_kept() {
    let dataset = changed("/estimates/0", "low", json!(0)).dataset.unwrap();
    assert_eq!(dataset.estimates[0].figure.low, Some(0));
    let dataset = changed("/estimates/0", "high", json!(9_007_199_254_740_991_u64))
        .dataset
        .unwrap();
    assert_eq!(
        dataset.estimates[0].figure.high,
        Some(9_007_199_254_740_991)
    );
}

#[test]
fn null_is_as_if_the_field_were_missing() {
    let dataset = changed("/estimates/0", "low", Value::Null).dataset.unwrap();
    assert_eq!(dataset.estimates[0].figure.kind(), FigureKind::UpTo(2000));
}

#[test]
fn ends_in_the_wrong_order_are_refused() {
    assert_refused_alone(
        &changed("/estimates/0", "low", json!(2001)),
        "estimates[0].low: found 2001, expected at most 2000, which is the high figure",
    );
    assert_refused_alone(
        &changed("/estimates/0", "best", json!(999)),
        "estimates[0].low: found 1000, expected at most 999, which is the best figure",
    );
    assert_refused_alone(
        &changed("/estimates/0", "best", json!(2001)),
        "estimates[0].best: found 2001, expected at most 2000, which is the high figure",
    );
}

#[test]
fn a_best_figure_may_stand_at_the_ends_and_beside_one_open_end() {
    for (best, low, high) in [
        (1000, json!(1000), json!(2000)),
        (2000, json!(1000), json!(2000)),
        (1500, json!(1500), json!(1500)),
        (1500, json!(null), json!(2000)),
        (1500, json!(1000), json!(null)),
    ] {
        let mut file = file();
        let estimate =
            json!({"source": "hur", "category": "sent", "low": low, "best": best, "high": high});
        file["estimates"][0] = estimate;
        let reading = read_json(&file.to_string());
        assert_eq!(messages(&reading), [""; 0]);
        assert_eq!(
            reading.dataset.unwrap().estimates[0].figure.best,
            Some(best)
        );
    }
}

#[test]
fn unknown_names_are_refused_with_a_near_match() {
    assert_refused_alone(
        &changed("/estimates/0", "source", json!("hru")),
        "estimates[0].source: found \"hru\", expected an id from \"sources\"; did you mean \"hur\"?",
    );
    assert_refused_alone(
        &changed("/estimates/0", "category", json!("plan")),
        "estimates[0].category: found \"plan\", expected an id from \"categories\"",
    );
    assert_refused_alone(
        &changed("/estimates/0", "hihg", json!(3000)),
        "estimates[0]: found a field \"hihg\", expected fields of the format alone; did you mean \"high\"?",
    );
    assert_refused_alone(
        &without("/estimates/0", "source"),
        "estimates[0].source: found nothing, expected an id from \"sources\"",
    );
}

#[test]
fn a_field_given_twice_is_refused() {
    assert_refused_alone(
        &first_estimate_with("\"low\": 1000"),
        "estimates[0]: found a second field \"low\", expected each field once",
    );
    let text = file()
        .to_string()
        .replace("\"unit\"", "\"title\":\"Other\",\"unit\"");
    assert_file_refused(
        &read_json(&text),
        "file: found a second field \"title\", expected each field once",
    );
}

#[test]
fn an_id_given_twice_is_refused() {
    let mut file = file();
    file["estimates"][0]["id"] = json!("a");
    file["estimates"][1]["id"] = json!("a");
    let reading = read_json(&file.to_string());
    assert_eq!(
        messages(&reading),
        ["estimates[1].id: found \"a\", expected an id that no other one has"]
    );
    assert_eq!(
        (reading.dataset.unwrap().estimates.len(), reading.refused),
        (1, 1)
    );
    let sources =
        json!([{"id": "nis", "name": "A"}, {"id": "hur", "name": "B"}, {"id": "hur", "name": "C"}]);
    assert_file_refused(
        &changed("", "sources", sources),
        "sources[2].id: found \"hur\", expected an id that no other one has",
    );
}

#[test]
fn a_missing_id_is_made_from_the_position_and_is_unique() {
    let mut file = file();
    file["estimates"][0]["id"] = json!("e2");
    let dataset = read_json(&file.to_string()).dataset.unwrap();
    let ids: Vec<_> = dataset
        .estimates
        .iter()
        .map(|estimate| estimate.id.as_str())
        .collect();
    assert_eq!(ids, ["e2", "e2+"]);
}

#[test]
fn an_unknown_field_elsewhere_is_only_reported() {
    assert_all_kept(
        &changed("/sources/0", "shortname", json!("H")),
        "sources[0]: found a field \"shortname\", expected fields of the format alone; did you mean \"shortName\"?",
    );
    assert_all_kept(
        &changed("", "__proto__", json!({})),
        "file: found a field \"__proto__\", expected fields of the format alone",
    );
}

#[test]
fn what_the_estimates_rest_on_must_be_there() {
    for (name, expected) in [
        ("format", "1"),
        ("language", "a text"),
        ("title", "a text"),
        (
            "asOf",
            "a date such as \"2025\", \"2025-06\", \"2025-05-18\" or \"2025-07/2025-08\"",
        ),
        ("unit", "a text"),
        ("estimates", "a list"),
    ] {
        let message = format!("{name}: found nothing, expected {expected}");
        assert_file_refused(&without("", name), &message);
    }
    assert_eq!(without("", "sources").dataset, None);
    assert_eq!(without("", "categories").dataset, None);
    assert_file_refused(
        &changed("", "title", json!(" ")),
        "title: found a blank text, expected a text",
    );
}

#[test]
fn another_format_version_refuses_the_file_and_nothing_more_is_guessed() {
    let mut file = file();
    file["format"] = json!(2);
    file["future"] = json!({});
    let reading = read_json(&file.to_string());
    assert_file_refused(
        &reading,
        "format: found 2, expected 1, the version known here",
    );
    assert_eq!(reading.refused, 2);
}

#[test]
fn unsafe_links_are_left_out_and_the_rest_stays() {
    for address in [
        "javascript:alert(1)",
        " java\\tscript:x",
        "data:text/html,x",
        "//host",
        "https://a@b.c",
    ] {
        let reading = changed("/estimates/0", "url", json!(address));
        assert_eq!(
            (reading.problems.len(), reading.refused),
            (1, 0),
            "{address}"
        );
        assert_eq!(reading.dataset.unwrap().estimates[0].url, None, "{address}");
    }
    let dataset = assert_all_kept(
        &changed("/sources/0", "url", json!("gur.gov.ua")),
        "sources[0].url: found \"gur.gov.ua\", expected an http or https address with a host \
         (the link was left out); did you mean \"https://gur.gov.ua\"?",
    );
    assert_eq!(dataset.sources[0].url, None);
    let dataset = changed("/sources/0", "url", json!("https://gur.gov.ua/"))
        .dataset
        .unwrap();
    assert_eq!(
        dataset.sources[0].url.as_deref(),
        Some("https://gur.gov.ua/")
    );
}

#[test]
fn hidden_characters_are_left_out_and_counted() {
    let dataset = assert_all_kept(
        &changed("/sources/0", "name", json!("H\u{202e}U\u{7}R")),
        "sources[0].name: found 2 control or direction characters, \
         expected visible text (they were left out)",
    );
    assert_eq!(dataset.sources[0].name, "HUR");
}

#[test]
fn long_labels_are_reported_and_kept_whole() {
    let dataset = assert_all_kept(
        &changed("/categories/0", "label", json!("ü".repeat(501))),
        "categories[0].label: found 501 characters, expected at most 500 (it was kept whole)",
    );
    assert_eq!(dataset.categories[0].label.chars().count(), 501);
    assert_eq!(
        changed("/categories/0", "label", json!("ü".repeat(500))).problems,
        []
    );
}

#[test]
fn markup_is_text() {
    for text in [
        "<img onerror=alert(1)>",
        "{{a}}",
        "$\\href{javascript:x}{y}$",
        "constructor",
    ] {
        let reading = changed("/sources/0", "name", json!(text));
        assert_eq!(reading.problems, []);
        assert_eq!(reading.dataset.unwrap().sources[0].name, text);
    }
}

#[test]
fn dates_are_checked() {
    assert_refused_alone(
        &changed("/estimates/0", "date", json!("2025-02-29")),
        "estimates[0].date: found \"2025-02-29\", expected a date such as \"2025\", \"2025-06\", \
         \"2025-05-18\" or \"2025-07/2025-08\"; did you mean {\"label\": \"2025-02-29\"}?",
    );
    assert_refused_alone(
        &changed("/estimates/0", "date", json!({})),
        "estimates[0].date.label: found nothing, expected a date or a label",
    );
    let dated = changed(
        "/estimates/0",
        "date",
        json!({"date": "2025-06", "label": "mid-June"}),
    )
    .dataset
    .and_then(|dataset| dataset.estimates[0].date.clone());
    let label = Some("mid-June".to_owned());
    assert_eq!(
        dated,
        Some(Dated {
            until: None,
            date: Some(Date::Month(2025, 6)),
            label
        })
    );
}

#[test]
fn a_broken_escape_refuses_the_estimate_it_is_in() {
    assert_refused_alone(
        &first_estimate_with(r#""note": "\ud800""#),
        "estimates[0].note: found an escape that stands for no character, expected a text",
    );
}

#[test]
fn references_and_events_are_refused_alone() {
    let mut file = file();
    file["references"] = json!([
        {"label": "sent", "value": -1},
        {"label": "sent", "value": 5, "category": "sent", "approximate": true}
    ]);
    file["events"] = json!([{"label": "Ships"}, {"date": "2025"}]);
    let reading = read_json(&file.to_string());
    assert_eq!((reading.problems.len(), reading.refused), (2, 0));
    let dataset = reading.dataset.unwrap();
    assert_eq!(dataset.references.len(), 1);
    let reference = &dataset.references[0];
    assert_eq!(reference.category, Some(CategoryIndex(1)));
    assert!(reference.figure().approximate);
    assert_eq!(dataset.events.len(), 1);
}

#[test]
fn too_much_is_refused_as_a_whole() {
    let estimate = file()["estimates"][1].clone();
    let full = changed("", "estimates", json!(vec![estimate.clone(); 10_000]));
    assert_eq!(
        full.dataset.map(|dataset| dataset.estimates.len()),
        Some(10_000)
    );
    let reading = changed("", "estimates", json!(vec![estimate; 10_001]));
    assert_file_refused(
        &reading,
        "estimates: found 10001 items, expected at most 10000",
    );
    assert_eq!(reading.refused, 10_001);
    let sources: Vec<_> = (0..257)
        .map(|index| json!({"id": index.to_string(), "name": "A"}))
        .collect();
    assert_eq!(changed("", "sources", json!(sources)).dataset, None);
    assert_file_refused(
        &read_json(&" ".repeat((2 << 20) + 1)),
        "file: found 2097153 bytes, expected at most 2097152",
    );
}

#[test]
fn deep_nesting_is_no_danger() {
    let reading = first_estimate_with(&format!(
        "\"note\": {}{}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    ));
    assert_refused_alone(&reading, "estimates[0].note: found a list, expected a text");
}

#[test]
fn all_problems_are_told_in_the_order_of_the_file() {
    let reading = read_json(
        r#"{
            "estimates": [
                {"high": "1,000", "source": "hru", "category": "planned", "low": -1},
                7,
                {"source": "hur", "category": "planned", "max": 3}
            ],
            "titel": "How many?",
            "format": 1, "language": "en", "asOf": "2025", "unit": "soldiers",
            "sources": [{"id": "hur", "name": "HUR", "url": "x"}],
            "categories": [{"id": "planned", "label": "Planned"}]
        }"#,
    );
    let paths: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect();
    assert_eq!(
        paths,
        [
            "title",
            "estimates[0].high",
            "estimates[0].source",
            "estimates[0].low",
            "estimates[1]",
            "estimates[2]",
            "file",
            "sources[0].url",
        ]
    );
    assert_eq!((reading.dataset, reading.refused), (None, 3));
}

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
        let text: Vec<char> = include_str!("../../data/north-korea.en.json").chars().collect();
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
