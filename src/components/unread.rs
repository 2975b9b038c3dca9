//! Prerendered rows, which Yew takes over unread.
//!
//! Whatever a reader does, only three things of a row change: whether it is hidden, whether it is open, and how its
//! figure is drawn. To hydrate all its nodes for that costs a phone a millisecond for each row, and the page waits. So
//! a row stays as it was prerendered for as long as it is on the page, and what changes of it is changed here. Its
//! drawing is an application of its own. They come to life one after the other once the page is alive, each in a task
//! that no reader notices, or at once when a scale changes it.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::{AppHandle, Renderer};

use super::elements::elements;
use super::reader::Story;
use super::row::{Row, RowProps};
use crate::chart::Scale;
use crate::dataset::EstimateIndex;
use crate::view::ViewState;

/// What a widget has to do with a prerendered page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prerendering {
    /// Nothing.
    #[default]
    None,
    /// It is rendered to be one: see [`fenced_rows`].
    Writes,
    /// It hydrates one.
    TakesOver,
}

/// Where a row begins and ends in what the prerenderer makes. Yew hydrates what it has written as raw HTML without
/// reading it, but would not write nodes so.
const FENCE: &str = "<!--<#>--><!--</#>-->";

/// A row between its fences.
pub fn fenced(row: Html) -> Html {
    let fence = || Html::from_html_unchecked(AttrValue::default());
    html! { <>{ fence() }{ row }{ fence() }</> }
}

/// What takes over a row that was fenced.
pub fn unread(key: &str) -> Html {
    html! { <key={key}>{ Html::from_html_unchecked(AttrValue::default()) }</> }
}

/// The prerendered widget, with each row as raw HTML.
///
/// ```
/// use troop_estimates::components::fenced_rows;
///
/// let fence = "<!--<#>--><!--</#>-->";
/// let rendered = ["<table>", "<tr>1</tr>", "<tr>2</tr>", "</table>"];
/// let fenced = format!("<table>{fence}<tr>1</tr>{fence}{fence}<tr>2</tr>{fence}</table>");
/// assert_eq!(fenced_rows(&fenced), "<table><!--<#>--><tr>1</tr><!--</#>--><!--<#>--><tr>2</tr><!--</#>--></table>");
/// ```
pub fn fenced_rows(html: &str) -> String {
    let (begin, end) = FENCE.split_at(FENCE.len() / 2);
    let mut ends = [begin, end].into_iter().cycle();
    let mut pieces = html.split(FENCE);
    let mut rows = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        rows.extend(ends.next());
        rows += piece;
    }
    rows
}

/// Whose row it is.
pub fn estimate_of(row: &Element) -> Option<EstimateIndex> {
    let place = row.get_attribute("data-estimate")?.parse().ok()?;
    Some(EstimateIndex(place))
}

/// The rows that stand as they were prerendered.
struct Unread {
    rows: Vec<UnreadRow>,
    /// Brings the next drawing to life: not any more when the widget has ended.
    waking: Option<Timeout>,
}

/// A row that stands as it was prerendered.
struct UnreadRow {
    index: EstimateIndex,
    /// Where its figure is drawn now.
    scale: Scale,
    /// Whether its source is switched off.
    hidden: bool,
    /// Whether its details are pinned.
    open: bool,
    /// None until it has been taken over.
    element: Option<HtmlElement>,
    /// None until it has come to life.
    drawing: Option<AppHandle<Row>>,
}

/// Gives the rows that are not rendered, of those that are on the page, and lets them show the view.
#[hook]
pub fn use_unread(
    figure: &NodeRef,
    prerendering: Prerendering,
    story: &Story,
    view: &Rc<ViewState>,
    rows: &[(EstimateIndex, Scale)],
) -> Vec<EstimateIndex> {
    let unread = use_mut_ref(|| Unread {
        rows: match prerendering {
            Prerendering::TakesOver => rows.iter().copied().map(UnreadRow::new).collect(),
            _ => Vec::new(),
        },
        waking: None,
    });
    unread.borrow_mut().keep(rows, story);
    let indices = unread.borrow().rows.iter().map(|row| row.index).collect();
    let figure = figure.clone();
    let (story, view) = (story.clone(), view.clone());
    // Before whatever else looks at the rows.
    use_effect(move || {
        if let Some(figure) = figure.cast()
            && unread.borrow_mut().find(&figure)
        {
            wake_next(&unread, story.clone());
        }
        for row in &mut unread.borrow_mut().rows {
            row.show(&story, &view);
        }
    });
    indices
}

