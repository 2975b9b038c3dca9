//! What the reader sees of a dataset: view state, rows and agreement.
//!
//! A reader's action turns one [`ViewState`] into the next; [`layout`] and [`agreement()`] say what it
//! shows.

mod agreement;
mod link;
mod order;
mod rows;
mod set;
mod sorted;
mod state;
#[cfg(test)]
mod testing;

pub use agreement::{
    Agreement, Gap, Verdict, agreement, category_agreement, is_compared, widest_gaps,
};
pub use link::Link;
pub use order::Order;
pub use rows::{Extent, FIRST_ROWS, Group, Layout, layout};
pub use set::SmallSet;
pub use state::{Action, ScaleKind, ViewState};
