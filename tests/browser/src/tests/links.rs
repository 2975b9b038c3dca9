//! A link to a view: the address names it, opens it, and "back" undoes the last change.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};

use super::drawing::{Axis, drawing};
use super::exploring::{
    button, eventually, let_it_render, open_whole, sort_by, strip, texts_in_sight, wait_for_status,
};
use super::places::open_two;
use super::steps::{
    choose, control, expect_rows, open_details, open_slowly, release, wait_for_rows,
};
use super::stories::{ENGLISH, GERMAN};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "links::a_link_opens_exactly_that_view",
            a_link_opens_that_view,
        ),
        Test::new(
            "links::every_change_writes_the_address_and_back_undoes_the_last",
            every_change_writes_the_address,
        ),
        Test::new(
            "links::nothing_is_written_when_nothing_has_changed",
            nothing_is_written_without_a_change,
        ),
        Test::new("links::other_parameters_and_the_fragment_stay", others_stay),
        Test::new(
            "links::a_stale_part_is_ignored_and_said",
            a_stale_part_is_ignored_and_said,
        ),
        Test::new(
            "links::parts_that_contradict_each_other_are_said_and_the_first_holds",
            contradictions_are_said,
        ),
        Test::new(
            "links::parts_that_say_the_same_twice_are_right",
            the_same_twice_is_right,
        ),
        Test::new(
            "links::of_a_long_list_of_faults_the_beginning_is_said_and_that_there_is_more",
            a_long_list_is_cut,
        ),
        Test::new(
            "links::what_turns_texts_around_is_neither_shown_nor_said",
            nothing_is_turned_around,
        ),
        Test::new(
            "links::zoom_is_in_the_address_back_undoes_it_and_forward_does_it_again",
            zoom_is_in_the_address,
        ),
        Test::new(
            "links::choices_made_before_the_scripts_win",
            earlier_choices_win,
        ),
        Test::new(
            "links::where_the_history_refuses_the_widget_goes_on",
            without_history,
        ),
        Test::new(
            "links::a_second_widget_has_a_parameter_of_its_own",
            a_second_widget_has_its_own,
        ),
    ]
}

/// Query and fragment of the page's address.
fn address(page: &Page) -> Result<String> {
    let address = page.run("return location.search + location.hash", Vec::new())?;
    serde_json::from_value(address).context("there is no address")
}

fn wait_for_address(page: &Page, expected: &str) -> Result<()> {
    eventually(page, "the address names the view", |page| {
        let address = address(page)?;
        ensure!(address == expected, "{address} instead of {expected}");
        Ok(())
    })
}

fn a_link_opens_that_view(page: &mut Page) -> Result<()> {
    open_whole(
        page,
        "/?te=without:hur.nis;in:planned;log;by:lowest;zoom;open:town-planned",
    )?;
    wait_for_rows(
        page,
        &ENGLISH.rows(|fact| fact.category == "Planned" && fact.toggle == "Town"),
    )?;
    for (label, checked) in [
        ("HUR", false),
        ("NIS", false),
        ("Town", true),
        ("Planned", true),
    ] {
        ensure!(control(page, label)?.is_checked()? == checked, "{label}");
    }
    for label in ["Logarithmic", "Zoom to what is shown"] {
        ensure!(control(page, label)?.is_checked()?, "{label}");
    }
    let order = page.element(".te-select")?;
    ensure!(order.script("return arguments[0].selectedIndex")? == 1);
    eventually(page, "details and axis are those of the link", |page| {
        ensure!(open_details(page)?.len() == 1);
        drawing(page)?.expect_true_to(Axis::Logarithmic)
    })?;
    ensure!(texts_in_sight(page, ".te-ignored")?.is_empty());
    // As some messengers write it.
    open_whole(page, "/?te=only%3Ahur&utm_source=x")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle == "HUR"))
}

