//! The ids of a list, to find its items by.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::near::near_match;
use super::place::Place;
use super::report::Report;
use super::text::quoted;

/// Ids and the positions of their items.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// Notes the id, if any, of the item at a position; an id that is taken is a fault.
    pub(super) fn note(&mut self, id: Option<&str>, index: usize, item: &mut Fields<'_, '_>) {
        if let Some(id) = id
            && !self.add(id, index)
        {
            item.fault("id", quoted(id), "an id that no other one has");
        }
    }

    /// Makes a free id for the item at a position: "e4" for the fourth, if nothing else has it.
    pub(super) fn make(&mut self, index: usize) -> String {
        let mut id = format!("e{}", index + 1);
        while !self.add(&id, index) {
            id.push('+');
        }
        id
    }

    /// Adds an id unless it is taken, and tells whether it was free.
    fn add(&mut self, id: &str, index: usize) -> bool {
        let is_free = !self.0.contains_key(id);
        if is_free {
            self.0.insert(id.into(), index);
        }
        is_free
    }

    /// Reads an id and gives the position of its item; an id of nothing is a fault.
    pub(super) fn find(&self, place: &Place<'_>, list: &str, report: &mut Report) -> Option<usize> {
        let id = place.label(report)?;
        let index = self.0.get(&id).copied();
        if index.is_none() {
            let suggestion = near_match(&id, self.0.keys().map(String::as_str)).map(quoted);
            report.fault(
                place,
                quoted(&id),
                &format!("an id from \"{list}\""),
                suggestion,
            );
        }
        index
    }
}
