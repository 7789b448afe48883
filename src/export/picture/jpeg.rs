//! JPEG (ITU-T T.81) without its remarks: where and when it was taken, with what, and smaller copies of itself.

use super::{Picture, colours, exif};

/// What the parts of a profile begin with, and the most bytes of it in one.
const PROFILE: &[u8] = b"ICC_PROFILE\0";
const PART: usize = 65_519;

/// The picture; nothing where the file ends before it does, or is of a kind that no browser shows.
pub(super) fn read(bytes: &[u8]) -> Option<Picture> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut first: Vec<u8> = Vec::new();
    let mut kept: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut profile: Vec<&[u8]> = Vec::new();
    let (mut frame, mut turned, mut has_scan) = (None, 1, false);
    loop {
        // What stands between two segments is no part of the picture.
        rest = rest.get(rest.iter().position(|byte| *byte == 0xFF)? + 1..)?;
        let (marker, after) = rest.split_first()?;
        match marker {
            0xFF => continue,
            // The scan begins anew behind bytes that only filled the room before.
            0xD0..=0xD7 if has_scan => {
                let (scan, next) = scanned(after)?;
                kept.extend_from_slice(&[0xFF, *marker]);
                kept.extend_from_slice(scan);
                rest = next;
                continue;
            }
            0x00 | 0x01 | 0xD0..=0xD8 => {
                rest = after;
                continue;
            }
            // What follows the end is another picture, or a smaller copy of this one.
            0xD9 => break,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes([*after.first()?, *after.get(1)?]));
        let segment = after.get(2..length)?;
        rest = after.get(length..)?;
        let keeps = match marker {
            // Its own picture, if it brings one, stays behind.
            0xE0 if segment.starts_with(b"JFIF\0") => {
                first = [&[0xFF, 0xE0, 0, 16], segment.get(..12)?, &[0, 0]].concat();
                false
            }
            0xE1 if segment.starts_with(b"Exif\0\0") => {
                turned = exif::turned(segment.get(6..)?);
                false
            }
            // How its colours are meant.
            0xE2 => {
                profile.extend(segment.strip_prefix(PROFILE));
                false
            }
            0xEE => segment.starts_with(b"Adobe"),
            // What remains of the blocks of programs and of remarks, and what has no meaning.
            0xE0..=0xEF | 0xFE | 0x02..=0xBF | 0xF0..=0xFD => false,
            0xC0..=0xC2 => {
                frame = frame.or(Some(segment));
                true
            }
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return None,
            _ => true,
        };
        if keeps {
            kept.extend_from_slice(&[0xFF, *marker]);
            kept.extend_from_slice(after.get(..length)?);
        }
        if *marker == 0xDA {
            has_scan = true;
            let (scan, next) = scanned(rest)?;
            kept.extend_from_slice(scan);
            rest = next;
        }
    }
    let &[precision, high, low, left, right, parts, ..] = frame? else { return None };
    if !has_scan || precision != 8 || !matches!(parts, 1 | 3 | 4) {
        return None;
    }
    let mut whole = vec![0xFF, 0xD8];
    whole.append(&mut first);
    whole.extend(profiled(profile).unwrap_or_default());
    whole.append(&mut kept);
    whole.extend_from_slice(&[0xFF, 0xD9]);
    let number = |high, low| u32::from(u16::from_be_bytes([high, low]));
    let dots = (number(left, right), number(high, low));
    Some(Picture { bytes: whole, ending: "jpeg", mime: "image/jpeg", dots, turned, press: parts == 4 })
}

/// The file with how it is turned, behind what it says of its dots.
pub(super) fn saying(bytes: &[u8], turned: u8) -> Vec<u8> {
    let first = if matches!(bytes, [_, _, 0xFF, 0xE0, ..]) { 20 } else { 2 };
    let (first, rest) = bytes.split_at_checked(first).unwrap_or((bytes, &[]));
    let said = exif::written(turned);
    [first, &[0xFF, 0xE1, 0, 34], b"Exif\0\0", &said, rest].concat()
}

/// How its colours are meant: the parts of a profile, each behind its number and how many they are, as neutral ones.
fn profiled(mut parts: Vec<&[u8]>) -> Option<Vec<u8>> {
    parts.sort_by_key(|part| part.first().copied());
    let count = u8::try_from(parts.len()).ok()?;
    let mut profile = Vec::new();
    for (part, at) in parts.iter().zip(1..) {
        profile.extend_from_slice(part.strip_prefix(&[at, count])?);
    }
    let profile = colours::neutral(&profile)?;
    let count = u8::try_from(profile.chunks(PART).count()).ok()?;
    let mut whole = Vec::new();
    for (part, at) in profile.chunks(PART).zip(1_u8..) {
        let length = u16::try_from(part.len() + PROFILE.len() + 4).ok()?.to_be_bytes();
        whole.extend_from_slice(&[&[0xFF, 0xE2], length.as_slice(), PROFILE, &[at, count], part].concat());
    }
    Some(whole)
}

/// The dots of a scan, and what follows them: within a scan a mark is followed by nothing, or says that it begins anew.
fn scanned(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let ends = |pair: &[u8]| matches!(pair, [0xFF, 0x01..=0xCF | 0xD8..]);
    rest.split_at_checked(rest.windows(2).position(ends)?)
}
