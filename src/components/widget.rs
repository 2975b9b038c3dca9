//! The whole widget: one figure with its title, controls, chart and footer.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::chart::{Chart, chart, notice_line, scales};
use super::controls::{Controls, controls, show_order};
use super::footer::{Footer, footer};
use super::glide::use_glide;
use super::listeners::use_listeners;
use super::page::Page;
use super::part_id::part_id;
use super::reader::{Change, Dispatch, Reader, Story, TEXT, around};
use super::refusals::refusals;
use super::roving::use_roving;
use super::share::answer;
use super::status::Status;
use super::unread::{Prerendering, use_unread};
use crate::chart::Scale;
use crate::dataset::{Dataset, EstimateIndex};
use crate::locale::Locale;
use crate::view::{Layout, Link, ViewState, layout};

/// What a widget shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct WidgetProps {
    /// The figures.
    pub dataset: Rc<Dataset>,
    /// The language of the words around them.
    pub locale: Locale,
    /// The view to begin with: what a link named, and what the reader has already chosen.
    #[prop_or_default]
    pub link: Rc<Link>,
    /// The page around the widget, where its address can name the view.
    #[prop_or_default]
    pub page: Option<Page>,
    /// What could not be read of the file, in words; shown, never silent.
    #[prop_or_default]
    pub problems: Rc<[String]>,
    /// How many estimates were refused.
    #[prop_or_default]
    pub refused: usize,
    /// Tells the widgets of a page apart, in `id` and `name` attributes.
    pub instance: usize,
    /// Whether it is rendered for a page that will be taken over, or takes over such a page.
    #[prop_or_default]
    pub prerendering: Prerendering,
}

/// One chart of estimates with everything a reader can do with it.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let reader = {
        let story = Story {
            dataset: props.dataset.clone(),
            locale: props.locale,
        };
        let link = props.link.clone();
        use_reducer_eq(move || Reader {
            ignored: story.ignored(&link),
            story,
            view: Rc::new(link.view.clone()),
            alive: false,
            shared: None,
        })
    };
    let waiting = use_mut_ref(|| None);
    let dispatch = &Dispatch::new(reader.dispatcher(), waiting);
    let order = use_node_ref();
    use_page(props.page.as_ref(), &reader, dispatch, &order);
    let Reader {
        story,
        view,
        alive,
        ignored,
        shared,
    } = &*reader;
    // The first client render must have the nodes of the prerendered page, in which nothing was chosen.
    let nothing_chosen = ViewState::default();
    let drawn = if *alive { view } else { &nothing_chosen };
    let layout = &layout(&story.dataset, drawn);
    let scales = &scales(layout, drawn.scale);
    let figure = use_node_ref();
    let prerendering = props.prerendering;
    let rows = rows(layout, scales);
    let unread = &use_unread(&figure, prerendering, story, view, &rows);
    use_glide(&figure, view);
    let lost = use_roving(&figure);
    use_listeners(&figure, dispatch, lost);
    let Dataset {
        title, takeaway, ..
    } = &*story.dataset;
    let id = |part| part_id(props.instance, part);
    let describedby = [id("takeaway"), id("as-of")].join(" ");
    let words = story.locale.words();
    let ignored = ignored.as_ref().filter(|_| *alive);
    let shown =
        ignored.map(|parts| around(&words.link_ignored(TEXT), html! { <bdi>{ parts }</bdi> }));
    let said = ignored.map(|parts| words.link_ignored(parts).into());
    let answer = shared.map(|shared| answer(words, shared).into());
    let page = props.page.as_ref();
    let address = page.and_then(|page| page.0.address(view));

    html! {
        <figure
            ref={figure}
            class={classes!("te-figure", alive.then_some("te-alive"))}
            lang={story.language()}
            dir={words.direction()}
            aria-labelledby={id("title")}
            aria-describedby={describedby}
        >
            <figcaption class="te-caption">
                <h2 class="te-title" id={id("title")}>{ story.text(title) }</h2>
                <p class="te-takeaway" id={id("takeaway")}>{ story.text(takeaway.as_deref().unwrap_or_default()) }</p>
            </figcaption>
            { refusals(story, &props.problems, props.refused) }
            { controls(&Controls { story, view, layout, dispatch, alive: *alive, instance: props.instance, order }) }
            { notice_line("te-notice te-ignored", shown.is_none(), shown.unwrap_or_default()) }
            { chart(&Chart { story, view, drawn, layout, scales, unread, prerendering, dispatch, alive: *alive }) }
            { footer(Footer { reader: &reader, drawn, dispatch, id: id("as-of"), address }) }
            <Status {story} view={view.clone()} {alive} remarks={[said, answer]} />
        </figure>
    }
}

/// The rows of a layout, each with its scale.
fn rows(layout: &Layout, scales: &[Scale]) -> Vec<(EstimateIndex, Scale)> {
    let mut rows = Vec::new();
    for group in &layout.groups {
        rows.extend(group.rows.iter().map(|row| (*row, scales[group.axis])));
    }
    rows
}

/// Joins the widget with its page: does what the browser does not do by itself after a change.
#[hook]
fn use_page(
    page: Option<&Page>,
    reader: &UseReducerHandle<Reader>,
    dispatch: &Dispatch,
    order: &NodeRef,
) {
    let Reader { view, alive, .. } = &**reader;
    let (page, view, alive) = (page.cloned(), view.clone(), *alive);
    let (dispatch, order) = (dispatch.clone(), order.clone());
    use_effect(move || {
        show_order(&order, view.order);
        if let Some(Page(page)) = page {
            page.show(&view);
            if !alive {
                let dispatch = dispatch.clone();
                let follow = move |link| dispatch.change(Change::Follow(link));
                page.follow(Callback::from(follow));
            }
        }
        // In a task of its own: the one that hydrates is long enough.
        let coming = (!alive).then(|| Timeout::new(0, move || dispatch.change(Change::ComeAlive)));
        move || drop(coming)
    });
}
