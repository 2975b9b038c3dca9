//! One estimate: who said it, the figure in words and drawn, and where it comes from.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::provenance::provenance;
use super::reader::{Dispatch, Story, TEXT};
use super::shortened::{LONGEST_LABEL, shortened};
use super::tip;
use crate::chart::{Scale, mark, nodes};
use crate::dataset::{Estimate, EstimateIndex};
use crate::view::Action;

/// What a row shows.
#[derive(PartialEq, Properties)]
pub struct RowProps {
    /// What the estimate is part of.
    pub story: Story,
    /// The estimate.
    pub index: EstimateIndex,
    /// Where its figure is drawn.
    pub scale: Scale,
    /// Whether its source is switched off.
    pub hidden: bool,
    /// Whether the details are pinned.
    pub open: bool,
    /// Where it sends what the reader does.
    pub dispatch: Dispatch,
}

/// A row of the table. A component, so that it is rendered again only when something of it changes.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps {
        story,
        index,
        scale,
        hidden,
        open,
        dispatch,
    } = props;
    let index = *index;
    let estimate = story.estimate(index);
    let figure = story.locale.figure(&estimate.figure);
    let dispatch = dispatch.clone();
    let ontoggle = move |event: Event| {
        let details: HtmlElement = event.target_unchecked_into();
        tip::hide(&details);
        dispatch.dispatch(Action::Open(index, details.has_attribute("open")));
    };

    html! {
        <tr
            class="te-row"
            role="row"
            data-source={estimate.source.0.to_string()}
            data-estimate={index.0.to_string()}
            hidden={*hidden}
        >
            { name(story, estimate) }
            <td class="te-cell" role="cell">
                <details class="te-details" open={*open} {ontoggle}>
                    <summary class="te-summary">
                        <span class="te-spoken">{ figure }</span>
                        { nodes::strip(story.locale.direction(), &mark(&estimate.figure, scale), &story.locale.ends(&estimate.figure)) }
                    </summary>
                    { provenance(story, estimate) }
                    <p class="te-copy te-needs-script">
                        <button type="button" class="te-quiet" data-keep="text">{ story.locale.words().copy() }</button>
                    </p>
                </details>
            </td>
        </tr>
    }
}

/// A comma to be heard between what stands on lines of its own.
pub fn pause(story: &Story) -> Html {
    html! { <span class="te-pause">{ story.locale.words().list_more("", "") }</span> }
}

/// The row's header: the source, what it is, and who passed the figure on; lines of their own even where
/// the style sheet is gone, and with a pause between them where they are heard.
fn name(story: &Story, estimate: &Estimate) -> Html {
    let words = story.locale.words();
    let source = story.source_of(estimate);
    let pause = |more: bool| more.then(|| pause(story));
    let passed_on = estimate.passed_on_by.as_ref();
    let short = |label| shortened(label, LONGEST_LABEL);
    html! {
        <th class="te-name" scope="row" role="rowheader">
            <div class="te-source">
                { story.name(&short(&source.name)) }
                { pause(source.kind.is_some() || passed_on.is_some()) }
            </div>
            if let Some(kind) = &source.kind {
                <div class="te-kind">{ story.text(&short(kind)) }{ pause(passed_on.is_some()) }</div>
            }
            if let Some(who) = passed_on {
                <div class="te-passed-on">{ story.around(&words.passed_on_by(TEXT), &short(who)) }</div>
            }
        </th>
    }
}
