//! A frame is as high as its page, by whatever listener runs on the page around it.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test, page_script};
use page_server::{Answer, Hold};
use serde_json::{Value, json};

use super::exploring::eventually;
use super::steps::{WASM, choose, summary, wait_until_alive};
use super::stories::ENGLISH;

const FRAMED: &str = "/frame.html";
const SECRET: &str = "abc123";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("frame_height::pym_itself_fits_it", pym_fits),
        Test::new(
            "frame_height::newswire_frames_itself_fits_it",
            newswire_fits,
        ),
        Test::new(
            "frame_height::newswire_frames_is_answered_late",
            newswire_late,
        ),
        Test::new("frame_height::amp_fits_it", |page| fits(page, AMP, "")),
        Test::new("frame_height::datawrappers_snippet_fits_it", |page| {
            fits(page, DATAWRAPPER, "")
        }),
        Test::new("frame_height::datawrappers_older_snippet_fits_it", |page| {
            fits(page, DATAWRAPPER_BEFORE, "")
        }),
        Test::new("frame_height::embedly_fits_it", |page| {
            fits(page, EMBEDLY, "")
        }),
        Test::new("frame_height::iframe_messenger_fits_it", |page| {
            fits(page, MESSENGER, "")
        }),
        Test::new(
            "frame_height::a_fragment_of_the_hosts_does_no_harm",
            |page| fits(page, AMP, "#amp=1"),
        ),
        Test::new(
            "frame_height::wordpress_fits_it_within_its_limits",
            wordpress_fits,
        ),
        Test::new("frame_height::wordpress_is_answered_late", wordpress_late),
        Test::new("frame_height::without_wasm_it_fits_too", fits_without_wasm),
        Test::new("frame_height::in_a_sandbox_it_fits_too", fits_in_a_sandbox),
        Test::new(
            "frame_height::it_is_told_on_change_only",
            told_on_change_only,
        ),
        Test::new(
            "frame_height::strangers_messages_are_ignored",
            strangers_are_ignored,
        ),
        Test::new(
            "frame_height::a_theme_in_the_address_is_obeyed",
            theme_is_obeyed,
        ),
    ]
}

/// Each finds the frame and gives it a height, by the rule that its page documents.
const AMP: &str = "
    if (data.sentinel === 'amp' && data.type === 'embed-size' && data.height >= 100) fit(frameOf(source), data.height);";
const DATAWRAPPER: &str = "
    for (const height of Object.values(data['datawrapper-height'] ?? {})) fit(frameOf(source), height);";
const DATAWRAPPER_BEFORE: &str = "
    for (const [id, height] of Object.entries(data['datawrapper-height'] ?? {})) {
        fit(document.querySelector(`[id='datawrapper-chart-${id}'], iframe[src*='${id}']`), height);
    }";
const EMBEDLY: &str = "
    if (parsed?.context === 'iframe.resize') {
        fit([...document.querySelectorAll('iframe')].find(({ src }) => src === parsed.src), parsed.height);
    }";
const MESSENGER: &str = "
    if (parsed?.type === 'set-height') fit(frameOf(source), parsed.value);";
const WORDPRESS: &str = "
    const frame = frameOf(source);
    if (data.message === 'height' && data.secret === frame.dataset.secret) {
        fit(frame, Math.min(1000, Math.max(200, data.value)));
    }";

/// What all listeners share.
const LISTENER: &str = "
    window.heard = [];
    const frameOf = (source) => [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
    const fit = (frame, height) => frame.setAttribute('height', height);
    const parse = (data) => { try { return JSON.parse(data); } catch { return undefined; } };
    addEventListener('message', ({ data, source }) => {
        const parsed = typeof data === 'string' ? parse(data) : undefined;
        window.heard.push(data);
        RULE
    });";

/// The framed page, of another origin than its host.
fn framed(page: &Page, rest: &str) -> String {
    let address = page.server().url(FRAMED).replace("127.0.0.1", "localhost");
    format!("{address}{rest}")
}

fn expect_requests(page: &mut Page) {
    for path in [
        FRAMED,
        "/frame.js",
        "/listener.js",
        "/package.js",
        "/start.js",
    ] {
        page.expect_request(path);
    }
}

/// A host with this in its body and these scripts.
fn open_host(page: &mut Page, body: &str, scripts: &[(&str, &str)]) -> Result<()> {
    expect_requests(page);
    page.set_viewport(1024, 3000)?;
    let mut tags = String::new();
    for (path, text) in scripts {
        page.server().answer(path, Answer::text(text));
        let kind = if text.contains("import ") {
            " type=module"
        } else {
            ""
        };
        tags += &format!("<script src={path}{kind}></script>");
    }
    let host = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>\
         <link rel=stylesheet href=/host.css>{body}{tags}"
    );
    page.put(
        "/host.css",
        "iframe { border: 0; width: 700px; } iframe.narrow { width: 330px; }",
    );
    page.server().answer("/host", Answer::host(&host));
    page.open("/host")
}

