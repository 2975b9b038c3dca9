//! The tables against ICU4X, and the words against what a reader should hear.
//!
//! Numbers, dates, lists and plural forms agree in every language, but for three things: which kind of space stands in a
//! date, forms for whole millions, and regions, which write as their language does: in `de-CH` as in `de`.

use std::collections::BTreeSet;

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::input::Date as IcuDate;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_locale_core::Locale as IcuLocale;
use icu_plurals::{PluralCategory, PluralRules};
use proptest::prelude::*;

use super::messages::SIGNATURES;
use super::{Locale, Scope, Words, direction_of, languages, plural};
use crate::dataset::{Date, Dated, Figure};
use crate::view::{Agreement, Gap, Verdict};

/// The locale that ICU4X is asked for.
fn icu(locale: Locale) -> IcuLocale {
    locale.words().conventions().parse().expect("a locale")
}

fn icu_number(locale: Locale, value: u64) -> String {
    let formatter =
        DecimalFormatter::try_new(icu(locale).into(), Default::default()).expect("has data");
    formatter.format(&Decimal::from(value)).to_string()
}

/// One and a half.
fn icu_decimal(locale: Locale) -> String {
    let formatter = DecimalFormatter::try_new(icu(locale).into(), Default::default());
    let number = "1.5".parse().expect("a number");
    formatter.expect("has data").format(&number).to_string()
}

/// On both sides of where grouping begins in some languages.
#[test]
fn numbers_of_four_and_five_digits_agree_with_icu() {
    for locale in Locale::all() {
        for value in [0, 999, 1_000, 1_234, 9_999, 10_000, 11_000, 99_999, 100_000] {
            assert_eq!(locale.number(value), icu_number(locale, value));
        }
    }
}

proptest! {
    #[test]
    fn numbers_agree_with_icu(value in 0_u64..1 << 53, shift in 0..50) {
        for locale in Locale::all() {
            let value = value >> shift;
            prop_assert_eq!(locale.number(value), icu_number(locale, value));
        }
    }
}

