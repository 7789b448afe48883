//! Pictures that go along with a text: what their files say beside the picture stays in the house, and what is not whole
//! is left out.
#![allow(clippy::disallowed_methods, reason = "a test writes files for other programs")]

use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use image::{ImageFormat, Rgb, RgbImage};
use mahdar::document::{
    Annex, Audience, Block, Document, Field, Kind, Letterhead, Output, OutputKind, RichText, State, Step,
};
use mahdar::export::{Format, Image, Loss, Options, bare_picture, export};
use mahdar::template::{Readers, View};

use crate::record::{blank, block_id};
use crate::store::Folder;

/// Words that stand nowhere but in what is said beside a picture.
pub(crate) const SECRET: &str = "ZqxpictureXqz";

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let colour = |x: u32, y: u32| match (x < 24, y < 16) {
        (true, true) => Rgb([230, 20, 20]),
        (false, true) => Rgb([20, 200, 20]),
        (true, false) => Rgb([20, 20, 230]),
        (false, false) => Rgb([20, 20, 20]),
    };
    RgbImage::from_fn(48, 32, colour).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A picture of four colours, 48 by 32 dots.
pub(crate) fn png() -> Vec<u8> {
    encoded(ImageFormat::Png)
}

/// The same as a JPEG.
pub(crate) fn jpeg() -> Vec<u8> {
    encoded(ImageFormat::Jpeg)
}

/// What a camera says: which way is up, and where it was.
fn exif(turned: u8, big: bool) -> Vec<u8> {
    let short = |n: u16| if big { n.to_be_bytes() } else { n.to_le_bytes() };
    let long = |n: u32| if big { n.to_be_bytes() } else { n.to_le_bytes() };
    let mut block = if big { b"MM".to_vec() } else { b"II".to_vec() };
    block.extend(short(42));
    block.extend(long(8));
    block.extend(short(2));
    for (tag, kind, count, value) in [(0x010E, 2, 14, 50), (0x0112, 3, 1, u32::from(turned))] {
        block.extend(short(tag));
        block.extend(short(kind));
        block.extend(long(count));
        if kind == 3 {
            block.extend(short(value.try_into().unwrap()));
            block.extend([0, 0]);
        } else {
            block.extend(long(value));
        }
    }
    block.extend(long(0));
    block.extend([0; 12]);
    block.extend(SECRET.as_bytes());
    block
}

fn segment(marker: u8, words: &[u8]) -> Vec<u8> {
    let length = u16::try_from(words.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), words].concat()
}

