//! PNG (W3C, third edition) without its remarks: words, times, and where a photo was taken.

use std::io::Cursor;

use super::{Picture, colours, exif};

const FIRST: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n'];
/// The most dots: more of them would fill the memory of an office machine while a page is drawn.
const DOTS: u64 = 64 * 1024 * 1024;
const SIDE: u32 = 32 * 1024;
/// The most bytes that a decoder takes for a line and for what is said about colours.
const LINE: usize = 32 * 1024 * 1024;

/// The picture; nothing where the file is cut off or damaged.
pub(super) fn read(bytes: &[u8]) -> Option<Picture> {
    let mut rest = bytes.strip_prefix(&FIRST)?;
    let mut whole: Vec<u8> = Vec::with_capacity(bytes.len());
    let (mut dots, mut turned, mut has_palette, mut profiled) = (None, 1, true, false);
    whole.extend_from_slice(&FIRST);
    loop {
        let length: [u8; 4] = rest.get(..4)?.try_into().ok()?;
        let end = usize::try_from(u32::from_be_bytes(length)).ok()?.checked_add(12)?;
        let chunk = rest.get(..end)?;
        let (kind, held) = (chunk.get(4..8)?, chunk.get(8..end - 4)?);
        rest = rest.get(end..)?;
        match kind {
            b"IHDR" => {
                let number = |at: usize| Some(u32::from_be_bytes(held.get(at..at + 4)?.try_into().ok()?));
                dots = Some((number(0)?, number(4)?));
                // A picture that says its colours by itself needs no list of them.
                has_palette = !matches!(held.get(9)?, 2 | 6);
            }
            // How its colours are meant, once.
            b"iCCP" if !std::mem::replace(&mut profiled, true) => {
                let profile = colours::neutral_deflated(held);
                whole.extend(profile.and_then(|held| part(b"iCCP", &held)).unwrap_or_default());
            }
            b"eXIf" => turned = exif::turned(held),
            _ => {}
        }
        // The picture, and how its colours and its size are meant.
        let keeps = match kind {
            b"IHDR" | b"IDAT" | b"IEND" => true,
            b"PLTE" => has_palette,
            b"tRNS" | b"cHRM" | b"gAMA" | b"sBIT" | b"sRGB" | b"bKGD" | b"pHYs" => true,
            // A part nobody knows, without which nobody can draw the picture.
            [b'A'..=b'Z', ..] => return None,
            _ => false,
        };
        if keeps {
            whole.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            break;
        }
    }
    let fits = |(across, down): &(u32, u32)| {
        (*across).max(*down) <= SIDE && u64::from(*across) * u64::from(*down) <= DOTS
    };
    let dots = dots.filter(fits)?;
    is_whole(&whole).then_some(Picture {
        bytes: whole,
        ending: "png",
        mime: "image/png",
        dots,
        turned,
        press: false,
    })
}

/// The file with how it is turned, before its last part, which is empty.
pub(super) fn saying(bytes: &[u8], turned: u8) -> Vec<u8> {
    let (rest, last) = bytes.split_at_checked(bytes.len().saturating_sub(12)).unwrap_or((bytes, &[]));
    let said = part(b"eXIf", &exif::written(turned)).unwrap_or_default();
    [rest, &said, last].concat()
}

/// A part of this kind.
fn part(kind: &[u8; 4], held: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(held.len()).ok()?.to_be_bytes();
    let named = [kind.as_slice(), held].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&named);
    Some([length.as_slice(), &named, &sum.sum().to_be_bytes()].concat())
}

/// Whether every line of it can be read, as the writer of a PDF reads it: line by line, so that none is kept.
fn is_whole(bytes: &[u8]) -> bool {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: LINE });
    decoder.set_transformations(png::Transformations::EXPAND);
    let Ok(mut reader) = decoder.read_info() else { return false };
    loop {
        match reader.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}
