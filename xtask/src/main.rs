//! Everything that is done with this project, by one command: `cargo xtask --help`.
#![allow(
    clippy::print_stdout,
    reason = "a command line tool talks on its output"
)]

mod audit;
mod bench;
mod build;
mod checks;
mod dependencies;
mod fuzz;
mod minify;
mod reproduce;
mod run;
mod serve;
mod setup;
mod shorten;
mod size;
mod text;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, serves, measures and tests the widget. Each command first sets up what it needs and is
/// missing; that takes some minutes on a fresh machine and a second on the next run.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves a sample news article with the widget in it on this machine.
    ///
    /// Sets up the wasm target, wasm-bindgen, trunk and wasm-opt, builds a release, and serves it
    /// under the policy that a newsroom's page may have. Ctrl-C ends it.
    Serve(serve::Arguments),
    /// Builds a release in dist/, ready for any static host.
    Build(build::Arguments),
    /// Measures dist/ against the budgets; fails past a limit.
    ///
    /// Sizes are those a reader downloads: each file compressed by brotli (quality 11) alone, added
    /// up, in KB of 1,024 bytes.
    Size,
    /// Runs every check and test there is, in order, up to the first that fails.
    ///
    /// Sets up the tools, the three browsers and their drivers first. The last line says how many
    /// tests passed and failed.
    Test(checks::Arguments),
    /// Measures the widget beside what newsrooms would pick instead, and writes docs/benchmarks.md.
    ///
    /// Sets up those libraries and Chromium. All of it takes half an hour, with nothing else to do for the machine.
    Bench(bench::Arguments),
    /// Checks what the project depends on: licences, sources, duplicates, known weaknesses.
    ///
    /// Where the database of advisories cannot be had it says so and goes on.
    Audit,
    /// Writes docs/dependencies.md: every package in the widget's program, its size there, and why it is there.
    Dependencies,
    /// Builds the last commit twice, at two places, and compares every byte.
    Reproduce,
    /// Lets a fuzzer make up files, links and tables, each kind for a bounded time.
    ///
    /// Nothing may panic, take longer than 10 s or more than 1 GB. What it finds is told; the tests run every input that
    /// was ever found.
    Fuzz(fuzz::Arguments),
    /// Sets up what `build` and `serve` need, and does nothing else.
    Setup,
}

fn main() -> ExitCode {
    carry_out(CommandLine::parse().command).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn carry_out(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve(arguments) => serve::serve(&arguments)?,
        Command::Build(arguments) => build::by(&arguments)?,
        Command::Size => size::check()?,
        Command::Test(arguments) => return checks::run(&arguments),
        Command::Bench(arguments) => bench::bench(&arguments)?,
        Command::Audit => audit::audit()?,
        Command::Dependencies => {
            let tools = setup::for_building()?;
            build::build(&tools)?;
            dependencies::write(&tools)?;
        }
        Command::Reproduce => reproduce::reproduce()?,
        Command::Fuzz(arguments) => fuzz::fuzz(&arguments)?,
        Command::Setup => {
            setup::for_building()?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder of this project.
fn project() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}
