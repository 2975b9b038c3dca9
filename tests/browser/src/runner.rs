//! From a list of tests to a result for each engine.

use std::{
    collections::HashMap,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result, bail};
use clap::Parser;
use libtest_mimic::{Failed, Trial};
use page_server::{Options, Server};

use crate::{
    browser::{Browser, Engine, Scheme, Settings, Trouble},
    cleanup,
    page::Page,
    site,
};

/// Two browsers keep a machine of two cores busy; a third only makes all of them slow.
const ENGINES_AT_ONCE: usize = 2;

/// The command line: that of `cargo test`'s own test programs, and the browsers.
#[derive(Debug, Parser)]
#[command(name = "browser-tests", about = "Runs the browser tests against dist/")]
pub struct CommandLine {
    /// Runs only in this browser; may be given more than once.
    #[arg(long = "browser", value_name = "ENGINE")]
    browsers: Vec<Engine>,
    #[command(flatten)]
    libtest: libtest_mimic::Arguments,
}

/// A sentence about the page, and the function that finds out whether it is true.
#[derive(Debug, Clone, Copy)]
pub struct Test {
    name: &'static str,
    run: fn(&mut Page) -> Result<()>,
    settings: Settings,
    built: bool,
}

impl Test {
    /// A test of the built pages, in a light browser that runs scripts.
    #[must_use]
    pub fn new(name: &'static str, run: fn(&mut Page) -> Result<()>) -> Self {
        Self {
            name,
            run,
            settings: Settings::default(),
            built: true,
        }
    }

    /// In a browser in which the page's scripts do not run.
    #[must_use]
    pub fn without_scripts(mut self) -> Self {
        self.settings.scripts = false;
        self
    }

    /// In a browser whose reader prefers dark pages.
    #[must_use]
    pub fn dark(mut self) -> Self {
        self.settings.scheme = Scheme::Dark;
        self
    }

    /// In a browser whose reader wants nothing to move.
    #[must_use]
    pub fn without_motion(mut self) -> Self {
        self.settings.reduced_motion = true;
        self
    }

    /// On an empty site, to which the test [adds](Page::put) what it needs.
    #[must_use]
    pub fn on_empty_site(mut self) -> Self {
        self.built = false;
        self
    }
}

/// The idle browsers of one engine by their settings. Whoever holds the lock uses the engine alone.
type Idle = Arc<Mutex<HashMap<Settings, Browser>>>;

/// Runs the tests, each in every engine asked for, and ends all browsers.
///
/// # Errors
/// When the run cannot begin; failed tests are in the exit code.
pub fn run(arguments: CommandLine, tests: &[Test]) -> Result<ExitCode> {
    cleanup::on_interrupt()?;
    let mut libtest = arguments.libtest;
    libtest.test_threads.get_or_insert(ENGINES_AT_ONCE);
    let engines: Vec<(Engine, Idle)> = Engine::ALL
        .into_iter()
        .filter(|engine| arguments.browsers.is_empty() || arguments.browsers.contains(engine))
        .map(|engine| (engine, Idle::default()))
        .collect();
    // Engine by engine within each test, so that the threads rarely wait for the same engine.
    let trials = tests
        .iter()
        .flat_map(|&test| {
            engines
                .iter()
                .map(move |(engine, idle)| trial(test, *engine, idle))
        })
        .collect();
    let conclusion = libtest_mimic::run(&libtest, trials);
    Ok(conclusion.exit_code())
}

fn trial(test: Test, engine: Engine, idle: &Idle) -> Trial {
    let idle = Arc::clone(idle);
    Trial::test(format!("{engine}::{}", test.name), move || {
        // A test that panicked took its browser with it; the others are as good as before.
        let mut idle = idle.lock().unwrap_or_else(PoisonError::into_inner);
        let result = carry_out(test, engine, &mut idle).or_else(|error| {
            if !may_be_accident(engine, &error) {
                return Err(error);
            }
            // Twice is no accident: then it is the page.
            eprintln!(
                "{engine}::{}: {error:#}; once more in a fresh browser",
                test.name
            );
            idle.clear();
            carry_out(test, engine, &mut idle)
        });
        result.map_err(|error| {
            // At once: a run that is stopped before its end has told it.
            eprintln!("{engine}::{}: {error:#}", test.name);
            Failed::from(format!("{error:#}"))
        })
    })
}

/// Whether a test that failed so may have failed by its browser alone. `WebKitGTK`'s driver now and then loses an
/// element, a click or the screen's next picture on a busy machine, once in some hundred tests, and does not say so.
fn may_be_accident(engine: Engine, error: &anyhow::Error) -> bool {
    error.is::<Trouble>() || engine == Engine::WebKit
}

/// Runs one test. Its browser is used again only if nothing went wrong.
fn carry_out(test: Test, engine: Engine, idle: &mut HashMap<Settings, Browser>) -> Result<()> {
    let root = test.built.then(site::built).transpose()?;
    let server = Server::start(Options {
        root,
        port: 0,
        report_violations: true,
        report_console: Browser::hides_messages(engine),
        hosts: &["/in-a-frame.html"],
        ..Options::default()
    })?;
    let browser = match idle.remove(&test.settings) {
        Some(browser) => browser,
        None => Browser::start(engine, test.settings)?,
    };
    let mut page = Page::new(browser, test.settings, server)?;
    let result = (test.run)(&mut page);
    if result.as_ref().is_err_and(|error| !error.is::<Trouble>()) {
        // What the page complained of may be why.
        let faults = page.finish().unwrap_or_default();
        return result.with_context(|| format!("faults on the page: {faults:#?}"));
    }
    let faults = page.finish()?;
    if !faults.is_empty() {
        bail!("faults on the page:\n- {}", faults.join("\n- "));
    }
    idle.insert(test.settings, page.into_browser());
    Ok(())
}
