//! What is reported without a figure: dated events, as a list beside a time line.
//!
//! Nothing in it depends on what the reader does. So it is prerendered and never brought to life, and costs a
//! reader no byte of wasm.

use std::rc::Rc;

use yew::prelude::*;

use super::part_id::part_id;
use super::reader::Story;
use crate::chart::{TimeScale, middle_day, nodes};
use crate::dataset::{Dataset, Date, Event};
use crate::locale::Locale;

/// More events than these stay closed until the reader opens them, so that the article goes on in sight.
const MANY: usize = 12;

/// Whose evidence is listed.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EvidenceProps {
    /// The events are in it.
    pub dataset: Rc<Dataset>,
    /// The language of the words around them.
    pub locale: Locale,
    /// Tells the widgets of a page apart, in `id` attributes.
    pub instance: usize,
}

/// The events from first to last, those without a date after them; nothing where there are none.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let story = Story {
        dataset: props.dataset.clone(),
        locale: props.locale,
    };
    let Story { dataset, locale } = &story;
    let direction = locale.direction();
    if dataset.events.is_empty() {
        return Html::default();
    }
    let heading = part_id(props.instance, "evidence");
    let mut events: Vec<&Event> = dataset.events.iter().collect();
    events.sort_by_key(|event| order(event));
    let scale = TimeScale::around(events.iter().copied().filter_map(span));
    let ticks = scale
        .map(|scale| scale.ticks(|date| locale.date(date)))
        .unwrap_or_default();
    let title = html! { <h3 class="te-evidence-title" id={heading.clone()}>{ locale.words().evidence() }</h3> };
    let items = events
        .iter()
        .map(|event| item(event, scale.as_ref(), &story));
    let timeline = html! {
        <div class="te-timeline">
            if !ticks.is_empty() {
                { nodes::time_axis(direction, &ticks) }
                { nodes::time_background(direction, &ticks) }
            }
            <ol class="te-events" role="list">{ for items }</ol>
        </div>
    };
    html! {
        <section
            class="te-figure te-evidence"
            lang={story.language()}
            dir={locale.words().direction()}
            aria-labelledby={heading}
        >
            if events.len() > MANY {
                <details>
                    <summary>{ title }</summary>
                    { timeline }
                </details>
            } else {
                { title }
                { timeline }
            }
        </section>
    }
}

/// Dates come first, then words for a time, then nothing.
fn order(event: &Event) -> (bool, Option<u32>, bool) {
    let day = span(event).map(middle_day);
    (day.is_none(), day, event.date.is_none())
}

fn span(event: &Event) -> Option<(Date, Date)> {
    event.date.as_ref()?.span()
}

fn item(event: &Event, scale: Option<&TimeScale>, story: &Story) -> Html {
    let locale = story.locale;
    let when = match &event.date {
        Some(date) => story.dated(date),
        None => locale.words().undated().into(),
    };
    let strip = scale
        .zip(span(event))
        .map(|(scale, span)| nodes::event_strip(locale.direction(), scale, span));
    html! {
        <li class="te-event">
            <div class="te-report">
                <div class="te-when">{ when }</div>
                <div class="te-what">{ story.text(&event.label) }</div>
                if let Some(source) = &event.source {
                    <div class="te-who">{ story.text(source) }</div>
                }
            </div>
            { strip }
        </li>
    }
}
