//! What readers do and see in the widget, for the tests of every subject.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Key, Page};
use page_server::Hold;

use super::stories::Story;

/// The last file that the widget waits for.
pub(crate) const WASM: &str = "/widget_bg.wasm";

/// No way through the page is longer than this many presses of Tab.
const MANY_STOPS: usize = 60;

/// Opens a page and keeps the widget from coming alive until the hold is released. It is under way
/// when this comes back.
pub(crate) fn open_slowly(page: &mut Page, path: &str) -> Result<Hold> {
    let hold = page.server().hold(WASM);
    let before = requests_for(page, WASM);
    page.open(path)?;
    page.wait_until("the widget is asked for", |page| {
        Ok(requests_for(page, WASM) > before)
    })?;
    Ok(hold)
}

/// Language and path of every article, as the masthead of the first leads to them.
pub(crate) fn articles(page: &mut Page) -> Result<Vec<[String; 2]>> {
    page.open("/")?;
    let links = page.run(
        "const links = [...document.querySelectorAll('.masthead a')];
         return links.map((link) => [link.hreflang, `/${link.getAttribute('href')}`]);",
        Vec::new(),
    )?;
    let mut articles: Vec<[String; 2]> = serde_json::from_value(links)?;
    articles.push(["en", "/index.html"].map(str::to_owned));
    Ok(articles)
}

/// Opens a page and waits until the widget is alive.
pub(crate) fn open_alive(page: &mut Page, path: &str) -> Result<()> {
    page.open(path)?;
    wait_until_alive(page)
}

/// Opens a page and waits until the widget is as alive as it gets: without scripts it stays as it is.
pub(crate) fn open_ready(page: &mut Page, path: &str) -> Result<()> {
    page.open(path)?;
    if page.settings().scripts {
        wait_until_alive(page)?;
    }
    Ok(())
}

/// Lets the widget come alive.
pub(crate) fn release(page: &Page, hold: Hold) -> Result<()> {
    hold.release();
    wait_until_alive(page)
}

/// Waits until the widget has taken the page over.
pub(crate) fn wait_until_alive(page: &Page) -> Result<()> {
    page.wait_until("the widget is alive", is_alive)
}

/// Whether the widget has taken the page over.
pub(crate) fn is_alive(page: &Page) -> Result<bool> {
    Ok(!page.elements(".te-figure.te-alive")?.is_empty())
}

/// How often a path was asked for.
pub(crate) fn requests_for(page: &Page, path: &str) -> usize {
    let requests = page.server().requests();
    requests
        .iter()
        .filter(|request| request.path == path)
        .count()
}

/// Source and figure of every row that is in sight, from top to bottom.
pub(crate) fn rows_in_sight(page: &Page) -> Result<Vec<[String; 2]>> {
    let rows = page.run(
        "const seen = [...document.querySelectorAll('.te-row')].filter((row) => row.checkVisibility({ visibilityProperty: true }));
         return seen.map((row) => ['.te-source bdi', 'summary > :first-child']
             .map((part) => row.querySelector(part).textContent));",
        Vec::new(),
    )?;
    serde_json::from_value(rows).context("the rows cannot be read")
}

/// The rows in sight are exactly these.
pub(crate) fn expect_rows(page: &Page, expected: &[[String; 2]]) -> Result<()> {
    let rows = rows_in_sight(page)?;
    ensure!(
        rows == expected,
        "the rows {rows:?} instead of {expected:?}"
    );
    Ok(())
}

/// The control with this label, a checkbox or a radio button.
pub(crate) fn control<'a>(page: &'a Page, label: &str) -> Result<Element<'a>> {
    labelled(page, label, ".te-controls label input")
}

/// Clicks on the words beside a checkbox or radio button, as readers do.
pub(crate) fn choose(page: &Page, label: &str) -> Result<()> {
    labelled(page, label, ".te-controls label:has(input)")?.click()?;
    let_it_follow(page)
}

/// A living widget shows and hides rows in the frame of the touch, and does what follows from it after that frame.
pub(crate) fn let_it_follow(page: &Page) -> Result<()> {
    page.run(
        "const frame = () => new Promise(requestAnimationFrame);
         return document.querySelector('.te-alive') && frame().then(frame).then(() => new Promise(setTimeout));",
        Vec::new(),
    )?;
    Ok(())
}

