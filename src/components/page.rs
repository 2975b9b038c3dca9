//! What the widget asks of the page around it.

use std::fmt;
use std::rc::Rc;

use yew::Callback;

use crate::view::{Link, ViewState};

/// A page whose address names the view.
pub trait Addressed {
    /// Takes note of the view that the reader has made.
    fn show(&self, view: &ViewState);
    /// Gives `follow` each link that the reader follows from now on, back and forward too.
    fn follow(self: Rc<Self>, follow: Callback<Rc<Link>>);
    /// The full address of a view; none where it would lead nowhere.
    fn address(&self, view: &ViewState) -> Option<String>;
}

/// The page as a property: it stays the same as long as the widget.
#[derive(Clone)]
pub struct Page(pub Rc<dyn Addressed>);

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Page")
    }
}
