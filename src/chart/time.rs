//! Time along an axis: each date is the stretch of days that it may mean.

use super::text::{TextAnchor, small_width};
use crate::dataset::Date;

/// The width in CSS px down to which the labels of the ticks fit.
const NARROW_TIMELINE: f64 = 140.0;
/// The least space between two labels, in CSS px.
const GAP: f64 = 12.0;
/// The steps between ticks, in months.
const STEPS: [u32; 15] = [
    1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 24_000,
];

/// A map from dates to shares of the width, over whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeScale {
    /// The first month, counted from January of the year 0.
    first: u32,
    /// The month after the last.
    after: u32,
}

/// A beginning month or year with a gridline and a label.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeTick {
    /// The month or the year.
    pub label: String,
    /// Where it begins, as a share of the width from 0.0 to 1.0.
    pub position: f64,
}

impl TimeScale {
    /// The scale that holds these stretches of time, each from a date to another; none where there is none. One of
    /// several years begins with the first of them, so that there is a tick to tell the second from.
    pub fn around(spans: impl Iterator<Item = (Date, Date)>) -> Option<TimeScale> {
        spans
            .map(|(date, until)| (months(date).0, months(until).1))
            .reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
            .map(|(first, after)| {
                let is_in_one_year = first / 12 == (after - 1) / 12;
                let first = if is_in_one_year {
                    first
                } else {
                    first - first % 12
                };
                TimeScale { first, after }
            })
    }

    /// Where a stretch of time begins and ends: a day, a month or a year, or from one to another.
    ///
    /// ```
    /// use troop_estimates::chart::TimeScale;
    /// use troop_estimates::dataset::Date;
    ///
    /// let [year, january, february] = [Date::Year(2025), Date::Month(2025, 1), Date::Month(2025, 2)];
    /// let scale = TimeScale::around([(year, year)].into_iter()).unwrap();
    /// assert_eq!(scale.stretch((year, year)), (0.0, 1.0));
    /// assert_eq!(scale.stretch((january, january)), (0.0, 31.0 / 365.0));
    /// assert_eq!(scale.stretch((january, february)), (0.0, 59.0 / 365.0));
    /// ```
    pub fn stretch(&self, span: (Date, Date)) -> (f64, f64) {
        let (first, after) = days(span);
        (self.position(first), self.position(after))
    }

    /// Ticks at the beginning of months or years, as many as their labels leave room for.
    pub fn ticks(&self, label: impl Fn(Date) -> String) -> Vec<TimeTick> {
        STEPS
            .iter()
            .map(|&step| self.every(step, &label))
            .find(|ticks| !ticks.is_empty() && fit(ticks))
            .unwrap_or_else(|| self.every(1, &label).into_iter().take(1).collect())
    }

    fn every(&self, step: u32, label: &impl Fn(Date) -> String) -> Vec<TimeTick> {
        (self.first.next_multiple_of(step)..=self.after)
            .step_by(step as usize)
            .filter_map(|month| {
                Some(TimeTick {
                    label: label(begins(month, step)?),
                    position: self.position(day_of_month(month)),
                })
            })
            .collect()
    }

    /// The share of the width where a day begins.
    fn position(&self, day: u32) -> f64 {
        let [first, after] = [self.first, self.after].map(day_of_month);
        (f64::from(day) - f64::from(first)) / f64::from(after - first)
    }
}

impl TimeTick {
    /// Which part of the label stands at the gridline: its middle, but near an edge its outer end.
    pub fn anchor(&self) -> TextAnchor {
        let at = self.position * NARROW_TIMELINE;
        TextAnchor::within(NARROW_TIMELINE, at, small_width(&self.label))
    }

    fn label_interval(&self) -> (f64, f64) {
        let at = self.position * NARROW_TIMELINE;
        self.anchor().interval(at, small_width(&self.label))
    }
}

fn fit(ticks: &[TimeTick]) -> bool {
    ticks.windows(2).all(|pair| {
        let (_, end) = pair[0].label_interval();
        let (start, _) = pair[1].label_interval();
        end + GAP <= start
    })
}

/// What begins with a month: a year, if all ticks are at beginnings of years.
fn begins(month: u32, step: u32) -> Option<Date> {
    let year = u16::try_from(month / 12).ok()?;
    let month = u8::try_from(month % 12 + 1).ok()?;
    Some(if step < 12 {
        Date::Month(year, month)
    } else {
        Date::Year(year)
    })
}

/// The middle of the days that a stretch of time may mean, to put dates in order: 4 June stands before June, which may
/// be any of its days.
pub fn middle_day(span: (Date, Date)) -> u32 {
    let (first, after) = days(span);
    u32::midpoint(first, after)
}

