//! A figure with a table, as it stands on the page.

use troop_estimates::table::{Cell, Row, Table};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

/// The language that the figure is in; empty where the page does not say.
pub fn language(figure: &Element) -> String {
    let nearest = figure.closest("[lang]").ok().flatten();
    let language = nearest.and_then(|element| element.get_attribute("lang"));
    language.unwrap_or_default()
}

/// The table of the figure; none where it has cells over several rows, which belong to none of them alone.
pub fn table(figure: &Element) -> Option<Table> {
    let table = figure.query_selector("table").ok()??;
    if table.query_selector("[rowspan]").ok()?.is_some() {
        return None;
    }
    let text =
        |element: Option<Element>| element.map(|element| lines(&element)).unwrap_or_default();
    let caption = text(table.query_selector("caption").ok()?);
    let below = text(figure.query_selector("figcaption").ok()?);
    // The block editor writes a table's title below it.
    let (caption, remark) = match caption.is_empty() {
        false => (caption, below),
        true => match below.split_once('\n') {
            Some((first, rest)) => (first.to_owned(), rest.to_owned()),
            None => (below, String::new()),
        },
    };
    let rows = all(&table, ":scope > tr, :scope > * > tr");
    Some(Table {
        caption,
        remark,
        data: data(figure),
        rows: rows.iter().map(row).collect(),
    })
}

fn row(row: &Element) -> Row {
    let cells = all(row, ":scope > :is(th, td)");
    let mut data = data(row);
    data.extend(cells.iter().flat_map(self::data));
    Row {
        cells: cells.iter().map(cell).collect(),
        data,
    }
}

fn cell(cell: &Element) -> Cell {
    let link = cell.query_selector("a[href]").ok().flatten();
    Cell {
        text: cell.text_content().unwrap_or_default(),
        link: link.map(|link| link.unchecked_into::<HtmlAnchorElement>().href()),
    }
}

/// The text of an element with its lines.
fn lines(element: &Element) -> String {
    element.unchecked_ref::<HtmlElement>().inner_text()
}

/// The `data-*` attributes of an element, without `data-`.
fn data(element: &Element) -> Vec<(String, String)> {
    let names = element.get_attribute_names().into_iter();
    let names = names.filter_map(|name| name.as_string());
    names
        .filter_map(|name| {
            let value = element.get_attribute(&name)?;
            Some((name.strip_prefix("data-")?.to_owned(), value))
        })
        .collect()
}

fn all(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(nodes) = element.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|place| Some(nodes.item(place)?.unchecked_into()))
        .collect()
}
