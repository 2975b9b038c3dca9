//! A folder that the native tool has published, served as part of a test's site.

use std::{collections::BTreeMap, fs, path::Path, sync::LazyLock};

use anyhow::{Context, Result, anyhow};
use page_server::Answer;

use crate::{Page, site};

/// Where the folder is on the site.
pub const PLACE: &str = "/charts/";

/// The address that it was published for; a test's server has another port.
const PUBLISHED_FOR: &str = "http://127.0.0.1:9";

/// A figure of the bundled dataset, as it is and as it was in the state that was published before.
const FIGURE: &str = "\"low\": 25000";
const FIGURE_BEFORE: &str = "\"low\": 24000";

/// Path and content of each file, without the compressed twins.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Published once for all tests: the wasm takes some seconds to be compressed.
static PUBLISHED: LazyLock<Result<Files, String>> =
    LazyLock::new(|| publish().map_err(|error| format!("{error:#}")));

/// Puts the folder on a test's site.
///
/// # Errors
/// When it cannot be published.
pub fn put(page: &mut Page) -> Result<()> {
    for path in files()?.keys() {
        page.expect_request(&format!("{PLACE}{path}"));
        let content = content(page, path)?;
        put_file(page, path, content)?;
    }
    Ok(())
}

/// Puts a page of the folder on a test's site, with other text, under the policy that the folder promises.
///
/// # Errors
/// When it promises none.
pub fn put_changed(page: &Page, path: &str, text: &str) -> Result<()> {
    put_file(page, path, text.as_bytes().to_vec())
}

fn put_file(page: &Page, path: &str, content: Vec<u8>) -> Result<()> {
    let answer = match path.ends_with(".html") {
        true => Answer::Promised {
            policy: policy(page)?,
            page: content,
        },
        false => Answer::Body(content),
    };
    page.server().answer(&format!("{PLACE}{path}"), answer);
    Ok(())
}

/// What hosts are told.
fn policy(page: &Page) -> Result<String> {
    let settings = text(page, "_headers")?;
    let lines = settings.lines();
    let mut policies =
        lines.filter_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    Ok(policies.next().context("no policy")?.to_owned())
}

/// A text of the folder, as it is on a test's site.
///
/// # Errors
/// When there is no such file.
pub fn text(page: &Page, path: &str) -> Result<String> {
    Ok(String::from_utf8(content(page, path)?)?)
}

fn content(page: &Page, path: &str) -> Result<Vec<u8>> {
    let content = files()?
        .get(path)
        .with_context(|| format!("{path} was not published"))?;
    Ok(at(&page.server().url(""), content))
}

/// The revisions of the English chart, the present one first.
///
/// # Errors
/// When they are not named.
pub fn revisions() -> Result<[String; 2]> {
    let manifest = files()?
        .get("troop-estimates.json")
        .context("no manifest")?;
    let manifest: serde_json::Value = serde_json::from_slice(manifest)?;
    let charts = manifest["charts"].as_array().context("no charts")?;
    let english = charts.iter().find(|chart| chart["language"] == "en");
    let states = &english.context("no English chart")?["states"];
    let revision = |place: usize| states[place]["revision"].as_str().map(str::to_owned);
    revision(0)
        .zip(revision(1))
        .map(<[String; 2]>::from)
        .context("no two revisions")
}

fn files() -> Result<&'static Files> {
    PUBLISHED.as_ref().map_err(|error| anyhow!("{error}"))
}

/// Only texts name the address.
fn at(site: &str, content: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(content) {
        Ok(text) => text.replace(PUBLISHED_FOR, site).into_bytes(),
        Err(_) => content.to_vec(),
    }
}

/// Publishes two languages, after an earlier state of one of them.
fn publish() -> Result<Files> {
    let folder = tempfile::tempdir()?;
    let data = site::project().join("data");
    let names = ["north-korea.en.json", "north-korea.de.json"];
    let [english, german] = names.map(|name| folder.path().join(name));
    let now = fs::read_to_string(data.join(names[0]))?;
    fs::copy(data.join(names[1]), &german)?;
    let out = folder.path().join("out");
    for state in [now.replacen(FIGURE, FIGURE_BEFORE, 1), now] {
        fs::write(&english, state)?;
        let files = [english.clone(), german.clone()];
        let base = format!("{PUBLISHED_FOR}{PLACE}");
        troop_estimates_cli::publish::folder(&files, &out, &base, &site::built()?)?;
    }
    let mut published = Files::new();
    collect(&out, "", &mut published)?;
    Ok(published)
}

fn collect(root: &Path, below: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let name = entry
            .file_name()
            .into_string()
            .map_err(|name| anyhow!("{name:?}"))?;
        let path = format!("{below}{name}");
        if entry.file_type()?.is_dir() {
            collect(root, &format!("{path}/"), files)?;
        } else if ![".br", ".gz"].iter().any(|twin| path.ends_with(twin)) {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}
