//! A dataset to begin with.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

/// Write a small, commented dataset to begin with.
///
/// A file that is there already stays as it is.
#[derive(clap::Args)]
pub struct Arguments {
    /// The file to write: NAME.csv for a spreadsheet, NAME.json for a text editor.
    #[arg(default_value = "estimates.csv")]
    file: PathBuf,
    /// The language of its words.
    #[arg(long, value_enum, default_value_t = Language::En)]
    language: Language,
}

/// A language that there is an example in.
#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// English, with commas between the cells.
    En,
    /// German, with semicolons between the cells.
    De,
}

/// Does what the arguments ask for.
///
/// # Errors
///
/// A file that is there already or cannot be written, or whose name says neither CSV nor JSON.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let Arguments { file, language } = arguments;
    let example = example(file, *language)?;
    let opened = OpenOptions::new().write(true).create_new(true).open(file);
    match opened {
        Ok(mut opened) => opened
            .write_all(example.as_bytes())
            .with_context(|| format!("cannot write {}", file.display()))?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => bail!(
            "{} is there already: choose another name, or move it away",
            file.display()
        ),
        Err(error) => return Err(error).context(format!("cannot write {}", file.display())),
    }
    let name = file.display();
    anstream::println!("{name} is written. Change it, then: troop-estimates check {name}");
    Ok(ExitCode::SUCCESS)
}

/// A spreadsheet begins with the mark that tells Excel its encoding.
fn example(file: &Path, language: Language) -> Result<&'static str> {
    let kind = file.extension().and_then(|kind| kind.to_str());
    Ok(match (kind, language) {
        (Some("csv"), Language::En) => concat!("\u{feff}", include_str!("example.en.csv")),
        (Some("csv"), Language::De) => concat!("\u{feff}", include_str!("example.de.csv")),
        (Some("json"), Language::En) => include_str!("example.en.json"),
        (Some("json"), Language::De) => include_str!("example.de.json"),
        _ => bail!(
            "{}: found no ending that is known, expected .csv or .json",
            file.display()
        ),
    })
}
