//! What the tests of this room share.

use proptest::prelude::*;

use super::Scale;
use crate::dataset::Figure;
use crate::view::{Extent, ScaleKind};

/// The largest figure that a dataset may hold.
pub const LARGEST_FIGURE: u64 = (1 << 53) - 1;

/// What a few figures span.
pub fn extent_of(figures: &[u64]) -> Extent {
    Extent {
        largest: figures.iter().copied().max(),
        smallest_positive: figures.iter().copied().filter(|figure| *figure > 0).min(),
        zoomed_from: None,
    }
}

/// The same for a reader who has zoomed.
pub fn zoomed_extent_of(figures: &[u64]) -> Extent {
    Extent {
        zoomed_from: figures.iter().copied().min(),
        ..extent_of(figures)
    }
}

/// Whole numbers of every order of magnitude.
pub fn any_value() -> impl Strategy<Value = u64> {
    (0..=LARGEST_FIGURE, 0..=53_u32).prop_map(|(value, shift)| value >> shift)
}

/// Both kinds of scale over any figures, zoomed or not, also over none and over zeros.
pub fn any_scale() -> impl Strategy<Value = Scale> {
    let kind = prop_oneof![Just(ScaleKind::Linear), Just(ScaleKind::Log)];
    let figures = proptest::collection::vec(any_value(), 0..4);
    (kind, figures, any::<bool>()).prop_map(|(kind, figures, zoomed)| {
        let extent = if zoomed {
            zoomed_extent_of(&figures)
        } else {
            extent_of(&figures)
        };
        Scale::new(kind, &extent)
    })
}

/// Every kind of figure, half of them on a scale that was made for them too.
pub fn any_figure_on_any_scale() -> impl Strategy<Value = (Figure, Scale)> {
    let kind = prop_oneof![Just(ScaleKind::Linear), Just(ScaleKind::Log)];
    let others = proptest::collection::vec(any_value(), 0..4);
    (any_figure(), any::<bool>(), kind, others).prop_map(|(figure, fits, kind, mut figures)| {
        if fits {
            figures.extend([figure.low, figure.best, figure.high].into_iter().flatten());
        }
        (figure, Scale::new(kind, &extent_of(&figures)))
    })
}

fn any_figure() -> impl Strategy<Value = Figure> {
    let ends = proptest::array::uniform3(any_value());
    (ends, any::<[bool; 3]>(), any::<bool>()).prop_map(|(mut ends, given, approximate)| {
        ends.sort_unstable();
        Figure {
            low: given[0].then_some(ends[0]),
            best: given[1].then_some(ends[1]),
            high: given[2].then_some(ends[2]),
            approximate,
        }
    })
}

/// A range.
pub fn range(low: u64, high: u64) -> Figure {
    Figure {
        low: Some(low),
        high: Some(high),
        ..Figure::default()
    }
}

/// One exact figure.
pub fn single(value: u64) -> Figure {
    Figure {
        best: Some(value),
        ..Figure::default()
    }
}

/// An upper bound without a lower figure.
pub fn up_to(high: u64) -> Figure {
    Figure {
        high: Some(high),
        ..Figure::default()
    }
}

/// A lower bound without an upper figure.
pub fn at_least(low: u64) -> Figure {
    Figure {
        low: Some(low),
        ..Figure::default()
    }
}

/// The same figure, as its source gave it with "about".
pub fn about(figure: Figure) -> Figure {
    Figure {
        approximate: true,
        ..figure
    }
}

/// Every kind of figure there is, with its words.
pub fn kinds() -> Vec<(Figure, &'static str)> {
    let best = Figure {
        best: Some(15_000),
        ..range(12_000, 20_000)
    };
    vec![
        (range(25_000, 30_000), "25,000 to 30,000"),
        (range(10_000, 20_000), "10,000 to 20,000"),
        (up_to(30_000), "up to 30,000"),
        (Figure::default(), "no figure given"),
        (about(single(11_000)), "about 11,000"),
        (about(single(4_000)), "about 4,000"),
        (single(1_000), "1,000"),
        (single(5_000), "5,000"),
        (single(110_000), "110,000"),
        (at_least(8_000), "at least 8,000"),
        (about(range(2_000, 9_000)), "about 2,000 to 9,000"),
        (best, "12,000 to 20,000"),
        (range(20_000, 200_000), "20,000 to 200,000"),
        (range(7_000, 7_001), "7,000 to 7,001"),
        (up_to(100), "up to 100"),
        (single(0), "0"),
        (single(LARGEST_FIGURE), "9,007,199,254,740,991"),
    ]
}

/// The scales that the bundled figures are shown on.
pub fn scales() -> [(&'static str, Scale); 3] {
    let figures = [1_000, 4_000, 110_000];
    [
        (
            "linear_30000",
            Scale::new(ScaleKind::Linear, &extent_of(&[30_000])),
        ),
        (
            "linear_125000",
            Scale::new(ScaleKind::Linear, &extent_of(&figures)),
        ),
        ("log", Scale::new(ScaleKind::Log, &extent_of(&figures))),
    ]
}
