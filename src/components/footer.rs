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
        <div class="te-footer">
            <p id={props.id.clone()}>{ props.as_of.clone() }</p>
            if let Some(credit) = &props.credit {
                <p>{ credit.clone() }</p>
            }
        </div>
    }
}
