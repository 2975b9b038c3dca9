//! Firefox, steered through geckodriver, with `WebDriver` `BiDi` beside it.

use anyhow::{Context, Result};
use fantoccini::wd::Capabilities;
use http::Method;
use serde_json::{Value, json};

use super::{Browser, Engine, Media, Scheme, Settings, bidi::Bidi, driver, programs};
use crate::{cleanup::Scratch, client::Driver};

pub(crate) fn start(settings: Settings) -> Result<Browser> {
    let scratch = Scratch::new()?;
    let port = driver::free_port()?;
    let program = programs::find("GECKODRIVER", &["geckodriver"])?;
    let mut command = driver::command(&program, &scratch)?;
    command
        .arg(format!("--port={port}"))
        .arg("--allow-system-access")
        .arg(format!("--websocket-port={}", driver::free_port()?));
    let process = driver::start(command, port, &scratch)?;
    let client = Driver::connect(
        &format!("http://127.0.0.1:{port}"),
        capabilities(settings, &scratch)?,
    )?;
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
        scratch,
    })
}

fn capabilities(settings: Settings, scratch: &Scratch) -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.insert("browserName".to_owned(), json!("firefox"));
    capabilities.insert("webSocketUrl".to_owned(), json!(true));
    capabilities.insert(
        "moz:firefoxOptions".to_owned(),
        json!({
            "binary": programs::find("FIREFOX", &["firefox-esr", "firefox"])?,
            "args": ["-headless"],
            "prefs": {
                "browser.download.dir": scratch.path().join(driver::DOWNLOADS),
                "browser.download.folderList": 2,
                "javascript.enabled": settings.scripts,
                "layout.css.prefers-color-scheme.content-override": content_override(settings.scheme),
                "ui.prefersReducedMotion": u8::from(settings.reduced_motion),
            },
        }),
    );
    Ok(capabilities)
}

/// The browser's own number of a colour scheme.
fn content_override(scheme: Scheme) -> u8 {
    match scheme {
        Scheme::Dark => 0,
        Scheme::Light => 1,
    }
}

/// Changes the preferences that a reader changes in the settings; only the browser's own scripts may.
pub(crate) fn set_media(driver: &Driver, media: Media) -> Result<()> {
    const SET: &str = "
        const [scheme, forced, reduced, print] = arguments;
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme);
        Services.prefs.setIntPref('browser.display.document_color_use', forced ? 2 : 1);
        Services.prefs.setIntPref('ui.prefersReducedMotion', reduced ? 1 : 0);
        gBrowser.selectedBrowser.browsingContext.mediumOverride = print ? 'print' : '';";
    let arguments = vec![
        json!(content_override(media.scheme)),
        json!(media.forced_colours),
        json!(media.reduced_motion),
        json!(media.print),
    ];
    in_context(driver, "chrome")?;
    let set = driver.run(|client| async move { client.execute(SET, arguments).await });
    in_context(driver, "content")?;
    set.map(|_| ())
}

/// Says whose scripts the next ones are: the browser's ("chrome") or the page's ("content").
fn in_context(driver: &Driver, context: &str) -> Result<()> {
    let body = json!({ "context": context });
    driver.command(Method::POST, "moz/context", Some(body))?;
    Ok(())
}
