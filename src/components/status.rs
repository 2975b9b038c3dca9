//! One line for screen readers: what a change has led to, once it has settled.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::reader::Story;
use crate::dataset::{CategoryIndex, SourceIndex};
use crate::locale::{Counted, Scope};
use crate::view::{ScaleKind, SmallSet, ViewState, category_agreement, is_compared};

/// How long a change must rest before it is spoken of, in milliseconds.
const SETTLED: u32 = 300;

#[derive(PartialEq, Properties)]
pub struct StatusProps {
    pub story: Story,
    pub view: Rc<ViewState>,
    pub alive: bool,
}

/// The parts of a view that the status speaks of: opening details is not among them.
type Spoken = (SmallSet<SourceIndex>, Option<CategoryIndex>, ScaleKind);

#[component]
pub fn Status(props: &StatusProps) -> Html {
    let message = use_state_eq(String::new);
    let first = use_mut_ref(|| None::<Spoken>);
    let view = &props.view;
    // A message speaks of what is shown when it is spoken: on a busy machine more may have changed.
    let current = use_mut_ref(|| view.clone());
    current.replace(view.clone());
    let spoken: Spoken = (view.hidden.clone(), view.category, view.scale);
    {
        let (message, story) = (message.clone(), props.story.clone());
        use_effect_with((props.alive, spoken), move |(alive, spoken)| {
            let initial = first.borrow_mut().get_or_insert_with(|| spoken.clone()) == spoken;
            let silent = !alive || (initial && message.is_empty());
            let settled = (!silent).then(|| {
                Timeout::new(SETTLED, move || {
                    message.set(sentence(&story, &current.borrow()))
                })
            });
            move || drop(settled)
        });
    }
    html! { <p class="te-spoken" role="status">{ (*message).clone() }</p> }
}

fn sentence(story: &Story, view: &ViewState) -> String {
    let words = story.locale.words();
    let shown = view.sources_shown(&story.dataset);
    if shown == 0 {
        return words.no_source_on().to_owned();
    }
    let mut parts = vec![words.sources_shown(Counted {
        shown,
        all: story.dataset.sources.len(),
    })];
    if let Some(category) = view.category {
        parts.push(words.category_is(&story.dataset.categories[category.0].label));
    }
    parts.push(words.scale_is(match view.scale {
        ScaleKind::Linear => words.linear(),
        ScaleKind::Log => words.logarithmic(),
    }));
    if !view.shows_any(&story.dataset) {
        parts.push(words.nothing_shown().to_owned());
    }
    parts.extend(agreements(story, view));
    parts.join(" ")
}

/// Where the estimates shown agree, a sentence for each category that has something to compare.
fn agreements(story: &Story, view: &ViewState) -> Vec<String> {
    let dataset = &story.dataset;
    (0..dataset.categories.len())
        .map(CategoryIndex)
        .filter(|&category| view.shows_category(category) && is_compared(dataset, category))
        .map(|category| category_agreement(dataset, view, category))
        .map(|agreement| story.locale.agreement(&agreement, Scope::of(view)))
        .collect()
}
