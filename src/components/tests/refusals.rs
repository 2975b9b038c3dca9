//! What is said of faults in a file.

use super::*;

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
fn whatever_else_is_left_out_is_explained_on_the_page_too() {
    let sound = with_estimates(r#"{"source": "a", "category": "c", "best": 5}"#);
    let heading =
        "<summary>The data file has faults, but no estimate is missing because of them.</summary>";
    assert!(!prerendered(&sound).contains("te-refusals"));
    for (fault, explained) in [
        (r#""references": [{"label": "old"}]"#, "references[0]"),
        (r#""events": [{"date": "2025"}]"#, "events[0]"),
        ("\"credit\": \"by \u{202e} us\"", "credit"),
    ] {
        let json = sound.replace(r#""estimates""#, &format!(r#"{fault}, "estimates""#));
        let html = prerendered(&json);
        assert!(html.contains(heading), "{fault}: {html}");
        assert!(
            html.contains(&format!("<li>{explained}")),
            "{fault}: {html}"
        );
    }
    let html = prerendered(&sound.replace(r#""best""#, r#""url": "javascript:x", "best""#));
    assert!(
        html.contains(heading) && html.contains("<li>estimates[0].url"),
        "{html}"
    );
    assert_eq!(rows(&html), 1);
}

#[test]
fn what_is_told_in_english_alone_says_so() {
    let english = with_estimates(r#"{"source": "a", "category": "c", "low": 9, "high": 1}"#);
    let html = prerendered(&english.replace(r#""language": "en""#, r#""language": "ar""#));
    assert!(
        html.contains(r#"<ul lang="en" dir="ltr"><li>estimates[0]"#),
        "{html}"
    );
}
