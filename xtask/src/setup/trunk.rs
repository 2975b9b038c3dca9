//! trunk, which builds the pages.

use std::process::Command;

use anyhow::Result;

use super::{Found, Step, cargo_install::CargoInstall};
use crate::run;

/// trunk, the machine's own if it has one.
#[derive(Debug)]
pub(super) struct Trunk;

fn own() -> CargoInstall {
    CargoInstall {
        package: "trunk",
        program: "trunk",
        // The last one that builds with the Rust version this project asks for.
        version: "0.21.14".to_owned(),
        locked: true,
        hasty: true,
        duration: "about 2 minutes",
    }
}

impl Step for Trunk {
    fn name(&self) -> String {
        own().name()
    }

    fn duration(&self) -> &'static str {
        own().duration()
    }

    fn find(&self) -> Option<Found> {
        own().find().or_else(|| {
            let said = run::output(Command::new("trunk").arg("--version"))?;
            Some(Found {
                note: Some(format!("this machine's own {}", said.trim())),
                ..Found::default()
            })
        })
    }

    fn install(&self) -> Result<()> {
        own().install()
    }
}
