//! A page with one chart and nothing else, for itself, for frames and for elements.

use std::error::Error;

use anyhow::{Result, anyhow};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use troop_estimates::dataset::Packed;
use troop_estimates::locale::{Direction, Locale, direction_of};

use crate::widget;

/// The page that frames show, with the bundled chart.
const TEMPLATE: &str = include_str!("../../embed/frame.html");

/// The style sheets of the template, in their order there.
pub const SHEETS: [&str; 3] = ["frame.css", "style.css", "toggles.css"];

/// What is on a page.
pub struct ChartPage<'a> {
    /// The name of the dataset.
    pub name: &'a str,
    pub packed: &'a Packed,
    /// The language of the words around the data.
    pub locale: Locale,
    /// Light or dark, whatever the reader prefers; the whole page has to follow, or one is written on the other.
    pub theme: Option<&'a str>,
    /// Attributes of the place of the widget.
    pub attributes: &'a [(&'static str, &'a str)],
    /// The text of the [style sheets](SHEETS), where it is to stand in the page itself: so it can be seen as soon as it is
    /// there.
    pub style: Option<&'a str>,
    /// The hash of the loader, where the page takes no other.
    pub integrity: &'a str,
    /// Tags right at the beginning of the head, so that they hold for all that comes after them.
    pub first: &'a str,
    /// Further tags of the head.
    pub head: &'a str,
    /// What stands above the widget.
    pub above: &'a str,
    /// What stands below it.
    pub below: &'a str,
}

impl ChartPage<'_> {
    /// The page; `address` gives where each file that it needs is.
    ///
    /// # Errors
    ///
    /// What `address` gives.
    pub fn html(&self, address: impl Fn(&str) -> Result<String>) -> Result<String> {
        let dataset = &self.packed.dataset;
        let root = element!("html", |element| {
            element.set_attribute("lang", &dataset.language)?;
            if direction_of(&dataset.language) == Direction::RightToLeft {
                element.set_attribute("dir", "rtl")?;
            }
            if let Some(theme) = self.theme {
                element.set_attribute("data-theme", theme)?;
            }
            Ok(())
        });
        let charset = element!("meta[charset]", |element| {
            element.after(self.first, ContentType::Html);
            Ok(())
        });
        let title = element!("title", |element| {
            element.set_inner_content(&dataset.title, ContentType::Text);
            element.after(self.head, ContentType::Html);
            Ok(())
        });
        let [first_sheet, .., last_sheet] = SHEETS;
        let links = element!("link[href]", |element| {
            let name = element.get_attribute("href").unwrap_or_default();
            if let Some(style) = self.style {
                if name == first_sheet {
                    element.before("<noscript>", ContentType::Html);
                }
                if name == last_sheet {
                    element.after(&inline(style), ContentType::Html);
                }
            }
            readdress(element, "href", &address)
        });
        let scripts = element!("script[src]", |element| {
            if element.get_attribute("type").as_deref() == Some("module")
                && !self.integrity.is_empty()
            {
                element.set_attribute("integrity", self.integrity)?;
            }
            readdress(element, "src", &address)
        });
        let place = element!(".troop-estimates", |element| {
            element.set_attribute("data-dataset", self.name)?;
            for (name, value) in self.attributes {
                element.set_attribute(name, value)?;
            }
            let widget = widget::html(self.packed.clone(), self.locale, 0);
            element.set_inner_content(
                &[self.above, &widget, self.below].concat(),
                ContentType::Html,
            );
            Ok(())
        });
        let mut settings = RewriteStrSettings::new();
        for handler in [root, charset, title, links, scripts, place] {
            settings = settings.append_element_content_handler(handler);
        }
        rewrite_str(TEMPLATE, settings).map_err(|error| anyhow!("{error}"))
    }
}

/// A style that is one only where scripts run, after links in a `noscript` that it ends. Who reads the page without
/// scripts finds those links and a comment. So do elements, which take a chart out of the page and the addresses of its
/// style sheets: the policy of the article around them knows no style in a page.
fn inline(style: &str) -> String {
    format!("<!--</noscript><style>{style}</style><noscript>--></noscript>")
}

fn readdress(
    element: &mut Element<'_, '_>,
    attribute: &str,
    address: impl Fn(&str) -> Result<String>,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let name = element.get_attribute(attribute).unwrap_or_default();
    Ok(element.set_attribute(attribute, &address(&name)?)?)
}
