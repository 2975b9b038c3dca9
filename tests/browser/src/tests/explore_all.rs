//! Explore: everything together leaves no trace, and two widgets on one page keep to themselves.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::{Key, Page, Test};
use serde_json::Value;

use super::everything::refuse_to_copy;
use super::exploring::{button, eventually, open_whole, press_at, sort_by, strip};
use super::places::open_two;
use super::steps::{choose, open_details, wait_for_rows};
use super::stories::ENGLISH;
use super::taking_along::{download, open};
use super::taking_along_copies::copy_first;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_all::a_long_exploration_leaves_no_request_and_no_trace",
            leaves_no_trace,
        ),
        Test::new(
            "explore_all::all_that_can_be_done_leaves_no_global_and_no_trace",
            leaves_no_global,
        ),
        Test::new(
            "explore_all::two_widgets_on_one_page_keep_to_themselves",
            two_widgets_keep_to_themselves,
        ),
    ]
}

fn leaves_no_trace(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let requests = page.server().requests();
    explore(page)?;
    let after = page.server().requests();
    ensure!(
        after == requests,
        "it asked for {:?}",
        &after[requests.len()..]
    );
    expect_nothing_kept(page)
    // Messages on the console fail any test.
}

fn expect_nothing_kept(page: &Page) -> Result<()> {
    page.run(KEPT, Vec::new())?;
    page.wait_until("the browser has told what is kept", |page| {
        Ok(page.run("return window.kept", Vec::new())? != Value::Null)
    })?;
    let kept = page.run("return kept", Vec::new())?;
    ensure!(kept == "", "the page keeps {kept}");
    Ok(())
}

/// The names that every script on the page shares, beside those of a page without any of ours.
fn leaves_no_global(page: &mut Page) -> Result<()> {
    const NAMES: &str = "return Object.getOwnPropertyNames(window)";
    page.put("/bare", "<!doctype html><html lang=en><title>Bare</title>");
    page.open("/bare")?;
    // The driver leaves names of its own where it looks whether something is in sight.
    page.element("html")?.is_displayed()?;
    page.element("html")?.text()?;
    let bare: Vec<String> = serde_json::from_value(page.run(NAMES, Vec::new())?)?;
    open(page, &ENGLISH)?;
    explore(page)?;
    take_along(page)?;
    let names: Vec<String> = serde_json::from_value(page.run(NAMES, Vec::new())?)?;
    let new: Vec<&String> = names.iter().filter(|name| !bare.contains(name)).collect();
    ensure!(new.is_empty(), "new globals: {new:?}");
    expect_nothing_kept(page)
}

/// All that goes beyond looking.
fn take_along(page: &Page) -> Result<()> {
    sort_by(page, "Widest first")?;
    choose(page, "Zoom to what is shown")?;
    refuse_to_copy(page)?;
    button(page, "Copy link")?.click()?;
    eventually(page, "the address is shown", |page| {
        page.element(".te-address").map(drop)
    })?;
    for (format, name) in [
        ("CSV", "north-korea-en-2025.csv"),
        ("JSON", "north-korea-en-2025.json"),
        ("SVG", "north-korea-en-2025.svg"),
        ("PNG", "north-korea-en-2025.png"),
    ] {
        download(page, format, name)?;
    }
    copy_first(page)?;
    eventually(page, "the figure is copied or shown", |page| {
        let told = page
            .element(".te-told")?
            .script("return arguments[0].textContent")?;
        let told = told.as_str().unwrap_or_default();
        ensure!(
            told.starts_with("Copied.") || told.contains("soldiers"),
            "{told}"
        );
        Ok(())
    })
}

/// Everything a page can keep in a browser, as far as the engine knows it.
const KEPT: &str = "
    const names = async () => [
        document.cookie,
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await globalThis.indexedDB?.databases?.() ?? []).map((database) => database.name),
        ...(await globalThis.caches?.keys() ?? []),
        ...(await navigator.serviceWorker?.getRegistrations() ?? []).map((worker) => worker.scope),
        location.hash,
        window.name,
    ];
    names().then((names) => { window.kept = names.filter(Boolean).join(); });";

