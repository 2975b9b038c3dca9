//! Reading a dataset from JSON.

use super::place::Place;
use super::scanner::{Misfit, Raw};
use super::validate::read_file;
use super::{Problem, Reading};

/// 2 MiB: enough for 10,000 estimates.
pub const MOST_BYTES: usize = 2 << 20;

/// Reads a dataset in format version 1 (see `data/README.md`) and checks all of it.
///
/// A byte-order mark at the beginning is skipped. The file as a whole is refused where it is longer
/// than 2 MiB, is not JSON, or has a fault in what the estimates rest on: title, sources,
/// categories. An estimate with a fault is refused alone. Links that are not plainly web addresses
/// and hidden characters are left out; they are problems too, but refuse nothing.
///
/// ```
/// use troop_estimates::dataset::read_json;
/// let reading = read_json(
///     r#"{
///         "format": 1, "language": "en", "title": "How many?", "asOf": "2025", "unit": "soldiers",
///         "sources": [{"id": "a", "name": "An institute"}],
///         "categories": [{"id": "sent", "label": "Soldiers sent"}],
///         "estimates": [
///             {"source": "a", "category": "sent", "low": 1000, "high": 2000},
///             {"source": "a", "category": "snet", "high": "1,000"}
///         ]
///     }"#,
/// );
/// assert_eq!(reading.dataset.map(|dataset| dataset.estimates.len()), Some(1));
/// assert_eq!(reading.refused, 1);
/// assert_eq!(
///     reading.problems[0].to_string(),
///     "estimates[1].category: found \"snet\", expected an id from \"categories\"; \
///      did you mean \"sent\"?"
/// );
/// ```
pub fn read_json(text: &str) -> Reading {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MOST_BYTES {
        let found = format!("more than {MOST_BYTES} bytes");
        return unreadable("file".into(), found, format!("at most {MOST_BYTES}"));
    }
    if text.trim().is_empty() {
        return unreadable("file".into(), "nothing".into(), "a dataset in JSON".into());
    }
    read_json_of_any_length(text)
}

/// As [`read_json`], for a text that another reader has made of a file and knows to be short enough.
pub(crate) fn read_json_of_any_length(text: &str) -> Reading {
    match Raw::check(text) {
        Ok(file) => read_file(Place::file(file)),
        Err(Misfit { at, message }) => {
            let found = format!("a syntax error ({message})");
            unreadable(line_and_column(text, at), found, "JSON".into())
        }
    }
}

/// Where a byte stands in a text, counted from 1; columns are characters.
fn line_and_column(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let (mut line, mut column) = (1, 1);
    for character in before.chars() {
        (line, column) = match character {
            '\n' => (line + 1, 1),
            _ => (line, column + 1),
        };
    }
    format!("line {line}, column {column}")
}

fn unreadable(path: String, found: String, expected: String) -> Reading {
    let problem = Problem {
        path,
        found,
        expected,
        ..Problem::default()
    };
    Reading {
        dataset: None,
        problems: vec![problem],
        refused: 0,
    }
}
