//! The part that is loaded when a reader first takes something along: files to save and figures to cite.

mod canvas;
mod page;
mod save;

use troop_estimates::chart::Poster;
use troop_estimates::dataset::EstimateIndex;
use troop_estimates::keep::{citation, csv, file_name, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Blob, Element};

use page::Asked;

/// A third of the code of the standard allocator, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Saves the file whose format the button names; gives what is to be said about it.
///
/// # Errors
///
/// A page that is not as the prerenderer wrote it, or a browser that cannot do it.
#[wasm_bindgen]
pub async fn file(button: Element) -> Result<String, JsValue> {
    let asked = Asked::by(&button).ok_or("unexpected page")?;
    let format = button.get_attribute("data-keep").unwrap_or_default();
    let Some(content) = content(&asked, &format).await? else {
        return Ok(asked.locale.words().too_large().to_owned());
    };
    let name = file_name(&asked.dataset, &asked.name, &format);
    save::save(&content, &name)?;
    let words = asked.locale.words();
    let handed_over = match page::address_in_sandbox() {
        Some(address) => words.handed_over_in_frame(&name, &address),
        None => words.handed_over(&name),
    };
    Ok(match asked.locale.refused(asked.refused, &asked.dataset) {
        Some(refused) => [refused, handed_over].join(" "),
        None => handed_over,
    })
}

/// The figure of the row that the button stands in, with its source.
///
/// # Errors
///
/// A page that is not as the prerenderer wrote it.
#[wasm_bindgen]
pub fn text(button: &Element) -> Result<String, JsValue> {
    cited(button).ok_or_else(|| "unexpected page".into())
}

fn cited(button: &Element) -> Option<String> {
    let asked = Asked::by(button)?;
    let row = button.closest("[data-estimate]").ok()??;
    let index: usize = row.get_attribute("data-estimate")?.parse().ok()?;
    asked.dataset.estimates.get(index)?;
    Some(citation(
        &asked.dataset,
        EstimateIndex(index),
        page::address().as_deref(),
        asked.locale,
    ))
}

/// The content of a file; `None` where a picture is too large for the browser.
async fn content(asked: &Asked, format: &str) -> Result<Option<Blob>, JsValue> {
    let Asked {
        dataset,
        refused,
        locale,
        view,
        ..
    } = asked;
    let poster = || Poster::new(dataset, *refused, view, *locale);
    match format {
        "csv" => save::text(&csv(dataset, *locale), "text/csv;charset=utf-8").map(Some),
        "json" => save::text(&json(dataset), "application/json").map(Some),
        "svg" => save::text(&poster().svg(), "image/svg+xml").map(Some),
        _ => canvas::png(&poster()).await,
    }
}
