use proptest::prelude::*;

use super::*;
use crate::chart::text::text_width;
use crate::dataset::{
    CategoryIndex, Estimate, EstimateIndex, Figure, Source, SourceIndex, read_json,
};
use crate::view::{Action, Order, ScaleKind};

fn bundled(language: &str) -> Dataset {
    let text = match language {
        "ar" => include_str!("../../../data/north-korea.ar.json"),
        "de" => include_str!("../../../data/north-korea.de.json"),
        "fr" => include_str!("../../../data/north-korea.fr.json"),
        _ => include_str!("../../../data/north-korea.en.json"),
    };
    read_json(text).dataset.unwrap()
}

fn poster(dataset: &Dataset, actions: &[Action]) -> Poster {
    let start = ViewState::default();
    let view = actions
        .iter()
        .fold(start, |view, &action| view.reduce(action, dataset));
    Poster::new(dataset, 0, &view, Locale::for_language(&dataset.language))
}

#[test]
fn everything_at_first() {
    insta::assert_snapshot!(poster(&bundled("en"), &[]).svg());
}

#[test]
fn on_a_logarithmic_scale_without_two_sources_in_german() {
    let actions = [
        Action::ChooseScale(ScaleKind::Log),
        Action::ShowSource(SourceIndex(0), false),
        Action::ShowSource(SourceIndex(3), false),
    ];
    insta::assert_snapshot!(poster(&bundled("de"), &actions).svg());
}

#[test]
fn one_category_alone() {
    let actions = [Action::ChooseCategory(Some(CategoryIndex(6)))];
    insta::assert_snapshot!(poster(&bundled("en"), &actions).svg());
}

#[test]
fn one_category_alone_from_right_to_left() {
    let actions = [Action::ChooseCategory(Some(CategoryIndex(0)))];
    insta::assert_snapshot!(poster(&bundled("ar"), &actions).svg());
}

#[test]
fn one_category_zoomed_and_sorted_by_the_lowest() {
    let actions = [
        Action::ChooseCategory(Some(CategoryIndex(0))),
        Action::Zoom(true),
        Action::Sort(Order::Lowest),
    ];
    insta::assert_snapshot!(poster(&bundled("en"), &actions).svg());
}

#[test]
fn a_zoomed_axis_that_leaves_out_zero_says_so_and_no_other() {
    let says = |actions: &[Action]| {
        let svg = poster(&bundled("en"), actions).svg();
        texts(&svg, "text")
            .iter()
            .filter(|text| *text == "The axis does not begin at zero.")
            .count()
    };
    let planned = Action::ChooseCategory(Some(CategoryIndex(0)));
    assert_eq!(says(&[]), 0);
    assert_eq!(says(&[planned]), 0);
    assert_eq!(says(&[planned, Action::Zoom(true)]), 1);
    let log = Action::ChooseScale(ScaleKind::Log);
    assert_eq!(says(&[planned, Action::Zoom(true), log]), 0);
}

#[test]
fn hidden_categories_are_not_drawn() {
    let dataset = bundled("en");
    let svg = poster(&dataset, &[Action::ChooseCategory(Some(CategoryIndex(0)))]).svg();
    let texts = texts(&svg, "text");
    for (place, category) in dataset.categories.iter().enumerate() {
        assert_eq!(texts.contains(&category.label), place == 0, "{texts:?}");
    }
}

#[test]
fn nothing_but_a_sentence_where_no_source_is_on() {
    let svg = poster(&bundled("en"), &[Action::ShowNoSource]).svg();
    assert!(svg.contains(">No source is switched on.<"), "{svg}");
    assert!(svg.contains("Not shown: HUR"), "{svg}");
    assert!(
        !svg.contains("te-tick") && !svg.contains("Sources:"),
        "{svg}"
    );
}

