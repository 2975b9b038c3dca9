//! The bundled dataset says what its sources said, in every language.

use std::fs;

use super::*;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
const ENGLISH: &str = include_str!("../../data/north-korea.en.json");

/// The tag of each language that the dataset is in, and its text.
fn languages() -> Vec<(String, String)> {
    let files = fs::read_dir(FOLDER).unwrap();
    let languages = files.filter_map(|file| {
        let path = file.unwrap().path();
        let name = path.file_name()?.to_str()?.strip_prefix("north-korea.")?;
        let tag = name.strip_suffix(".json")?.to_owned();
        Some((tag, fs::read_to_string(&path).unwrap()))
    });
    languages.collect()
}

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
        (Date, Date),
    );
    let document = Some("CNN, from an intelligence document");
    let (cnn, tass) = (Some("CNN"), Some("TASS"));
    let at = |date| (date, date);
    let (year, november) = (at(Date::Year(2025)), at(Date::Month(2024, 11)));
    let june = at(Date::Month(2025, 6));
    let july_or_august = (Date::Month(2025, 7), Date::Month(2025, 8));
    #[rustfmt::skip]
    let expected: [Row; 9] = [
        ("hur-planned", "HUR", "planned", document, (Some(25_000), None, Some(30_000), false), year),
        ("town-planned", "Jenny Town", "planned", cnn, (Some(10_000), None, Some(20_000), false), year),
        ("town-possible", "Jenny Town", "possible", cnn, (None, None, Some(30_000), false), year),
        ("nis-planned", "NIS", "planned", None, (None, None, None, false), july_or_august),
        ("story-sent", "The news story", "sent", None, (None, Some(11_000), None, true), november),
        ("western-losses", "Western sources", "losses", None, (None, Some(4_000), None, true), november),
        ("shoigu-sappers", "Sergei Shoigu", "sappers", tass, (None, Some(1_000), None, false), june),
        ("shoigu-builders", "Sergei Shoigu", "builders", tass, (None, Some(5_000), None, false), june),
        ("syrskyi-pokrovsk", "Oleksandr Syrskyi", "pokrovsk", None, (None, Some(110_000), None, false), year),
    ];
    let dataset = read(ENGLISH);
    assert_eq!(dataset.estimates.len(), expected.len());
    for (estimate, (id, source, category, passed_on_by, (low, best, high, approximate), span)) in
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
            estimate.date.as_ref().and_then(Dated::span),
            Some(span),
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
fn every_language_says_the_same_in_its_own_words() {
    let english = read(ENGLISH);
    for (tag, text) in languages() {
        let dataset = read(&text);
        assert_eq!(dataset.language, tag);
        if tag != "en" {
            let (ours, theirs) = (sentences(&english), sentences(&dataset));
            for (ours, theirs) in ours.iter().zip(theirs) {
                assert_ne!(*ours, theirs, "{tag}");
            }
        }
        assert_eq!(without_words(dataset), without_words(english.clone()));
    }
}

/// Texts that no two languages have in common.
fn sentences(dataset: &Dataset) -> Vec<&str> {
    let of_the_file = [&dataset.title, &dataset.unit];
    let optional = [&dataset.takeaway, &dataset.credit, &dataset.as_of.label];
    let categories = dataset.categories.iter().map(|category| &category.label);
    let notes = dataset
        .estimates
        .iter()
        .filter_map(|estimate| estimate.note.as_ref());
    let events = dataset.events.iter().map(|event| &event.label);
    let all = of_the_file
        .into_iter()
        .chain(optional.into_iter().flatten())
        .chain(categories)
        .chain(notes)
        .chain(events);
    all.map(String::as_str).collect()
}

#[test]
fn every_language_names_the_same_numbers_in_its_texts() {
    for (tag, text) in languages() {
        assert_eq!(numbers(&text), numbers(ENGLISH), "{tag}");
    }
}

/// All figures and years in the order of their size, whatever separates groups of digits.
fn numbers(text: &str) -> Vec<u64> {
    let characters: Vec<char> = text.chars().collect();
    let mut digits = String::new();
    for (place, character) in characters.iter().enumerate() {
        let next_is_digit = characters.get(place + 1).is_some_and(char::is_ascii_digit);
        let separates = matches!(character, ',' | '.' | '\u{a0}' | '\u{202f}');
        match character {
            '0'..='9' => digits.push(*character),
            _ if separates && next_is_digit => {}
            _ => digits.push(' '),
        }
    }
    let numbers = digits.split_whitespace().filter(|digits| digits.len() > 2);
    let mut numbers: Vec<u64> = numbers.map(|digits| digits.parse().unwrap()).collect();
    numbers.sort_unstable();
    numbers
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
        source.name_rank = 0;
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
    for (_, text) in languages() {
        assert!(read(&text).title.chars().count() <= 60);
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
