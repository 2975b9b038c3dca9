//! When a row's tip is in sight: on hover and on focus, until Escape or until the details are pinned.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent};
use yew::prelude::*;

/// The tip of a row, and the handlers the row needs for it.
pub struct Tip {
    /// Whether it is to be seen.
    pub visible: bool,
    /// Handlers for the row that it belongs to.
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

impl Attention {
    fn touched(self) -> bool {
        self.hovered || self.focused
    }
}

/// Follows hover and focus of one row, whose `cell` holds the details, and after them the tip.
#[hook]
pub fn use_tip(pinned: bool, cell: NodeRef) -> Tip {
    let attention = use_reducer_eq(Attention::default);
    let visible = attention.touched() && !attention.dismissed && !pinned;
    let dispatch = attention.dispatcher();
    use_effect_with((pinned, *attention), move |&(pinned, attention)| {
        // Closing the details must not bring the tip up in their place, now or later.
        if pinned && !attention.dismissed {
            dispatch.dispatch(Change::Dismissed);
        }
        if visible {
            keep_in_frame(&cell);
        }
        // The key may be pressed while the focus is elsewhere on the page.
        let listener = attention
            .touched()
            .then(|| listen_for_escape(dispatch, cell));
        move || drop(listener)
    });
    Tip {
        visible,
        on_enter: on(&attention, Change::Hovered(true)),
        on_leave: on(&attention, Change::Hovered(false)),
        on_focus: on(&attention, Change::Focused(true)),
        on_blur: on(&attention, Change::Focused(false)),
    }
}

fn on<E: 'static>(attention: &UseReducerHandle<Attention>, change: Change) -> Callback<E> {
    let dispatch = attention.dispatcher();
    Callback::from(move |_| dispatch.dispatch(change))
}

fn listen_for_escape(
    dispatch: UseReducerDispatcher<Attention>,
    cell: NodeRef,
) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "keydown", move |event| {
        let escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|event| event.key() == "Escape");
        if escape {
            close_details(&cell);
            dispatch.dispatch(Change::Dismissed);
        }
    }))
}

/// Closes them as the browser does, which tells the widget of it: it may not have heard yet that they are
/// open. The focus must not stay on a link inside.
fn close_details(cell: &NodeRef) -> Option<()> {
    let cell: Element = cell.cast()?;
    let details = cell.query_selector("[open]").ok()??;
    if details.query_selector(":focus").ok()?.is_some() {
        let summary = cell.query_selector("summary").ok()??;
        summary.unchecked_into::<HtmlElement>().focus().ok()?;
    }
    details.remove_attribute("open").ok()
}

/// A tip stands above its row, where nothing scrolls for it, until it is clear that there is room below, or
/// too little above.
fn keep_in_frame(cell: &NodeRef) -> Option<()> {
    let tip = cell.cast::<Element>()?.query_selector(".te-tip").ok()??;
    let tip: HtmlElement = tip.unchecked_into();
    let row = tip.offset_parent()?.get_bounding_client_rect();
    let frame = web_sys::window()?.document()?.document_element()?;
    let needed = f64::from(tip.offset_height());
    let below = f64::from(frame.client_height()) - row.bottom();
    if below >= needed || row.y() < needed {
        tip.set_attribute("class", "te-tip te-below").ok()?;
    }
    Some(())
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
