use proptest::prelude::*;

use super::*;
use crate::dataset::{CategoryIndex, EstimateIndex, SourceIndex};
use crate::view::testing::{after, any_action, any_dataset, bundled, many};
use crate::view::{Action, ScaleKind};

#[test]
fn a_link_is_short_and_readable() {
    let dataset = bundled();
    let planned = Action::ChooseCategory(Some(CategoryIndex(0)));
    let hide = |place| Action::ShowSource(SourceIndex(place), false);
    let only = Action::ShowOnlySource(SourceIndex(0));
    let open = Action::Open(EstimateIndex(0), true);
    let given_again = [Action::Sort(Order::Name), Action::Sort(Order::Given)];
    for (actions, expected) in [
        (&[][..], ""),
        (&[hide(2), hide(0)], "without:hur.nis"),
        (&[only], "only:hur"),
        (&[Action::ShowNoSource], "none"),
        (
            &[planned, Action::ChooseScale(ScaleKind::Log)],
            "in:planned;log",
        ),
        (
            &[Action::Sort(Order::Lowest), Action::Zoom(true), open],
            "by:lowest;zoom;open:hur-planned",
        ),
        (&given_again, ""),
        (&[Action::ShowFurtherRows(9)], ""),
    ] {
        assert_eq!(after(actions, &dataset).link(&dataset), expected);
    }
}

#[test]
fn what_is_unknown_is_ignored_and_told() {
    let dataset = bundled();
    let read = |text| Link::read(text, &dataset);
    let link = read("only:gone;in:old;by:size;zoom:2;x=1;none:hur;open:hur-planned.e7");
    assert_eq!(
        link.ignored,
        ["gone", "old", "by:size", "zoom:2", "x=1", "none:hur", "e7"]
    );
    assert_eq!(
        link.view,
        after(&[Action::Open(EstimateIndex(0), true)], &dataset)
    );
    let two = read("in:losses.planned");
    assert_eq!(two.view, ViewState::default());
    assert_eq!(two.ignored, ["in:losses.planned"]);
    assert_eq!(read(";;").ignored, [""; 0]);
    assert_eq!(read("without:").ignored, [""; 0]);
    assert_eq!(read("only:hur.gone").view, read("only:hur").view);
}

#[test]
fn where_parts_contradict_each_other_the_first_holds_and_the_others_are_told() {
    let dataset = bundled();
    for (text, first, told) in [
        ("by:lowest;by:name", "by:lowest", &["by:name"][..]),
        ("by:given;by:name", "", &["by:name"]),
        (
            "in:planned;in:losses;in:planned",
            "in:planned",
            &["in:losses"],
        ),
        (
            "without:hur;none;only:nis;without:hur.nis",
            "without:hur",
            &["none", "only:nis", "without:hur.nis"],
        ),
        (
            "open:hur-planned;open:nis-planned",
            "open:hur-planned",
            &["open:nis-planned"],
        ),
    ] {
        let link = Link::read(text, &dataset);
        assert_eq!(link.view.link(&dataset), first, "{text}");
        assert_eq!(link.ignored, told, "{text}");
    }
}

#[test]
fn parts_that_say_the_same_twice_are_right() {
    let dataset = bundled();
    for text in [
        "log;log",
        "zoom;zoom",
        "none;none",
        "by:name;by:name",
        "in:planned;in:planned.planned",
        "only:hur.hur;only:hur;without:town.nis.story.western.shoigu.syrskyi",
        "without:gone;only:hur",
    ] {
        let link = Link::read(text, &dataset);
        let unknown = usize::from(text.contains("gone"));
        assert_eq!(link.ignored.len(), unknown, "{text}: {:?}", link.ignored);
        assert_ne!(link.view, ViewState::default());
    }
}

#[test]
fn a_long_link_of_a_large_dataset_is_soon_read() {
    let dataset = many(10_000);
    let link = Link::read(&"open:e.e;none;".repeat(100_000), &dataset);
    assert_eq!(link.ignored.len(), 200_000);
}

#[test]
fn odd_ids_are_escaped() {
    let mut dataset = bundled();
    dataset.sources[0].id = "a;b:c.d ~%&=é한".into();
    let state = after(&[Action::ShowSource(SourceIndex(0), false)], &dataset);
    let text = state.link(&dataset);
    assert_eq!(text, "without:a~3Bb~3Ac~2Ed~20~7E~25~26~3D~C3~A9~ED~95~9C");
    assert_eq!(
        Link::read(&text, &dataset),
        Link {
            view: state,
            ignored: Vec::new()
        }
    );
}

proptest! {
    #[test]
    fn a_link_leads_back_to_its_view(
        mut dataset in any_dataset(),
        ids in proptest::collection::vec(".{1,3}", 5),
        actions in proptest::collection::vec(any_action(), 0..12),
    ) {
        let sources = dataset.sources.iter_mut().map(|source| &mut source.id);
        let categories = dataset.categories.iter_mut().map(|category| &mut category.id);
        for ids_of in [sources.collect::<Vec<_>>(), categories.collect()] {
            for (place, (old, id)) in ids_of.into_iter().zip(&ids).enumerate() {
                *old = format!("{id}{place}");
            }
        }
        let state = after(&actions, &dataset).reduce(Action::ShowFurtherRows(0), &dataset);
        let text = state.link(&dataset);
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_~:;.".contains(&byte)));
        prop_assert_eq!(state == ViewState::default(), text.is_empty());
        prop_assert_eq!(Link::read(&text, &dataset), Link { view: state, ignored: Vec::new() });
    }

    #[test]
    fn any_text_leads_to_a_view_within_the_dataset(dataset in any_dataset(), text: String) {
        let link = Link::read(&text, &dataset);
        prop_assert_eq!(Link::read(&link.view.link(&dataset), &dataset).view, link.view);
    }

    #[test]
    fn any_parts_lead_to_a_view_within_the_dataset(
        dataset in any_dataset(),
        parts in proptest::collection::vec("(without|only|in|open|by|none|log|zoom)?(:?[sce][0-9]{1,2}(\\.[sce][0-9])?)?", 0..6),
    ) {
        let link = Link::read(&parts.join(";"), &dataset);
        prop_assert_eq!(Link::read(&link.view.link(&dataset), &dataset).view, link.view);
    }
}
proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_link_of_any_length_leads_back_to_its_view(
        sources in 1_usize..=256,
        estimates in 0_u64..=10_000,
        letters in ".{0,30}",
        every in 1_usize..5,
        rest: bool,
    ) {
        let mut dataset = many(estimates);
        let first = dataset.sources[0].clone();
        dataset.sources = vec![first; sources];
        let source_ids = dataset.sources.iter_mut().map(|source| &mut source.id);
        let estimate_ids = dataset.estimates.iter_mut().map(|estimate| &mut estimate.id);
        for ids in [source_ids.collect::<Vec<_>>(), estimate_ids.collect()] {
            for (place, id) in ids.into_iter().enumerate() {
                *id = format!("{letters}{place}");
            }
        }
        let chosen = |place: &usize| place.is_multiple_of(every) != rest;
        let state = ViewState {
            hidden: (0..sources).filter(chosen).map(SourceIndex).collect(),
            open: (0..dataset.estimates.len()).filter(chosen).map(EstimateIndex).collect(),
            ..ViewState::default()
        };
        let text = state.link(&dataset);
        prop_assert_eq!(Link::read(&text, &dataset), Link { view: state, ignored: Vec::new() });
    }
}
