//! What is prerendered, as a reader without scripts gets it.

#![allow(clippy::unwrap_used, reason = "that is how a test fails")]

mod refusals;

use std::fs;
use std::rc::Rc;

use yew::{BaseComponent, LocalServerRenderer};

use super::{Evidence, EvidenceProps, Widget, WidgetProps};
use crate::dataset::{Dataset, Reading, read_json};
use crate::locale::Locale;

const ENGLISH: &str = include_str!("../../data/north-korea.en.json");
const GERMAN: &str = include_str!("../../data/north-korea.de.json");

/// The widget as HTML, without the marks of hydration.
fn prerendered(json: &str) -> String {
    let Reading {
        dataset,
        problems,
        refused,
    } = read_json(json);
    let dataset = Rc::new(dataset.unwrap());
    let props = WidgetProps {
        locale: Locale::for_language(&dataset.language),
        dataset,
        link: Rc::default(),
        page: None,
        problems: problems.iter().map(ToString::to_string).collect(),
        refused,
        instance: 0,
    };
    rendered::<Widget>(props)
}

/// A component as HTML, without the marks of hydration.
fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// A dataset of one category with these estimates.
fn with_estimates(estimates: &str) -> String {
    format!(
        r#"{{"format": 1, "language": "en", "title": "How many?", "asOf": "2025", "unit": "soldiers",
            "sources": [{{"id": "a", "name": "<img src=x onerror=alert(1)>"}}, {{"id": "b", "name": "B"}}],
            "categories": [{{"id": "c", "label": "Sent"}}],
            "estimates": [{estimates}]}}"#
    )
}

/// The list of a dataset's events as it is prerendered.
fn evidence(json: &str) -> String {
    let dataset = read_json(json).dataset.unwrap();
    let props = EvidenceProps {
        locale: Locale::for_language(&dataset.language),
        dataset: dataset.into(),
        instance: 0,
    };
    rendered::<Evidence>(props)
}

/// A dataset with these events.
fn with_events(events: &str) -> String {
    with_estimates("").replace(
        r#""estimates""#,
        &format!(r#""events": [{events}], "estimates""#),
    )
}

/// The texts of the elements of a class.
fn texts<'a>(html: &'a str, class: &str) -> Vec<&'a str> {
    html.split(&format!("class=\"{class}\">"))
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .collect()
}

fn rows(html: &str) -> usize {
    html.matches("data-estimate=").count()
}

#[test]
fn every_figure_stands_in_words_in_both_languages() {
    let english = [
        "25,000 to 30,000",
        "10,000 to 20,000",
        "up to 30,000",
        "no figure given",
        "about 11,000",
        "about 4,000",
        ">1,000<",
        ">5,000<",
        ">110,000<",
        "passed on by TASS",
        "As of summer 2025",
        "nobody names a figure between 20,000 and 25,000",
    ];
    let german = [
        "25.000 bis 30.000",
        "10.000 bis 20.000",
        "bis zu 30.000",
        "keine Zahl genannt",
        "etwa 11.000",
        "etwa 4.000",
        ">1.000<",
        ">5.000<",
        ">110.000<",
        "verbreitet von TASS",
        "Stand: Sommer 2025",
        "niemand nennt eine Zahl zwischen 20.000 und 25.000",
    ];
    for (json, expected) in [(ENGLISH, english), (GERMAN, german)] {
        let html = prerendered(json);
        assert_eq!(rows(&html), 9);
        for text in expected {
            assert!(html.contains(text), "{text} is missing");
        }
    }
}

#[test]
fn what_the_planned_soldiers_are_compared_with_stands_in_words_once() {
    for (json, words) in [
        (ENGLISH, "For comparison: already sent, about 11,000"),
        (GERMAN, "Zum Vergleich: bereits entsandt, etwa 11.000"),
    ] {
        assert_eq!(prerendered(json).matches(words).count(), 1, "{words}");
    }
}

/// The bundled dataset in each of its languages.
fn bundled() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let files = fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    paths
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn every_language_of_the_bundled_dataset_says_all_of_it_in_words_of_its_own() {
    for json in bundled() {
        let dataset = read_json(&json).dataset.unwrap();
        let locale = Locale::for_language(&dataset.language);
        assert_eq!(locale.tag(), dataset.language);
        let html = prerendered(&json);
        let words = locale.words();
        let between = words.between(&locale.number(20_000), &locale.number(25_000));
        assert!(html.contains(&words.gaps(&between)), "{locale:?}");
        for estimate in dataset.estimates {
            let figure = locale.figure(&estimate.figure);
            assert!(html.contains(&format!(">{figure}<")), "{figure} is missing");
        }
    }
}

/// Whether a character that divides sentences is not the one of the language, or not set off as it is there.
fn is_foreign_point(language: &str, before: char, point: char, after: char) -> bool {
    match language {
        "fr" if after != ' ' => false,
        "fr" => ":;?!".contains(point) && !matches!(before, '\u{a0}' | '\u{202f}'),
        "ar" => ",;?".contains(point) && !(before.is_ascii_digit() && after.is_ascii_digit()),
        "ko" => point == '(' && before == ' ',
        _ => ":;?!,".contains(point) && before.is_whitespace(),
    }
}

