//! What the nodes are, whatever is in the dataset.

use super::*;

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
    let toggles = include_str!("../../../embed/toggles.css");
    let Dataset {
        sources,
        categories,
        ..
    } = read_json(ENGLISH).dataset.unwrap();
    for place in 0..sources.len().max(64) {
        assert!(toggles.contains(&format!("~ .te-table [data-source=\"{place}\"]")));
    }
    for place in 0..categories.len().max(16) {
        assert!(toggles.contains(&format!(
            "~ .te-table .te-group:not([data-category=\"{place}\"])"
        )));
    }
}
