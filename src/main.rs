//! The browser entry: what the loader calls for each place on the page.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// A third of the code of the standard allocator, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Brings a place on the page to life; see [`troop_estimates::host::hydrate`].
#[wasm_bindgen]
pub fn hydrate(place: &Element, instance: usize, number: usize) {
    troop_estimates::host::hydrate(place, instance, number);
}
