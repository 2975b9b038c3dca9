//! The release that newsrooms get.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::{
    minify, project, run,
    setup::{self, Tools},
    shorten,
};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// In fewer bytes: with a standard library built for it, in which a panic says nothing and ends the program at
    /// once.
    ///
    /// The reader is told the same. It uses what the compiler does not promise to keep, and needs the library's source;
    /// docs/size.md says what it gives.
    #[arg(long)]
    smallest: bool,
}

/// Builds `dist/` as the arguments say.
pub(crate) fn by(arguments: &Arguments) -> Result<()> {
    if !arguments.smallest {
        return build(&setup::for_building()?);
    }
    let project = project();
    let tools = setup::for_building_smallest()?;
    release(&project, &tools, &[], &SMALLEST)?;
    shrink(&project.join("dist"))?;
    println!("built: {}, the smallest", project.join("dist").display());
    Ok(())
}

/// What cargo is told to build the standard library too; the hooks in Trunk.toml take it away from native programs.
const SMALLEST: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (FLAGS, "-Zunstable-options -Cpanic=immediate-abort"),
];

/// Where cargo finds flags for the compiler.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Builds `dist/` with trunk.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    let project = project();
    build_in(&project, tools)?;
    println!("built: {}", project.join("dist").display());
    Ok(())
}

/// Builds a widget that panics on purpose, for tests alone.
pub(crate) fn build_panicking(tools: &Tools) -> Result<()> {
    let arguments = ["--features", "panics", "--dist", "target/panics"];
    release(&project(), tools, &arguments, &[])
}

/// Builds the `dist/` of a checkout.
pub(crate) fn build_in(checkout: &Path, tools: &Tools) -> Result<()> {
    release(checkout, tools, &[], &[])?;
    shrink(&checkout.join("dist"))
}

/// A release in fewer bytes.
fn shrink(dist: &Path) -> Result<()> {
    minify::folder(dist)?;
    shorten::folder(dist)
}

fn release(
    checkout: &Path,
    tools: &Tools,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> Result<()> {
    let mut trunk = Command::new("trunk");
    tools.apply(&mut trunk);
    // Trunk would ask for newer versions of itself, and takes a set NO_COLOR for a wrong argument.
    trunk
        .args(["build", "--release"])
        .args(arguments)
        .current_dir(checkout)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env(FLAGS, flags())
        .envs(variables.iter().copied())
        .env_remove("NO_COLOR");
    run::run(
        &mut trunk,
        "the messages above say where; after a change run `cargo xtask build` again",
    )
}

/// The places of sources are in the messages of panics: wherever they lie on this machine, a release is the same.
fn flags() -> String {
    let registries = cargo_home().map(|home| home.join("registry/src"));
    let registries = registries.and_then(|folder| fs::read_dir(folder).ok());
    let registries = registries.into_iter().flatten().flatten();
    let flags =
        registries.map(|entry| format!("--remap-path-prefix={}=crates", entry.path().display()));
    flags.collect::<Vec<_>>().join(" ")
}

fn cargo_home() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| Some(env::home_dir()?.join(".cargo")))
}
