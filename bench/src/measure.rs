//! One contender, measured once in a browser of its own.

use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use clap::ValueEnum;
use page_server::{Options, Server};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::contenders::Contender;
use crate::site::{CATEGORIES, Site};

/// What the browser is slowed down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// As fast as it is.
    Fast,
    /// A phone: a quarter of the processor, 1.6 Mbit/s, 150 ms to the server, no scroll bars.
    Phone,
}

/// The screen of a phone, in CSS px.
const SCREEN: (u32, u32) = (412, 823);

/// Times in ms.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured {
    /// From the navigation to the end of the first frame with the first mark.
    pub(crate) visible: f64,
    /// From a click on a source to the end of the frame without its mark.
    pub(crate) toggle: f64,
    /// From a move of the mouse to the end of the frame with the words on the mark.
    pub(crate) hover: f64,
    /// The longest task from the navigation until it can be used.
    pub(crate) longest: f64,
    /// How much of the layout has shifted.
    pub(crate) shift: f64,
    /// What only this widget has.
    pub(crate) own: Option<Own>,
}

/// Times in ms of what only this widget has.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Own {
    /// From a click on the logarithmic scale to the end of the first frame with its axis.
    pub(crate) scale: f64,
    /// From an arrow key on a row to the end of the first frame with the focus and the words on the next.
    pub(crate) key: f64,
    /// From a click on one of three categories, on a page with these, to the end of the first frame with its rows alone.
    pub(crate) category: f64,
}

#[derive(Deserialize)]
struct Noted {
    visible: Option<f64>,
    took: Option<f64>,
    longest: f64,
    shift: f64,
    fault: String,
}

pub(crate) fn measure(contender: Contender, site: &Site, profile: Profile) -> Result<Measured> {
    let server = Server::start(Options {
        without_policy: true,
        ..Options::default()
    })?;
    site.put_on(&server);
    let mut page = Page::in_fresh_chromium(server)?;
    page.set_viewport(SCREEN.0, SCREEN.1)?;
    inject(&page, include_str!("../pages/measure.js"))?;
    if contender == Contender::Ours {
        inject(&page, include_str!("../pages/ours.js"))?;
    }
    slow_down(&page, profile)?;
    page.open("/")?;
    page.wait_until("the first mark is in sight", |page| {
        Ok(noted(page)?.visible.is_some())
    })?;
    wait_until_usable(&page)?;
    let Noted {
        visible,
        longest,
        shift,
        ..
    } = noted(&page)?;
    Ok(Measured {
        visible: visible.context("nothing is in sight")?,
        toggle: toggle(&page)?,
        hover: hover(&page)?,
        longest,
        shift,
        own: match contender {
            Contender::Ours => Some(Own {
                scale: scale(&page)?,
                key: key(&page)?,
                category: category(&mut page)?,
            }),
            _ => None,
        },
    })
}

fn wait_until_usable(page: &Page) -> Result<()> {
    page.wait_until("it can be used", |page| {
        let usable = page.run(
            "return window.bench.then((bench) => bench.isAlive?.() ?? true)",
            Vec::new(),
        )?;
        Ok(usable == true)
    })
}

fn inject(page: &Page, script: &str) -> Result<()> {
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": script }),
    )?;
    Ok(())
}

fn slow_down(page: &Page, profile: Profile) -> Result<()> {
    if profile == Profile::Fast {
        return Ok(());
    }
    // A phone's scroll bars take no room.
    page.devtools("Emulation.setScrollbarsHidden", &json!({ "hidden": true }))?;
    page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))?;
    page.devtools("Network.enable", &json!({}))?;
    page.devtools(
        "Network.emulateNetworkConditions",
        &json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 }),
    )?;
    Ok(())
}

fn noted(page: &Page) -> Result<Noted> {
    let noted: Noted = serde_json::from_value(page.run("return window.measured", Vec::new())?)?;
    ensure!(noted.fault.is_empty(), "{}", noted.fault);
    Ok(noted)
}

/// The first source goes and comes back; the slower of both.
fn toggle(page: &Page) -> Result<f64> {
    let mut slowest: f64 = 0.0;
    for condition in ["!bench.isDrawn(0)", "bench.isDrawn(0)"] {
        slowest = slowest.max(click(page, condition, "bench.checkbox(0)")?);
    }
    Ok(slowest)
}

fn hover(page: &Page) -> Result<f64> {
    let at = prepare(page, "pointermove", "bench.tooltip()", "null")?;
    mouse(page, "mouseMoved", at)?;
    took(page)
}

fn scale(page: &Page) -> Result<f64> {
    click(page, "bench.axis() !== axis", "bench.logarithmic()")
}

fn key(page: &Page) -> Result<f64> {
    page.run("window.bench.then((bench) => bench.focus(0))", Vec::new())?;
    prepare(page, "keydown", "bench.isFocused(1)", "null")?;
    page.devtools(
        "Input.dispatchKeyEvent",
        &json!({ "type": "keyDown", "key": "ArrowDown", "windowsVirtualKeyCode": 40 }),
    )
    .map(|_: Value| ())?;
    took(page)
}

fn category(page: &mut Page) -> Result<f64> {
    page.open(CATEGORIES)?;
    wait_until_usable(page)?;
    click(page, "bench.shows('1')", "bench.category(1)")
}

/// A click on an element, after which a condition will hold.
fn click(page: &Page, condition: &str, element: &str) -> Result<f64> {
    let at = prepare(page, "click", condition, element)?;
    for kind in ["mousePressed", "mouseReleased"] {
        mouse(page, kind, at)?;
    }
    took(page)
}

/// Listens for an event, after which a condition will hold; gives the middle of an element, or of the first mark.
fn prepare(page: &Page, kind: &str, condition: &str, element: &str) -> Result<[f64; 2]> {
    let script = format!(
        "return window.bench.then((bench) => {{
             const element = {element};
             const axis = bench.axis?.();
             const place = () => {{
                 if (!element) return bench.place(0);
                 const {{ left, top, width, height }} = element.getBoundingClientRect();
                 return {{ x: left + width / 2, y: top + height / 2 }};
             }};
             scrollBy(0, place().y - innerHeight / 2);
             window.measureFrom('{kind}', () => {condition});
             const {{ x, y }} = place();
             return [x, y];
         }})"
    );
    serde_json::from_value(page.run(&script, Vec::new())?).context("it has no place")
}

fn mouse(page: &Page, kind: &str, [x, y]: [f64; 2]) -> Result<()> {
    let clicks = u8::from(kind != "mouseMoved");
    let button = if clicks == 1 { "left" } else { "none" };
    page.devtools(
        "Input.dispatchMouseEvent",
        &json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": clicks }),
    )
    .map(|_: Value| ())
}

fn took(page: &Page) -> Result<f64> {
    page.wait_until("the picture follows", |page| {
        Ok(noted(page)?.took.is_some())
    })?;
    noted(page)?.took.context("it took no time")
}
