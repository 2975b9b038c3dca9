//! What a folder says of itself: which charts it has, and what they were before.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

/// The name of the file that tells a published folder from any other.
pub(super) const NAME: &str = "troop-estimates.json";

/// The version of the manifest.
const VERSION: u32 = 1;

/// All charts of a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    /// In the order of their names and languages.
    pub(super) charts: Vec<Entry>,
    /// The hash of each asset, as browsers and auditors compare it.
    #[serde(default)]
    pub(super) integrity: BTreeMap<String, String>,
}

/// A chart in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) language: String,
    /// The states of its data, the present one first.
    pub(super) states: Vec<State>,
}

/// A state of a chart's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    /// A short hash of the data.
    pub(super) revision: String,
    /// How many estimates of its file could not be read.
    pub(super) refused: usize,
    /// What was wrong in its file.
    pub(super) problems: Vec<String>,
}

impl Manifest {
    pub(super) fn new(charts: Vec<Entry>, integrity: BTreeMap<String, String>) -> Self {
        Self {
            version: VERSION,
            charts,
            integrity,
        }
    }

    pub(super) fn parse(text: &[u8]) -> Result<Self> {
        let manifest: Self =
            serde_json::from_slice(text).with_context(|| format!("{NAME} cannot be read"))?;
        ensure!(
            manifest.version == VERSION,
            "{NAME}: found version {}, expected {VERSION}: another version of this tool has written it",
            manifest.version
        );
        Ok(manifest)
    }

    pub(super) fn text(&self) -> Result<Vec<u8>> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        Ok(text)
    }
}

impl Entry {
    /// Name and language, as they stand in file names.
    pub(super) fn stem(&self) -> String {
        format!("{}.{}", self.name, self.language)
    }
}

/// The file with the data of a revision.
pub(super) fn revision_data(stem: &str, revision: &str) -> String {
    format!("revisions/{stem}.{revision}.json")
}

/// The page with the chart of a revision.
pub(super) fn revision_page(stem: &str, revision: &str) -> String {
    format!("revisions/{stem}.{revision}.html")
}
