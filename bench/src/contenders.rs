//! Who is measured.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

/// A page that shows the estimates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contender {
    /// Hand-written: what the others are compared with.
    Vanilla,
    Ours,
    /// One file in `pages/`, bundled with what it imports of a library.
    Library(&'static str),
}

const LIBRARIES: [&str; 5] = [
    "chart-js",
    "observable-plot",
    "echarts",
    "vega-lite",
    "plotly",
];

impl Contender {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Vanilla => "hand-written",
            Self::Ours => "this widget",
            Self::Library(name) => name,
        }
    }

    /// All, or those with these names after the hand-written one.
    pub(crate) fn chosen(names: &[String]) -> Result<Vec<Self>> {
        let all = [Self::Vanilla, Self::Ours];
        let all: Vec<_> = all
            .into_iter()
            .chain(LIBRARIES.map(Self::Library))
            .collect();
        for name in names {
            if !all.iter().any(|contender| contender.name() == name) {
                let known: Vec<_> = all.iter().map(|contender| contender.name()).collect();
                bail!("found \"{name}\", expected one of {}", known.join(", "));
            }
        }
        let is_chosen = |contender: &Self| {
            names.is_empty()
                || *contender == Self::Vanilla
                || names.iter().any(|name| name == contender.name())
        };
        Ok(all.into_iter().filter(is_chosen).collect())
    }
}

/// The folder of the pages' sources.
pub(crate) fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pages")
}

/// The script of each library's page, with nothing in it that the page does not use.
pub(crate) fn bundle(
    contenders: &[Contender],
    packages: &Path,
) -> Result<BTreeMap<&'static str, Vec<u8>>> {
    let folder = tempfile::tempdir()?;
    let mut bundles = BTreeMap::new();
    for contender in contenders {
        let Contender::Library(name) = *contender else {
            continue;
        };
        let bundle = folder.path().join(format!("{name}.js"));
        let esbuild = Command::new(packages.join(".bin/esbuild"))
            .arg(pages().join(format!("{name}.js")))
            .args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--legal-comments=none",
            ])
            .arg(format!("--outfile={}", bundle.display()))
            .env("NODE_PATH", packages)
            .output()
            .context("esbuild cannot be run")?;
        ensure!(
            esbuild.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&esbuild.stderr)
        );
        bundles.insert(name, fs::read(&bundle)?);
    }
    Ok(bundles)
}
