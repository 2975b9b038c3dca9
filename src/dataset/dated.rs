//! A date, a label for it, or both.

use super::calendar::parse_span;
use super::fields::Fields;
use super::place::Place;
use super::report::Report;
use super::text::quoted;
use super::value::Value;
use super::{Date, Dated};

/// What is expected of a date.
pub(super) const DATE: &str =
    "a date such as \"2025\", \"2025-06\", \"2025-05-18\" or \"2025-07/2025-08\"";

/// Reads `"2025-06"`, or an object with a date, a label or both.
pub(super) fn read_dated(place: Place<'_>, report: &mut Report) -> Option<Dated> {
    match place.value() {
        Value::Object(_) => read_labelled(place, report),
        _ => {
            let (date, until) = read_span(&place, report)?;
            Some(Dated {
                date: Some(date),
                until,
                label: None,
            })
        }
    }
}

fn read_labelled(place: Place<'_>, report: &mut Report) -> Option<Dated> {
    let mut fields = Fields::open(place, report)?;
    let span = fields
        .take("date")
        .and_then(|place| read_span(&place, fields.report));
    let label = fields.label("label");
    if span.is_none() && label.is_none() {
        fields.fault("label", "nothing".into(), "a date or a label");
    }
    fields.finish(true);
    let (date, until) = span.unzip();
    Some(Dated {
        date,
        until: until.flatten(),
        label,
    })
}

fn read_span(place: &Place<'_>, report: &mut Report) -> Option<(Date, Option<Date>)> {
    let Value::Text(text) = place.value() else {
        place.mismatch(DATE, None, report);
        return None;
    };
    let span = parse_span(&text);
    if span.is_none() {
        let suggestion = Some(format!("{{\"label\": {}}}", quoted(&text)));
        report.fault(place, quoted(&text), DATE, suggestion);
    }
    span
}
