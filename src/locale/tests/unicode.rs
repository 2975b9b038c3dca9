//! The tables against ICU4X.
//!
//! Numbers, dates, lists and plural forms agree in every language, but for three things: which kind of space stands in a
//! date, forms for whole millions, and regions, which write as their language does: in `de-CH` as in `de`.

use std::collections::BTreeSet;

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::input::Date as IcuDate;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_locale_core::Locale as IcuLocale;
use icu_plurals::{PluralCategory, PluralRules};
use proptest::prelude::*;

use crate::dataset::Date;
use crate::locale::{Locale, Words, languages, plural};

/// The locale that ICU4X is asked for.
fn icu(locale: Locale) -> IcuLocale {
    locale.words().conventions().parse().expect("a locale")
}

fn icu_number(locale: Locale, value: u64) -> String {
    let formatter =
        DecimalFormatter::try_new(icu(locale).into(), Default::default()).expect("has data");
    formatter.format(&Decimal::from(value)).to_string()
}

/// One and a half.
fn icu_decimal(locale: Locale) -> String {
    let formatter = DecimalFormatter::try_new(icu(locale).into(), Default::default());
    let number = "1.5".parse().expect("a number");
    formatter.expect("has data").format(&number).to_string()
}

/// On both sides of where grouping begins in some languages.
#[test]
fn numbers_of_four_and_five_digits_agree_with_icu() {
    for locale in Locale::all() {
        for value in [0, 999, 1_000, 1_234, 9_999, 10_000, 11_000, 99_999, 100_000] {
            assert_eq!(locale.number(value), icu_number(locale, value));
        }
    }
}

proptest! {
    #[test]
    fn numbers_agree_with_icu(value in 0_u64..1 << 53, shift in 0..50) {
        for locale in Locale::all() {
            let value = value >> shift;
            prop_assert_eq!(locale.number(value), icu_number(locale, value));
        }
    }
}

/// With plain spaces: which kind of space stands in a date differs from one version of Unicode's data to
/// the next.
fn spaced(date: &str) -> String {
    date.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn dates_agree_with_icu_in_every_month() {
    for locale in Locale::all() {
        let icu = icu(locale);
        let day = DateTimeFormatter::try_new((&icu).into(), YMD::long()).expect("has data");
        let month = DateTimeFormatter::try_new((&icu).into(), YM::long()).expect("has data");
        let year = DateTimeFormatter::try_new((&icu).into(), Y::long()).expect("has data");
        let year = |date| year.format(&date).to_string();
        let month = |date| month.format(&date).to_string();
        let day = |date| day.format(&date).to_string();
        for (number, last) in (1..=12).zip([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            for number_of_day in [1, 2, 9, 10, 18, last] {
                let date = IcuDate::try_new_iso(2025, number, number_of_day).expect("a date");
                for (ours, theirs) in [
                    (Date::Year(2025), year(date)),
                    (Date::Month(2025, number), month(date)),
                    (Date::Day(2025, number, number_of_day), day(date)),
                ] {
                    assert_eq!(spaced(&locale.date(ours)), spaced(&theirs));
                }
            }
        }
    }
}

/// In the order of a message's forms.
const CATEGORIES: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

/// The one exception, which no dataset reaches: for whole millions some languages have a form more; here it is the
/// last.
#[test]
fn plural_forms_agree_with_icu() {
    let millions = [1_000_000, 2_000_000, 1_000_000_000];
    let large = [99_999, 100_000, 999_999, 1_000_001, 1_000_011, 1_000_022];
    for locale in Locale::all() {
        let rules = PluralRules::try_new_cardinal(icu(locale).into()).expect("has data");
        let reached: BTreeSet<PluralCategory> = (0..=200_usize)
            .map(|count| rules.category_for(count))
            .collect();
        let rule = locale.words().plural_rule();
        assert_eq!(plural::categories(rule), reached.len(), "{locale:?}");
        for count in (0..=10_000_usize).chain(large).chain(millions) {
            let ours = plural::form("0|1|2|3|4|5", rule, count);
            let theirs = rules.category_for(count);
            let place = CATEGORIES
                .into_iter()
                .filter(|category| reached.contains(category))
                .position(|category| category == theirs);
            let last = millions.contains(&count).then_some(reached.len() - 1);
            assert_eq!(
                ours.parse().ok(),
                place.or(last),
                "{locale:?}: {count} is {theirs:?}"
            );
        }
    }
}

#[test]
fn lists_agree_with_icu() {
    let items = ["A", "B", "C", "D"].map(str::to_owned);
    for locale in Locale::all() {
        let or = ListFormatter::try_new_or(icu(locale).into(), Default::default());
        let or = or.expect("has data");
        for length in 0..=items.len() {
            let items = &items[..length];
            assert_eq!(locale.or(items), or.format(items.iter()).to_string());
        }
    }
}

/// Unicode has no list with commas alone: the comma is that of its lists which end with a word.
#[test]
fn commas_of_lists_agree_with_icu() {
    for locale in Locale::all() {
        let icu = icu(locale);
        let and = ListFormatter::try_new_and((&icu).into(), Default::default());
        let unit = ListFormatter::try_new_unit((&icu).into(), Default::default());
        let ours = locale.list(["A", "B"].map(str::to_owned).into_iter());
        let comma = ours.strip_suffix('B').expect("the last item");
        let agrees = [and, unit].into_iter().any(|formatter| {
            let formatter = formatter.expect("has data");
            let theirs = formatter.format(["A", "B", "C", "D"].iter());
            theirs.to_string().starts_with(comma)
        });
        assert!(agrees, "{locale:?}: {ours}");
    }
}

#[test]
fn tables_have_the_same_columns_in_every_language_and_fit_its_spreadsheets() {
    for list in &languages::ALL {
        let words = Words(list);
        assert_eq!(words.columns().split('|').count(), 15, "{}", words.tag());
        let has_decimal_comma = icu_decimal(Locale(words)).contains(',');
        let separator = if has_decimal_comma { ";" } else { "," };
        assert_eq!(words.column_separator(), separator, "{}", words.tag());
    }
}
