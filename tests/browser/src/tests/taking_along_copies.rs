//! Take it along: one figure with its source, copied as text.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test, built_file};

use super::exploring::{expect_pasted, open_whole};
use super::steps::summary;
use super::stories::ENGLISH;
use super::taking_along::{PART, open, status_becomes};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "taking_along_copies::a_figure_with_its_source_is_copied_as_text",
            a_figure_is_copied,
        ),
        Test::new(
            "taking_along_copies::where_the_clipboard_is_refused_the_text_is_there_to_select",
            a_refused_clipboard_leaves_the_text,
        ),
    ]
}

/// The first figure with its source and the address that opens it.
fn citation(address: &str) -> String {
    format!(
        "HUR (Ukrainian military intelligence), passed on by CNN, from an intelligence document: 25,000 to \
         30,000 soldiers – Further soldiers planned for dispatch (the coming months, seen from summer 2025). \
         How many more troops from North Korea? Sources disagree, as of summer 2025. {address}?te=open:hur-planned"
    )
}

fn a_figure_is_copied(page: &mut Page) -> Result<()> {
    open(page, &ENGLISH)?;
    copy_first(page)?;
    status_becomes(page, "Copied.")?;
    let beside = page.run(
        "const copy = document.querySelector('.te-copy');
         return getComputedStyle(copy, '::after').content === 'none' ? null : copy.dataset.said",
        Vec::new(),
    )?;
    ensure!(beside == "Copied.", "beside the button stands {beside}");
    let expected = citation(&page.server().url(ENGLISH.path));
    expect_pasted(page, &expected)
}

fn a_refused_clipboard_leaves_the_text(page: &mut Page) -> Result<()> {
    let article = String::from_utf8(built_file("index.html")?)?;
    let script = "<script src=refusing.js></script></head>";
    page.put("/refusing.html", &article.replace("</head>", script));
    page.put(
        "/refusing.js",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });",
    );
    for path in PART {
        page.expect_request(path);
    }
    open_whole(page, "/refusing.html")?;
    copy_first(page)?;
    let text = citation(&page.server().url("/refusing.html"));
    status_becomes(page, &format!("Please copy it from here: {text}"))?;
    ensure!(page.element(".te-told")?.is_displayed()?);
    let selected = page.run("return getSelection().toString().trim()", Vec::new())?;
    let selected = selected.as_str().context("nothing is selected")?;
    ensure!(selected.contains(&text), "{selected}");
    Ok(())
}

/// Opens the details of the first figure and copies it.
pub(super) fn copy_first(page: &Page) -> Result<()> {
    summary(page, 0)?.click()?;
    let copy = page.element(".te-row details[open] .te-copy button")?;
    ensure!(copy.name()? == "Copy" && copy.role()? == "button");
    copy.click()
}
