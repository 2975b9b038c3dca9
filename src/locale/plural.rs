//! Which form of a message goes with a count.
//!
//! A language says its rule itself, see [`plural_rule!`]. The rules are those of Unicode's CLDR for whole numbers, as
//! far as counts of a dataset reach: the forms for millions in French and Spanish are left out.

/// The rule of a language for plural forms: the place of the form that goes with a count, in the order zero, one, two,
/// few, many, other of the categories that the language has.
///
/// `plural_rule!(count => if count == 1 { 0 } else { 1 })` is worked out when the program is built: into a digit
/// for each count below 100, and, as rules go by the last two digits from there on, one for each of 100 to 199.
macro_rules! plural_rule {
    ($count:ident => $place:expr) => {{
        const PLACES: [u8; 200] = {
            let mut places = [0; 200];
            let mut count = 0;
            while count < places.len() {
                let $count: usize = count;
                places[count] = b"012345"[$place];
                count += 1;
            }
            places
        };
        match str::from_utf8(&PLACES) {
            Ok(places) => places,
            Err(_) => unreachable!(),
        }
    }};
}
pub(crate) use plural_rule;

/// The form of a message for a count, of forms separated by `|` in the order of the rule; the last where
/// there are too few.
pub fn form<'a>(forms: &'a str, rule: &str, count: usize) -> &'a str {
    let place = category(rule, count);
    forms.split('|').take(place + 1).last().unwrap_or_default()
}

/// The place of the plural category among those that the language of the rule has.
fn category(rule: &str, count: usize) -> usize {
    let place = if count < 100 {
        count
    } else {
        100 + count % 100
    };
    let digit = rule.as_bytes().get(place).copied().unwrap_or_default();
    usize::from(digit.saturating_sub(b'0'))
}

/// How many plural categories the language of a rule has.
#[cfg(test)]
pub fn categories(rule: &str) -> usize {
    let all = (0..=200).map(|count| category(rule, count) + 1);
    all.max().unwrap_or(1)
}
