//! The sample articles, one for each way to embed the chart.

use anyhow::{Result, ensure};
use browser_tests::{Page, Test};

use super::exploring::eventually;
use super::steps::wait_until_alive;

/// The widths that are looked at, in CSS px.
const PICTURED: [u32; 3] = [320, 700, 1100];

const FRAME: &str = "/in-a-frame.html";
const ELEMENT: &str = "/as-an-element.html";
const TABLE: &str = "/as-a-table.html";
const PICTURE: &str = "/as-a-picture.html";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("samples::the_chart_in_a_frame", in_a_frame),
        Test::new("samples::the_chart_as_an_element", as_an_element),
        Test::new("samples::the_chart_as_an_element_in_dark", as_an_element).dark(),
        Test::new("samples::the_chart_as_a_table", as_a_table),
        Test::new("samples::the_chart_as_a_table_in_dark", as_a_table).dark(),
        Test::new("samples::the_chart_as_a_picture", as_a_picture),
        Test::new(
            "samples::without_scripts_each_tells_the_figures",
            without_scripts,
        )
        .without_scripts(),
    ]
}

fn open(page: &mut Page, path: &str, width: u32) -> Result<()> {
    for part in [
        "/frame.html",
        "/frame.js",
        "/frame-host.js",
        "/fill.js",
        "/table.js",
        "/table_bg.wasm",
        "/north-korea.en.svg",
    ] {
        page.expect_request(part);
    }
    page.set_viewport(width, 3600)?;
    page.open(path)
}

/// Waits until the widget in the shadow root of `host` is alive.
fn wait_in_shadow(page: &Page, host: &str) -> Result<()> {
    eventually(page, "the widget is alive", |page| {
        page.element_in_shadow(host, ".te-alive").map(drop)
    })
}

/// Nothing reaches out of the page.
fn expect_within(page: &Page) -> Result<()> {
    let scrolls = "return document.documentElement.scrollWidth > innerWidth";
    ensure!(
        page.run(scrolls, Vec::new())? == false,
        "it scrolls sideways"
    );
    Ok(())
}

fn in_a_frame(page: &mut Page) -> Result<()> {
    for width in PICTURED {
        open(page, FRAME, width)?;
        page.enter_frame("iframe")?;
        wait_until_alive(page)?;
        page.leave_frame()?;
        eventually(page, "the frame fits", |page| {
            let script = "const frame = document.querySelector('iframe');
                return [frame.clientHeight, frame.contentDocument.documentElement.getBoundingClientRect().height];";
            let [frame, content]: [f64; 2] = serde_json::from_value(page.run(script, Vec::new())?)?;
            ensure!((frame - content).abs() <= 1.0, "{frame} around {content}");
            Ok(())
        })?;
        expect_within(page)?;
        page.screenshot_whole(&format!("in-a-frame-{width}"))?;
    }
    Ok(())
}

fn in_shadow(page: &mut Page, path: &str, host: &str, name: &str) -> Result<()> {
    let scheme = format!("{:?}", page.settings().scheme).to_lowercase();
    for width in PICTURED {
        open(page, path, width)?;
        wait_in_shadow(page, host)?;
        expect_within(page)?;
        page.screenshot_whole(&format!("{name}-{width}-{scheme}"))?;
    }
    Ok(())
}

fn as_an_element(page: &mut Page) -> Result<()> {
    in_shadow(page, ELEMENT, "troop-estimates", "as-an-element")
}

fn as_a_table(page: &mut Page) -> Result<()> {
    in_shadow(page, TABLE, ".troop-estimates > div", "as-a-table")
}

fn as_a_picture(page: &mut Page) -> Result<()> {
    for width in PICTURED {
        open(page, PICTURE, width)?;
        eventually(page, "the picture is there", |page| {
            let is_there = "return document.querySelector('img').naturalWidth > 0";
            ensure!(page.run(is_there, Vec::new())? == true, "not yet");
            Ok(())
        })?;
        expect_within(page)?;
        page.screenshot_whole(&format!("as-a-picture-{width}"))?;
    }
    Ok(())
}

fn without_scripts(page: &mut Page) -> Result<()> {
    for path in [ELEMENT, TABLE, PICTURE] {
        open(page, path, 1024)?;
        if path == PICTURE {
            page.element("summary")?.click()?;
        }
        let text = page.element("article")?.text()?;
        for expected in ["25,000 to 30,000", "10,000 to 20,000"] {
            ensure!(text.contains(expected), "{expected:?} is not in {path}");
        }
    }
    Ok(())
}
