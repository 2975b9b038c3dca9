//! Near matches for misspelt names.

/// The name that was probably meant: the nearest one, where it is near enough to be a slip.
///
/// ```
/// use troop_estimates::dataset::near_match;
/// assert_eq!(near_match("hihg", ["low", "high"]), Some("high"));
/// assert_eq!(near_match("most", ["low", "high"]), None);
/// ```
pub fn near_match<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.to_ascii_lowercase().chars().collect();
    let most = (1 + written.len() / 4).min(3);
    names
        .into_iter()
        .filter_map(|name| Some((distance(&written, name, most)?, name)))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// How many slips (a character too many, too few or wrong, two neighbours swapped) lie between two
/// names; none where there are more than `most`. Upper and lower case are alike.
///
/// The table of the distances between all beginnings of the two names is filled row by row, each
/// needing only the two rows before it. As soon as a whole row is above `most`, the names are too
/// far apart: files with thousands of unknown names stay quick to read.
fn distance(written: &[char], name: &str, most: usize) -> Option<usize> {
    let name: Vec<char> = name.to_ascii_lowercase().chars().collect();
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=name.len()).collect();
    for row in 1..=written.len() {
        let mut current = vec![row];
        for column in 1..=name.len() {
            let differs = usize::from(written[row - 1] != name[column - 1]);
            let mut least = (above[column] + 1)
                .min(current[column - 1] + 1)
                .min(above[column - 1] + differs);
            let swapped = row > 1
                && column > 1
                && written[row - 1] == name[column - 2]
                && written[row - 2] == name[column - 1];
            if swapped {
                let until_swap: usize = before[column - 2];
                least = least.min(until_swap + 1);
            }
            current.push(least);
        }
        if current.iter().all(|&slips| slips > most) {
            return None;
        }
        before = std::mem::replace(&mut above, current);
    }
    above.last().copied().filter(|&slips| slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised() {
        let names = ["low", "high", "passedOnBy", "hur-planned"];
        for (written, meant) in [
            ("lwo", "low"),
            ("hihg", "high"),
            ("higher", "high"),
            ("HIGH", "high"),
            ("passed_on_by", "passedOnBy"),
            ("hur-plannd", "hur-planned"),
        ] {
            assert_eq!(near_match(written, names), Some(meant), "{written}");
        }
    }

    #[test]
    fn other_words_are_not() {
        for written in ["", "max", "comment", "best"] {
            assert_eq!(
                near_match(written, ["low", "high", "passedOnBy"]),
                None,
                "{written}"
            );
        }
    }

    #[test]
    fn the_nearest_wins_and_the_first_of_equals() {
        assert_eq!(near_match("nis2", ["nie2s", "nis"]), Some("nis"));
        assert_eq!(near_match("abc", ["abd", "abe"]), Some("abd"));
    }
}
