//! The words of bands, below the bottom edge.

use plotters::style::text_anchor::VPos;

use super::band::Band;
use super::canvas::{Canvas, Drawn, Surface, Words};
use super::draw::{Region, SMALL_SIZE, region};
use super::role::Role;
use super::scale::Scale;
use super::text::{NARROWEST_STRIP, TextAnchor, small_width};

/// The bands whose words are drawn: on the narrowest strip they must not touch those before them.
pub fn labelled<'a>(scale: &Scale, bands: &'a [Band]) -> Vec<&'a Band> {
    let mut free = f64::NEG_INFINITY;
    let has_room = |band: &&Band| {
        let Some((start, end)) = interval(scale, band) else {
            return false;
        };
        let has_room = start >= free;
        if has_room {
            free = end + small_width(" ");
        }
        has_room
    };
    bands.iter().filter(has_room).collect()
}

/// Draws the words of a band: below its middle, but near the edge of a strip flush with the band.
pub fn draw_band_label<S: Surface>(canvas: &Canvas<S>, scale: &Scale, band: &Band) -> Drawn<S> {
    let Some((anchor, position)) = place(scale, band) else {
        return Ok(());
    };
    let words = Words {
        text: &band.label,
        size: SMALL_SIZE,
        position,
        offset: 0.0,
        anchor,
        y: canvas.height() + 17.0,
        vertical: VPos::Bottom,
        bold: false,
    };
    canvas.words(Role::BandLabel, &words)
}

/// Where the words of a band begin and end on the narrowest strip, by estimate; in CSS px.
fn interval(scale: &Scale, band: &Band) -> Option<(f64, f64)> {
    let (anchor, position) = place(scale, band)?;
    Some(anchor.interval(position * NARROWEST_STRIP, small_width(&band.label)))
}

/// Where the words of a band hang, as a share of the width; nowhere if the band is outside the domain.
fn place(scale: &Scale, band: &Band) -> Option<(TextAnchor, f64)> {
    let Region { from, to, .. } = region(scale, band)?;
    let middle = f64::midpoint(from, to);
    let anchor = TextAnchor::within(
        NARROWEST_STRIP,
        middle * NARROWEST_STRIP,
        small_width(&band.label),
    );
    let position = match anchor {
        TextAnchor::Start => from,
        TextAnchor::Middle => middle,
        TextAnchor::End => to,
    };
    Some((anchor, position))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{extent_of, zoomed_extent_of};
    use super::*;
    use crate::chart::BandKind;
    use crate::view::{Extent, ScaleKind};

    /// The gaps between these figures, and the ends of those whose words are drawn.
    fn told(extent: &Extent, figures: &[u64]) -> Vec<(u64, u64)> {
        let gap = |pair: &[u64]| Band {
            kind: BandKind::Gap,
            low: Some(pair[0]),
            high: Some(pair[1]),
            label: "gap".to_owned(),
        };
        let gaps: Vec<Band> = figures.windows(2).map(gap).collect();
        let told = labelled(&Scale::new(ScaleKind::Linear, extent), &gaps);
        told.into_iter()
            .filter_map(|band| band.low.zip(band.high))
            .collect()
    }

    #[test]
    fn of_neighbouring_gaps_only_those_with_room_are_labelled() {
        let figures = [110_000, 112_000, 114_000, 116_000];
        assert_eq!(told(&extent_of(&figures), &figures), [(110_000, 112_000)]);
        assert_eq!(told(&zoomed_extent_of(&figures), &figures).len(), 3);
    }

    #[test]
    fn gaps_far_from_each_other_are_all_labelled() {
        let figures = [10_000, 40_000, 70_000, 110_000];
        assert_eq!(told(&extent_of(&figures), &figures).len(), 3);
    }

    #[test]
    fn a_gap_outside_the_domain_takes_no_room() {
        let zoomed = zoomed_extent_of(&[50_000, 100_000]);
        let figures = [1, 2, 60_000, 90_000];
        let told = told(&zoomed, &figures);
        assert!(
            !told.contains(&(1, 2)) && told.contains(&(60_000, 90_000)),
            "{told:?}"
        );
    }
}
