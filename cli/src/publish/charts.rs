//! The charts of a folder: those that are published now, and those that were before.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use troop_estimates::dataset::{Dataset, Packed, read_json};
use troop_estimates::keep::json;
use troop_estimates::locale::Locale;

use super::assets::short_hash;
use super::folder::Folder;
use super::manifest::{Entry, State, revision_data};
use crate::{file, names};

/// A chart in one language.
pub(super) struct Chart {
    pub(super) entry: Entry,
    /// The states of its data, the present one first, as those of the entry.
    states: Vec<Packed>,
}

impl Chart {
    /// The present state.
    pub(super) fn packed(&self) -> &Packed {
        &self.states[0]
    }

    pub(super) fn dataset(&self) -> &Dataset {
        &self.packed().dataset
    }

    /// The revision of the present state.
    pub(super) fn revision(&self) -> &str {
        &self.entry.states[0].revision
    }

    /// The states before, the latest first, with their revisions.
    pub(super) fn earlier(&self) -> impl Iterator<Item = (&str, &Packed)> {
        let revisions = self
            .entry
            .states
            .iter()
            .map(|state| state.revision.as_str());
        revisions.zip(&self.states).skip(1)
    }

    pub(super) fn locale(&self) -> Locale {
        Locale::for_language(&self.dataset().language)
    }

    /// Name and language, as they stand in file names.
    pub(super) fn stem(&self) -> String {
        self.entry.stem()
    }

    pub(super) fn page(&self) -> String {
        format!("{}.html", self.stem())
    }

    /// The drawing that stands alone.
    pub(super) fn picture(&self) -> String {
        format!("{}.svg", self.stem())
    }

    /// The picture for social networks.
    pub(super) fn social_picture(&self) -> String {
        format!("{}.png", self.stem())
    }
}

/// Reads what is published now, and what the folder has.
pub(super) fn read(files: &[PathBuf], folder: &Folder) -> Result<Vec<Chart>> {
    let mut charts = BTreeMap::new();
    for path in files {
        let packed = file::read_usable(path)?;
        let chart = chart(path, packed)?;
        let stem = chart.stem();
        if charts.insert(stem.clone(), chart).is_some() {
            bail!(
                "{}: a second dataset called {stem}: rename the file, or give it another language",
                path.display()
            );
        }
    }
    let manifest = folder.manifest()?;
    for entry in manifest.into_iter().flat_map(|manifest| manifest.charts) {
        let stem = entry.stem();
        match charts.get_mut(&stem) {
            Some(chart) => chart.follows(&entry, folder)?,
            None => {
                let chart = again(entry, folder)?;
                charts.insert(stem, chart);
            }
        }
    }
    Ok(charts.into_values().collect())
}

/// A chart that is published now.
fn chart(path: &Path, packed: Packed) -> Result<Chart> {
    let language = packed.dataset.language.clone();
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let stem = stem.with_context(|| format!("{} has no name", path.display()))?;
    let name = match stem.rsplit_once('.') {
        Some((name, ending))
            if ending.eq_ignore_ascii_case(&language)
                || ending == Locale::for_language(&language).tag() =>
        {
            name
        }
        _ => stem,
    };
    let is_plain =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
    if name.is_empty() || name.starts_with('.') || !name.chars().all(is_plain) {
        bail!(
            "{}: the name of the file becomes an address: found \"{name}\", expected letters a to z, digits, - and _",
            path.display()
        );
    }
    let state = State {
        revision: short_hash(json(&packed.dataset).as_bytes())[..8].to_owned(),
        refused: packed.refused,
        problems: packed.problems.clone(),
    };
    let entry = Entry {
        name: name.to_owned(),
        language,
        states: vec![state],
    };
    Ok(Chart {
        entry,
        states: vec![packed],
    })
}

impl Chart {
    /// Notes what the chart was before.
    fn follows(&mut self, before: &Entry, folder: &Folder) -> Result<()> {
        let present = self.revision().to_owned();
        let earlier = before.states.iter();
        for state in earlier.filter(|state| state.revision != present) {
            self.states.push(packed(before, state, folder)?);
            self.entry.states.push(state.clone());
        }
        Ok(())
    }
}

/// A chart that was published before, as it was.
fn again(entry: Entry, folder: &Folder) -> Result<Chart> {
    let states = entry.states.iter();
    let states = states.map(|state| packed(&entry, state, folder));
    Ok(Chart {
        states: states.collect::<Result<_>>()?,
        entry,
    })
}

/// The data of a state, which is in the folder.
fn packed(entry: &Entry, state: &State, folder: &Folder) -> Result<Packed> {
    let path = revision_data(&entry.stem(), &state.revision);
    let text = folder.text(&path)?;
    let dataset = read_json(&text).dataset;
    let mut dataset = dataset.with_context(|| format!("{path} cannot be used"))?;
    let locale = Locale::for_language(&dataset.language);
    names::rank(&mut dataset, locale)?;
    Ok(Packed {
        dataset,
        refused: state.refused,
        problems: state.problems.clone(),
    })
}
