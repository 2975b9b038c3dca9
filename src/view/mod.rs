//! What the reader sees of a dataset: view state, rows and agreement.
