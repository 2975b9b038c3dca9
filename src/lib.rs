//! A chart of troop-estimate ranges by source: every estimate as a range beside who said it.
//!
//! Data flows one way: text → [`dataset`] → [`view`] → [`locale`] → [`chart`] → `components` → `host`.
//! The rooms before `components` are plain functions and compile without Yew or a browser; so do [`keep`] and
//! [`table`], which are loaded on demand.

pub mod chart;
#[cfg(feature = "components")]
pub mod components;
pub mod dataset;
#[cfg(feature = "browser")]
pub mod host;
pub mod keep;
pub mod locale;
#[cfg(feature = "spreadsheet")]
pub mod spreadsheet;
pub mod table;
pub mod view;
