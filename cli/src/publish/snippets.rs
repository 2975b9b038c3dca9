//! What an editor pastes into a CMS, one for each way that it may allow.

use anyhow::Result;
use troop_estimates::locale::{Direction, direction_of};
use troop_estimates::view::FIRST_ROWS;

use super::charts::Chart;
use super::height;
use super::page::as_of;
use super::revisions::present;
use super::site::Site;
use crate::html::escaped;
use crate::{render, widget};

/// One way to embed a chart.
pub(super) struct Snippet {
    pub(super) title: &'static str,
    /// When to take it.
    pub(super) about: &'static str,
    pub(super) html: String,
}

/// All ways, the one with the most to it first.
pub(super) fn all(chart: &Chart, site: &Site<'_>) -> Result<Vec<Snippet>> {
    let mut all = vec![Snippet {
        title: "Element",
        about: "The CMS lets scripts and tags of any name through. What stands in the element is read before the \
            chart is there, and where it never comes.",
        html: element(chart, site, "")?,
    }];
    // Nobody pastes megabytes.
    if chart.dataset().estimates.len() <= FIRST_ROWS {
        all.push(Snippet {
            title: "Element with its chart",
            about: "The CMS lets styles and templates through as well. The chart is seen before any script has come, and \
                nothing moves when one does. But it is long, and stays as it was pasted: paste it again when a figure changes.",
            html: element(chart, site, &shadow(chart, site)?)?,
        });
    }
    all.extend([
        Snippet {
            title: "Table in place",
            about: "The CMS lets tables through, and the site's template has the script: put the first line there. The \
                chart is made of the table.",
            html: table(chart, site)?,
        },
        Snippet {
            title: "Frame",
            about: "The CMS lets only frames through. The frame tells its height to whatever script of the page listens.",
            html: frame(chart, site),
        },
        Snippet {
            title: "Picture",
            about: "Nothing that moves is let through, or the text goes into a feed or a newsletter. The figures follow \
                as a table.",
            html: picture(chart, site),
        },
    ]);
    Ok(all)
}

/// What the table beside a picture holds.
fn summary(chart: &Chart) -> String {
    let words = chart.locale().words();
    let caption = words.table_caption(&chart.dataset().unit);
    words.bracketed(&caption, &as_of(chart.packed(), chart.locale()))
}

/// A frame with the page; also what a CMS gets that asks by oEmbed.
pub(super) fn frame(chart: &Chart, site: &Site<'_>) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" frameborder=\"0\" loading=\"lazy\"></iframe>",
        escaped(&site.base.join(&chart.page())),
        escaped(&chart.dataset().title),
        height::of(chart.dataset()),
    )
}

/// The loader of this version and no other: the browser compares its hash.
fn script(site: &Site<'_>) -> Result<String> {
    let (path, integrity) = site.assets.loader()?;
    let loader = escaped(&site.base.join(&path));
    Ok(format!(
        "<script type=\"module\" src=\"{loader}\" integrity=\"{integrity}\" crossorigin></script>"
    ))
}

/// An element; `shadow` is its shadow root, if it has one already.
fn element(chart: &Chart, site: &Site<'_>, shadow: &str) -> Result<String> {
    let address = escaped(&site.base.join(&chart.page()));
    let language = escaped(&chart.dataset().language);
    let table = render::table(chart.packed(), None);
    let words = chart.locale().words();
    let [failed, retry] = [words.not_loaded(), words.try_again()].map(escaped);
    Ok(format!(
        "{}\n<troop-estimates src=\"{address}\" lang=\"{language}\" data-failed=\"{failed}\" data-retry=\"{retry}\">\n\
         {shadow}{table}\n</troop-estimates>",
        script(site)?
    ))
}

/// A shadow root with the chart, which browsers make as they read the page ("declarative shadow root", HTML Standard). Its
/// style stands in it: links would keep the article from being seen until another host has answered.
fn shadow(chart: &Chart, site: &Site<'_>) -> Result<String> {
    let styles = site.assets.styles()?;
    let styles = styles.map(|style| format!("<style>{style}</style>"));
    let said = present(chart, site);
    Ok(format!(
        "<template shadowrootmode=\"open\">{}<div class=\"troop-estimates\" data-dataset=\"{}\" data-revision=\"{}\" \
         data-program=\"{}\">{}{}{}</div></template>\n",
        styles.concat(),
        chart.entry.name,
        chart.revision(),
        site.assets.program(),
        said.above,
        widget::html(chart.packed().clone(), chart.locale(), 0),
        said.below,
    ))
}

fn table(chart: &Chart, site: &Site<'_>) -> Result<String> {
    let table = render::table(chart.packed(), Some(&chart.stem()));
    Ok(format!("{}\n{table}", script(site)?))
}

fn picture(chart: &Chart, site: &Site<'_>) -> String {
    let dataset = chart.dataset();
    let direction = if direction_of(&dataset.language) == Direction::RightToLeft {
        " dir=\"rtl\""
    } else {
        ""
    };
    let (width, height) = render::svg_size(chart.packed());
    let alternative = format!("{}. {}", dataset.title, site.description(chart));
    format!(
        "<figure lang=\"{language}\"{direction}>\n\
         <a href=\"{page}\"><img src=\"{picture}\" alt=\"{alternative}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\"></a>\n\
         <details><summary>{summary}</summary>\n{table}\n</details>\n</figure>",
        language = escaped(&dataset.language),
        page = escaped(&site.base.join(&chart.page())),
        picture = escaped(&site.base.join(&chart.picture())),
        alternative = escaped(&alternative),
        summary = escaped(&summary(chart)),
        table = render::plain_table(chart.packed()),
    )
}
