//! Rust's standard library for WebAssembly.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::Result;

use super::{Found, Step, debian_rust};
use crate::run;

pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// rustup needs seconds; where it cannot reach its servers it may hang instead of failing.
pub(super) const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub(super) struct WasmTarget;

impl Step for WasmTarget {
    fn name(&self) -> String {
        "wasm target".to_owned()
    }

    fn duration(&self) -> &'static str {
        "seconds with rustup, some minutes without"
    }

    fn find(&self) -> Option<Found> {
        if has_target(Path::new("rustc")) {
            return Some(Found::default());
        }
        has_target(&debian_rust::rustc()).then(|| Found {
            folder: Some(PathBuf::from(debian_rust::FOLDER)),
            note: Some("with Debian's Rust".to_owned()),
            ..Found::default()
        })
    }

    fn install(&self) -> Result<()> {
        let mut rustup = Command::new("rustup");
        rustup.args(["target", "add", TARGET]);
        let by_rustup = run::run_within(RUSTUP_LIMIT, &mut rustup, "trying Debian's Rust instead");
        by_rustup.or_else(|error| {
            println!("{error:#}");
            debian_rust::install()
        })
    }
}

/// Whether the compiler has the library. The sysroot is asked, not rustup: not every Rust is its.
fn has_target(rustc: &Path) -> bool {
    library(rustc).is_some_and(|folder| {
        folder.read_dir().is_ok_and(|mut files| {
            files.any(|file| {
                let name = file.map(|file| file.file_name()).unwrap_or_default();
                name.to_string_lossy().starts_with("libstd-")
            })
        })
    })
}

/// The folder in the compiler's sysroot that the library belongs in.
pub(super) fn library(rustc: &Path) -> Option<PathBuf> {
    let sysroot = run::output(Command::new(rustc).args(["--print", "sysroot"]))?;
    let rustlib = PathBuf::from(sysroot.trim()).join("lib/rustlib");
    Some(rustlib.join(TARGET).join("lib"))
}
