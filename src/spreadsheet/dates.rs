//! Dates as spreadsheets write them.

use crate::dataset::Date;

/// A date as files have it: German spreadsheets write 18.05.2025, where no other order of day and month is in use.
/// Anything else stays as it is, to be read or refused.
pub(super) fn iso(text: &str) -> String {
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    let [day, month, year] = parts[..] else {
        return text.to_owned();
    };
    let date = format!("{year:0>4}-{month:0>2}-{day:0>2}");
    match Date::parse(&date) {
        Some(_) if year.len() == 4 => date,
        _ => text.to_owned(),
    }
}

/// The stretch of time from one day to another; whole months and years as such, as a table that was taken along has
/// their first and last days. Where the two are not days it is what stands there, to be refused.
pub(super) fn stretch(first: &str, last: &str) -> String {
    let days = Date::parse(first).zip(Date::parse(last));
    let Some((first_day, last_day)) = days else {
        return [first, "/", last].concat();
    };
    let [first, last] = wider(first_day, last_day).map(Date::iso);
    if first == last {
        first
    } else {
        format!("{first}/{last}")
    }
}

/// The two dates, less exact where they are the first and the last day of the same months or years.
fn wider(first: Date, last: Date) -> [Date; 2] {
    let kinds: [fn(Date) -> Date; 2] = [
        |date| Date::Year(date.year()),
        |date| match date {
            Date::Day(year, month, _) => Date::Month(year, month),
            other => other,
        },
    ];
    let wider = kinds.map(|kind| [kind(first), kind(last)]);
    let mut wider = wider.into_iter();
    wider
        .find(|[from, to]| from.days().0 == first && to.days().1 == last)
        .unwrap_or([first, last])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_points_are_known() {
        assert_eq!(iso("18.05.2025"), "2025-05-18");
        assert_eq!(iso("1.5.2025"), "2025-05-01");
        for text in [
            "2025-05-18",
            "31.2.2025",
            "1.5.25",
            "5/18/2025",
            "mid-June",
            "",
        ] {
            assert_eq!(iso(text), text);
        }
    }

    #[test]
    fn whole_months_and_years_are_found_again() {
        for (first, last, expected) in [
            ("2024-11-01", "2024-11-30", "2024-11"),
            ("2025-07-01", "2025-08-31", "2025-07/2025-08"),
            ("2025-01-01", "2025-12-31", "2025"),
            ("2024-01-01", "2025-12-31", "2024/2025"),
            ("2025-05-18", "2025-05-18", "2025-05-18"),
            ("2025-05-18", "2025-06-30", "2025-05-18/2025-06-30"),
            ("2025-05-18", "soon", "2025-05-18/soon"),
            ("2025-06", "2025-07", "2025-06/2025-07"),
        ] {
            assert_eq!(stretch(first, last), expected);
        }
    }
}
