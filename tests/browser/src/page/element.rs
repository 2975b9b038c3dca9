//! One element of a page: what a reader perceives of it and does with it.

use anyhow::{Context, Result};
use fantoccini::{
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions},
    elements,
};
use http::Method;
use serde_json::{Value, json};

use crate::client::Driver;

/// An element. It stays the same node: after the page has replaced that, everything fails.
#[derive(Debug)]
pub struct Element<'a> {
    driver: &'a Driver,
    inner: elements::Element,
}

impl<'a> Element<'a> {
    pub(super) fn new(driver: &'a Driver, inner: elements::Element) -> Self {
        Self { driver, inner }
    }

    /// The text that is rendered.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn text(&self) -> Result<String> {
        match self.in_details("isShown(element) ? element.innerText.trim() : ''")? {
            Value::Null => self.on(|element| async move { element.text().await }),
            text => Ok(serde_json::from_value(text)?),
        }
    }

    /// The role in the accessibility tree, as the browser computes it.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn role(&self) -> Result<String> {
        self.computed("computedrole")
    }

    /// The name in the accessibility tree, as the browser computes it.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn name(&self) -> Result<String> {
        self.computed("computedlabel")
    }

    /// The value of an attribute; of one that only is there or not: `"true"`.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        self.on(|element| async move { element.attr(name).await })
    }

    /// The value of a CSS property after all rules, for example `rgb(0, 0, 0)`.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn style(&self, property: &str) -> Result<String> {
        // Not the driver's own command: each engine's driver writes colours in its own way.
        let value = self.driver.run(|client| async move {
            let script = "return getComputedStyle(arguments[0]).getPropertyValue(arguments[1])";
            client
                .execute(script, vec![json!(self.inner), json!(property)])
                .await
        })?;
        serde_json::from_value(value).with_context(|| format!("no style {property}"))
    }

    /// Whether any of it is displayed.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn is_displayed(&self) -> Result<bool> {
        match self.in_details("isShown(element)")? {
            Value::Null => self.on(|element| async move { element.is_displayed().await }),
            shown => Ok(shown == true),
        }
    }

    /// What an expression says of an element in details; nothing of any other. Drivers take all in closed ones for
    /// hidden, whatever style sheets say.
    fn in_details(&self, expression: &str) -> Result<Value> {
        self.script(&format!(
            "const [element] = arguments;
             const isShown = (element) => element.checkVisibility({{ opacityProperty: true, visibilityProperty: true }});
             return element.closest('details > :not(summary)') ? {expression} : null;"
        ))
    }

    /// Whether a checkbox or radio button is chosen.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn is_checked(&self) -> Result<bool> {
        self.on(|element| async move { element.is_selected().await })
    }

    /// Whether it has the keyboard's focus.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn is_focused(&self) -> Result<bool> {
        let focused =
            self.script("return arguments[0].ownerDocument.activeElement === arguments[0]")?;
        focused.as_bool().context("no answer")
    }

    /// Left, top, width and height in CSS pixels from the viewport's corner.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn bounds(&self) -> Result<[f64; 4]> {
        let bounds = self.script(
            "const box = arguments[0].getBoundingClientRect();
             return [box.left, box.top, box.width, box.height];",
        )?;
        serde_json::from_value(bounds).context("the element has no bounds")
    }

    /// Runs the body of a function whose `arguments[0]` is this element.
    ///
    /// # Errors
    /// When the script throws.
    pub fn script(&self, script: &str) -> Result<Value> {
        let element = serde_json::to_value(&self.inner)?;
        self.driver
            .run(|client| async move { client.execute(script, vec![element]).await })
            .with_context(|| format!("in the script {script:?}"))
    }

    /// Scrolls to it and clicks in its middle with the mouse.
    ///
    /// # Errors
    /// When it cannot be clicked, for example because another element covers it.
    pub fn click(&self) -> Result<()> {
        self.on(|element| async move { element.click().await })
    }

    /// Scrolls to it and moves the mouse over its middle.
    ///
    /// # Errors
    /// When it cannot be scrolled to.
    pub fn hover(&self) -> Result<()> {
        self.scroll_to()?;
        let mouse = MouseActions::new("mouse".to_owned()).then(self.middle());
        self.driver
            .run(|client| async move { client.perform_actions(mouse).await })
    }

    /// Scrolls to it and taps in its middle with a finger. See
    /// [`Difference::TouchesAreClicks`](crate::Difference::TouchesAreClicks).
    ///
    /// # Errors
    /// When it cannot be scrolled to.
    pub fn tap(&self) -> Result<()> {
        self.scroll_to()?;
        let button = MOUSE_BUTTON_LEFT;
        let finger = TouchActions::new("finger".to_owned())
            .then(self.middle())
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        self.driver
            .run(|client| async move { client.perform_actions(finger).await })
    }

    /// Scrolls so that it is in the middle of the viewport, if it is not in view.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn scroll_to(&self) -> Result<()> {
        self.script(
            "const box = arguments[0].getBoundingClientRect();
             const inView = box.top >= 0 && box.bottom <= innerHeight;
             if (!inView) arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });",
        )?;
        Ok(())
    }

    pub(super) fn enter_frame(&self) -> Result<()> {
        self.on(|element| async move { element.enter_frame().await })
    }

    /// A picture of the window as PNG.
    pub(super) fn picture(&self) -> Result<Vec<u8>> {
        self.driver
            .run(|client| async move { client.screenshot().await })
    }

    fn middle(&self) -> PointerAction {
        PointerAction::MoveToElement {
            element: self.inner.clone(),
            duration: None,
            x: 0.0,
            y: 0.0,
        }
    }

    fn on<T, F>(&self, command: impl FnOnce(elements::Element) -> F) -> Result<T>
    where
        F: Future<Output = Result<T, fantoccini::error::CmdError>>,
    {
        let element = self.inner.clone();
        self.driver.run(|_| command(element))
    }

    fn computed(&self, what: &str) -> Result<String> {
        let path = format!("element/{}/{what}", self.inner.element_id().as_ref());
        let value = self.driver.command(Method::GET, &path, None)?;
        serde_json::from_value(value).with_context(|| format!("no {what}"))
    }
}

impl From<&Element<'_>> for Value {
    /// The element as an argument of a script.
    fn from(element: &Element<'_>) -> Self {
        json!(element.inner)
    }
}
