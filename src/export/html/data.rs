//! Pictures inside a page: `data:` addresses (RFC 2397) in base64 (RFC 4648).

use crate::export::picture::Picture;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The address of a picture that is seen upright. Browsers turn a JPEG as it says, but not a PNG.
pub(super) fn uri(picture: &Picture) -> String {
    if picture.turned > 1 && picture.ending == "png" {
        return address("image/svg+xml", turned(picture).as_bytes());
    }
    address(picture.mime, &picture.file())
}

/// A drawing of the picture, set upright.
fn turned(picture: &Picture) -> String {
    let (across, down) = (f64::from(picture.dots.0), f64::from(picture.dots.1));
    let (width, height) = picture.lying((across, down));
    let (mirrored, degrees) = picture.upright();
    let back = picture.back((width, height));
    let mirror = if mirrored { format!(" translate({across} 0) scale(-1 1)") } else { String::new() };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <image width=\"{across}\" height=\"{down}\" \
         transform=\"translate({} {}) rotate({degrees}){mirror}\" href=\"{}\"/></svg>",
        back.0,
        back.1,
        address(picture.mime, &picture.bytes),
    )
}

fn address(mime: &str, bytes: &[u8]) -> String {
    let mut address = format!("data:{mime};base64,");
    address.reserve(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|at| three.get(at).copied().map_or(0, u32::from));
        let all = a << 16 | b << 8 | c;
        for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let index = usize::try_from(all >> shift & 63).unwrap_or(0);
            let letter = LETTERS.get(index).copied().filter(|_| at <= three.len()).unwrap_or(b'=');
            address.push(char::from(letter));
        }
    }
    address
}
