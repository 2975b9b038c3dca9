//! A frame is called what the chart in it is called, and the document in it has its dataset's language.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use page_server::Answer;

use super::access_tree::expect_language;
use super::exploring::eventually;
use super::steps::wait_until_alive;
use super::stories::{ENGLISH, STORIES};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_frames::a_frame_without_a_title_is_named_by_the_title_of_the_chart",
            an_untitled_frame_is_named,
        ),
        Test::new(
            "access_frames::a_frame_with_a_title_keeps_it",
            a_titled_frame_keeps_its_title,
        ),
        Test::new(
            "access_frames::the_snippet_for_pasting_names_a_frame_of_another_origin",
            the_snippet_names_a_frame,
        ),
        Test::new(
            "access_frames::the_document_in_a_frame_has_the_language_of_the_dataset",
            the_document_has_its_language,
        ),
        Test::new("access_frames::a_frame_has_one_ground", one_ground),
        Test::new(
            "access_frames::a_frame_has_one_ground_in_the_dark",
            one_ground,
        )
        .dark(),
    ]
}

/// Opens the page of a host, in a language of its own, with this frame in it.
fn open_host(page: &mut Page, frame: &str) -> Result<()> {
    let host = format!(
        "<!doctype html><html lang=ko><meta charset=utf-8><title>Host</title><h1>Host</h1>{frame}"
    );
    page.server().answer("/host", Answer::host(&host));
    page.set_viewport(1024, 3000)?;
    page.open("/host")
}

/// Opens a host that frames an article; this stands in the tag of the frame.
fn open_framed(page: &mut Page, path: &str, attributes: &str) -> Result<()> {
    page.expect_request(path);
    let frame = format!("<iframe {attributes} src='{path}' width=700 height=2400></iframe>");
    open_host(page, &frame)
}

/// Waits until the widget in the frame is alive.
fn wait_until_alive_inside(page: &Page) -> Result<()> {
    page.enter_frame("iframe")?;
    wait_until_alive(page)?;
    page.leave_frame()
}

fn frame_name(page: &Page) -> Result<String> {
    page.element("iframe")?.name()
}

fn an_untitled_frame_is_named(page: &mut Page) -> Result<()> {
    for story in STORIES {
        for attributes in ["", "title=''"] {
            open_framed(page, story.path, attributes)?;
            eventually(page, "the frame has the chart's name", |page| {
                let name = frame_name(page)?;
                ensure!(name == story.title, "it is called {name:?}");
                Ok(())
            })?;
        }
    }
    Ok(())
}

fn a_titled_frame_keeps_its_title(page: &mut Page) -> Result<()> {
    for story in STORIES {
        open_framed(page, story.path, "title='The host knows better'")?;
        wait_until_alive_inside(page)?;
        let name = frame_name(page)?;
        ensure!(name == "The host knows better", "it is called {name:?}");
    }
    Ok(())
}

/// What newsrooms paste, and where its frame leads.
const MANUAL: &str = include_str!("../../../../docs/newsroom.md");
const PLACE: &str = "https://charts.example/north-korea.en.html";

fn the_snippet_names_a_frame(page: &mut Page) -> Result<()> {
    let (_, snippet) = MANUAL.split_once("<iframe").context("no snippet")?;
    let (snippet, _) = snippet.split_once("```").context("no end")?;
    ensure!(snippet.contains(PLACE), "{snippet} leads elsewhere");
    let elsewhere = page.server().url("/").replace("127.0.0.1", "localhost");
    page.expect_request("/");
    open_host(
        page,
        &format!("<iframe{}", snippet.replace(PLACE, &elsewhere)),
    )?;
    let is_foreign = "return document.querySelector('iframe').contentDocument === null";
    page.wait_until("the frame is of another origin", |page| {
        Ok(page.run(is_foreign, Vec::new())? == true)
    })?;
    let name = frame_name(page)?;
    ensure!(name == ENGLISH.title, "the frame is called {name:?}");
    page.enter_frame("iframe")?;
    wait_until_alive(page)?;
    // chromedriver computes no names in a frame of another origin.
    let title = page.element("figure h2")?.text()?;
    ensure!(title == name, "{name:?} is the frame of {title:?}");
    page.leave_frame()
}

fn the_document_has_its_language(page: &mut Page) -> Result<()> {
    for story in STORIES {
        open_framed(page, story.path, "")?;
        page.enter_frame("iframe")?;
        wait_until_alive(page)?;
        expect_language(page, &story)?;
        page.leave_frame()?;
    }
    Ok(())
}

/// Nothing of the page around it shines through between the words.
fn one_ground(page: &mut Page) -> Result<()> {
    page.expect_request("/frame.html");
    page.expect_request("/frame.js");
    page.put(
        "/coloured.css",
        ":root { color-scheme: light dark; background: rgb(200, 30, 90); } iframe { border: 0; }",
    );
    let frame = "<link rel=stylesheet href=/coloured.css><iframe src=/frame.html width=700 height=1700></iframe>";
    open_host(page, frame)?;
    wait_until_alive_inside(page)?;
    let [left, top, width, height] = page.element("iframe")?.bounds()?;
    // Its edges may lie between pixels.
    let bounds = [left + 1.0, top + 1.0, width - 2.0, height - 2.0];
    eventually(page, "the frame has a ground of its own", |page| {
        let frame = page.pixels()?.part(bounds);
        let places = (0..frame.height()).flat_map(|y| (0..frame.width()).map(move |x| (x, y)));
        let through = places.filter(|&(x, y)| frame.at(x, y) == Some([200, 30, 90]));
        let count = through.count();
        ensure!(count == 0, "{count} pixels of the page around it");
        Ok(())
    })
}
