//! The harness can fail: each kind of fault is made on purpose and must be caught.

use anyhow::{Result, bail, ensure};
use browser_tests::{Difference, Key, Page, Test};

const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Page</title>\
    <meta name=viewport content='width=device-width'><link rel=stylesheet href=/page.css>\
    <script src=/page.js defer></script></head><body><h1>Page</h1><button>Press</button>\
    <p id=log></p></body></html>";

pub(crate) fn tests() -> Vec<Test> {
    [
        Test::new("harness::passes_a_quiet_page", passes_a_quiet_page),
        Test::new(
            "harness::catches_console_messages",
            catches_console_messages,
        ),
        Test::new("harness::catches_errors", catches_errors),
        Test::new(
            "harness::catches_rejected_promises",
            catches_rejected_promises,
        ),
        Test::new("harness::catches_inline_styles", catches_inline_styles),
        Test::new("harness::catches_inline_scripts", catches_inline_scripts),
        Test::new(
            "harness::catches_markup_from_text",
            catches_markup_from_text,
        ),
        Test::new("harness::catches_requests", catches_requests),
        Test::new("harness::catches_storage", catches_storage),
        Test::new("harness::sets_the_viewport", sets_the_viewport),
        Test::new(
            "harness::clicks_keys_and_touches_are_real",
            acts_like_a_reader,
        ),
        Test::new("harness::holds_a_path", holds_a_path),
        Test::new("harness::light_is_light", light_is_light),
        Test::new("harness::dark_is_dark", dark_is_dark).dark(),
        Test::new("harness::scripts_can_be_off", scripts_can_be_off).without_scripts(),
    ]
    .map(Test::on_empty_site)
    .to_vec()
}

fn open(page: &mut Page, script: &str) -> Result<()> {
    page.put("/", PAGE);
    page.put("/page.js", script);
    page.put("/page.css", "button:hover { color: rgb(1, 2, 3); }");
    page.open("/")
}

/// Opens a page with this script; one of the faults must contain `expected`.
fn expect_fault(page: &mut Page, script: &str, expected: &str) -> Result<()> {
    open(page, script)?;
    let faults = page.finish()?;
    ensure!(
        faults.iter().any(|fault| fault.contains(expected)),
        "{expected:?} is not among the faults {faults:?}"
    );
    Ok(())
}

fn passes_a_quiet_page(page: &mut Page) -> Result<()> {
    open(
        page,
        "document.querySelector('#log').textContent = 'alive';",
    )?;
    ensure!(page.element("#log")?.text()? == "alive");
    ensure!(page.role("button", "Press")?.is_displayed()?);
    Ok(())
}

fn catches_console_messages(page: &mut Page) -> Result<()> {
    for level in ["debug", "log", "info", "warn", "error"] {
        let script = format!("console.{level}('told by {level}');");
        expect_fault(page, &script, &format!("told by {level}"))?;
    }
    Ok(())
}

fn catches_errors(page: &mut Page) -> Result<()> {
    expect_fault(page, "throw new Error('thrown');", "thrown")
}

fn catches_rejected_promises(page: &mut Page) -> Result<()> {
    expect_fault(page, "Promise.reject(new Error('rejected'));", "rejected")
}

fn catches_inline_styles(page: &mut Page) -> Result<()> {
    let script = "document.body.setAttribute('style', 'color: red');";
    expect_fault(page, script, "against the policy")
}

fn catches_inline_scripts(page: &mut Page) -> Result<()> {
    let script = "document.body.setAttribute('onclick', 'alert()');";
    expect_fault(page, script, "against the policy")
}

fn catches_markup_from_text(page: &mut Page) -> Result<()> {
    let script = "try { document.body.innerHTML = ''; } catch {}";
    expect_fault(page, script, "against the policy")
}

fn catches_requests(page: &mut Page) -> Result<()> {
    expect_fault(
        page,
        "fetch('/elsewhere');",
        "unexpected request: GET /elsewhere",
    )
}

fn catches_storage(page: &mut Page) -> Result<()> {
    expect_fault(
        page,
        "localStorage.seen = 1;",
        "stored: local storage: seen",
    )?;
    page.run("localStorage.clear()", Vec::new())?;
    expect_fault(
        page,
        "document.cookie = 'id=1; max-age=9';",
        "stored: a cookie: id=1",
    )?;
    page.run("document.cookie = 'id=; max-age=0'", Vec::new())?;
    Ok(())
}

fn sets_the_viewport(page: &mut Page) -> Result<()> {
    open(page, "")?;
    for width in [280, 320, 480, 768, 1200] {
        page.set_viewport(width, 640)?;
    }
    page.screenshot_whole("harness")
}

fn acts_like_a_reader(page: &mut Page) -> Result<()> {
    let script = "const log = document.querySelector('#log');
        for (const type of ['click', 'keydown', 'touchstart'])
            addEventListener(type, (event) => log.append(`${type} ${event.key ?? event.pointerType}${event.isTrusted ? '' : ' faked'}; `));";
    open(page, script)?;
    let button = page.role("button", "Press")?;
    button.hover()?;
    ensure!(button.style("color")? == "rgb(1, 2, 3)", "no hover");
    button.click()?;
    ensure!(button.is_focused()? || page.differs(Difference::ClicksDoNotFocus));
    page.press(Key::Escape)?;
    button.tap()?;
    let touched = if page.differs(Difference::TouchesAreClicks) {
        "click mouse;"
    } else {
        "touchstart undefined; click touch;"
    };
    let expected = format!("click mouse; keydown Escape; {touched}");
    page.wait_until("the events have arrived", |page| {
        let log = page.element("#log")?.text()?;
        if log != expected {
            bail!("{log:?} instead of {expected:?}");
        }
        Ok(true)
    })
}

fn holds_a_path(page: &mut Page) -> Result<()> {
    page.put("/late.txt", "late");
    let hold = page.server().hold("/late.txt");
    let script = "fetch('/late.txt').then((answer) => answer.text())
        .then((text) => { document.querySelector('#log').textContent = text; });";
    open(page, script)?;
    page.wait_until("the request is under way", |page| {
        Ok(page
            .server()
            .requests()
            .iter()
            .any(|request| request.path == "/late.txt"))
    })?;
    ensure!(page.element("#log")?.text()?.is_empty());
    hold.release();
    page.wait_until("the answer has arrived", |page| {
        Ok(page.element("#log")?.text()? == "late")
    })
}

fn prefers_dark(page: &mut Page) -> Result<bool> {
    open(page, "")?;
    let query = "return matchMedia('(prefers-color-scheme: dark)').matches";
    Ok(page.run(query, Vec::new())? == true)
}

fn light_is_light(page: &mut Page) -> Result<()> {
    ensure!(!prefers_dark(page)?);
    Ok(())
}

fn dark_is_dark(page: &mut Page) -> Result<()> {
    ensure!(prefers_dark(page)?);
    Ok(())
}

fn scripts_can_be_off(page: &mut Page) -> Result<()> {
    open(
        page,
        "document.querySelector('#log').textContent = 'alive';",
    )?;
    ensure!(page.element("#log")?.text()?.is_empty());
    ensure!(page.element("h1")?.text()? == "Page");
    Ok(())
}
