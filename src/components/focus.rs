//! The focus that has just gone: Chromium takes it on the way back in the history, before anything changes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement};

/// What has just lost the focus to nothing else: only within one task, in which the reader does nothing.
#[derive(Clone, Default)]
pub struct Lost(Rc<RefCell<Option<(HtmlElement, Timeout)>>>);

impl Lost {
    /// Notes a loss of the focus.
    pub fn note(&self, event: &FocusEvent) {
        if event.related_target().is_some() {
            return;
        }
        let Self(lost) = self;
        let past = lost.clone();
        let past = Timeout::new(0, move || drop(past.take()));
        let element = event.target().map(JsCast::unchecked_into);
        lost.replace(element.map(|element| (element, past)));
    }

    /// What has just lost the focus.
    pub fn element(&self) -> Option<HtmlElement> {
        let lost = self.0.borrow();
        lost.as_ref().map(|(element, _)| element.clone())
    }
}
