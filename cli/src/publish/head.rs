//! What stands in the head of a page for other programs: search engines, social networks, a CMS.

use super::charts::Chart;
use super::oembed;
use super::site::{SOCIAL_SIZE, Site};
use crate::html::escaped;

/// The tags of a chart's page.
pub(super) fn html(chart: &Chart, site: &Site<'_>) -> String {
    let address = site.base.join(&chart.page());
    let picture = site.base.join(&chart.social_picture());
    let description = site.description(chart);
    let title = &chart.dataset().title;
    let (width, height) = SOCIAL_SIZE;
    let mut tags = Tags::default();
    tags.meta("name", "description", &description);
    tags.link("rel=\"canonical\"", &address);
    for other in site.languages_of(&chart.entry.name) {
        let language = escaped(&other.entry.language);
        let address = site.base.join(&other.page());
        tags.link(
            &format!("rel=\"alternate\" hreflang=\"{language}\""),
            &address,
        );
    }
    let discovery = format!(
        "rel=\"alternate\" type=\"application/json+oembed\" title=\"{}\"",
        escaped(title)
    );
    tags.link(&discovery, &site.base.join(&oembed::path(chart)));
    for (name, content) in [
        ("og:type", "article"),
        ("og:title", title),
        ("og:description", &description),
        ("og:url", &address),
        ("og:locale", &chart.entry.language.replace('-', "_")),
        ("og:image", &picture),
        ("og:image:type", "image/png"),
        ("og:image:width", &width.to_string()),
        ("og:image:height", &height.to_string()),
        ("og:image:alt", &description),
    ] {
        tags.meta("property", name, content);
    }
    if let Some(provider) = site.provider {
        tags.meta("property", "og:site_name", provider);
    }
    tags.meta("name", "twitter:card", "summary_large_image");
    tags.0
}

/// An earlier state is not to be found instead of the present one.
pub(super) fn of_revision() -> String {
    let mut tags = Tags::default();
    tags.meta("name", "robots", "noindex");
    tags.0
}

#[derive(Default)]
struct Tags(String);

impl Tags {
    fn meta(&mut self, kind: &str, name: &str, content: &str) {
        self.0 += &format!(
            "\n    <meta {kind}=\"{name}\" content=\"{}\">",
            escaped(content)
        );
    }

    fn link(&mut self, attributes: &str, address: &str) {
        self.0 += &format!("\n    <link {attributes} href=\"{}\">", escaped(address));
    }
}
