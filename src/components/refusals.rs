//! What could not be read of a file: counted and explained.

use std::rc::Rc;

use yew::prelude::*;

use super::reader::Story;
use crate::dataset::Problem;
use crate::locale::Counted;

#[derive(PartialEq, Properties)]
pub struct RefusalsProps {
    pub story: Story,
    pub problems: Rc<[Problem]>,
    pub refused: usize,
}

#[component]
pub fn Refusals(props: &RefusalsProps) -> Html {
    if props.refused == 0 {
        return Html::default();
    }
    let all = props.story.dataset.estimates.len() + props.refused;
    let heading = props.story.locale.words().refused(Counted {
        shown: props.refused,
        all,
    });
    html! {
        <details class="te-refusals">
            <summary>{ heading }</summary>
            <ul>
                { for props.problems.iter().map(|problem| html! { <li>{ problem.to_string() }</li> }) }
            </ul>
        </details>
    }
}
