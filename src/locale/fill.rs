//! Texts into messages.

/// A message with a value in place of each `{name}`; a name without a value leaves nothing.
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_stand_where_their_names_stood() {
        let values = [("low", "1"), ("high", "{low}")];
        assert_eq!(fill("{high} from {low}.", &values), "{low} from 1.");
        assert_eq!(fill("nothing to fill", &values), "nothing to fill");
    }
}
