//! What is wrong in files, all of it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use anyhow::{Error, Result};
use clap::ValueEnum;
use serde::Serialize;
use troop_estimates::dataset::{Problem, Reading};

use crate::file;

/// Check datasets and print everything that is wrong with them.
///
/// Each problem is told with its file, its row and column (CSV) or path (JSON), what was found, what is expected and,
/// where one name is near, what was probably meant. An estimate with a problem of its own is left out of the chart,
/// counted and named there; see data/README.md for the format.
///
/// Exit codes: 0 no problem, 1 problems, 2 a file cannot be opened or is no text in UTF-8.
#[derive(clap::Args)]
pub struct Arguments {
    /// Datasets in JSON or CSV.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How the problems are printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How problems are printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people, with colours on a terminal.
    Text,
    /// A list of files for other programs.
    Json,
}

/// What came of a file, for other programs.
#[derive(Serialize)]
struct Checked<'a> {
    file: &'a Path,
    /// Whether a chart can be made of it.
    usable: bool,
    estimates: usize,
    refused: usize,
    /// Why it could not be read at all.
    error: Option<String>,
    problems: Vec<Told<'a>>,
}

/// A problem, for other programs.
#[derive(Serialize)]
struct Told<'a> {
    place: &'a str,
    row: Option<usize>,
    column: Option<&'a str>,
    found: &'a str,
    expected: &'a str,
    suggestion: Option<&'a str>,
}

/// Does what the arguments ask for.
///
/// # Errors
///
/// Never; what cannot be read is told like any other problem, and the files after it are checked too.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let files = arguments.files.iter();
    let readings: Vec<(&Path, Result<Reading>)> = files
        .map(|path| (path.as_path(), file::read(path)))
        .collect();
    match arguments.format {
        Format::Text => print_text(&readings),
        Format::Json => print_json(&readings)?,
    }
    Ok(exit_code(&readings))
}

fn exit_code(readings: &[(&Path, Result<Reading>)]) -> ExitCode {
    let readings = readings.iter();
    let codes = readings.map(|(_, reading)| match reading {
        Err(_) => 2,
        Ok(reading) if !reading.problems.is_empty() => 1,
        Ok(_) => 0,
    });
    ExitCode::from(codes.max().unwrap_or_default())
}

fn print_text(readings: &[(&Path, Result<Reading>)]) {
    let bold = Style::new().bold();
    for (path, reading) in readings {
        let path = path.display();
        match reading {
            Err(error) => print_error(error),
            Ok(reading) => {
                anstream::println!("{bold}{path}{bold:#}: {}", summary(reading));
                for problem in &reading.problems {
                    print_problem(problem);
                }
            }
        }
    }
}

fn print_error(error: &Error) {
    let red = AnsiColor::Red.on_default().bold();
    anstream::eprintln!("{red}error{red:#}: {error:#}");
}

fn print_problem(problem: &Problem) {
    let yellow = AnsiColor::Yellow.on_default();
    let green = AnsiColor::Green.on_default();
    let Problem {
        path,
        found,
        expected,
        suggestion,
        ..
    } = problem;
    anstream::println!("  {yellow}{path}{yellow:#}: found {found}, expected {expected}");
    if let Some(suggestion) = suggestion {
        anstream::println!("    did you mean {green}{suggestion}{green:#}?");
    }
}

/// One line about a file.
fn summary(reading: &Reading) -> String {
    let count = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    };
    let problems = match reading.problems.len() {
        0 => "no problems".to_owned(),
        several => count(several, "problem", "problems"),
    };
    match &reading.dataset {
        None => format!("{problems}; no chart can be made of this file"),
        Some(dataset) => {
            let estimates = count(dataset.estimates.len(), "estimate", "estimates");
            let refused = match reading.refused {
                0 => String::new(),
                refused => format!(", {refused} more left out"),
            };
            format!("{problems}; {estimates}{refused}")
        }
    }
}

fn print_json(readings: &[(&Path, Result<Reading>)]) -> Result<()> {
    let files: Vec<Checked<'_>> = readings
        .iter()
        .map(|(file, reading)| checked(file, reading))
        .collect();
    anstream::println!("{}", serde_json::to_string_pretty(&files)?);
    Ok(())
}

fn checked<'a>(file: &'a Path, reading: &'a Result<Reading>) -> Checked<'a> {
    let read = reading.as_ref().ok();
    let dataset = read.and_then(|reading| reading.dataset.as_ref());
    let problems = read.map_or(&[][..], |reading| &reading.problems);
    Checked {
        file,
        usable: dataset.is_some(),
        estimates: dataset.map_or(0, |dataset| dataset.estimates.len()),
        refused: read.map_or(0, |reading| reading.refused),
        error: reading.as_ref().err().map(|error| format!("{error:#}")),
        problems: problems.iter().map(told).collect(),
    }
}

fn told(problem: &Problem) -> Told<'_> {
    let cell = problem.cell.as_ref();
    Told {
        place: &problem.path,
        row: cell.map(|cell| cell.row),
        column: cell.and_then(|cell| cell.column.as_deref()),
        found: &problem.found,
        expected: &problem.expected,
        suggestion: problem.suggestion.as_deref(),
    }
}
