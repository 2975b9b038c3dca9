//! The widget as HTML.

use std::rc::Rc;

use troop_estimates::components::{
    Evidence, EvidenceProps, Prerendering, Widget, WidgetProps, fenced_rows,
};
use troop_estimates::dataset::Packed;
use troop_estimates::locale::Locale;
use yew::LocalServerRenderer;

use crate::html::escaped;

/// The content of a place: the rendered widget, the evidence, which stays as it is, what is said if scripts do not
/// come, the dataset that all was rendered from, and the messages of its language. In neither text is a `<` that could end its script.
///
/// `instance` counts the widgets of a page from 0.
pub fn html(packed: Packed, locale: Locale, instance: usize) -> String {
    let data = packed.to_text();
    let dataset = Rc::new(packed.dataset);
    let evidence = EvidenceProps {
        dataset: dataset.clone(),
        locale,
        instance,
    };
    let props = WidgetProps {
        dataset,
        locale,
        link: Rc::default(),
        page: None,
        problems: packed.problems.into(),
        refused: packed.refused,
        instance,
        prerendering: Prerendering::Writes,
    };
    let widget = LocalServerRenderer::<Widget>::with_props(props).render();
    let evidence = LocalServerRenderer::<Evidence>::with_props(evidence).hydratable(false);
    format!(
        "<div class=\"te-root\">{}</div>{}{}\
        <script class=\"te-data\" type=\"text/plain\">{data}</script>\
        <script class=\"te-messages\" type=\"text/plain\">{}</script>",
        fenced_rows(&pollster::block_on(widget)),
        pollster::block_on(evidence.render()),
        failure(locale),
        locale.lines()
    )
}

/// What the loader shows where the scripts of the widget do not come.
fn failure(locale: Locale) -> String {
    let words = locale.words();
    format!(
        "<template class=\"te-failure\"><p class=\"te-figure\" role=\"alert\">{} <button type=\"button\" class=\"te-button\">{}</button></p></template>",
        escaped(words.not_alive()),
        escaped(words.try_again())
    )
}
