//! The grammar of JSON: where each value ends, and what does not fit.
//!
//! A file is scanned without recursion and without making anything of its values, so that no nesting is
//! too deep and every value keeps the text that the file has for it.

/// A value as it stands in the file, from its first character to its last. Its grammar was checked.
#[derive(Clone, Copy)]
pub(super) struct Raw<'a>(&'a str);

/// Something that does not fit the grammar.
pub(super) struct Misfit {
    /// Where it stands, in bytes from the beginning of the text.
    pub at: usize,
    /// What is wrong with it.
    pub message: &'static str,
}

type Fit = Result<(), Misfit>;

impl<'a> Raw<'a> {
    /// Checks a text that should be one value, with nothing but blanks around it.
    pub(super) fn check(text: &'a str) -> Result<Self, Misfit> {
        let mut scanner = Scanner { text, at: 0 };
        scanner.skip_blanks();
        let value = scanner.value()?;
        scanner.skip_blanks();
        match scanner.peek() {
            None => Ok(value),
            Some(_) => scanner.misfit("expected the end of the file"),
        }
    }

    pub(super) fn text(self) -> &'a str {
        self.0
    }

    /// The items of a list, or the names and values of an object in turn.
    pub(super) fn parts(self) -> Vec<Raw<'a>> {
        let inside = self.0.get(1..self.0.len() - 1).unwrap_or_default();
        let mut scanner = Scanner {
            text: inside,
            at: 0,
        };
        let mut parts = Vec::new();
        scanner.skip_separators();
        while let Ok(part) = scanner.value() {
            parts.push(part);
            scanner.skip_separators();
        }
        parts
    }
}

