//! What is wrong with one estimate refuses it alone.

use serde_json::{Value, json};

use super::*;

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
