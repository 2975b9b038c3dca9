//! What the reader sees of a dataset: view state, rows and agreement.
//!
//! A reader's action turns one [`ViewState`] into the next; [`layout`] and [`agreement()`] say what it
//! shows.

mod agreement;
mod rows;
mod set;
mod state;
#[cfg(test)]
mod testing;

pub use agreement::{Agreement, Gap, Verdict, agreement, category_agreement, is_compared};
pub use rows::{Extent, Group, Layout, layout};
pub use set::SmallSet;
pub use state::{Action, ScaleKind, ViewState};
