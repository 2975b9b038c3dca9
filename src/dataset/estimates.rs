//! The estimates of a file: each is taken whole or refused.

use super::dated::read_dated;
use super::fields::Fields;
use super::ids::Ids;
use super::place::List;
use super::report::Report;
use super::{CategoryIndex, Estimate, Figure, SourceIndex};

/// Reads all rows; one with a fault is left out and reported.
pub(super) fn read_estimates(
    list: List<'_>,
    sources: &Ids,
    categories: &Ids,
    report: &mut Report,
) -> Vec<Estimate> {
    let mut ids = Ids::default();
    let places = list.items.into_iter().enumerate();
    let rows: Vec<(usize, Estimate)> = places
        .filter_map(|(index, place)| {
            report.alone(|report| {
                let fields = Fields::open(place, report)?;
                let estimate = read_estimate(fields, index, &mut ids, sources, categories);
                Some((index, estimate))
            })
        })
        .collect();
    // Only now are all ids of the file known, and a made one cannot take a given one.
    rows.into_iter()
        .map(|(index, mut estimate)| {
            if estimate.id.is_empty() {
                estimate.id = ids.make(index);
            }
            estimate
        })
        .collect()
}

/// Reads an estimate; its id is empty where the file gives none.
fn read_estimate(
    mut fields: Fields<'_, '_>,
    index: usize,
    ids: &mut Ids,
    sources: &Ids,
    categories: &Ids,
) -> Estimate {
    let id = fields.label("id").unwrap_or_default();
    ids.note(&id, index, &mut fields);
    let source = find(&mut fields, "source", sources, "sources");
    let category = find(&mut fields, "category", categories, "categories");
    let figure = read_figure(&mut fields);
    let passed_on_by = fields.label("passedOnBy");
    let date = fields
        .take("date")
        .and_then(|place| read_dated(place, fields.report));
    let note = fields.text("note");
    let quote = fields.text("quote");
    let url = fields.link("url");
    fields.finish(true);
    Estimate {
        id,
        source: SourceIndex(source),
        category: CategoryIndex(category),
        figure,
        passed_on_by,
        date,
        note,
        quote,
        url,
    }
}

/// The position of the item that a field names by its id; the first one after a fault.
fn find(fields: &mut Fields<'_, '_>, name: &'static str, ids: &Ids, list: &str) -> usize {
    let place = fields.need(name, &format!("an id from \"{list}\""));
    place
        .and_then(|place| ids.find(&place, list, fields.report))
        .unwrap_or_default()
}

fn read_figure(fields: &mut Fields<'_, '_>) -> Figure {
    let (low, best, high) = (
        fields.count("low"),
        fields.count("best"),
        fields.count("high"),
    );
    let pairs = [
        ("low", low, "best", best),
        ("low", low, "high", high),
        ("best", best, "high", high),
    ];
    for (lower_name, lower, upper_name, upper) in pairs {
        if let (Some(lower), Some(upper)) = (lower, upper)
            && lower > upper
        {
            let expected = format!("at most {upper}, which is the {upper_name} figure");
            fields.fault(lower_name, lower.to_string(), &expected);
        }
    }
    Figure {
        low,
        best,
        high,
        approximate: fields.flag("approximate"),
    }
}
