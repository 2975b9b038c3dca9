//! The chart, which is a table: one group a category, one row an estimate.

use yew::prelude::*;

use super::group::group_rows;
use super::reader::{Dispatch, Story};
use crate::chart::Scale;
use crate::view::{ScaleKind, ViewState, layout};

/// What the chart shows.
pub struct Chart<'a> {
    pub story: &'a Story,
    /// What the reader has chosen.
    pub view: &'a ViewState,
    /// The view that scale, ticks, bands and sentences speak of.
    pub drawn: &'a ViewState,
    pub dispatch: &'a Dispatch,
}

/// The table with its axis title, or a notice where there is nothing to show.
pub fn chart(chart: &Chart<'_>) -> Html {
    let Chart { story, drawn, .. } = chart;
    let words = story.locale.words();
    let unit = &story.dataset.unit;
    if story.dataset.estimates.is_empty() {
        return html! { <p class="te-notice">{ words.no_data() }</p> };
    }
    let layout = layout(&story.dataset, drawn);
    let scales: Vec<Scale> = layout
        .axes
        .iter()
        .map(|extent| Scale::new(drawn.scale, extent))
        .collect();
    let axis = match drawn.scale {
        ScaleKind::Linear => words.axis_linear(unit),
        ScaleKind::Log => words.axis_log(unit),
    };
    let nothing_shown = drawn.sources_shown(&story.dataset) > 0 && !drawn.shows_any(&story.dataset);
    let groups = layout.groups.iter();
    let groups = groups.map(|group| group_rows(chart, group, &scales[group.axis]));
    html! {
        <>
            <p class="te-notice te-no-source">{ words.no_source_on() }</p>
            <p class="te-notice" hidden={!nothing_shown}>{ words.nothing_shown() }</p>
            <p class="te-axis-title" aria-hidden="true" hidden={nothing_shown}>{ axis }</p>
            <table class="te-table" role="table">
                <caption class="te-spoken">{ words.table_caption(unit) }</caption>
                <thead class="te-spoken" role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ words.source() }</th>
                        <th scope="col" role="columnheader">{ words.figure() }</th>
                    </tr>
                </thead>
                { for groups }
            </table>
        </>
    }
}
