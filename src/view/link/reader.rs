//! From the text of a link to what it says.

use std::collections::BinaryHeap;

use super::{Link, escaped, order_name};
use crate::dataset::{CategoryIndex, Dataset, EstimateIndex, SourceIndex};
use crate::view::{Order, ScaleKind, SmallSet, ViewState};

/// What the parts have said so far; nothing of what none was about.
#[derive(Default)]
struct Said {
    hidden: Option<SmallSet<SourceIndex>>,
    category: Option<CategoryIndex>,
    scale: Option<ScaleKind>,
    order: Option<Order>,
    zoomed: Option<bool>,
    open: Option<SmallSet<EstimateIndex>>,
}

impl Said {
    fn view(self) -> ViewState {
        ViewState {
            hidden: self.hidden.unwrap_or_default(),
            category: self.category,
            scale: self.scale.unwrap_or_default(),
            order: self.order.unwrap_or_default(),
            zoomed: self.zoomed.unwrap_or_default(),
            open: self.open.unwrap_or_default(),
            further_rows: 0,
        }
    }
}

/// Reads a link part by part.
pub(super) struct Reader {
    sources: Ids,
    categories: Ids,
    estimates: Ids,
    said: Said,
    ignored: Vec<String>,
}

impl Reader {
    pub(super) fn new(dataset: &Dataset) -> Self {
        Self {
            sources: Ids::new(dataset.sources.iter().map(|source| &source.id)),
            categories: Ids::new(dataset.categories.iter().map(|category| &category.id)),
            estimates: Ids::new(dataset.estimates.iter().map(|estimate| &estimate.id)),
            said: Said::default(),
            ignored: Vec::new(),
        }
    }

    /// Reads a part; what cannot be used is noted.
    pub(super) fn read(&mut self, part: &str) {
        if !self.uses(part) {
            self.ignored.push(part.to_owned());
        }
    }

    /// What all parts together lead to.
    pub(super) fn link(self) -> Link {
        Link {
            view: self.said.view(),
            ignored: self.ignored,
        }
    }

    /// Uses a part, and tells whether that is possible.
    fn uses(&mut self, part: &str) -> bool {
        let Self {
            sources,
            categories,
            estimates,
            said,
            ignored,
        } = self;
        let all_sources = || (0..sources.0.len()).map(SourceIndex).collect();
        let (key, list) = match part.split_once(':') {
            Some((key, list)) => (key, Some(list)),
            None => (part, None),
        };
        match (key, list) {
            ("none", None) => agree(&mut said.hidden, all_sources()),
            ("log", None) => agree(&mut said.scale, ScaleKind::Log),
            ("zoom", None) => agree(&mut said.zoomed, true),
            ("without", Some(list)) => {
                let found = sources.find(list, ignored);
                let hidden = found.iter().copied().map(SourceIndex).collect();
                found.is_empty() || agree(&mut said.hidden, hidden)
            }
            ("only", Some(list)) => {
                let found = sources.find(list, ignored);
                let mut hidden: SmallSet<SourceIndex> = all_sources();
                for &place in &found {
                    hidden.include(SourceIndex(place), false);
                }
                found.is_empty() || agree(&mut said.hidden, hidden)
            }
            ("in", Some(list)) => match &categories.find(list, ignored)[..] {
                [] => true,
                [place, others @ ..] => {
                    others.iter().all(|other| other == place)
                        && agree(&mut said.category, CategoryIndex(*place))
                }
            },
            ("by", Some(name)) => {
                let mut orders = Order::ALL.into_iter();
                let order = orders.find(|&order| order_name(order) == name);
                order.is_some_and(|order| agree(&mut said.order, order))
            }
            ("open", Some(list)) => {
                let found = estimates.find(list, ignored);
                let open = found.iter().copied().map(EstimateIndex).collect();
                found.is_empty() || agree(&mut said.open, open)
            }
            _ => false,
        }
    }
}

/// Says something unless another part has said otherwise; tells whether it holds.
fn agree<T: PartialEq>(said: &mut Option<T>, value: T) -> bool {
    match said {
        Some(before) => *before == value,
        None => {
            *said = Some(value);
            true
        }
    }
}

/// Ids as links have them, in alphabetical order, and their places in the dataset: a long link of a large
/// dataset is read as soon as any.
struct Ids(Vec<(String, usize)>);

impl Ids {
    fn new<'a>(ids: impl Iterator<Item = &'a String>) -> Self {
        let ids: Vec<_> = ids.map(|id| escaped(id)).zip(0..).collect();
        // Less code than `sort`, see `view/sorted.rs`.
        Self(BinaryHeap::from(ids).into_sorted_vec())
    }

    /// The places of the ids in a list; those that are nowhere are noted.
    fn find(&self, list: &str, nowhere: &mut Vec<String>) -> Vec<usize> {
        let mut found = Vec::new();
        for id in list.split('.').filter(|id| !id.is_empty()) {
            match self.0.binary_search_by(|(other, _)| (**other).cmp(id)) {
                Ok(at) => found.push(self.0[at].1),
                Err(_) => nowhere.push(id.to_owned()),
            }
        }
        found
    }
}
