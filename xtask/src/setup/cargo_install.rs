//! Tools built by cargo from their published source, each in one version.

use std::{path::PathBuf, process::Command};

use anyhow::Result;

use super::{Found, Step, cache};
use crate::run;

/// A tool to build with cargo.
#[derive(Debug)]
pub(super) struct CargoInstall {
    /// The package.
    pub(super) package: &'static str,
    /// Its program.
    pub(super) program: &'static str,
    /// The version, exactly.
    pub(super) version: String,
    /// Takes the dependencies that the authors tested.
    pub(super) locked: bool,
    /// Builds for a short build, not for a fast program: these tools run for seconds.
    pub(super) hasty: bool,
    /// How long the build takes, in words.
    pub(super) duration: &'static str,
}

/// A release profile that builds in minutes where the tools' own take half an hour.
const HASTY_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

impl CargoInstall {
    fn root(&self) -> Result<PathBuf> {
        cache::folder(self.package, &self.version)
    }
}

impl Step for CargoInstall {
    fn name(&self) -> String {
        format!("{} {}", self.program, self.version)
    }

    fn duration(&self) -> &'static str {
        self.duration
    }

    fn find(&self) -> Option<Found> {
        let folder = self.root().ok()?.join("bin");
        // That it runs and gives this version shows that the installation was finished.
        let said = run::output(Command::new(folder.join(self.program)).arg("--version"))?;
        said.contains(&self.version).then_some(Found {
            folder: Some(folder),
            ..Found::default()
        })
    }

    fn install(&self) -> Result<()> {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["install", "--force", "--version", &self.version])
            .arg("--root")
            .arg(self.root()?)
            .arg(self.package);
        if self.locked {
            cargo.arg("--locked");
        }
        if self.hasty {
            cargo.envs(HASTY_PROFILE);
        }
        run::run(
            &mut cargo,
            "it needs the crates registry and a C linker; when both are there, run this again",
        )
    }
}
