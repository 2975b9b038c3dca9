//! The dataset: what is in a file of estimates, and how it is read and checked.

mod model;

pub use model::{
    Category, CategoryIndex, Dataset, Date, Dated, Estimate, EstimateIndex, Event, Figure,
    FigureKind, Reference, Source, SourceIndex,
};
