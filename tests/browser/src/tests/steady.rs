//! What a reader does over and over leaves nothing behind.

use anyhow::{Context, Result, bail};
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

/// How often a thousand more may leave something: engines learn, and let go of nodes late. A leak grows each time.
const LATE: usize = 3;

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
    let mut counts = vec![interact(page)?];
    for last in 0..LATE {
        counts.push(interact(page)?);
        if counts[last + 1].is_no_more_than(&counts[last]) {
            return Ok(());
        }
    }
    bail!("after each thousand: {counts:#?}")
}

impl Has {
    fn is_no_more_than(&self, before: &Self) -> bool {
        let kept = match (self.kept, before.kept) {
            // The engine itself learns as it goes on: less than any object for each interaction.
            (Some(kept), Some(before)) => {
                kept.nodes <= before.nodes
                    && kept.js_event_listeners <= before.js_event_listeners
                    && kept.heap <= before.heap + 16 * TIMES
            }
            _ => true,
        };
        kept && self.elements == before.elements && self.memory <= before.memory
    }
}

/// What there is after a thousand more. Few scripts are run for them: Chromium's own driver keeps something of each.
fn interact(page: &Page) -> Result<Has> {
    for _ in 0..TIMES / AT_ONCE {
        page.run("return window.interact(arguments[0])", vec![AT_ONCE.into()])?;
    }
    has(page)
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