/// Brings one drawing to life in a task of its own, and then the next: what the reader does comes between them.
fn wake_next(unread: &Rc<RefCell<Unread>>, story: Story) {
    let weak = Rc::downgrade(unread);
    let task = Timeout::new(0, move || {
        let Some(unread) = weak.upgrade() else { return };
        if unread.borrow_mut().wake_one(&story).is_some() {
            wake_next(&unread, story);
        }
    });
    unread.borrow_mut().waking = Some(task);
}

impl Unread {
    /// Lets go of the rows that are no longer there, which would not come back, and draws the others as they are now.
    fn keep(&mut self, rows: &[(EstimateIndex, Scale)], story: &Story) {
        for mut row in mem::take(&mut self.rows) {
            if let Some((_, scale)) = rows.iter().find(|(index, _)| *index == row.index) {
                row.draw(story, *scale);
                self.rows.push(row);
            }
        }
    }

    /// Whether they were found only now. At first all rows are unread, in their order.
    fn find(&mut self, figure: &Element) -> bool {
        let sought = self.rows.first().is_some_and(|row| row.element.is_none());
        if sought {
            for (row, element) in self.rows.iter_mut().zip(elements(figure, ".te-row")) {
                row.element = Some(element);
            }
        }
        sought
    }

    /// None where all are alive.
    fn wake_one(&mut self, story: &Story) -> Option<&mut AppHandle<Row>> {
        let mut asleep = self.rows.iter_mut().filter(|row| row.drawing.is_none());
        asleep.next()?.wake(story)
    }
}

impl UnreadRow {
    fn new((index, scale): (EstimateIndex, Scale)) -> Self {
        Self {
            index,
            scale,
            hidden: false,
            open: false,
            element: None,
            drawing: None,
        }
    }

    fn part(&self, selector: &str) -> Option<Element> {
        self.element.as_ref()?.query_selector(selector).ok()?
    }

    /// While a component renders, Yew puts this off until it has done so: the page shows the drawing before until then.
    fn draw(&mut self, story: &Story, scale: Scale) -> Option<()> {
        if self.scale != scale {
            let index = self.index;
            self.wake(story)?
                .update(RowProps::of_drawing(story, index, scale));
            self.scale = scale;
        }
        Some(())
    }

    /// Its drawing, as it is drawn now.
    fn wake(&mut self, story: &Story) -> Option<&mut AppHandle<Row>> {
        if self.drawing.is_none() {
            let summary = self.part("summary")?;
            let props = RowProps::of_drawing(story, self.index, self.scale);
            let drawing = Renderer::with_root_and_props(summary, props).hydrate();
            self.drawing = Some(drawing);
        }
        self.drawing.as_mut()
    }

    /// Only what differs from what was shown last: the reader may be ahead of the view.
    fn show(&mut self, story: &Story, view: &ViewState) -> Option<()> {
        let hidden = !view.shows_source(story.estimate(self.index).source);
        let open = view.open.contains(&self.index);
        if mem::replace(&mut self.hidden, hidden) != hidden {
            self.element.as_ref()?.set_hidden(hidden);
        }
        if mem::replace(&mut self.open, open) != open {
            let details = self.part("details")?;
            match open {
                true => details.set_attribute("open", "").ok()?,
                false => details.remove_attribute("open").ok()?,
            }
        }
        Some(())
    }
}

impl Drop for UnreadRow {
    fn drop(&mut self) {
        if let Some(drawing) = self.drawing.take() {
            drawing.destroy();
        }
    }
}
