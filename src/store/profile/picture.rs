//! A small picture kept inside a text file: its bytes, checked by their first ones, in base64 (RFC 4648).

use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::store::Digest;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A picture as its file holds it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Picture(Vec<u8>);

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} bytes)", self.0.len())
    }
}

/// Why bytes are no picture that is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PictureError {
    /// Neither PNG nor JPEG.
    Kind,
    /// Too many bytes.
    Large,
}

impl PictureError {
    /// The message that tells it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind => "picture-not-one",
            Self::Large => "picture-too-large",
        }
    }
}

impl Picture {
    /// The most bytes of a picture.
    pub const MOST: usize = 1024 * 1024;

    /// The picture these bytes are.
    ///
    /// # Errors
    /// [`PictureError`].
    pub fn of(bytes: Vec<u8>) -> Result<Self, PictureError> {
        if bytes.len() > Self::MOST {
            return Err(PictureError::Large);
        }
        let picture = Self(bytes);
        if picture.ending().is_some() { Ok(picture) } else { Err(PictureError::Kind) }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes of its file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// A name for its file beside a record: no two pictures share it.
    #[must_use]
    pub fn file_name(&self) -> String {
        let digest = Digest::of(&self.0).to_string();
        format!("logo-{}.{}", digest.get(..8).unwrap_or("0"), self.ending().unwrap_or("png"))
    }

    fn ending(&self) -> Option<&'static str> {
        if self.0.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some("png")
        } else if self.0.starts_with(&[0xFF, 0xD8, 0xFF]) {
            Some("jpg")
        } else {
            None
        }
    }
}

impl Serialize for Picture {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Picture {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text.is_empty() {
            return Ok(Self::default());
        }
        if text.len() > Self::MOST * 4 / 3 + 4 {
            return Err(de::Error::custom("a picture of more than 1 MiB"));
        }
        let bytes = decode(&text).ok_or_else(|| de::Error::custom("no base64"))?;
        Self::of(bytes).map_err(|error| de::Error::custom(format!("{error:?}")))
    }
}

fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let word = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4_u32 {
            let sextet = (word >> (18 - 6 * place)) & 63;
            let is_there = place as usize <= chunk.len();
            let letter = LETTERS.get(sextet as usize).copied().unwrap_or(b'A');
            text.push(if is_there { char::from(letter) } else { '=' });
        }
    }
    text
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let letters = text.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::with_capacity(letters.len() * 3 / 4);
    for chunk in letters.chunks(4) {
        if chunk.len() == 1 {
            return None;
        }
        let mut word = 0_u32;
        for place in 0..4 {
            let value = match chunk.get(place) {
                Some(letter) => LETTERS.iter().position(|known| known == letter)?,
                None => 0,
            };
            word = word << 6 | u32::try_from(value).ok()?;
        }
        let [_, first, second, third] = word.to_be_bytes();
        bytes.extend([first, second, third].iter().take(chunk.len() - 1));
    }
    Some(bytes)
}
