//! The view as a short text for a link, and back: `without:hur.nis;in:planned;by:lowest`.
//!
//! Parts are separated by `;`, and ids in a list by `.`:
//!
//! | part | what the view shows |
//! |---|---|
//! | `without:ID.ID`, `only:ID.ID` or `none` | all sources but these, these alone, or none |
//! | `in:ID` | one category |
//! | `log` | the logarithmic scale |
//! | `by:ORDER` | rows sorted by `lowest`, `highest`, `widest`, `newest` or `name` |
//! | `zoom` | axes that span what is shown |
//! | `open:ID.ID` | details of these estimates |
//!
//! What is as at first has no part, so the first view is an empty text. How many further rows of a long dataset were
//! brought has none either: a link leads to a view, not to how far down somebody read. Whatever is written is read back,
//! however long it is. Where parts contradict each other the first holds. Latin letters, digits, `-` and
//! `_` of an id stand for themselves, everything else is written as `~` and two hexadecimal digits for
//! each byte of UTF-8: so a link survives whatever escapes or unescapes addresses on its way.

mod reader;
#[cfg(test)]
mod tests;
mod writer;

use self::reader::Reader;
use super::{Order, ViewState};
use crate::dataset::Dataset;

/// What a link leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The view that it names, as far as it can be used.
    pub view: ViewState,
    /// Ids and parts that mean nothing here, from an older dataset perhaps, or misspelt; and parts that
    /// contradict one before them.
    pub ignored: Vec<String>,
}

impl Link {
    /// Reads the text of a link; whatever the text is, something is shown.
    ///
    /// ```
    /// # use troop_estimates::dataset::{SourceIndex, read_json};
    /// # use troop_estimates::view::Link;
    /// # let text = include_str!("../../../data/north-korea.en.json");
    /// let dataset = read_json(text).dataset.unwrap();
    /// let link = Link::read("without:hur.mi6;by:lowest;by:name", &dataset);
    /// assert!(!link.view.shows_source(SourceIndex(0)));
    /// assert_eq!(link.ignored, ["mi6", "by:name"]);
    /// assert_eq!(link.view.link(&dataset), "without:hur;by:lowest");
    /// ```
    pub fn read(text: &str, dataset: &Dataset) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let mut reader = Reader::new(dataset);
        for part in text.split(';').filter(|part| !part.is_empty()) {
            reader.read(part);
        }
        reader.link()
    }
}

/// An id as it stands in a link.
fn escaped(id: &str) -> String {
    let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
    let mut text = String::new();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            text.push(char::from(byte));
        } else {
            text.extend(['~', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    text
}

fn order_name(order: Order) -> &'static str {
    match order {
        Order::Given => "given",
        Order::Lowest => "lowest",
        Order::Highest => "highest",
        Order::Widest => "widest",
        Order::Newest => "newest",
        Order::Name => "name",
    }
}
