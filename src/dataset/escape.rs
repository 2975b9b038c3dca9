//! The text that stands between quotation marks in JSON.

use std::str::Chars;

/// The text with its escapes resolved; none where one stands for no character, such as `\ud800`.
///
/// What is read is a text in its quotation marks whose grammar was checked.
pub(super) fn unescaped(quoted: &str) -> Option<String> {
    let mut text = String::with_capacity(quoted.len());
    let mut characters = quoted.strip_prefix('"')?.strip_suffix('"')?.chars();
    while let Some(character) = characters.next() {
        text.push(match character {
            '\\' => resolved(&mut characters)?,
            plain => plain,
        });
    }
    Some(text)
}

/// The character that an escape stands for, from behind its backslash.
fn resolved(rest: &mut Chars<'_>) -> Option<char> {
    Some(match rest.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return from_units(rest),
        itself => itself,
    })
}

/// The character of one UTF-16 unit, or of two where the first is the first half of a pair.
fn from_units(rest: &mut Chars<'_>) -> Option<char> {
    let first = unit(rest)?;
    let is_half = (0xd800..0xdc00).contains(&first);
    let second = if is_half && rest.next() == Some('\\') && rest.next() == Some('u') {
        unit(rest)?
    } else {
        0
    };
    char::decode_utf16([first, second]).next()?.ok()
}

fn unit(rest: &mut Chars<'_>) -> Option<u16> {
    let mut unit = 0;
    for _ in 0..4 {
        unit = unit << 4 | rest.next()?.to_digit(16)?;
    }
    u16::try_from(unit).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn serde(quoted: &str) -> Option<String> {
        serde_json::from_str(quoted).ok()
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text: String) {
            let quoted = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(unescaped(&quoted), Some(text));
        }

        #[test]
        fn escapes_are_resolved_as_serde_does(
            pieces in proptest::collection::vec(r#"(a|ä|\\[bfnrt"/\\]|\\u[0-9a-fA-F]{4}|\\u[dD][89a-fA-F]0[0-9])"#, 0..6),
        ) {
            let quoted = format!("\"{}\"", pieces.concat());
            prop_assert_eq!(unescaped(&quoted), serde(&quoted));
        }
    }

    #[test]
    fn pairs_and_halves() {
        assert_eq!(unescaped(r#""\ud83d\ude00""#).as_deref(), Some("😀"));
        for half in [
            r#""\ud83d""#,
            r#""\ude00""#,
            r#""\ud83dx""#,
            r#""\ud83d\n""#,
            r#""\ud83d\u0041""#,
        ] {
            assert_eq!(unescaped(half), None, "{half}");
        }
    }
}
