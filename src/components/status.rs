//! One line for screen readers: what a change has led to, once it has settled.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::reader::{Story, order_name};
use crate::dataset::CategoryIndex;
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
    /// What there is to say besides, at once.
    pub remark: Option<AttrValue>,
}

/// What the status goes by.
#[derive(Default)]
struct Heard {
    /// The view at first: as long as nothing changes, nothing is said.
    first: Option<Rc<ViewState>>,
    /// The present view: on a busy machine more may have changed since a message was due.
    current: Rc<ViewState>,
    /// The view of the last message.
    spoken: Rc<ViewState>,
}

#[component]
pub fn Status(props: &StatusProps) -> Html {
    let message = use_state_eq(AttrValue::default);
    let heard = use_mut_ref(Heard::default);
    heard.borrow_mut().current = props.view.clone();
    let due = (props.alive, told(&props.view), props.remark.clone());
    let story = props.story.clone();
    let last = message.clone();
    use_effect_with(due, move |(alive, told, remark)| {
        let first = heard
            .borrow_mut()
            .first
            .get_or_insert_with(|| told.clone())
            .clone();
        if let Some(remark) = remark {
            last.set(remark.clone());
        }
        let silent = !alive || remark.is_some() || (first == *told && last.is_empty());
        let settled = (!silent).then(|| {
            Timeout::new(SETTLED, move || {
                let mut heard = heard.borrow_mut();
                last.set(sentence(&story, &heard.spoken, &heard.current).into());
                heard.spoken = heard.current.clone();
            })
        });
        move || drop(settled)
    });
    let words = props.story.locale.words();
    // The loader tells in the second part what became of a download or a copy; each is spoken alone.
    html! {
        <p class="te-status" role="status" aria-atomic="false">
            <span class="te-spoken">{ (*message).clone() }</span>
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
    if let Some(category) = view.category {
        parts.push(words.category_is(&story.dataset.categories[category.0].label));
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
