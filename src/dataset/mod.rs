//! The dataset: what is in a file of estimates, and how it is read and checked.
//!
//! A file's text becomes a [`Reading`]: the dataset, and every [`Problem`] on the way to it. What was read
//! is carried by a page as [`Packed`].

#[cfg(test)]
pub(crate) mod any;
#[cfg(test)]
mod bundled;
mod calendar;
mod count;
mod dated;
mod escape;
mod estimates;
mod fields;
mod ids;
mod json;
mod link;
mod model;
mod near;
mod packed;
mod place;
mod problem;
mod reading;
mod report;
mod scanner;
#[cfg(test)]
mod tests;
mod text;
mod validate;
mod value;

#[cfg(feature = "spreadsheet")]
pub(crate) use json::read_json_of_any_length;
pub use json::{MOST_BYTES, read_json};
pub use model::{
    Category, CategoryIndex, Dataset, Date, Dated, Estimate, EstimateIndex, Event, Figure,
    FigureKind, Reference, Source, SourceIndex,
};
pub use near::near_match;
pub use packed::Packed;
pub use problem::{Cell, Problem};
pub use reading::Reading;
pub(crate) use text::clean;
#[cfg(feature = "spreadsheet")]
pub(crate) use text::quoted;
