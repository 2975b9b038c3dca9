//! wasm-opt, which makes the wasm file smaller, from the npm package of its authors.

use std::process::Command;

use anyhow::Result;

use super::{Found, Step, npm};
use crate::run;

const PACKAGE: npm::Package = npm::Package {
    name: "binaryen",
    version: "132.0.0",
};

#[derive(Debug)]
pub(super) struct WasmOpt;

impl Step for WasmOpt {
    fn name(&self) -> String {
        format!("wasm-opt {}", PACKAGE.version)
    }

    fn duration(&self) -> &'static str {
        "a minute"
    }

    fn find(&self) -> Option<Found> {
        let folder = PACKAGE.modules().ok()?.join(".bin");
        run::output(Command::new(folder.join("wasm-opt")).arg("--version"))?;
        Some(Found {
            folder: Some(folder),
            ..Found::default()
        })
    }

    fn install(&self) -> Result<()> {
        PACKAGE.install()
    }
}