/// What two profiles of a screen say of colours: those of sRGB, with the secret wherever a profile holds words.
fn profile(version: u8) -> Vec<u8> {
    let long = |n: usize| u32::try_from(n).unwrap().to_be_bytes();
    let xyz = |values: [u32; 3]| [b"XYZ \0\0\0\0".to_vec(), values.map(u32::to_be_bytes).concat()].concat();
    let said = |kind: &[u8; 4]| [kind.as_slice(), &[0; 4], SECRET.as_bytes(), SECRET.as_bytes()].concat();
    let curve = [b"curv\0\0\0\0\0\0\0\x01\x02\x33".as_slice(), &[0, 0]].concat();
    let tags: [(&[u8; 4], Vec<u8>); 11] = [
        (b"desc", said(b"desc")),
        (b"cprt", said(b"text")),
        (b"wtpt", xyz([0xF6D6, 0x1_0000, 0xD32D])),
        (b"rXYZ", xyz([0x6FA2, 0x38F5, 0x0390])),
        (b"gXYZ", xyz([0x6299, 0xB785, 0x18DA])),
        (b"bXYZ", xyz([0x24A0, 0x0F84, 0xB6CF])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
        (b"mmod", said(b"mmod")),
        (b"meta", said(b"dict")),
    ];
    let mut values = Vec::new();
    let mut list = long(tags.len()).to_vec();
    for (name, value) in &tags {
        list.extend(
            [name.as_slice(), &long(132 + tags.len() * 12 + values.len()), &long(value.len())].concat(),
        );
        values.extend(value);
    }
    let mut head = [0; 128];
    head[8] = version;
    head[12..24].copy_from_slice(b"mntrRGB XYZ ");
    head[36..40].copy_from_slice(b"acsp");
    head[48..56].copy_from_slice(&SECRET.as_bytes()[..8]);
    head[68..80].copy_from_slice(&[0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D]);
    let mut whole = [head.as_slice(), &list, &values].concat();
    let size = long(whole.len());
    whole[..4].copy_from_slice(&size);
    whole
}

fn deflated(profile: &[u8]) -> Vec<u8> {
    let mut held = SECRET.as_bytes().to_vec();
    held.extend([0, 0]);
    let mut whole = flate2::write::ZlibEncoder::new(held, flate2::Compression::default());
    whole.write_all(profile).unwrap();
    whole.finish().unwrap()
}

/// The profile of a PNG, taken out of it, and what it is called.
fn profile_of(png: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let at = png.windows(4).position(|part| part == b"iCCP")?;
    let length = usize::try_from(u32::from_be_bytes(png[at - 4..at].try_into().unwrap())).unwrap();
    let held = &png[at + 4..at + 4 + length];
    let end = held.iter().position(|byte| *byte == 0)?;
    let mut profile = Vec::new();
    flate2::read::ZlibDecoder::new(&held[end + 2..]).read_to_end(&mut profile).unwrap();
    Some((held[..end].to_vec(), profile))
}

/// A JPEG as a telephone writes it, with the secret in every place that holds words.
pub(crate) fn photographed(turned: u8, big: bool) -> Vec<u8> {
    let plain = jpeg();
    let said = |name: &[u8]| [name, SECRET.as_bytes()].concat();
    let exif = [b"Exif\0\0".as_slice(), &exif(turned, big)].concat();
    [
        &plain[..2],
        &segment(0xE1, &exif),
        &segment(0xE1, &said(b"http://ns.adobe.com/xap/1.0/\0")),
        &segment(0xE2, &said(b"MPF\0")),
        &segment(0xE2, &[b"ICC_PROFILE\0\x01\x01".as_slice(), &profile(2)].concat()),
        &segment(0xE0, &said(b"JFXX\0\x10")),
        &segment(0xED, &said(b"Photoshop 3.0\0")),
        &segment(0xFE, SECRET.as_bytes()),
        &plain[2..],
        SECRET.as_bytes(),
    ]
    .concat()
}

fn chunk(name: &[u8; 4], words: &[u8]) -> Vec<u8> {
    let named = [name.as_slice(), words].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&named);
    let length = u32::try_from(words.len()).unwrap().to_be_bytes();
    [length.as_slice(), &named, &sum.sum().to_be_bytes()].concat()
}

/// A PNG with the secret in every place that holds words.
pub(crate) fn remarked(turned: u8) -> Vec<u8> {
    let plain = png();
    let said = |name: &[u8]| [name, SECRET.as_bytes()].concat();
    [
        &plain[..33],
        &chunk(b"iCCP", &deflated(&profile(4))),
        &chunk(b"PLTE", &SECRET.as_bytes()[..SECRET.len() / 3 * 3]),
        &chunk(b"tEXt", &said(b"Comment\0")),
        &chunk(b"iTXt", &said(b"XML:com.adobe.xmp\0\0\0\0\0")),
        &chunk(b"zTXt", &said(b"Author\0\0")),
        &chunk(b"tIME", &[7, 0xEA, 11, 14, 10, 0, 0]),
        &chunk(b"eXIf", &exif(turned, true)),
        &chunk(b"caBX", SECRET.as_bytes()),
        &plain[33..],
        SECRET.as_bytes(),
    ]
    .concat()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

fn dots(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().to_rgb8()
}

#[test]
fn a_picture_keeps_its_dots_and_its_way_up_and_nothing_else() {
    for turned in 1..=8 {
        let files = [photographed(turned, true), photographed(turned, false), remarked(turned)].map(|file| {
            assert!(holds(&file, SECRET.as_bytes()));
            let bare = bare_picture(&file).unwrap();
            assert!(!holds(&bare, SECRET.as_bytes()), "{turned}");
            assert_eq!(dots(&bare), dots(&file), "{turned}: not a dot is lost");
            assert_eq!(bare_picture(&bare).as_ref(), Some(&bare), "{turned}: once is enough");
            bare
        });
        let [big, little, png] = &files;
        assert_eq!(big, little, "{turned}");
        assert!(holds(big, b"ICC_PROFILE\0"), "how its colours are meant");
        let says = |bytes: &[u8]| holds(bytes, &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned]);
        assert_eq!((says(big), says(png)), (turned != 1, turned != 1), "{turned}");
        let (name, profile) = profile_of(png).expect("how its colours are meant");
        assert!(!holds(&name, SECRET.as_bytes()) && !holds(&profile, &SECRET.as_bytes()[..8]));
        for kept in ["wtpt", "rXYZ", "gTRC", "curv", "desc"] {
            assert!(holds(&profile, kept.as_bytes()) && holds(big, kept.as_bytes()), "{kept}");
        }
        assert!(!holds(big, &SECRET.as_bytes()[..8]) && !holds(png, b"PLTE"));
        for gone in ["Exif\0\0", "MPF", "JFXX", "Photoshop", "xap"] {
            assert!(turned != 1 || !holds(big, gone.as_bytes()), "{gone}");
        }
        for gone in ["tEXt", "iTXt", "zTXt", "tIME", "caBX"] {
            assert!(!holds(png, gone.as_bytes()), "{gone}");
        }
    }
    // A picture that says nothing is left as it is.
    assert_eq!(bare_picture(&png()), Some(png()));
    assert_eq!(bare_picture(&jpeg()), Some(jpeg()));
}

