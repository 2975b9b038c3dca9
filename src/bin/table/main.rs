//! The part that is loaded for a table that stands on the page as the data: the widget with every language, and the
//! reader of tables.

mod page;

use std::cmp::Ordering;

use troop_estimates::dataset::Packed;
use troop_estimates::host;
use troop_estimates::locale::Locale;
use troop_estimates::table::read;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use web_sys::js_sys::{Array, JsString, Object};

/// A third of the code of the standard allocator, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Makes a widget of the figure's table in a place, which holds an empty `.te-root`, `.te-data` and `.te-messages`.
/// `number` is that of the widget on the page, from 0.
///
/// # Errors
///
/// What in the table leaves a doubt, in English, for whoever writes it; nothing is changed then.
#[wasm_bindgen]
pub fn mount(place: &Element, figure: &Element, number: usize) -> Result<(), JsValue> {
    let language = page::language(figure);
    let locale = Locale::for_language(&language);
    let reading = read(&page::table(figure).ok_or("there is no table")?, locale)?;
    let mut dataset = reading.dataset.ok_or("there is no dataset")?;
    dataset.rank_names(|name, other| compare(name, other, locale));
    let packed = Packed {
        dataset,
        refused: reading.refused,
        problems: reading.problems.iter().map(ToString::to_string).collect(),
    };
    host::mount(place, packed, locale, number).ok_or("the place is not empty")?;
    Ok(())
}

/// The order of names, by the rules of the language as the browser knows them.
fn compare(name: &str, other: &str, locale: Locale) -> Ordering {
    let languages = Array::of1(&locale.words().conventions().into());
    let name = JsString::from(name);
    name.locale_compare(other, &languages, &Object::new())
        .cmp(&0)
}
