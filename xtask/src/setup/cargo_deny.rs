//! The checker of dependencies.

use super::cargo_install::CargoInstall;

pub(super) fn step() -> CargoInstall {
    CargoInstall {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".to_owned(),
        locked: true,
        hasty: true,
        duration: "about 4 minutes",
    }
}
