//! The release that newsrooms get.

use std::process::Command;

use anyhow::Result;

use crate::{project, run, setup::Tools};

/// Builds `dist/` with trunk.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    let project = project();
    let mut trunk = Command::new("trunk");
    tools.apply(&mut trunk);
    // Trunk would ask for newer versions of itself, and takes a set NO_COLOR for a wrong argument.
    trunk
        .args(["build", "--release"])
        .current_dir(&project)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env_remove("NO_COLOR");
    run::run(
        &mut trunk,
        "the messages above say where; after a change run `cargo xtask build` again",
    )?;
    println!("built: {}", project.join("dist").display());
    Ok(())
}
