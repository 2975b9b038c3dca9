//! Paths that wait until a test lets them go: a slow network without a clock.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use tokio::sync::watch;

/// Keeps a path waiting; releasing or dropping it lets every request go on.
#[derive(Debug)]
pub struct Hold(watch::Sender<bool>);

impl Hold {
    /// Lets the requests that wait go on, and all later ones through.
    pub fn release(self) {
        drop(self);
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.send_replace(true);
    }
}

/// The paths that are held.
#[derive(Debug, Default)]
pub(crate) struct Holds(Mutex<HashMap<String, watch::Receiver<bool>>>);

impl Holds {
    pub(crate) fn hold(&self, path: &str) -> Hold {
        let (sender, receiver) = watch::channel(false);
        let mut holds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        holds.insert(path.to_owned(), receiver);
        Hold(sender)
    }

    /// Forgets every hold, so that new requests pass.
    pub(crate) fn release_all(&self) {
        let mut holds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        holds.clear();
    }

    /// Comes back once `path` may be answered.
    pub(crate) async fn pass(&self, path: &str) {
        let held = {
            let holds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            holds.get(path).cloned()
        };
        if let Some(mut held) = held {
            // An error means that the hold is gone, which releases as well.
            let _ = held.wait_for(|released| *released).await;
        }
    }
}
