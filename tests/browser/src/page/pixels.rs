//! What is on the screen, pixel by pixel.

use anyhow::{Context, Result, ensure};

use super::{Element, Page};

/// A picture with a pixel for each CSS pixel.
#[derive(Debug)]
pub struct Pixels {
    width: usize,
    colours: Vec<[u8; 3]>,
}

impl Pixels {
    /// The picture in a PNG file.
    ///
    /// # Errors
    /// When it is none, or has no colours.
    pub fn decode(picture: &[u8]) -> Result<Self> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().context("the picture is no PNG")?;
        let size = reader.output_buffer_size().context("a huge picture")?;
        let mut bytes = vec![0; size];
        let frame = reader.next_frame(&mut bytes)?;
        let samples = frame.color_type.samples();
        ensure!(samples >= 3, "the picture has no colours");
        let colours = bytes
            .chunks_exact(samples)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        Ok(Self {
            width: usize::try_from(frame.width)?,
            colours,
        })
    }

    /// The part with this left, top, width and height, as far as it is inside.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels are counted in whole numbers"
    )]
    pub fn part(&self, bounds: [f64; 4]) -> Self {
        let [left, top, width, height] = bounds.map(|length| length.round().max(0.0) as usize);
        let right = self.width.min(left + width);
        let bottom = self.height().min(top + height);
        Self {
            width: right.saturating_sub(left),
            colours: (top..bottom)
                .flat_map(|y| (left..right).filter_map(move |x| self.at(x, y)))
                .collect(),
        }
    }

    /// How many pixels stand side by side.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many rows of pixels there are.
    #[must_use]
    pub fn height(&self) -> usize {
        self.colours.len() / self.width.max(1)
    }

    /// Red, green and blue of a pixel; none outside the picture.
    #[must_use]
    pub fn at(&self, x: usize, y: usize) -> Option<[u8; 3]> {
        let inside = x < self.width;
        inside.then(|| self.colours.get(y * self.width + x).copied())?
    }
}

impl Page {
    /// What stands in the window.
    ///
    /// # Errors
    /// When the browser takes no picture.
    pub fn pixels(&self) -> Result<Pixels> {
        let driver = self.browser.driver()?;
        let picture = driver.run(|client| async move { client.screenshot().await })?;
        Pixels::decode(&picture)
    }
}

impl Element<'_> {
    /// What stands on the screen in this element's place. The window must reach so far: `WebKitGTK`
    /// takes pictures of what it showed before it scrolled.
    ///
    /// # Errors
    /// When the browser takes no picture, or the element is not wholly in the window.
    pub fn pixels(&self) -> Result<Pixels> {
        // Not the driver's own picture of an element: `WebKitGTK`'s takes another part of the page.
        let window = Pixels::decode(&self.picture()?)?;
        let bounds = self.bounds()?;
        let part = window.part(bounds);
        ensure!(
            (bounds[3] - part.height() as f64).abs() <= 1.0,
            "only {} of {} px are in the window",
            part.height(),
            bounds[3]
        );
        Ok(part)
    }
}
