//! How colours on the screen stand out from each other, as WCAG measures it.

use browser_tests::Pixels;

/// The relative luminance of a colour.
pub(crate) fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two luminances.
pub(crate) fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// All luminances of a picture, line by line.
pub(crate) fn luminances(picture: &Pixels) -> Vec<f64> {
    let places = (0..picture.height()).flat_map(|y| (0..picture.width()).map(move |x| (x, y)));
    places
        .filter_map(|(x, y)| picture.at(x, y))
        .map(luminance)
        .collect()
}

/// What a picture shows most.
pub(crate) fn ground(picture: &Pixels) -> f64 {
    let mut all = luminances(picture);
    all.sort_by(f64::total_cmp);
    all.chunk_by(|one, other| (one - other).abs() < 0.001)
        .max_by_key(|alike| alike.len())
        .map_or(0.0, |alike| alike[0])
}

/// The strongest contrast between a ground and anything in a picture.
pub(crate) fn strongest(picture: &Pixels, ground: f64) -> f64 {
    luminances(picture)
        .into_iter()
        .map(|luminance| contrast(luminance, ground))
        .fold(1.0, f64::max)
}
