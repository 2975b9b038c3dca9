//! The native tool for newsrooms.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use troop_estimates_cli::{check, guard, new, prerender, publish, render, schema};

/// Makes charts of troop-estimate ranges by source, from a spreadsheet to the news page.
#[derive(Parser)]
#[command(name = "troop-estimates", version, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done, 1 what was checked has problems, 2 something cannot be read, written or done.";

#[derive(Subcommand)]
enum Command {
    New(new::Arguments),
    Check(check::Arguments),
    Render(render::Arguments),
    Publish(publish::Arguments),
    Schema(schema::Arguments),
    Prerender(prerender::Arguments),
    Guard(guard::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Render(arguments) => render::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Prerender(arguments) => prerender::run(&arguments),
        Command::Guard(arguments) => guard::run(&arguments),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::from(2)
    })
}