/// A text and how far it was scanned.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn misfit<T>(&self, message: &'static str) -> Result<T, Misfit> {
        Err(Misfit {
            at: self.at,
            message,
        })
    }

    /// Steps over as many of these bytes as there are, and tells how many there were.
    fn skip_all(&mut self, is_meant: impl Fn(u8) -> bool) -> usize {
        let start = self.at;
        while self.peek().is_some_and(&is_meant) {
            self.at += 1;
        }
        self.at - start
    }

    fn skip_blanks(&mut self) {
        self.skip_all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Steps over what stands between the parts of a list or an object that was checked.
    fn skip_separators(&mut self) {
        self.skip_all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':'));
    }

    fn accept(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        if is_there {
            self.at += 1;
        }
        is_there
    }

    fn expect(&mut self, byte: u8, message: &'static str) -> Fit {
        if self.accept(byte) {
            Ok(())
        } else {
            self.misfit(message)
        }
    }

    fn value(&mut self) -> Result<Raw<'a>, Misfit> {
        let start = self.at;
        self.skip_value()?;
        Ok(Raw(self.text.get(start..self.at).unwrap_or_default()))
    }

    /// Steps over a value with everything in it.
    fn skip_value(&mut self) -> Fit {
        // The brackets that are still to be closed, the innermost last.
        let mut closings = Vec::new();
        loop {
            let mut is_first = true;
            match self.peek() {
                Some(b'{') => closings.push(b'}'),
                Some(b'[') => closings.push(b']'),
                _ => is_first = false,
            }
            if is_first {
                self.at += 1;
            } else {
                self.skip_simple()?;
            }
            // After a value or a bracket: close what ends here, and go on to the next value.
            loop {
                let Some(&closing) = closings.last() else {
                    return Ok(());
                };
                self.skip_blanks();
                if self.accept(closing) {
                    closings.pop();
                    is_first = false;
                    continue;
                }
                let is_object = closing == b'}';
                if !is_first {
                    let message = if is_object {
                        "expected `,` or `}`"
                    } else {
                        "expected `,` or `]`"
                    };
                    self.expect(b',', message)?;
                    self.skip_blanks();
                }
                if is_object {
                    self.skip_name()?;
                }
                break;
            }
        }
    }

    /// Steps over the name of a field and the blanks and the colon behind it.
    fn skip_name(&mut self) -> Fit {
        if self.peek() != Some(b'"') {
            return self.misfit("expected the name of a field in quotation marks");
        }
        self.skip_text()?;
        self.skip_blanks();
        self.expect(b':', "expected `:`")?;
        self.skip_blanks();
        Ok(())
    }

    fn skip_simple(&mut self) -> Fit {
        let rest = &self.text.as_bytes()[self.at..];
        match rest.first() {
            Some(b'"') => self.skip_text(),
            Some(b'-' | b'0'..=b'9') => self.skip_number(),
            _ => {
                let words = ["true", "false", "null"];
                match words.iter().find(|word| rest.starts_with(word.as_bytes())) {
                    Some(word) => {
                        self.at += word.len();
                        Ok(())
                    }
                    None => self.misfit("expected a value"),
                }
            }
        }
    }

    fn skip_number(&mut self) -> Fit {
        self.accept(b'-');
        if !self.accept(b'0') {
            self.skip_digits()?;
        }
        if self.accept(b'.') {
            self.skip_digits()?;
        }
        if self.accept(b'e') || self.accept(b'E') {
            let _sign = self.accept(b'+') || self.accept(b'-');
            self.skip_digits()?;
        }
        Ok(())
    }

    fn skip_digits(&mut self) -> Fit {
        match self.skip_all(|byte| byte.is_ascii_digit()) {
            0 => self.misfit("expected a digit"),
            _ => Ok(()),
        }
    }

    /// Steps over a text and its quotation marks.
    fn skip_text(&mut self) -> Fit {
        self.at += 1;
        loop {
            self.skip_all(|byte| !matches!(byte, b'"' | b'\\' | ..b' '));
            match self.peek() {
                None => return self.misfit("a text does not end"),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => self.skip_escape()?,
                Some(_) => return self.misfit("a line break or control character in a text"),
            }
        }
    }

    fn skip_escape(&mut self) -> Fit {
        self.at += 1;
        if self.accept(b'u') {
            for _ in 0..4 {
                if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                    return self.misfit("expected four hexadecimal digits");
                }
                self.at += 1;
            }
            return Ok(());
        }
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 1;
                Ok(())
            }
            _ => self.misfit("an escape that JSON does not know"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::value::RawValue;

    use super::*;

    /// Texts that are JSON now and then, and often nearly so.
    fn nearly_json() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[\\[\\]{},:\" \\\\-]",
            2 => r#"(\[|\]|\{|\}|,|"a":|"b" : |\{"c":1\}|\[\]|\{\})"#,
            2 => r#"(true|false|null|nul|"[a-c]*"|"\\[nu"x]"|"\\u[0-9a-g]{4}")"#,
            2 => r"-?[0-9]{0,2}(\.[0-9]?)?([eE][+-]?[0-9]?)?",
            1 => any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    fn assert_same_as_serde(text: &str) {
        let ours = Raw::check(text).ok().map(Raw::text);
        let theirs = serde_json::from_str::<&RawValue>(text).ok();
        assert_eq!(ours, theirs.map(RawValue::get), "{text:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]
        #[test]
        fn it_takes_what_serde_takes(text in nearly_json()) {
            assert_same_as_serde(&text);
        }
    }

    proptest! {
        #[test]
        fn it_takes_damaged_files_where_serde_does(place in 0_usize..4_000, put in "[\\[\\]{},:\"0a\\\\]") {
            let file = include_str!("../../data/north-korea.en.json");
            let start = file.floor_char_boundary(place.min(file.len()));
            let end = file.ceil_char_boundary((place + 1).min(file.len()));
            assert_same_as_serde(&[&file[..start], &put, &file[end..]].concat());
        }

        #[test]
        fn the_parts_of_a_list_are_its_items(items in proptest::collection::vec(nearly_json(), 0..6)) {
            let items: Vec<String> = items
                .into_iter()
                .filter_map(|item| Some(Raw::check(&item).ok()?.text().to_owned()))
                .collect();
            let list = format!("[ {} ]", items.join("\n, "));
            let parts = Raw::check(&list).ok().unwrap().parts();
            prop_assert!(parts.into_iter().map(Raw::text).eq(&items));
        }
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_place() {
        for (text, at, message) in [
            ("", 0, "expected a value"),
            ("[1 2]", 3, "expected `,` or `]`"),
            ("[1,]", 3, "expected a value"),
            ("{\"a\":1", 6, "expected `,` or `}`"),
            ("{\"a\" 1}", 5, "expected `:`"),
            (
                "{a:1}",
                1,
                "expected the name of a field in quotation marks",
            ),
            (
                "{\"a\":1,}",
                7,
                "expected the name of a field in quotation marks",
            ),
            ("-", 1, "expected a digit"),
            ("1.x", 2, "expected a digit"),
            ("01", 1, "expected the end of the file"),
            ("\"a", 2, "a text does not end"),
            ("\"a\n\"", 2, "a line break or control character in a text"),
            ("\"\\x\"", 2, "an escape that JSON does not know"),
            ("\"\\u12g\"", 5, "expected four hexadecimal digits"),
        ] {
            let misfit = Raw::check(text).err().unwrap();
            assert_eq!((misfit.at, misfit.message), (at, message), "{text:?}");
        }
    }
}
