//! Marks glide to their new place, and only then.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde::Deserialize;
use serde_json::json;

use super::exploring::{let_it_render, open_whole, sort_by, sort_by_script};
use super::keyboard::choose_by_script;
use super::steps::{choose, control, wait_for_rows};
use super::stories::ENGLISH;

pub(crate) const ZOOM: &str = "Zoom to what is shown";

/// The parts of a mark may be apart by this share of their way: words move by whole px.
const APART: f64 = 0.05;

/// Holds whatever begins to glide at its beginning: before any time passes, however late the next picture is.
pub(crate) const HOLD: &str = "
    window.begun = 0;
    const held = new Set();
    const hold = () => {
        for (const glide of document.getAnimations()) {
            if (held.has(glide)) continue;
            held.add(glide);
            window.begun += 1;
            glide.pause();
        }
    };
    document.addEventListener('transitionrun', hold);
    new MutationObserver(hold).observe(document, { subtree: true, childList: true, attributes: true });";

/// Where the parts of all marks in sight are on the screen.
const MEASURE: &str = "
    const rows = [...document.querySelectorAll('.te-row')].filter((row) => row.checkVisibility());
    return rows.flatMap((row, place) =>
        [...row.querySelectorAll('.te-strip :is(rect, circle, path, text)')].map((part) => {
            const box = part.getBoundingClientRect();
            return { row: place, part: part.getAttribute('class'), left: box.left, right: box.right };
        }));";

/// Everything that moves marks but the choice of a category, one after the other.
const CHANGES: [&str; 12] = [
    "Logarithmic",
    "Linear",
    ZOOM,
    "Shoigu",
    "Shoigu",
    ZOOM,
    "Lowest first",
    "As given",
    "Widest first",
    "Highest first",
    "Newest first",
    "By source name",
];

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "glide::marks_glide_when_the_scale_changes_in_under_half_a_second",
            marks_glide_when_the_scale_changes,
        ),
        Test::new(
            "glide::marks_glide_when_the_category_changes",
            marks_glide_when_the_category_changes,
        ),
        Test::new(
            "glide::marks_glide_when_they_are_zoomed_to",
            marks_glide_when_zoomed,
        ),
        Test::new(
            "glide::zoomed_marks_glide_when_a_source_goes",
            zoomed_marks_glide_when_a_source_goes,
        ),
        Test::new(
            "glide::rows_glide_to_their_places_in_another_order",
            rows_glide_in_another_order,
        ),
        Test::new(
            "glide::whatever_glides_does_so_in_under_half_a_second",
            every_glide_is_short,
        ),
        Test::new(
            "glide::a_mark_moves_as_one_with_its_words",
            a_mark_moves_as_one,
        ),
        Test::new(
            "glide::a_change_on_the_way_leads_on_from_there",
            a_change_on_the_way_leads_on,
        ),
    ]
}

/// A part of a mark.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Part {
    row: usize,
    part: String,
    left: f64,
    right: f64,
}

pub(crate) fn measure(page: &Page) -> Result<Vec<Part>> {
    let parts = page.run(MEASURE, Vec::new())?;
    serde_json::from_value(parts).context("the marks cannot be measured")
}

/// Waits until something glides, and puts all of it half-way. Gives the durations in milliseconds.
pub(crate) fn halfway(page: &Page) -> Result<Vec<f64>> {
    page.wait_until("something glides", |page| {
        Ok(page.run(
            "return window.begun > 0 && document.getAnimations().every(({ playState }) => playState === 'paused')",
            Vec::new(),
        )? == true)
    })?;
    let durations = page.run(
        "return document.getAnimations().map((glide) => {
             const { endTime } = glide.effect.getComputedTiming();
             glide.currentTime = endTime / 2;
             return endTime;
         });",
        Vec::new(),
    )?;
    Ok(serde_json::from_value(durations)?)
}

/// Ends all that glides.
pub(crate) fn arrive(page: &Page) -> Result<()> {
    page.run(
        "for (const glide of document.getAnimations()) glide.finish()",
        Vec::new(),
    )?;
    Ok(())
}

