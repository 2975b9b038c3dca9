//! The table.

use std::fmt::Write;

use crate::Row;
use crate::contenders::Contender;
use crate::measure::{Measured, Own, Profile};

/// What of a measurement.
type Time = fn(&Measured) -> f64;

const TIMES: [Time; 3] = [|it| it.visible, |it| it.toggle, |it| it.hover];

const HOW: &str = "# Beside what newsrooms would pick instead

Written by `cargo xtask bench`. One chart of ranges, a checkbox for each source, words on the mark under the mouse: by hand, by
this widget, and by each library, tree-shaken and set up as its documentation advises (`bench/pages/`). Each load is a fresh
headless Chromium with an empty cache, 412 × 823 px; all contenders take turns within a round. Files are compressed by brotli at
its best quality and come from a server on the same machine. This widget's page is as `troop-estimates publish` makes it.

- **bytes**: all that is sent for the first view, without headers.
- **in sight**: from the navigation to the end of the first frame in which the first mark is really there: an element that is
  rendered, or a painted pixel of a canvas.
- **toggle**: from the click on a source, by the event's own time, to the end of the first frame without its mark, or with it
  again; the slower of the two. **hover**: from the move of the mouse to the end of the first frame with the words.
- **scale**: from the click on the logarithmic scale to the end of the first frame with its axis. **key**: from an arrow key
  on a row to the end of the first frame with the focus and the words on the next. **category**: the same estimates in three
  categories, from the click on one to the end of the first frame with its rows alone. Only this widget has them.
- **longest task**, **shift**: by the browser's own measure, until the contender can be used.

Times are medians in ms, then the least and the most; × is the median of the ratios to the hand-written page in the same round.
Milliseconds are this machine's, ratios travel better. **failed**: rounds in which something did not come within 15 s. This widget
shows the first fifty rows of many and a button for more; the others show all.
";

/// The page with a table for each size.
pub(crate) fn text(rows: &[Row], profile: Profile, rounds: usize) -> String {
    let mut text = HOW.to_owned();
    let speed = match profile {
        Profile::Phone => {
            "a phone: a quarter of the processor's speed, 1.6 Mbit/s, 150 ms to the server, no \
             scroll bars"
        }
        Profile::Fast => "as fast as the machine is",
    };
    // Writing to a string does not fail.
    let _ = writeln!(text, "\nProfile: {speed}. Rounds: {rounds}.");
    let mut sizes: Vec<_> = rows.iter().map(|row| row.size).collect();
    sizes.dedup();
    for size in sizes {
        let rows: Vec<_> = rows.iter().filter(|row| row.size == size).collect();
        let _ = write!(text, "\n## {size} estimates\n\n{}", table(&rows));
        for row in rows {
            text.push_str(&own(row));
        }
    }
    text
}

fn table(rows: &[&Row]) -> String {
    let mut text =
        "| | bytes | in sight | × | toggle | × | hover | × | longest task | shift | failed |\n\
        |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
            .to_owned();
    let vanilla = rows.iter().find(|row| row.contender == Contender::Vanilla);
    for row in rows {
        let measured: Vec<_> = row
            .rounds
            .iter()
            .filter_map(|round| round.as_ref().ok())
            .collect();
        let failed = row.rounds.len() - measured.len();
        let _ = write!(text, "| {} | {} |", row.contender.name(), row.bytes);
        for time in TIMES {
            let times: Vec<f64> = measured.iter().map(|it| time(it)).collect();
            let ratios = vanilla
                .map(|vanilla| ratios(row, vanilla, time))
                .unwrap_or_default();
            let _ = write!(
                text,
                " {} | {} |",
                spread(&times),
                median(&ratios).map_or("–".to_owned(), |it| format!("{it:.2}"))
            );
        }
        let most = |part: Time| measured.iter().map(|it| part(it)).fold(0.0, f64::max);
        let _ = writeln!(
            text,
            " {:.0} | {:.3} | {failed} |",
            most(|it| it.longest),
            most(|it| it.shift)
        );
    }
    text
}

/// What only one of them has.
fn own(row: &Row) -> String {
    let rounds = row.rounds.iter().filter_map(|round| round.as_ref().ok());
    let own: Vec<_> = rounds.filter_map(|round| round.own.as_ref()).collect();
    if own.is_empty() {
        return String::new();
    }
    let spread = |time: fn(&Own) -> f64| spread(&own.iter().map(|it| time(it)).collect::<Vec<_>>());
    let [scale, key, category] = [
        spread(|it| it.scale),
        spread(|it| it.key),
        spread(|it| it.category),
    ];
    let name = row.contender.name();
    format!("\n{name}: scale {scale}, key {key}, category {category}.\n")
}

/// To the hand-written page, round by round.
fn ratios(row: &Row, vanilla: &Row, time: Time) -> Vec<f64> {
    let pairs = row.rounds.iter().zip(&vanilla.rounds);
    pairs
        .filter_map(|(own, other)| Some(time(own.as_ref().ok()?) / time(other.as_ref().ok()?)))
        .collect()
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    Some(if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        f64::midpoint(*sorted.get(middle.checked_sub(1)?)?, sorted[middle])
    })
}

fn spread(times: &[f64]) -> String {
    let least = times.iter().copied().fold(f64::INFINITY, f64::min);
    let most = times.iter().copied().fold(0.0, f64::max);
    median(times).map_or("–".to_owned(), |median| {
        format!("{median:.0} ({least:.0}–{most:.0})")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(contender: Contender, visible: &[f64]) -> Row {
        let rounds = visible.iter().map(|&visible| {
            if visible == 0.0 {
                return Err("failed".to_owned());
            }
            Ok(Measured {
                visible,
                toggle: 20.0,
                hover: 10.0,
                longest: 51.0,
                shift: 0.0,
                own: (contender == Contender::Ours).then_some(Own {
                    scale: 40.0,
                    key: 30.0,
                    category: 50.0,
                }),
            })
        });
        Row {
            size: 6,
            contender,
            bytes: 1400,
            rounds: rounds.collect(),
        }
    }

    #[test]
    fn ratios_are_of_the_same_round_and_failures_are_counted() {
        let rows = [
            row(Contender::Vanilla, &[100.0, 200.0, 400.0]),
            row(Contender::Ours, &[50.0, 100.0, 0.0]),
        ];
        let text = text(&rows, Profile::Phone, 3);
        assert!(
            text.contains("| hand-written | 1400 | 200 (100–400) | 1.00 |"),
            "{text}"
        );
        assert!(
            text.contains("| this widget | 1400 | 75 (50–100) | 0.50 |"),
            "{text}"
        );
        assert!(text.contains("| 51 | 0.000 | 1 |"), "{text}");
        assert!(
            text.ends_with(
                "\n\nthis widget: scale 40 (40–40), key 30 (30–30), category 50 (50–50).\n"
            ),
            "{text}"
        );
    }

    #[test]
    fn nothing_has_no_median() {
        assert_eq!(median(&[]), None);
        assert_eq!(spread(&[]), "–");
        assert_eq!(median(&[3.0, 1.0]), Some(2.0));
    }
}
