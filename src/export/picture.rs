//! Pictures as files of word processors take them: their kind and size, read from their first bytes.

use super::sheet::Image;

/// How a picture is packed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Picture<'a> {
    pub(super) bytes: &'a [u8],
    /// How its name ends.
    pub(super) ending: &'static str,
    /// Its type.
    pub(super) mime: &'static str,
    /// Its dots across and down.
    pub(super) dots: (u32, u32),
}

impl<'a> Picture<'a> {
    /// The picture, if it is a PNG or a JPEG that says how large it is.
    pub(super) fn read(image: Image<'a>) -> Option<Self> {
        let bytes = image.bytes;
        let (ending, mime, dots) = match bytes {
            [0x89, b'P', b'N', b'G', 13, 10, 26, 10, ..] => ("png", "image/png", png(bytes)?),
            [0xFF, 0xD8, ..] => ("jpeg", "image/jpeg", jpeg(bytes)?),
            _ => return None,
        };
        (dots.0 > 0 && dots.1 > 0).then_some(Self { bytes, ending, mime, dots })
    }

    /// Its width and height in points inside a box, as it is but never enlarged beyond 96 dots to the inch.
    pub(super) fn within(&self, width: f64, height: f64) -> (f64, f64) {
        let (across, down) = (f64::from(self.dots.0) * 0.75, f64::from(self.dots.1) * 0.75);
        let scale = (width / across).min(height / down).min(1.0);
        (across * scale, down * scale)
    }
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

/// The size stands in the frame, behind segments that say their own length.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xFF => at += 1,
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Some((number(at + 7)?.into(), number(at + 5)?.into()));
            }
            0x01 | 0xD0..=0xD8 => at += 2,
            _ => at += 2 + usize::from(number(at + 2)?),
        }
    }
}
