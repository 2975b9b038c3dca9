//! The published pages.

use anyhow::{Context, Result};
use troop_estimates::dataset::Packed;
use troop_estimates::locale::Locale;

use super::headers::policy;
use super::revisions::Said;
use super::site::Site;
use crate::chart_page::ChartPage;

/// A page with a state of a chart.
pub(super) struct Page<'a> {
    /// Its path in the folder.
    pub(super) path: &'a str,
    /// The name of the dataset.
    pub(super) name: &'a str,
    pub(super) packed: &'a Packed,
    pub(super) revision: &'a str,
    /// What stands in its head besides.
    pub(super) head: String,
    /// What is said of the state of its data.
    pub(super) said: Said,
}

impl Page<'_> {
    pub(super) fn html(&self, site: &Site<'_>) -> Result<String> {
        let policy = policy(site)?;
        let (_, loader_hash) = site.assets.loader()?;
        let page = ChartPage {
            name: self.name,
            packed: self.packed,
            locale: Locale::for_language(&self.packed.dataset.language),
            theme: None,
            attributes: &[
                ("data-revision", self.revision),
                ("data-program", site.assets.program()),
            ],
            style: Some(&site.assets.style()?),
            integrity: &loader_hash,
            first: &format!(
                "\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
            ),
            head: &self.head,
            above: &self.said.above,
            below: &self.said.below,
        };
        let up = "../".repeat(self.path.matches('/').count());
        page.html(|name| {
            let path = site
                .assets
                .path(name)
                .with_context(|| format!("{name} is no file of a release"))?;
            Ok(format!("{up}{path}"))
        })
    }
}

/// As of when the figures stood, in words.
pub(super) fn as_of(packed: &Packed, locale: Locale) -> String {
    locale.words().as_of(&locale.dated(&packed.dataset.as_of))
}
