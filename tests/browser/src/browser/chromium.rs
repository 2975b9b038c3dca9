//! Chromium, steered through chromedriver and its door to the browser's own protocol.

use anyhow::{Context, Result};
use fantoccini::wd::Capabilities;
use http::Method;
use serde_json::{Value, json};

use super::{Browser, Engine, Media, Scheme, Settings, driver, programs};
use crate::{cleanup::Scratch, client::Driver};

/// No sandbox: it does not work for root, as whom CI runs, and only pages of this project are opened.
const ARGUMENTS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

pub(crate) fn start(settings: Settings) -> Result<Browser> {
    let scratch = Scratch::new()?;
    let port = driver::free_port()?;
    let program = programs::find("CHROMEDRIVER", &["chromedriver"])?;
    let mut command = driver::command(&program, &scratch)?;
    command.arg(format!("--port={port}"));
    let process = driver::start(command, port, &scratch)?;
    let client = Driver::connect(&format!("http://127.0.0.1:{port}"), capabilities(&scratch)?)?;
    apply(&client, settings)?;
    let downloads = scratch.path().join(driver::DOWNLOADS);
    devtools(
        &client,
        "Browser.setDownloadBehavior",
        &json!({ "behavior": "allow", "downloadPath": downloads }),
    )?;
    Ok(Browser {
        engine: Engine::Chromium,
        driver: Some(client),
        bidi: None,
        _processes: vec![process],
        scratch,
    })
}

fn capabilities(scratch: &Scratch) -> Result<Capabilities> {
    let profile = scratch.path().join("profile");
    let mut arguments = ARGUMENTS.map(str::to_owned).to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let mut capabilities = Capabilities::new();
    capabilities.insert("browserName".to_owned(), json!("chrome"));
    capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
    capabilities.insert(
        "goog:chromeOptions".to_owned(),
        json!({
            "binary": programs::find("CHROMIUM", &["chromium"])?,
            "args": arguments,
        }),
    );
    Ok(capabilities)
}

fn apply(driver: &Driver, settings: Settings) -> Result<()> {
    let media = Media {
        scheme: settings.scheme,
        reduced_motion: settings.reduced_motion,
        ..Media::default()
    };
    set_media(driver, media)?;
    devtools(
        driver,
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": !settings.scripts }),
    )?;
    Ok(())
}

pub(crate) fn set_media(driver: &Driver, media: Media) -> Result<()> {
    let scheme = match media.scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    let if_set = |set, value| if set { value } else { "" };
    let parameters = json!({
        "media": if_set(media.print, "print"),
        "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": if_set(media.forced_colours, "active") },
            { "name": "prefers-reduced-motion", "value": if_set(media.reduced_motion, "reduce") },
        ],
    });
    devtools(driver, "Emulation.setEmulatedMedia", &parameters)?;
    Ok(())
}

/// A headless window has a smallest width, the emulated screen has none.
pub(crate) fn set_viewport(driver: &Driver, width: u32, height: u32) -> Result<()> {
    devtools(
        driver,
        "Emulation.setDeviceMetricsOverride",
        &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
    )?;
    Ok(())
}

pub(crate) fn take_messages(driver: &Driver) -> Result<Vec<String>> {
    let log = driver.command(Method::POST, "se/log", Some(json!({ "type": "browser" })))?;
    let log = log.as_array().context("the browser's log is no list")?;
    Ok(log
        .iter()
        .map(|entry| {
            let part = |name| entry.get(name).and_then(Value::as_str).unwrap_or("?");
            format!("{}: {}", part("level"), part("message"))
        })
        .collect())
}

/// Carries out a command of the browser's own protocol and gives its answer.
pub(crate) fn devtools(driver: &Driver, command: &str, parameters: &Value) -> Result<Value> {
    let body = json!({ "cmd": command, "params": parameters });
    driver.command(Method::POST, "goog/cdp/execute", Some(body))
}
