//! The fuzzer's command.

use super::cargo_install::CargoInstall;

pub(super) fn step() -> CargoInstall {
    CargoInstall {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: "0.13.2".to_owned(),
        locked: false,
        hasty: true,
        duration: "about a minute",
    }
}
