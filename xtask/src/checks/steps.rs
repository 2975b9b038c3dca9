//! The steps of `cargo xtask test`.

use std::{fmt, fs, process::Command};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::{Arguments, count::Count};
use crate::{build, project, run, setup::Tools, size};

/// What there is to check, the quickest to fail first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Step {
    Format,
    Clippy,
    ClippyWasm,
    Core,
    Docs,
    Native,
    Build,
    Size,
    Browsers,
}

impl Step {
    /// What the step finds out.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Format => "the code is formatted",
            Self::Clippy => "no warnings, in any target",
            Self::ClippyWasm => "no warnings in what browsers get",
            Self::Core => "dataset, view and chart compile without Yew and web-sys",
            Self::Docs => "the documentation has no warnings",
            Self::Native => "tests on this machine",
            Self::Build => "a release, and one that panics on purpose",
            Self::Size => "the budgets",
            Self::Browsers => "tests in browsers",
        }
    }

    pub(super) fn run(self, tools: &Tools, arguments: &Arguments, count: &mut Count) -> Result<()> {
        match self {
            Self::Format => format(tools),
            Self::Clippy => clippy(tools, "--workspace --all-targets"),
            Self::ClippyWasm => clippy(
                tools,
                "--package troop-estimates --lib --bins --target wasm32-unknown-unknown",
            ),
            Self::Core => core(tools),
            Self::Docs => docs(tools),
            Self::Native => native(tools, count),
            Self::Build => build::build(tools).and_then(|()| build::build_panicking(tools)),
            Self::Size => size::check(),
            Self::Browsers => browsers(tools, arguments, count),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.to_possible_value();
        f.write_str(value.as_ref().map_or("", |value| value.get_name()))
    }
}

const SEE_ABOVE: &str = "the messages above say where";

/// cargo with the tools at hand; `arguments` are separated by blanks.
fn cargo_command(tools: &Tools, arguments: &str) -> Command {
    let mut cargo = Command::new("cargo");
    tools.apply(&mut cargo);
    cargo
        .args(arguments.split_whitespace())
        .current_dir(project());
    cargo
}

fn cargo(tools: &Tools, arguments: &str, remedy: &str) -> Result<()> {
    run::run(&mut cargo_command(tools, arguments), remedy)
}

fn clippy(tools: &Tools, what: &str) -> Result<()> {
    cargo(tools, &format!("clippy {what} -- -D warnings"), SEE_ABOVE)
}

/// `cargo fmt` does not find the languages, which the build lists.
fn format(tools: &Tools) -> Result<()> {
    cargo(tools, "fmt --all --check", "run `cargo fmt`")?;
    let folder = project().join("src/locale/languages");
    let mut rustfmt = Command::new("rustfmt");
    tools.apply(&mut rustfmt);
    rustfmt.args(["--check", "--edition", "2024"]);
    for file in fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
        rustfmt.arg(file?.path());
    }
    run::run(&mut rustfmt, "run `rustfmt src/locale/languages/*.rs`")
}

/// The core compiles alone, and what it depends on is neither Yew nor the browser.
fn core(tools: &Tools) -> Result<()> {
    let core = "--package troop-estimates --no-default-features";
    cargo(tools, &format!("check {core} --lib"), SEE_ABOVE)?;
    let tree = format!("tree {core} --edges normal --prefix none");
    let tree = run::output(&mut cargo_command(tools, &tree)).context("`cargo tree` failed")?;
    for line in tree.lines() {
        let name = line.split_whitespace().next().unwrap_or_default();
        if ["yew", "web-sys"].contains(&name) {
            bail!("the core depends on {name}; see `cargo tree {core} --invert {name}`");
        }
    }
    Ok(())
}

fn docs(tools: &Tools) -> Result<()> {
    let mut doc = cargo_command(tools, "doc --workspace --no-deps --document-private-items");
    doc.env("RUSTDOCFLAGS", "-D warnings");
    run::run(&mut doc, SEE_ABOVE)
}

fn native(tools: &Tools, count: &mut Count) -> Result<()> {
    let mut tests = cargo_command(tools, "test --workspace --exclude browser-tests");
    run::run_reading(&mut tests, SEE_ABOVE, |line| count.read(line))
}

fn browsers(tools: &Tools, arguments: &Arguments, count: &mut Count) -> Result<()> {
    let mut tests = cargo_command(tools, "run --quiet --package browser-tests --");
    for browser in arguments.browsers() {
        tests.args(["--browser", browser.id()]);
    }
    tests.args(&arguments.filter);
    run::run_reading(
        &mut tests,
        "`--browser` and `--filter` choose a few of them; screenshots/ shows what they saw",
        |line| count.read(line),
    )
}
