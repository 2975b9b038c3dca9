//! The JSON Schema of a dataset's file, for editors that complete and check while one writes.

mod format;

use std::process::ExitCode;

use anyhow::Result;
use schemars::schema_for;

/// Print the JSON Schema of a dataset in JSON.
///
/// Save it beside your datasets and name it in them, and editors such as Visual Studio Code complete the fields and
/// underline what is wrong: "$schema": "troop-estimates.schema.json". It knows the fields and their types;
/// `troop-estimates check` knows all the rules.
#[derive(clap::Args)]
pub struct Arguments {}

/// Prints the schema.
///
/// # Errors
///
/// None that is known; writing the schema as text could fail.
pub fn run(_: &Arguments) -> Result<ExitCode> {
    anstream::println!("{}", text()?);
    Ok(ExitCode::SUCCESS)
}

/// The schema as text.
///
/// # Errors
///
/// As [`run`].
pub fn text() -> Result<String> {
    Ok(serde_json::to_string_pretty(&schema_for!(format::Dataset))?)
}
