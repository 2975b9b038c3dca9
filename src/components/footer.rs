//! What stands beneath the chart in small type.

use yew::prelude::*;

/// The as-of date and the credit.
pub fn footer(id: String, as_of: String, credit: Option<&String>) -> Html {
    html! {
        <div class="te-footer">
            <p {id}>{ as_of }</p>
            if let Some(credit) = credit {
                <p>{ credit.clone() }</p>
            }
        </div>
    }
}
