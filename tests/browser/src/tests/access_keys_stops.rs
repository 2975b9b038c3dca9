//! Tab leads through controls, chart and buttons, and the chart is one stop.

use anyhow::{Result, ensure};
use browser_tests::{Key, Page, Test};

use super::explore_details::wait_for_pinned;
use super::exploring::{eventually, is_in_sight, open_whole, strip};
use super::keyboard::{
    BELOW, expect_stop, many_estimates, open_between_links, open_prerendered, stop, stops_until,
};
use super::steps::{choose, open_slowly, release, summary, tab_to};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_keys_stops::tab_leads_through_the_controls_to_the_chart_and_on_and_back",
            tab_leads_through,
        ),
        Test::new(
            "access_keys_stops::five_rows_and_five_hundred_have_the_same_stops_but_the_button_for_more",
            five_and_five_hundred_rows_have_the_same_stops,
        ),
        Test::new(
            "access_keys_stops::without_scripts_every_row_is_a_stop",
            every_row_is_a_stop,
        )
        .without_scripts(),
        Test::new(
            "access_keys_stops::the_row_that_has_the_focus_when_the_widget_comes_alive_is_the_stop",
            the_focused_row_is_the_stop,
        ),
        Test::new(
            "access_keys_stops::tab_returns_to_the_row_it_left",
            tab_returns_to_the_row_it_left,
        ),
        Test::new(
            "access_keys_stops::links_in_the_details_of_the_current_row_follow_it_and_no_others",
            links_follow_their_row,
        ),
        Test::new(
            "access_keys_stops::when_the_stop_is_hidden_another_row_becomes_it",
            the_stop_moves_on,
        ),
    ]
}

fn tab_leads_through(page: &mut Page) -> Result<()> {
    open_between_links(page)?;
    let mut expected = vec![
        "a Before".to_owned(),
        "radio All".to_owned(),
        "radio Linear".to_owned(),
        "select-one Order".to_owned(),
        "checkbox Zoom to what is shown".to_owned(),
    ];
    for toggle in ENGLISH.toggles() {
        expected.push(format!("checkbox {toggle}"));
        expected.push(format!("button {toggle} only"));
    }
    expected.extend(["button All", "button None"].map(str::to_owned));
    expected.push("summary 25,000 to 30,000".to_owned());
    expected.extend(BELOW.map(str::to_owned));
    let stops = stops_between_links(page)?;
    ensure!(stops == expected, "{stops:?} instead of {expected:?}");
    let mut back = stops_until(page, Key::ShiftTab, "a Before")?;
    back.reverse();
    ensure!(back == expected, "the way back is {back:?}");
    Ok(())
}

/// From the stop that has the focus Tab leads to these, and then to what stands below the chart.
fn expect_stops(page: &Page, stops: &[&str]) -> Result<()> {
    let expected = [stops, &BELOW].concat();
    let stops = stops_until(page, Key::Tab, "a After")?;
    ensure!(stops == expected, "{stops:?} instead of {expected:?}");
    Ok(())
}

/// All stops from the link before the widget to the one after it.
fn stops_between_links(page: &Page) -> Result<Vec<String>> {
    page.element("[href='#before']")?
        .script("arguments[0].focus()")?;
    stops_until(page, Key::Tab, "a After")
}

/// How many of these stops are rows.
fn rows(stops: &[String]) -> usize {
    let rows = stops.iter().filter(|stop| stop.starts_with("summary"));
    rows.count()
}

fn five_and_five_hundred_rows_have_the_same_stops(page: &mut Page) -> Result<()> {
    let stops_of = |page: &mut Page, count: usize| {
        open_prerendered(page, "many", &many_estimates(count))?;
        stops_between_links(page)
    };
    let few = stops_of(page, 5)?;
    ensure!(rows(&few) == 1, "{few:?}");
    let many = stops_of(page, 500)?;
    let more = few.iter().position(|stop| stop.starts_with("summary"));
    let mut expected = few;
    expected.insert(
        more.unwrap_or_default() + 1,
        "button Show 50 more".to_owned(),
    );
    ensure!(many == expected, "{many:?} instead of {expected:?}");
    Ok(())
}

fn every_row_is_a_stop(page: &mut Page) -> Result<()> {
    open_between_links(page)?;
    let stops = stops_between_links(page)?;
    ensure!(rows(&stops) == ENGLISH.facts.len(), "{stops:?}");
    Ok(())
}

fn the_focused_row_is_the_stop(page: &mut Page) -> Result<()> {
    let hold = open_slowly(page, ENGLISH.path)?;
    let figure = summary(page, 4)?;
    tab_to(page, &figure)?;
    release(page, hold)?;
    ensure!(figure.is_focused()?, "the focus is elsewhere");
    expect_stop(page, 4)
}

fn tab_returns_to_the_row_it_left(page: &mut Page) -> Result<()> {
    open_between_links(page)?;
    let row = summary(page, 5)?;
    tab_to(page, &row)?;
    page.press(Key::Tab)?;
    ensure!(stop(page)? == BELOW[0]);
    page.press(Key::ShiftTab)?;
    ensure!(row.is_focused()?, "Shift and Tab lead to another row");
    page.press(Key::ShiftTab)?;
    ensure!(stop(page)? == "button None");
    summary(page, 7)?.click()?;
    expect_stop(page, 7)
}

fn links_follow_their_row(page: &mut Page) -> Result<()> {
    open_prerendered(page, "many", &many_estimates(5))?;
    for place in [1, 3] {
        summary(page, place)?.click()?;
    }
    wait_for_pinned(page, &[1, 3])?;
    let link = |place: usize| format!("a https://example.org/{place}");
    expect_stops(page, &["summary 1,003", &link(3), "button Copy"])?;
    let mut back = stops_until(page, Key::ShiftTab, "summary 1,003")?;
    back.reverse();
    ensure!(back[..3] == ["summary 1,003", &link(3), "button Copy"]);
    ensure!(back[3..] == BELOW);
    tab_to(page, &summary(page, 1)?)?;
    expect_stops(page, &["summary 1,001", &link(1), "button Copy"])?;
    // This one is not pinned: it has a tip with a link, which is no stop.
    tab_to(page, &summary(page, 2)?)?;
    page.wait_until("a tip is in sight", |page| {
        is_in_sight(page, "[data-tip] a")
    })?;
    expect_stops(page, &["summary 1,002"])?;
    Ok(())
}

fn the_stop_moves_on(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    expect_stop(page, 0)?;
    choose(page, "HUR")?;
    eventually(page, "another row is the stop", |page| expect_stop(page, 1))?;
    choose(page, "Near Pokrovsk")?;
    eventually(page, "another row is the stop", |page| expect_stop(page, 8))?;
    choose(page, ENGLISH.everything)?;
    tab_to(page, &strip(page, "110,000")?)?;
    choose(page, "Syrskyi")?;
    eventually(page, "another row is the stop", |page| expect_stop(page, 7))
}
