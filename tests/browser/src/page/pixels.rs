//! What is on the screen, pixel by pixel.

use anyhow::{Context, Result, ensure};

use super::Element;

/// A picture with a pixel for each CSS pixel.
#[derive(Debug)]
pub struct Pixels {
    width: usize,
    colours: Vec<[u8; 3]>,
}

impl Pixels {
    fn decode(picture: &[u8]) -> Result<Self> {
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

impl Element<'_> {
    /// What stands on the screen in this element's place.
    ///
    /// # Errors
    /// When the browser takes no picture.
    pub fn pixels(&self) -> Result<Pixels> {
        Pixels::decode(&self.picture()?)
    }
}
