//! How wide a text will be, guessed from its characters.
//!
//! Nothing is measured: the first picture is drawn before any font is loaded, and the same on the
//! native side. The guesses are those of a wide sans-serif font and rather too large than too small.

/// The narrowest strip that a row is drawn in, in CSS px.
pub(super) const NARROWEST_STRIP: f64 = 250.0;

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextAnchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl TextAnchor {
    /// Where a text begins and ends.
    pub(super) fn interval(self, position: f64, width: f64) -> (f64, f64) {
        let left = match self {
            TextAnchor::Start => position,
            TextAnchor::Middle => position - width / 2.0,
            TextAnchor::End => position - width,
        };
        (left, left + width)
    }

    /// The anchor that keeps a text inside a strip: in the middle wherever that is possible.
    pub(super) fn within(strip: f64, position: f64, width: f64) -> TextAnchor {
        if position < width / 2.0 {
            TextAnchor::Start
        } else if strip - position < width / 2.0 {
            TextAnchor::End
        } else {
            TextAnchor::Middle
        }
    }
}

/// How many characters a number takes, with a separator after every third digit.
pub(super) fn number_length(value: u64) -> u32 {
    let digits = value.checked_ilog10().unwrap_or(0) + 1;
    digits + (digits - 1) / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_long_as_written() {
        let lengths = [0, 9, 10, 999, 1_000, 110_000, 1_000_000].map(number_length);
        assert_eq!(lengths, [1, 1, 2, 3, 5, 7, 9]);
    }

    #[test]
    fn texts_near_an_edge_are_turned_inwards() {
        let anchors = [0.0, 100.0, 200.0].map(|position| TextAnchor::within(200.0, position, 50.0));
        assert_eq!(
            anchors,
            [TextAnchor::Start, TextAnchor::Middle, TextAnchor::End]
        );
    }
}
