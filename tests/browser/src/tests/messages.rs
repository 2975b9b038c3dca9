//! Messages from strangers: none is answered, however many and whatever they hold.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use page_server::Answer;

use super::exploring::eventually;
use super::steps::{choose, wait_until_alive};
use super::stories::ENGLISH;

const FRAMED: &str = "/frame.html";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("messages::a_flood_of_made_up_ones_is_not_answered", flood),
        Test::new("messages::a_sibling_frame_is_not_answered", sibling),
        Test::new(
            "messages::a_host_that_makes_the_frame_larger_each_time_comes_to_an_end",
            feedback,
        ),
    ]
}

/// Counts what the chart's frame says, and makes up messages: pieces of true ones in any order, in any shape. The same
/// each time, from one number on.
const HOST: &str = "
    window.heard = 0;
    addEventListener('message', ({ source }) => {
        if (source === document.querySelector('iframe').contentWindow) window.heard += 1;
    });
    let seed = 20250618;
    const below = (most) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return seed % most;
    };
    const pieces = ['pym', 'xPYMx', 'chart', 'width', 'height', 'amp', 'embed-size', 'embed-ready', 'ready', 'message', 'sentinel',
        'type', 'secret', 'datawrapper-height', 'iframe.resize', 'set-height', 'troop-estimates', '__proto__', 'constructor', '',
        '9', '-1', '1e308', 'NaN', '<img src=x onerror=alert(1)>', 'javascript:alert(1)'];
    const piece = () => pieces[below(pieces.length)];
    function made(depth) {
        switch (below(depth > 3 ? 5 : 8)) {
            case 0: return piece();
            case 1: return Array.from({ length: below(6) }, piece).join('');
            case 2: return [null, undefined, true, 0, -1, 1e308, NaN, new Date(0), /x/, new Map([[1, 2]])][below(10)];
            case 3: return JSON.stringify({ [piece()]: piece(), context: piece(), height: 1e9 });
            case 4: return `pymxPYMxotherxPYMx${piece()}xPYMx${piece()}`;
            case 5: return Array.from({ length: below(4) }, () => made(depth + 1));
            default: return Object.fromEntries(Array.from({ length: below(4) }, () => [piece(), made(depth + 1)]));
        }
    }
    // A true question may come of it by chance.
    const asks = (data) => data?.sentinel === 'amp' && data.type === 'frames-init';
    window.flood = (count) => {
        const { contentWindow } = document.querySelector('iframe');
        for (let sent = 0; sent < count; sent += 1) {
            const data = made(0);
            if (!asks(data)) contentWindow.postMessage(data, '*');
        }
        contentWindow.postMessage('x'.repeat(4000000), '*');
    };";

/// A host with the chart of another origin in its first frame.
fn open_host(page: &mut Page, more: &str, script: &str) -> Result<()> {
    for path in [FRAMED, "/frame.js", "/sibling.html", "/sibling.js"] {
        page.expect_request(path);
    }
    page.put("/host.js", script);
    let address = page.server().url(FRAMED).replace("127.0.0.1", "localhost");
    let host = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>\
         <iframe width=700 height=1900 src='{address}?childId=chart'></iframe>{more}<script src=/host.js></script>"
    );
    page.server().answer("/host", Answer::host(&host));
    page.set_viewport(1024, 2600)?;
    page.open("/host")?;
    page.enter_frame("iframe")?;
    wait_until_alive(page)?;
    page.leave_frame()
}

fn heard(page: &Page) -> Result<u64> {
    let heard = page.run("return window.heard", Vec::new())?;
    heard.as_u64().context("no number")
}

/// Asks a true question, and gives how many answers there were to everything before it: those to it come last, one for
/// each kind of listener that is known.
fn answers_before_a_question(page: &Page) -> Result<u64> {
    let before = heard(page)?;
    page.run(
        "document.querySelector('iframe').contentWindow.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*')",
        Vec::new(),
    )?;
    eventually(page, "the question is answered", |page| {
        ensure!(heard(page)? >= before + ANSWERS);
        Ok(())
    })?;
    Ok(heard(page)? - ANSWERS)
}

/// The messages with the height: for pym.js, AMP, Datawrapper, Embedly and iframe-messenger.
const ANSWERS: u64 = 5;

fn flood(page: &mut Page) -> Result<()> {
    open_host(page, "", HOST)?;
    let before = answers_before_a_question(page)? + ANSWERS;
    page.run("window.flood(20000)", Vec::new())?;
    let after = answers_before_a_question(page)?;
    ensure!(after == before, "{} were answered", after - before);
    page.enter_frame("iframe")?;
    choose(page, ENGLISH.facts[0].toggle)?;
    page.leave_frame()
}

fn sibling(page: &mut Page) -> Result<()> {
    page.server().answer(
        "/sibling.js",
        Answer::text(
            "for (const data of [{ sentinel: 'amp', type: 'frames-init' }, 'pymxPYMxchartxPYMxwidthxPYMx700'])
                 parent.frames[0].postMessage(data, '*');
             parent.postMessage('asked', '*');",
        ),
    );
    page.server().answer(
        "/sibling.html",
        Answer::text("<!doctype html><title>Sibling</title><p>Nothing"),
    );
    let host = format!(
        "{HOST} addEventListener('message', ({{ data }}) => {{ if (data === 'asked') window.asked = true; }});"
    );
    open_host(page, "", &host)?;
    let before = answers_before_a_question(page)? + ANSWERS;
    page.server().answer(
        "/sibling.html",
        Answer::text("<!doctype html><title>Sibling</title><script src=/sibling.js></script>"),
    );
    page.run(
        "const frame = document.createElement('iframe');
         frame.src = '/sibling.html';
         document.body.append(frame);",
        Vec::new(),
    )?;
    eventually(page, "the sibling has asked", |page| {
        ensure!(page.run("return window.asked === true", Vec::new())? == true);
        Ok(())
    })?;
    let after = answers_before_a_question(page)?;
    ensure!(after == before, "{} were answered", after - before);
    Ok(())
}

/// A host that gives the frame ten pixels more than it asks for, whenever it asks.
fn feedback(page: &mut Page) -> Result<()> {
    let host = format!(
        "{HOST} addEventListener('message', ({{ data }}) => {{
             if (data?.type === 'embed-size') document.querySelector('iframe').height = data.height + 10;
         }});"
    );
    open_host(page, "", &host)?;
    let before = answers_before_a_question(page)? + ANSWERS;
    page.enter_frame("iframe")?;
    choose(page, ENGLISH.facts[0].toggle)?;
    page.leave_frame()?;
    eventually(page, "the new height is told", |page| {
        ensure!(heard(page)? >= before + ANSWERS);
        Ok(())
    })?;
    // Higher than it is, the page in it is no higher: so it is told once, and no more after any number of frames.
    page.run(
        "return new Promise((done) => {
             let frames = 60;
             const next = () => (frames-- ? requestAnimationFrame(next) : done(null));
             next();
         })",
        Vec::new(),
    )?;
    let after = answers_before_a_question(page)?;
    ensure!(
        after <= before + 2 * ANSWERS,
        "{} messages after one change",
        after - before
    );
    Ok(())
}
