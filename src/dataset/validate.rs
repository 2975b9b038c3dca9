//! The rules of the format, version 1.
//!
//! A fault in an estimate, a reference or an event refuses that one alone. A fault in what they
//! rest on (title, sources, categories) refuses the file: a figure under a wrong name is worse than
//! none. A field that the format does not know is a fault in an estimate, where a misspelt `high`
//! would change the figure, and a remark elsewhere.
//!
//! Whatever has a fault is read to its end, so that all problems are found; a stand-in (an empty text, the
//! first source) takes the place of what is missing, and [`Report::alone`] throws it all away afterwards.

use super::count::COUNT;
use super::dated::{DATE, read_dated};
use super::estimates::read_estimates;
use super::fields::Fields;
use super::ids::Ids;
use super::place::{List, Place};
use super::report::Report;
use super::text::quoted;
use super::{Category, CategoryIndex, Dataset, Event, Reading, Reference, Source};

const FORMAT: u64 = 1;
const MOST_ESTIMATES: usize = 10_000;
/// Of sources, categories, references and events each.
const MOST_OTHERS: usize = 256;

/// Reads a file that is JSON.
pub(super) fn read_file(file: Place<'_>) -> Reading {
    let mut report = Report::default();
    let mut rows = 0;
    let dataset = report.alone(|report| {
        let mut fields = Fields::open(file, report)?;
        let estimates = fields.needed_list("estimates", MOST_ESTIMATES);
        rows = estimates.length;
        read_dataset(fields, estimates)
    });
    let kept = dataset
        .as_ref()
        .map_or(0, |dataset| dataset.estimates.len());
    Reading {
        dataset,
        problems: report.into_problems(),
        refused: rows - kept,
    }
}

fn read_dataset(mut fields: Fields<'_, '_>, rows: List<'_>) -> Option<Dataset> {
    // The rules of another version are not known: every further problem would be made up.
    if !is_known_format(&mut fields) {
        return None;
    }
    // For editors that complete what one writes.
    fields.take("$schema");
    let language = read_language(&mut fields);
    let title = fields.needed_label("title");
    let takeaway = fields.label("takeaway");
    let as_of = fields
        .need("asOf", DATE)
        .and_then(|place| read_dated(place, fields.report));
    let unit = fields.needed_label("unit");
    let credit = fields.label("credit");
    let (sources, source_ids) =
        read_sources(fields.needed_list("sources", MOST_OTHERS), fields.report);
    let (categories, category_ids) =
        read_categories(fields.needed_list("categories", MOST_OTHERS), fields.report);
    let estimates = read_estimates(rows, &source_ids, &category_ids, fields.report);
    let references = read_each(
        fields.list("references", MOST_OTHERS),
        fields.report,
        |fields| read_reference(fields, &category_ids),
    );
    let events = read_each(
        fields.list("events", MOST_OTHERS),
        fields.report,
        read_event,
    );
    fields.finish(false);
    let mut dataset = Dataset {
        language,
        title,
        takeaway,
        as_of: as_of.unwrap_or_default(),
        unit,
        credit,
        sources,
        categories,
        estimates,
        references,
        events,
    };
    dataset.rank_names(str::cmp);
    Some(dataset)
}

/// Whether the version is the known one or missing, in which case the rest is checked nevertheless.
fn is_known_format(fields: &mut Fields<'_, '_>) -> bool {
    let Some(place) = fields.need("format", "1") else {
        return true;
    };
    let version = place.count(fields.report);
    if let Some(version) = version.filter(|&version| version != FORMAT) {
        fields.report.fault(
            &place,
            version.to_string(),
            &format!("{FORMAT}, the version known here"),
            None,
        );
    }
    version == Some(FORMAT)
}

/// Reads a language tag, not whether there is such a language.
fn read_language(fields: &mut Fields<'_, '_>) -> String {
    let language = fields.needed_label("language");
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if !language.is_empty() && !language.split('-').all(is_subtag) {
        fields.fault(
            "language",
            quoted(&language),
            "a language tag such as \"en\" or \"de-AT\"",
        );
    }
    language
}

/// Reads the items of a list that can do without each other.
fn read_each<'a, T>(
    list: List<'a>,
    report: &mut Report,
    mut read: impl FnMut(Fields<'a, '_>) -> T,
) -> Vec<T> {
    let items = list.items.into_iter();
    items
        .filter_map(|place| report.alone(|report| Fields::open(place, report).map(&mut read)))
        .collect()
}

fn read_sources(list: List<'_>, report: &mut Report) -> (Vec<Source>, Ids) {
    let mut ids = Ids::default();
    let places = list.items.into_iter().enumerate();
    let sources = places
        .filter_map(|(index, place)| {
            Some(read_source(Fields::open(place, report)?, index, &mut ids))
        })
        .collect();
    (sources, ids)
}

fn read_source(mut fields: Fields<'_, '_>, index: usize, ids: &mut Ids) -> Source {
    let id = fields.needed_label("id");
    ids.note(&id, index, &mut fields);
    let name = fields.needed_label("name");
    let short_name = fields.label("shortName");
    let kind = fields.label("kind");
    let url = fields.link("url");
    fields.finish(false);
    Source {
        id,
        name,
        name_rank: 0,
        short_name,
        kind,
        url,
    }
}

fn read_categories(list: List<'_>, report: &mut Report) -> (Vec<Category>, Ids) {
    let mut ids = Ids::default();
    let places = list.items.into_iter().enumerate();
    let categories = places
        .filter_map(|(index, place)| {
            Some(read_category(Fields::open(place, report)?, index, &mut ids))
        })
        .collect();
    (categories, ids)
}

fn read_category(mut fields: Fields<'_, '_>, index: usize, ids: &mut Ids) -> Category {
    let id = fields.needed_label("id");
    ids.note(&id, index, &mut fields);
    let label = fields.needed_label("label");
    let short_label = fields.label("shortLabel");
    let note = fields.text("note");
    let own_scale = fields.flag("ownScale");
    fields.finish(false);
    Category {
        id,
        label,
        short_label,
        note,
        own_scale,
    }
}

fn read_reference(mut fields: Fields<'_, '_>, categories: &Ids) -> Reference {
    let label = fields.needed_label("label");
    let value = fields
        .need("value", COUNT)
        .and_then(|place| place.count(fields.report));
    let approximate = fields.flag("approximate");
    let category = fields.take("category");
    let category = category.and_then(|place| categories.find(&place, "categories", fields.report));
    fields.finish(true);
    Reference {
        label,
        value: value.unwrap_or_default(),
        approximate,
        category: category.map(CategoryIndex),
    }
}

fn read_event(mut fields: Fields<'_, '_>) -> Event {
    let label = fields.needed_label("label");
    let date = fields
        .take("date")
        .and_then(|place| read_dated(place, fields.report));
    let source = fields.label("source");
    fields.finish(true);
    Event {
        label,
        date,
        source,
    }
}
