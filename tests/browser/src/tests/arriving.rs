//! While the page arrives, piece by piece: what is in sight stays where it is.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test, built_file};
use page_server::{Answer, POLICY};

use super::steps::wait_until_alive;

const BLANK: &str = "/blank";

pub(crate) fn tests() -> Vec<Test> {
    vec![Test::new("arriving::nothing_moves", nothing_moves)]
}

fn nothing_moves(page: &mut Page) -> Result<()> {
    // The script that brings the page writes it.
    let policy = POLICY.replace(
        "; require-trusted-types-for 'script'; trusted-types 'none'",
        "",
    );
    page.server().answer(
        BLANK,
        Answer::Promised {
            policy,
            page: b"<!doctype html><title>Blank</title>".to_vec(),
        },
    );
    page.expect_request(BLANK);
    for (path, width) in [
        ("/index.html", 320),
        ("/index.html", 412),
        ("/index.html", 700),
        ("/ar.html", 412),
    ] {
        page.set_viewport(width, 900)?;
        page.open(BLANK)?;
        let html = String::from_utf8(built_file(path.trim_start_matches('/'))?)?;
        let arrived = page.run(include_str!("arriving.js"), vec![html.into()])?;
        let (seen, moved): (usize, Vec<String>) =
            serde_json::from_value(arrived).context("it did not arrive")?;
        ensure!(
            seen > 60,
            "{path} at {width} px: only {seen} parts in sight"
        );
        ensure!(moved.is_empty(), "{path} at {width} px: {moved:#?}");
        wait_until_alive(page)?;
    }
    Ok(())
}