#[test]
fn a_profile_that_cannot_be_read_stays_behind() {
    let damaged = |how: fn(&mut Vec<u8>)| {
        let mut whole = profile(4);
        how(&mut whole);
        whole
    };
    for bad in [
        b"how colours are meant".to_vec(),
        Vec::new(),
        damaged(|whole| whole[36] = b'x'),
        damaged(|whole| whole.truncate(300)),
        damaged(|whole| whole[128] = 0xFF),
        damaged(|whole| whole[136] = 0xFF),
    ] {
        let plain = png();
        let file = [&plain[..33], &chunk(b"iCCP", &deflated(&bad)), &plain[33..]].concat();
        assert_eq!(bare_picture(&file), Some(plain));
        let plain = jpeg();
        for (at, count) in [(1, 1), (2, 2), (0, 1)] {
            let held = [b"ICC_PROFILE\0".as_slice(), &[at, count], &bad].concat();
            let file = [&plain[..2], &segment(0xE2, &held), &plain[2..]].concat();
            assert_eq!(bare_picture(&file), Some(jpeg()));
        }
    }
    // In parts, whichever comes first.
    let (plain, whole) = (jpeg(), profile(2));
    let part = |at: u8, words: &[u8]| segment(0xE2, &[b"ICC_PROFILE\0".as_slice(), &[at, 2], words].concat());
    let (one, two) = (part(1, &whole[..200]), part(2, &whole[200..]));
    let [first, other] = [[&one, &two], [&two, &one]]
        .map(|[a, b]| bare_picture(&[&plain[..2], a.as_slice(), b, &plain[2..]].concat()).unwrap());
    assert!(first == other && holds(&first, b"rXYZ"));
}

#[test]
fn what_is_cut_off_anywhere_is_no_picture() {
    for whole in [photographed(6, true), remarked(6), png(), jpeg()] {
        let bare = bare_picture(&whole).unwrap();
        for end in 0..bare.len() {
            assert_eq!(bare_picture(&bare[..end]), None, "{end} of {}", bare.len());
        }
    }
    for file in [b"".as_slice(), b"GIF89a", b"\xFF\xD8\xFF\xD9", b"\xFF\xD8\xFF\xE0", b"<svg/>"] {
        assert_eq!(bare_picture(file), None);
    }
}

#[test]
fn damage_is_left_out_or_still_a_picture_and_nothing_falls() {
    let mut seed = 7_u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    let mut left = [0, 0];
    for (at, whole) in [photographed(3, false), remarked(3)].into_iter().enumerate() {
        for _ in 0..3000 {
            let mut damaged = whole.clone();
            for _ in 0..=next(3) {
                let place = next(damaged.len());
                match next(3) {
                    0 => damaged[place] = u8::try_from(next(256)).unwrap(),
                    1 => damaged.truncate(place),
                    _ => drop(damaged.splice(place..place, [0xFF, 0, 0xFF])),
                }
                if damaged.is_empty() {
                    damaged.push(0xFF);
                }
            }
            let Some(bare) = bare_picture(&damaged) else { continue };
            left[at] += 1;
            // A PNG is checked to its last line; a JPEG that ends as it should is shown by every program.
            assert!(at == 0 || image::load_from_memory(&bare).is_ok());
        }
    }
    assert!(left.iter().all(|count| (1..3000).contains(count)), "{left:?}");
}

