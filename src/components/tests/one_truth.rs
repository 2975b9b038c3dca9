//! One truth: the drawing, the words of the table, what the page carries for its scripts and the dataset itself are the
//! same figures.

use std::rc::Rc;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

use super::*;
use crate::chart::Scale;
use crate::dataset::any::any_dataset;
use crate::dataset::{Figure, FigureKind, Packed};
use crate::view::{FIRST_ROWS, ViewState, layout};

/// So small that a hundredth of a per cent of the widest axis is less than half of one: the drawing then has each number
/// exactly.
const MOST: u64 = 4_000;

fn any_small_dataset() -> impl Strategy<Value = Dataset> {
    any_dataset().prop_map(|mut dataset| {
        for estimate in &mut dataset.estimates {
            let Figure {
                low, best, high, ..
            } = &mut estimate.figure;
            let mut given: Vec<&mut u64> = [low, best, high].into_iter().flatten().collect();
            let mut small: Vec<u64> = given.iter().map(|count| **count % (MOST + 1)).collect();
            small.sort_unstable();
            for (count, small) in given.iter_mut().zip(small) {
                **count = small;
            }
        }
        for reference in &mut dataset.references {
            reference.value %= MOST + 1;
        }
        dataset
    })
}

/// The numbers that the source gave and that are to be seen: of one figure that has both ends the same, one.
fn given(figure: &Figure) -> Vec<u64> {
    let ends = match figure.kind() {
        FigureKind::Range { low, high } => vec![low, high],
        FigureKind::Single(value) | FigureKind::UpTo(value) | FigureKind::AtLeast(value) => {
            vec![value]
        }
        FigureKind::NotGiven => vec![],
    };
    let best = match figure.kind() {
        FigureKind::Single(_) | FigureKind::NotGiven => None,
        _ => figure.best,
    };
    let mut given: Vec<u64> = ends.into_iter().chain(best).collect();
    given.sort_unstable();
    given
}

fn all<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element
        .select(&Selector::parse(selector).unwrap())
        .collect()
}

/// The numbers at which the drawing of a row has an end, a dot or a mark of its own.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small number"
)]
fn drawn(row: ElementRef<'_>, scale: &Scale) -> Vec<u64> {
    let marks = all(row, ".te-strip :is(.te-bar-end, .te-dot, .te-best)");
    let mut drawn: Vec<u64> = marks
        .into_iter()
        .map(|mark| {
            let place = mark.attr("cx").or(mark.attr("x")).unwrap();
            let share: f64 = place.strip_suffix('%').unwrap().parse().unwrap();
            scale.value_at(share / 100.0).round() as u64
        })
        .collect();
    drawn.sort_unstable();
    drawn
}

fn props(dataset: &Rc<Dataset>, locale: Locale) -> WidgetProps {
    WidgetProps {
        locale,
        dataset: dataset.clone(),
        link: Rc::default(),
        page: None,
        problems: Rc::default(),
        refused: 0,
        instance: 0,
        prerendering: Prerendering::Writes,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn drawing_words_and_data_are_the_same_figures(dataset in any_small_dataset()) {
        let packed = Packed { dataset, refused: 0, problems: Vec::new() };
        let carried = Packed::from_text(&packed.to_text());
        prop_assert_eq!(carried.as_ref(), Some(&packed));
        let dataset = Rc::new(packed.dataset);
        let locale = Locale::for_language("en");
        let page = Html::parse_fragment(&rendered::<Widget>(props(&dataset, locale)));
        let layout = layout(&dataset, &ViewState::default());
        let rows = all(page.root_element(), ".te-row");
        prop_assert_eq!(rows.len(), dataset.estimates.len().min(FIRST_ROWS));
        let mut seen = Vec::new();
        for row in rows {
            let index: usize = row.attr("data-estimate").unwrap().parse().unwrap();
            seen.push(index);
            let estimate = &dataset.estimates[index];
            let group = layout.groups.iter().find(|group| group.category == estimate.category).unwrap();
            let scale = Scale::new(ViewState::default().scale, &layout.axes[group.axis]);
            prop_assert_eq!(drawn(row, &scale), given(&estimate.figure), "{:?}", estimate.figure);
            let words: String = all(row, ".te-spoken")[0].text().collect();
            prop_assert_eq!(words, locale.figure(&estimate.figure));
            let name: String = all(row, ".te-source bdi")[0].text().collect();
            prop_assert_eq!(&name, &dataset.sources[estimate.source.0].name);
            // A number that is not given is nowhere, and one that is stands in the words.
            let text: String = all(row, ".te-spoken")[0].text().collect();
            for number in given(&estimate.figure) {
                prop_assert!(text.contains(&locale.number(number)), "{text}");
            }
        }
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..dataset.estimates.len()).collect::<Vec<_>>());
        for shape in all(page.root_element(), "svg, svg *") {
            for (name, value) in shape.value().attrs().filter(|(name, _)| *name != "class") {
                prop_assert!(!value.contains("NaN") && !value.contains("inf"), "{name}={value}");
            }
        }
    }
}
