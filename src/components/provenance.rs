//! Everything known about one figure: what the details tell, pinned or as a tip.

use yew::prelude::*;

use super::reader::Story;
use crate::dataset::{Estimate, Source};

/// A list of terms and what is known about each.
pub fn provenance(story: &Story, estimate: &Estimate) -> Html {
    let words = story.locale.words();
    let figure = &estimate.figure;
    let figure = words.bracketed(&story.locale.figure(figure), story.locale.kind(figure));
    let colon = AttrValue::from(words.labelled("", ""));
    let entry = |term: &'static str, description: Option<Html>| entry(&colon, term, description);
    let text = |text: &String| story.text(text);
    html! {
        <dl class="te-provenance">
            { entry(words.figure(), Some(figure.into())) }
            { entry(words.source(), Some(source(story, story.source_of(estimate)))) }
            { entry(words.passed_on(), estimate.passed_on_by.as_ref().map(text)) }
            { entry(words.date(), estimate.date.as_ref().map(|dated| story.dated(dated))) }
            { entry(words.remark(), estimate.note.as_ref().map(text)) }
            { entry(words.quote(), estimate.quote.as_ref().map(|quote| html! { <q>{ story.text(quote) }</q> })) }
            { entry(words.link(), estimate.url.as_deref().map(|url| link(url, url.to_owned().into()))) }
        </dl>
    }
}

/// On paper the term is followed by a colon and stands in one line with what is known.
fn entry(colon: &AttrValue, term: &'static str, description: Option<Html>) -> Html {
    match description {
        Some(description) => {
            html! { <div><dt data-colon={colon}>{ term }</dt><dd>{ description }</dd></div> }
        }
        None => Html::default(),
    }
}

fn source(story: &Story, source: &Source) -> Html {
    let words = story.locale.words();
    let kind = source.kind.as_ref();
    let kind = kind.map(|kind| html! { <>{ words.list_more("", "") }{ story.text(kind) }</> });
    let name = html! { <>{ story.text(&source.name) }{ kind }</> };
    match &source.url {
        Some(url) => link(url, name),
        None => name,
    }
}

/// A link out of the page: in a tab of its own, because the widget may be in a frame.
fn link(url: &str, text: Html) -> Html {
    html! {
        <a href={url.to_owned()} target="_blank" rel="noopener noreferrer">{ text }</a>
    }
}
