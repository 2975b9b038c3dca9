//! The rows of one category: heading with axis, estimates, and where they agree.

use yew::prelude::*;

use super::chart::Chart;
use super::reader::Story;
use super::row::Row;
use crate::chart::nodes;
use crate::chart::{Band, BandKind, Scale, Tick, ticks};
use crate::dataset::SourceIndex;
use crate::locale::{Locale, Scope};
use crate::view::{Agreement, Group, Verdict, ViewState, category_agreement, is_compared};

/// The rows of a group of the chart.
pub fn group_rows(chart: &Chart<'_>, group: &Group, scale: &Scale) -> Html {
    let &Chart {
        story,
        view,
        drawn,
        dispatch,
    } = chart;
    let dataset = &story.dataset;
    let category = &dataset.categories[group.category.0];
    let compared = is_compared(dataset, group.category);
    let agreement = compared.then(|| category_agreement(dataset, drawn, group.category));
    let bands = agreement
        .as_ref()
        .map(|agreement| bands(agreement, story.locale))
        .unwrap_or_default();
    let ticks = ticks(scale);
    let labels: Vec<String> = ticks
        .iter()
        .map(|tick: &Tick| story.locale.number(tick.value))
        .collect();
    let rows = group.estimates.iter().map(|&index| {
        let estimate = story.estimate(index);
        html! {
            <Row
                key={estimate.id.clone()}
                {story} {index} scale={*scale} {dispatch}
                hidden={!view.shows_source(estimate.source)}
                open={view.open.contains(&index)}
            />
        }
    });
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
                    <div class="te-category-label">{ category.label.clone() }</div>
                    if let Some(note) = &category.note {
                        <div class="te-category-note">{ note.clone() }</div>
                    }
                    { nodes::axis(&ticks, &labels) }
                    { nodes::background(scale, &ticks, &bands) }
                </th>
            </tr>
            { for rows }
            if let Some(agreement) = &agreement {
                <tr class="te-agreement" role="row">
                    <td role="cell" colspan="2">
                        { nodes::band_labels(scale, &bands) }
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
    let source = story.estimate(*group.estimates.first()?).source;
    let same = group
        .estimates
        .iter()
        .all(|&index| story.estimate(index).source == source);
    (same && !group.leads_axis).then_some(source)
}

/// The regions that the sentence speaks of.
fn bands(agreement: &Agreement, locale: Locale) -> Vec<Band> {
    let words = locale.words();
    match &agreement.verdict {
        Verdict::Shared { low, high } => vec![Band {
            kind: BandKind::Overlap,
            low: *low,
            high: *high,
            label: words.overlap_label().to_owned(),
        }],
        Verdict::Gaps(gaps) => gaps
            .iter()
            .map(|gap| Band {
                kind: BandKind::Gap,
                low: Some(gap.after),
                high: Some(gap.before),
                label: words.gap_label().to_owned(),
            })
            .collect(),
        Verdict::NoFigure | Verdict::OneFigure | Verdict::NoCommonValue { .. } => Vec::new(),
    }
}
