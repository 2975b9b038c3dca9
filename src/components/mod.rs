//! The widget in Yew, the same for prerendering and for the browser.
//!
//! Only what keeps a state of its own is a component: each brings kilobytes of Yew with it. Everything
//! else is a function that makes nodes.

mod chart;
mod controls;
mod footer;
mod group;
mod provenance;
mod reader;
mod refusals;
mod row;
mod status;
mod tip;
mod widget;

#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use widget::{Widget, WidgetProps};
