//! The evidence without a figure.

use super::*;

/// A dataset with these events.
fn with_events(events: &str) -> String {
    with_estimates("").replace(
        r#""estimates""#,
        &format!(r#""events": [{events}], "estimates""#),
    )
}

#[test]
fn every_event_is_listed_with_its_date_and_who_says_so() {
    let german = [
        "Herbst 2024",
        "November 2024",
        "18. Mai 2025",
        "4. Juni 2025",
        "Mitte Juni 2025",
        "Juli oder August 2025",
        "Ohne Datum",
        "Ohne Datum",
    ];
    let english = [
        "autumn 2024",
        "November 2024",
        "18 May 2025",
        "4 June 2025",
        "mid-June 2025",
        "July or August 2025",
        "Undated",
        "Undated",
    ];
    for (json, when) in [(ENGLISH, english), (GERMAN, german)] {
        let html = evidence(json);
        assert_eq!(texts(&html, "te-when"), when);
        let events = read_json(json).dataset.unwrap().events;
        let what: Vec<_> = events.iter().map(|event| event.label.as_str()).collect();
        assert_eq!(texts(&html, "te-what"), what);
        let who: Vec<_> = events
            .iter()
            .filter_map(|event| event.source.as_deref())
            .collect();
        assert_eq!(texts(&html, "te-who"), who);
    }
}

#[test]
fn events_stand_in_the_order_of_their_dates_and_undated_ones_last() {
    let html = evidence(&with_events(
        r#"{"label": "no date"}, {"label": "words for a date", "date": {"label": "long ago"}},
           {"label": "June", "date": "2025-06"}, {"label": "4 June", "date": "2025-06-04"},
           {"label": "before", "date": "1999"}"#,
    ));
    let order = ["before", "4 June", "June", "words for a date", "no date"];
    assert_eq!(texts(&html, "te-what"), order);
    assert_eq!(
        html.matches("te-event-strip").count(),
        3,
        "a strip for each date"
    );
}

#[test]
fn without_a_date_there_is_a_list_and_no_time_line() {
    let html = evidence(&with_events(r#"{"label": "no date"}"#));
    assert_eq!(texts(&html, "te-when"), ["Undated"]);
    assert!(!html.contains("<svg"), "{html}");
}

#[test]
fn without_an_event_there_is_nothing() {
    assert_eq!(evidence(&with_events("")), "");
}

#[test]
fn a_long_list_is_closed_at_first() {
    let events = |count| vec![r#"{"label": "e", "date": "2025-06-04"}"#; count].join(",");
    assert!(!evidence(&with_events(&events(12))).contains("<details"));
    assert!(evidence(&with_events(&events(13))).contains("<details><summary>"));
}
