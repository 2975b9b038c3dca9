//! The bundled dataset says what its sources said, in both languages.

use super::*;

const ENGLISH: &str = include_str!("../../data/north-korea.en.json");
const GERMAN: &str = include_str!("../../data/north-korea.de.json");

fn read(text: &str) -> Dataset {
    let reading = read_json(text);
    assert_eq!(reading.problems, []);
    assert_eq!(reading.refused, 0);
    reading.dataset.unwrap()
}

/// Every figure: id, source, category, who passed it on, low, best, high, approximate, date.
#[test]
fn all_nine_figures_are_as_their_sources_gave_them() {
    type Row = (
        &'static str,
        &'static str,
        &'static str,
        Option<&'static str>,
        (Option<u64>, Option<u64>, Option<u64>, bool),
        Date,
    );
    let document = Some("CNN, from an intelligence document");
    let (cnn, tass) = (Some("CNN"), Some("TASS"));
    let year = Date::Year(2025);
    #[rustfmt::skip]
    let expected: [Row; 9] = [
        ("hur-planned", "HUR", "planned", document, (Some(25_000), None, Some(30_000), false), year),
        ("town-planned", "Jenny Town", "planned", cnn, (Some(10_000), None, Some(20_000), false), year),
        ("town-possible", "Jenny Town", "possible", cnn, (None, None, Some(30_000), false), year),
        ("nis-planned", "NIS", "planned", None, (None, None, None, false), Date::Month(2025, 7)),
        ("story-sent", "The news story", "sent", None, (None, Some(11_000), None, true), Date::Month(2024, 11)),
        ("western-losses", "Western sources", "losses", None, (None, Some(4_000), None, true), Date::Month(2024, 11)),
        ("shoigu-sappers", "Sergei Shoigu", "sappers", tass, (None, Some(1_000), None, false), Date::Month(2025, 6)),
        ("shoigu-builders", "Sergei Shoigu", "builders", tass, (None, Some(5_000), None, false), Date::Month(2025, 6)),
        ("syrskyi-pokrovsk", "Oleksandr Syrskyi", "pokrovsk", None, (None, Some(110_000), None, false), year),
    ];
    let dataset = read(ENGLISH);
    assert_eq!(dataset.estimates.len(), expected.len());
    for (estimate, (id, source, category, passed_on_by, (low, best, high, approximate), date)) in
        dataset.estimates.iter().zip(expected)
    {
        assert_eq!(estimate.id, id);
        assert_eq!(dataset.sources[estimate.source.0].name, source, "{id}");
        assert_eq!(dataset.categories[estimate.category.0].id, category, "{id}");
        assert_eq!(estimate.passed_on_by.as_deref(), passed_on_by, "{id}");
        assert_eq!(
            estimate.figure,
            Figure {
                low,
                best,
                high,
                approximate
            },
            "{id}"
        );
        assert_eq!(
            estimate.date.as_ref().and_then(|dated| dated.date),
            Some(date),
            "{id}"
        );
    }
}

#[test]
fn sources_and_categories_stand_in_their_order() {
    let dataset = read(ENGLISH);
    let sources: Vec<_> = dataset
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    assert_eq!(
        sources,
        [
            "hur", "town", "nis", "story", "western", "shoigu", "syrskyi"
        ]
    );
    let categories: Vec<_> = dataset
        .categories
        .iter()
        .map(|category| category.id.as_str())
        .collect();
    assert_eq!(
        categories,
        [
            "planned", "possible", "sent", "losses", "sappers", "builders", "pokrovsk"
        ]
    );
    let apart: Vec<_> = dataset
        .categories
        .iter()
        .filter(|category| category.own_scale)
        .collect();
    assert_eq!(
        apart,
        [&dataset.categories[6]],
        "only the other army has a scale of its own"
    );
}

#[test]
fn both_languages_say_the_same_in_different_words() {
    let (english, german) = (read(ENGLISH), read(GERMAN));
    assert_eq!(
        (english.language.as_str(), german.language.as_str()),
        ("en", "de")
    );
    assert_ne!(english.title, german.title);
    assert_ne!(english.takeaway, german.takeaway);
    assert_ne!(english.as_of.label, german.as_of.label);
    assert!(
        english
            .categories
            .iter()
            .zip(&german.categories)
            .all(|(en, de)| en.label != de.label)
    );
    assert!(
        english
            .events
            .iter()
            .zip(&german.events)
            .all(|(en, de)| en.label != de.label)
    );
    assert_eq!(without_words(english), without_words(german));
}

/// The dataset with each text replaced by whether there is one.
fn without_words(mut dataset: Dataset) -> Dataset {
    fn blot(text: &mut Option<String>) {
        if let Some(text) = text {
            text.clear();
        }
    }
    fn blot_dated(dated: &mut Option<Dated>) {
        if let Some(dated) = dated {
            blot(&mut dated.label);
        }
    }
    for text in [&mut dataset.language, &mut dataset.title, &mut dataset.unit] {
        text.clear();
    }
    blot(&mut dataset.takeaway);
    blot(&mut dataset.credit);
    blot(&mut dataset.as_of.label);
    for source in &mut dataset.sources {
        source.name.clear();
        blot(&mut source.short_name);
        blot(&mut source.kind);
    }
    for category in &mut dataset.categories {
        category.label.clear();
        blot(&mut category.short_label);
        blot(&mut category.note);
    }
    for estimate in &mut dataset.estimates {
        blot(&mut estimate.passed_on_by);
        blot_dated(&mut estimate.date);
        blot(&mut estimate.note);
        blot(&mut estimate.quote);
    }
    for reference in &mut dataset.references {
        reference.label.clear();
    }
    for event in &mut dataset.events {
        event.label.clear();
        blot_dated(&mut event.date);
        blot(&mut event.source);
    }
    dataset
}

#[test]
fn titles_fit_one_line_and_quotation_marks_are_typographic() {
    for text in [ENGLISH, GERMAN] {
        assert!(read(text).title.chars().count() <= 60);
        assert!(!text.contains('\'') && !text.contains("\\\""));
    }
}

#[test]
fn the_example_for_editors_is_a_good_file() {
    let readme = include_str!("../../data/README.md");
    let (_, rest) = readme.split_once("```json").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    assert_eq!(read(example).estimates.len(), 2);
}
