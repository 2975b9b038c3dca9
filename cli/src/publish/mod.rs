//! A folder for any static host: a page for each dataset and language, and all that belongs to it.
//!
//! Everything is made in memory first; then the folder is replaced as a whole, or stays as it is.

mod assets;
mod base;
mod charts;
mod embed_page;
mod folder;
mod head;
mod headers;
mod height;
mod manifest;
mod oembed;
mod page;
mod progress;
mod revisions;
mod site;
mod snippets;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use assets::Assets;
use base::Base;
use folder::Folder;
use progress::Progress;
use site::Site;

/// Publish datasets as a folder for any static host.
///
/// The folder gets a page for each dataset and language, which stands for itself, in frames and in `<troop-estimates>`
/// elements; pictures; everything that the pages need, under names that change with their content; settings for
/// several hosts; and embed.html with what to paste into a CMS. What was published into the folder before stays
/// there, newer datasets take the place of older ones, and the older ones remain as revisions.
///
/// The folder is replaced as a whole or not at all, and doing it twice changes nothing.
#[derive(clap::Args)]
pub struct Arguments {
    /// Datasets in JSON or CSV, called NAME.LANGUAGE.json or NAME.json and so on.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder to write. It must be new, empty, or written by this command.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The address at which the folder will be served.
    #[arg(long, value_name = "URL")]
    base_url: Base,
    /// The folder with a release of the widget (`cargo xtask build` makes it).
    #[arg(long, value_name = "DIR", default_value = "dist")]
    assets: PathBuf,
    /// Who publishes, for sites that show where a chart comes from.
    #[arg(long, value_name = "NAME")]
    provider: Option<String>,
}

/// Does what the arguments ask for.
///
/// # Errors
///
/// As [`folder()`].
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let changed = publish(arguments)?;
    let (folder, base) = (arguments.out.display(), &arguments.base_url);
    match changed {
        0 => anstream::println!("{folder}: nothing has changed"),
        1 => anstream::println!("{folder}: 1 file is new or has changed"),
        _ => anstream::println!("{folder}: {changed} files are new or have changed"),
    }
    anstream::println!("What to paste: {}", base.join("embed.html"));
    Ok(ExitCode::SUCCESS)
}

/// Publishes datasets into a folder that will be served at an address, with the assets of a release; gives how many of
/// its files are new or have changed.
///
/// # Errors
///
/// An address that is none; a dataset that is missing or, as a whole, unusable; assets that are missing or of another
/// version; a folder that is somebody else's or cannot be written. The folder is as it was then.
pub fn folder(files: &[PathBuf], out: &Path, base_url: &str, release: &Path) -> Result<usize> {
    publish(&Arguments {
        files: files.to_vec(),
        out: out.to_owned(),
        base_url: base_url.parse()?,
        assets: release.to_owned(),
        provider: None,
    })
}

fn publish(arguments: &Arguments) -> Result<usize> {
    let progress = Progress::new();
    let folder = Folder::open(&arguments.out)?;
    let assets = progress.step("reading the release", || Assets::read(&arguments.assets))?;
    let charts = progress.step("reading datasets", || {
        charts::read(&arguments.files, &folder)
    })?;
    let site = Site {
        base: &arguments.base_url,
        provider: arguments.provider.as_deref(),
        assets: &assets,
        folder: &folder,
        charts: &charts,
    };
    let files = site.files(&progress)?;
    let changed = folder
        .replace(files, &progress)
        .with_context(|| format!("cannot write {}", arguments.out.display()))?;
    progress.end();
    Ok(changed)
}
