//! One estimate: who said it, the figure in words and drawn, and where it comes from.

use yew::prelude::*;

use super::provenance::provenance;
use super::reader::{Story, TEXT};
use super::shortened::{LONGEST_LABEL, shortened};
use crate::chart::{Scale, mark, nodes};
use crate::dataset::{Estimate, EstimateIndex};

/// What of a row is rendered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its figure in words and drawn: all that a scale changes of it. It can come to life alone, see
    /// [`unread`](super::unread).
    Drawing,
}

/// What a row shows.
#[derive(PartialEq, Properties)]
pub struct RowProps {
    /// What of it is rendered.
    pub part: Part,
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
}

/// A row of the table or its drawing, rendered again only when something of it changes. One component for both: each
/// brings kilobytes of Yew with it.
#[component]
pub fn Row(props: &RowProps) -> Html {
    match props.part {
        Part::Whole => row(props),
        Part::Drawing => drawing(props),
    }
}

fn drawing(props: &RowProps) -> Html {
    let RowProps {
        story,
        index,
        scale,
        ..
    } = props;
    let locale = story.locale;
    let figure = &story.estimate(*index).figure;
    html! {
        <>
            <span class="te-spoken">{ locale.figure(figure) }</span>
            { nodes::strip(locale.direction(), &mark(figure, scale), &locale.ends(figure)) }
        </>
    }
}

/// A row of the table.
pub fn row(props: &RowProps) -> Html {
    let RowProps {
        story,
        index,
        scale,
        hidden,
        open,
        ..
    } = props;
    let index = *index;
    let estimate = story.estimate(index);
    let drawing = RowProps::of_drawing(story, index, *scale);

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
                <details class="te-details" open={*open}>
                    <summary class="te-summary">
                        <Row ..drawing />
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

impl RowProps {
    /// What a drawing shows.
    pub fn of_drawing(story: &Story, index: EstimateIndex, scale: Scale) -> Self {
        Self {
            part: Part::Drawing,
            story: story.clone(),
            index,
            scale,
            hidden: false,
            open: false,
        }
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
