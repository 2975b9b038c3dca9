//! Reader mode: Mozilla's Readability keeps the chart's title, every figure and every source.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test, page_script};
use serde::Deserialize;

use super::steps::{articles, choose, open_ready, rows_in_sight, summary};
use super::stories::{ENGLISH, STORIES, Story};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("reader_mode::it_keeps_the_whole_chart", keeps_the_chart),
        Test::new(
            "reader_mode::it_keeps_the_whole_chart_without_scripts",
            keeps_the_chart,
        )
        .without_scripts(),
        Test::new(
            "reader_mode::it_keeps_the_whole_chart_whatever_is_open_and_on_any_scale",
            keeps_what_was_explored,
        ),
        Test::new(
            "reader_mode::in_every_language_it_keeps_figures_sources_comparison_and_evidence",
            keeps_every_language,
        ),
        Test::new(
            "reader_mode::it_leaves_out_the_sources_that_a_reader_has_switched_off",
            leaves_out_what_is_off,
        ),
        Test::new("reader_mode::browsers_offer_it_for_the_article", is_offered),
    ]
}

/// What a reader mode shows of a page.
#[derive(Debug, Deserialize)]
struct Article {
    title: String,
    lang: Option<String>,
    /// Each block of text in the order of the page.
    text: String,
    /// The cells of each table row, the header among them.
    rows: Vec<Vec<String>>,
    headings: Vec<String>,
}

/// It works on a copy. Scripts, which it leaves away in any case, are taken out before: the page's policy
/// lets nobody copy their text.
const READ: &str = "
    for (const script of document.querySelectorAll('script')) script.remove();
    const read = new Readability(document.cloneNode(true), { serializer: (node) => node }).parse();
    const words = (node) => node.textContent.replace(/\\s+/g, ' ').trim();
    const all = (root, selector) => [...root.querySelectorAll(selector)];
    return {
        title: read.title,
        lang: read.lang,
        text: words(read.content),
        rows: all(read.content, 'tr').map((row) => all(row, 'th, td').map(words)),
        headings: all(read.content, 'h1, h2, h3').map(words),
    };";

fn read(page: &Page) -> Result<Article> {
    let script = page_script("READABILITY", "Readability.js")? + READ;
    let article = page.run(&script, Vec::new())?;
    serde_json::from_value(article).context("nothing was read")
}

fn keeps_the_chart(page: &mut Page) -> Result<()> {
    for story in STORIES {
        open_ready(page, story.path)?;
        let article = read(page)?;
        ensure!(article.lang.as_deref() == Some(story.language));
        expect_whole(&article, &story).with_context(|| format!("in {article:#?}"))?;
    }
    Ok(())
}

fn expect_whole(article: &Article, story: &Story) -> Result<()> {
    ensure!(!article.title.is_empty(), "the article has no title");
    let title = story.title.to_owned();
    ensure!(
        article.headings.contains(&title),
        "the chart's title is gone"
    );
    for expected in [story.takeaway, story.as_of, story.credit, story.agreement] {
        ensure!(article.text.contains(expected), "{expected:?} is gone");
    }
    for fact in &story.facts {
        let row = article.rows.iter().find(|cells| {
            let [name, figure] = cells.as_slice() else {
                return false;
            };
            name.starts_with(fact.source) && figure.starts_with(fact.figure)
        });
        let row = row.with_context(|| format!("{}: {} is gone", fact.source, fact.figure))?;
        if let Some(who) = fact.passed_on {
            let words = format!("{} {who}", story.passed_on_by);
            ensure!(row[0].ends_with(&words), "{words:?} is gone");
        }
        for expected in [fact.date, fact.remark] {
            ensure!(row[1].contains(expected), "{expected:?} is gone");
        }
    }
    Ok(())
}

fn keeps_what_was_explored(page: &mut Page) -> Result<()> {
    open_ready(page, ENGLISH.path)?;
    for place in [0, 4, 8] {
        summary(page, place)?.click()?;
    }
    choose(page, "Logarithmic")?;
    let article = read(page)?;
    expect_whole(&article, &ENGLISH).with_context(|| format!("in {article:#?}"))
}

/// What the page says before and after the scripts arrive is what is kept of it.
fn keeps_every_language(page: &mut Page) -> Result<()> {
    const PARTS: &str = "
        const words = (node) => node.textContent.replace(/\\s+/g, ' ').trim();
        return ['.te-title', '.te-source', '.te-summary .te-spoken', '.te-comparison', '.te-what']
            .map((part) => [...document.querySelectorAll(part)].map(words));";
    for [language, path] in articles(page)? {
        open_ready(page, &path)?;
        let parts: Vec<Vec<String>> = serde_json::from_value(page.run(PARTS, Vec::new())?)?;
        let counts: Vec<usize> = parts.iter().map(Vec::len).collect();
        let facts = ENGLISH.facts.len();
        ensure!(
            counts == [1, facts, facts, 1, 8],
            "{counts:?} in {language}"
        );
        let article = read(page)?;
        for text in parts.iter().flatten() {
            ensure!(
                article.text.contains(text.as_str()),
                "{text:?} is gone in {language}: {article:#?}"
            );
        }
    }
    Ok(())
}

fn leaves_out_what_is_off(page: &mut Page) -> Result<()> {
    open_ready(page, ENGLISH.path)?;
    let (off, on) = (&ENGLISH.facts[8], &ENGLISH.facts[4]);
    choose(page, off.toggle)?;
    page.wait_until("its row is gone", |page| {
        Ok(rows_in_sight(page)?.len() == ENGLISH.facts.len() - 1)
    })?;
    let article = read(page)?;
    ensure!(!article.text.contains(off.remark), "{article:#?}");
    ensure!(article.text.contains(on.remark), "{article:#?}");
    Ok(())
}

/// Browsers ask before they offer it whether there is enough running text.
fn is_offered(page: &mut Page) -> Result<()> {
    open_ready(page, ENGLISH.path)?;
    let script = page_script("READABILITY", "Readability-readerable.js")?
        + "return isProbablyReaderable(document);";
    ensure!(
        page.run(&script, Vec::new())? == true,
        "no reader mode is offered"
    );
    Ok(())
}
