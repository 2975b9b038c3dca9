//! The three browsers: how each is started, sized and listened to.

mod bidi;
pub(crate) mod chromium;
mod desktop;
mod differences;
mod driver;
mod firefox;
mod programs;
mod trouble;
mod webkit;

use std::{fmt, path::PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;
use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use serde_json::{Value, json};

use crate::{
    cleanup::{Scratch, Started},
    client::Driver,
};
use bidi::Bidi;
pub use differences::Difference;
pub(crate) use programs::find as program;
pub use programs::page_script;
pub(crate) use trouble::Trouble;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox ESR through geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` through `WebKitWebDriver`, on a display of its own.
    #[value(name = "webkit")]
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// The colour scheme that a reader prefers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Dark text on light ground.
    #[default]
    Light,
    /// Light text on dark ground.
    Dark,
}

/// What a reader may change in system and browser while a page is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Media {
    /// The preferred colour scheme.
    pub scheme: Scheme,
    /// A few colours of the reader's own for everything.
    pub forced_colours: bool,
    /// Nothing should move.
    pub reduced_motion: bool,
    /// Shown as on paper.
    pub print: bool,
}

impl Media {
    /// Media queries, each with whether it matches. On paper and in forced colours the scheme is the browser's choice.
    pub(crate) fn queries(self) -> Vec<Value> {
        let mut queries = vec![
            json!(["(forced-colors: active)", self.forced_colours]),
            json!(["(prefers-reduced-motion: reduce)", self.reduced_motion]),
            json!(["print", self.print]),
        ];
        if !self.print && !self.forced_colours {
            let is_dark = self.scheme == Scheme::Dark;
            queries.push(json!(["(prefers-color-scheme: dark)", is_dark]));
        }
        queries
    }
}

/// How a reader has set up the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Whether the page's own scripts run. A test's scripts run in any case.
    pub scripts: bool,
    /// The preferred colour scheme.
    pub scheme: Scheme,
    /// Nothing should move.
    pub reduced_motion: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            scripts: true,
            scheme: Scheme::Light,
            reduced_motion: false,
        }
    }
}

/// A running browser with one window.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) engine: Engine,
    /// `None` only while the browser is being closed.
    driver: Option<Driver>,
    /// The second line to Firefox, for what `WebDriver` has no command for.
    bidi: Option<Bidi>,
    _processes: Vec<Started>,
    scratch: Scratch,
}

impl Browser {
    /// Starts a browser with a fresh profile; once more if it fails, as Firefox's second line does now and then on a
    /// busy machine.
    pub(crate) fn start(engine: Engine, settings: Settings) -> Result<Self> {
        let start = || match engine {
            Engine::Chromium => chromium::start(settings),
            Engine::Firefox => firefox::start(settings),
            Engine::WebKit => webkit::start(settings),
        };
        start()
            .or_else(|_| start())
            .with_context(|| format!("{engine} cannot be started"))
    }

    pub(crate) fn driver(&self) -> Result<&Driver> {
        self.driver.as_ref().context("the browser is closed")
    }

    /// Where downloads are saved.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.scratch.path().join(driver::DOWNLOADS)
    }

    /// Sets the size of the page's viewport in CSS pixels, exactly.
    pub(crate) fn set_viewport(&mut self, width: u32, height: u32) -> Result<()> {
        let driver = self.driver.as_ref().context("the browser is closed")?;
        match &mut self.bidi {
            Some(bidi) => bidi.set_viewport(width, height),
            None if self.engine == Engine::Chromium => {
                chromium::set_viewport(driver, width, height)
            }
            None => webkit::set_viewport(driver, width, height),
        }?;
        let size = viewport(driver)?;
        if size == (width, height) {
            return Ok(());
        }
        let asked = format!("asked for a viewport of {width} × {height}, got {size:?}");
        Err(Trouble(asked).into())
    }

    /// Changes media, but where [`Difference::MediaAreTheDesktops`] says that it cannot be done.
    pub(crate) fn set_media(&self, media: Media) -> Result<()> {
        match self.engine {
            Engine::Chromium => chromium::set_media(self.driver()?, media),
            Engine::Firefox => firefox::set_media(self.driver()?, media),
            Engine::WebKit => anyhow::bail!("WebKitGTK cannot change media"),
        }
    }

    /// The messages on the console since the last call, where the browser hands them out itself.
    pub(crate) fn take_messages(&mut self) -> Result<Vec<String>> {
        match &mut self.bidi {
            Some(bidi) => bidi.take_messages(),
            None if self.engine == Engine::Chromium => chromium::take_messages(self.driver()?),
            None => Ok(Vec::new()),
        }
    }

    /// Whether the server has to ask the page for its messages.
    pub(crate) fn hides_messages(engine: Engine) -> bool {
        engine == Engine::WebKit
    }

    /// Takes the mouse to where it hovers over nothing of interest.
    pub(crate) fn park_mouse(&self) -> Result<()> {
        let corner = PointerAction::MoveTo {
            duration: None,
            x: 0.0,
            y: 0.0,
        };
        let mouse = MouseActions::new("mouse".to_owned()).then(corner);
        self.driver()?
            .run(|client| async move { client.perform_actions(mouse).await })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // One that does not close is killed with its driver.
            let _ = driver.close();
        }
    }
}

/// The size of the viewport in CSS pixels.
fn viewport(driver: &Driver) -> Result<(u32, u32)> {
    let size = driver.run(|client| async move {
        client
            .execute("return [innerWidth, innerHeight]", Vec::new())
            .await
    })?;
    serde_json::from_value(size).context("the page has no size")
}
