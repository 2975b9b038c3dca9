//! The wasm target where rustup is missing or cannot: Debian's newer Rust, and its standard library
//! built from its source. Only a fallback: it takes minutes and packages.

use std::{
    env, fs, io,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use super::{
    apt,
    wasm_target::{TARGET, library},
};
use crate::run;

/// Where Debian puts cargo and rustc.
pub(super) const FOLDER: &str = "/usr/bin";

/// The compiler with the library's source and a linker for wasm.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const LINKER: &str = "/usr/bin/lld-22";

/// Debian's compiler.
pub(super) fn rustc() -> PathBuf {
    Path::new(FOLDER).join("rustc")
}

/// Installs the packages, builds the library and puts it into the compiler's sysroot.
///
/// # Errors
/// When a package is not to be had, or the sysroot cannot be written (that takes root).
pub(super) fn install() -> Result<()> {
    apt::install(&PACKAGES)?;
    let folder = env::temp_dir().join(format!("wasm-target-{}", std::process::id()));
    let built = build_library(&folder);
    let installed = built.and_then(|files| put_into_sysroot(&files));
    // What is left in the temporary folder is the system's to clean.
    let _ = fs::remove_dir_all(folder);
    installed
}

/// Builds an empty library, and with it the standard one; gives the folder of the results.
fn build_library(folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2024\"\n\n[workspace]\n",
    )?;
    let mut cargo = Command::new(Path::new(FOLDER).join("cargo"));
    cargo
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,proc_macro,test")
        .arg("--target-dir")
        .arg(folder.join("target"))
        .current_dir(folder)
        .env("RUSTC", rustc())
        // Debian's compiler is a stable one, which builds its own library only when asked so.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without it, link-time optimisation of what uses the library fails later.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run::run(
        &mut cargo,
        "install Rust by rustup instead, with the target wasm32-unknown-unknown",
    )?;
    Ok(folder.join(format!("target/{TARGET}/release/deps")))
}

fn put_into_sysroot(built: &Path) -> Result<()> {
    let library = library(&rustc()).context("Debian's rustc does not run")?;
    let as_root = || {
        let library = library.display();
        format!("cannot write {library}: run this once as root")
    };
    fs::create_dir_all(&library).with_context(as_root)?;
    for file in fs::read_dir(built)? {
        let file = file?.path();
        let name = file.file_name().unwrap_or_default();
        let of_empty = name.to_string_lossy().starts_with("libempty-");
        let kind = file.extension().and_then(|ending| ending.to_str());
        if matches!(kind, Some("rlib" | "rmeta")) && !of_empty {
            fs::copy(&file, library.join(name)).with_context(as_root)?;
        }
    }
    link_linker(&library).with_context(as_root)
}

/// rustc looks for `rust-lld` beside the library of the machine itself.
fn link_linker(library: &Path) -> io::Result<()> {
    let rustlib = library.ancestors().nth(2).unwrap_or(library);
    let host = format!("{}-unknown-linux-gnu", env::consts::ARCH);
    let folder = rustlib.join(host).join("bin");
    fs::create_dir_all(&folder)?;
    match symlink(LINKER, folder.join("rust-lld")) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    }
}