/// With plain spaces: which kind of space stands in a date differs from one version of Unicode's data to
/// the next.
fn spaced(date: &str) -> String {
    date.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn dates_agree_with_icu_in_every_month() {
    for locale in Locale::all() {
        let icu = icu(locale);
        let day = DateTimeFormatter::try_new((&icu).into(), YMD::long()).expect("has data");
        let month = DateTimeFormatter::try_new((&icu).into(), YM::long()).expect("has data");
        let year = DateTimeFormatter::try_new((&icu).into(), Y::long()).expect("has data");
        let year = |date| year.format(&date).to_string();
        let month = |date| month.format(&date).to_string();
        let day = |date| day.format(&date).to_string();
        for (number, last) in (1..=12).zip([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            for number_of_day in [1, 2, 9, 10, 18, last] {
                let date = IcuDate::try_new_iso(2025, number, number_of_day).expect("a date");
                for (ours, theirs) in [
                    (Date::Year(2025), year(date)),
                    (Date::Month(2025, number), month(date)),
                    (Date::Day(2025, number, number_of_day), day(date)),
                ] {
                    assert_eq!(spaced(&locale.date(ours)), spaced(&theirs));
                }
            }
        }
    }
}

/// In the order of a message's forms.
const CATEGORIES: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

/// The one exception, which no dataset reaches: for whole millions some languages have a form more; here it is the
/// last.
#[test]
fn plural_forms_agree_with_icu() {
    let millions = [1_000_000, 2_000_000, 1_000_000_000];
    let large = [99_999, 100_000, 999_999, 1_000_001, 1_000_011, 1_000_022];
    for locale in Locale::all() {
        let rules = PluralRules::try_new_cardinal(icu(locale).into()).expect("has data");
        let reached: BTreeSet<PluralCategory> = (0..=200_usize)
            .map(|count| rules.category_for(count))
            .collect();
        let rule = locale.words().plural_rule();
        assert_eq!(plural::categories(rule), reached.len(), "{locale:?}");
        for count in (0..=10_000_usize).chain(large).chain(millions) {
            let ours = plural::form("0|1|2|3|4|5", rule, count);
            let theirs = rules.category_for(count);
            let place = CATEGORIES
                .into_iter()
                .filter(|category| reached.contains(category))
                .position(|category| category == theirs);
            let last = millions.contains(&count).then_some(reached.len() - 1);
            assert_eq!(
                ours.parse().ok(),
                place.or(last),
                "{locale:?}: {count} is {theirs:?}"
            );
        }
    }
}

/// For each language a count for every form, as a reader should find it.
#[test]
fn every_plural_form_is_worded() {
    let cases = [
        ("en", 1, "in 1 further gap", "1 of 1 source shown."),
        ("en", 2, "in 2 further gaps", "2 of 2 sources shown."),
        ("de", 1, "in 1 weiteren Lücke", "1 von 1 Quelle gezeigt."),
        ("de", 2, "in 2 weiteren Lücken", "2 von 2 Quellen gezeigt."),
        (
            "fr",
            0,
            "dans 0 autre écart",
            "Source affichée\u{a0}: 0 sur 0.",
        ),
        (
            "fr",
            1,
            "dans 1 autre écart",
            "Source affichée\u{a0}: 1 sur 1.",
        ),
        (
            "fr",
            2,
            "dans 2 autres écarts",
            "Sources affichées\u{a0}: 2 sur 2.",
        ),
        ("es", 1, "en 1 hueco más", "Fuente mostrada: 1 de 1."),
        ("es", 2, "en 2 huecos más", "Fuentes mostradas: 2 de 2."),
        ("pl", 1, "w 1 innej luce", "Pokazano 1 z 1 źródła."),
        ("pl", 2, "w 2 innych lukach", "Pokazano 2 z 2 źródeł."),
        ("pl", 5, "w 5 innych lukach", "Pokazano 5 z 5 źródeł."),
        ("pl", 21, "w 21 innych lukach", "Pokazano 21 z 21 źródeł."),
        ("pl", 22, "w 22 innych lukach", "Pokazano 22 z 22 źródeł."),
        ("uk", 1, "ще в 1 прогалині", "Показано 1 з 1 джерела."),
        ("uk", 2, "ще в 2 прогалинах", "Показано 2 з 2 джерел."),
        ("uk", 5, "ще в 5 прогалинах", "Показано 5 з 5 джерел."),
        ("uk", 11, "ще в 11 прогалинах", "Показано 11 з 11 джерел."),
        ("uk", 21, "ще в 21 прогалині", "Показано 21 з 21 джерела."),
        ("ko", 1, "그 밖의 빈 구간 1곳", "출처 1곳 중 1곳 표시."),
        ("ko", 2, "그 밖의 빈 구간 2곳", "출처 2곳 중 2곳 표시."),
        ("ar", 0, "في 0 فجوة أخرى", "معروض 0 من أصل 0 من المصادر."),
        ("ar", 1, "في فجوة أخرى (1)", "معروض 1 من أصل 1 من المصادر."),
        (
            "ar",
            2,
            "في فجوتين أخريين (2)",
            "معروض 2 من أصل 2 من المصادر.",
        ),
        ("ar", 3, "في 3 فجوات أخرى", "معروض 3 من أصل 3 مصادر."),
        ("ar", 11, "في 11 فجوة أخرى", "معروض 11 من أصل 11 مصدرًا."),
        ("ar", 100, "في 100 فجوة أخرى", "معروض 100 من أصل 100 مصدر."),
        (
            "ar",
            103,
            "في 103 فجوات أخرى",
            "معروض 103 من أصل 103 مصادر.",
        ),
    ];
    for (tag, count, gaps, sources) in cases {
        let locale = Locale::for_language(tag);
        let (words, number) = (locale.words(), locale.number(count as u64));
        assert_eq!(words.further_gaps(count, &number), gaps);
        assert_eq!(words.sources_shown(count, &number, &number), sources);
    }
    for locale in Locale::all() {
        let rule = locale.words().plural_rule();
        let tried = cases.iter().filter(|case| case.0 == locale.tag());
        let forms: BTreeSet<&str> = tried
            .map(|case| plural::form("0|1|2|3|4|5", rule, case.1))
            .collect();
        assert_eq!(forms.len(), plural::categories(rule), "{locale:?}");
    }
}

#[test]
fn lists_agree_with_icu() {
    let items = ["A", "B", "C", "D"].map(str::to_owned);
    for locale in Locale::all() {
        let or = ListFormatter::try_new_or(icu(locale).into(), Default::default());
        let or = or.expect("has data");
        for length in 0..=items.len() {
            let items = &items[..length];
            assert_eq!(locale.or(items), or.format(items.iter()).to_string());
        }
    }
}

/// Unicode has no list with commas alone: the comma is that of its lists which end with a word.
#[test]
fn commas_of_lists_agree_with_icu() {
    for locale in Locale::all() {
        let icu = icu(locale);
        let and = ListFormatter::try_new_and((&icu).into(), Default::default());
        let unit = ListFormatter::try_new_unit((&icu).into(), Default::default());
        let ours = locale.list(["A", "B"].map(str::to_owned).into_iter());
        let comma = ours.strip_suffix('B').expect("the last item");
        let agrees = [and, unit].into_iter().any(|formatter| {
            let formatter = formatter.expect("has data");
            let theirs = formatter.format(["A", "B", "C", "D"].iter());
            theirs.to_string().starts_with(comma)
        });
        assert!(agrees, "{locale:?}: {ours}");
    }
}

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

#[test]
fn every_message_has_in_it_what_it_is_about() {
    for list in &languages::ALL {
        for (message, signature) in list.iter().zip(SIGNATURES) {
            for form in message.split('|') {
                let after_braces = form.split('{').skip(1);
                let mut values: Vec<&str> = after_braces
                    .map(|text| text.split_once('}').expect("a closed brace").0)
                    .collect();
                let mut expected = signature.values.to_vec();
                values.sort_unstable();
                expected.sort_unstable();
                assert_eq!(values, expected, "{}: {form}", signature.name);
            }
        }
    }
}

#[test]
fn every_message_can_stand_in_a_line_of_a_page() {
    for message in languages::ALL.iter().flatten() {
        assert!(!message.is_empty());
        assert!(!message.contains(['\n', '\r', '<']), "{message}");
    }
}

#[test]
fn every_count_has_a_form_of_its_own() {
    for list in &languages::ALL {
        let rule = Words(list).plural_rule();
        let messages = list.iter().zip(SIGNATURES);
        for (message, signature) in messages.filter(|(_, signature)| signature.counted) {
            let forms = message.split('|').count();
            assert_eq!(forms, plural::categories(rule), "{}", signature.name);
        }
    }
}

#[test]
fn every_year_has_twelve_months() {
    for locale in Locale::all() {
        let words = locale.words();
        for names in [words.months_with_day(), words.months_alone()] {
            assert_eq!(names.split('|').count(), 12, "{locale:?}");
        }
    }
}

#[test]
fn lines_begin_where_the_script_begins() {
    for locale in Locale::all() {
        let words = locale.words();
        let from_the_right = words
            .sources()
            .contains(|letter| ('\u{590}'..='\u{8ff}').contains(&letter));
        let expected = if from_the_right { "rtl" } else { "ltr" };
        assert_eq!(words.direction(), expected, "{locale:?}");
        assert_eq!(direction_of(locale.tag()), locale.direction());
    }
}

#[test]
fn every_language_is_found_by_its_own_tag() {
    for locale in Locale::all() {
        let tag = locale.tag();
        assert_eq!(Locale::for_language(tag), locale);
        assert!(locale.words().conventions().starts_with(tag));
    }
}

#[test]
fn an_unknown_language_falls_back_to_english() {
    for (tag, expected) in [
        ("tlh", "en"),
        ("pt", "en"),
        ("sr-Latn", "en"),
        ("zh-Hant", "en"),
        ("x-de", "en"),
        ("deutsch", "en"),
        ("d", "en"),
        ("☃", "en"),
        ("-", "en"),
        ("", "en"),
        ("de-CH", "de"),
        ("DE_at", "de"),
        ("fr-Latn-CA-x-private", "fr"),
    ] {
        assert_eq!(Locale::for_language(tag).tag(), expected, "{tag}");
    }
}

#[test]
fn tables_have_the_same_columns_in_every_language_and_fit_its_spreadsheets() {
    for list in &languages::ALL {
        let words = Words(list);
        assert_eq!(words.columns().split('|').count(), 15, "{}", words.tag());
        let has_decimal_comma = icu_decimal(Locale(words)).contains(',');
        let separator = if has_decimal_comma { ";" } else { "," };
        assert_eq!(words.column_separator(), separator, "{}", words.tag());
    }
}
