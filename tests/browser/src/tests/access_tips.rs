//! Everyone can use it: tips that say the same to pointer, key and finger, and stay in sight.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Page, Test};
use page_server::Answer;

use super::explore_details::{
    ELSEWHERE, PINNED, expect_apart, the_tip, wait_for_no_tip, wait_for_pinned,
};
use super::exploring::{let_it_render, open_whole};
use super::keyboard::{choose_by_script, many_estimates, open_prerendered};
use super::sites::{Site, bundled};
use super::steps::{choose, control, open_alive, summary, tab_to, wait_until_alive};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_tips::hover_focus_and_tap_tell_the_same",
            hover_focus_and_tap_tell_the_same,
        ),
        Test::new(
            "access_tips::in_a_frame_of_320_px_every_tip_lies_inside_and_covers_no_mark",
            tips_lie_inside_a_frame,
        ),
        Test::new(
            "access_tips::in_a_frame_one_row_is_enough_for_its_tip_to_lie_inside",
            one_row_is_enough,
        ),
        Test::new(
            "access_tips::in_a_window_of_any_place_every_tip_lies_inside_and_covers_no_mark",
            tips_lie_inside_the_window,
        ),
        Test::new(
            "access_tips::in_a_window_too_small_for_it_a_tip_can_be_scrolled_to",
            tips_can_be_scrolled_to,
        ),
        Test::new(
            "access_tips::the_pointer_can_move_into_a_tip_above_its_row",
            the_pointer_can_move_up,
        ),
        Test::new(
            "access_tips::the_pointer_reaches_the_links_in_a_tip",
            the_pointer_reaches_links,
        ),
        Test::new(
            "access_tips::a_tip_stays_whatever_else_changes",
            a_tip_stays,
        ),
    ]
}

fn hover_focus_and_tap_tell_the_same(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for (place, fact) in ENGLISH.facts.iter().enumerate() {
        let row = summary(page, place)?;
        row.hover()?;
        let hovered = the_tip(page)?.text()?;
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
        tab_to(page, &row)?;
        let focused = the_tip(page)?.text()?;
        row.tap()?;
        wait_for_pinned(page, &[place])?;
        let tapped = page.element(PINNED)?.text()?;
        ensure!(hovered.contains(fact.figure) && hovered.contains(fact.remark));
        ensure!(
            hovered == focused,
            "{hovered:?} on hover, {focused:?} on focus"
        );
        ensure!(hovered == tapped, "{hovered:?} on hover, {tapped:?} on tap");
        row.tap()?;
        wait_for_pinned(page, &[])?;
        page.element(ELSEWHERE)?.click()?;
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
    }
    Ok(())
}

/// The page of a host that gives the widget a frame as wide as a small screen and as high as its content.
fn open_framed(page: &mut Page, language: &str) -> Result<()> {
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    let place = format!(
        "<div lang={language} dir={direction} class=troop-estimates data-dataset=north-korea></div>"
    );
    let dataset = bundled(language)?;
    let framed = Site::new()?.prerender(&place, ("north-korea", language, &dataset))?;
    page.put("/framed", &framed);
    let host = "<!doctype html><html lang=en><title>Host</title><h1>Host</h1>\
        <iframe src=/framed title=Troops width=320 height=2000></iframe>";
    page.server().answer("/host", Answer::host(host));
    page.set_viewport(700, 3000)?;
    page.open("/host")?;
    page.enter_frame("iframe")?;
    wait_until_alive(page)?;
    fit_frame(page)
}

/// Does what hosts do when the content of a frame has changed its height.
fn fit_frame(page: &Page) -> Result<()> {
    let_it_render(page)?;
    page.run(
        "window.frameElement.height = Math.ceil(document.body.getBoundingClientRect().bottom + 8)",
        Vec::new(),
    )?;
    page.wait_until("the frame is as high as its content", |page| {
        let high = page.run(
            "return innerHeight === Number(window.frameElement.height)",
            Vec::new(),
        )?;
        Ok(high == true)
    })
}

/// The tip lies inside the window or frame, which nothing has to scroll for, and clear of its mark.
fn expect_inside(page: &Page, tip: &Element<'_>, strip: &Element<'_>) -> Result<()> {
    let [left, top, width, height] = tip.bounds()?;
    let frame = page.run("return [innerWidth, innerHeight]", Vec::new())?;
    let [right, bottom]: [f64; 2] = serde_json::from_value(frame)?;
    ensure!(
        left >= 0.0 && left + width <= right,
        "the tip reaches from {left} to {} of {right}",
        left + width
    );
    ensure!(
        top >= 0.0 && top + height <= bottom,
        "the tip reaches from {top} down to {} of {bottom}",
        top + height
    );
    expect_apart(tip, strip)
}

fn tips_lie_inside_a_frame(page: &mut Page) -> Result<()> {
    expect_tips_inside_a_frame(page, "en")?;
    expect_tips_inside_a_frame(page, "ar")
}

