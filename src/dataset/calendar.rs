//! Dates as they are written in a file.

use std::mem;
use std::str::FromStr;

use super::Date;

/// Reads "2025", "2025-06" or "2025-05-18"; none where the calendar has no such date.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [year] => Some(Date::Year(parse_year(year)?)),
        [year, month] => Some(Date::Month(parse_year(year)?, parse_month(month)?)),
        [year, month, day] => {
            let (year, month, day) = (parse_year(year)?, parse_month(month)?, digits(day, 2)?);
            (1..=days_in(year, month))
                .contains(&day)
                .then_some(Date::Day(year, month, day))
        }
        _ => None,
    }
}

/// Reads a date, or a stretch of time from one to a later one that is as exact: "2025-07/2025-08" (ISO 8601-1:2019,
/// section 5.5.2).
pub(super) fn parse_span(text: &str) -> Option<(Date, Option<Date>)> {
    let Some((first, last)) = text.split_once('/') else {
        return Some((parse_date(text)?, None));
    };
    let (first, last) = (parse_date(first)?, parse_date(last)?);
    (mem::discriminant(&first) == mem::discriminant(&last) && first < last)
        .then_some((first, Some(last)))
}

fn parse_year(text: &str) -> Option<u16> {
    digits(text, 4).filter(|year| *year > 0)
}

fn parse_month(text: &str) -> Option<u8> {
    digits(text, 2).filter(|month| (1..=12).contains(month))
}

/// Reads exactly as many digits, without a sign.
fn digits<T: FromStr>(text: &str, count: usize) -> Option<T> {
    let is_digits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| text.parse().ok()).flatten()
}

/// How many days a month has, counted from January as 1.
pub(super) fn days_in(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days() {
        assert_eq!(parse_date("2025"), Some(Date::Year(2025)));
        assert_eq!(parse_date("2025-06"), Some(Date::Month(2025, 6)));
        assert_eq!(parse_date("2025-05-18"), Some(Date::Day(2025, 5, 18)));
    }

    #[test]
    fn stretches_of_time() {
        let (july, august) = (Date::Month(2025, 7), Date::Month(2025, 8));
        assert_eq!(parse_span("2025-07"), Some((july, None)));
        assert_eq!(parse_span("2025-07/2025-08"), Some((july, Some(august))));
        for text in [
            "2025-08/2025-07",
            "2025-07/2025-07",
            "2025-07/2025",
            "2025-07/08",
            "2025-07/",
            "/2025-07",
            "2025/2026/2027",
        ] {
            assert_eq!(parse_span(text), None, "{text}");
        }
    }

    #[test]
    fn leap_years() {
        for (text, exists) in [
            ("2024-02-29", true),
            ("2025-02-29", false),
            ("2000-02-29", true),
            ("1900-02-29", false),
        ] {
            assert_eq!(parse_date(text).is_some(), exists, "{text}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have() {
        for text in [
            "",
            "25",
            "0000",
            "2025-13",
            "2025-00",
            "2025-6",
            "2025-04-31",
            "2025-01-00",
            "2025-01-32",
            "2025-01-01-01",
            "+025",
            "2025-+1",
            "2025-06-",
            "summer 2025",
            "2025/06",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
