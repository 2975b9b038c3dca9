//! `troop-estimates publish`.

mod folder;
mod pages;
mod published;
mod servers;
