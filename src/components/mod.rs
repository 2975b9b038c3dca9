//! The widget's Yew components, the same for prerendering and for the browser.

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
