//! A table on a page as the data: what an editor wrote in a CMS, or pasted from the native tool.
//!
//! All of it is read or none: a chart of some of the rows would say less than the table. What a table can tell is
//! said in `docs/newsroom.md`.

mod figures;
mod heads;
mod rows;

use crate::dataset::{Dataset, Reading, clean, read_json};
use crate::keep::json;
use crate::locale::Locale;

use rows::Rows;

/// A table as it stands on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The text of its caption, which becomes the title.
    pub caption: String,
    /// The text beside it: in a line of its own, or between `·`, the date of the figures is looked for.
    pub remark: String,
    /// The `data-*` attributes of the figure around it, without `data-`.
    pub data: Vec<(String, String)>,
    /// The rows from top to bottom, that with the heads of the columns first.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells in the order of the document.
    pub cells: Vec<Cell>,
    /// The `data-*` attributes of the row and its cells, without `data-`.
    pub data: Vec<(String, String)>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// Where the first link in it leads.
    pub link: Option<String>,
}

/// Why a table is left as it stands: one sentence for whoever writes it, in English as all messages to developers.
pub type Refusal = String;

/// Reads a table in the language of its page.
///
/// The figure of a row is in its `data-low`, `data-best` and `data-high` (and `data-approximate`), else in columns of
/// these names, else in the text of the figure's column, if that is what the widget itself would write, or two numbers
/// with a dash between them. Numbers in a text are grouped as the language does it; any other grouping is refused, as
/// `1.000` may be one or a thousand.
///
/// # Errors
///
/// Whatever cannot be read without a guess: all of the table then stays as it is.
///
/// ```
/// use troop_estimates::locale::Locale;
/// use troop_estimates::table::{Cell, Row, Table, read};
///
/// let row = |cells: &[&str]| Row {
///     cells: cells.iter().map(|text| Cell { text: (*text).to_owned(), link: None }).collect(),
///     ..Row::default()
/// };
/// let table = Table {
///     caption: "How many?".to_owned(),
///     remark: "As of 12 June 2025".to_owned(),
///     rows: vec![row(&["Source", "Soldiers"]), row(&["An institute", "1,000 to 2,000"])],
///     ..Table::default()
/// };
/// let dataset = read(&table, Locale::for_language("en")).unwrap().dataset.unwrap();
/// assert_eq!(dataset.unit, "Soldiers");
/// assert_eq!(dataset.estimates[0].figure.high, Some(2000));
/// assert!(read(&table, Locale::for_language("de")).is_err());
/// ```
pub fn read(table: &Table, locale: Locale) -> Result<Reading, Refusal> {
    let title = clean(&table.caption).0;
    if title.is_empty() {
        return Err("the table has no caption".to_owned());
    }
    let rows = Rows::read(table, locale)?;
    let dataset = Dataset {
        language: locale.tag().to_owned(),
        title,
        takeaway: value(&table.data, "takeaway"),
        as_of: rows::as_of(table, locale)?,
        unit: rows.unit(table, locale)?,
        credit: value(&table.data, "credit"),
        sources: rows.sources,
        categories: rows.categories,
        estimates: rows.estimates,
        references: Vec::new(),
        events: Vec::new(),
    };
    // By way of a file: the rules are the same for both.
    let reading = read_json(&json(&dataset));
    match reading.problems.first() {
        Some(problem) if reading.refused > 0 || reading.dataset.is_none() => {
            Err(problem.to_string())
        }
        _ => Ok(reading),
    }
}

/// The value of an attribute, without hidden characters.
fn value(data: &[(String, String)], name: &str) -> Option<String> {
    let (_, value) = data.iter().find(|(given, _)| given == name)?;
    Some(clean(value).0).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests;
