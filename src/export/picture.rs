//! The pictures that go along with a text: read once, whole, and without what their files say beside the picture.

mod exif;
mod jpeg;
mod png;

/// A picture as every format takes it: its file holds how it looks and nothing else. Where and when it was taken, with
/// what, by whom, what was remarked on it and how it looked before it was cut stay in the house.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Picture {
    /// Its file.
    pub(super) bytes: Vec<u8>,
    /// How its name ends.
    pub(super) ending: &'static str,
    /// Its type.
    pub(super) mime: &'static str,
    /// Its dots across and down, as the file holds them.
    pub(super) dots: (u32, u32),
    /// How it is turned to stand upright, from 1 to 8 as EXIF counts them; 1 is as it is.
    pub(super) turned: u8,
    /// Whether its colours are those of a printing press.
    pub(super) press: bool,
}

impl Picture {
    /// The picture, if it is a PNG or a JPEG that is all there.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let picture = match bytes {
            [0x89, ..] => png::read(bytes)?,
            [0xFF, ..] => jpeg::read(bytes)?,
            _ => return None,
        };
        (picture.dots.0 > 0 && picture.dots.1 > 0).then_some(picture)
    }

    /// Its width and height in points inside a box, as it is but never enlarged beyond 96 dots to the inch.
    pub(super) fn within(&self, width: f64, height: f64) -> (f64, f64) {
        let (across, down) = (f64::from(self.dots.0) * 0.75, f64::from(self.dots.1) * 0.75);
        let scale = (width / across).min(height / down).min(1.0);
        (across * scale, down * scale)
    }
}

/// The file of a PNG or a JPEG without what it says beside the picture; nothing where it is neither, or not whole.
#[must_use]
pub fn bare_picture(bytes: &[u8]) -> Option<Vec<u8>> {
    Picture::read(bytes).map(|picture| picture.bytes)
}
