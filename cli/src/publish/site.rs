//! Everything that a published folder has in it.

use anyhow::Result;
use troop_estimates::keep::json;

use super::assets::{Assets, integrity};
use super::base::Base;
use super::charts::Chart;
use super::folder::{Files, Folder};
use super::manifest::{self, Manifest, revision_data, revision_page};
use super::page::{Page, as_of};
use super::progress::Progress;
use super::{embed_page, head, headers, oembed, revisions};
use crate::render;

/// The size of pictures for social networks, in px.
pub(super) const SOCIAL_SIZE: (u32, u32) = (1200, 630);

/// What is published, and where.
pub(super) struct Site<'a> {
    pub(super) base: &'a Base,
    pub(super) provider: Option<&'a str>,
    pub(super) assets: &'a Assets,
    /// What was published before.
    pub(super) folder: &'a Folder,
    /// In the order of their names and languages.
    pub(super) charts: &'a [Chart],
}

impl Site<'_> {
    /// All files of the folder.
    pub(super) fn files(&self, progress: &Progress) -> Result<Files> {
        let mut files = self.assets.files.clone();
        let made = progress.each("making pages and pictures", self.charts, |chart| {
            self.chart(chart)
        })?;
        files.extend(made.into_iter().flatten());
        files.extend(headers::files(self));
        files.insert(
            "embed.html".to_owned(),
            embed_page::html(self)?.into_bytes(),
        );
        let entries = self.charts.iter().map(|chart| chart.entry.clone());
        // Those of now last, where both are at an address that stays.
        let assets = self.folder.assets().chain(&self.assets.files);
        let hashes = assets.map(|(path, content)| (path.clone(), integrity(content)));
        let manifest = Manifest::new(entries.collect(), hashes.collect());
        files.insert(manifest::NAME.to_owned(), manifest.text()?);
        Ok(files)
    }

    /// The files of one chart.
    fn chart(&self, chart: &Chart) -> Result<Files> {
        let mut files = Files::new();
        let stem = chart.stem();
        let page = Page {
            path: &chart.page(),
            name: &chart.entry.name,
            packed: chart.packed(),
            revision: chart.revision(),
            head: head::html(chart, self),
            said: revisions::present(chart, self),
        };
        files.insert(chart.page(), page.html(self)?.into_bytes());
        files.insert(oembed::path(chart), oembed::json(chart, self)?);
        files.insert(chart.picture(), render::svg(chart.packed())?.into_bytes());
        files.insert(chart.social_picture(), render::social(chart.packed())?);
        let present = std::iter::once((chart.revision(), chart.packed()));
        for (revision, packed) in present.chain(chart.earlier()) {
            files.insert(
                revision_data(&stem, revision),
                json(&packed.dataset).into_bytes(),
            );
            let path = revision_page(&stem, revision);
            let page = Page {
                path: &path,
                name: &chart.entry.name,
                packed,
                revision,
                head: head::of_revision(),
                said: revisions::lasting(chart, revision, packed, self),
            };
            files.insert(path.clone(), page.html(self)?.into_bytes());
        }
        Ok(files)
    }

    /// The charts with this name, one a language.
    pub(super) fn languages_of(&self, name: &str) -> impl Iterator<Item = &Chart> {
        self.charts
            .iter()
            .filter(move |chart| chart.entry.name == name)
    }

    /// What a chart is called where one line has room.
    pub(super) fn description(&self, chart: &Chart) -> String {
        let dataset = chart.dataset();
        let takeaway = dataset.takeaway.clone();
        takeaway.unwrap_or_else(|| as_of(chart.packed(), chart.locale()))
    }
}
