//! The rows of one category: heading with axis, estimates, and where they agree.

use yew::prelude::*;

use super::chart::Chart;
use super::reader::Story;
use super::references::references;
use super::row::{Part, Row, RowProps, pause, row};
use super::unread::{Prerendering, fenced, unread};
use crate::chart::nodes;
use crate::chart::{Band, Rule, Scale, Tick, ticks};
use crate::dataset::SourceIndex;
use crate::locale::Scope;
use crate::view::{Group, ViewState, category_agreement, is_compared};

/// The rows of a group of the chart.
pub fn group_rows(chart: &Chart<'_>, group: &Group, scale: &Scale) -> Html {
    let &Chart {
        story, view, drawn, ..
    } = chart;
    let dataset = &story.dataset;
    let direction = story.locale.direction();
    let category = &dataset.categories[group.category.0];
    let compared = is_compared(dataset, group.category);
    let agreement = compared.then(|| category_agreement(dataset, drawn, group.category));
    let bands = agreement
        .as_ref()
        .map(|agreement| Band::all(agreement, story.locale))
        .unwrap_or_default();
    let ticks = ticks(scale);
    let rules = Rule::all(dataset, group.category, story.locale);
    let labels: Vec<String> = ticks
        .iter()
        .map(|tick: &Tick| story.locale.number(tick.value))
        .collect();
    // A list of its own: only where every child has a key, rows move instead of being made anew.
    let rows = group.rows.iter().map(|&index| {
        let estimate = story.estimate(index);
        let key = &*estimate.id;
        if chart.unread.contains(&index) {
            return unread(key);
        }
        let props = RowProps {
            part: Part::Whole,
            story: story.clone(),
            index,
            scale: *scale,
            hidden: !view.shows_source(estimate.source),
            open: view.open.contains(&index),
        };
        match chart.prerendering {
            Prerendering::Writes if cfg!(feature = "ssr") => fenced(row(&props)),
            _ => html! { <Row {key} ..props /> },
        }
    });
    let cut = group.leads_axis && scale.is_cut();
    let pause = (category.note.is_some() || cut).then(|| pause(story));
    html! {
        <tbody
            key={category.id.clone()}
            class={classes!("te-group", group.leads_axis.then_some("te-leads"))}
            role="rowgroup"
            data-category={group.category.0.to_string()}
            data-source={toggled_as_one(story, group).map(|source| source.0.to_string())}
            hidden={!shown(story, group, view)}
        >
            <tr class="te-heading" role="row">
                <th class="te-category" scope="rowgroup" role="rowheader" colspan="2">
                    <div class="te-category-label">{ story.text(&category.label) }{ pause }</div>
                    if let Some(note) = &category.note {
                        <div class="te-category-note">{ story.text(note) }</div>
                    }
                    if cut {
                        <div class="te-cut-axis">{ story.locale.words().cut_axis() }</div>
                    }
                    { nodes::axis(direction, &ticks, &labels) }
                    { nodes::background(direction, scale, &ticks, &bands, &rules) }
                </th>
            </tr>
            { references(story, group.category, scale, &rules) }
            { rows.collect::<Html>() }
            if let Some(agreement) = &agreement {
                <tr class="te-agreement" role="row">
                    <td role="cell" colspan="2">
                        { nodes::band_labels(direction, scale, &bands) }
                        <p>{ story.locale.agreement(agreement, Scope::of(drawn)) }</p>
                    </td>
                </tr>
            }
        </tbody>
    }
}

/// Whether the reader's view, not the one drawn, shows any row of this group.
fn shown(story: &Story, group: &Group, view: &ViewState) -> bool {
    group
        .estimates
        .iter()
        .any(|&index| view.shows(story.estimate(index)))
}

/// The one source of all rows: without scripts the heading then goes with the rows. A group that
/// carries the axis of others stays.
fn toggled_as_one(story: &Story, group: &Group) -> Option<SourceIndex> {
    let source = story.estimate(*group.rows.first()?).source;
    let same = group
        .rows
        .iter()
        .all(|&index| story.estimate(index).source == source);
    (same && !group.leads_axis).then_some(source)
}
