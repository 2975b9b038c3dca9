//! What must hold of whatever strangers write. Each function takes any bytes and panics where something does not.
//!
//! The fuzzer calls them with what it makes up (`cargo xtask fuzz`), and a test with the seeds and with every input that
//! they have ever failed for.

use troop_estimates::chart::Poster;
use troop_estimates::dataset::{Dataset, Packed, Reading, read_json};
use troop_estimates::keep::{csv, json};
use troop_estimates::locale::Locale;
use troop_estimates::spreadsheet::read_csv;
use troop_estimates::table::{Cell, Row, Table, read};
use troop_estimates::view::{Link, ViewState, layout};

/// What takes an input.
pub type Check = fn(&[u8]);

/// The functions by the names of their inputs' folders.
pub const ALL: [(&str, Check); 4] = [
    ("json", json_file),
    ("csv", csv_file),
    ("link", link_state),
    ("table", table_in_place),
];

/// Of more rows the fuzzer would draw few.
const MOST_DRAWN: usize = 100;

/// A dataset's file in JSON.
pub fn json_file(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes) {
        hold(&read_json(text));
    }
}

/// A spreadsheet's file.
pub fn csv_file(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes) {
        hold(&read_csv(text));
    }
}

/// The view in a link, whatever the dataset.
pub fn link_state(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let bundled = include_str!("../../../data/north-korea.en.json");
    let dataset = read_json(bundled).dataset.expect("the bundled dataset");
    let link = Link::read(text, &dataset);
    let written = link.view.link(&dataset);
    let again = Link::read(&written, &dataset);
    assert_eq!(again.view, link.view, "{written:?} is another view");
    assert_eq!(again.view.link(&dataset), written);
    layout(&dataset, &link.view);
}

/// A table on a page: the first line is its caption, the second the text below it, each further one a row, with `|`
/// between cells and `name=value` for attributes; the first byte chooses the language.
pub fn table_in_place(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = str::from_utf8(rest) else {
        return;
    };
    let locales: Vec<Locale> = Locale::all().collect();
    let locale = locales[usize::from(*first) % locales.len()];
    let mut lines = text.lines();
    let table = Table {
        caption: lines.next().unwrap_or_default().to_owned(),
        remark: lines.next().unwrap_or_default().replace('|', "\n"),
        data: attributes(lines.next().unwrap_or_default()),
        rows: lines.map(row).collect(),
    };
    // A refusal says why.
    match read(&table, locale) {
        Ok(reading) => {
            assert_eq!(reading.refused, 0, "all of a table or none");
            hold(&reading);
        }
        Err(reason) => assert!(!reason.is_empty()),
    }
}

fn row(line: &str) -> Row {
    let (attributed, cells): (Vec<&str>, Vec<&str>) =
        line.split('|').partition(|cell| cell.contains('='));
    Row {
        cells: cells
            .into_iter()
            .map(|text| Cell {
                text: text.to_owned(),
                link: text.starts_with("http").then(|| text.to_owned()),
            })
            .collect(),
        data: attributed.into_iter().flat_map(attributes).collect(),
    }
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// What holds of everything that was read.
fn hold(reading: &Reading) {
    let Some(dataset) = &reading.dataset else {
        assert!(!reading.problems.is_empty(), "a refusal says why");
        return;
    };
    assert!(
        reading.refused == 0 || !reading.problems.is_empty(),
        "a refusal says why"
    );
    assert_eq!(
        read_json(&json(dataset)).dataset.as_ref(),
        Some(dataset),
        "it can be written down"
    );
    let packed = Packed {
        dataset: dataset.clone(),
        refused: reading.refused,
        problems: reading.problems.iter().map(ToString::to_string).collect(),
    };
    let carried = packed.to_text();
    assert!(!carried.contains('<'), "nothing ends the script around it");
    assert_eq!(
        Packed::from_text(&carried).as_ref(),
        Some(&packed),
        "a page can carry it"
    );
    if dataset.estimates.len() <= MOST_DRAWN {
        hold_drawn(dataset, reading.refused);
    }
}

/// What holds of the pictures and tables of a dataset.
fn hold_drawn(dataset: &Dataset, refused: usize) {
    let locale = Locale::for_language(&dataset.language);
    let table = csv(dataset, locale);
    assert!(table.lines().count() > dataset.estimates.len());
    let view = ViewState::default();
    for poster in [
        Poster::new(dataset, refused, &view, locale),
        Poster::card(dataset, refused, locale),
    ] {
        for number in GEOMETRY.iter().flat_map(|name| values(&poster.svg(), name)) {
            let numbers = number.split([',', ' ']);
            let is_finite = |number: &str| number.parse::<f64>().is_ok_and(f64::is_finite);
            assert!(numbers.clone().all(is_finite), "{number}");
        }
    }
}

/// The attributes of shapes that are made of numbers.
const GEOMETRY: [&str; 8] = ["x", "y", "width", "height", "cx", "cy", "r", "points"];

/// The values of an attribute. No text of a drawing has a quotation mark that is not escaped.
fn values(svg: &str, name: &str) -> Vec<String> {
    let begin = format!(" {name}=\"");
    let pieces = svg.split(&begin).skip(1);
    pieces
        .filter_map(|piece| Some(piece.split_once('"')?.0.to_owned()))
        .collect()
}
