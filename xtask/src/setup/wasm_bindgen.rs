//! wasm-bindgen's program, which must be of the very version of its library.

use std::fs;

use anyhow::{Context, Result};

use super::cargo_install::CargoInstall;
use crate::project;

/// The step for the version that Cargo.lock names.
pub(super) fn step() -> Result<CargoInstall> {
    let lock = fs::read_to_string(project().join("Cargo.lock"))
        .context("Cargo.lock cannot be read; it belongs to the project, take it from there")?;
    Ok(CargoInstall {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_version(&lock, "wasm-bindgen")?,
        // Only the library's version must be the same; what else it is built of may be newer.
        locked: false,
        hasty: false,
        duration: "about 2 minutes",
    })
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is damaged")?;
    lock.get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no version of {package}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_comes_from_the_lock_file() -> Result<()> {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen")?, "0.2.130");
        assert!(locked_version(lock, "yew").is_err());
        Ok(())
    }
}
