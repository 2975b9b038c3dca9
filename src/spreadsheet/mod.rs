//! A spreadsheet's file as the data: CSV with a row for each estimate.
//!
//! Above the heads of the columns stand lines with what is said of the whole, a name and a text each: "Title",
//! "Unit" and so on. The rows become the JSON of the same dataset, so that one set of rules holds for both; each
//! problem is then told by row and column. What may stand where is told in `data/README.md`.

mod cells;
mod dates;
mod heads;
mod kind;
mod lines;
mod named;
mod places;
mod rows;
#[cfg(test)]
mod tests;

use crate::dataset::{Cell, MOST_BYTES, Problem, Reading, read_json_of_any_length};
use crate::keep::quoted;
use cells::{Sheet, sheet};
use heads::Heads;
use kind::Kind;
use rows::Rows;

/// More estimates, sources, categories, references and events than a dataset may have.
const MOST_ROWS: usize = 10_000 + 4 * 256;

/// Reads a dataset from CSV and checks all of it.
///
/// Comma, semicolon or tab separate the cells, whichever finds heads that are known; a byte-order mark and any line
/// ends will do. The heads of the columns may be those of any language that the widget speaks, in any order. As in
/// [`read_json`](crate::dataset::read_json) an estimate with a fault is refused alone. The whole file is refused where
/// a column has a head that is not known, since it may hold figures; where a quotation mark is left open; and where
/// what the estimates rest on has a fault.
///
/// ```
/// use troop_estimates::spreadsheet::read_csv;
/// let reading = read_csv(
///     "Language;en\nTitle;How many?\nAs of;2025\nUnit;soldiers\n\
///      Source;What is counted;Low;High\n\
///      An institute;Soldiers sent;1000;2000\n\
///      A ministry;Soldiers sent;;3.000\n",
/// );
/// assert_eq!(reading.dataset.map(|dataset| dataset.estimates.len()), Some(1));
/// assert_eq!(
///     reading.problems[0].to_string(),
///     "row 7, column \"High\": found \"3.000\", expected a whole number from 0 to 9007199254740991; \
///      did you mean 3000?"
/// );
/// ```
pub fn read_csv(text: &str) -> Reading {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MOST_BYTES {
        let found = format!("more than {MOST_BYTES} bytes");
        return unreadable("file", found, &format!("at most {MOST_BYTES}"));
    }
    if text.trim().is_empty() {
        return unreadable("file", "nothing".to_owned(), "a table in CSV");
    }
    let Sheet { lines, open_quote } = sheet(text);
    if let Some(line) = open_quote {
        let place = format!("line {line}");
        let found = "a quotation mark that is never closed".to_owned();
        return unreadable(&place, found, "one at the end of the cell too");
    }
    let Some(heads) = Heads::find(&lines) else {
        let expected = "a row with heads of columns, \"Source\" among them, with commas, semicolons or tabs between";
        return unreadable("file", "no heads of columns".to_owned(), expected);
    };
    let count = lines.len() - heads.line - 1;
    if count > MOST_ROWS {
        let found = format!("{count} rows below the heads");
        return Reading {
            refused: count,
            ..unreadable("file", found, &format!("at most {MOST_ROWS}"))
        };
    }
    let rows = Rows::read(&lines, heads);
    let reading = read_json_of_any_length(&rows.json());
    rows.told(reading)
}

fn unreadable(path: &str, found: String, expected: &str) -> Reading {
    Reading {
        dataset: None,
        problems: vec![Problem {
            path: path.to_owned(),
            found,
            expected: expected.to_owned(),
            ..Problem::default()
        }],
        refused: 0,
    }
}

/// A problem in a cell, or in a whole row.
fn problem(row: usize, column: Option<&str>, found: String, expected: String) -> Problem {
    let path = match column {
        Some(column) => format!("row {row}, column \"{column}\""),
        None => format!("row {row}"),
    };
    Problem {
        path,
        cell: Some(Cell {
            row,
            column: column.map(str::to_owned),
        }),
        found,
        expected,
        suggestion: None,
    }
}

/// A text in JSON, whatever stands in it.
fn json_text(text: &str) -> String {
    let characters = quoted(text);
    let characters = characters.chars().map(|character| match character {
        '\0'..' ' => format!("\\u{:04x}", u32::from(character)),
        _ => character.to_string(),
    });
    characters.collect()
}