/// Before, half-way and after a choice: each part of a mark that is there all the time.
pub(crate) fn glide(page: &Page, choice: &str) -> Result<Vec<[Part; 3]>> {
    page.run(HOLD, Vec::new())?;
    let before = measure(page)?;
    choose(page, choice)?;
    for duration in halfway(page)? {
        ensure!(duration > 0.0 && duration < 500.0, "it takes {duration} ms");
    }
    let between = measure(page)?;
    arrive(page)?;
    let after = measure(page)?;
    ensure!(before.len() == after.len(), "marks have come or gone");
    let parts = before.into_iter().zip(between).zip(after);
    Ok(parts
        .map(|((before, between), after)| [before, between, after])
        .collect())
}

/// How far a part has come on its way, from 0 to 1; none where it hardly moves.
fn progress([before, between, after]: &[Part; 3]) -> Option<f64> {
    let way = after.left - before.left;
    (way.abs() > 20.0).then_some((between.left - before.left) / way)
}

pub(crate) fn expect_glide(parts: &[[Part; 3]]) -> Result<()> {
    let mut moved = 0;
    for part in parts {
        let Some(progress) = progress(part) else {
            continue;
        };
        ensure!(progress > 0.1 && progress < 0.95, "{part:?} jumps");
        moved += 1;
    }
    ensure!(moved > 0, "nothing has moved");
    Ok(())
}

fn marks_glide_when_the_scale_changes(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let parts = glide(page, "Logarithmic")?;
    expect_glide(&parts)?;
    let kinds = ["te-bar", "te-bar-end", "te-dot", "te-label"];
    for kind in kinds {
        let moved = parts
            .iter()
            .filter(|part| part[0].part == kind && progress(part).is_some());
        ensure!(moved.count() > 0, "no {kind} has moved");
    }
    Ok(())
}

fn marks_glide_when_the_category_changes(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Sent")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == "Sent"))?;
    // The way begins with the frame after the change.
    let_it_render(page)?;
    arrive(page)?;
    // The one row in sight stays the first of its group and gets another axis.
    expect_way(page, "[data-category=\"2\"] .te-dot", "left", |page| {
        choose(page, ENGLISH.everything)
    })
}

/// Where one element is on the screen: its left or its top.
fn edge(page: &Page, selector: &str, side: &str) -> Result<f64> {
    let edge = page.run(
        "const [selector, side] = arguments;
         return document.querySelector(selector).getBoundingClientRect()[side];",
        vec![json!(selector), json!(side)],
    )?;
    edge.as_f64().context("it is nowhere")
}

/// After a change an element glides to its new place in under half a second.
fn expect_way(
    page: &Page,
    selector: &str,
    side: &str,
    change: impl Fn(&Page) -> Result<()>,
) -> Result<()> {
    page.run(HOLD, Vec::new())?;
    let before = edge(page, selector, side)?;
    change(page)?;
    for duration in halfway(page)? {
        ensure!(duration > 0.0 && duration < 500.0, "it takes {duration} ms");
    }
    let between = edge(page, selector, side)?;
    arrive(page)?;
    let after = edge(page, selector, side)?;
    let progress = (between - before) / (after - before);
    ensure!(
        progress > 0.1 && progress < 0.95,
        "from {before} over {between} to {after}"
    );
    Ok(())
}

fn marks_glide_when_zoomed(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Planned")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == "Planned"))?;
    let_it_render(page)?;
    arrive(page)?;
    expect_glide(&glide(page, ZOOM)?)
}

fn zoomed_marks_glide_when_a_source_goes(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Planned")?;
    choose(page, ZOOM)?;
    let_it_render(page)?;
    arrive(page)?;
    expect_way(page, "[data-source=\"1\"] .te-bar", "right", |page| {
        choose(page, "HUR")
    })
}

