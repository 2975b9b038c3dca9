//! The tables against ICU4X, and the words against what a reader should hear.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date as IcuDate;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale as IcuLocale;
use proptest::prelude::*;

use super::{Locale, Scope};
use crate::dataset::{Date, Dated, Figure};
use crate::view::{Agreement, Gap, Verdict};

/// Our languages with the locale that ICU4X is asked for: British English, where the day comes first.
const LANGUAGES: [(&str, &str); 2] = [("en", "en-GB"), ("de", "de")];

fn icu(tag: &str) -> IcuLocale {
    tag.parse().expect("a language tag")
}

fn icu_number(tag: &str, value: u64) -> String {
    let formatter =
        DecimalFormatter::try_new(icu(tag).into(), Default::default()).expect("has data");
    formatter.format(&Decimal::from(value)).to_string()
}

proptest! {
    #[test]
    fn numbers_agree_with_icu(value in 0_u64..1 << 53) {
        for (ours, theirs) in LANGUAGES {
            prop_assert_eq!(Locale::for_language(ours).number(value), icu_number(theirs, value));
        }
    }
}

#[test]
fn dates_agree_with_icu_in_every_month() {
    for (ours, theirs) in LANGUAGES {
        let locale = Locale::for_language(ours);
        let day = DateTimeFormatter::try_new(icu(theirs).into(), YMD::long()).expect("has data");
        let month = DateTimeFormatter::try_new(icu(theirs).into(), YM::long()).expect("has data");
        for number in 1..=12 {
            let date = IcuDate::try_new_iso(2025, number, 18).expect("a date");
            assert_eq!(
                locale.date(Date::Day(2025, number, 18)),
                day.format(&date).to_string()
            );
            assert_eq!(
                locale.date(Date::Month(2025, number)),
                month.format(&date).to_string()
            );
        }
        assert_eq!(locale.date(Date::Year(2025)), "2025");
    }
}

#[test]
fn a_label_stands_instead_of_its_date() {
    let dated = Dated {
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

#[test]
fn an_unknown_language_falls_back_to_english() {
    assert_eq!(Locale::for_language("tlh").tag(), "en");
    assert_eq!(Locale::for_language("DE_at").tag(), "de");
}
