//! The harness for tests in real browsers: Chromium, Firefox and WebKit, each through its own
//! WebDriver, against the built pages under their published policy.
//!
//! A [`Test`] is a sentence and a function that takes a [`Page`]. It runs once in each engine, with
//! a site of its own on a fresh port, and fails by itself when anything happens that a reader's
//! browser should never see: a console message, a violation of the policy, a request that the test
//! does not expect, a cookie. Look at `src/tests/` for examples.

mod browser;
mod cleanup;
mod client;
mod page;
pub mod published;
mod runner;
mod site;
mod spreadsheet;

pub use browser::{Difference, Engine, Media, Scheme, Settings, page_script};
pub use page::{Element, Kept, Key, Page, Paper, Pixels, Sheet};
pub use runner::{CommandLine, Test, run};
pub use site::{built, built_file, panicking_file};
pub use spreadsheet::{Cell, Spreadsheet};
