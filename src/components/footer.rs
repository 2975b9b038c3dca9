//! What stands beneath the chart in small type.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::controls::button;
use super::reader::{Change, Dispatch, Reader, TEXT};
use super::share::{Shared, answer, share};
use crate::dataset::Dataset;
use crate::locale::Words;
use crate::view::ViewState;

/// What the footer shows.
pub struct Footer<'a> {
    pub reader: &'a Reader,
    /// The view that the page shows. Pictures are made of it: its link and the rows that the reader has asked
    /// for, which no link says, stand on the page for `src/bin/keep`.
    pub drawn: &'a ViewState,
    pub dispatch: &'a Dispatch,
    pub id: String,
    /// The address of what is shown, where the page has one.
    pub address: Option<String>,
}

/// The as-of date, the credit, and what can be taken along or passed on. Reader modes leave away what is called a
/// footer.
pub fn footer(props: Footer<'_>) -> Html {
    let story = &props.reader.story;
    let words = story.locale.words();
    let Dataset { as_of, credit, .. } = &*story.dataset;
    let as_of = match &as_of.label {
        Some(label) => story.around(&words.as_of(TEXT), label),
        None => words.as_of(&story.locale.dated(as_of)).into(),
    };
    html! {
        <div
            class="te-colophon"
            data-view={props.drawn.link(&story.dataset)}
            data-further-rows={props.drawn.further_rows.to_string()}
        >
            <p id={props.id.clone()}>{ as_of }</p>
            if let Some(credit) = credit {
                <p>{ story.text(credit) }</p>
            }
            { downloads(words, words.data(), [("csv", "CSV"), ("json", "JSON")]) }
            { downloads(words, words.picture(), [("svg", "SVG"), ("png", "PNG")]) }
            { link(props) }
        </div>
    }
}

/// A button, and once it was pressed what became of the link. A page without an address has no link.
fn link(props: Footer<'_>) -> Html {
    let Footer {
        reader,
        dispatch,
        address,
        ..
    } = props;
    if reader.alive && address.is_none() {
        return Html::default();
    }
    let words = reader.story.locale.words();
    let address = AttrValue::from(address.unwrap_or_default());
    let onclick = {
        let (dispatch, address) = (dispatch.clone(), address.clone());
        Callback::from(move |_| {
            let (dispatch, address) = (dispatch.clone(), address.clone());
            // The same answer once more is heard only if it was gone before.
            dispatch.change(Change::Share(None));
            spawn_local(async move { dispatch.change(Change::Share(share(&address).await)) });
        })
    };
    html! {
        <p class="te-share">
            { button(words.copy_link().into(), onclick) }
            <span>
                if let Some(shared) = reader.shared {
                    { answer(words, shared) }
                    if shared == Shared::Refused {
                        <input
                            class="te-address"
                            aria-label={answer(words, shared)}
                            readonly=true
                            value={address}
                        />
                    }
                }
            </span>
        </p>
    }
}

/// Buttons that the loader attends to, see `embed/loader.js`. What is written beside them is heard as the name of
/// their group already.
fn downloads(words: Words, what: &'static str, formats: [(&'static str, &'static str); 2]) -> Html {
    let [first, second] = formats.map(|(keep, name)| {
        html! { <button type="button" class="te-quiet" data-keep={keep}>{ name }</button> }
    });
    html! {
        <p class="te-take te-needs-script" role="group" aria-label={what}>
            <span aria-hidden="true">{ words.labelled(what, "") }</span>
            { first }<span aria-hidden="true">{ " · " }</span>{ second }
        </p>
    }
}
