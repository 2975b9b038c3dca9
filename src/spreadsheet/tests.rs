//! What becomes of files.

mod problems;
mod same;
mod writer;
