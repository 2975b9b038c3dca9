//! Sets up what is missing: one step a tool, each quick when there is nothing to do.

mod apt;
mod browsers;
mod cache;
mod cargo_deny;
mod cargo_fuzz;
mod cargo_install;
mod contenders;
mod debian_rust;
mod fonts;
mod geckodriver;
mod libreoffice;
mod npm;
mod page_script;
mod poppler;
mod rust_source;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_target;
mod web_servers;

use std::{
    env,
    ffi::OsString,
    io::{self, Write},
    path::PathBuf,
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::text;

pub(crate) use browsers::Browser;

/// One thing to have on the machine.
trait Step {
    /// What a person calls it.
    fn name(&self) -> String;
    /// How long setting it up takes, in words.
    fn duration(&self) -> &'static str;
    /// Where it is, if it is there and works.
    fn find(&self) -> Option<Found>;
    /// Sets it up. An error says what to do.
    fn install(&self) -> Result<()>;
}

/// A thing that is there.
#[derive(Debug, Default)]
struct Found {
    /// The folder to look for its programs in, if that may not be on the PATH.
    folder: Option<PathBuf>,
    /// The environment variable in which others look for it, if it is no program.
    variable: Option<(&'static str, PathBuf)>,
    /// What a person may want to know, for example that it is not of our own choosing.
    note: Option<String>,
}

/// The tools that were set up.
#[derive(Debug, Default)]
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
    variables: Vec<(&'static str, PathBuf)>,
}

impl Tools {
    /// Lets a command, and all that it runs, use these tools first.
    pub(crate) fn apply(&self, command: &mut Command) {
        command.env("PATH", self.path());
        command.envs(self.variables.iter().cloned());
    }

    fn path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        // Fails only if a folder of ours has a ':' in its name: then the inherited path has to do.
        env::join_paths(folders.chain(env::split_paths(&inherited))).unwrap_or(inherited)
    }
}

/// Sets up what building needs.
pub(crate) fn for_building() -> Result<Tools> {
    let steps: [&dyn Step; 4] = [
        &wasm_target::WasmTarget,
        &wasm_bindgen::step()?,
        &trunk::Trunk,
        &wasm_opt::WasmOpt,
    ];
    set_up(&steps, Tools::default())
}

/// Sets up what building the standard library needs besides.
pub(crate) fn for_building_smallest() -> Result<Tools> {
    set_up(&[&rust_source::RustSource], for_building()?)
}

/// Sets up what the native tests need besides: fonts for pictures, and servers for published folders.
pub(crate) fn for_native_tests() -> Result<Tools> {
    let steps: [&dyn Step; 2] = [&fonts::Fonts, &web_servers::WebServers];
    set_up(&steps, for_building()?)
}

/// Sets up what the check of dependencies needs.
pub(crate) fn for_auditing() -> Result<Tools> {
    set_up(&[&cargo_deny::step()], Tools::default())
}

/// Sets up what the comparison with other libraries needs.
pub(crate) fn for_benchmarks() -> Result<Tools> {
    let steps: [&dyn Step; 2] = [&contenders::Contenders, &Browser::Chromium];
    set_up(&steps, for_building()?)
}

/// Sets up what fuzzing needs.
pub(crate) fn for_fuzzing() -> Result<Tools> {
    apt::ensure(&[("g++", "g++")])?;
    set_up(&[&cargo_fuzz::step()], Tools::default())
}

/// Sets up what all tests need: what the browser tests look with, and these browsers with their drivers.
pub(crate) fn for_testing(browsers: &[Browser]) -> Result<Tools> {
    let steps: [&dyn Step; 6] = [
        &page_script::AXE_CORE,
        &page_script::READABILITY,
        &page_script::PYM,
        &page_script::FRAMES,
        &poppler::Poppler,
        &libreoffice::LibreOffice,
    ];
    let mut tools = set_up(&steps, for_native_tests()?)?;
    for browser in browsers {
        tools = set_up(&[browser as &dyn Step], tools)?;
    }
    if browsers.contains(&Browser::Firefox) {
        tools = set_up(&[&geckodriver::step()], tools)?;
    }
    Ok(tools)
}

fn set_up(steps: &[&dyn Step], mut tools: Tools) -> Result<Tools> {
    for step in steps {
        let found = ensure(*step).with_context(|| format!("setting up {}", step.name()))?;
        tools.folders.extend(found.folder);
        tools.variables.extend(found.variable);
    }
    Ok(tools)
}

fn ensure(step: &dyn Step) -> Result<Found> {
    let name = step.name();
    print!("{name} … ");
    io::stdout().flush()?;
    if let Some(found) = step.find() {
        let note = found.note.as_deref().map(|note| format!(" ({note})"));
        println!("ready{}", note.unwrap_or_default());
        return Ok(found);
    }
    println!("setting up, takes {}", step.duration());
    let begin = Instant::now();
    step.install()?;
    let Some(found) = step.find() else {
        bail!("it was installed, but does not work; remove it and run this again");
    };
    println!("{name} … ready after {}", text::duration(begin.elapsed()));
    Ok(found)
}
