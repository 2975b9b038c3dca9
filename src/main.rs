//! The browser entry: what the loader calls for each place on the page.

use std::cell::RefCell;

use troop_estimates::host::{self, App};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// A third of the code of the standard allocator, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// The widgets that live, each with its number on the page.
    static WIDGETS: RefCell<Vec<(usize, App)>> = const { RefCell::new(Vec::new()) };
}

fn main() {}

/// Brings a place on the page to life; see [`host::hydrate`]. Whether it could be done.
#[wasm_bindgen]
pub fn hydrate(place: &Element, instance: usize, number: usize) -> bool {
    let Some(app) = host::hydrate(place, instance, number) else {
        return false;
    };
    WIDGETS.with_borrow_mut(|widgets| widgets.push((number, app)));
    true
}

/// Ends the widget with this number: nothing of it stays, neither on the page nor in memory.
#[wasm_bindgen]
pub fn leave(number: usize) {
    let app = WIDGETS.with_borrow_mut(|widgets| {
        let place = widgets.iter().position(|(other, _)| *other == number)?;
        Some(widgets.swap_remove(place).1)
    });
    if let Some(app) = app {
        app.destroy();
    }
}