/// The first day of a stretch of time, and the one after the last.
fn days((date, until): (Date, Date)) -> (u32, u32) {
    (days_of(date).0, days_of(until).1)
}

/// The first day that a date may mean, and the one after the last.
fn days_of(date: Date) -> (u32, u32) {
    let (first, after) = months(date);
    match date {
        Date::Day(_, _, day) => {
            let day = day_of_month(first) + u32::from(day);
            (day - 1, day)
        }
        Date::Month(..) | Date::Year(_) => (day_of_month(first), day_of_month(after)),
    }
}

/// The first month that a date touches, and the one after the last.
fn months(date: Date) -> (u32, u32) {
    match date {
        Date::Year(year) => (month_of(year, 1), month_of(year, 1) + 12),
        Date::Month(year, month) | Date::Day(year, month, _) => {
            (month_of(year, month), month_of(year, month) + 1)
        }
    }
}

/// A month counted from January of the year 0.
fn month_of(year: u16, month: u8) -> u32 {
    u32::from(year) * 12 + u32::from(month) - 1
}

/// The first day of a month, counted from 1 March of the year 0. Years that begin in March have their leap
/// day at the end, and months whose lengths follow a rule.
fn day_of_month(month: u32) -> u32 {
    let (year, month) = ((month - 2) / 12, (month - 2) % 12);
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_date() -> impl Strategy<Value = Date> {
        prop_oneof![
            (1..=9999_u16).prop_map(Date::Year),
            (1..=9999_u16, 1..=12_u8).prop_map(|(year, month)| Date::Month(year, month)),
            (1..=9999_u16, 1..=12_u8, 1..=28_u8)
                .prop_map(|(year, month, day)| Date::Day(year, month, day)),
        ]
    }

    fn any_span() -> impl Strategy<Value = (Date, Date)> {
        let months = (any_date(), 0..=9999_u16, 1..=12_u8);
        months.prop_map(|(date, later, month)| match date {
            Date::Month(year, first) if year < later => {
                (Date::Month(year, first), Date::Month(later, month))
            }
            date => (date, date),
        })
    }

    fn numerals(date: Date) -> String {
        match date {
            Date::Year(year) => year.to_string(),
            Date::Month(year, month) | Date::Day(year, month, _) => format!("{month}/{year}"),
        }
    }

    fn labels(dates: &[Date]) -> Vec<String> {
        let scale = TimeScale::around(dates.iter().map(|&date| (date, date))).unwrap();
        let ticks = scale.ticks(numerals);
        ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn months_have_their_lengths() {
        let lengths = |year| {
            (1..=12_u8).map(move |month| {
                let month = month_of(year, month);
                day_of_month(month + 1) - day_of_month(month)
            })
        };
        let of = |february| [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (year, february) in [(2024, 29), (2025, 28), (2000, 29), (1900, 28)] {
            assert!(lengths(year).eq(of(february)), "{year}");
        }
    }

    #[test]
    fn without_a_date_there_is_no_scale() {
        assert_eq!(TimeScale::around(std::iter::empty()), None);
    }

    #[test]
    fn ticks_are_months_or_years_or_decades() {
        assert_eq!(labels(&[Date::Day(2025, 6, 4)]), ["6/2025", "7/2025"]);
        assert_eq!(labels(&[Date::Year(2025)]), ["2025", "2026"]);
        let two = [Date::Year(2024), Date::Month(2025, 7)];
        assert_eq!(labels(&two), ["2024", "2025"]);
        let winter = [Date::Month(2024, 9), Date::Month(2025, 7)];
        assert_eq!(labels(&winter), ["2024", "2025"]);
        let long = [Date::Year(1914), Date::Year(2025)];
        assert_eq!(labels(&long), ["1950", "2000"]);
    }

    proptest! {
        #[test]
        fn dates_lie_on_the_scale_made_for_them(spans in proptest::collection::vec(any_span(), 1..9)) {
            let scale = TimeScale::around(spans.iter().copied()).unwrap();
            for span in spans {
                let (from, to) = scale.stretch(span);
                prop_assert!(0.0 <= from && from < to && to <= 1.0, "{span:?} from {from} to {to}");
            }
        }

        #[test]
        fn there_is_a_tick_and_no_label_lies_over_another(spans in proptest::collection::vec(any_span(), 1..9)) {
            let scale = TimeScale::around(spans.into_iter()).unwrap();
            let ticks = scale.ticks(numerals);
            prop_assert!(!ticks.is_empty());
            prop_assert!(fit(&ticks));
            prop_assert!(ticks.iter().all(|tick| (0.0..=1.0).contains(&tick.position)));
        }
    }
}