fn expect_tips_inside_a_frame(page: &mut Page, language: &str) -> Result<()> {
    open_framed(page, language)?;
    for (place, fact) in ENGLISH.facts.iter().enumerate() {
        let strip = summary(page, place)?;
        strip.hover()?;
        expect_inside(page, &the_tip(page)?, &strip).context(fact.figure)?;
        let scrolls = page.run(
            "const { scrollWidth, scrollHeight } = document.documentElement;
             return scrollWidth > innerWidth || scrollHeight > innerHeight;",
            Vec::new(),
        )?;
        ensure!(
            scrolls == false,
            "{}: with the tip the frame scrolls",
            fact.figure
        );
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
        tab_to(page, &strip)?;
        expect_inside(page, &the_tip(page)?, &strip).context(fact.figure)?;
        page.element(ELSEWHERE)?.click()?;
        wait_for_no_tip(page)?;
    }
    page.leave_frame()
}

fn one_row_is_enough(page: &mut Page) -> Result<()> {
    open_framed(page, "en")?;
    for toggle in ENGLISH.toggles() {
        choose(page, "All")?;
        choose_by_script(&page.element(".te-sources .te-button")?)?;
        for other in ENGLISH.toggles().iter().filter(|&&other| other != toggle) {
            choose_by_script(&control(page, other)?)?;
        }
        let place = ENGLISH.facts.iter().position(|fact| fact.toggle == toggle);
        choose(page, ENGLISH.facts[place.unwrap_or_default()].category)?;
        fit_frame(page)?;
        let strip = summary(page, place.unwrap_or_default())?;
        strip.hover()?;
        expect_inside(page, &the_tip(page)?, &strip).context(toggle)?;
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
    }
    page.leave_frame()
}

fn tips_lie_inside_the_window(page: &mut Page) -> Result<()> {
    for width in [320, 700] {
        page.set_viewport(width, 900)?;
        open_alive(page, ENGLISH.path)?;
        for (place, fact) in ENGLISH.facts.iter().enumerate() {
            let strip = summary(page, place)?;
            for block in ["start", "center", "end"] {
                scroll_row(&strip, block)?;
                strip.hover()?;
                expect_inside(page, &the_tip(page)?, &strip)
                    .with_context(|| format!("{} at the {block} of {width} px", fact.figure))?;
                page.point_at(0.0, 0.0)?;
                wait_for_no_tip(page)?;
            }
        }
    }
    Ok(())
}

/// As on a screen of 1,280 px at 400%.
fn tips_can_be_scrolled_to(page: &mut Page) -> Result<()> {
    page.set_viewport(320, 256)?;
    page.open(ENGLISH.path)?;
    summary(page, 0)?.scroll_to()?;
    wait_until_alive(page)?;
    for place in 0..ENGLISH.facts.len() {
        let strip = summary(page, place)?;
        scroll_row(&strip, "start")?;
        strip.hover()?;
        let tip = the_tip(page)?;
        expect_apart(&tip, &strip)?;
        let reachable = tip.script(
            "const { left, right, top, bottom } = arguments[0].getBoundingClientRect();
             return left >= 0 && right <= innerWidth && top + scrollY >= 0
                 && bottom + scrollY <= document.documentElement.scrollHeight;",
        )?;
        ensure!(reachable == true, "a part of the tip is out of reach");
        page.point_at(0.0, 0.0)?;
        wait_for_no_tip(page)?;
    }
    Ok(())
}

/// Scrolls so that the row of a strip stands at the start, center or end of the window.
fn scroll_row(strip: &Element<'_>, block: &str) -> Result<()> {
    strip.script(&format!(
        "arguments[0].closest('.te-row').scrollIntoView({{ block: '{block}', behavior: 'instant' }})"
    ))?;
    Ok(())
}

fn the_pointer_can_move_up(page: &mut Page) -> Result<()> {
    for width in [320, 700] {
        page.set_viewport(width, 600)?;
        open_alive(page, ENGLISH.path)?;
        let strip = summary(page, 3)?;
        scroll_row(&strip, "end")?;
        strip.hover()?;
        let tip = the_tip(page)?;
        let [left, top, width, height] = strip.bounds()?;
        let [_, tip_top, _, tip_height] = tip.bounds()?;
        // Half a pixel is what browsers round by.
        ensure!(
            tip_top + tip_height <= top + 0.5,
            "the tip from {tip_top}, {tip_height} high, reaches below the top of its row at {top}"
        );
        let (from, to) = (top + height / 2.0, tip_top + 4.0);
        for step in 1..=8 {
            let y = from + (to - from) * f64::from(step) / 8.0;
            page.point_at(left + width / 3.0, y)?;
        }
        // Still the same node: an element that was replaced would fail here.
        ensure!(tip.is_displayed()?, "the tip has gone");
        page.point_at(0.0, 0.0)?;
        wait_for_no_tip(page)?;
    }
    Ok(())
}

fn the_pointer_reaches_links(page: &mut Page) -> Result<()> {
    open_prerendered(page, "many", &many_estimates(5))?;
    for place in 0..5 {
        summary(page, place)?.hover()?;
        the_tip(page)?;
        page.element("[data-tip] a")?.hover()?;
        let link = page.run(
            "return document.querySelector('a:hover')?.href ?? null",
            Vec::new(),
        )?;
        ensure!(
            link == format!("https://example.org/{place}"),
            "the pointer is on {link}"
        );
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
    }
    Ok(())
}

fn a_tip_stays(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    summary(page, 0)?.hover()?;
    let tip = the_tip(page)?;
    for choice in ["NIS", "Logarithmic", "Planned", "All", "NIS"] {
        choose_by_script(&control(page, choice)?)?;
        let_it_render(page)?;
        ensure!(tip.is_displayed()?, "{choice} takes the tip away");
    }
    Ok(())
}
