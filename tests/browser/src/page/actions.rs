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
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A page down.
    PageDown,
    /// Held while another key is pressed, as the next three.
    Shift,
    /// Control.
    Control,
    /// Alt.
    Alt,
    /// The Windows or command key.
    Meta,
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
            Self::Home => key::Key::Home,
            Self::End => key::Key::End,
            Self::PageDown => key::Key::PageDown,
            Self::Shift => key::Key::Shift,
            Self::Control => key::Key::Control,
            Self::Alt => key::Key::Alt,
            Self::Meta => key::Key::Meta,
            Self::Space => return ' ',
            Self::Character(character) => return character,
        };
        key.into()
    }
}

fn stroke(key: Key) -> [KeyAction; 2] {
    let value = key.value();
    [KeyAction::Down { value }, KeyAction::Up { value }]
}

fn with(held: Key, key: Key) -> [KeyAction; 4] {
    let ([down, up], [press, release]) = (stroke(held), stroke(key));
    [down, press, release, up]
}

impl Page {
    /// Presses a key and lets it go.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub fn press(&self, key: Key) -> Result<()> {
        self.press_at_once(&[key])
    }

    /// Presses keys one after the other, as fast as the browser takes them.
    ///
    /// # Errors
    /// When the browser does not take them.
    pub fn press_at_once(&self, keys: &[Key]) -> Result<()> {
        self.type_keys(keys.iter().flat_map(|&key| match key {
            Key::ShiftTab => with(Key::Shift, Key::Tab).to_vec(),
            key => stroke(key).to_vec(),
        }))
    }

    /// Presses a key while another is held.
    ///
    /// # Errors
    /// When the browser does not take them.
    pub fn press_with(&self, held: Key, key: Key) -> Result<()> {
        self.type_keys(with(held, key))
    }

    fn type_keys(&self, actions: impl IntoIterator<Item = KeyAction>) -> Result<()> {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let keys = actions.into_iter().fold(keyboard, KeyActions::then);
        self.browser
            .driver()?
            .run(|client| async move { client.perform_actions(keys).await })
    }

    /// Pastes what was copied to where the focus is: Control and V together.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub fn paste(&self) -> Result<()> {
        self.press_with(Key::Control, Key::Character('v'))
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