/// All that a reader can do, and back to the beginning.
fn explore(page: &Page) -> Result<()> {
    for toggle in ENGLISH.toggles() {
        choose(page, toggle)?;
    }
    for name in ["All", "NIS only", "None", "All"] {
        button(page, name)?.click()?;
    }
    for scale in ["Logarithmic", "Linear"] {
        choose(page, scale)?;
        for category in ENGLISH.categories() {
            choose(page, category)?;
        }
        choose(page, ENGLISH.everything)?;
        wait_for_rows(page, &ENGLISH.rows(|_| true))?;
    }
    for fact in &ENGLISH.facts {
        strip(page, fact.figure)?.hover()?;
    }
    strip(page, "about 11,000")?.click()?;
    press_at(page, &strip(page, "110,000")?, Key::Enter)?;
    eventually(page, "both details are open", |page| {
        ensure!(open_details(page)? == [4, 8]);
        Ok(())
    })?;
    page.press(Key::Escape)
}

fn two_widgets_keep_to_themselves(page: &mut Page) -> Result<()> {
    open_two(page, "")?;
    expect_own_names(page)?;
    act(page, "first", "label", "HUR")?;
    act(page, "first", "label", "Losses")?;
    act(page, "second", "label", "Logarithmic")?;
    act(page, "second", "button", "None")?;
    act(page, "second", "label", "Shoigu")?;
    eventually(page, "each shows what was chosen in it", |page| {
        expect_figures(page, "first", &["about 4,000"])?;
        expect_figures(page, "second", &["1,000", "5,000"])
    })?;
    ensure!(checked(page, "first")? == "Losses Linear Town NIS News story Western Shoigu Syrskyi");
    ensure!(checked(page, "second")? == "All Logarithmic Shoigu");
    act(page, "first", "label", "All")?;
    eventually(page, "the first shows all but HUR", |page| {
        expect_figures(page, "second", &["1,000", "5,000"])?;
        ensure!(figures(page, "first")?.len() == 8);
        Ok(())
    })
}

/// No identifier stands twice, and no radio button of one widget belongs to a group of the other.
fn expect_own_names(page: &Page) -> Result<()> {
    let twice = page.run(
        "const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
         const names = ['first', 'second'].flatMap((id) =>
             [...new Set([...document.querySelectorAll(`#${id} input[name]`)].map((input) => input.name))]);
         const all = [...ids, ...names];
         return all.filter((name, place) => all.indexOf(name) !== place).join();",
        Vec::new(),
    )?;
    ensure!(twice == "", "these names stand twice: {twice}");
    Ok(())
}

/// Clicks on the button or label with these words in one of the widgets.
fn act(page: &Page, widget: &str, tag: &str, words: &str) -> Result<()> {
    for element in page.elements(&format!("#{widget} {tag}"))? {
        if element.script("return arguments[0].textContent")? == words {
            return element.click();
        }
    }
    bail!("no {tag} {words:?} in the {widget}")
}

/// The labels of everything that is checked in one of the widgets.
fn checked(page: &Page, widget: &str) -> Result<String> {
    let labels = page.run(
        "const inputs = [...document.querySelectorAll(`#${arguments[0]} input:checked`)];
         return inputs.map((input) => input.closest('label').textContent).join(' ');",
        vec![widget.into()],
    )?;
    serde_json::from_value(labels).context("no labels")
}

fn figures(page: &Page, widget: &str) -> Result<Vec<String>> {
    let figures = page.run(
        "const figures = [...document.querySelectorAll(`#${arguments[0]} summary > :first-child`)];
         return figures.filter((figure) => figure.getClientRects().length).map((figure) => figure.textContent);",
        vec![widget.into()],
    )?;
    serde_json::from_value(figures).context("no figures")
}

fn expect_figures(page: &Page, widget: &str, expected: &[&str]) -> Result<()> {
    let figures = figures(page, widget)?;
    ensure!(
        figures == expected,
        "the {widget} shows {figures:?} instead of {expected:?}"
    );
    Ok(())
}
