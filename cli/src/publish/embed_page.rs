//! `embed.html`: what to paste, ready to copy.

use anyhow::{Context, Result};

use super::charts::Chart;
use super::headers::policy;
use super::site::Site;
use super::snippets::{Snippet, all};
use crate::html::escaped;

const TEMPLATE: &str = include_str!("embed.html");

pub(super) fn html(site: &Site<'_>) -> Result<String> {
    let asset = |name: &str| site.assets.path(name).with_context(|| format!("no {name}"));
    let charts = site.charts.iter().map(|chart| section(chart, site));
    let charts: String = charts.collect::<Result<_>>()?;
    Ok(TEMPLATE
        .replace("POLICY", &policy(site)?)
        .replace("FAVICON", &asset("favicon.svg")?)
        .replace("STYLE", &asset("embed.css")?)
        .replace("SCRIPT", &asset("embed.js")?)
        .replace("CHARTS", &charts))
}

fn section(chart: &Chart, site: &Site<'_>) -> Result<String> {
    let dataset = chart.dataset();
    let stem = chart.stem();
    let page = chart.page();
    let address = site.base.join(&page);
    let snippets: String = all(chart, site)?
        .iter()
        .enumerate()
        .map(|(place, snippet)| article(snippet, &format!("{stem}-{place}")))
        .collect();
    Ok(format!(
        "<section aria-labelledby=\"{stem}\">\n\
         <h2 id=\"{stem}\" lang=\"{language}\">{title}</h2>\n\
         <p><a href=\"{page}\">{page}</a>, data revision {revision}. \
         A CMS that knows oEmbed makes a chart of this address alone: <code>{address}</code></p>\n\
         {snippets}</section>\n",
        language = escaped(&dataset.language),
        title = escaped(&dataset.title),
        revision = chart.revision(),
        address = escaped(&address),
    ))
}

fn article(snippet: &Snippet, id: &str) -> String {
    let Snippet { title, about, html } = snippet;
    format!(
        "<article>\n<h3 id=\"{id}\">{title}</h3>\n<p>{about}</p>\n\
         <button type=\"button\" aria-describedby=\"{id}\" hidden>Copy</button> <span role=\"status\"></span>\n\
         <textarea readonly rows=\"8\" aria-labelledby=\"{id}\">{}</textarea>\n</article>\n",
        escaped(html)
    )
}
