//! The reader's choices: native inputs, which work before any script does.

use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::elements::elements;
use super::part_id::part_id;
use super::reader::{Dispatch, Story, order_name};
use super::shortened::{LONGEST_LABEL, shortened};
use crate::dataset::{CategoryIndex, Source, SourceIndex};
use crate::view::{Action, Layout, Order, ScaleKind, ViewState};

/// More toggles than these scroll in a box of their own, so that the chart stays in sight.
const MANY_SOURCES: usize = 20;

/// So many sources can be switched without scripts, and so many categories chosen: `toggles.css` has a rule for each.
const SCRIPTLESS_SOURCES: usize = 64;
const SCRIPTLESS_CATEGORIES: usize = 16;

/// What the controls speak of.
pub struct Controls<'a> {
    /// What there is to choose from.
    pub story: &'a Story,
    /// What is chosen.
    pub view: &'a ViewState,
    /// The rows on the page.
    pub layout: &'a Layout,
    /// Where they send what the reader does.
    pub dispatch: &'a Dispatch,
    /// Whether the scripts have taken over.
    pub alive: bool,
    /// Tells the widgets of a page apart.
    pub instance: usize,
    /// The choice of an order.
    pub order: NodeRef,
}

/// Lets the choice of an order show the one that the view has. No attribute does: it would only say what
/// is chosen at first.
pub fn show_order(choice: &NodeRef, order: Order) {
    let place = Order::ALL
        .iter()
        .zip(0..)
        .find(|(other, _)| **other == order);
    if let (Some(choice), Some((_, place))) = (choice.cast::<HtmlSelectElement>(), place)
        && choice.selected_index() != place
    {
        choice.set_selected_index(place);
    }
}

/// A button of words alone, which needs the scripts.
pub fn button(label: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="te-button te-needs-script" {onclick}>{ label }</button> }
}

/// All controls in a row.
pub fn controls(props: &Controls<'_>) -> Html {
    html! {
        <div class="te-controls">
            { categories(props) }
            { scales(props) }
            { order(props) }
            { zoom(props) }
            { sources(props) }
        </div>
    }
}

/// A handler that sends the same action whatever the event.
fn sends<E: 'static>(props: &Controls<'_>, action: Action) -> Callback<E> {
    let dispatch = props.dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action))
}

/// One choice of several.
fn segment(
    props: &Controls<'_>,
    group: &str,
    category: Option<CategoryIndex>,
    label: Html,
    chosen: bool,
    action: Action,
) -> Html {
    let class = match category {
        Some(index) if index.0 >= SCRIPTLESS_CATEGORIES => "te-segment te-needs-script",
        _ => "te-segment",
    };
    // Without scripts, words stand in place of rows that are not on the page.
    let rowless =
        !props.alive && category.is_some_and(|category| !has_rows(props.layout, category));
    html! {
        <label {class}>
            <input
                type="radio"
                name={part_id(props.instance, group)}
                data-category={category.map(|index| index.0.to_string())}
                data-rowless={rowless.then_some("")}
                checked={chosen}
                onchange={sends(props, action)}
            />
            <span>{ label }</span>
        </label>
    }
}

fn has_rows(layout: &Layout, category: CategoryIndex) -> bool {
    let mut groups = layout.groups.iter();
    groups.any(|group| group.category == category && !group.rows.is_empty())
}

/// A segmented choice of all categories or one.
fn categories(props: &Controls<'_>) -> Html {
    let words = props.story.locale.words();
    let choice = |category: Option<CategoryIndex>, label: Html| {
        let chosen = props.view.category == category;
        let action = Action::ChooseCategory(category);
        segment(props, "category", category, label, chosen, action)
    };
    let all = &props.story.dataset.categories;
    // Between all and the only one there is nothing to choose.
    if all.len() == 1 {
        return Html::default();
    }
    let categories = all.iter().enumerate();
    let categories = categories.map(|(place, category)| {
        let label = category.short_label.as_ref().unwrap_or(&category.label);
        choice(Some(CategoryIndex(place)), props.story.text(label))
    });
    html! {
        <fieldset class="te-choice te-categories">
            <legend>{ words.category() }</legend>
            { choice(None, words.everything().into()) }
            { for categories }
        </fieldset>
    }
}

/// Two words: linear or logarithmic. It needs the scripts.
fn scales(props: &Controls<'_>) -> Html {
    let words = props.story.locale.words();
    let choice = |scale: ScaleKind, label: &'static str| {
        let chosen = props.view.scale == scale;
        segment(
            props,
            "scale",
            None,
            label.into(),
            chosen,
            Action::ChooseScale(scale),
        )
    };
    html! {
        <fieldset class="te-choice te-scales te-needs-script">
            <legend>{ words.scale() }</legend>
            { choice(ScaleKind::Linear, words.linear()) }
            { choice(ScaleKind::Log, words.logarithmic()) }
        </fieldset>
    }
}

