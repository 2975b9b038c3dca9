//! What could not be read of a file: counted and explained.

use yew::prelude::*;

use super::reader::Story;

/// What was wrong with the file: whether estimates were refused, and every problem, told in English as to its editor.
/// Nothing where there is none.
pub fn refusals(story: &Story, problems: &[String], refused: usize) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    let locale = story.locale;
    let heading = locale
        .refused(refused, &story.dataset)
        .unwrap_or_else(|| locale.words().file_has_faults().to_owned());
    html! {
        <details class="te-refusals">
            <summary>{ heading }</summary>
            <ul lang="en" dir="ltr">
                { for problems.iter().map(|problem| html! { <li>{ problem.clone() }</li> }) }
            </ul>
        </details>
    }
}
