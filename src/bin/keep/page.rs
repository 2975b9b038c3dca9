//! What stands on the page around a button.

use troop_estimates::dataset::{Dataset, Packed};
use troop_estimates::host::page_address;
use troop_estimates::locale::Locale;
use troop_estimates::view::{Action, Link, ViewState};
use web_sys::Element;

/// What the widget that a button belongs to shows.
pub struct Asked {
    pub dataset: Dataset,
    /// How many estimates of its file are not in it.
    pub refused: usize,
    pub locale: Locale,
    /// The name of the dataset on the page.
    pub name: String,
    /// The present view.
    pub view: ViewState,
}

impl Asked {
    /// Reads the place that the button is in.
    pub fn by(button: &Element) -> Option<Asked> {
        let place = button.closest(".troop-estimates").ok()??;
        let find = |selector| place.query_selector(selector).ok()?;
        let text = |selector| find(selector)?.text_content();
        let Packed {
            dataset, refused, ..
        } = Packed::from_text(&text(".te-data")?)?;
        let shown = find("[data-view]")?;
        let view = Link::read(&shown.get_attribute("data-view")?, &dataset).view;
        let further_rows = shown.get_attribute("data-further-rows")?.parse().ok()?;
        Some(Asked {
            view: view.reduce(Action::ShowFurtherRows(further_rows), &dataset),
            dataset,
            refused,
            locale: Locale::from_lines(text(".te-messages")?)?,
            name: place.get_attribute("data-dataset").unwrap_or_default(),
        })
    }
}

/// The address of the page, where it leads somewhere.
pub fn address() -> Option<String> {
    page_address(&web_sys::window()?)
}

/// The address of the page where it is in a sandboxed frame, which may not be allowed to save files: whether it is,
/// browsers do not tell. `None` too where the page has no address of its own.
pub fn address_in_sandbox() -> Option<String> {
    let window = web_sys::window()?;
    page_address(&window).filter(|_| window.origin() == "null")
}