/// A dataset of extremes: many sources with long names, large figures, texts that are hard to break.
fn extreme() -> Dataset {
    let mut dataset = bundled("en");
    dataset.title = "How many soldiers, according to whom, and when? ".repeat(6);
    dataset.takeaway = Some("unbreakable".repeat(40));
    dataset.credit = Some("Compiled from very many news stories. ".repeat(20));
    let estimate = dataset.estimates[0].clone();
    for place in 0..57 {
        let source = Source {
            id: format!("institute-{place}"),
            name: [
                "The Institute for the Study of Wars ",
                &"WM".repeat(60),
                "An institute",
            ][place % 3]
                .repeat(2),
            name_rank: 0,
            short_name: None,
            kind: Some("a research institute that looks into everything very closely ".repeat(2)),
            url: None,
        };
        dataset.sources.push(source);
        dataset.estimates.push(Estimate {
            id: format!("estimate-{place}"),
            source: SourceIndex(dataset.sources.len() - 1),
            figure: Figure {
                low: Some(9_007_199_254_740_991 >> place),
                high: (place % 2 == 0).then_some(9_007_199_254_740_991),
                ..Figure::default()
            },
            ..estimate.clone()
        });
    }
    dataset
}

/// The names in the rows of a picture, from top to bottom.
fn names(poster: &Poster) -> Vec<&str> {
    let pieces = poster.pieces.windows(2);
    pieces
        .filter_map(|pair| match pair {
            [Piece::Strip { .. }, Piece::Line { text, .. }] => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn rows_are_in_the_order_of_the_view() {
    let dataset = bundled("en");
    let planned = Action::ChooseCategory(Some(CategoryIndex(0)));
    let rows = |order| names(&poster(&dataset, &[planned, Action::Sort(order)])).join(", ");
    assert_eq!(rows(Order::Given), "HUR, Jenny Town, NIS");
    assert_eq!(rows(Order::Lowest), "Jenny Town, HUR, NIS");
}

#[test]
fn a_long_picture_has_the_rows_of_the_page_and_says_of_how_many() {
    let dataset = extreme();
    let all = dataset.estimates.len();
    let last = EstimateIndex(all - 1);
    for (actions, rows) in [
        (&[][..], 50),
        (&[Action::Open(last, true)], 51),
        (&[Action::ShowFurtherRows(50)], all),
    ] {
        let poster = poster(&dataset, actions);
        let strips = poster.pieces.iter();
        let strips = strips.filter(|piece| matches!(piece, Piece::Strip { .. }));
        assert_eq!(strips.count(), rows);
        let count = format!("{rows} of {all} shown.");
        let svg = poster.svg();
        assert!(svg.contains(&format!(">{count}<")), "{svg}");
        assert!(texts(&svg, "desc").concat().contains(&count));
    }
    assert!(!poster(&bundled("en"), &[]).svg().contains(" shown."));
}

/// What each piece covers: left, top, right, bottom in px.
fn covered(poster: &Poster) -> Vec<[f64; 4]> {
    let pieces = poster.pieces.iter();
    pieces
        .filter_map(|piece| match piece {
            Piece::Line {
                left,
                baseline,
                text,
                typeface,
            } => {
                let top = baseline - typeface.size * 0.8;
                let right = left + text_width(text, typeface.size, typeface.bold);
                Some([*left, top, right, baseline + typeface.size * 0.2])
            }
            Piece::Rule { top, height, .. } => Some([24.0, *top, 776.0, top + height]),
            Piece::Strip { top, mark, .. } => {
                Some([286.0, *top, 776.0, top + f64::from(mark.height())])
            }
            Piece::Background(_) => None,
        })
        .collect()
}

#[test]
fn nothing_is_clipped_and_nothing_lies_over_anything_else() {
    for dataset in [bundled("en"), bundled("de"), extreme()] {
        for actions in [&[][..], &[Action::ChooseScale(ScaleKind::Log)]] {
            let poster = poster(&dataset, actions);
            let bottom = f64::from(poster.size().1);
            let boxes = covered(&poster);
            for [left, top, right, lower] in &boxes {
                assert!(*left >= 0.0 && *top >= 0.0 && *right <= 776.0 && *lower <= bottom);
            }
            for (index, one) in boxes.iter().enumerate() {
                for other in &boxes[index + 1..] {
                    let apart = one[2] <= other[0]
                        || other[2] <= one[0]
                        || one[3] <= other[1]
                        || other[3] <= one[1];
                    assert!(apart, "{one:?} and {other:?}");
                }
            }
        }
    }
}

#[test]
fn sources_are_those_of_the_figures_shown_and_hidden_ones_are_named() {
    let actions = [
        Action::ChooseCategory(Some(CategoryIndex(0))),
        Action::ShowSource(SourceIndex(1), false),
    ];
    let svg = poster(&bundled("en"), &actions).svg();
    assert!(svg.contains(">Sources: HUR, NIS<"), "{svg}");
    assert!(svg.contains(">Not shown: Jenny Town<"), "{svg}");
}

#[test]
fn estimates_that_were_refused_are_counted() {
    let (dataset, view) = (bundled("en"), ViewState::default());
    for (refused, expected) in [
        (0, None),
        (
            1,
            Some("1 of 10 estimates could not be read and is not shown."),
        ),
        (
            2,
            Some("2 of 11 estimates could not be read and are not shown."),
        ),
    ] {
        let svg = Poster::new(&dataset, refused, &view, Locale::for_language("en")).svg();
        let said = texts(&svg, "text").into_iter();
        let said: Vec<_> = said.filter(|text| text.contains("not be read")).collect();
        assert_eq!(said.first().map(String::as_str), expected);
        let description = texts(&svg, "desc").concat();
        assert_eq!(
            description
                .lines()
                .find(|line| line.contains("not be read")),
            expected
        );
    }
}

#[test]
fn points_are_those_of_the_language() {
    for (language, points) in [
        (
            "fr",
            [">Sources\u{a0}: GUR, ", "document de renseignement\u{a0}: "],
        ),
        (
            "ar",
            [
                ">المصادر: مديرية الاستخبارات، ",
                "(الاستخبارات العسكرية الأوكرانية)، نُقل عبر ",
            ],
        ),
    ] {
        let svg = poster(&bundled(language), &[]).svg();
        for expected in points {
            assert!(svg.contains(expected), "{expected} is not in {svg}");
        }
    }
}

/// The texts in the elements of this name.
fn texts(svg: &str, name: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let elements = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
    elements
        .map(|element| element.text().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn the_picture_says_in_words_what_it_shows() {
    let poster = poster(&bundled("en"), &[Action::ShowSource(SourceIndex(6), false)]);
    let svg = poster.svg();
    assert!(svg.contains(r#"role="img" lang="en" xml:lang="en""#));
    assert_eq!(
        texts(&svg, "title"),
        ["How many more troops from North Korea? Sources disagree"]
    );
    let description = texts(&svg, "desc").concat();
    for line in [
        "HUR (Ukrainian military intelligence), passed on by CNN, from an intelligence document: 25,000 to 30,000",
        "NIS (South Korea’s intelligence service): no figure given",
        "Not shown: Oleksandr Syrskyi",
        "As of summer 2025",
    ] {
        assert!(
            description.lines().any(|other| other == line),
            "{description}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_gives_valid_xml_and_stays_text(title in ".{1,60}", name in "[ -~]{1,30}", language in ".{0,5}") {
        let mut dataset = bundled("en");
        dataset.title.clone_from(&title);
        dataset.sources[0].name.clone_from(&name);
        dataset.language = language;
        let svg = poster(&dataset, &[]).svg();
        let known = |text: &str| -> String {
            text.chars().filter(|character| !character.is_control() && !matches!(character, '\u{fffe}' | '\u{ffff}')).collect()
        };
        prop_assert_eq!(known(&texts(&svg, "title").concat()), known(&title));
        let words = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert!(words(&texts(&svg, "text").concat()).contains(&words(&name)));
    }
}

#[test]
fn where_lines_begin_at_the_right_the_picture_is_mirrored() {
    let dataset = bundled("en");
    let view = ViewState::default();
    let [left, right] = ["en", "ar"]
        .map(|language| Poster::new(&dataset, 0, &view, Locale::for_language(language)).svg());
    assert!(right.contains(r#"direction="rtl""#), "{right}");
    let dots = |svg: &str| -> Vec<f64> {
        let document = roxmltree::Document::parse(svg).unwrap();
        let dots = document.descendants();
        dots.filter_map(|node| node.attribute("cx")?.parse().ok())
            .collect()
    };
    let (left, right) = (dots(&left), dots(&right));
    assert_eq!(left.len(), 5);
    for (left, right) in left.iter().zip(right) {
        assert!((left + right - 800.0).abs() < 0.01, "{left} and {right}");
    }
}
