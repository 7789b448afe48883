//! Pictures inside a page: `data:` addresses (RFC 2397) in base64 (RFC 4648).

use crate::export::picture::Picture;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The address of a picture.
pub(super) fn uri(picture: &Picture) -> String {
    let bytes = &picture.bytes;
    let mut uri = format!("data:{};base64,", picture.mime);
    uri.reserve(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|at| three.get(at).copied().map_or(0, u32::from));
        let all = a << 16 | b << 8 | c;
        for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let index = usize::try_from(all >> shift & 63).unwrap_or(0);
            let letter = LETTERS.get(index).copied().filter(|_| at <= three.len()).unwrap_or(b'=');
            uri.push(char::from(letter));
        }
    }
    uri
}
