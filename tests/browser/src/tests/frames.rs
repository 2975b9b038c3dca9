//! Links inside a frame: with an address, without an origin, without an address.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use page_server::Answer;

use super::exploring::{eventually, texts_in_sight};
use super::sites::Site;
use super::steps::{choose, summary, wait_for_rows, wait_until_alive};
use super::stories::ENGLISH;
use super::taking_along::PART;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "frames::a_frame_has_links_of_its_own_and_the_host_keeps_its_fragment",
            inside_a_frame,
        ),
        Test::new(
            "frames::in_a_sandboxed_frame_links_open_and_can_be_taken",
            inside_a_sandboxed_frame,
        ),
        Test::new(
            "frames::in_a_frame_without_an_address_all_works_and_no_link_is_offered",
            inside_a_frame_without_address,
        ),
        Test::new(
            "frames::a_figure_copied_in_a_frame_without_an_address_names_none",
            copied_in_a_frame_without_address,
        ),
    ]
}

/// A page of a host with one frame in it, high enough for the whole widget.
fn put_host(page: &mut Page, frame: &str) -> Result<()> {
    let host = format!(
        "<!doctype html><head><title>Host</title></head><iframe width=900 height=2000 {frame}></iframe>"
    );
    page.server().answer("/host.html", Answer::host(&host));
    page.set_viewport(1024, 2100)?;
    page.open("/host.html#of-the-host")
}

/// Query and fragment of the page that everything is about.
fn place(page: &Page) -> Result<String> {
    let place = page.run("return location.search + location.hash", Vec::new())?;
    serde_json::from_value(place).context("there is no address")
}

/// The widget in a page for a frame.
fn framed() -> Result<String> {
    let dataset = include_str!("../../../../data/north-korea.en.json");
    let place = "<div class=troop-estimates data-dataset=north-korea></div>";
    Site::new()?.prerender(place, ("north-korea", "en", dataset))
}

/// The page around the frame is as it was opened.
fn expect_host_untouched(page: &Page) -> Result<()> {
    page.leave_frame()?;
    let place = place(page)?;
    ensure!(place == "#of-the-host", "the host's address is {place}");
    Ok(())
}

fn inside_a_frame(page: &mut Page) -> Result<()> {
    page.expect_request("/");
    put_host(page, "src='/?te=without:hur#?secret=x'")?;
    let in_frame = |page: &Page, script: &str| {
        page.run(
            &format!("const frame = document.querySelector('iframe').contentWindow; return frame.{script};"),
            Vec::new(),
        )
    };
    page.wait_until("the widget in the frame is alive", |page| {
        Ok(in_frame(page, "document.querySelector('.te-alive') !== null")? == true)
    })?;
    let address = "location.search + frame.location.hash";
    ensure!(in_frame(page, "document.querySelector('.te-sources input').checked")? == false);
    in_frame(
        page,
        "document.querySelectorAll('.te-sources input')[2].click()",
    )?;
    page.wait_until("the frame's address names the view", |page| {
        Ok(in_frame(page, address)? == "?te=without:hur.nis#?secret=x")
    })?;
    ensure!(
        place(page)? == "#of-the-host",
        "the host's address has changed"
    );
    // The driver's own command goes back in the page around the frame alone, or waits for it to load.
    in_frame(page, "history.back()")?;
    page.wait_until("back undoes the change in the frame", |page| {
        Ok(in_frame(page, address)? == "?te=without:hur#?secret=x"
            && in_frame(
                page,
                "document.querySelectorAll('.te-sources input')[2].checked",
            )? == true)
    })
}

fn inside_a_sandboxed_frame(page: &mut Page) -> Result<()> {
    page.server()
        .answer("/framed.html", Answer::sandboxed(&framed()?));
    page.expect_request("/framed.html");
    put_host(
        page,
        "sandbox=allow-scripts src='/framed.html?te=without:hur;gone#?secret=x'",
    )?;
    page.enter_frame("iframe")?;
    wait_until_alive(page)?;
    ensure!(page.run("return origin", Vec::new())? == "null");
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))?;
    ensure!(
        texts_in_sight(page, ".te-ignored")?
            .concat()
            .contains("gone")
    );
    choose(page, "NIS")?;
    wait_for_rows(
        page,
        &ENGLISH.rows(|fact| !["HUR", "NIS"].contains(&fact.toggle)),
    )?;
    // Without permission of the host the clipboard is out of reach.
    page.allow_fault("ermission");
    // Chromium's driver finds no names in a frame without an origin.
    page.element(".te-share button")?.click()?;
    eventually(page, "the link is there", |page| {
        ensure!(!texts_in_sight(page, ".te-share span")?.concat().is_empty());
        Ok(())
    })?;
    if let [field] = &page.elements(".te-address")?[..] {
        let link = field.script("return arguments[0].value")?;
        let link = link.as_str().context("no link")?;
        ensure!(
            link.ends_with("/framed.html?te=without:hur.nis#?secret=x"),
            "{link}"
        );
    }
    expect_host_untouched(page)
}

/// Opens a frame that is made from a text, and goes into it.
fn enter_frame_without_address(page: &mut Page) -> Result<()> {
    let document = framed()?.replace('&', "&amp;").replace('"', "&quot;");
    put_host(page, &format!("srcdoc=\"{document}\""))?;
    page.enter_frame("iframe")?;
    wait_until_alive(page)
}

fn copied_in_a_frame_without_address(page: &mut Page) -> Result<()> {
    for path in PART {
        page.expect_request(path);
    }
    enter_frame_without_address(page)?;
    // What cannot be copied stands on the page.
    page.run(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });",
        Vec::new(),
    )?;
    summary(page, 0)?.click()?;
    page.element(".te-row details[open] .te-copy button")?
        .click()?;
    eventually(page, "the figure is cited", |page| {
        let cited = page.element(".te-told")?.text()?;
        ensure!(cited.ends_with(", as of summer 2025."), "{cited}");
        Ok(())
    })
}

fn inside_a_frame_without_address(page: &mut Page) -> Result<()> {
    enter_frame_without_address(page)?;
    for (toggle, hidden) in [("HUR", &["HUR"][..]), ("NIS", &["HUR", "NIS"])] {
        choose(page, toggle)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| !hidden.contains(&fact.toggle)))?;
    }
    eventually(page, "no link is offered", |page| {
        ensure!(texts_in_sight(page, ".te-share")?.is_empty());
        Ok(())
    })?;
    expect_host_untouched(page)
}
