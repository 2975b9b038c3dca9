//! The languages there are, each a file beside this one.

use super::messages::List;

// Written by `build.rs`: a module for each file, and `ALL` of them.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What is spoken to those whose language is not there.
pub static ENGLISH: List = en::MESSAGES.list();
