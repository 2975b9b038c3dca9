//! A region of the axis behind all rows.

use crate::locale::Locale;
use crate::view::{Agreement, Verdict, widest_gaps};

/// What a band stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandKind {
    /// Values that no source names.
    Gap,
    /// Values that all sources name.
    Overlap,
}

/// A gap or an overlap, drawn behind all rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What it stands for.
    pub kind: BandKind,
    /// The lower end; `None` where the region is open.
    pub low: Option<u64>,
    /// The upper end, not below the lower; `None` where the region is open.
    pub high: Option<u64>,
    /// A few words that stand below it.
    pub label: String,
}

impl Band {
    /// The regions that the sentence about an agreement speaks of.
    pub fn all(agreement: &Agreement, locale: Locale) -> Vec<Band> {
        let words = locale.words();
        match &agreement.verdict {
            Verdict::Shared { low, high } => vec![Band {
                kind: BandKind::Overlap,
                low: *low,
                high: *high,
                label: words.overlap_label().to_owned(),
            }],
            Verdict::Gaps(gaps) => widest_gaps(gaps)
                .into_iter()
                .map(|gap| Band {
                    kind: BandKind::Gap,
                    low: Some(gap.after),
                    high: Some(gap.before),
                    label: words.gap_label().to_owned(),
                })
                .collect(),
            Verdict::NoFigure | Verdict::OneFigure | Verdict::NoCommonValue { .. } => Vec::new(),
        }
    }
}
