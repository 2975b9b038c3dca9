//! The built pages open, in both languages, with and without scripts. Also an example of how a test
//! is written: a sentence as its name, what a reader does, what must be true then. Console messages,
//! violations of the policy and unexpected requests need no line here: they fail any test.

use anyhow::{Result, ensure};
use browser_tests::{Page, Test};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "smoke::the_english_article_opens",
            the_english_article_opens,
        ),
        Test::new("smoke::the_german_article_opens", the_german_article_opens),
        Test::new("smoke::it_can_be_read_without_scripts", it_can_be_read).without_scripts(),
    ]
}

fn the_english_article_opens(page: &mut Page) -> Result<()> {
    page.open("/")?;
    ensure!(page.element("html")?.attribute("lang")?.as_deref() == Some("en"));
    Ok(())
}

fn the_german_article_opens(page: &mut Page) -> Result<()> {
    page.open("/de.html")?;
    ensure!(page.element("html")?.attribute("lang")?.as_deref() == Some("de"));
    Ok(())
}

fn it_can_be_read(page: &mut Page) -> Result<()> {
    page.open("/")?;
    ensure!(page.element("table")?.text()?.contains("25,000"));
    Ok(())
}
