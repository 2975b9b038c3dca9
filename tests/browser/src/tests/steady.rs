//! What a reader does over and over leaves nothing behind.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Kept, Page, Test};

use super::exploring::let_it_render;
use super::steps::open_alive;
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![Test::new(
        "steady::a_thousand_interactions_leave_nothing",
        a_thousand_interactions,
    )]
}

/// Each kind of interaction a hundred times: some memory is taken when it is needed first.
const TIMES: usize = 1000;
/// How many at a time, which takes no longer than a script may take.
const AT_ONCE: usize = 250;

/// What a page has after so many interactions.
#[derive(Debug)]
struct Has {
    /// Elements on the page.
    elements: u64,
    /// Of the program, in bytes.
    memory: u64,
    /// In all, where it is counted.
    kept: Option<Kept>,
}

fn a_thousand_interactions(page: &mut Page) -> Result<()> {
    open_alive(page, ENGLISH.path)?;
    page.run(include_str!("steady.js"), Vec::new())?;
    interact(page)?;
    let first = has(page)?;
    interact(page)?;
    let last = has(page)?;
    ensure!(
        first.elements == last.elements && first.memory == last.memory,
        "{first:?}, then {last:?}"
    );
    if let (Some(first), Some(last)) = (first.kept, last.kept) {
        // The engine itself learns as it goes on: less than any object for each interaction.
        let most = first.heap + 16 * TIMES;
        ensure!(
            last.nodes == first.nodes
                && last.js_event_listeners == first.js_event_listeners
                && last.heap <= most,
            "{first:?}, then {last:?}"
        );
    }
    Ok(())
}

/// A thousand interactions. Few scripts are run for them: Chromium's own driver keeps something of each.
fn interact(page: &Page) -> Result<()> {
    for _ in 0..TIMES / AT_ONCE {
        page.run("return window.interact(arguments[0])", vec![AT_ONCE.into()])?;
    }
    Ok(())
}

fn has(page: &Page) -> Result<Has> {
    page.run("return window.rest()", Vec::new())?;
    let_it_render(page)?;
    let number =
        |script| -> Result<u64> { page.run(script, Vec::new())?.as_u64().context("no number") };
    let is_counted = !page.differs(Difference::NothingKeptIsCounted);
    Ok(Has {
        elements: number("return document.querySelectorAll('.te-figure *').length")?,
        memory: number("return window.memory()")?,
        kept: is_counted.then(|| page.kept()).transpose()?,
    })
}
