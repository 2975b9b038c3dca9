//! What a CMS asks for when an editor pastes the address of a page.
//!
//! oEmbed 1.0 (oembed.com), type `rich`; WordPress keeps the frame of it.

use anyhow::Result;
use serde::Serialize;

use super::charts::Chart;
use super::site::{SOCIAL_SIZE, Site};
use super::{height, snippets};

/// For how many seconds the answer may be kept.
const CACHE_AGE: u32 = 3600;

#[derive(Serialize)]
struct OEmbed<'a> {
    version: &'static str,
    r#type: &'static str,
    html: String,
    width: u32,
    height: u32,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_name: Option<&'a str>,
    provider_url: String,
    cache_age: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// The path of the answer for a chart.
pub(super) fn path(chart: &Chart) -> String {
    format!("{}.oembed.json", chart.stem())
}

/// The answer for a chart.
pub(super) fn json(chart: &Chart, site: &Site<'_>) -> Result<Vec<u8>> {
    let dataset = chart.dataset();
    let (width, height) = SOCIAL_SIZE;
    let mut text = serde_json::to_vec_pretty(&OEmbed {
        version: "1.0",
        r#type: "rich",
        html: snippets::frame(chart, site),
        width: height::COLUMN,
        height: height::of(dataset),
        title: &dataset.title,
        author_name: dataset.credit.as_deref(),
        provider_name: site.provider,
        provider_url: site.base.to_string(),
        cache_age: CACHE_AGE,
        thumbnail_url: site.base.join(&chart.social_picture()),
        thumbnail_width: width,
        thumbnail_height: height,
    })?;
    text.push(b'\n');
    Ok(text)
}
