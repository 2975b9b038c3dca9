//! Measures the widget beside what newsrooms would pick instead: the same estimates, in one run of one browser, each
//! contender in turn. `cargo xtask bench` sets up what it needs and calls it.

#![allow(
    clippy::print_stdout,
    reason = "a command line tool talks on its output"
)]

mod contenders;
mod data;
mod measure;
mod report;
mod site;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};

use contenders::Contender;
use measure::{Measured, Profile};

/// Measures contenders in turn, and writes a table of medians, ratios and spread.
#[derive(Debug, Parser)]
struct Arguments {
    /// Numbers of estimates.
    #[arg(long, value_delimiter = ',', default_value = "6,100,1000,10000")]
    sizes: Vec<usize>,
    /// How often each is measured.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Only these contenders, and the hand-written page, to which the others are compared.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// What the browser is slowed down to.
    #[arg(long, value_enum, default_value_t = Profile::Phone)]
    profile: Profile,
    /// The folder with the npm packages.
    #[arg(long, env = "BENCH_PACKAGES")]
    packages: PathBuf,
    /// The file for the table.
    #[arg(long, default_value = "docs/benchmarks.md")]
    output: PathBuf,
}

/// One contender, with so many estimates, measured once in each round.
pub(crate) struct Row {
    pub(crate) size: usize,
    pub(crate) contender: Contender,
    pub(crate) bytes: usize,
    /// Nothing where it failed.
    pub(crate) rounds: Vec<Result<Measured, String>>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let contenders = Contender::chosen(&arguments.only)?;
    let bundles = contenders::bundle(&contenders, &arguments.packages)?;
    let mut rows = Vec::new();
    let loads = arguments.sizes.len() * arguments.rounds * contenders.len();
    let progress = ProgressBar::new(loads as u64).with_style(ProgressStyle::with_template(
        "{bar:30} {pos}/{len} {msg} {eta} left",
    )?);
    for &size in &arguments.sizes {
        let begin = rows.len();
        let sites: Vec<_> = contenders
            .iter()
            .map(|contender| site::files(*contender, size, &bundles))
            .collect::<Result<_>>()?;
        rows.extend(contenders.iter().zip(&sites).map(|(contender, site)| Row {
            size,
            contender: *contender,
            bytes: site.bytes(),
            rounds: Vec::new(),
        }));
        for round in 0..arguments.rounds {
            // Each begins once, so that none always follows the same one.
            for place in 0..contenders.len() {
                let place = (place + round) % contenders.len();
                progress.set_message(format!("{} with {size}", contenders[place].name()));
                let measured =
                    measure::measure(contenders[place], &sites[place], arguments.profile);
                let measured = measured.map_err(|error| format!("{error:#}"));
                if let Err(error) = &measured {
                    let name = contenders[place].name();
                    progress.suspend(|| eprintln!("{name} with {size}: {error}"));
                }
                rows[begin + place].rounds.push(measured);
                progress.inc(1);
            }
        }
    }
    progress.finish_and_clear();
    let text = report::text(&rows, arguments.profile, arguments.rounds);
    std::fs::write(&arguments.output, &text)?;
    println!("{text}");
    println!("written: {}", arguments.output.display());
    Ok(())
}
