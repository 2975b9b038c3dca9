//! What the native tool does for newsrooms, for whoever does it from Rust: a module for each of its commands.

pub mod check;
mod file;
mod names;
pub mod new;
mod page;
pub mod prerender;
pub mod schema;
mod widget;
