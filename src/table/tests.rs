use proptest::prelude::*;

use super::*;
use crate::dataset::{Dated, Figure};

fn row(cells: &[&str]) -> Row {
    let cells = cells.iter().map(|text| Cell {
        text: (*text).to_owned(),
        link: None,
    });
    Row {
        cells: cells.collect(),
        data: Vec::new(),
    }
}

fn table(rows: &[&[&str]]) -> Table {
    Table {
        caption: "How many?".to_owned(),
        remark: "Our own counting\nAs of May 2025.".to_owned(),
        data: Vec::new(),
        rows: rows.iter().map(|cells| row(cells)).collect(),
    }
}

fn english(table: &Table) -> Result<Dataset, Refusal> {
    let reading = read(table, Locale::for_language("en"))?;
    assert_eq!(reading.refused, 0);
    Ok(reading.dataset.expect("a dataset"))
}

fn refusal(rows: &[&[&str]]) -> String {
    english(&table(rows)).expect_err("is refused")
}

#[test]
fn a_table_as_anybody_writes_it_is_read() {
    let dataset = english(&table(&[
        &["Source", "Number of soldiers", "Date"],
        &["HUR", "25,000 to 30,000", "summer 2025"],
        &["Jenny Town", "10,000–20,000", ""],
        &["NIS", "no figure given", ""],
        &["HUR", "about 11000", ""],
    ]));
    let dataset = dataset.unwrap();
    assert_eq!(
        (dataset.title.as_str(), dataset.unit.as_str()),
        ("How many?", "soldiers")
    );
    assert_eq!(dataset.as_of.label.as_deref(), Some("May 2025"));
    let names: Vec<_> = dataset.sources.iter().map(|source| &source.name).collect();
    assert_eq!(names, ["HUR", "Jenny Town", "NIS"]);
    assert_eq!(dataset.categories.len(), 1);
    let figures: Vec<_> = dataset
        .estimates
        .iter()
        .map(|estimate| estimate.figure)
        .collect();
    let range = |low, high| Figure {
        low: Some(low),
        high: Some(high),
        ..Figure::default()
    };
    assert_eq!(figures[0], range(25_000, 30_000));
    assert_eq!(figures[1], range(10_000, 20_000));
    assert_eq!(figures[2], Figure::default());
    assert_eq!(
        figures[3],
        Figure {
            best: Some(11_000),
            approximate: true,
            ..Figure::default()
        }
    );
    let date = dataset.estimates[0].date.as_ref();
    assert_eq!(
        date.and_then(|date| date.label.as_deref()),
        Some("summer 2025")
    );
}

#[test]
fn headings_over_rows_are_categories() {
    let dataset = english(&table(&[
        &["Source", "Soldiers"],
        &["Planned"],
        &["HUR", "30,000"],
        &["Sent"],
        &["HUR", "11,000"],
        &["NIS", "10,000"],
    ]));
    let dataset = dataset.unwrap();
    let labels: Vec<_> = dataset
        .categories
        .iter()
        .map(|category| &category.label)
        .collect();
    assert_eq!(labels, ["Planned", "Sent"]);
    let categories: Vec<_> = dataset
        .estimates
        .iter()
        .map(|estimate| estimate.category.0)
        .collect();
    assert_eq!(categories, [0, 1, 1]);
    assert_eq!(dataset.unit, "Soldiers");
}

#[test]
fn columns_of_numbers_are_read_in_any_order() {
    let mut given = table(&[
        &["High", "Low", "Source", "Approximate"],
        &["2,000", "1000", "HUR", "yes"],
        &["", "", "NIS", ""],
    ]);
    given.data.push(("unit".to_owned(), "soldiers".to_owned()));
    let figures: Vec<_> = english(&given)
        .unwrap()
        .estimates
        .iter()
        .map(|estimate| estimate.figure)
        .collect();
    let expected = Figure {
        low: Some(1000),
        high: Some(2000),
        best: None,
        approximate: true,
    };
    assert_eq!(figures, [expected, Figure::default()]);
}

#[test]
fn heads_are_known_in_any_case_and_with_a_plain_apostrophe() {
    let dataset = english(&table(&[
        &["SOURCE", "Soldiers", "In the source's words"],
        &["HUR", "1", "One."],
    ]));
    let quote = dataset.unwrap().estimates[0].quote.clone();
    assert_eq!(quote.as_deref(), Some("One."));
}

#[test]
fn attributes_go_before_the_text() {
    let mut given = table(&[&["Source", "Soldiers"], &["HUR", "several thousand"]]);
    let attributes = [
        ("low", "2000"),
        ("date", "2025-05/2025-07"),
        ("kind", "A service"),
        ("id", "x"),
    ];
    given.rows[1].data = attributes
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
    given.rows[0].cells[1].text = "Figure".to_owned();
    given.data = vec![
        ("unit".to_owned(), "troops".to_owned()),
        ("as-of".to_owned(), "2025-06".to_owned()),
    ];
    let dataset = english(&given).unwrap();
    let estimate = &dataset.estimates[0];
    assert_eq!(
        (estimate.figure.low, estimate.id.as_str()),
        (Some(2000), "x")
    );
    assert_eq!(
        estimate.date.as_ref().and_then(Dated::iso).as_deref(),
        Some("2025-05/2025-07")
    );
    assert_eq!(dataset.sources[0].kind.as_deref(), Some("A service"));
    assert_eq!(dataset.as_of.iso().as_deref(), Some("2025-06"));
    given.rows[1].data[0].1 = "2.000".to_owned();
    let refused = english(&given).unwrap_err();
    assert_eq!(
        refused,
        "row 1: \"2.000\" is no whole number in digits alone"
    );
}

