//! What is wrong with the file as a whole.

use serde_json::json;

use super::*;

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
        "file: found more than 2097152 bytes, expected at most 2097152",
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
