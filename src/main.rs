//! The browser entry: what the loader calls for each place on the page.

use std::cell::RefCell;

use troop_estimates::host::{self, App, Content};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// A third of the code of the standard allocator, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// The widgets, each with its number on the page.
    static WIDGETS: RefCell<Vec<(usize, Widget)>> = const { RefCell::new(Vec::new()) };
}

/// How far a widget has come.
enum Widget {
    Read(Box<Content>),
    Alive(App),
}

fn main() {}

/// Reads what a place on the page holds: a task by itself, as it may be long. Whether it could be read.
#[wasm_bindgen]
pub fn read(place: &Element, number: usize) -> bool {
    let content = Content::read(place);
    put(number, content.map(Box::new).map(Widget::Read))
}

/// Brings a place that was read to life; see [`host::hydrate`]. Whether it could be done.
#[wasm_bindgen]
pub fn hydrate(place: &Element, instance: usize, number: usize) -> bool {
    let Some(Widget::Read(content)) = take(number) else {
        return false;
    };
    let app = host::hydrate(place, *content, instance, number);
    put(number, app.map(Widget::Alive))
}

/// Ends the widget with this number: nothing of it stays, neither on the page nor in memory.
#[wasm_bindgen]
pub fn leave(number: usize) {
    if let Some(Widget::Alive(app)) = take(number) {
        app.destroy();
    }
}

fn put(number: usize, widget: Option<Widget>) -> bool {
    let Some(widget) = widget else { return false };
    WIDGETS.with_borrow_mut(|widgets| widgets.push((number, widget)));
    true
}

fn take(number: usize) -> Option<Widget> {
    WIDGETS.with_borrow_mut(|widgets| {
        let place = widgets.iter().position(|(other, _)| *other == number)?;
        Some(widgets.swap_remove(place).1)
    })
}
