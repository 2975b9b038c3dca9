//! Every check and test there is, in order.

mod count;
mod steps;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::Result;
use clap::ValueEnum;

use crate::{
    setup::{self, Browser},
    text,
};
use count::Count;
use steps::Step;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Tests in this browser only; may be given more than once.
    #[arg(long = "browser", value_name = "BROWSER")]
    browsers: Vec<Browser>,
    /// Runs only those browser tests whose name contains this.
    #[arg(long, value_name = "NAME")]
    filter: Option<String>,
    /// Runs this step alone; may be given more than once.
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
}

impl Arguments {
    fn browsers(&self) -> &[Browser] {
        if self.browsers.is_empty() {
            Browser::value_variants()
        } else {
            &self.browsers
        }
    }

    fn steps(&self) -> impl Iterator<Item = Step> {
        let all = Step::value_variants().iter().copied();
        all.filter(|step| self.only.is_empty() || self.only.contains(step))
    }
}

/// How a step went.
struct Done {
    step: Step,
    took: Duration,
    result: Result<()>,
}

/// Sets up what the steps need, runs the steps up to the first that fails, and sums up.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let has = |wanted: Step| arguments.steps().any(|step| step == wanted);
    let tools = if has(Step::Browsers) {
        setup::for_testing(arguments.browsers())?
    } else if has(Step::Native) {
        setup::for_native_tests()?
    } else {
        setup::for_building()?
    };
    let mut count = Count::default();
    let mut done: Vec<Done> = Vec::new();
    for step in arguments.steps() {
        println!("\n== {step}: {}", step.about());
        let begin = Instant::now();
        let result = step.run(&tools, arguments, &mut count);
        let failed = result.is_err();
        done.push(Done {
            step,
            took: begin.elapsed(),
            result,
        });
        if failed {
            break;
        }
    }
    Ok(sum_up(&done, count))
}

/// Prints how the steps went; the last line is the count of tests.
fn sum_up(done: &[Done], mut count: Count) -> ExitCode {
    println!("\n== summary");
    for Done { step, took, result } in done {
        let word = if result.is_ok() { "ok" } else { "FAILED" };
        println!(
            "{:12}  {word:6}  {}",
            step.to_string(),
            text::duration(*took)
        );
    }
    let failure = done
        .iter()
        .find_map(|done| Some((done.step, done.result.as_ref().err()?)));
    if let Some((step, error)) = failure {
        println!("\n{step} failed: {error:#}");
        println!("To run it alone: cargo xtask test --only {step}");
        count.at_least_one_failed();
    }
    println!("\n{count}");
    if failure.is_some() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
