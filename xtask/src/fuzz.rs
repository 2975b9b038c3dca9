//! The fuzzer, for a bounded time.

use std::{fs, process::Command};

use anyhow::{Context, Result};

use crate::{project, run, setup};

/// What is fuzzed, by the names of the targets in `fuzz/targets`.
const TARGETS: [&str; 4] = ["json", "csv", "link", "table"];

/// Longer inputs say nothing that shorter ones do not; the limit of a file has a test of its own.
const MOST_BYTES: u32 = 64 * 1024;
/// No input may take longer, in seconds.
const LONGEST: u32 = 10;
/// Nor more memory, in MB.
const MOST_MEMORY: u32 = 1024;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// For how long, in seconds, each target is run.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// This target alone; may be given more than once.
    #[arg(long = "target", value_name = "TARGET", value_parser = TARGETS)]
    targets: Vec<String>,
}

/// Runs each target from its seeds on.
pub(crate) fn fuzz(arguments: &Arguments) -> Result<()> {
    let tools = setup::for_fuzzing()?;
    let wanted = &arguments.targets;
    let chosen = TARGETS
        .into_iter()
        .filter(|target| wanted.is_empty() || wanted.iter().any(|one| one == target));
    for target in chosen {
        println!("\n== {target}: {} s", arguments.seconds);
        let root = project();
        // What the fuzzer finds worth keeping stays here for the next time; what it fails for, in fuzz/artifacts.
        let found = root.join("target/fuzz-corpus").join(target);
        fs::create_dir_all(&found).with_context(|| format!("no {}", found.display()))?;
        let mut cargo = Command::new("cargo");
        tools.apply(&mut cargo);
        // The input is named; nobody wants to read it byte by byte, nor the fuzzer's own calls.
        cargo.env("RUST_BACKTRACE", "0");
        // Without a sanitizer it runs on the stable toolchain; in code without `unsafe` there is nothing for one.
        cargo
            .current_dir(&root)
            .args([
                "fuzz",
                "run",
                "--sanitizer",
                "none",
                "--target-dir",
                "target/fuzz",
                target,
            ])
            .arg(&found)
            .arg(root.join("tests/fuzzed/seeds").join(target))
            .arg("--")
            .args([
                format!("-max_total_time={}", arguments.seconds),
                format!("-max_len={MOST_BYTES}"),
                format!("-timeout={LONGEST}"),
                format!("-rss_limit_mb={MOST_MEMORY}"),
                "-print_final_stats=1".to_owned(),
            ]);
        let remedy = format!(
            "put the input that it names into tests/fuzzed/regressions/{target}/, see `cargo test -p fuzzed` fail, and mend it"
        );
        run::run(&mut cargo, &remedy)?;
    }
    Ok(())
}
