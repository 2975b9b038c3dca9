//! The part of a dataset that a picture shows.

use anyhow::{Result, bail};
use clap::ValueEnum;
use troop_estimates::dataset::{CategoryIndex, Dataset, SourceIndex, near_match};
use troop_estimates::view::{Action, ScaleKind, ViewState};

/// How figures are placed along the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Scale {
    /// Equal steps are equal distances.
    #[default]
    Linear,
    /// Equal ratios are equal distances.
    Log,
}

/// What is to be shown.
#[derive(Debug, Default, clap::Args)]
pub struct Choice {
    /// Show these sources alone; their ids, separated by commas.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    sources: Vec<String>,
    /// Show this category alone; its id.
    #[arg(long, value_name = "ID")]
    category: Option<String>,
    /// How figures are placed along the axis.
    #[arg(long, value_enum, default_value_t)]
    scale: Scale,
}

impl Choice {
    /// Whether all is shown as it is at first.
    pub(super) fn is_everything(&self) -> bool {
        self.sources.is_empty() && self.category.is_none() && self.scale == Scale::Linear
    }

    /// The view of a dataset.
    pub(super) fn view(&self, dataset: &Dataset) -> Result<ViewState> {
        let mut view = ViewState::default();
        let mut act = |action| view = view.reduce(action, dataset);
        if !self.sources.is_empty() {
            let ids: Vec<&str> = dataset
                .sources
                .iter()
                .map(|source| source.id.as_str())
                .collect();
            act(Action::ShowNoSource);
            for id in &self.sources {
                act(Action::ShowSource(
                    SourceIndex(place(id, &ids, "source")?),
                    true,
                ));
            }
        }
        if let Some(id) = &self.category {
            let ids: Vec<&str> = dataset
                .categories
                .iter()
                .map(|category| category.id.as_str())
                .collect();
            act(Action::ChooseCategory(Some(CategoryIndex(place(
                id, &ids, "category",
            )?))));
        }
        if self.scale == Scale::Log {
            act(Action::ChooseScale(ScaleKind::Log));
        }
        Ok(view)
    }
}

fn place(id: &str, ids: &[&str], what: &str) -> Result<usize> {
    if let Some(place) = ids.iter().position(|other| *other == id) {
        return Ok(place);
    }
    let near = near_match(id, ids.iter().copied());
    let near = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    bail!(
        "no {what} has the id {id}, there are: {}{near}",
        ids.join(", ")
    )
}
