//! The pictures that go along with a text: read once, whole, and without what their files say beside the picture.

use std::borrow::Cow;

mod colours;
mod exif;
mod jpeg;
mod png;

/// A picture as every format takes it: its file holds how it looks and nothing else. Where and when it was taken, with
/// what, by whom, what was remarked on it and how it looked before it was cut stay in the house.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Picture {
    /// Its file, which does not say how it is turned: who sets it upright by that would do so twice.
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

    /// Its file for who reads from it how it is turned, as browsers do and programs for photos.
    pub(super) fn file(&self) -> Cow<'_, [u8]> {
        match self.ending {
            _ if self.turned == 1 => Cow::Borrowed(&self.bytes),
            "png" => Cow::Owned(png::saying(&self.bytes, self.turned)),
            _ => Cow::Owned(jpeg::saying(&self.bytes, self.turned)),
        }
    }

    /// What sets it upright: whether left and right change places, and by how many degrees it is turned clockwise then.
    pub(super) fn upright(&self) -> (bool, u16) {
        match self.turned {
            2 => (true, 0),
            3 => (false, 180),
            4 => (true, 180),
            5 => (true, 270),
            6 => (false, 90),
            7 => (true, 90),
            8 => (false, 270),
            _ => (false, 0),
        }
    }

    /// How far it is moved back to where it stood, of such a size upright, after it was turned around its first corner.
    pub(super) fn back(&self, (width, height): (f64, f64)) -> (f64, f64) {
        match self.upright().1 {
            90 => (width, 0.0),
            180 => (width, height),
            270 => (0.0, height),
            _ => (0.0, 0.0),
        }
    }

    /// Width and height of the file as it lies, of a picture that stands so large.
    pub(super) fn lying(&self, (width, height): (f64, f64)) -> (f64, f64) {
        if self.turned > 4 { (height, width) } else { (width, height) }
    }

    /// Its width and height in points inside a box, upright, as it is but never enlarged beyond 96 dots to the inch.
    pub(super) fn within(&self, width: f64, height: f64) -> (f64, f64) {
        let (across, down) = self.lying((f64::from(self.dots.0) * 0.75, f64::from(self.dots.1) * 0.75));
        let scale = (width / across).min(height / down).min(1.0);
        (across * scale, down * scale)
    }
}

/// The file of a PNG or a JPEG without what it says beside the picture and which way is up; nothing where it is neither,
/// or not whole.
#[must_use]
pub fn bare_picture(bytes: &[u8]) -> Option<Vec<u8>> {
    Picture::read(bytes).map(|picture| picture.file().into_owned())
}
