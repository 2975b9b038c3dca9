//! A chart of troop-estimate ranges by source: every estimate as a range beside who said it.
//!
//! Data flows one way: text → [`dataset`] → [`view`] → [`chart`] → `components`.
//! These first three rooms are plain functions and compile without Yew or a browser.

pub mod chart;
pub mod dataset;
pub mod view;
