//! `WebKitGTK`, steered through `WebKitWebDriver`, on an X display of its own: it has no headless
//! mode.

use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use fantoccini::wd::Capabilities;
use serde_json::json;

use super::{Browser, Engine, Scheme, Settings, desktop, driver, programs, viewport};
use crate::{
    cleanup::{Scratch, Started},
    client::Driver,
};

/// Room for the largest viewport of a test: whole pages at 1,200 CSS pixels and more.
const SCREEN: &str = "1920x4320x24";

/// Lets the window be narrower than its toolbar, and than the bar that tells of downloads.
const GTK_STYLE: &str = "* { min-width: 0; margin: 0; padding: 0; } \
    toolbar, headerbar, entry, infobar { margin-left: -400px; }";

const RESIZE_LIMIT: Duration = Duration::from_secs(5);
const POLL: Duration = Duration::from_millis(20);

pub(crate) fn start(settings: Settings) -> Result<Browser> {
    let scratch = Scratch::new()?;
    let style = scratch.path().join("config/gtk-3.0");
    fs::create_dir_all(&style)?;
    fs::write(style.join("gtk.css"), GTK_STYLE)?;
    if settings.reduced_motion {
        let still = "[Settings]\ngtk-enable-animations=false\n";
        fs::write(style.join("settings.ini"), still)?;
    }
    let downloads = scratch.path().join(driver::DOWNLOADS);
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(scratch.path().join("config/user-dirs.dirs"), folders)?;
    let (screen, display) = start_display()?;
    let port = driver::free_port()?;
    let program = programs::find("WEBKITWEBDRIVER", &["WebKitWebDriver"])?;
    let mut command = driver::command(&program, &scratch)?;
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", &display)
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY");
    let process = driver::start(command, port, &scratch)?;
    let client = Driver::connect(&format!("http://127.0.0.1:{port}"), capabilities(settings)?)?;
    desktop::focus_window(&display)?;
    Ok(Browser {
        engine: Engine::WebKit,
        driver: Some(client),
        bidi: None,
        _processes: vec![process, screen],
        scratch,
    })
}

/// Starts an X server without a screen of glass; gives its process and its name.
fn start_display() -> Result<(Started, String)> {
    let program = programs::find("XVFB", &["Xvfb"])?;
    let mut child = Command::new(program)
        .args([
            "-displayfd",
            "1",
            "-nolisten",
            "tcp",
            "-screen",
            "0",
            SCREEN,
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("Xvfb cannot be started")?;
    let output = child.stdout.take();
    let screen = Started::new(child);
    let mut number = String::new();
    BufReader::new(output.context("Xvfb has no output")?).read_line(&mut number)?;
    anyhow::ensure!(!number.is_empty(), "Xvfb ended without a display");
    Ok((screen, format!(":{}", number.trim())))
}

fn capabilities(settings: Settings) -> Result<Capabilities> {
    let mut arguments = vec!["--automation"];
    if !settings.scripts {
        // Unlike --enable-javascript=false this leaves WebDriver's own scripts alone.
        arguments.push("--enable-javascript-markup=false");
    }
    if settings.scheme == Scheme::Dark {
        arguments.push("--dark-mode");
    }
    let mut capabilities = Capabilities::new();
    capabilities.insert(
        "webkitgtk:browserOptions".to_owned(),
        json!({ "binary": programs::mini_browser()?, "args": arguments }),
    );
    Ok(capabilities)
}

/// Sizes the window so that the page in it gets this size. The page hears of it some time after the
/// driver has answered, so this asks until it has, or gives up; the caller looks at the result.
pub(crate) fn set_viewport(driver: &Driver, width: u32, height: u32) -> Result<()> {
    let begin = Instant::now();
    while begin.elapsed() < RESIZE_LIMIT {
        let window_height = height + toolbar(driver)?;
        driver.run(|client| async move { client.set_window_size(width, window_height).await })?;
        if viewport(driver)? == (width, height) {
            break;
        }
        thread::sleep(POLL);
    }
    Ok(())
}

/// How much higher the window is than the page in it, in CSS pixels.
fn toolbar(driver: &Driver) -> Result<u32> {
    let script = "return Math.max(0, outerHeight - innerHeight)";
    let height = driver.run(|client| async move { client.execute(script, Vec::new()).await })?;
    serde_json::from_value(height).context("the window has no size")
}
