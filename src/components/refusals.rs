//! What could not be read of a file: counted and explained.

use yew::prelude::*;

use super::reader::Story;
use crate::dataset::Problem;
use crate::locale::Counted;

/// How many estimates were refused, and every problem of the file; nothing where none was refused.
pub fn refusals(story: &Story, problems: &[Problem], refused: usize) -> Html {
    if refused == 0 {
        return Html::default();
    }
    let all = story.dataset.estimates.len() + refused;
    let heading = story.locale.words().refused(Counted {
        shown: refused,
        all,
    });
    html! {
        <details class="te-refusals">
            <summary>{ heading }</summary>
            <ul>
                { for problems.iter().map(|problem| html! { <li>{ problem.to_string() }</li> }) }
            </ul>
        </details>
    }
}
