//! Whole numbers with group separators.

/// The digits of `value` in groups of three, from `shortest` digits on.
pub fn grouped(value: u64, separator: &str, shortest: usize) -> String {
    let digits = value.to_string();
    if digits.len() < shortest {
        return digits;
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}
