//! Which rows there are, in which groups, and what each axis must hold.

use super::order::sort;
use super::{ScaleKind, ViewState};
use crate::dataset::{Category, CategoryIndex, Dataset, EstimateIndex, Figure};

/// How many rows a long dataset begins with; one without more estimates than these is not long.
pub const FIRST_ROWS: usize = 50;

/// All rows of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// One group for each category that has estimates, in the order of the file.
    pub groups: Vec<Group>,
    /// What each axis must hold; [`Group::axis`] points here.
    pub axes: Vec<Extent>,
    /// How many rows there are, of a long dataset without those that are hidden.
    pub rows: usize,
    /// How many there would be if the reader had asked for all.
    pub all_rows: usize,
    /// How many the reader has to ask for so that [`FIRST_ROWS`] more are there, or all.
    pub further_rows: usize,
}

/// The estimates of one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they count.
    pub category: CategoryIndex,
    /// All of them in the chosen order, whether they are shown or not.
    pub estimates: Vec<EstimateIndex>,
    /// Those that have a row, in the same order.
    ///
    /// Usually all: rows are hidden, never taken away, so that what a reader does to them lasts, and that they are
    /// there at once when they are shown again. Of a long dataset only the first of those that are shown have one, and
    /// those whose details are open; and what would be first were nothing hidden, so that it can be shown again.
    pub rows: Vec<EstimateIndex>,
    /// Whether the category is chosen and at least one of its estimates is shown.
    pub shown: bool,
    /// The place of its axis in [`Layout::axes`].
    pub axis: usize,
    /// Whether it is the first of consecutive shown groups with the same axis, and so carries the
    /// labels of the ticks.
    pub leads_axis: bool,
}

/// The figures that an axis must hold.
///
/// They are all figures of its categories with the values to compare them with. Those of hidden sources
/// are among them: an axis that moved when a source is switched off would make the other bars jump. Only
/// a reader who zooms asks for that: then they are the figures that are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The largest figure; none where no figure is given.
    pub largest: Option<u64>,
    /// The smallest figure above zero, where a log scale may begin.
    pub smallest_positive: Option<u64>,
    /// The smallest figure, where the reader has zoomed: a linear axis then need not begin at zero.
    pub zoomed_from: Option<u64>,
}

/// Arranges the rows of a dataset in the given state.
///
/// Categories share an axis so that they can be compared, except in two cases: on the linear scale a
/// category with [`own_scale`](Category::own_scale) would squeeze the others, and a category that
/// is chosen alone has the whole width for itself.
pub fn layout(dataset: &Dataset, state: &ViewState) -> Layout {
    let mut layout = Layout::default();
    let is_long = dataset.estimates.len() > FIRST_ROWS;
    let most_rows = FIRST_ROWS + state.further_rows;
    let mut place = 0;
    let mut shared_axis = None;
    let mut axis_above = None;
    for (category, estimates) in by_category(dataset) {
        let shares = shares_axis(&dataset.categories[category.0], state);
        let axis = match shared_axis.filter(|_| shares) {
            Some(axis) => axis,
            None => {
                layout.axes.push(Extent::default());
                layout.axes.len() - 1
            }
        };
        if shares {
            shared_axis = Some(axis);
        }
        let estimates = sort(estimates, state.order, dataset);
        let mut rows = Vec::new();
        let mut shown = false;
        for &index in &estimates {
            place += 1;
            let estimate = &dataset.estimates[index.0];
            let is_shown = state.shows(estimate);
            shown |= is_shown;
            if is_shown || !state.zoomed {
                layout.axes[axis].include(&estimate.figure, state.zoomed);
            }
            if is_shown || !is_long {
                layout.all_rows += 1;
                if !is_long || layout.all_rows <= most_rows || state.open.contains(&index) {
                    layout.rows += 1;
                    rows.push(index);
                } else if layout.all_rows - layout.rows <= FIRST_ROWS {
                    layout.further_rows = layout.all_rows - FIRST_ROWS;
                }
            } else if place <= most_rows {
                rows.push(index);
            }
        }
        if shown || !state.zoomed {
            for reference in dataset.references_of(category) {
                layout.axes[axis].include(&reference.figure(), state.zoomed);
            }
        }
        let in_sight = shown && !rows.is_empty();
        let leads_axis = in_sight && axis_above != Some(axis);
        if in_sight {
            axis_above = Some(axis);
        }
        layout.groups.push(Group {
            category,
            estimates,
            rows,
            shown,
            axis,
            leads_axis,
        });
    }
    layout
}

/// The categories that have estimates, and these.
fn by_category(dataset: &Dataset) -> impl Iterator<Item = (CategoryIndex, Vec<EstimateIndex>)> {
    let mut groups = vec![Vec::new(); dataset.categories.len()];
    for (index, estimate) in dataset.estimates.iter().enumerate() {
        groups[estimate.category.0].push(EstimateIndex(index));
    }
    let groups = groups.into_iter().enumerate();
    groups
        .filter(|(_, estimates)| !estimates.is_empty())
        .map(|(category, estimates)| (CategoryIndex(category), estimates))
}

fn shares_axis(category: &Category, state: &ViewState) -> bool {
    match (state.category, state.scale) {
        (Some(_), _) => false,
        (None, ScaleKind::Linear) => !category.own_scale,
        (None, ScaleKind::Log) => true,
    }
}

impl Extent {
    /// Widens the extent to all that is given of a figure.
    fn include(&mut self, figure: &Figure, zoomed: bool) {
        for count in [figure.low, figure.best, figure.high].into_iter().flatten() {
            if zoomed {
                let smallest = self.zoomed_from.unwrap_or(count);
                self.zoomed_from = Some(smallest.min(count));
            }
            self.largest = self.largest.max(Some(count));
            if count > 0 {
                let smallest = self.smallest_positive.unwrap_or(count);
                self.smallest_positive = Some(smallest.min(count));
            }
        }
    }
}

#[cfg(test)]
mod tests;
