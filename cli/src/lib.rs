//! What the native tool does for newsrooms, for whoever does it from Rust.

mod names;
mod page;
mod prerender;

pub use prerender::folder as prerender;
