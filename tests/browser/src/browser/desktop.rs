//! The X display that a browser's window stands on. No window manager runs there, so nothing gives the window the
//! desktop's focus: by itself it has it only while the pointer happens to lie over it.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use x11rb::{
    CURRENT_TIME,
    connection::Connection,
    protocol::xproto::{ConnectionExt, InputFocus, MapState, Window},
};

const LIMIT: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(20);

/// Gives the largest window on the display the focus, for good, as soon as there is one.
pub(super) fn focus_window(display: &str) -> Result<()> {
    let (connection, screen) = x11rb::connect(Some(display))?;
    let root = connection.setup().roots[screen].root;
    let begin = Instant::now();
    while !focus_largest(&connection, root)? {
        ensure!(begin.elapsed() < LIMIT, "no window takes the focus");
        thread::sleep(POLL);
    }
    Ok(())
}

/// Whether there is a window and it has the focus now.
fn focus_largest(connection: &impl Connection, root: Window) -> Result<bool> {
    let mut largest = None;
    for window in connection.query_tree(root)?.reply()?.children {
        let attributes = connection.get_window_attributes(window)?.reply()?;
        if attributes.map_state == MapState::VIEWABLE {
            let shape = connection.get_geometry(window)?.reply()?;
            largest = largest.max(Some((
                u32::from(shape.width) * u32::from(shape.height),
                window,
            )));
        }
    }
    let Some((_, window)) = largest else {
        return Ok(false);
    };
    connection
        .set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)?
        .check()?;
    Ok(connection.get_input_focus()?.reply()?.focus == window)
}
