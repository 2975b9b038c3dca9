//! The whole widget: one figure with its title, controls, chart and footer.

use std::rc::Rc;

use yew::prelude::*;

use super::chart::{Chart, chart};
use super::controls::{Controls, controls};
use super::footer::footer;
use super::reader::{Reader, Story};
use super::refusals::refusals;
use super::status::Status;
use crate::dataset::{Dataset, Problem};
use crate::view::ViewState;

/// What a widget shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct WidgetProps {
    /// The figures.
    pub dataset: Rc<Dataset>,
    /// What the reader has already chosen, before this component came to life.
    #[prop_or_default]
    pub initial: Rc<ViewState>,
    /// What could not be read of the file; shown, never silent.
    #[prop_or_default]
    pub problems: Rc<[Problem]>,
    /// How many estimates were refused.
    #[prop_or_default]
    pub refused: usize,
    /// Tells the widgets of a page apart, in `id` and `name` attributes.
    pub instance: usize,
}

/// One chart of estimates with everything a reader can do with it.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let alive = use_alive();
    let reader = {
        let story = Story::new(props.dataset.clone());
        let view = props.initial.clone();
        use_reducer_eq(move || Reader { story, view })
    };
    let Reader { story, view } = &*reader;
    let dispatch = &reader.dispatcher();
    // The first client render must have the nodes of the prerendered page, in which nothing was chosen.
    let nothing_chosen = ViewState::default();
    let drawn = if alive { view } else { &nothing_chosen };
    let Dataset {
        title,
        takeaway,
        language,
        as_of,
        ..
    } = &*story.dataset;
    let as_of = story.locale.words().as_of(&story.locale.dated(as_of));
    let id = |part: &str| format!("te{}-{part}", props.instance);
    let describedby = format!("{} {}", id("takeaway"), id("as-of"));

    html! {
        <figure
            class={classes!("te-figure", alive.then_some("te-alive"))}
            lang={language.clone()}
            aria-labelledby={id("title")}
            aria-describedby={describedby}
        >
            <figcaption class="te-caption">
                <h2 class="te-title" id={id("title")}>{ title.clone() }</h2>
                <p class="te-takeaway" id={id("takeaway")}>{ takeaway.clone().unwrap_or_default() }</p>
            </figcaption>
            { refusals(story, &props.problems, props.refused) }
            { controls(&Controls { story, view, dispatch, instance: props.instance }) }
            { chart(&Chart { story, view, drawn, dispatch }) }
            { footer(id("as-of"), as_of, story.dataset.credit.as_ref()) }
            <Status {story} view={view.clone()} {alive} />
        </figure>
    }
}

/// Whether the component has been rendered in a browser: false while prerendering and hydrating.
#[hook]
fn use_alive() -> bool {
    let alive = use_state_eq(|| false);
    let setter = alive.setter();
    use_effect_with((), move |()| setter.set(true));
    *alive
}
