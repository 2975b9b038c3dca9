//! The ids of a list, to find its items by.

use super::fields::Fields;
use super::near::near_match;
use super::place::Place;
use super::report::Report;
use super::text::quoted;

/// Ids in alphabetical order, and the positions of their items.
#[derive(Default)]
pub(super) struct Ids(Vec<(String, usize)>);

impl Ids {
    /// Notes the id of the item at a position, if it is not empty; an id that is taken is a fault.
    pub(super) fn note(&mut self, id: &str, index: usize, item: &mut Fields<'_, '_>) {
        if !id.is_empty() && !self.add(id, index) {
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
        match self.search(id) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, (id.into(), index));
                true
            }
        }
    }

    /// The place of an id in the list, or the place where it would have to stand.
    fn search(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(id))
    }

    /// Reads an id and gives the position of its item; an id of nothing is a fault.
    pub(super) fn find(&self, place: &Place<'_>, list: &str, report: &mut Report) -> Option<usize> {
        let id = place.label(report)?;
        if let Ok(found) = self.search(&id) {
            return Some(self.0[found].1);
        }
        let ids = self.0.iter().map(|(id, _)| id.as_str());
        report.fault(
            place,
            quoted(&id),
            &format!("an id from \"{list}\""),
            near_match(&id, ids).map(quoted),
        );
        None
    }
}
