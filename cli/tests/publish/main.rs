//! `troop-estimates publish`.

mod folder;
mod published;
mod servers;
