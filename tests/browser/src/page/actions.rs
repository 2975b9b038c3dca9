//! The keyboard, and the mouse where no element leads it.

use anyhow::Result;
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction},
    key,
};

use super::Page;

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Moves the focus on.
    Tab,
    /// Moves the focus back: Shift and Tab together.
    ShiftTab,
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// The space bar.
    Space,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// The key that types this character.
    Character(char),
}

impl Key {
    fn value(self) -> char {
        let key = match self {
            Self::Tab | Self::ShiftTab => key::Key::Tab,
            Self::Enter => key::Key::Enter,
            Self::Escape => key::Key::Escape,
            Self::Up => key::Key::Up,
            Self::Down => key::Key::Down,
            Self::Left => key::Key::Left,
            Self::Right => key::Key::Right,
            Self::Space => return ' ',
            Self::Character(character) => return character,
        };
        key.into()
    }
}

impl Page {
    /// Presses a key and lets it go.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub fn press(&self, key: Key) -> Result<()> {
        let shift = (key == Key::ShiftTab).then_some(char::from(key::Key::Shift));
        let mut keys = KeyActions::new("keyboard".to_owned());
        if let Some(value) = shift {
            keys = keys.then(KeyAction::Down { value });
        }
        let value = key.value();
        keys = keys
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        if let Some(value) = shift {
            keys = keys.then(KeyAction::Up { value });
        }
        self.browser
            .driver()?
            .run(|client| async move { client.perform_actions(keys).await })
    }

    /// Moves the mouse to a place in the viewport, in CSS px.
    ///
    /// # Errors
    /// When the place is outside.
    pub fn point_at(&self, x: f64, y: f64) -> Result<()> {
        let duration = None;
        let mouse = MouseActions::new("mouse".to_owned());
        let mouse = mouse.then(PointerAction::MoveTo { duration, x, y });
        self.browser
            .driver()?
            .run(|client| async move { client.perform_actions(mouse).await })
    }
}
