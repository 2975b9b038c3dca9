//! What the native tool does for newsrooms, for whoever does it from Rust: a module for each of its commands.

mod chart_page;
pub mod check;
mod file;
pub mod guard;
mod html;
mod names;
pub mod new;
mod page;
pub mod prerender;
pub mod publish;
pub mod render;
pub mod schema;
mod widget;
