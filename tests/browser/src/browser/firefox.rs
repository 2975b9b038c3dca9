//! Firefox, steered through geckodriver, with `WebDriver` `BiDi` beside it.

use anyhow::{Context, Result};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::{Browser, Engine, Scheme, Settings, bidi::Bidi, driver, programs};
use crate::{cleanup::Scratch, client::Driver};

pub(crate) fn start(settings: Settings) -> Result<Browser> {
    let scratch = Scratch::new()?;
    let port = driver::free_port()?;
    let program = programs::find("GECKODRIVER", &["geckodriver"])?;
    let mut command = driver::command(&program, &scratch)?;
    command
        .arg(format!("--port={port}"))
        .arg(format!("--websocket-port={}", driver::free_port()?));
    let process = driver::start(command, port, &scratch)?;
    let client = Driver::connect(&format!("http://127.0.0.1:{port}"), capabilities(settings)?)?;
    let socket = client.capability("webSocketUrl");
    let socket = socket.as_ref().and_then(Value::as_str);
    let window = client.run(|client| async move { client.window().await })?;
    let bidi = Bidi::connect(
        socket.context("Firefox offers no WebDriver BiDi")?,
        String::from(window),
    )?;
    Ok(Browser {
        engine: Engine::Firefox,
        driver: Some(client),
        bidi: Some(bidi),
        _processes: vec![process],
        _scratch: scratch,
    })
}

fn capabilities(settings: Settings) -> Result<Capabilities> {
    let scheme = match settings.scheme {
        Scheme::Dark => 0,
        Scheme::Light => 1,
    };
    let mut capabilities = Capabilities::new();
    capabilities.insert("browserName".to_owned(), json!("firefox"));
    capabilities.insert("webSocketUrl".to_owned(), json!(true));
    capabilities.insert(
        "moz:firefoxOptions".to_owned(),
        json!({
            "binary": programs::find("FIREFOX", &["firefox-esr", "firefox"])?,
            "args": ["-headless"],
            "prefs": {
                "javascript.enabled": settings.scripts,
                "layout.css.prefers-color-scheme.content-override": scheme,
            },
        }),
    );
    Ok(capabilities)
}
