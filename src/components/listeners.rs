//! What the figure hears of all its rows at once.
//!
//! These listeners are not Yew's: it hands the figure no event from a row whose drawing has come to life alone.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use super::focus::Lost;
use super::reader::Dispatch;
use super::unread::estimate_of;
use super::{roving, tip};
use crate::view::Action;

const KINDS: [&str; 6] = [
    "keydown",
    "focusin",
    "focusout",
    "mouseover",
    "mouseout",
    "toggle",
];

/// On the way down: what details tell does not come up again. Keys that move between rows are swallowed.
const OPTIONS: EventListenerOptions = EventListenerOptions {
    phase: EventListenerPhase::Capture,
    passive: false,
};

/// Listens for keys, focus, pointer and details, for as long as the figure is there. `lost` is told when the focus goes.
#[hook]
pub fn use_listeners(figure: &NodeRef, dispatch: &Dispatch, lost: Lost) {
    let (figure, dispatch) = (figure.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let mut heard = Vec::new();
        if let Some(figure) = figure.cast::<Element>() {
            for kind in KINDS {
                let (dispatch, lost) = (dispatch.clone(), lost.clone());
                let hear = move |event: &Event| hear(event, &dispatch, &lost);
                heard.push(EventListener::new_with_options(
                    &figure, kind, OPTIONS, hear,
                ));
            }
        }
        heard.extend(tip::listen_for_escape(figure));
        move || drop(heard)
    });
}

fn hear(event: &Event, dispatch: &Dispatch, lost: &Lost) {
    match &*event.type_() {
        "keydown" => roving::on_key(event.unchecked_ref()),
        "focusin" => {
            roving::on_focus(event.unchecked_ref());
            tip::on_focus(event.unchecked_ref());
        }
        "focusout" => {
            tip::on_blur(event.unchecked_ref());
            lost.note(event.unchecked_ref());
        }
        "mouseover" => tip::on_over(event.unchecked_ref()),
        "mouseout" => tip::on_out(event.unchecked_ref()),
        _ => {
            if let Some(action) = pinned(event) {
                dispatch.dispatch(action);
            }
        }
    }
}

fn pinned(event: &Event) -> Option<Action> {
    let details: Element = event.target()?.dyn_into().ok()?;
    let index = estimate_of(&details.closest(".te-row").ok()??)?;
    tip::hide(&details);
    Some(Action::Open(index, details.has_attribute("open")))
}