#[test]
fn a_scan_that_begins_anew_is_kept_to_its_end() {
    // With a mark of its own, and with bytes before it that only fill the room.
    for (dots, kept) in [
        (
            [0x12, 0xFF, 0xD0, 0x34, 0xFF, 0xD1, 0x56].as_slice(),
            [0x12, 0xFF, 0xD0, 0x34, 0xFF, 0xD1, 0x56].as_slice(),
        ),
        (
            &[0x12, 0xFF, 0xFF, 0xFF, 0xD0, 0x34, 0xFF, 0xD1, 0x56],
            &[0x12, 0xFF, 0xD0, 0x34, 0xFF, 0xD1, 0x56],
        ),
        (
            &[0x12, 0xFF, 0xD0, 0xFF, 0, 0xFF, 0xFF, 0xD1, 0x56, 0xFF],
            &[0x12, 0xFF, 0xD0, 0xFF, 0, 0xFF, 0xD1, 0x56],
        ),
    ] {
        assert_eq!(bare_picture(&press(dots)), Some(press(kept)));
    }
}

fn pictured(name: &str) -> Document {
    let mut document = blank();
    let block = Block::new(
        block_id(500),
        Kind::Annex(Annex { file: name.into() }),
        RichText::plain("افتتاح الملتقى"),
    );
    document.apply(Step::Insert { after: None, block: std::sync::Arc::new(block) }).unwrap();
    document
}

fn made(document: &Document, images: &[Image<'_>], format: Format) -> (Vec<u8>, Vec<Loss>) {
    let options = Options { images, ..Options::default() };
    let made = export(document, &View::of(OutputKind::Minutes), options, format).unwrap();
    (made.bytes, made.warnings.into_iter().map(|warning| warning.what).collect())
}

/// Every way a camera is held, as a JPEG and as a PNG.
fn held() -> Vec<(String, u8, Vec<u8>)> {
    let jpegs = (1..=8).map(|turned| (format!("{turned}.jpg"), turned, photographed(turned, true)));
    jpegs.chain((1..=8).map(|turned| (format!("{turned}.png"), turned, remarked(turned)))).collect()
}

/// A photo as it is seen: where its red and its green corner lie (right or left, below or above), and whether it is wide.
type Seen = ((u32, u32), (u32, u32), bool);

/// What is to be seen of a photo that was turned like this.
fn upright(turned: u8) -> Seen {
    let (red, green) = [
        ((0, 0), (1, 0)),
        ((1, 0), (0, 0)),
        ((1, 1), (0, 1)),
        ((0, 1), (1, 1)),
        ((0, 0), (0, 1)),
        ((1, 0), (1, 1)),
        ((1, 1), (1, 0)),
        ((0, 1), (0, 0)),
    ][usize::from(turned) - 1];
    (red, green, turned < 5)
}

/// The photos on a page, from its head to its foot.
fn photos(page: &RgbImage) -> Vec<Seen> {
    let colours: [fn(&Rgb<u8>) -> bool; 3] = [
        |dot| dot[0] > 150 && dot[1] < 90 && dot[2] < 90,
        |dot| dot[1] > 130 && dot[0] < 90 && dot[2] < 90,
        |dot| dot[2] > 150 && dot[0] < 90 && dot[1] < 90,
    ];
    let mut bands: Vec<[Vec<(u32, u32)>; 3]> = Vec::new();
    let mut last = None;
    for (x, y, dot) in page.enumerate_pixels() {
        let Some(colour) = colours.iter().position(|is| is(dot)) else { continue };
        // Between two colours some rows may be of neither.
        if last.is_none_or(|last| y > last + 4) {
            bands.push(<[Vec<(u32, u32)>; 3]>::default());
        }
        last = Some(y);
        bands.last_mut().unwrap()[colour].push((x, y));
    }
    let seen = |band: &[Vec<(u32, u32)>; 3]| {
        let span = |of: fn(&(u32, u32)) -> u32| {
            let all = band.iter().flatten().map(of);
            (all.clone().min().unwrap(), all.max().unwrap())
        };
        let (across, down) = (span(|dot| dot.0), span(|dot| dot.1));
        let corner = |dots: &[(u32, u32)]| {
            let count = u32::try_from(dots.len()).unwrap();
            let sum = dots.iter().fold((0, 0), |sum, dot| (sum.0 + dot.0, sum.1 + dot.1));
            let after =
                |middle: u32, (first, last): (u32, u32)| u32::from(middle > u32::midpoint(first, last));
            (after(sum.0 / count, across), after(sum.1 / count, down))
        };
        (corner(&band[0]), corner(&band[1]), across.1 - across.0 > down.1 - down.0)
    };
    bands.iter().filter(|band| band.iter().all(|dots| dots.len() > 50)).map(seen).collect()
}

/// Runs a program; whether it is there.
fn ran(run: &mut Command) -> bool {
    match run.output() {
        Ok(done) => {
            assert!(done.status.success(), "{run:?}: {}", String::from_utf8_lossy(&done.stderr));
            true
        }
        Err(error) => {
            println!("skipped: {run:?}: {error}");
            false
        }
    }
}

/// The photos on the pages of a PDF; nothing where poppler is not there.
fn printed(file: &Path) -> Option<Vec<Seen>> {
    let into = file.with_extension("");
    if !ran(Command::new("pdftoppm").args(["-r", "96", "-png"]).arg(file).arg(&into)) {
        return None;
    }
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let own = format!("{}-", into.file_name().unwrap().to_string_lossy());
        name.starts_with(&own) && path.extension().is_some_and(|ending| ending == "png")
    };
    let inside = std::fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = inside.filter(named).collect();
    pages.sort();
    Some(pages.iter().flat_map(|page| photos(&dots(&std::fs::read(page).unwrap()))).collect())
}