fn every_change_writes_the_address(page: &mut Page) -> Result<()> {
    open_whole(page, "/")?;
    choose(page, "HUR")?;
    wait_for_address(page, "?te=without:hur")?;
    strip(page, "110,000")?.click()?;
    wait_for_address(page, "?te=without:hur;open:syrskyi-pokrovsk")?;
    choose(page, "Logarithmic")?;
    wait_for_address(page, "?te=without:hur;log;open:syrskyi-pokrovsk")?;
    sort_by(page, "By source name")?;
    wait_for_address(page, "?te=without:hur;log;by:name;open:syrskyi-pokrovsk")?;
    page.back()?;
    page.back()?;
    wait_for_address(page, "?te=without:hur;open:syrskyi-pokrovsk")?;
    eventually(page, "scale and order are undone", |page| {
        ensure!(control(page, "Linear")?.is_checked()?);
        let order = page.element(".te-select")?;
        ensure!(order.script("return arguments[0].selectedIndex")? == 0);
        drawing(page)?.expect_true_to(Axis::Linear)
    })?;
    page.back()?;
    wait_for_address(page, "?te=without:hur")?;
    eventually(page, "the details are closed", |page| {
        ensure!(open_details(page)?.is_empty());
        Ok(())
    })?;
    page.back()?;
    wait_for_address(page, "")?;
    wait_for_rows(page, &ENGLISH.rows(|_| true))?;
    ensure!(control(page, "HUR")?.is_checked()?);
    page.run("history.forward()", Vec::new())?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))
}

fn nothing_is_written_without_a_change(page: &mut Page) -> Result<()> {
    const LINK: &str = "?te=by:newest;in:sent;open:story-sent&a=1";
    page.open(GERMAN.path)?;
    open_whole(page, &format!("/{LINK}"))?;
    button(page, "All")?.click()?;
    choose(page, "Sent")?;
    button(page, "Copy link")?.click()?;
    eventually(page, "the link is there", |page| {
        ensure!(texts_in_sight(page, ".te-share span")?.concat().len() > 5);
        Ok(())
    })?;
    // It stands there as it came, not as the widget would write it.
    wait_for_address(page, LINK)?;
    // The browser's own button: a script that leaves its page may never answer.
    page.back()?;
    page.wait_until("back leads to the page before", |page| {
        let path = page.run("return location.pathname", Vec::new())?;
        Ok(path == GERMAN.path)
    })?;
    open_whole(page, &format!("/{LINK}"))?;
    choose(page, "Losses")?;
    wait_for_address(page, "?a=1&te=in:losses;by:newest;open:story-sent")?;
    page.run("history.back()", Vec::new())?;
    wait_for_address(page, LINK)
}

fn others_stay(page: &mut Page) -> Result<()> {
    open_whole(page, "/?a=%20b&te=log&c#?secret=x%20y")?;
    choose(page, "NIS")?;
    wait_for_address(page, "?a=%20b&c&te=without:nis;log#?secret=x%20y")?;
    choose(page, "Linear")?;
    choose(page, "NIS")?;
    wait_for_address(page, "?a=%20b&c#?secret=x%20y")?;
    // A change of the fragment is the host's.
    page.run("location.hash = 'other'", Vec::new())?;
    choose(page, "NIS")?;
    wait_for_address(page, "?a=%20b&c&te=without:nis#other")
}

fn a_stale_part_is_ignored_and_said(page: &mut Page) -> Result<()> {
    open_whole(page, "/?te=without:hur.mi6;by:size;open:hur-planned")?;
    let said = "Part of this link could not be used and was ignored: mi6, by:size.";
    wait_for_notice(page, &[said])?;
    wait_for_status(page, said)?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))?;
    choose(page, "HUR")?;
    wait_for_notice(page, &[])
}

fn wait_for_notice(page: &Page, expected: &[&str]) -> Result<()> {
    eventually(page, "the notice is right", |page| {
        let notices = texts_in_sight(page, ".te-ignored")?;
        ensure!(notices == expected, "{notices:?} instead of {expected:?}");
        Ok(())
    })
}

fn contradictions_are_said(page: &mut Page) -> Result<()> {
    open_whole(
        page,
        "/?te=without:hur;by:name;only:hur&a=1&te=by:lowest;zoom",
    )?;
    let said = "Part of this link could not be used and was ignored: only:hur, by:lowest.";
    wait_for_notice(page, &[said])?;
    for (label, checked) in [
        ("HUR", false),
        ("NIS", true),
        ("Zoom to what is shown", true),
    ] {
        ensure!(control(page, label)?.is_checked()? == checked, "{label}");
    }
    let order = page.element(".te-select")?;
    let chosen = order.script("return arguments[0].selectedOptions[0].text")?;
    ensure!(chosen == "By source name", "{chosen}");
    choose(page, "NIS")?;
    wait_for_address(page, "?a=1&te=without:hur.nis;by:name;zoom")
}

fn the_same_twice_is_right(page: &mut Page) -> Result<()> {
    open_whole(page, "/?te=only:hur.hur;log;log&te=log;only:hur")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle == "HUR"))?;
    ensure!(control(page, "Logarithmic")?.is_checked()?);
    wait_for_notice(page, &[])
}

