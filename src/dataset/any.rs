//! Any dataset, for property tests.

use proptest::option::of;
use proptest::prelude::*;

use super::{
    Category, CategoryIndex, Dataset, Date, Dated, Estimate, Event, Figure, Reference, Source,
    SourceIndex,
};

/// Datasets with all that a file may hold, few of everything.
pub(crate) fn any_dataset() -> impl Strategy<Value = Dataset> {
    let whole = (
        any_text(),
        of(any_text()),
        any_dated(),
        any_text(),
        of(any_text()),
    );
    let sources = proptest::collection::vec(any_source(), 1..5);
    let categories = proptest::collection::vec(any_category(), 1..4);
    let estimates = proptest::collection::vec(any_estimate(), 0..8);
    let references = proptest::collection::vec(any_reference(), 0..3);
    let events = proptest::collection::vec(any_event(), 0..3);
    (whole, sources, categories, estimates, references, events).prop_map(
        |(
            (title, takeaway, as_of, unit, credit),
            sources,
            categories,
            estimates,
            references,
            events,
        )| {
            let mut dataset = Dataset {
                language: "en".to_owned(),
                title,
                takeaway,
                as_of,
                unit,
                credit,
                sources,
                categories,
                estimates,
                references,
                events,
            };
            make_sound(&mut dataset);
            dataset.rank_names(str::cmp);
            dataset
        },
    )
}

/// Gives everything an id of its own, and points indexes to what there is.
fn make_sound(dataset: &mut Dataset) {
    for (place, source) in dataset.sources.iter_mut().enumerate() {
        source.id += &format!("-{place}");
    }
    for (place, category) in dataset.categories.iter_mut().enumerate() {
        category.id += &format!("-{place}");
    }
    let (sources, categories) = (dataset.sources.len(), dataset.categories.len());
    for (place, estimate) in dataset.estimates.iter_mut().enumerate() {
        estimate.id += &format!("-{place}");
        estimate.source.0 %= sources;
        estimate.category.0 %= categories;
    }
    for reference in &mut dataset.references {
        reference.category = reference
            .category
            .map(|index| CategoryIndex(index.0 % categories));
    }
}

/// Texts as a reader leaves them, with signs that other formats give a meaning to.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let text = "[!-~äß한é“](.{0,20}[!-~äß한é“])?";
    text.prop_filter("not a text of a dataset", |text| {
        let is_blank = |character: char| {
            character.is_control() || character.is_whitespace() && character != ' '
        };
        let mut characters = text.chars();
        !text.contains(is_blank)
            && !text.contains("  ")
            && characters.all(|character| character.is_ascii() || character.is_alphanumeric())
    })
}

fn any_url() -> impl Strategy<Value = Option<String>> {
    of("[a-z?=&\"',;-]{0,8}".prop_map(|path| format!("https://example.org/{path}")))
}

fn any_source() -> impl Strategy<Value = Source> {
    (
        any_text(),
        any_text(),
        of(any_text()),
        of(any_text()),
        any_url(),
    )
        .prop_map(|(id, name, short_name, kind, url)| Source {
            id,
            name,
            name_rank: 0,
            short_name,
            kind,
            url,
        })
}

fn any_category() -> impl Strategy<Value = Category> {
    (
        any_text(),
        any_text(),
        of(any_text()),
        of(any_text()),
        any::<bool>(),
    )
        .prop_map(|(id, label, short_label, note, own_scale)| Category {
            id,
            label,
            short_label,
            note,
            own_scale,
        })
}

fn any_estimate() -> impl Strategy<Value = Estimate> {
    let texts = (
        any_text(),
        of(any_text()),
        of(any_text()),
        of(any_text()),
        any_url(),
    );
    (texts, 0_usize..9, 0_usize..9, any_figure(), of(any_dated())).prop_map(
        |((id, passed_on_by, note, quote, url), source, category, figure, date)| Estimate {
            id,
            source: SourceIndex(source),
            category: CategoryIndex(category),
            figure,
            passed_on_by,
            date,
            note,
            quote,
            url,
        },
    )
}

fn any_count() -> impl Strategy<Value = u64> {
    prop_oneof![0_u64..3, 0_u64..200_000, 0_u64..1 << 53]
}

fn any_figure() -> impl Strategy<Value = Figure> {
    let counts = proptest::array::uniform3(any_count());
    (counts, proptest::array::uniform4(any::<bool>())).prop_map(|(mut counts, given)| {
        counts.sort_unstable();
        let count = |place: usize| given[place].then_some(counts[place]);
        Figure {
            low: count(0),
            best: count(1),
            high: count(2),
            approximate: given[3],
        }
    })
}

fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        (1_u16..9999).prop_map(Date::Year),
        (1_u16..9999, 1_u8..=12).prop_map(|(year, month)| Date::Month(year, month)),
        (1_u16..9999, 1_u8..=12, 1_u8..=28)
            .prop_map(|(year, month, day)| Date::Day(year, month, day)),
    ]
}

fn any_dated() -> impl Strategy<Value = Dated> {
    let dated = (any_date(), any::<bool>(), of(any_text()));
    let dated = dated.prop_map(|(date, is_stretch, label)| Dated {
        date: Some(date),
        until: is_stretch.then(|| later(date)),
        label,
    });
    let labelled = any_text().prop_map(|label| Dated {
        label: Some(label),
        ..Dated::default()
    });
    prop_oneof![dated, labelled]
}

/// A later date that is as exact.
fn later(date: Date) -> Date {
    match date {
        Date::Year(year) => Date::Year(year + 1),
        Date::Month(year, month) => Date::Month(year + 1, month),
        Date::Day(year, month, day) => Date::Day(year + 1, month, day),
    }
}

fn any_reference() -> impl Strategy<Value = Reference> {
    (any_text(), any_count(), any::<bool>(), of(0_usize..9)).prop_map(
        |(label, value, approximate, category)| Reference {
            label,
            value,
            approximate,
            category: category.map(CategoryIndex),
        },
    )
}

fn any_event() -> impl Strategy<Value = Event> {
    (any_text(), of(any_dated()), of(any_text())).prop_map(|(label, date, source)| Event {
        label,
        date,
        source,
    })
}
