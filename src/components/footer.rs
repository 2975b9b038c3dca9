//! What stands beneath the chart in small type.

use yew::prelude::*;

/// The as-of date and the credit.
#[derive(PartialEq, Properties)]
pub struct FooterProps {
    pub id: String,
    pub as_of: String,
    pub credit: Option<String>,
}

#[component]
pub fn Footer(props: &FooterProps) -> Html {
    html! {
        <p class="te-footer">
            <span id={props.id.clone()}>{ props.as_of.clone() }</span>
            if let Some(credit) = &props.credit {
                <span class="te-credit">{ credit.clone() }</span>
            }
        </p>
    }
}
