//! Lists in words: "A, B or C", "A, B, C".

use super::Locale;

impl Locale {
    /// Items that follow each other.
    pub fn list(self, items: impl Iterator<Item = String>) -> String {
        let words = self.words();
        items
            .reduce(|list, item| words.list_more(&list, &item))
            .unwrap_or_default()
    }

    /// Items of which one holds.
    pub fn or(self, items: &[String]) -> String {
        let words = self.words();
        let Some((last, before)) = items.split_last() else {
            return String::new();
        };
        let joined = before
            .iter()
            .cloned()
            .reduce(|list, item| words.or_next(&list, &item));
        match joined {
            None => last.clone(),
            Some(first) if before.len() == 1 => words.or_two(&first, last),
            Some(first) => words.or_last(&first, last),
        }
    }
}
