//! The source of Rust's standard library.

use std::{path::PathBuf, process::Command};

use anyhow::Result;

use super::{Found, Step, wasm_target::RUSTUP_LIMIT};
use crate::run;

#[derive(Debug)]
pub(super) struct RustSource;

impl Step for RustSource {
    fn name(&self) -> String {
        "source of the standard library".to_owned()
    }

    fn duration(&self) -> &'static str {
        "seconds"
    }

    fn find(&self) -> Option<Found> {
        let sysroot = run::output(Command::new("rustc").args(["--print", "sysroot"]))?;
        let library = PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library/std");
        library.is_dir().then(Found::default)
    }

    fn install(&self) -> Result<()> {
        let mut rustup = Command::new("rustup");
        rustup.args(["component", "add", "rust-src"]);
        run::run_within(
            RUSTUP_LIMIT,
            &mut rustup,
            "a Rust that is not rustup's has it in a package of its own, in Debian rust-src",
        )
    }
}