/// What the rows are sorted by. It needs the scripts.
fn order(props: &Controls<'_>) -> Html {
    let words = props.story.locale.words();
    let onchange = {
        let dispatch = props.dispatch.clone();
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let place = usize::try_from(select.selected_index()).unwrap_or_default();
            if let Some(order) = Order::ALL.get(place) {
                dispatch.dispatch(Action::Sort(*order));
            }
        }
    };
    let options = Order::ALL
        .into_iter()
        .map(|order| html! { <option>{ order_name(words, order) }</option> });
    // Around the choice, the label would have what is chosen in its name.
    let id = part_id(props.instance, "order");
    html! {
        <div class="te-choice te-order te-needs-script">
            <label class="te-legend" for={id.clone()}>{ words.order() }</label>
            <select class="te-select" {id} ref={props.order.clone()} {onchange}>{ for options }</select>
        </div>
    }
}

/// Whether the axes span what is shown. It needs the scripts.
fn zoom(props: &Controls<'_>) -> Html {
    let label = props.story.locale.words().zoom();
    let onchange = sends(props, Action::Zoom(!props.view.zoomed));
    html! {
        <span class="te-chip te-zoom te-needs-script">
            { checkbox(label.into(), None, props.view.zoomed, onchange) }
        </span>
    }
}

fn checkbox(
    label: Html,
    source: Option<SourceIndex>,
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label>
            <input
                type="checkbox"
                data-source={source.map(|index| index.0.to_string())}
                {checked}
                {onchange}
            />
            { label }
        </label>
    }
}

/// A checkbox for each source, with "all", "none" and "only this one".
fn sources(props: &Controls<'_>) -> Html {
    let words = props.story.locale.words();
    let toggles = props.story.dataset.sources.iter().enumerate();
    let many = toggles.len() > MANY_SOURCES;
    html! {
        <fieldset
            class={classes!("te-choice", "te-sources", many.then_some("te-many"))}
            data-not-shown={words.not_shown()}
        >
            <legend>{ words.sources() }</legend>
            { for toggles.map(|(place, source)| toggle(props, SourceIndex(place), source)) }
            { button(words.all().into(), sends(props, Action::ShowAllSources)) }
            { button(words.none().into(), sends(props, Action::ShowNoSource)) }
        </fieldset>
    }
}

fn toggle(props: &Controls<'_>, index: SourceIndex, source: &Source) -> Html {
    let words = props.story.locale.words();
    let name = &*shortened(source.name_for_controls(), LONGEST_LABEL);
    let shown = props.view.shows_source(index);
    let class = match index.0 >= SCRIPTLESS_SOURCES {
        true => "te-chip te-needs-script",
        false => "te-chip",
    };
    let onchange = {
        let dispatch = props.dispatch.clone();
        // Where the axes change with it, nothing can be shown before they are known.
        let zoomed = props.view.zoomed;
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            // As it is now: what comes meanwhile shows the choice before.
            let shown = input.checked();
            let action = Action::ShowSource(index, shown);
            match (!zoomed).then(|| rows_to_toggle(&input, index)).flatten() {
                Some(rows) => {
                    show(&rows, shown);
                    dispatch.dispatch_after_frame(action, move || show(&rows, !shown));
                }
                None => dispatch.dispatch(action),
            }
        })
    };
    html! {
        <span {class} data-comma={words.list_more("", "")}>
            { checkbox(props.story.name(name), Some(index), shown, onchange) }
            <button
                type="button"
                class="te-only te-needs-script"
                aria-label={words.only_source(name)}
                onclick={sends(props, Action::ShowOnlySource(index))}
            >{ words.only() }</button>
        </span>
    }
}

/// The rows of a source, which are shown or hidden in the very frame of the reader's touch, as the style sheet does
/// without scripts; all that follows from it may come after that frame. None where the focus would go with them: it has
/// to be led on.
fn rows_to_toggle(control: &Element, source: SourceIndex) -> Option<Vec<HtmlElement>> {
    let figure = control.closest(".te-figure").ok()??;
    let rows = format!(".te-row[data-source=\"{}\"]", source.0);
    let focused = figure.query_selector(&format!("{rows} :focus")).ok()?;
    focused.is_none().then(|| elements(&figure, &rows))
}

fn show(rows: &[HtmlElement], shown: bool) {
    for row in rows {
        row.set_hidden(!shown);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_switches_what_needs_no_script_and_nothing_else() {
        let style = include_str!("../../embed/toggles.css");
        let ends_at = |control: &str, limit: usize| {
            let has_rule_for =
                |place: usize| style.contains(&format!("has([data-{control}=\"{place}\"]"));
            (0..limit).all(has_rule_for) && !has_rule_for(limit)
        };
        assert!(ends_at("source", SCRIPTLESS_SOURCES));
        assert!(ends_at("category", SCRIPTLESS_CATEGORIES));
    }
}