fn a_long_list_is_cut(page: &mut Page) -> Result<()> {
    open_whole(page, &format!("/?te=log;{}", "gone;".repeat(2_000)))?;
    let gone = ["gone"; 9].join(", ");
    let said = format!("Part of this link could not be used and was ignored: {gone}….");
    wait_for_notice(page, &[&said])?;
    ensure!(control(page, "Logarithmic")?.is_checked()?);
    Ok(())
}

fn nothing_is_turned_around(page: &mut Page) -> Result<()> {
    open_whole(page, "/?te=log;%D7%90%E2%80%AE12%E2%81%A6")?;
    let said = "Part of this link could not be used and was ignored: א12.";
    wait_for_notice(page, &[said])?;
    wait_for_status(page, said)?;
    // Where Hebrew letters could draw the full stop to their left.
    let ignored = page.element(".te-ignored bdi")?.text()?;
    ensure!(ignored == "א12", "{ignored} is set apart");
    Ok(())
}

fn zoom_is_in_the_address(page: &mut Page) -> Result<()> {
    open_whole(page, "/")?;
    choose(page, "Planned")?;
    choose(page, "Zoom to what is shown")?;
    let expect = |address: &str, zoomed: bool, ticks: &[&str]| {
        wait_for_address(page, address)?;
        eventually(page, "the axis is that of the address", |page| {
            ensure!(control(page, "Zoom to what is shown")?.is_checked()? == zoomed);
            let seen = texts_in_sight(page, ".te-table .te-tick")?;
            ensure!(seen == ticks, "{seen:?} instead of {ticks:?}");
            Ok(())
        })
    };
    let whole = ENGLISH.ticks;
    let zoomed = ["10,000", "15,000", "20,000", "25,000", "30,000"];
    expect("?te=in:planned;zoom", true, &zoomed)?;
    page.back()?;
    expect("?te=in:planned", false, &whole)?;
    page.run("history.forward()", Vec::new())?;
    expect("?te=in:planned;zoom", true, &zoomed)
}

fn earlier_choices_win(page: &mut Page) -> Result<()> {
    let hold = open_slowly(page, "/?te=without:nis;in:losses;log")?;
    choose(page, "Planned")?;
    release(page, hold)?;
    wait_for_rows(
        page,
        &ENGLISH.rows(|fact| fact.category == "Planned" && fact.toggle != "NIS"),
    )?;
    ensure!(control(page, "Logarithmic")?.is_checked()?);
    wait_for_address(page, "?te=without:nis;in:planned;log")
}

fn without_history(page: &mut Page) -> Result<()> {
    open_whole(page, "/")?;
    page.run(
        "History.prototype.pushState = () => { throw new DOMException('not here', 'SecurityError'); };",
        Vec::new(),
    )?;
    choose(page, "HUR")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))?;
    choose(page, "Losses")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == "Losses"))?;
    wait_for_address(page, "")?;
    // A step to a place within the page is no step back to the view that the address names.
    page.run("location.hash = 'note'", Vec::new())?;
    wait_for_address(page, "#note")?;
    let_it_render(page)?;
    expect_rows(page, &ENGLISH.rows(|fact| fact.category == "Losses"))
}

fn a_second_widget_has_its_own(page: &mut Page) -> Result<()> {
    open_two(page, "?te2=only:shoigu&te=in:losses")?;
    let figures = |page: &Page, widget: &str| {
        texts_in_sight(page, &format!("#{widget} .te-row .te-source bdi"))
    };
    eventually(page, "each shows what its link names", |page| {
        ensure!(figures(page, "first")? == ["Western sources"]);
        let second = figures(page, "second")?;
        ensure!(second == ["Sergei Shoigu", "Sergei Shoigu"], "{second:?}");
        Ok(())
    })?;
    page.element("#second .te-scales label:last-of-type")?
        .click()?;
    wait_for_address(page, "?te=in:losses&te2=only:shoigu;log")?;
    page.element("#first .te-categories label")?.click()?;
    wait_for_address(page, "?te2=only:shoigu;log")?;
    page.back()?;
    page.back()?;
    wait_for_address(page, "?te2=only:shoigu&te=in:losses")?;
    eventually(page, "both are as before", |page| {
        ensure!(figures(page, "first")? == ["Western sources"]);
        ensure!(page.element("#second .te-scales input")?.is_checked()?);
        Ok(())
    })
}