/// A record whose minutes bear no red stamp.
fn approved() -> Document {
    let mut document = blank();
    let output = Output { state: State::Published, ..Output::new(OutputKind::Minutes) };
    let field = Field::Output { kind: output.kind, at: 0, entry: Some(Box::new(output)) };
    document.apply(Step::SetField(field)).unwrap();
    document
}

#[test]
fn a_photo_stands_upright_in_every_format_however_the_camera_was_held() {
    let held = held();
    let mut document = approved();
    let mut after = None;
    for (n, (name, ..)) in (500..).zip(&held) {
        let annex = Kind::Annex(Annex { file: name.clone() });
        let block = Block::new(block_id(n), annex, RichText::plain(&format!("صورة {name}")));
        document.apply(Step::Insert { after, block: std::sync::Arc::new(block) }).unwrap();
        after = Some(block_id(n));
    }
    let images: Vec<_> = held.iter().map(|(name, _, bytes)| Image { name, bytes }).collect();
    let expected: Vec<Seen> = held.iter().map(|(_, turned, _)| upright(*turned)).collect();
    let folder = Folder::new();
    let put = |name: &str, format: Format| {
        let (bytes, lost) = made(&document, &images, format);
        assert!(!lost.iter().any(|loss| matches!(loss, Loss::Picture(_) | Loss::BrokenPicture(_))));
        let file = folder.file(name);
        std::fs::write(&file, bytes).unwrap();
        file
    };
    if let Some(seen) = printed(&put("paper.pdf", Format::Pdf)) {
        assert_eq!(seen, expected, "PDF");
    }
    let office = [put("word.docx", Format::Docx), put("open.odt", Format::Odt)];
    let profile = format!("-env:UserInstallation=file://{}", folder.file("profile").display());
    let mut convert = Command::new("soffice");
    convert.arg(profile).args(["--headless", "--convert-to", "pdf", "--outdir"]);
    if ran(convert.arg(office[0].parent().unwrap()).args(&office)) {
        for file in &office {
            if let Some(seen) = printed(&file.with_extension("pdf")) {
                assert_eq!(seen, expected, "{}", file.display());
            }
        }
    }
    let (page, picture) = (put("page.html", Format::Html), folder.file("picture.png"));
    let mut browse = Command::new("chromium");
    browse.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--window-size=800,4000",
    ]);
    browse.arg(format!("--user-data-dir={}", folder.file("browser").display()));
    browse.arg(format!("--screenshot={}", picture.display()));
    if ran(browse.arg(format!("file://{}", page.display()))) {
        assert_eq!(photos(&dots(&std::fs::read(picture).unwrap())), expected, "HTML");
    }
}