/// A host with a frame and a listener of this rule.
fn open_listening(page: &mut Page, rule: &str, attributes: &str) -> Result<()> {
    let listener = LISTENER.replace("RULE", rule);
    let body =
        format!("<script src=/listener.js></script><iframe height=150 {attributes}></iframe>");
    page.server()
        .answer("/listener.js", Answer::text(&listener));
    open_host(page, &body, &[])
}

/// Runs a step in the frame.
fn inside<T>(page: &Page, step: impl FnOnce(&Page) -> Result<T>) -> Result<T> {
    page.enter_frame("iframe")?;
    let result = step(page);
    page.leave_frame()?;
    result
}

/// The height of the page in the frame, and whether it scrolls there.
fn content(page: &Page) -> Result<(f64, bool)> {
    let content = inside(page, |page| {
        page.run(
            "const { documentElement: root } = document;
             return [root.getBoundingClientRect().height, root.scrollHeight > root.clientHeight + 1];",
            Vec::new(),
        )
    })?;
    serde_json::from_value(content).context("no height")
}

fn frame_height(page: &Page) -> Result<f64> {
    let height = page
        .element("iframe")?
        .script("return arguments[0].clientHeight")?;
    height.as_f64().context("no height")
}

/// Waits until the frame is as high as its page.
fn expect_fit(page: &Page) -> Result<()> {
    eventually(page, "the frame fits", |page| {
        let (height, scrolls) = content(page)?;
        let frame = frame_height(page)?;
        ensure!((frame - height).abs() <= 1.0, "{frame} around {height}");
        ensure!(height > 200.0 && !scrolls, "it scrolls");
        Ok(())
    })
}

/// Does what changes the height, and sees each time that the frame follows.
fn expect_fit_throughout(page: &mut Page) -> Result<()> {
    expect_fit(page)?;
    let begin = frame_height(page)?;
    for toggle in ENGLISH.toggles() {
        inside(page, |page| choose(page, toggle))?;
        expect_fit(page)?;
    }
    ensure!(frame_height(page)? < begin, "nothing has become lower");
    for toggle in ENGLISH.toggles() {
        inside(page, |page| choose(page, toggle))?;
    }
    expect_fit(page)?;
    inside(page, |page| choose(page, ENGLISH.facts[1].category))?;
    expect_fit(page)?;
    inside(page, |page| choose(page, ENGLISH.everything))?;
    inside(page, |page| summary(page, 1)?.click())?;
    expect_fit(page)?;
    ensure!(frame_height(page)? > begin, "open details take no room");
    let wide = frame_height(page)?;
    page.element("iframe")?
        .script("arguments[0].classList.add('narrow')")?;
    eventually(page, "a narrow frame is higher", |page| {
        ensure!(frame_height(page)? > wide);
        Ok(())
    })?;
    expect_fit(page)
}

fn fits(page: &mut Page, rule: &str, rest: &str) -> Result<()> {
    let src = framed(page, rest);
    open_listening(page, rule, &format!("src='{src}'"))?;
    inside(page, wait_until_alive)?;
    expect_fit_throughout(page)
}

fn pym_fits(page: &mut Page) -> Result<()> {
    let pym = page_script("PYM", "dist/pym.v1.js")?;
    let start = format!(
        "new pym.Parent('chart', {}, {{}});",
        json!(framed(page, ""))
    );
    open_host(
        page,
        "<div id=chart></div>",
        &[("/package.js", &pym), ("/start.js", &start)],
    )?;
    inside(page, wait_until_alive)?;
    expect_fit_throughout(page)
}

/// Imports the package as its readme tells, and runs this with it.
fn newswire(page: &mut Page, body: &str, run: &str) -> Result<()> {
    let package = page_script("FRAMES", "dist/frames.module.js")?;
    let (package, _) = package.rsplit_once("//#").context("no map to leave out")?;
    page.server().answer("/package.js", Answer::text(package));
    let start = format!("import {{ Framer, observeIframe }} from './package.js';\n{run}");
    open_host(page, body, &[("/start.js", &start)])
}

fn newswire_fits(page: &mut Page) -> Result<()> {
    let src = json!(framed(page, ""));
    let run = format!("Framer(document.querySelector('#chart'), {{ src: {src} }});");
    newswire(page, "<div id=chart></div>", &run)?;
    inside(page, wait_until_alive)?;
    page.element("iframe")?
        .script("arguments[0].style.width = '700px'")?;
    expect_fit(page)?;
    inside(page, |page| choose(page, ENGLISH.facts[0].toggle))?;
    expect_fit(page)
}

fn newswire_late(page: &mut Page) -> Result<()> {
    let body = format!("<iframe height=150 src='{}'></iframe>", framed(page, ""));
    let run = "addEventListener('begin', () => observeIframe(document.querySelector('iframe')));";
    newswire(page, &body, run)?;
    inside(page, wait_until_alive)?;
    ensure!((frame_height(page)? - 150.0).abs() < 1.0);
    page.run("dispatchEvent(new Event('begin'))", Vec::new())?;
    expect_fit(page)
}

