//! How the colours of a picture are meant (ICC.1:2022), without what a profile says beside: whose screen it was made
//! for, its serial number, when and with what.

use std::io::Read as _;

/// Where the tags are listed, and the length of an entry.
const LIST: usize = 128;
const ENTRY: usize = 12;
/// The most tags, and the most bytes of all: profiles of cameras have some twenty, and half a megabyte.
const TAGS: usize = 100;
const LARGEST: usize = 4 * 1024 * 1024;
/// The kinds of values that colours are worked out from; none of them holds words.
const VALUES: [&[u8; 4]; 13] = [
    b"XYZ ", b"curv", b"para", b"sf32", b"mft1", b"mft2", b"mAB ", b"mBA ", b"mpet", b"sig ", b"meas",
    b"chrm", b"cicp",
];
/// What every profile is called.
const NAME: &[u8] = b"colours";

/// The profile with its colours and a name that says nothing; nothing where it cannot be read. The same again gives the
/// same.
pub(super) fn neutral(profile: &[u8]) -> Option<Vec<u8>> {
    let number = |at: usize| {
        let bytes: [u8; 4] = profile.get(at..at.checked_add(4)?)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(bytes)).ok()
    };
    if profile.len() > LARGEST || number(0)? > profile.len() || profile.get(36..40)? != b"acsp" {
        return None;
    }
    let count = number(LIST)?;
    let mut tags: Vec<([u8; 4], &[u8])> = Vec::new();
    for at in (0..count.min(TAGS)).map(|n| LIST + 4 + n * ENTRY) {
        let name: [u8; 4] = profile.get(at..at + 4)?.try_into().ok()?;
        let from = number(at + 4)?;
        let value = profile.get(from..from.checked_add(number(at + 8)?)?)?;
        if VALUES.iter().any(|kind| value.starts_with(*kind)) {
            tags.push((name, value));
        }
    }
    if tags.is_empty() || count > TAGS {
        return None;
    }
    let (called, rights) = if *profile.get(8)? < 4 {
        ([b"desc\0\0\0\0\0\0\0\x08".as_slice(), NAME, &[0; 79]].concat(), b"text\0\0\0\0\0".to_vec())
    } else {
        let wide: Vec<u8> = NAME.iter().flat_map(|letter| [0, *letter]).collect();
        let named = [b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0CenUS\0\0\0\x0E\0\0\0\x1C".as_slice(), &wide].concat();
        (named.clone(), named)
    };
    let both = [(*b"desc", called.as_slice()), (*b"cprt", rights.as_slice())];
    written(profile.get(..LIST)?, both.into_iter().chain(tags).collect())
}

/// A profile of this head with these tags; equal values are written once.
fn written(head: &[u8], tags: Vec<([u8; 4], &[u8])>) -> Option<Vec<u8>> {
    let long = |n: usize| u32::try_from(n).ok().map(u32::to_be_bytes);
    let mut list = long(tags.len())?.to_vec();
    let first = LIST + 4 + tags.len() * ENTRY;
    let mut values: Vec<u8> = Vec::new();
    let mut placed: Vec<(&[u8], usize)> = Vec::new();
    for (name, value) in tags {
        let known = placed.iter().find(|(known, _)| *known == value).map(|(_, at)| *at);
        let at = known.unwrap_or(first + values.len());
        if known.is_none() {
            placed.push((value, at));
            values.extend_from_slice(value);
            values.resize(values.len().next_multiple_of(4), 0);
        }
        list.extend_from_slice(&name);
        list.extend_from_slice(&long(at)?);
        list.extend_from_slice(&long(value.len())?);
    }
    let mut whole = [head, &list, &values].concat();
    let size = long(whole.len())?;
    let mut put = |at: usize, bytes: &[u8]| {
        whole.get_mut(at..at + bytes.len()).into_iter().for_each(|place| place.copy_from_slice(bytes));
    };
    put(0, &size);
    // By what it is worked with, on which day, on which system and for which device, made by whom, its own name.
    put(4, &[0; 4]);
    put(24, &[0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    put(40, &[0; 4]);
    put(48, &[0; 8]);
    put(80, &[0; 48]);
    Some(whole)
}

/// The same of a profile as a PNG holds it: a name, then the profile deflated.
pub(super) fn neutral_deflated(held: &[u8]) -> Option<Vec<u8>> {
    let name = held.iter().take(80).position(|byte| *byte == 0)?;
    let (method, deflated) = held.get(name + 1..)?.split_first()?;
    let mut profile = Vec::new();
    let most = u64::try_from(LARGEST).ok()? + 1;
    flate2::read::ZlibDecoder::new(deflated).take(most).read_to_end(&mut profile).ok()?;
    let profile = neutral(&profile).filter(|_| *method == 0)?;
    let mut whole = [NAME, &[0, 0]].concat();
    let mut deflated = flate2::read::ZlibEncoder::new(profile.as_slice(), flate2::Compression::default());
    deflated.read_to_end(&mut whole).ok()?;
    Some(whole)
}
