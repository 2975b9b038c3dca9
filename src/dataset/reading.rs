//! What comes of reading a file.

use super::{Dataset, Problem};

/// A dataset as far as it could be read, and everything that was wrong with it.
///
/// The estimates in the file are the estimates in the dataset and the refused ones: none is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The dataset; none where the file as a whole cannot be used.
    pub dataset: Option<Dataset>,
    /// All problems, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many estimates were refused: all of them where there is no dataset, as far as the file
    /// could be read at all.
    pub refused: usize,
}
