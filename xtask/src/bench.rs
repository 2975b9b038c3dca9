//! The widget beside what newsrooms would pick instead.

use std::process::Command;

use anyhow::Result;

use crate::{build, project, run, setup};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What the measuring is told, such as `--sizes 6,1000 --rounds 3 --only chart-js`; `--help` tells all.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Builds a release, and measures it and all others in turn.
pub(crate) fn bench(arguments: &Arguments) -> Result<()> {
    let tools = setup::for_benchmarks()?;
    build::build(&tools)?;
    let mut cargo = Command::new("cargo");
    tools.apply(&mut cargo);
    cargo
        .current_dir(project())
        .args([
            "run",
            "--quiet",
            "--release",
            "--package",
            "benchmarks",
            "--",
        ])
        .args(&arguments.arguments);
    run::run(&mut cargo, "the messages above say which load failed")
}
