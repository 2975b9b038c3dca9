//! Everything known about one figure: in the pinned details and in the tip.

use yew::prelude::*;

use super::reader::Story;
use crate::dataset::{Estimate, Source};

/// A list of terms and what is known about each.
pub fn provenance(story: &Story, estimate: &Estimate) -> Html {
    let words = story.locale.words();
    let figure = format!(
        "{} ({})",
        story.locale.figure(&estimate.figure),
        story.locale.kind(&estimate.figure)
    );
    let text = |text: &String| html! { text.clone() };
    html! {
        <dl class="te-provenance">
            { entry(words.figure(), Some(figure.into())) }
            { entry(words.source(), Some(source(story.source_of(estimate)))) }
            { entry(words.passed_on(), estimate.passed_on_by.as_ref().map(text)) }
            { entry(words.date(), estimate.date.as_ref().map(|date| story.locale.dated(date).into())) }
            { entry(words.remark(), estimate.note.as_ref().map(text)) }
            { entry(words.quote(), estimate.quote.as_ref().map(|quote| html! { <q>{ quote.clone() }</q> })) }
            { entry(words.link(), estimate.url.as_deref().map(|url| link(url, url))) }
        </dl>
    }
}

fn entry(term: &'static str, description: Option<Html>) -> Html {
    match description {
        Some(description) => html! { <div><dt>{ term }</dt><dd>{ description }</dd></div> },
        None => Html::default(),
    }
}

fn source(source: &Source) -> Html {
    let name = match &source.kind {
        Some(kind) => format!("{}, {kind}", source.name),
        None => source.name.clone(),
    };
    match &source.url {
        Some(url) => link(url, &name),
        None => html! { name },
    }
}

/// A link out of the page: in a tab of its own, because the widget may be in a frame.
fn link(url: &str, text: &str) -> Html {
    html! {
        <a href={url.to_owned()} target="_blank" rel="noopener noreferrer">{ text.to_owned() }</a>
    }
}
