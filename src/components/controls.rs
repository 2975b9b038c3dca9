//! The reader's choices: native inputs, which work before any script does.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::reader::{Dispatch, Story};
use crate::dataset::{CategoryIndex, Source, SourceIndex};
use crate::view::{Action, ScaleKind, ViewState};

/// More toggles than these scroll in a box of their own, so that the chart stays in sight.
const MANY_SOURCES: usize = 20;

/// What the controls speak of, and where they send what the reader does.
pub struct Controls<'a> {
    pub story: &'a Story,
    pub view: &'a ViewState,
    pub dispatch: &'a Dispatch,
    pub instance: usize,
}

/// All controls in a row.
pub fn controls(props: &Controls<'_>) -> Html {
    html! {
        <div class="te-controls">
            { categories(props) }
            { scales(props) }
            { sources(props) }
        </div>
    }
}

/// A handler that sends the same action whatever the event.
fn sends<E: 'static>(props: &Controls<'_>, action: Action) -> Callback<E> {
    let dispatch = props.dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action))
}

/// A segmented choice of all categories or one.
fn categories(props: &Controls<'_>) -> Html {
    let words = props.story.locale.words();
    let name = format!("te{}-category", props.instance);
    let choice = |category: Option<CategoryIndex>, label: String| {
        let onchange = sends(props, Action::ChooseCategory(category));
        html! {
            <label class="te-segment">
                <input
                    type="radio"
                    name={name.clone()}
                    data-category={category.map(|index| index.0.to_string())}
                    checked={props.view.category == category}
                    {onchange}
                />
                <span>{ label }</span>
            </label>
        }
    };
    let categories = props
        .story
        .dataset
        .categories
        .iter()
        .enumerate()
        .map(|(place, category)| {
            let label = category
                .short_label
                .as_ref()
                .unwrap_or(&category.label)
                .clone();
            choice(Some(CategoryIndex(place)), label)
        });
    html! {
        <fieldset class="te-choice te-categories">
            <legend>{ words.category() }</legend>
            { choice(None, words.everything().to_owned()) }
            { for categories }
        </fieldset>
    }
}

/// Two words: linear or logarithmic. It needs the scripts.
fn scales(props: &Controls<'_>) -> Html {
    let words = props.story.locale.words();
    let name = format!("te{}-scale", props.instance);
    let choice = |scale: ScaleKind, label: &'static str| {
        let onchange = sends(props, Action::ChooseScale(scale));
        html! {
            <label class="te-segment">
                <input
                    type="radio"
                    name={name.clone()}
                    checked={props.view.scale == scale}
                    {onchange}
                />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="te-choice te-scales te-needs-script">
            <legend>{ words.scale() }</legend>
            { choice(ScaleKind::Linear, words.linear()) }
            { choice(ScaleKind::Log, words.logarithmic()) }
        </fieldset>
    }
}

/// A checkbox for each source, with "all", "none" and "only this one".
fn sources(props: &Controls<'_>) -> Html {
    let words = props.story.locale.words();
    let button = |action: Action, label: &'static str| {
        let onclick = sends(props, action);
        html! { <button type="button" class="te-button te-needs-script" {onclick}>{ label }</button> }
    };
    let toggles = props.story.dataset.sources.iter().enumerate();
    let many = toggles.len() > MANY_SOURCES;
    html! {
        <fieldset class={classes!("te-choice", "te-sources", many.then_some("te-many"))}>
            <legend>{ words.sources() }</legend>
            { for toggles.map(|(place, source)| toggle(props, SourceIndex(place), source)) }
            { button(Action::ShowAllSources, words.all()) }
            { button(Action::ShowNoSource, words.none()) }
        </fieldset>
    }
}

fn toggle(props: &Controls<'_>, index: SourceIndex, source: &Source) -> Html {
    let words = props.story.locale.words();
    let name = source.short_name.as_ref().unwrap_or(&source.name);
    let onchange = {
        let dispatch = props.dispatch.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            dispatch.dispatch(Action::ShowSource(index, input.checked()));
        }
    };
    html! {
        <span class="te-chip">
            <label>
                <input
                    type="checkbox"
                    data-source={index.0.to_string()}
                    checked={props.view.shows_source(index)}
                    {onchange}
                />
                <bdi>{ name.clone() }</bdi>
            </label>
            <button
                type="button"
                class="te-only te-needs-script"
                aria-label={words.only_source(name)}
                onclick={sends(props, Action::ShowOnlySource(index))}
            >{ words.only() }</button>
        </span>
    }
}
