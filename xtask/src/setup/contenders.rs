//! The libraries that the widget is measured beside, and what bundles them; no reader gets them.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;

use super::{Found, Step, apt};
use crate::{project, run};

/// The npm packages that bench/package.json names.
#[derive(Debug)]
pub(super) struct Contenders;

/// Where they are: each checkout has its own, as their list is part of it.
fn folder() -> PathBuf {
    project().join("target/bench")
}

fn list() -> PathBuf {
    project().join("bench/package.json")
}

impl Step for Contenders {
    fn name(&self) -> String {
        "libraries to measure beside".to_owned()
    }

    fn duration(&self) -> &'static str {
        "half a minute"
    }

    fn find(&self) -> Option<Found> {
        let installed = fs::read(folder().join("installed.json")).ok()?;
        (installed == fs::read(list()).ok()?).then(|| Found {
            variable: Some(("BENCH_PACKAGES", folder().join("node_modules"))),
            ..Found::default()
        })
    }

    fn install(&self) -> Result<()> {
        apt::ensure(&[("node", "nodejs"), ("npm", "npm")])?;
        fs::create_dir_all(folder())?;
        fs::copy(list(), folder().join("package.json"))?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock"])
            .current_dir(folder());
        run::run(
            &mut npm,
            "it needs the npm registry; when that is there, run this again",
        )?;
        // Only now they are whole.
        fs::copy(list(), folder().join("installed.json"))?;
        Ok(())
    }
}
