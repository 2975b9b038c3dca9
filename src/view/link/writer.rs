//! From a view to the text of a link.

use super::{escaped, order_name};
use crate::dataset::{Dataset, SourceIndex};
use crate::view::{Order, ScaleKind, ViewState};

impl ViewState {
    /// The text that leads to this view; empty for the first one. How many rows of a long dataset are
    /// shown is not in it.
    pub fn link(&self, dataset: &Dataset) -> String {
        let mut text = String::new();
        let shown = self.sources_shown(dataset);
        if shown == 0 && !self.hidden.is_empty() {
            text.push_str(";none");
        } else if self.hidden.len() <= shown {
            let hidden = self.hidden.iter();
            write_list(
                &mut text,
                ";without:",
                hidden.map(|source| &dataset.sources[source.0].id),
            );
        } else {
            let sources = dataset.sources.iter().enumerate();
            let shown = sources.filter(|&(place, _)| self.shows_source(SourceIndex(place)));
            write_list(&mut text, ";only:", shown.map(|(_, source)| &source.id));
        }
        let category = self.category.iter();
        write_list(
            &mut text,
            ";in:",
            category.map(|category| &dataset.categories[category.0].id),
        );
        if self.scale == ScaleKind::Log {
            text.push_str(";log");
        }
        if self.order != Order::Given {
            text.push_str(";by:");
            text.push_str(order_name(self.order));
        }
        if self.zoomed {
            text.push_str(";zoom");
        }
        let open = self.open.iter();
        write_list(
            &mut text,
            ";open:",
            open.map(|estimate| &dataset.estimates[estimate.0].id),
        );
        text.split_off(usize::from(!text.is_empty()))
    }
}

/// Adds a part with its ids; nothing where there are none.
fn write_list<'a>(text: &mut String, key: &str, ids: impl Iterator<Item = &'a String>) {
    let mut before = key;
    for id in ids {
        text.push_str(before);
        text.push_str(&escaped(id));
        before = ".";
    }
}
