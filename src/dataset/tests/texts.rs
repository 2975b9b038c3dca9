//! Links, labels and other texts.

use serde_json::json;

use super::*;

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
