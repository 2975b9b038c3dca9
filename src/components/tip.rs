//! When a row's tip is in sight: on hover and on focus, until Escape or until the details are pinned.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent, MouseEvent};
use yew::prelude::*;

/// The tip of a row, and the handlers the row needs for it.
pub struct Tip {
    pub visible: bool,
    pub on_enter: Callback<MouseEvent>,
    pub on_leave: Callback<MouseEvent>,
    pub on_focus: Callback<FocusEvent>,
    pub on_blur: Callback<FocusEvent>,
}

/// What the row is touched by, and whether the reader has sent the tip away since.
#[derive(Clone, Copy, Default, PartialEq)]
struct Attention {
    hovered: bool,
    focused: bool,
    dismissed: bool,
}

/// Follows hover and focus of one row. `pin` opens or closes the row's details.
#[hook]
pub fn use_tip(pinned: bool, pin: Callback<bool>) -> Tip {
    let attention = use_reducer_eq(Attention::default);
    let Attention {
        hovered,
        focused,
        dismissed,
    } = *attention;

    // Closing the details must not bring the tip up in their place, neither at once nor after the
    // reader has left the row and come back, see `change` below.
    {
        let dispatch = attention.dispatcher();
        use_effect_with(pinned, move |&pinned| {
            if pinned {
                dispatch.dispatch(Change::Dismissed);
            }
        });
    }
    // The key may be pressed while the focus is elsewhere on the page.
    {
        let dispatch = attention.dispatcher();
        let heeds = (hovered || focused) && (pinned || !dismissed);
        use_effect_with((heeds, pin), move |(heeds, pin)| {
            let listener = if *heeds {
                listen_for_escape(dispatch, pin.clone())
            } else {
                None
            };
            move || drop(listener)
        });
    }

    let change = |change: Change| {
        let dispatch = attention.dispatcher();
        move || {
            dispatch.dispatch(change);
            if pinned {
                dispatch.dispatch(Change::Dismissed);
            }
        }
    };
    Tip {
        visible: (hovered || focused) && !dismissed && !pinned,
        on_enter: callback(change(Change::Hovered(true))),
        on_leave: callback(change(Change::Hovered(false))),
        on_focus: callback(change(Change::Focused(true))),
        on_blur: callback(change(Change::Focused(false))),
    }
}

fn callback<E: 'static>(act: impl Fn() + 'static) -> Callback<E> {
    Callback::from(move |_| act())
}

fn listen_for_escape(
    dispatch: UseReducerDispatcher<Attention>,
    pin: Callback<bool>,
) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "keydown", move |event| {
        let escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|event| event.key() == "Escape");
        if escape {
            dispatch.dispatch(Change::Dismissed);
            pin.emit(false);
        }
    }))
}

#[derive(Clone, Copy)]
enum Change {
    Hovered(bool),
    Focused(bool),
    Dismissed,
}

impl Reducible for Attention {
    type Action = Change;

    fn reduce(self: std::rc::Rc<Self>, change: Change) -> std::rc::Rc<Self> {
        let mut next = *self;
        // The reader comes anew; one who only leaves does not want the tip back.
        if matches!(change, Change::Hovered(true) | Change::Focused(true)) {
            next.dismissed = false;
        }
        match change {
            Change::Hovered(hovered) => next.hovered = hovered,
            Change::Focused(focused) => next.focused = focused,
            Change::Dismissed => next.dismissed = true,
        }
        next.into()
    }
}
