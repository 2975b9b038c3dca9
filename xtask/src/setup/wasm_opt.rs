//! wasm-opt, which makes the wasm file smaller, from the npm package of its authors.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;

use super::{Found, Step, apt, cache};
use crate::run;

const PACKAGE: &str = "binaryen";
const VERSION: &str = "132.0.0";

#[derive(Debug)]
pub(super) struct WasmOpt;

fn root() -> Result<PathBuf> {
    cache::folder(PACKAGE, VERSION)
}

impl Step for WasmOpt {
    fn name(&self) -> String {
        format!("wasm-opt {VERSION}")
    }

    fn duration(&self) -> &'static str {
        "a minute"
    }

    fn find(&self) -> Option<Found> {
        let folder = root().ok()?.join("node_modules/.bin");
        run::output(Command::new(folder.join("wasm-opt")).arg("--version"))?;
        Some(Found {
            folder: Some(folder),
            note: None,
        })
    }

    fn install(&self) -> Result<()> {
        apt::ensure(&[("node", "nodejs"), ("npm", "npm")])?;
        let root = root()?;
        fs::create_dir_all(&root)?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock"])
            .arg("--prefix")
            .arg(root)
            .arg(format!("{PACKAGE}@{VERSION}"));
        run::run(
            &mut npm,
            "it needs the npm registry; when that is there, run this again",
        )
    }
}
