//! One estimate: who said it, the figure in words and drawn, and where it comes from.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::provenance::provenance;
use super::reader::{Dispatch, Story};
use super::tip::use_tip;
use crate::chart::{Scale, mark, nodes};
use crate::dataset::{Estimate, EstimateIndex};
use crate::view::Action;

#[derive(PartialEq, Properties)]
pub struct RowProps {
    pub story: Story,
    pub index: EstimateIndex,
    pub scale: Scale,
    pub hidden: bool,
    /// Whether the details are pinned.
    pub open: bool,
    pub dispatch: Dispatch,
}

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
    let pin = use_callback(dispatch.clone(), move |open, dispatch| {
        dispatch.dispatch(Action::Open(index, open));
    });
    let tip = use_tip(*open, pin.clone());
    let ontoggle = move |event: Event| {
        let details: HtmlElement = event.target_unchecked_into();
        pin.emit(details.has_attribute("open"));
    };

    html! {
        <tr
            class="te-row"
            role="row"
            data-source={estimate.source.0.to_string()}
            data-estimate={index.0.to_string()}
            hidden={*hidden}
            onmouseenter={tip.on_enter}
            onmouseleave={tip.on_leave}
            onfocusin={tip.on_focus}
            onfocusout={tip.on_blur}
        >
            { name(story, estimate) }
            <td class="te-cell" role="cell">
                <details class="te-details" open={*open} {ontoggle}>
                    <summary class="te-summary">
                        <span class="te-spoken">{ figure }</span>
                        { nodes::strip(&mark(&estimate.figure, scale), &story.locale.ends(&estimate.figure)) }
                    </summary>
                    { provenance(story, estimate) }
                </details>
                if tip.visible {
                    <div class="te-tip">{ provenance(story, estimate) }</div>
                }
            </td>
        </tr>
    }
}

/// The row's header: the source, what it is, and who passed the figure on; lines of their own even where
/// the style sheet is gone.
fn name(story: &Story, estimate: &Estimate) -> Html {
    let source = story.source_of(estimate);
    html! {
        <th class="te-name" scope="row" role="rowheader">
            <div class="te-source"><bdi>{ source.name.clone() }</bdi></div>
            if let Some(kind) = &source.kind {
                <div class="te-kind">{ kind.clone() }</div>
            }
            if let Some(who) = &estimate.passed_on_by {
                <div class="te-passed-on">{ story.locale.words().passed_on_by(who) }</div>
            }
        </th>
    }
}