#[test]
fn a_logo_stands_upright_in_the_files_of_word_processors() {
    let folder = Folder::new();
    let profile = format!("-env:UserInstallation=file://{}", folder.file("profile").display());
    let mut convert = Command::new("soffice");
    convert.arg(profile).args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.file(""));
    let mut files = Vec::new();
    for turned in 1..=8 {
        let mut document = approved();
        let logo = Letterhead { logo: "logo.jpg".into(), ..Letterhead::default() };
        document.apply(Step::SetField(Field::Letterhead(logo))).unwrap();
        let block = Block::new(block_id(500), Kind::default(), RichText::plain("افتتح اللقاء"));
        document.apply(Step::Insert { after: None, block: std::sync::Arc::new(block) }).unwrap();
        let photo = photographed(turned, false);
        for (format, ending) in [(Format::Docx, "docx"), (Format::Odt, "odt")] {
            let (bytes, _) = made(&document, &[Image { name: "logo.jpg", bytes: &photo }], format);
            let file = folder.file(format!("{ending}{turned}.{ending}"));
            std::fs::write(&file, bytes).unwrap();
            files.push((file, turned));
        }
    }
    if !ran(convert.args(files.iter().map(|(file, _)| file))) {
        return;
    }
    for (file, turned) in files {
        let Some(seen) = printed(&file.with_extension("pdf")) else { return };
        assert_eq!(seen, [upright(turned)], "{}", file.display());
    }
}

/// A JPEG with four parts, as printing presses use them; what it shows is not looked at.
fn press(dots: &[u8]) -> Vec<u8> {
    let parts: Vec<u8> = (1..=4).flat_map(|part| [part, 0x11, 0]).collect();
    let scan: Vec<u8> = [4].into_iter().chain((1..=4).flat_map(|part| [part, 0])).chain([0, 63, 0]).collect();
    let frame = [&[8, 0, 16, 0, 16, 4], parts.as_slice()].concat();
    [&[0xFF, 0xD8], segment(0xC0, &frame).as_slice(), &segment(0xDA, &scan), dots, &[0xFF, 0xD9]].concat()
}

#[test]
fn a_picture_no_paper_shows_is_left_out_of_paper_alone_and_a_broken_one_everywhere() {
    let press = press(&[0x12, 0x34, 0xFF, 0, 0x56]);
    let document = pictured("a.jpg");
    let (html, lost) = made(&document, &[Image { name: "a.jpg", bytes: &press }], Format::Html);
    assert!(holds(&html, b"data:image/jpeg"), "{lost:?}");
    assert!(!lost.iter().any(|loss| matches!(loss, Loss::PressPicture(_))));
    let (_, lost) = made(&document, &[Image { name: "a.jpg", bytes: &press }], Format::Pdf);
    assert!(lost.contains(&Loss::PressPicture("a.jpg".into())), "{lost:?}");
    let cut = &jpeg()[..300];
    for format in [Format::Html, Format::Docx, Format::Odt, Format::Pdf, Format::ReviewPdf] {
        let (bytes, lost) = made(&document, &[Image { name: "a.jpg", bytes: cut }], format);
        assert!(lost.contains(&Loss::BrokenPicture("a.jpg".into())), "{}: {lost:?}", format.keyword());
        assert!(!holds(&bytes, b"annex1.jpeg") && !holds(&bytes, b"data:image"), "{}", format.keyword());
        let too_large = ["a.jpg".to_owned()];
        let options = Options { too_large: &too_large, ..Options::default() };
        let made = export(&document, &View::of(OutputKind::Minutes), options, format).unwrap();
        assert!(made.warnings.iter().any(|warning| warning.what == Loss::LargePicture("a.jpg".into())));
    }
    // A picture that stays in the house is not even looked at.
    let mut inside = document;
    let open = Block::new(block_id(501), Kind::default(), RichText::plain("كلام للعموم"));
    inside.apply(Step::Insert { after: None, block: std::sync::Arc::new(open) }).unwrap();
    inside.apply(Step::SetAudience(block_id(500), Audience::MinutesOnly)).unwrap();
    let images = [Image { name: "a.jpg", bytes: cut }];
    let options = Options { images: &images, ..Options::default() };
    let public = View { readers: Readers::Public, ..View::of(OutputKind::Minutes) };
    let made = export(&inside, &public, options, Format::Html).unwrap();
    assert!(!made.warnings.iter().any(|warning| matches!(warning.what, Loss::BrokenPicture(_))));
}