#[test]
fn points_are_those_of_the_language_and_set_off_as_there() {
    for json in bundled() {
        let language = read_json(&json).dataset.unwrap().language;
        let page = prerendered(&json) + &evidence(&json);
        let texts = page
            .split('<')
            .filter_map(|tag| tag.split_once('>').map(|(_, text)| text));
        let messages = Locale::for_language(&language).lines();
        for text in texts.chain(messages.lines()) {
            let letters: Vec<char> = format!("{text} ").chars().collect();
            for part in letters.windows(3) {
                let foreign = is_foreign_point(&language, part[0], part[1], part[2]);
                // A message may be a separator alone.
                assert!(
                    !foreign || !text.contains(char::is_alphabetic),
                    "{language}: {text}"
                );
            }
        }
    }
}

#[test]
fn what_the_style_sheet_writes_comes_from_the_language_but_for_dots() {
    for line in include_str!("../../style.css").lines() {
        if let Some(content) = line.trim().strip_prefix("content:") {
            let mut written = content.split('"').skip(1).step_by(2);
            assert!(
                written.all(|text| ["", " ", " · "].contains(&text)),
                "{line}"
            );
        }
    }
}

#[test]
fn a_long_name_of_a_reference_is_no_label_but_a_line_to_read() {
    let long = "x".repeat(120);
    let dataset = with_estimates(r#"{"source": "a", "category": "c", "best": 5}"#);
    let references = format!(r#""references": [{{"label": "{long}", "value": 7}}], "estimates""#);
    let html = prerendered(&dataset.replace(r#""estimates""#, &references));
    let sentence = format!(r#"<p class="te-comparison">For comparison: {long}, 7</p>"#);
    assert!(html.contains(&sentence), "{html}");
    assert_eq!(html.matches(&long).count(), 1);
}

#[test]
fn texts_in_a_language_without_words_say_so_and_the_words_around_them_are_english() {
    let english = with_estimates(r#"{"source": "b", "category": "c", "passedOnBy": "X"}"#);
    let html = prerendered(&english.replace(r#""language": "en""#, r#""language": "qaa-BE""#));
    let figure = html.split_once("<figure").unwrap().1;
    let figure = figure.split_once('>').unwrap().0;
    assert!(figure.contains(r#"lang="en""#) && figure.contains(r#"dir="ltr""#));
    for text in ["How many?", "soldiers", "B", "Sent", "X"] {
        let marked = format!(r#"<bdi lang="qaa-BE">{text}</bdi>"#);
        assert!(html.contains(&marked), "{marked} is missing");
        let plain = html.replace(&marked, "");
        assert!(!plain.contains(&format!(">{text}<")), "{text} is unmarked");
    }
    assert!(html.contains("Number of <bdi"));
}

#[test]
fn texts_in_a_language_without_words_run_as_they_do_there() {
    let english = with_estimates(r#"{"source": "b", "category": "c", "passedOnBy": "CNN: אב"}"#);
    for (language, from_the_right) in [
        ("yi", true),
        ("ckb-IQ", true),
        ("qaa", false),
        ("qaa-Latn", false),
        ("qab-Hant", false),
    ] {
        let tag = format!(r#""language": "{language}""#);
        let html = prerendered(&english.replace(r#""language": "en""#, &tag));
        let direction = if from_the_right { r#" dir="rtl""# } else { "" };
        let marked = format!(r#"<bdi lang="{language}"{direction}>CNN: אב</bdi>"#);
        assert!(html.contains(&marked), "{marked} is not in {html}");
        // Names, and texts in foreign letters alone, run in their own direction everywhere.
        for text in ["How many?", "soldiers", "Sent"] {
            let marked = format!(r#"<bdi lang="{language}">{text}</bdi>"#);
            assert!(html.contains(&marked), "{marked} is not in {html}");
        }
        assert!(html.contains(&format!(r#"<bdi lang="{language}">B</bdi>"#)));
    }
}

#[test]
fn a_text_that_begins_with_foreign_letters_runs_as_its_language() {
    let arabic = include_str!("../../data/north-korea.ar.json");
    let html = prerendered(&arabic.replace("سي إن إن، عن", "CNN، عن"));
    assert!(html.contains(r#"<bdi dir="rtl">CNN، عن"#));
}

#[test]
fn texts_in_a_region_of_the_language_are_in_the_language_of_the_figure() {
    let english = with_estimates(r#"{"source": "b", "category": "c"}"#);
    let html = prerendered(&english.replace(r#""language": "en""#, r#""language": "en-AU""#));
    assert_eq!(html.matches("lang=").count(), 1);
    assert!(html.contains(r#"lang="en-AU""#));
}

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
    let toggles = include_str!("../../embed/toggles.css");
    let Dataset {
        sources,
        categories,
        ..
    } = read_json(ENGLISH).dataset.unwrap();
    for place in 0..sources.len().max(64) {
        assert!(toggles.contains(&format!(":is(.te-row, .te-group)[data-source=\"{place}\"]")));
    }
    for place in 0..categories.len().max(16) {
        assert!(toggles.contains(&format!("input[data-category=\"{place}\"]:checked")));
    }
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
