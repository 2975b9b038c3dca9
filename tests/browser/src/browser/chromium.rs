//! Chromium, steered through chromedriver and its door to the browser's own protocol.

use anyhow::{Context, Result};
use fantoccini::wd::Capabilities;
use http::Method;
use serde_json::{Value, json};

use super::{Browser, Engine, Scheme, Settings, driver, programs};
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
    Ok(Browser {
        engine: Engine::Chromium,
        driver: Some(client),
        bidi: None,
        _processes: vec![process],
        _scratch: scratch,
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
    let scheme = match settings.scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    devtools(
        driver,
        "Emulation.setEmulatedMedia",
        &json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
    )?;
    devtools(
        driver,
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": !settings.scripts }),
    )
}

/// A headless window has a smallest width, the emulated screen has none.
pub(crate) fn set_viewport(driver: &Driver, width: u32, height: u32) -> Result<()> {
    devtools(
        driver,
        "Emulation.setDeviceMetricsOverride",
        &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
    )
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

fn devtools(driver: &Driver, command: &str, parameters: &Value) -> Result<()> {
    let body = json!({ "cmd": command, "params": parameters });
    driver.command(Method::POST, "goog/cdp/execute", Some(body))?;
    Ok(())
}
