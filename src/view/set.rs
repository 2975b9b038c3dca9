//! A set of a few things.

/// A set as a sorted list: as quick as a tree for what a reader switches, and far less code to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallSet<T>(Vec<T>);

impl<T> Default for SmallSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> SmallSet<T> {
    /// Whether the item is in the set.
    pub fn contains(&self, item: &T) -> bool {
        self.0.binary_search(item).is_ok()
    }

    /// Takes the item into the set, or out of it.
    pub fn include(&mut self, item: T, included: bool) {
        match (self.0.binary_search(&item), included) {
            (Err(place), true) => self.0.insert(place, item),
            (Ok(place), false) => drop(self.0.remove(place)),
            (Ok(_), true) | (Err(_), false) => {}
        }
    }

    /// The items in their order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Ord> FromIterator<T> for SmallSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self::default();
        for item in items {
            set.include(item, true);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_holds_what_a_tree_holds(changes: Vec<(u8, bool)>) {
            let (mut set, mut tree) = (SmallSet::default(), BTreeSet::new());
            for (item, included) in changes {
                set.include(item, included);
                if included { tree.insert(item) } else { tree.remove(&item) };
                prop_assert!(set.iter().eq(&tree));
                prop_assert_eq!(set.contains(&item), included);
                prop_assert_eq!((set.len(), set.is_empty()), (tree.len(), tree.is_empty()));
            }
            prop_assert_eq!(tree.into_iter().rev().collect::<SmallSet<u8>>(), set);
        }
    }
}