#[test]
fn links_are_those_of_the_source_and_of_the_estimate() {
    let mut given = table(&[&["Source", "Soldiers", "Link"], &["HUR", "1", "there"]]);
    given.rows[0].cells[2].text = Locale::for_language("en").words().link().to_owned();
    given.rows[1].cells[0].link = Some("https://hur.example/".to_owned());
    given.rows[1].cells[2].link = Some("https://paper.example/1".to_owned());
    let dataset = english(&given).unwrap();
    assert_eq!(
        dataset.sources[0].url.as_deref(),
        Some("https://hur.example/")
    );
    assert_eq!(
        dataset.estimates[0].url.as_deref(),
        Some("https://paper.example/1")
    );
}

#[test]
fn what_leaves_a_doubt_is_refused_with_its_row() {
    for (figure, expected) in [
        ("1.000", "leaves in doubt"),
        ("1,00", "leaves in doubt"),
        ("1,000,00", "leaves in doubt"),
        ("1 000", "leaves in doubt"),
        ("1k", "leaves in doubt"),
        ("2,000 to 1,000", "expected at most 1000"),
        ("1,000 to 2,000 or more", "leaves in doubt"),
        ("-5", "leaves in doubt"),
        ("99999999999999999999", "leaves in doubt"),
        ("several", "leaves in doubt"),
        ("<img src=x onerror=alert(1)>", "leaves in doubt"),
    ] {
        let rows: [&[&str]; 3] = [&["Source", "Figure"], &["HUR", "1"], &["NIS", figure]];
        let mut given = table(&rows);
        given.data.push(("unit".to_owned(), "soldiers".to_owned()));
        let refusal = english(&given).expect_err(figure);
        assert!(refusal.contains(expected), "{figure}: {refusal}");
    }
}

#[test]
fn what_is_missing_is_named() {
    assert_eq!(refusal(&[]), "the table has no row");
    assert!(refusal(&[&["Source", "Soldiers"]]).contains("no column is called \"Soldiers\""));
    assert!(refusal(&[&["Soldiers"], &["1"]]).contains("no column is called \"Source\""));
    assert!(refusal(&[&["Source", "Colour"], &["HUR", "red"]]).contains("\"Colour\""));
    assert!(refusal(&[&["Source", "Figure"], &["HUR", "1"]]).contains("data-unit"));
    assert!(refusal(&[&["Source", "Soldiers"], &["", "1"]]).contains("row 1: it names no source"));
    assert!(refusal(&[&["Source", "A", "B"], &["HUR", "1", "2"]]).contains("two columns"));
    assert!(
        refusal(&[&["Source", "Soldiers"], &["HUR", "1"], &["NIS", "2", "3"]])
            .contains("row 2: 3 cells")
    );
    let mut given = table(&[&["Source", "Soldiers"], &["HUR", "1"]]);
    given.remark.clear();
    assert!(english(&given).unwrap_err().contains("data-as-of"));
    given.caption.clear();
    assert_eq!(english(&given).unwrap_err(), "the table has no caption");
}

#[test]
fn a_link_that_is_none_is_left_out_and_said() {
    let mut given = table(&[&["Source", "Soldiers"], &["HUR", "1"]]);
    given.rows[1].cells[0].link = Some("javascript:alert(1)".to_owned());
    let reading = read(&given, Locale::for_language("en")).unwrap();
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.dataset.unwrap().sources[0].url, None);
}

fn figures() -> impl Strategy<Value = Figure> {
    let count = || proptest::option::of(0_u64..200_000);
    (count(), count(), count(), any::<bool>()).prop_filter_map(
        "in order",
        |(low, best, high, approximate)| {
            let given: Vec<u64> = [low, best, high].into_iter().flatten().collect();
            given.is_sorted().then_some(Figure {
                low,
                best,
                high,
                approximate,
            })
        },
    )
}

proptest! {
    #[test]
    fn what_the_widget_writes_is_read_in_every_language(figure in figures()) {
        for locale in Locale::all() {
            let text = locale.figure(&figure);
            let read = figures::read(&text, locale);
            let read = read.map(|read| (read.kind(), locale.figure(&read)));
            prop_assert_eq!(read, Some((figure.kind(), text)), "{:?}", locale);
        }
    }

    #[test]
    fn a_number_is_never_taken_for_another(text in "[0-9]{1,3}([., \u{a0}\u{202f}'][0-9]{1,4}){0,2}") {
        for locale in Locale::all() {
            if let Some(number) = figures::number(&text, locale) {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(number.to_string(), digits.trim_start_matches('0').to_owned() + if number == 0 { "0" } else { "" });
                let is_plain = digits == text;
                let same = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert!(is_plain || same(&text) == same(&locale.number(number)));
            }
        }
    }

    #[test]
    fn any_table_is_read_or_refused(
        cells in proptest::collection::vec(proptest::collection::vec("(?s).{0,12}", 0..4), 0..6),
        caption in "(?s).{0,12}",
    ) {
        let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let mut given = table(&rows);
        given.caption = caption;
        for locale in Locale::all() {
            if let Ok(reading) = read(&given, locale) {
                prop_assert_eq!(reading.refused, 0);
            }
        }
    }
}
