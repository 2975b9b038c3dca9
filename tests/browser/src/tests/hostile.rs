//! A dataset whose every text is an attack that some chart library has fallen for. All of it is shown as text.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde_json::{Value, json};

use super::exploring::{eventually, let_it_render, sort_by_script};
use super::places::put_dataset;
use super::steps::{nth, open_alive, open_ready, summary};

const PATH: &str = "/hostile.html";

/// Markup, templates, expressions, names that objects have, formulas, addresses that are programs.
const ATTACKS: [&str; 12] = [
    "<img src=x onerror=\"window.attacked=1\">",
    "</script><script>window.attacked=1</script>",
    "<svg><foreignObject><iframe srcdoc=\"<script>parent.attacked=1</script>\"></iframe></foreignObject></svg>",
    "{{constructor.constructor('window.attacked=1')()}}",
    "$\\href{javascript:window.attacked=1}{here}$",
    "__proto__",
    "constructor",
    "javascript:window.attacked=1",
    "\"><style>*{display:none}</style>",
    "</textarea></title></template><base href=//example.org>",
    "=HYPERLINK(\"http://example.org\",\"here\")",
    "<!--<a href=\"data:text/html,<script>window.attacked=1</script>\">",
];

/// Addresses that lead nowhere good.
const ADDRESSES: [&str; 4] = [
    "data:text/html,<script>window.attacked=1</script>",
    "//example.org",
    "https://user@example.org",
    "blob:https://example.org/1",
];

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("hostile::prerendered_it_is_text", prerendered).without_scripts(),
        Test::new("hostile::explored_it_is_text", explored),
    ]
}

/// Each attack as a source, a category and a remark; some as what else has words.
fn dataset() -> String {
    let source = |(place, attack): (usize, &&str)| {
        json!({
            "id": format!("s{place}"), "name": attack, "kind": attack, "url": "javascript:window.attacked=1",
        })
    };
    let category = |(place, attack): (usize, &&str)| json!({ "id": format!("c{place}"), "label": attack, "note": attack });
    let estimate = |(place, attack): (usize, &&str)| {
        json!({
            "id": format!("e{place}"), "source": format!("s{place}"), "category": format!("c{place}"),
            "low": 10_000 + 1000 * place, "high": 30_000, "passedOnBy": attack, "note": attack, "quote": attack,
            "date": { "date": "2025", "label": attack },
            "url": ADDRESSES[place % ADDRESSES.len()],
        })
    };
    let all = |make: &dyn Fn((usize, &&str)) -> Value| -> Value {
        ATTACKS.iter().enumerate().map(make).collect()
    };
    json!({
        "format": 1,
        "language": "en",
        "title": ATTACKS[0],
        "takeaway": ATTACKS[1],
        "asOf": { "date": "2025", "label": ATTACKS[2] },
        "unit": ATTACKS[3],
        "credit": ATTACKS[4],
        "sources": all(&source),
        "categories": all(&category),
        "estimates": all(&estimate),
        "references": [{ "id": "r", "label": ATTACKS[0], "value": 12_000, "category": "c0" }],
        "events": [{ "label": ATTACKS[8], "date": "2025-06", "source": ATTACKS[9] }],
    })
    .to_string()
}

/// Nothing was made of the texts, nothing of them has run, and the words are there to the letter.
fn expect_text(page: &Page) -> Result<()> {
    let found: Value = page.run(
        "const figure = document.querySelector('figure');
         const made = [...figure.querySelectorAll('img, script, style, iframe, object, embed, base, foreignObject, template, textarea, [srcdoc]')];
         const links = [...figure.querySelectorAll('a')].map((link) => link.href);
         const handlers = [...figure.querySelectorAll('*')].flatMap((node) => [...node.attributes].map(({ name }) => name))
             .filter((name) => name.startsWith('on'));
         return { made: made.map((node) => node.localName), links, handlers, attacked: String(window.attacked),
             polluted: String({}.attacked), base: document.baseURI.split('?')[0], text: figure.textContent,
             drawn: [...figure.querySelectorAll('svg *')].some((node) => [...node.attributes].some(({ value }) => /NaN|Infinity/.test(value))) }",
        Vec::new(),
    )?;
    for (what, expected) in [
        ("made", json!([])),
        ("links", json!([])),
        ("handlers", json!([])),
        ("attacked", json!("undefined")),
        ("polluted", json!("undefined")),
        ("drawn", json!(false)),
    ] {
        ensure!(found[what] == expected, "{what}: {}", found[what]);
    }
    ensure!(
        found["base"] == page.server().url(PATH),
        "the page has another base"
    );
    let text = found["text"].as_str().context("no text")?;
    for attack in ATTACKS {
        ensure!(
            text.matches(attack).count() >= 3,
            "{attack} is not there as it was written"
        );
    }
    Ok(())
}

/// Each address that leads nowhere good was left out, and is told of.
fn expect_told(page: &Page) -> Result<()> {
    let told = page.run(
        "return [...document.querySelectorAll('.te-refusals li')].map((item) => item.textContent)",
        Vec::new(),
    )?;
    let told: Vec<String> = serde_json::from_value(told)?;
    let links = told
        .iter()
        .filter(|problem| problem.contains("the link was left out"));
    ensure!(links.count() == 2 * ATTACKS.len(), "{told:?}");
    Ok(())
}

fn prerendered(page: &mut Page) -> Result<()> {
    put_dataset(page, PATH, &dataset())?;
    page.set_viewport(1024, 3600)?;
    open_ready(page, PATH)?;
    expect_text(page)?;
    expect_told(page)
}

fn explored(page: &mut Page) -> Result<()> {
    put_dataset(page, PATH, &dataset())?;
    page.set_viewport(1024, 3600)?;
    open_alive(page, PATH)?;
    expect_text(page)?;
    page.screenshot_whole("hostile")?;
    for place in 0..ATTACKS.len() {
        nth(page, ".te-row summary", place)?.hover()?;
        let_it_render(page)?;
        summary(page, place)?.click()?;
        expect_text(page).with_context(|| format!("row {place}"))?;
    }
    let sources = page.elements("input[data-source]")?.len();
    for place in 0..sources {
        nth(page, "input[data-source]", place)?.click()?;
        nth(page, "input[data-source]", place)?.click()?;
    }
    for place in 0..page.elements("input[data-category]")?.len() {
        nth(page, "input[data-category]", place)?.click()?;
    }
    sort_by_script(page, "Highest")?;
    eventually(page, "all has been said", expect_text)?;
    expect_told(page)
}