fn rows_glide_in_another_order(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    page.run(
        "const [first, second] = document.querySelectorAll('.te-row');
         first.id = 'first';
         second.id = 'second';",
        Vec::new(),
    )?;
    expect_way(page, "#first", "top", |page| sort_by(page, "Lowest first"))?;
    let mut swapped = ENGLISH.rows(|_| true);
    swapped.swap(0, 1);
    wait_for_rows(page, &swapped)?;
    expect_way(page, "#second", "top", |page| sort_by(page, "As given"))?;
    wait_for_rows(page, &ENGLISH.rows(|_| true))
}

/// Everything that moves marks, from a category to all of them and on.
pub(crate) fn changes_from(category: &'static str) -> impl Iterator<Item = &'static str> {
    [category, ENGLISH.everything].into_iter().chain(CHANGES)
}

/// Makes a change while the focus stays where it is, and waits until the view is another.
pub(crate) fn change(page: &Page, choice: &str) -> Result<()> {
    let address = || page.run("return location.href", Vec::new());
    let before = address()?;
    if choice.starts_with("As ") || choice.starts_with("By ") || choice.ends_with(" first") {
        sort_by_script(page, choice)?;
    } else {
        choose_by_script(&control(page, choice)?)?;
    }
    page.wait_until("the view is another", |_| Ok(address()? != before))?;
    let_it_render(page)
}

/// The longest that anything on the way takes, as its styles have it, in seconds; none where nothing is on the way.
fn longest_glide(page: &Page) -> Result<Option<f64>> {
    let longest = page.run(
        "const longest = (list) => Math.max(...list.split(',').map(parseFloat));
         const times = document.getAnimations().map(({ effect }) => getComputedStyle(effect.target));
         return times.length === 0 ? null
             : Math.max(...times.map((style) => longest(style.transitionDuration) + longest(style.transitionDelay)));",
        Vec::new(),
    )?;
    Ok(serde_json::from_value(longest)?)
}

fn every_glide_is_short(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    page.run(HOLD, Vec::new())?;
    for choice in changes_from("Sent") {
        change(page, choice)?;
        let seconds = longest_glide(page)?;
        let seconds = seconds.with_context(|| format!("nothing glides by {choice}"))?;
        ensure!(seconds > 0.0 && seconds < 0.5, "{choice} takes {seconds} s");
        arrive(page)?;
    }
    Ok(())
}

fn a_mark_moves_as_one(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let parts = glide(page, "Logarithmic")?;
    // Words change sides where the room does: those that stay on theirs keep their distance.
    for [before, between, after] in &parts {
        let mark = parts.iter().find(|[other, ..]| {
            other.row == before.row && ["te-bar", "te-dot"].contains(&other.part.as_str())
        });
        let Some(mark) = mark else { continue };
        let distance = |part: &Part, mark: &Part| part.left - mark.left;
        let kept = (distance(before, &mark[0]) - distance(after, &mark[2])).abs() < 1.0;
        if kept {
            let off = distance(between, &mark[1]) - distance(before, &mark[0]);
            ensure!(
                off.abs() < 2.0,
                "{between:?} is {off} px apart from its mark"
            );
        }
    }
    let progresses: Vec<f64> = parts.iter().filter_map(progress).collect();
    let first = progresses.first().context("nothing has moved")?;
    ensure!(
        progresses
            .iter()
            .all(|progress| (progress - first).abs() < APART),
        "the parts have come differently far: {progresses:?}"
    );
    Ok(())
}

fn a_change_on_the_way_leads_on(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    page.run(HOLD, Vec::new())?;
    let at_first = measure(page)?;
    choose(page, "Logarithmic")?;
    halfway(page)?;
    let on_the_way = measure(page)?;
    page.run("window.begun = 0", Vec::new())?;
    choose(page, "Linear")?;
    page.wait_until("it goes back", |page| {
        Ok(page.run("return window.begun > 0", Vec::new())? == true)
    })?;
    page.run(
        "for (const glide of document.getAnimations()) glide.currentTime = 0",
        Vec::new(),
    )?;
    for (part, back) in on_the_way.iter().zip(measure(page)?) {
        let jump = (part.left - back.left).abs();
        ensure!(jump < 2.0, "{part:?} jumps by {jump} px");
    }
    arrive(page)?;
    ensure!(measure(page)? == at_first, "it does not lead back");
    Ok(())
}
