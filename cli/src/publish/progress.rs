//! What is being done, on a terminal.

use std::time::Duration;

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

/// A bar on standard error; nothing where that is no terminal.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }

    /// Does one thing and says so meanwhile.
    pub(super) fn step<T>(&self, what: &'static str, work: impl FnOnce() -> T) -> T {
        self.0.set_style(ProgressStyle::default_spinner());
        self.0.set_message(what);
        work()
    }

    /// Does the same with each item, on all cores, and shows how far it is.
    pub(super) fn each<T: Sync, R: Send>(
        &self,
        what: &'static str,
        items: &[T],
        work: impl Fn(&T) -> Result<R> + Sync,
    ) -> Result<Vec<R>> {
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos} of {len}");
        self.0
            .set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.0.set_length(items.len() as u64);
        self.0.set_position(0);
        self.0.set_message(what);
        let items = items.par_iter();
        let done = items.map(|item| {
            let done = work(item);
            self.0.inc(1);
            done
        });
        done.collect()
    }

    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}
