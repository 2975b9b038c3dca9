//! The widget in Yew, the same for prerendering and for the browser.
//!
//! Only what keeps a state of its own is a component, or what stands apart: each brings kilobytes of Yew
//! with it. Everything else is a function that makes nodes.

mod after_frame;
mod chart;
mod controls;
mod elements;
mod evidence;
mod focus;
mod footer;
mod glide;
mod group;
mod listeners;
mod page;
mod part_id;
mod provenance;
mod reader;
mod references;
mod refusals;
mod roving;
mod row;
mod share;
mod shortened;
mod status;
mod tip;
mod unread;
mod widget;

#[cfg(all(test, feature = "ssr"))]
mod tests;

#[cfg(feature = "browser")]
pub(crate) use elements::elements;
pub use evidence::{Evidence, EvidenceProps};
pub use page::{Addressed, Page};
pub use unread::{Prerendering, fenced_rows};
pub use widget::{Widget, WidgetProps};
