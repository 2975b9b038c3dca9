//! The languages against Unicode's data, and the words against what a reader should hear.

mod messages;
mod plurals;
mod sentences;
mod unicode;
