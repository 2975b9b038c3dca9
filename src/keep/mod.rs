//! What a reader takes along: the data as a table and as a file, a figure as text, and names for files.
//!
//! It is loaded on demand, apart from the widget, so it may use what costs bytes.

mod citation;
mod csv;
mod file_name;
mod json;

pub use citation::citation;
pub use csv::csv;
pub use file_name::file_name;
pub use json::json;
#[cfg(feature = "spreadsheet")]
pub(crate) use json::{Object, quoted};
