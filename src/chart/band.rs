//! A region of the axis behind all rows.

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
