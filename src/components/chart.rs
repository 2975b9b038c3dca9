//! The chart, which is a table: one group a category, one row an estimate.

use std::rc::Rc;

use yew::prelude::*;

use super::group::GroupRows;
use super::reader::{Dispatch, Story};
use crate::chart::Scale;
use crate::view::{ScaleKind, ViewState, layout};

#[derive(PartialEq, Properties)]
pub struct ChartProps {
    pub story: Story,
    /// What the reader has chosen.
    pub view: Rc<ViewState>,
    /// The view that scale, ticks, bands and sentences speak of.
    pub drawn: Rc<ViewState>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let ChartProps {
        story,
        view,
        drawn,
        dispatch,
    } = props;
    let words = story.locale.words();
    let unit = &story.dataset.unit;
    if story.dataset.estimates.is_empty() {
        return html! { <p class="te-notice te-no-data">{ words.no_data() }</p> };
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
    let groups = layout.groups.into_iter().map(|group| {
        let scale = scales[group.axis];
        let category = &story.dataset.categories[group.category.0];
        html! {
            <GroupRows
                key={category.id.clone()}
                {story} {group} {scale} view={view.clone()} drawn={drawn.clone()} dispatch={dispatch.clone()}
            />
        }
    });
    html! {
        <>
            <p class="te-notice te-no-source">{ words.no_source_on() }</p>
            <p class="te-axis-title" aria-hidden="true">{ axis }</p>
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
