//! The values that the estimates of a category are compared with.

use yew::prelude::*;

use super::reader::{Story, TEXT};
use crate::chart::{Rule, Scale, nodes};
use crate::dataset::CategoryIndex;

/// The values in words, and the labels of their rules; nothing where there are none.
pub fn references(story: &Story, category: CategoryIndex, scale: &Scale, rules: &[Rule]) -> Html {
    if rules.is_empty() {
        return Html::default();
    }
    let references = story.dataset.references_of(category);
    let sentences = references.zip(rules).map(|(reference, rule)| {
        let figure = story.locale.figure(&reference.figure());
        let words = story.locale.words();
        let sentence = story.around(&words.for_comparison(TEXT, &figure), &reference.label);
        // What the label says need not be seen twice.
        let spoken = rule.label != figure;
        html! { <p class={classes!("te-comparison", spoken.then_some("te-spoken"))}>{ sentence }</p> }
    });
    html! {
        <tr class="te-references" role="row">
            <td role="cell" colspan="2">
                { for sentences }
                { nodes::rule_labels(story.locale.direction(), scale, rules) }
            </td>
        </tr>
    }
}
