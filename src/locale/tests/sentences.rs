//! What a reader should hear.

use crate::dataset::{Date, Dated, Figure};
use crate::locale::{Locale, Scope};
use crate::view::{Agreement, Gap, Verdict};

#[test]
fn a_stretch_of_time_is_told_from_its_first_date_to_its_last() {
    let dated = Dated {
        date: Some(Date::Month(2025, 7)),
        until: Some(Date::Month(2025, 8)),
        label: None,
    };
    let told = |language| Locale::for_language(language).dated(&dated);
    assert_eq!(told("en"), "July 2025 – August 2025");
    assert_eq!(told("pl"), "lipiec 2025 – sierpień 2025");
    assert_eq!(told("ko"), "2025년 7월 – 2025년 8월");
}

#[test]
fn a_label_stands_instead_of_its_date() {
    let dated = Dated {
        until: None,
        date: Some(Date::Month(2025, 6)),
        label: Some("mid-June 2025".to_owned()),
    };
    assert_eq!(Locale::for_language("en").dated(&dated), "mid-June 2025");
}

#[test]
fn every_kind_of_figure_has_words_of_its_own() {
    let figure = |low, best, high, approximate| Figure {
        low,
        best,
        high,
        approximate,
    };
    let cases = [
        (
            figure(Some(25_000), None, Some(30_000), false),
            "25,000 to 30,000",
            "25.000 bis 30.000",
        ),
        (figure(None, Some(1_000), None, false), "1,000", "1.000"),
        (
            figure(None, Some(11_000), None, true),
            "about 11,000",
            "etwa 11.000",
        ),
        (
            figure(None, None, Some(30_000), false),
            "up to 30,000",
            "bis zu 30.000",
        ),
        (
            figure(Some(500), None, None, false),
            "at least 500",
            "mindestens 500",
        ),
        (
            figure(None, None, None, false),
            "no figure given",
            "keine Zahl genannt",
        ),
        (
            figure(Some(10), Some(15), Some(20), true),
            "about 10 to 20, most likely 15",
            "etwa 10 bis 20, am ehesten 15",
        ),
    ];
    for (figure, english, german) in cases {
        assert_eq!(Locale::for_language("en").figure(&figure), english);
        assert_eq!(Locale::for_language("de").figure(&figure), german);
    }
}

#[test]
fn the_gap_is_said_in_words() {
    let agreement = Agreement {
        figures: 2,
        verdict: Verdict::Gaps(vec![Gap {
            after: 20_000,
            before: 25_000,
        }]),
    };
    assert_eq!(
        Locale::for_language("en").agreement(&agreement, Scope::AllSources),
        "All sources together: no overlap; nobody names a figure between 20,000 and 25,000."
    );
    assert_eq!(
        Locale::for_language("de").agreement(&agreement, Scope::SourcesShown),
        "Die gezeigten Quellen: keine Überschneidung; niemand nennt eine Zahl zwischen 20.000 und 25.000."
    );
}

#[test]
fn spans_without_an_end_are_said_as_such() {
    let spans = [
        (Some(5), None),
        (None, Some(5_000)),
        (None, None),
        (Some(7), Some(7)),
    ];
    let said = spans.map(|(low, high)| {
        let agreement = Agreement {
            figures: 2,
            verdict: Verdict::Shared { low, high },
        };
        Locale::for_language("en").agreement(&agreement, Scope::AllSources)
    });
    let expected = ["5 and more", "5,000 and less", "every number", "7"];
    for (said, expected) in said.iter().zip(expected) {
        assert!(
            said.ends_with(&format!("every estimate includes {expected}.")),
            "{said}"
        );
    }
}
