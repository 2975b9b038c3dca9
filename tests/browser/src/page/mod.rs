//! What a test sees and does: one page in one browser.

mod actions;
mod downloads;
mod element;
mod faults;
mod memory;
mod paper;
mod picture;
mod pixels;
mod transcript;

use std::{
    collections::BTreeSet,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::elements::ElementRef;
use fantoccini::{Locator, elements};
use page_server::{Answer, Server};
use serde_json::Value;

use crate::browser::{Browser, Difference, Engine, Media, Settings, Trouble, chromium};

pub use actions::Key;
pub use element::Element;
pub use memory::Kept;
pub use paper::{Paper, Sheet};
pub use pixels::Pixels;

/// How long [`Page::wait_until`] waits: far longer than anything takes on a busy machine.
const WAIT_LIMIT: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(25);

/// What scripts give for an element: an object with this field, as `WebDriver` defines it.
const ELEMENT_IDENTIFIER: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The viewport unless a test sets another, in CSS pixels.
const VIEWPORT: (u32, u32) = (1024, 768);

/// A page in a browser, with the site that it comes from.
#[derive(Debug)]
pub struct Page {
    browser: Browser,
    settings: Settings,
    server: Server,
    expected_requests: BTreeSet<String>,
    allowed_faults: Vec<String>,
    /// How many of the server's requests [`Self::finish`] has judged already.
    judged_requests: usize,
}

impl Page {
    /// Takes a browser over for one test; the browser shows a blank page of `server`.
    pub(crate) fn new(browser: Browser, settings: Settings, server: Server) -> Result<Self> {
        let mut page = Self {
            browser,
            settings,
            server,
            expected_requests: BTreeSet::new(),
            allowed_faults: Vec::new(),
            judged_requests: 0,
        };
        page.leave()?;
        page.set_viewport(VIEWPORT.0, VIEWPORT.1)?;
        page.browser.park_mouse()?;
        page.browser.take_messages()?;
        Ok(page)
    }

    /// A page in a Chromium of its own, for whoever measures.
    ///
    /// # Errors
    /// When the browser cannot be started.
    pub fn in_fresh_chromium(server: Server) -> Result<Self> {
        let settings = Settings::default();
        Self::new(
            Browser::start(Engine::Chromium, settings)?,
            settings,
            server,
        )
    }

    /// Carries out a command of Chromium's own protocol and gives its answer.
    ///
    /// # Errors
    /// In other engines, and when the browser refuses.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        ensure!(self.engine() == Engine::Chromium, "no other engine has it");
        chromium::devtools(self.browser.driver()?, command, parameters)
    }

    /// Gives the browser back, for the next test.
    pub(crate) fn into_browser(self) -> Browser {
        self.browser
    }

    /// The engine that the page is in. Tests ask for [what differs](Self::differs) instead.
    #[must_use]
    pub(crate) fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// Whether something is otherwise in this engine.
    #[must_use]
    pub fn differs(&self, difference: Difference) -> bool {
        difference.is_in(self.engine())
    }

    /// How the reader has set up the browser.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// The site: its requests, and ways to make a path late, broken or different.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Puts a page, script or stylesheet (by the ending of `path`) into the site; requests for it
    /// are expected.
    pub fn put(&mut self, path: &str, text: &str) {
        self.server.answer(path, Answer::text(text));
        self.expect_request(path);
    }

    /// A request for `path` is no fault.
    pub fn expect_request(&mut self, path: &str) {
        self.expected_requests.insert(path.to_owned());
    }

    /// A fault whose text contains `part` is what the test is about, no fault of the page.
    pub fn allow_fault(&mut self, part: &str) {
        self.allowed_faults.push(part.to_owned());
    }

    /// Opens a path of the site (with query and fragment, if any) and waits for its load event.
    ///
    /// # Errors
    /// When the page does not load.
    pub fn open(&mut self, path: &str) -> Result<()> {
        let plain = path.split(['?', '#']).next().unwrap_or(path);
        self.expect_request(plain);
        self.go(path)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the page does not load.
    pub fn reload(&self) -> Result<()> {
        self.browser
            .driver()?
            .run(|client| async move { client.refresh().await })
    }

    /// Goes back to the page before, as with the browser's button.
    ///
    /// # Errors
    /// When there is none.
    pub fn back(&self) -> Result<()> {
        self.browser
            .driver()?
            .run(|client| async move { client.back().await })
    }

    /// Leaves the page for a blank one of the same site, which ends all that the page does.
    fn leave(&self) -> Result<()> {
        self.go("/__blank")
    }

    fn go(&self, path: &str) -> Result<()> {
        let url = self.server.url(path);
        // A symbol, as tests look for what a page leaves among the names of the window.
        self.run("window[Symbol.for('left')] = true", Vec::new())?;
        self.browser
            .driver()?
            .run(|client| async move { client.goto(&url).await })
            .with_context(|| format!("{path} does not open"))?;
        let arrived = self.wait_until("the page has loaded", |page| page.has_loaded(path));
        arrived.map_err(|error| Trouble(format!("{path} does not open: {error:#}")).into())
    }

    /// Whether the document of `path` stands there whole, and not the one before: `WebKitGTK`'s driver may answer
    /// while that still goes away, even if it has the same address.
    fn has_loaded(&self, path: &str) -> Result<bool> {
        let (asked, stays) = match path.split_once('#') {
            Some((asked, _)) => (asked, true),
            None => (path, false),
        };
        let asked = asked.split('?').next().unwrap_or(asked);
        let script =
            "return [location.pathname, document.readyState, window[Symbol.for('left')] === true]";
        let (shown, state, is_left): (String, String, bool) =
            serde_json::from_value(self.run(script, Vec::new())?)?;
        ensure!(shown == asked, "{shown} is there");
        Ok(state == "complete" && (stays || !is_left))
    }

    /// Sets the viewport's size in CSS pixels: widths from 200 to 1,900, heights up to 4,200.
    ///
    /// # Errors
    /// When the browser does not take exactly this size.
    pub fn set_viewport(&mut self, width: u32, height: u32) -> Result<()> {
        self.browser.set_viewport(width, height)
    }

    /// From now on everything is about the page in the frame that the CSS selector finds.
    ///
    /// # Errors
    /// When there is none in 15 seconds: while a frame loads, `WebKitGTK`'s driver may not find it.
    pub fn enter_frame(&self, selector: &str) -> Result<()> {
        self.wait_until("the frame is there", |page| {
            page.element(selector)?.enter_frame().map(|()| true)
        })
    }

    /// From now on everything is about the page with the frame again.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn leave_frame(&self) -> Result<()> {
        self.browser
            .driver()?
            .run(|client| async move { client.enter_parent_frame().await })
    }

    /// Changes what the reader has set in system and browser, while the page is open. The default is to be
    /// restored before the test ends.
    ///
    /// # Errors
    /// Where it [cannot be done](Difference::MediaAreTheDesktops), or the page does not hear of it in 15 seconds.
    pub fn set_media(&self, media: Media) -> Result<()> {
        self.browser.set_media(media)?;
        // A browser takes what is set to its pages by messages between processes.
        self.wait_until("the page has the media", |page| {
            let has =
                "return [...arguments].every(([query, isSo]) => matchMedia(query).matches === isSo)";
            Ok(page.run(has, media.queries())? == true)
        })
    }

    /// The first element that the CSS selector finds.
    ///
    /// # Errors
    /// When there is none.
    pub fn element(&self, selector: &str) -> Result<Element<'_>> {
        let driver = self.browser.driver()?;
        let found = driver.run(|client| async move { client.find(Locator::Css(selector)).await });
        let found = found.with_context(|| format!("no element matches {selector}"))?;
        Ok(Element::new(driver, found))
    }

    /// The first element that `selector` finds in the shadow root of the element that `host` finds.
    ///
    /// # Errors
    /// When there is none.
    pub fn element_in_shadow(&self, host: &str, selector: &str) -> Result<Element<'_>> {
        let script =
            "return document.querySelector(arguments[0])?.shadowRoot?.querySelector(arguments[1])";
        let found = self.run(script, vec![host.into(), selector.into()])?;
        let reference = found.get(ELEMENT_IDENTIFIER).and_then(Value::as_str);
        let reference = reference
            .with_context(|| format!("no element matches {selector} in the shadow of {host}"))?;
        let driver = self.browser.driver()?;
        let client = driver.client();
        let reference = ElementRef::from(reference.to_owned());
        Ok(Element::new(
            driver,
            elements::Element::from_element_id(client, reference),
        ))
    }

    /// All elements that the CSS selector finds, in the order of the document.
    ///
    /// # Errors
    /// When the selector is none, or the browser is gone.
    pub fn elements(&self, selector: &str) -> Result<Vec<Element<'_>>> {
        let driver = self.browser.driver()?;
        let found =
            driver.run(|client| async move { client.find_all(Locator::Css(selector)).await })?;
        Ok(found
            .into_iter()
            .map(|element| Element::new(driver, element))
            .collect())
    }

    /// The one element that is announced with this role and name, as the browser computes them,
    /// for example `("button", "All")`.
    ///
    /// # Errors
    /// When there is none or more than one.
    pub fn role(&self, role: &str, name: &str) -> Result<Element<'_>> {
        let mut found = Vec::new();
        for element in self.elements("body *")? {
            if element.role()? == role && element.name()? == name {
                found.push(element);
            }
        }
        let count = found.len();
        match found.pop() {
            Some(element) if count == 1 => Ok(element),
            _ => bail!("{count} elements have the role {role} and the name {name:?}"),
        }
    }

    /// The element that has the keyboard's focus; the body if none has.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn focused(&self) -> Result<Element<'_>> {
        let driver = self.browser.driver()?;
        let found = driver.run(|client| async move { client.active_element().await })?;
        Ok(Element::new(driver, found))
    }

    /// Runs the body of a function in the page, with `arguments`, and gives what it returns. It
    /// works where the page's own scripts are off, too.
    ///
    /// # Errors
    /// When the script throws.
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.browser
            .driver()?
            .run(|client| async move { client.execute(script, arguments).await })
            .with_context(|| format!("in the script {script:?}"))
    }

    /// Waits until `condition` holds; `what` says in a sentence what is waited for. An error of the
    /// condition counts as not yet, unless the browser itself is in trouble.
    ///
    /// # Errors
    /// When it does not hold in 15 seconds, with the condition's last error.
    pub fn wait_until(
        &self,
        what: &str,
        mut condition: impl FnMut(&Self) -> Result<bool>,
    ) -> Result<()> {
        let begin = Instant::now();
        loop {
            let held = match condition(self) {
                Ok(true) => return Ok(()),
                Err(error) if error.is::<Trouble>() => return Err(error),
                held => held,
            };
            if begin.elapsed() > WAIT_LIMIT {
                let reason = held.err().map(|error| format!(": {error:#}"));
                let reason = reason.unwrap_or_default();
                let page = self.in_short();
                bail!("waited {WAIT_LIMIT:?} in vain until {what}{reason}; {page}");
            }
            thread::sleep(POLL);
        }
    }

    /// Where the page is and what it begins with, for whoever reads that a test failed.
    fn in_short(&self) -> String {
        let script =
            "return `it is ${location}: ${document.documentElement?.outerHTML.slice(0, 400)}`";
        match self.run(script, Vec::new()) {
            Ok(Value::String(page)) => page,
            other => format!("the page does not tell what it is: {other:?}"),
        }
    }
}