/// Of the elements that `selector` finds, one in each label, the one that belongs to this label.
fn labelled<'a>(page: &'a Page, label: &str, selector: &str) -> Result<Element<'a>> {
    let labels = page.run(
        "return [...document.querySelectorAll('.te-controls label:has(input)')].map((label) => label.textContent)",
        Vec::new(),
    )?;
    let labels: Vec<String> = serde_json::from_value(labels)?;
    let place = labels.iter().position(|words| words == label);
    let place = place.with_context(|| format!("no control is labelled {label:?}"))?;
    nth(page, selector, place)
}

/// The element at this place among those that `selector` finds.
pub(crate) fn nth<'a>(page: &'a Page, selector: &str, place: usize) -> Result<Element<'a>> {
    let found = page.elements(selector)?.into_iter().nth(place);
    found.with_context(|| format!("{selector} finds nothing at place {place}"))
}

/// What the reader clicks to open the details of the figure at this place of the page.
pub(crate) fn summary(page: &Page, place: usize) -> Result<Element<'_>> {
    nth(page, ".te-row summary", place)
}

/// The places of the figures whose details are in sight, and not as a tip.
pub(crate) fn open_details(page: &Page) -> Result<Vec<usize>> {
    let open = page.run(
        "const details = [...document.querySelectorAll('.te-row details')];
         const isTip = ({ open, dataset }) => !open && dataset.tip;
         return details.flatMap((one, place) => one.children[1].checkVisibility() && !isTip(one) ? [place] : []);",
        Vec::new(),
    )?;
    serde_json::from_value(open).context("the details cannot be read")
}

/// Goes to this element with keys alone: with Tab, and with arrows between rows that are one stop.
pub(crate) fn tab_to(page: &Page, element: &Element<'_>) -> Result<()> {
    for _ in 0..MANY_STOPS {
        if element.is_focused()? {
            return Ok(());
        }
        page.press(key_towards(element)?)?;
    }
    ensure!(element.is_focused()?, "no key leads there");
    Ok(())
}

/// Back where that is nearer: beyond the last stop the focus would leave the page, and in Firefox its window too.
fn key_towards(element: &Element<'_>) -> Result<Key> {
    let towards = "const [here, there] = [document.activeElement, arguments[0]];
         const position = here.compareDocumentPosition(there);
         if (position & Node.DOCUMENT_POSITION_DISCONNECTED) return 'on';
         const isBelow = (position & Node.DOCUMENT_POSITION_PRECEDING) === 0;
         const row = here.closest('.te-row')?.querySelector('.te-summary[tabindex]');
         if (row && there.matches('.te-summary')) {
             // The keys between rows are for the rows themselves, not for what is in them.
             if (here !== row) return 'back';
             return isBelow ? 'down' : 'up';
         }
         return isBelow ? 'on' : 'back';";
    let towards = element.script(towards)?;
    Ok(match towards.as_str() {
        Some("down") => Key::Down,
        Some("up") => Key::Up,
        Some("back") => Key::ShiftTab,
        _ => Key::Tab,
    })
}

/// Everything that an article promises is there to be read.
pub(crate) fn expect_complete(page: &Page, story: &Story) -> Result<()> {
    expect_rows(page, &story.rows(|_| true))?;
    for expected in [
        story.title,
        story.takeaway,
        story.as_of,
        story.credit,
        story.agreement,
    ] {
        expect_words(page, ".te-figure", expected)?;
    }
    Ok(())
}

/// These words stand in the element as rendered.
pub(crate) fn expect_words(page: &Page, selector: &str, expected: &str) -> Result<()> {
    let text = page.element(selector)?.text()?;
    ensure!(text.contains(expected), "{expected:?} is not in {text:?}");
    Ok(())
}

/// Toggles, categories and details do what they promise, whether or not the widget is alive.
pub(crate) fn expect_usable(page: &Page, story: &Story) -> Result<()> {
    expect_complete(page, story)?;
    let fact = &story.facts[1];
    choose(page, fact.toggle)?;
    wait_for_rows(page, &story.rows(|other| other.toggle != fact.toggle))?;
    choose(page, fact.toggle)?;
    choose(page, fact.category)?;
    wait_for_rows(page, &story.rows(|other| other.category == fact.category))?;
    choose(page, story.everything)?;
    wait_for_rows(page, &story.rows(|_| true))?;
    summary(page, 1)?.click()?;
    page.wait_until(
        "the details are open",
        |page| Ok(open_details(page)? == [1]),
    )?;
    expect_words(page, ".te-row details[open] dl", fact.remark)
}

/// Waits until the rows in sight are exactly these.
pub(crate) fn wait_for_rows(page: &Page, expected: &[[String; 2]]) -> Result<()> {
    page.wait_until("the right rows are in sight", |page| {
        expect_rows(page, expected).map(|()| true)
    })
}
