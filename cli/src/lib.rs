//! What the native tool does for newsrooms, for whoever does it from Rust: a module for each of its commands.

mod file;
mod names;
mod page;
pub mod prerender;
mod widget;
