//! What the project depends on: licences, sources, duplicates, and what is known against any of it.

use std::{process::Command, time::Duration};

use anyhow::Result;

use crate::{project, run, setup, setup::Tools};

/// For how long the database of advisories is waited for.
const PATIENCE: Duration = Duration::from_secs(120);

/// Checks the dependencies; without the database of advisories it says so, and that is no failure.
pub(crate) fn audit() -> Result<()> {
    let tools = setup::for_auditing()?;
    let remedy = "the messages above name the package; deny.toml says what is allowed";
    run::run(
        &mut deny(
            &tools,
            &[
                "check",
                "--hide-inclusion-graph",
                "bans",
                "licenses",
                "sources",
            ],
        ),
        remedy,
    )?;
    if let Err(error) = run::run_within(
        PATIENCE,
        &mut deny(&tools, &["fetch", "db"]),
        "try again where it can be had",
    ) {
        println!("advisories: NOT CHECKED, as their database cannot be had from here ({error:#})");
        return Ok(());
    }
    run::run(
        &mut deny(&tools, &["check", "--disable-fetch", "advisories"]),
        remedy,
    )
}

fn deny(tools: &Tools, arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    tools.apply(&mut cargo);
    cargo
        .current_dir(project())
        .args(["deny", "--workspace"])
        .args(arguments);
    cargo
}
