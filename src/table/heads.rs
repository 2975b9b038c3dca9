//! What the columns of a table hold, by their heads.

use super::{Refusal, Row, figures};
use crate::dataset::clean;
use crate::locale::Locale;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Source,
    Kind,
    Category,
    Low,
    Best,
    High,
    Approximate,
    /// A figure in words, with the unit where the head names it.
    Figure(Option<String>),
    PassedOnBy,
    Date,
    Note,
    Quote,
    Link,
}

/// The columns in the order of a table; `rows` are those below the heads.
pub(super) fn columns(heads: &Row, rows: &[Row], locale: Locale) -> Result<Vec<Column>, Refusal> {
    let heads = heads.cells.iter().enumerate();
    let columns: Vec<Column> = heads
        .map(|(place, head)| {
            let head = clean(&head.text).0;
            named(&head, locale)
                .or_else(|| counted(&head, locale))
                .or_else(|| {
                    let texts = rows.iter().filter_map(|row| row.cells.get(place));
                    let is_figure = texts
                        .clone()
                        .all(|cell| figures::read(&cell.text, locale).is_some());
                    (is_figure && texts.count() > 0).then(|| Column::Figure(Some(head.clone())))
                })
                .ok_or_else(|| format!("no column is called {head:?}"))
        })
        .collect::<Result<_, _>>()?;
    for (place, column) in columns.iter().enumerate() {
        let is_twice = columns[..place]
            .iter()
            .any(|other| std::mem::discriminant(other) == std::mem::discriminant(column));
        if is_twice {
            return Err(format!("two columns hold the same: {column:?}"));
        }
    }
    if !columns.contains(&Column::Source) {
        return Err(format!("no column is called {:?}", locale.words().source()));
    }
    Ok(columns)
}

/// The column that has this head in the language, as the widget or a downloaded table writes it.
fn named(head: &str, locale: Locale) -> Option<Column> {
    let words = locale.words();
    let heads: Vec<&str> = words.columns().split('|').collect();
    let [
        _,
        source,
        kind,
        category,
        low,
        best,
        high,
        approximate,
        passed_on_by,
        _,
        _,
        date,
        note,
        quote,
        link,
    ] = heads.as_slice()
    else {
        return None;
    };
    let known = [
        (*source, Column::Source),
        (words.source(), Column::Source),
        (*kind, Column::Kind),
        (*category, Column::Category),
        (words.category(), Column::Category),
        (*low, Column::Low),
        (*best, Column::Best),
        (*high, Column::High),
        (*approximate, Column::Approximate),
        (words.figure(), Column::Figure(None)),
        (*passed_on_by, Column::PassedOnBy),
        (words.passed_on(), Column::PassedOnBy),
        (*date, Column::Date),
        (words.date(), Column::Date),
        (*note, Column::Note),
        (words.remark(), Column::Note),
        (*quote, Column::Quote),
        (words.quote(), Column::Quote),
        (*link, Column::Link),
        (words.link(), Column::Link),
    ];
    // Few keyboards have the apostrophe of print.
    let plain = |head: &str| head.to_lowercase().replace('’', "'");
    let wanted = plain(head);
    let mut known = known.into_iter();
    known
        .find(|(name, _)| plain(name) == wanted)
        .map(|(_, column)| column)
}

/// The column of figures whose head names the unit as the widget does: "Number of soldiers".
fn counted(head: &str, locale: Locale) -> Option<Column> {
    let unit = inside(head, &locale.words().axis_linear(HOLE))?;
    Some(Column::Figure(Some(unit.to_owned())))
}

/// What stands in a message for a part that is looked for.
pub(super) const HOLE: &str = "\u{0}";

/// The part of a text that stands where the message has its [`HOLE`].
pub(super) fn inside<'a>(text: &'a str, message: &str) -> Option<&'a str> {
    let (before, after) = message.split_once(HOLE)?;
    let part = text.strip_prefix(before)?.strip_suffix(after)?;
    (!part.is_empty()).then_some(part)
}
