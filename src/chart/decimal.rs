//! Decimal fractions from whole units: floating-point formatting alone would cost kilobytes of wasm.

/// Tenths of a px: the unit of lengths on a drawing.
pub const UNITS_PER_PX: u32 = 10;

/// Units as px: 15 units are "1.5".
pub fn px(units: i32) -> String {
    decimal(units, UNITS_PER_PX)
}

/// A fraction with a power of ten below it, as short as it is exact.
pub(super) fn decimal(units: i32, one: u32) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let units = units.unsigned_abs();
    let mut text = [sign, &(units / one).to_string()].concat();
    let (mut rest, mut digit) = (units % one, one / 10);
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        text += &(rest / digit).to_string();
        rest %= digit;
        digit /= 10;
    }
    text
}
