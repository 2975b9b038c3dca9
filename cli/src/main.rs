//! The native tool for newsrooms.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use troop_estimates_cli::prerender;

/// Writes charts of troop-estimate ranges into news pages.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fill the places for widgets in every HTML page of a folder.
    ///
    /// A place is an element such as <div class="troop-estimates" data-dataset="north-korea"></div>.
    /// Its language is that of the nearest element with a `lang`; the dataset is read from
    /// DATASETS/north-korea.LANGUAGE.json, or from the English one where there is none in that language.
    Prerender {
        /// The folder with the pages, which are changed in place.
        #[arg(env = "TRUNK_STAGING_DIR")]
        folder: PathBuf,
        /// The folder with the datasets.
        #[arg(long, default_value = "data")]
        datasets: PathBuf,
    },
}

fn main() -> ExitCode {
    let Command::Prerender { folder, datasets } = Arguments::parse().command;
    match prerender(&folder, &datasets) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
