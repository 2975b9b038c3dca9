//! One line for screen readers: what a change has led to, once it has settled.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::reader::{Story, order_name};
use crate::dataset::{CategoryIndex, SourceIndex};
use crate::locale::Scope;
use crate::view::{
    FIRST_ROWS, Order, ScaleKind, SmallSet, ViewState, category_agreement, is_compared, layout,
};

/// How long a change must rest before it is spoken of, in milliseconds.
const SETTLED: u32 = 300;

#[derive(PartialEq, Properties)]
pub struct StatusProps {
    pub story: Story,
    pub view: Rc<ViewState>,
    pub alive: bool,
    /// What there is to say besides, each at once.
    pub remarks: [Option<AttrValue>; 2],
}

/// What the status goes by.
struct Heard {
    /// The present view: on a busy machine more may have changed since a message was due.
    current: Rc<ViewState>,
    /// What was told last; at first nothing needs to be said of the view.
    told: Rc<ViewState>,
}

#[component]
pub fn Status(props: &StatusProps) -> Html {
    let StatusProps {
        story, view, alive, ..
    } = props;
    let message = use_state(<(usize, AttrValue)>::default);
    let heard = use_mut_ref(|| Heard {
        current: view.clone(),
        told: told(view),
    });
    heard.borrow_mut().current = view.clone();
    let (count, text) = (*message).clone();
    let story = story.clone();
    use_effect_with((*alive, told(view)), move |(alive, view)| {
        let is_news = *alive && *view != heard.borrow().told;
        let settled = is_news.then(|| {
            Timeout::new(SETTLED, move || {
                let mut heard = heard.borrow_mut();
                let text = sentence(&story, &heard.told, &heard.current);
                message.set((count + 1, text.into()));
                heard.told = told(&heard.current);
            })
        });
        move || drop(settled)
    });
    let words = props.story.locale.words();
    // Each part is spoken alone, and the same words once more only if they stand in an element of their own. The
    // loader tells in the last what became of a download or a copy.
    html! {
        <p class="te-status" role="status" aria-atomic="false">
            <span class="te-spoken" key={count}>{ text }</span>
            { for props.remarks.iter().map(|remark| html! { <span class="te-spoken">{ remark.clone() }</span> }) }
            <span
                class="te-told"
                data-loading={words.loading()}
                data-copied={words.copied()}
                data-copy-this={words.copy_this()}
                data-failed={words.not_done()}
            />
        </p>
    }
}

/// What the status tells of a view: opening details is no part of it.
fn told(view: &Rc<ViewState>) -> Rc<ViewState> {
    let told = ViewState {
        open: SmallSet::default(),
        ..(**view).clone()
    };
    Rc::new(told)
}

/// Says a view; what has no mention as it is at first has one when it goes back to that.
fn sentence(story: &Story, before: &ViewState, view: &ViewState) -> String {
    let words = story.locale.words();
    let shown = view.sources_shown(&story.dataset);
    if shown == 0 {
        return words.no_source_on().to_owned();
    }
    let all = story.dataset.sources.len();
    let number = |count: usize| story.locale.number(count as u64);
    let mut parts = vec![words.sources_shown(all, &number(shown), &number(all))];
    if shown == 1 {
        let mut sources = story.dataset.sources.iter().zip(0..);
        let only = sources.find(|(_, place)| view.shows_source(SourceIndex(*place)));
        parts.extend(only.map(|(source, _)| words.source_is(source.name_for_controls())));
    }
    if let Some(category) = view.category {
        parts.push(words.category_is(&story.dataset.categories[category.0].label));
    } else if before.category.is_some() {
        parts.push(words.category_is(words.everything()));
    }
    parts.push(words.scale_is(match view.scale {
        ScaleKind::Linear => words.linear(),
        ScaleKind::Log => words.logarithmic(),
    }));
    if view.order != before.order || view.order != Order::Given {
        parts.push(words.order_is(order_name(words, view.order)));
    }
    if view.zoomed {
        parts.push(words.zoomed().to_owned());
    } else if before.zoomed {
        parts.push(words.not_zoomed().to_owned());
    }
    if story.dataset.estimates.len() > FIRST_ROWS {
        let layout = layout(&story.dataset, view);
        let (rows, all) = (layout.rows, layout.all_rows);
        parts.push(words.rows_shown(&number(rows), &number(all)));
    }
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
