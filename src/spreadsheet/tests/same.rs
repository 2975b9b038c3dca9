//! The same data as a spreadsheet and in JSON.

use proptest::prelude::*;

use super::writer::{Habits, written};
use crate::dataset::any::any_dataset;
use crate::dataset::{Dataset, read_json};
use crate::keep::{csv, json};
use crate::locale::Locale;
use crate::spreadsheet::read_csv;

fn any_habits() -> impl Strategy<Value = Habits> {
    let separator = proptest::sample::select(&[',', ';', '\t']);
    let line_end = proptest::sample::select(&["\n", "\r\n", "\r"]);
    (
        separator,
        line_end,
        any::<bool>(),
        any::<bool>(),
        0_usize..23,
    )
        .prop_map(|(separator, line_end, has_mark, is_german, turn)| Habits {
            separator,
            line_end,
            has_mark,
            is_german,
            turn,
        })
}

proptest! {
    /// From either the same comes of it: of the spreadsheet, and of the JSON that is written from what came of it.
    #[test]
    fn a_spreadsheet_and_json_give_the_same_dataset(dataset in any_dataset(), habits in any_habits()) {
        let from_csv = read_csv(&written(&dataset, habits));
        prop_assert_eq!(&from_csv.problems, &[]);
        prop_assert_eq!(from_csv.dataset.as_ref(), Some(&dataset));
        let from_json = read_json(&json(&dataset)).dataset.unwrap();
        let again = read_csv(&written(&from_json, habits));
        prop_assert_eq!(again.dataset, Some(from_json));
    }

    #[test]
    fn no_text_is_too_strange_to_be_told_of(text in "(?s)(Source|Quelle|Low|[,;\t\"'\r\n#]|.){0,80}") {
        let reading = read_csv(&text);
        prop_assert!(reading.dataset.is_some() || !reading.problems.is_empty());
    }

    /// As many rows as there are below the heads are shown or refused, whatever they hold.
    #[test]
    fn no_row_is_lost(rows in proptest::collection::vec("[a1,.\"']{1,12}", 1..9)) {
        let whole: Vec<String> = rows.iter().map(|row| format!("\"{}\"", row.replace('"', "\"\""))).collect();
        for rows in [rows.iter().map(|row| row.replace('"', "'")).collect(), whole] {
            let text = format!("Language,en\nTitle,t\nAs of,2025\nUnit,u\nSource,What is counted,Low\n{}\n", rows.join("\n"));
            let rows = rows.iter().filter(|row| row.chars().any(|character| !matches!(character, ',')));
            let reading = read_csv(&text);
            let shown = reading.dataset.map_or(0, |dataset| dataset.estimates.len());
            prop_assert_eq!(shown + reading.refused, rows.count(), "{}", text);
        }
    }
}

fn bundled(text: &str) -> Dataset {
    read_json(text).dataset.unwrap()
}

/// A reader's table has no short names and no ids of sources, and lacks what is said of the whole.
#[test]
fn what_readers_take_along_can_be_read_again() {
    for (language, text) in [
        ("en", include_str!("../../../data/north-korea.en.json")),
        ("de", include_str!("../../../data/north-korea.de.json")),
        ("ar", include_str!("../../../data/north-korea.ar.json")),
    ] {
        let dataset = bundled(text);
        let lines = format!("Language\t{language}\nTitle\tx\nAs of\t2025\nUnit\tx\n");
        let separator = Locale::for_language(language).words().column_separator();
        let table = csv(&dataset, Locale::for_language(language));
        let text = lines.replace('\t', separator) + table.trim_start_matches('\u{feff}');
        let reading = read_csv(&text);
        assert_eq!(reading.problems, []);
        let read = reading.dataset.unwrap();
        assert_eq!(read.estimates.len(), dataset.estimates.len());
        for (read_estimate, estimate) in read.estimates.iter().zip(&dataset.estimates) {
            assert_eq!(read_estimate.figure, estimate.figure);
            assert_eq!(read_estimate.date, estimate.date);
            assert_eq!(read_estimate.note, estimate.note);
            let (read, source) = (
                &read.sources[read_estimate.source.0],
                &dataset.sources[estimate.source.0],
            );
            assert_eq!((&read.name, &read.kind), (&source.name, &source.kind));
        }
    }
}

#[test]
fn a_spreadsheet_with_everything_is_the_file_with_everything() {
    let from_csv = read_csv(include_str!("../../../tests/data/good/everything.csv"));
    let from_json = read_json(include_str!("../../../tests/data/good/everything.json"));
    assert_eq!(from_csv.problems, []);
    assert_eq!(from_csv.dataset, from_json.dataset);
}