/// The frame as WordPress writes it.
fn wordpress(page: &mut Page, rule: &str) -> Result<()> {
    let src = framed(page, &format!("#?secret={SECRET}"));
    let attributes =
        format!("sandbox='allow-scripts allow-same-origin' data-secret={SECRET} src='{src}'");
    open_listening(page, rule, &attributes)?;
    inside(page, wait_until_alive)
}

fn wordpress_fits(page: &mut Page) -> Result<()> {
    wordpress(page, WORDPRESS)?;
    eventually(page, "it has the most that is allowed", |page| {
        ensure!(
            (frame_height(page)? - 1000.0).abs() < 0.5,
            "{}",
            frame_height(page)?
        );
        Ok(())
    })?;
    inside(page, |page| choose(page, ENGLISH.facts[1].category))?;
    for toggle in ENGLISH.toggles() {
        inside(page, |page| choose(page, toggle))?;
    }
    expect_fit(page)
}

fn wordpress_late(page: &mut Page) -> Result<()> {
    wordpress(page, &format!("if (window.begun) {{ {WORDPRESS} }}"))?;
    ensure!((frame_height(page)? - 150.0).abs() < 1.0);
    page.run(
        "window.begun = true;
         document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: arguments[0] }, '*');",
        vec![json!(SECRET)],
    )?;
    eventually(page, "it has the most that is allowed", |page| {
        ensure!((frame_height(page)? - 1000.0).abs() < 0.5);
        Ok(())
    })
}

fn fits_without_wasm(page: &mut Page) -> Result<()> {
    let hold: Hold = page.server().hold(WASM);
    let src = framed(page, "");
    open_listening(page, AMP, &format!("src='{src}'"))?;
    expect_fit_throughout(page)?;
    hold.release();
    inside(page, wait_until_alive)?;
    expect_fit(page)
}

fn fits_in_a_sandbox(page: &mut Page) -> Result<()> {
    let text = String::from_utf8(browser_tests::built_file("frame.html")?)?;
    page.server().answer(FRAMED, Answer::sandboxed(&text));
    open_listening(page, AMP, &format!("sandbox=allow-scripts src='{FRAMED}'"))?;
    inside(page, wait_until_alive)?;
    expect_fit_throughout(page)
}

/// The heights that one listener has heard of.
fn heard(page: &Page) -> Result<Vec<u64>> {
    let heard = page.run(
        "return window.heard.filter((data) => data?.type === 'embed-size').map(({ height }) => height)",
        Vec::new(),
    )?;
    serde_json::from_value(heard).context("nothing was heard")
}

fn told_on_change_only(page: &mut Page) -> Result<()> {
    let src = framed(page, "");
    open_listening(page, AMP, &format!("src='{src}'"))?;
    inside(page, wait_until_alive)?;
    expect_fit_throughout(page)?;
    let heights = heard(page)?;
    ensure!(
        heights.windows(2).all(|pair| pair[0] != pair[1]),
        "{heights:?}"
    );
    ensure!(heights.len() > 5, "{heights:?}");
    Ok(())
}

fn strangers_are_ignored(page: &mut Page) -> Result<()> {
    let src = framed(page, &format!("?childId=chart#?secret={SECRET}"));
    open_listening(page, AMP, &format!("src='{src}'"))?;
    inside(page, wait_until_alive)?;
    expect_fit(page)?;
    let before = heard(page)?.len();
    let hostile: Value = json!([
        null, 0, true, "", "pym", "pymxPYMxchart", "pymxPYMxotherxPYMxwidthxPYMx9", "xPYMx".repeat(100_000),
        [], [["amp"]], {}, { "sentinel": "amp" }, { "sentinel": "amp", "type": "embed-size", "height": 9 },
        { "sentinel": ["amp"], "type": "frames-init" }, { "message": "ready" }, { "message": "ready", "secret": "other" },
        { "message": "ready", "secret": [SECRET] }, { "__proto__": { "sentinel": "amp", "type": "frames-init" } },
        { "message": "link", "value": "https://evil.example/", "secret": SECRET },
    ]);
    page.run(
        "const { contentWindow } = document.querySelector('iframe');
         for (const data of JSON.parse(arguments[0])) contentWindow.postMessage(data, '*');
         contentWindow.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');",
        // As text: Chromium's driver makes a field of what `__proto__` holds.
        vec![json!(hostile.to_string())],
    )?;
    eventually(page, "the question is answered", |page| {
        ensure!(heard(page)?.len() > before);
        Ok(())
    })?;
    let heights = heard(page)?;
    ensure!(
        heights.len() == before + 1,
        "others were answered too: {heights:?}, {before} before"
    );
    expect_fit(page)
}

fn theme_is_obeyed(page: &mut Page) -> Result<()> {
    expect_requests(page);
    for (theme, is_dark) in [("dark", true), ("light", false), ("<b>", false)] {
        page.open(&format!("{FRAMED}?theme={theme}"))?;
        wait_until_alive(page)?;
        let colour = page.element(".te-title")?.style("color")?;
        let first: Option<u8> = colour
            .split(|mark: char| !mark.is_ascii_digit())
            .find_map(|part| part.parse().ok());
        ensure!(
            first.is_some_and(|first| (first > 127) == is_dark),
            "{theme}: {colour}"
        );
    }
    Ok(())
}
