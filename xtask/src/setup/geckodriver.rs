//! The driver of Firefox, which Debian does not package.

use super::cargo_install::CargoInstall;

pub(super) fn step() -> CargoInstall {
    CargoInstall {
        package: "geckodriver",
        program: "geckodriver",
        version: "0.37.1".to_owned(),
        locked: false,
        hasty: true,
        duration: "about 3 minutes",
    }
}
