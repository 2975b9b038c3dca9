//! The chart, which is a table: one group a category, one row an estimate.

use yew::prelude::*;

use super::controls::button;
use super::group::group_rows;
use super::reader::{Dispatch, Story, TEXT};
use super::unread::Prerendering;
use crate::chart::Scale;
use crate::dataset::EstimateIndex;
use crate::view::{Action, FIRST_ROWS, Layout, ScaleKind, ViewState};

/// What the chart shows.
pub struct Chart<'a> {
    /// What it is about.
    pub story: &'a Story,
    /// What the reader has chosen.
    pub view: &'a ViewState,
    /// The view that scale, ticks, bands and sentences speak of.
    pub drawn: &'a ViewState,
    /// The rows of that view.
    pub layout: &'a Layout,
    /// One for each of its axes.
    pub scales: &'a [Scale],
    /// The rows that are not rendered, as they stand on the page.
    pub unread: &'a [EstimateIndex],
    /// Whether the rows are to be taken over so.
    pub prerendering: Prerendering,
    /// Where it sends what the reader does.
    pub dispatch: &'a Dispatch,
    /// Whether the scripts have taken over.
    pub alive: bool,
}

/// The scales of a layout's axes.
pub fn scales(layout: &Layout, kind: ScaleKind) -> Vec<Scale> {
    let axes = layout.axes.iter();
    axes.map(|extent| Scale::new(kind, extent)).collect()
}

/// The table with its axis title, or a notice where there is nothing to show.
pub fn chart(chart: &Chart<'_>) -> Html {
    let Chart {
        story,
        drawn,
        layout,
        scales,
        ..
    } = chart;
    let words = story.locale.words();
    let unit = &story.dataset.unit;
    if story.dataset.estimates.is_empty() {
        return notice_line("te-notice te-no-data", false, words.no_data().into());
    }
    let axis = match drawn.scale {
        ScaleKind::Linear => words.axis_linear(TEXT),
        ScaleKind::Log => words.axis_log(TEXT),
    };
    let nothing_shown = drawn.sources_shown(&story.dataset) > 0 && !drawn.shows_any(&story.dataset);
    let groups = || layout.groups.iter().filter(|group| !group.rows.is_empty());
    let rowless = groups().count() < story.dataset.categories.len();
    let rowless = (!chart.alive && rowless).then(|| match layout.rows < layout.all_rows {
        true => words.not_among_first(),
        false => words.nothing_shown(),
    });
    let groups = groups().map(|group| group_rows(chart, group, &scales[group.axis]));
    html! {
        <>
            { notice_line("te-notice te-no-source", false, words.no_source_on().into()) }
            { for rowless.map(|text| notice_line("te-notice te-rowless", false, text.into())) }
            { notice_line("te-notice te-nothing", !nothing_shown, words.nothing_shown().into()) }
            <p class="te-axis-title" aria-hidden="true" hidden={nothing_shown}>{ story.around(&axis, unit) }</p>
            <table class="te-table" role="table">
                <caption class="te-spoken">{ story.around(&words.table_caption(TEXT), unit) }</caption>
                <thead class="te-spoken" role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ words.source() }</th>
                        <th scope="col" role="columnheader">{ words.figure() }</th>
                    </tr>
                </thead>
                { groups.collect::<Html>() }
            </table>
            { more(chart) }
        </>
    }
}

/// How many rows of a long dataset there are, and a button for more.
fn more(chart: &Chart<'_>) -> Html {
    let Chart {
        story,
        layout,
        dispatch,
        ..
    } = *chart;
    if story.dataset.estimates.len() <= FIRST_ROWS {
        return Html::default();
    }
    let words = story.locale.words();
    let number = |count: usize| story.locale.number(count as u64);
    let (rows, all) = (layout.rows, layout.all_rows);
    // Without scripts rows can be hidden and nothing counts them: then it is the page that is spoken of.
    let count = match chart.alive {
        true => words.rows_shown(&number(rows), &number(all)),
        false => words.first_rows(&number(rows), &number(all)),
    };
    let further = FIRST_ROWS.min(all - rows);
    let dispatch = dispatch.clone();
    let action = Action::ShowFurtherRows(layout.further_rows);
    let onclick = Callback::from(move |_| dispatch.dispatch(action));
    html! {
        <p class="te-more">
            { count }
            if further > 0 {
                { button(words.more_rows(&number(further)).into(), onclick) }
            }
        </p>
    }
}

/// Something that a reader must be told.
pub fn notice_line(class: &'static str, hidden: bool, text: Html) -> Html {
    html! { <p {class} tabindex="-1" {hidden}>{ text }</p> }
}
