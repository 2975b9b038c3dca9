//! An element that was pasted with its chart: seen before any script, and nothing moves when one arrives.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Page, Test, published};
use page_server::{Answer, Hold, POLICY};
use serde_json::Value;

use super::coming_alive::{WIDTHS, layout_shifts};
use super::exploring::eventually;
use super::published::{ELEMENT_WITH_CHART, article, snippet, wait_in_shadow};
use super::steps::requests_for;

const HOST: &str = "troop-estimates";
const ARTICLE: &str = "/article.html";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "pasted_chart::nothing_moves_when_it_comes_alive",
            nothing_moves,
        ),
        Test::new("pasted_chart::without_scripts_it_is_whole", without_scripts).without_scripts(),
        Test::new("pasted_chart::toggles_work_in_it", toggles_work),
        Test::new(
            "pasted_chart::where_no_style_is_let_through_it_is_an_element_as_any",
            no_style_is_let_through,
        ),
    ]
}

/// Puts an article with a chart of this language, under this policy, and opens it.
fn open(page: &mut Page, language: &str, policy: &str) -> Result<()> {
    let article = article(&snippet(page, language, ELEMENT_WITH_CHART)?);
    page.server().answer(
        ARTICLE,
        Answer::Promised {
            policy: policy.to_owned(),
            page: article.into_bytes(),
        },
    );
    page.open(ARTICLE)
}

fn lenient() -> String {
    POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
}

fn prepare(page: &mut Page) -> Result<()> {
    published::put(page)?;
    page.expect_request(ARTICLE);
    page.expect_request("/article.css");
    Ok(())
}

/// The program does not arrive for now.
fn hold(page: &Page) -> Result<(String, Hold)> {
    let english = snippet(page, "en", ELEMENT_WITH_CHART)?;
    let (_, program) = english
        .split_once("data-program=\"")
        .context("no program")?;
    let (program, _) = program.split_once('"').context("no program")?;
    let path = format!("/charts/assets/widget_bg.{program}.wasm");
    let hold = page.server().hold(&path);
    Ok((path, hold))
}

/// Where everything stands, of the chart and after it.
fn places(page: &Page) -> Result<Vec<Value>> {
    let places = page.run(
        "const { shadowRoot } = document.querySelector(arguments[0]);
         const parts = [...shadowRoot.querySelectorAll('.te-root *'), ...document.querySelectorAll('article > *')];
         return parts.filter((part) => !part.matches('[role=status]')).map((part) => {
             const { x, y, width, height } = part.getBoundingClientRect();
             return [part.localName, part.textContent.slice(0, 40), x, y + scrollY, width, height];
         });",
        vec![HOST.into()],
    )?;
    serde_json::from_value(places).context("no places")
}

fn nothing_moves(page: &mut Page) -> Result<()> {
    prepare(page)?;
    for language in ["en", "de"] {
        for width in WIDTHS {
            page.set_viewport(width, 3000)?;
            let (program, hold) = hold(page)?;
            let asked = requests_for(page, &program);
            open(page, language, &lenient())?;
            page.wait_until("the program is asked for", |page| {
                Ok(requests_for(page, &program) > asked)
            })?;
            let before = places(page)?;
            hold.release();
            wait_in_shadow(page, HOST)?;
            let after = places(page)?;
            let at = format!("{language} at {width} px");
            ensure!(before.len() > 300, "{at}: {} elements", before.len());
            for (before, after) in before.iter().zip(&after) {
                ensure!(before == after, "{at}: {before} moves to {after}");
            }
            if !page.differs(Difference::NoLayoutShifts) {
                let shifts = layout_shifts(page)?;
                ensure!(shifts.is_empty(), "{at}: the layout shifts: {shifts:?}");
            }
            if language == "en" && [320, 700, 1100].contains(&width) {
                page.screenshot_whole(&format!("pasted-chart-{width}"))?;
            }
        }
    }
    // The article waits for nothing but its own.
    let requests = page.server().requests();
    let others = requests.iter().filter(|request| {
        request.path.ends_with(".css") && request.path != "/article.css"
            || request.path.starts_with("/charts/north-korea")
    });
    ensure!(others.count() == 0, "{requests:?}");
    Ok(())
}

/// Figures of the rows in sight.
fn figures(page: &Page) -> Result<Vec<String>> {
    let figures = page.run(
        "const { shadowRoot } = document.querySelector(arguments[0]);
         const rows = [...shadowRoot.querySelectorAll('.te-row')].filter((row) => row.checkVisibility());
         return rows.map((row) => row.querySelector('summary > :first-child').textContent);",
        vec![HOST.into()],
    )?;
    serde_json::from_value(figures).context("no rows")
}

/// The first source is chosen or not, as a reader does.
fn toggle(page: &Page) -> Result<()> {
    page.element_in_shadow(HOST, ".te-sources label:has(input)")?
        .click()
}

fn without_scripts(page: &mut Page) -> Result<()> {
    prepare(page)?;
    open(page, "en", &lenient())?;
    let all = figures(page)?;
    ensure!(
        all.len() == 9 && all[0].starts_with("25,000 to 30,000"),
        "{all:?}"
    );
    let table = page.element("troop-estimates table")?.bounds()?;
    ensure!(table[2] * table[3] == 0.0, "the table is seen as well");
    toggle(page)?;
    let rest = figures(page)?;
    let expected = match page.differs(Difference::TogglesInShadowsNeedScripts) {
        true => &all[..],
        false => &all[1..],
    };
    ensure!(rest == expected, "{rest:?}");
    page.screenshot_whole("pasted-chart-without-scripts")
}

fn toggles_work(page: &mut Page) -> Result<()> {
    prepare(page)?;
    page.set_viewport(1024, 2600)?;
    let (program, hold) = hold(page)?;
    open(page, "en", &lenient())?;
    page.wait_until("the program is asked for", |page| {
        Ok(requests_for(page, &program) > 0)
    })?;
    let all = figures(page)?;
    // Before it lives, and after.
    toggle(page)?;
    let expect = |page: &Page, expected: &[String]| {
        eventually(page, "the rows are right", |page| {
            let rows = figures(page)?;
            ensure!(rows == expected, "{rows:?}");
            Ok(())
        })
    };
    expect(page, &all[1..])?;
    hold.release();
    wait_in_shadow(page, HOST)?;
    expect(page, &all[1..])?;
    toggle(page)?;
    expect(page, &all)
}

/// What the policy of the article keeps out, the chart's own page brings.
fn no_style_is_let_through(page: &mut Page) -> Result<()> {
    prepare(page)?;
    page.allow_fault("style-src");
    page.set_viewport(1024, 2600)?;
    open(page, "en", POLICY)?;
    wait_in_shadow(page, HOST)?;
    let row = page.element_in_shadow(HOST, ".te-row")?;
    let display = row.style("display")?;
    ensure!(display == "grid", "{display}");
    ensure!(figures(page)?.len() == 9);
    Ok(())
}
