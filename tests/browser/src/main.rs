//! Runs the browser tests. `cargo xtask test` sets up the browsers first; afterwards
//! `cargo run -p browser-tests -- --browser firefox some_name` runs a few of them.

mod tests;

use std::process::ExitCode;

use browser_tests::{CommandLine, run};
use clap::Parser;

fn main() -> anyhow::Result<ExitCode> {
    run(CommandLine::parse(), &tests::all())
}
