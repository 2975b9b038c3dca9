//! Packages of the npm registry, each in one version and in a folder of its own.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;

use super::{apt, cache};
use crate::run;

/// A package of the npm registry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Package {
    pub(super) name: &'static str,
    /// The version, exactly.
    pub(super) version: &'static str,
}

impl Package {
    /// The folder that holds the package and what it depends on, whether or not it is there.
    ///
    /// # Errors
    /// When the person has no home folder.
    pub(super) fn modules(self) -> Result<PathBuf> {
        Ok(self.root()?.join("node_modules"))
    }

    /// # Errors
    /// When npm is missing and cannot be installed, or its registry cannot be reached.
    pub(super) fn install(self) -> Result<()> {
        apt::ensure(&[("node", "nodejs"), ("npm", "npm")])?;
        let root = self.root()?;
        fs::create_dir_all(&root)?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock"])
            .arg("--prefix")
            .arg(root)
            .arg(format!("{}@{}", self.name, self.version));
        run::run(
            &mut npm,
            "it needs the npm registry; when that is there, run this again",
        )
    }

    fn root(self) -> Result<PathBuf> {
        // A scope is no folder of ours.
        let name = self.name.trim_start_matches('@').replace('/', "-");
        cache::folder(&name, self.version)
    }
}
