//! The one thing of EXIF that a picture needs: which way is up (Exif 2.3, tag 0x0112).

/// How the picture is turned, from 1 to 8; 1 where the block does not say.
pub(super) fn turned(block: &[u8]) -> u8 {
    read(block).filter(|turned| (1..=8).contains(turned)).unwrap_or(1)
}

fn read(block: &[u8]) -> Option<u8> {
    const TURNED: u16 = 0x0112;
    const SHORT: u16 = 3;
    let big = match block.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = block.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let first: [u8; 4] = block.get(4..8)?.try_into().ok()?;
    let first = if big { u32::from_be_bytes(first) } else { u32::from_le_bytes(first) };
    let first = usize::try_from(first).ok()?;
    for entry in 0..usize::from(short(first)?) {
        let at = first.checked_add(2 + entry * 12)?;
        if short(at)? == TURNED && short(at + 2)? == SHORT {
            return u8::try_from(short(at + 8)?).ok();
        }
    }
    None
}

/// A block that says this and nothing else.
pub(super) fn written(turned: u8) -> [u8; 26] {
    // The order of bytes, where the list begins, its one entry (tag, kind, how many, value), and that none follows.
    [b'M', b'M', 0, b'*', 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]
}
