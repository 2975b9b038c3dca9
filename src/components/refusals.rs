//! What could not be read of a file: counted and explained.

use yew::prelude::*;

use super::reader::Story;

/// How many estimates were refused, and every problem of the file, told in English as to its editor; nothing where none
/// was refused.
pub fn refusals(story: &Story, problems: &[String], refused: usize) -> Html {
    if refused == 0 {
        return Html::default();
    }
    let all = story.dataset.estimates.len() + refused;
    let number = |count: usize| story.locale.number(count as u64);
    let heading = story
        .locale
        .words()
        .refused(refused, &number(refused), &number(all));
    html! {
        <details class="te-refusals">
            <summary>{ heading }</summary>
            <ul lang="en" dir="ltr">
                { for problems.iter().map(|problem| html! { <li>{ problem.clone() }</li> }) }
            </ul>
        </details>
    }
}
