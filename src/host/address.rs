//! The address of the page names the present view: a link opens it, and "back" undoes the last change.
//!
//! The view is one parameter of the query, see `query.rs`. A page may have no address that can change (in
//! a frame made from `srcdoc`, or a sandboxed one); the widget then goes on without.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::Window;
use web_sys::js_sys::decode_uri_component;
use yew::Callback;

use super::query;
use crate::components::Addressed;
use crate::dataset::Dataset;
use crate::view::{Link, ViewState};

/// The address of the page; `None` where it leads nowhere: `about:srcdoc`, or what a script has made.
pub fn page_address(window: &Window) -> Option<String> {
    let address = window.location().href().ok()?;
    address.starts_with("http").then_some(address)
}

/// The part of the page's address that belongs to one widget.
pub struct Address {
    window: Window,
    dataset: Rc<Dataset>,
    /// The parameter's name: each widget of a page has its own.
    name: String,
    /// The state of the data, where the page names it.
    revision: Option<String>,
    /// The link that the address holds, as this program would write it: not that of the view where the
    /// history refuses.
    held: RefCell<String>,
    /// Hears that the reader goes back or forward, until the widget ends.
    listener: RefCell<Option<EventListener>>,
}

impl Address {
    /// The address of the widget with this place on the page, and the link that it holds.
    pub fn open(
        window: Window,
        dataset: Rc<Dataset>,
        instance: usize,
        revision: Option<String>,
    ) -> (Rc<Self>, Link) {
        let name = match instance {
            0 => "te".to_owned(),
            _ => ["te", &(instance + 1).to_string()].concat(),
        };
        let address = Self {
            window,
            dataset,
            name,
            revision,
            held: RefCell::default(),
            listener: RefCell::default(),
        };
        let link = address.read();
        (Rc::new(address), link)
    }

    /// Reads the address anew.
    fn read(&self) -> Link {
        let text = query::value(&self.href(), &self.name);
        // Some hosts and messengers escape what needs no escapes.
        let text = decode_uri_component(&text).map_or(text, String::from);
        let link = Link::read(&text, &self.dataset);
        self.held.replace(link.view.link(&self.dataset));
        link
    }

    fn with(&self, link: &str) -> String {
        query::with(&self.href(), &self.name, link)
    }

    fn href(&self) -> String {
        self.window.location().href().unwrap_or_default()
    }
}

impl Addressed for Address {
    /// Makes an entry of the history for the view, unless the address names it already.
    fn show(&self, view: &ViewState) {
        let link = view.link(&self.dataset);
        if *self.held.borrow() == link {
            return;
        }
        let address = self.with(&link);
        if let Ok(history) = self.window.history() {
            // What a host keeps with an entry stays with the next.
            let state = history.state().unwrap_or_default();
            if history
                .push_state_with_url(&state, "", Some(&address))
                .is_ok()
            {
                self.held.replace(link);
            }
        }
    }

    fn follow(self: Rc<Self>, follow: Callback<Rc<Link>>) {
        let address = Rc::downgrade(&self);
        let listener = EventListener::new(&self.window, "popstate", move |_| {
            let Some(address) = address.upgrade() else {
                return;
            };
            let held = address.held.borrow().clone();
            let link = address.read();
            if *address.held.borrow() != held {
                follow.emit(Rc::new(link));
            }
        });
        self.listener.replace(Some(listener));
    }

    fn address(&self, view: &ViewState) -> Option<String> {
        page_address(&self.window)?;
        let address = self.with(&view.link(&self.dataset));
        // So that whoever opens it later is told what has changed since.
        Some(match &self.revision {
            Some(revision) => query::with(&address, &[&self.name, "-rev"].concat(), revision),
            None => address,
        })
    }
}
