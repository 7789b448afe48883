//! Records on disk: what is written is read back, nothing is lost when writing fails, and no bad file does harm.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test fails by panicking, says what it skipped, and prepares files as others would leave them"
)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use mahdar::document::{
    Audience, Block, BlockId, Document, FieldPath, Flaw, Id, Kind, RecordId, RichText, Step,
};
use mahdar::edit::{Command, Editor, Moment};
use mahdar::store::{
    Digest, LIMIT, OpenError, Overwrite, SaveError, SaveWarning, create, open, parse, save, write,
    write_bytes,
};

#[path = "../../examples/generate/record.rs"]
pub(crate) mod record;

use record::Size;

/// A folder of its own for one test, gone when the test is.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("mahdar-it-{}-{n}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn file(&self, name: impl AsRef<OsStr>) -> PathBuf {
        self.0.join(name.as_ref())
    }

    /// Every name in the folder.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The record with one more word in its place.
pub(crate) fn changed(document: &Document, venue: &str) -> Document {
    let mut editor = Editor::new(document.clone(), 7);
    editor
        .run(Command::SetField { path: FieldPath::Venue, value: venue.into() }, &Moment::default())
        .unwrap();
    editor.document().clone()
}

pub(crate) fn small() -> Document {
    record::record(Size::PAGE)
}

fn bytes(document: &Document) -> Vec<u8> {
    write(document).into_bytes()
}

fn error_of(bytes: &[u8]) -> OpenError {
    parse(bytes).unwrap_err()
}

// What is written is read back.

#[test]
fn a_generated_record_comes_back_equal() {
    let document = small();
    assert_eq!(parse(&bytes(&document)).unwrap(), document);
}

#[test]
fn a_record_of_325_pages_comes_back_equal() {
    let document = record::record(Size::PAGES);
    assert_eq!(parse(&bytes(&document)).unwrap(), document);
}

#[test]
fn the_generated_sizes_are_as_promised() {
    for (size, words, blocks) in [(Size::PAGES, 110_000, 3_300), (Size::LARGE, 164_000, 4_900)] {
        let document = record::record(size);
        let count: usize =
            document.blocks().iter().map(|block| block.text.text().split_whitespace().count()).sum();
        assert!(count.abs_diff(words) < words / 50, "{count} words");
        assert!(document.blocks().len().abs_diff(blocks) < blocks / 10, "{} blocks", document.blocks().len());
    }
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    assert_eq!(bytes(&small()), bytes(&small()));
}

#[test]
fn the_first_line_names_the_format_and_nothing_else() {
    assert_eq!(write(&small()).lines().next(), Some("// mahdar 2"));
}

#[test]
fn each_block_stands_on_one_line() {
    let document = small();
    let file = write(&document);
    for block in document.blocks() {
        let id = format!("(id: \"{}\"", block.id);
        let lines: Vec<&str> = file.lines().filter(|line| line.trim_start().starts_with(&id)).collect();
        assert_eq!(lines.len(), 1, "{id}");
        assert!(lines.iter().all(|line| line.ends_with("),")), "{lines:?}");
    }
}

#[test]
fn an_empty_record_comes_back_equal() {
    let document = Document::new(RecordId(9));
    assert_eq!(parse(&bytes(&document)).unwrap(), document);
}

#[test]
fn harakat_quotes_and_backslashes_are_stored_readably() {
    let text = "قال: \"هَذَا \\ ذَاكَ\" ثم \u{200F}r#\"//\"# /* */ {}[]()";
    let document = with_text(text);
    let file = write(&document);
    assert!(file.contains("هَذَا \\ ذَاكَ"), "{file}");
    assert_eq!(parse(file.as_bytes()).unwrap(), document);
}

fn with_text(text: &str) -> Document {
    let mut document = Document::new(RecordId(1));
    let id = BlockId(Id { session: 1, counter: 1 });
    let block = Block::new(id, Kind::default(), RichText::plain(text));
    document.apply(Step::Insert { after: None, block: block.into() }).unwrap();
    document
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let document = small();
    let file = format!("\u{FEFF}{}", write(&document).replace('\n', "\r\n"));
    assert_eq!(parse(file.as_bytes()).unwrap(), document);
}

// Bad input.

#[test]
fn what_is_not_ron_is_refused_with_its_line_and_column() {
    let error = error_of(b"// mahdar 1\n(\n id: \"00000000000000000000000000000001\",\n = 5,\n)\n");
    assert!(matches!(error, OpenError::Syntax { line: 4, column: 2, .. }), "{error:?}");
}

#[test]
fn a_text_without_the_first_line_is_refused() {
    assert!(matches!(error_of(b"(id: \"00000000000000000000000000000001\")"), OpenError::NoFirstLine));
    assert!(matches!(error_of("عقد المجلس اجتماعه\n".as_bytes()), OpenError::NoFirstLine));
    assert!(matches!(error_of(b"//mahdar 1\n()"), OpenError::NoFirstLine));
    assert!(matches!(error_of(b" // mahdar 1\n()"), OpenError::NoFirstLine));
}

#[test]
fn a_wrong_format_number_is_refused_and_told() {
    for number in ["00", "x", "1 ", "1.0", "", "-1", "+1", "01", "99999999999999999999"] {
        let file = format!("// mahdar {number}\n()");
        let error = error_of(file.as_bytes());
        assert!(
            matches!(&error, OpenError::WrongFormat { found } if found == number),
            "{number:?}: {error:?}"
        );
    }
}

#[test]
fn a_newer_format_is_refused_before_anything_else_is_read() {
    let error = error_of(b"// mahdar 3\nnobody knows what this will be");
    assert!(matches!(error, OpenError::Newer { found: 3 }), "{error:?}");
}

#[test]
fn a_newer_file_is_left_untouched() {
    let folder = Folder::new();
    let path = folder.file("newer.mahdar");
    fs::write(&path, "// mahdar 7\n(new: true)\n").unwrap();
    assert!(matches!(open(&path).unwrap_err(), OpenError::Newer { found: 7 }));
    assert_eq!(fs::read_to_string(&path).unwrap(), "// mahdar 7\n(new: true)\n");
    assert_eq!(folder.names(), ["newer.mahdar"]);
}

#[test]
fn a_file_cut_at_any_byte_is_refused_without_a_panic() {
    let whole = bytes(&record::record(Size { words: 60, each: 10 }));
    let end = whole.iter().rposition(|byte| *byte == b')').unwrap();
    for cut in 0..end {
        assert!(parse(whole.get(..cut).unwrap()).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_truncated_file_is_called_incomplete() {
    let whole = write(&small());
    for mark in ["blocks: [", "id: \"0.10", "Text(\""] {
        let cut = whole.rfind(mark).unwrap() + mark.len();
        let error = error_of(whole.get(..cut).unwrap().as_bytes());
        assert!(matches!(error, OpenError::Truncated { .. }), "{mark}: {error:?}");
    }
}

#[test]
fn two_hundred_thousand_brackets_do_not_overflow_the_stack() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("Some(", ")"), ("/*", "*/"), ("[[(", ")]]")] {
        let deep = format!("// mahdar 1\n{}{}", open.repeat(200_000), close.repeat(200_000));
        assert!(parse(deep.as_bytes()).is_err());
        let inside = format!(
            "// mahdar 1\n(id: \"00000000000000000000000000000001\", x: {}{})",
            open.repeat(200_000),
            close.repeat(200_000)
        );
        assert!(parse(inside.as_bytes()).is_err());
        let unclosed = format!(
            "// mahdar 1\n(id: \"00000000000000000000000000000001\", blocks: {}",
            open.repeat(200_000)
        );
        assert!(parse(unclosed.as_bytes()).is_err());
    }
}

#[test]
fn deep_brackets_are_refused_on_a_small_stack_too() {
    let deep = format!(
        "// mahdar 1\n(id: \"00000000000000000000000000000001\", style: {})",
        "(labels: ".repeat(200_000)
    );
    let thread = std::thread::Builder::new().name("small".into()).stack_size(512 * 1024);
    let done = thread.spawn(move || parse(deep.as_bytes()).is_err()).unwrap();
    assert!(done.join().unwrap());
}

#[test]
fn bytes_that_are_not_utf8_are_refused_with_their_place() {
    let mut file = bytes(&small());
    let at = file.len() / 2;
    let at = (at..file.len()).find(|at| file.get(*at).is_some_and(u8::is_ascii)).unwrap();
    *file.get_mut(at).unwrap() = 0xFF;
    let error = error_of(&file);
    assert!(matches!(error, OpenError::NotUtf8 { at: found, line } if found == at && line > 1), "{error:?}");
}

#[test]
fn a_gigabyte_is_refused_without_reading_it() {
    let folder = Folder::new();
    let path = folder.file("huge.mahdar");
    let file = fs::File::create(&path).unwrap();
    file.set_len(1 << 30).unwrap();
    assert!(matches!(open(&path).unwrap_err(), OpenError::TooLarge { limit: LIMIT }));
}

#[test]
fn a_record_that_could_not_be_opened_again_is_not_saved() {
    let folder = Folder::new();
    let mut document = Document::new(RecordId(1));
    for counter in 1..=210 {
        let id = BlockId(Id { session: 1, counter });
        let block = Block::new(id, Kind::default(), RichText::plain(&"نص ".repeat(33_000)));
        document.apply(Step::Insert { after: None, block: block.into() }).unwrap();
    }
    assert!(matches!(create(&document, &folder.file("a.mahdar")).unwrap_err(), SaveError::TooLarge { .. }));
    assert!(folder.names().is_empty());
}

#[test]
fn an_endless_stream_is_refused_at_the_limit() {
    let error = mahdar::store::read_from(std::io::repeat(b' ')).unwrap_err();
    assert!(matches!(error, OpenError::TooLarge { .. }));
}

#[test]
fn a_folder_is_refused() {
    let folder = Folder::new();
    assert!(matches!(open(&folder.file("")).unwrap_err(), OpenError::Folder));
    assert!(matches!(save(&small(), &folder.0, None).unwrap_err(), SaveError::Folder));
}

#[test]
fn a_missing_file_is_refused() {
    let folder = Folder::new();
    assert!(matches!(open(&folder.file("none.mahdar")).unwrap_err(), OpenError::NotFound));
}

#[test]
fn a_pipe_is_refused_without_waiting_for_it() {
    let folder = Folder::new();
    let path = folder.file("pipe");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("skipped: no mkfifo");
        return;
    }
    assert!(matches!(open(&path).unwrap_err(), OpenError::NotAFile));
    assert!(matches!(save(&small(), &path, None).unwrap_err(), SaveError::NotAFile));
}

#[test]
fn a_device_is_refused() {
    // That one is not saved over either is tried with a pipe: a mistake there would cost the machine its device.
    assert!(matches!(open(Path::new("/dev/zero")).unwrap_err(), OpenError::NotAFile));
}

#[test]
fn an_empty_file_is_refused() {
    assert!(matches!(error_of(b""), OpenError::Empty));
    assert!(matches!(error_of(b"\n \n"), OpenError::Empty));
}

#[test]
fn an_unknown_field_or_variant_is_named() {
    let file = write(&small()).replace(" venue:", " vneue:");
    let error = error_of(file.as_bytes());
    assert!(matches!(&error, OpenError::Unknown { name, .. } if name == "vneue"), "{error:?}");
    let file = write(&small()).replace("Paragraph(Lead)", "Paragraph(Leed)");
    let error = error_of(file.as_bytes());
    assert!(matches!(&error, OpenError::Unknown { name, .. } if name == "Leed"), "{error:?}");
}

#[test]
fn a_record_with_two_blocks_of_one_name_is_refused() {
    let file = write(&small()).replace("\"0.102\"", "\"0.101\"");
    let error = error_of(file.as_bytes());
    assert!(
        matches!(&error, OpenError::Damaged(flaws) if matches!(flaws.first(), Some(Flaw::DuplicateBlock(_))))
    );
}

#[test]
fn a_level_that_does_not_exist_is_refused() {
    let file = write(&small()).replacen("(depth: 3)", "(depth: 9)", 1);
    let error = error_of(file.as_bytes());
    assert!(matches!(&error, OpenError::Damaged(flaws) if matches!(flaws.first(), Some(Flaw::Level(_, 9)))));
}

#[test]
fn a_person_nobody_knows_is_a_warning() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    fs::write(&path, write(&small()).replace("rapporteur: Some(\"0.2\")", "rapporteur: Some(\"0.77\")"))
        .unwrap();
    let opened = open(&path).unwrap();
    assert!(matches!(opened.warnings.as_slice(), [Flaw::NoPerson(_)]), "{:?}", opened.warnings);
}

#[test]
fn a_file_that_may_not_be_read_is_refused() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    save(&small(), &path, None).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).unwrap();
    if fs::File::open(&path).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    assert!(matches!(open(&path).unwrap_err(), OpenError::Denied));
}

// Saving.

#[test]
fn a_saved_record_opens_with_the_digest_it_was_saved_with() {
    let folder = Folder::new();
    let path = folder.file("محضر.mahdar");
    let saved = create(&small(), &path).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!((opened.digest, opened.document), (saved.digest, small()));
    assert_eq!(folder.names(), ["محضر.mahdar"]);
}

#[test]
fn making_a_record_never_replaces_a_file() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    fs::write(&path, "mine").unwrap();
    assert!(matches!(create(&small(), &path).unwrap_err(), SaveError::Exists));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(folder.names(), ["a.mahdar"]);
}

#[test]
fn a_file_changed_by_another_is_not_replaced() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    let saved = create(&small(), &path).unwrap();
    let other = save(&changed(&small(), "مكان آخر"), &path, Some(saved.digest)).unwrap();
    let error = save(&changed(&small(), "مكان ثالث"), &path, Some(saved.digest)).unwrap_err();
    assert!(matches!(error, SaveError::ChangedOnDisk));
    assert_eq!(Digest::of(&fs::read(&path).unwrap()), other.digest);
    assert_eq!(folder.names(), ["a.mahdar"]);
}

#[test]
fn saving_again_after_a_refusal_works_once_the_change_was_seen() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    let first = create(&small(), &path).unwrap();
    save(&changed(&small(), "مكان آخر"), &path, Some(first.digest)).unwrap();
    let seen = open(&path).unwrap();
    let mine = changed(&small(), "مكان ثالث");
    save(&mine, &path, Some(seen.digest)).unwrap();
    assert_eq!(open(&path).unwrap().document, mine);
}

#[test]
fn a_file_deleted_by_another_is_written_anew_and_told() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    let saved = create(&small(), &path).unwrap();
    fs::remove_file(&path).unwrap();
    let again = save(&small(), &path, Some(saved.digest)).unwrap();
    assert_eq!(again.warnings, [SaveWarning::WasGone]);
}

#[test]
fn a_symbolic_link_stays_one_and_its_target_is_saved() {
    let folder = Folder::new();
    let (real, link) = (folder.file("real.mahdar"), folder.file("link.mahdar"));
    save(&small(), &real, None).unwrap();
    symlink("real.mahdar", &link).unwrap();
    let opened = open(&link).unwrap();
    assert_eq!(opened.path, fs::canonicalize(&real).unwrap());
    let mine = changed(&small(), "مكان آخر");
    save(&mine, &link, Some(opened.digest)).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(open(&real).unwrap().document, mine);
}

#[test]
fn a_link_to_nothing_yet_leads_to_the_new_file() {
    let folder = Folder::new();
    fs::create_dir(folder.file("elsewhere")).unwrap();
    symlink("elsewhere/new.mahdar", folder.file("link.mahdar")).unwrap();
    create(&small(), &folder.file("link.mahdar")).unwrap();
    assert!(fs::symlink_metadata(folder.file("link.mahdar")).unwrap().is_symlink());
    assert!(open(&folder.file("elsewhere/new.mahdar")).is_ok());
}

#[test]
fn links_in_a_circle_are_refused() {
    let folder = Folder::new();
    symlink("b", folder.file("a")).unwrap();
    symlink("a", folder.file("b")).unwrap();
    assert!(open(&folder.file("a")).is_err());
    assert!(save(&small(), &folder.file("a"), None).is_err());
}

#[test]
fn mode_and_owner_are_kept() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    let saved = create(&small(), &path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let moved = std::os::unix::fs::chown(&path, Some(12), Some(34)).is_ok();
    let before = fs::metadata(&path).unwrap();
    let again = save(&changed(&small(), "مكان آخر"), &path, Some(saved.digest)).unwrap();
    let after = fs::metadata(&path).unwrap();
    assert_eq!(after.mode() & 0o7777, 0o640);
    assert_eq!((after.uid(), after.gid()), (before.uid(), before.gid()));
    assert_ne!(after.ino(), before.ino());
    assert!(again.warnings.is_empty(), "{:?}", again.warnings);
    if !moved {
        println!("skipped: owners, this user may not give files away");
    }
}

#[test]
fn extended_attributes_are_kept() {
    use rustix::fs::{XattrFlags, getxattr, setxattr};
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    let saved = create(&small(), &path).unwrap();
    if setxattr(&path, "user.mahdar.test", "قيمة".as_bytes(), XattrFlags::empty()).is_err() {
        println!("skipped: no extended attributes here");
        return;
    }
    save(&changed(&small(), "مكان آخر"), &path, Some(saved.digest)).unwrap();
    let mut value = [0_u8; 64];
    let length = getxattr(&path, "user.mahdar.test", &mut value[..]).unwrap();
    assert_eq!(value.get(..length), Some("قيمة".as_bytes()));
}

#[test]
fn other_names_of_a_file_are_told() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    let saved = create(&small(), &path).unwrap();
    fs::hard_link(&path, folder.file("b.mahdar")).unwrap();
    let again = save(&changed(&small(), "مكان آخر"), &path, Some(saved.digest)).unwrap();
    assert_eq!(again.warnings, [SaveWarning::OtherNames(1)]);
    assert_eq!(open(&folder.file("b.mahdar")).unwrap().document, small());
}

#[test]
fn a_missing_folder_is_told_and_nothing_is_made() {
    let folder = Folder::new();
    assert!(matches!(create(&small(), &folder.file("no/a.mahdar")).unwrap_err(), SaveError::NoFolder));
    assert!(folder.names().is_empty());
}

#[test]
fn a_name_of_the_greatest_length_can_be_saved() {
    let folder = Folder::new();
    let path = folder.file("a".repeat(255));
    let saved = create(&small(), &path).unwrap();
    save(&changed(&small(), "مكان آخر"), &path, Some(saved.digest)).unwrap();
    assert_eq!(folder.names().len(), 1);
}

#[test]
fn a_name_that_is_not_utf8_can_be_saved() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let path = folder.file(OsStr::from_bytes(b"\xE5\xFF.mahdar"));
    create(&small(), &path).unwrap();
    assert_eq!(open(&path).unwrap().document, small());
}

#[test]
fn a_full_disk_is_told_by_a_device_that_is_one() {
    let error = write_bytes(Path::new("/dev/full"), b"text", Overwrite::Replace).unwrap_err();
    assert!(matches!(error, SaveError::Full), "{error:?}");
}

/// A file system of 64 KiB, gone when the test is.
struct SmallDisk(Folder);

impl SmallDisk {
    fn new() -> Option<Self> {
        let folder = Folder::new();
        let mount = ["-t", "tmpfs", "-o", "size=64k", "tmpfs"];
        let status = std::process::Command::new("mount")
            .args(mount)
            .arg(&folder.0)
            .stderr(std::process::Stdio::null())
            .status();
        status.is_ok_and(|status| status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0.0).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else() {
    let Some(disk) = SmallDisk::new() else {
        println!("skipped: no small disk can be made here");
        return;
    };
    let path = disk.0.file("a.mahdar");
    let saved = create(&small(), &path).unwrap();
    let large = record::record(Size { words: 12_000, each: 30 });
    let error = save(&large, &path, Some(saved.digest)).unwrap_err();
    assert!(matches!(error, SaveError::Full), "{error:?}");
    assert_eq!(open(&path).unwrap().document, small());
    assert_eq!(disk.0.names(), ["a.mahdar"]);
    // Once there is room, trying again works.
    save(&changed(&small(), "مكان آخر"), &path, Some(saved.digest)).unwrap();
}

#[test]
fn a_failed_replacement_leaves_nothing_behind() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    create(&small(), &path).unwrap();
    let stale = Digest::of(b"something else");
    assert!(save(&changed(&small(), "مكان آخر"), &path, Some(stale)).is_err());
    assert_eq!(folder.names(), ["a.mahdar"]);
    assert_eq!(open(&path).unwrap().document, small());
}

#[test]
fn an_export_is_written_whole_over_an_older_one() {
    let folder = Folder::new();
    let path = folder.file("a.txt");
    write_bytes(&path, b"a longer text than the next", Overwrite::Refuse).unwrap();
    assert!(matches!(write_bytes(&path, b"short", Overwrite::Refuse).unwrap_err(), SaveError::Exists));
    write_bytes(&path, b"short", Overwrite::Replace).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"short");
}

#[test]
fn random_names_differ() {
    assert_ne!(mahdar::store::random_record_id(), mahdar::store::random_record_id());
    assert_ne!(mahdar::store::random_session(), 0);
}

#[test]
fn opening_changes_nothing_on_disk() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    create(&small(), &path).unwrap();
    let before = fs::metadata(&path).unwrap();
    let _ = open(&path).unwrap();
    let after = fs::metadata(&path).unwrap();
    assert_eq!((before.mtime(), before.ino(), before.size()), (after.mtime(), after.ino(), after.size()));
}

#[test]
fn a_block_for_the_minutes_only_says_so_in_the_file() {
    let mut document = with_text("سري");
    let id = document.blocks().first().unwrap().id;
    document.apply(Step::SetAudience(id, Audience::MinutesOnly)).unwrap();
    assert!(write(&document).contains("audience: MinutesOnly"));
}

// Any record at all.

mod any {
    use std::sync::Arc;

    use mahdar::arabic::{Case, Date, Edge, Gender, Time, When};
    use mahdar::document::{
        Atom, Audience, Block, BlockId, BlockReview, Change, ChangeId, Colour, Comment, CommentId, Decision,
        Digits, Document, Entry, Field, Group, GroupId, Id, Kind, Label, Labels, Language, Letterhead, Mark,
        Matter, Output, OutputKind, Pending, Person, PersonForm, PersonId, Piece, Recommendation, RecordId,
        Resolved, Revision, RevisionId, RichText, Role, Seal, Source, Speaker, Stamp, Step, Style, Subject,
        Template, Vote,
    };
    use proptest::prelude::*;

    /// Words with everything in them that could upset a reader of the file.
    fn words() -> impl Strategy<Value = String> {
        let bits = [
            "اجتماع ",
            "هَذَا",
            "ـ",
            "\"",
            "\\",
            "#",
            "r#\"",
            "\"#",
            "//",
            "/*",
            "*/",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "'",
            "\\u{41}",
            "\\n",
            "29.11",
            "PDF",
            "ﷺ",
            "e\u{301}",
            "\u{200D}",
            "\t",
            "🌿",
            " ",
            "Some(",
            "ⵣ",
        ];
        proptest::collection::vec(proptest::sample::select(bits.to_vec()), 0..9)
            .prop_map(|parts| parts.concat())
    }

    fn id() -> impl Strategy<Value = Id> {
        (any::<u32>(), any::<u32>()).prop_map(|(session, counter)| Id { session, counter })
    }

    fn atom() -> impl Strategy<Value = Atom> {
        prop_oneof![
            Just(Atom::Start),
            Just(Atom::Chair(PersonForm::RoleFirst)),
            Just(Atom::Attendance(Case::Nominative)),
            (words(), words()).prop_map(|(masculine, feminine)| Atom::Verb {
                masculine,
                feminine,
                of: Subject::Body
            }),
            id().prop_map(|id| Atom::Person(PersonId(id), PersonForm::Full)),
        ]
    }

    fn mark() -> impl Strategy<Value = Mark> {
        prop_oneof![
            Just(Mark::Bold),
            Just(Mark::Colour(Colour::Red)),
            Just(Mark::Language(Language::French)),
            id().prop_map(|id| Mark::Deleted(ChangeId(id))),
            id().prop_map(|id| Mark::Remark(CommentId(id))),
        ]
    }

    fn rich() -> impl Strategy<Value = RichText> {
        let piece = prop_oneof![
            words().prop_map(Piece::Text),
            atom().prop_map(Piece::Field),
            (proptest::collection::vec(mark(), 1..3), words())
                .prop_map(|(marks, words)| Piece::Marked(marks, words)),
            (proptest::collection::vec(mark(), 1..3), atom())
                .prop_map(|(marks, atom)| Piece::MarkedField(marks, atom)),
        ];
        proptest::collection::vec(piece, 0..5).prop_map(|pieces| RichText::from_pieces(pieces).unwrap())
    }

    fn date() -> impl Strategy<Value = Date> {
        (1_i32..=9999, 1_u8..=12, 1_u8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
    }

    fn when() -> impl Strategy<Value = When> {
        prop_oneof![
            Just(When::Unset),
            proptest::collection::vec(date(), 0..3).prop_map(When::Days),
            (date(), date()).prop_map(|(from, to)| When::Range { from, to }),
            (proptest::option::of(1900..2100), 1_u8..=12).prop_map(|(year, month)| When::Month {
                year,
                month,
                edge: Edge::Middle
            }),
            (words(), proptest::option::of(date()))
                .prop_map(|(phrase, date)| When::Relative { phrase, date }),
            words().prop_map(When::Text),
        ]
    }

    fn speaker() -> impl Strategy<Value = Speaker> {
        prop_oneof![
            Just(Speaker::Unnamed),
            id().prop_map(|id| Speaker::Person(PersonId(id))),
            words().prop_map(Speaker::Collective),
        ]
    }

    fn kind() -> impl Strategy<Value = Kind> {
        prop_oneof![
            Just(Kind::Paragraph(Role::Recital)),
            (1_u8..=3).prop_map(Kind::Heading),
            speaker().prop_map(Kind::Quote),
            (0_u8..=3, words(), proptest::option::of(date())).prop_map(|(depth, addressee, due)| {
                let vote = Some(Vote::Counted { yes: 3, no: 0, abstained: 1 });
                Kind::Recommendation(Recommendation {
                    depth,
                    addressee,
                    due,
                    vote,
                    ..Recommendation::default()
                })
            }),
            (words(), proptest::collection::vec(id(), 0..3)).prop_map(|(name, ids)| {
                let members = ids.into_iter().map(PersonId).collect();
                Kind::Decision(Decision {
                    matter: Matter::Committee { name, members },
                    vote: Some(Vote::Unanimous),
                })
            }),
        ]
    }

    fn block() -> impl Strategy<Value = Block> {
        (id(), kind(), rich(), words(), proptest::option::of(id()), 0..3).prop_map(
            |(id, kind, text, prompt, by, who)| {
                let review = BlockReview { removed: by.map(ChangeId), ..BlockReview::default() };
                let audience = match who {
                    0 => Audience::Both,
                    1 => Audience::MinutesOnly,
                    _ => Audience::CommuniqueOnly,
                };
                Block { audience, review, prompt, ..Block::new(BlockId(id), kind, text) }
            },
        )
    }

    fn step() -> impl Strategy<Value = Step> {
        let field = |field: Field| Step::SetField(field);
        prop_oneof![
            4 => block().prop_map(|block| Step::Insert { after: None, block: Arc::new(block) }),
            1 => when().prop_map(move |when| field(Field::Dates(when))),
            1 => words().prop_map(move |venue| field(Field::Venue(venue))),
            1 => Just(Step::SetField(Field::Start(Time::new(9, 5)))),
            1 => proptest::collection::vec(words(), 0..3)
                .prop_map(move |lines| field(Field::Letterhead(Letterhead { lines, ..Letterhead::default() }))),
            1 => (words(), words()).prop_map(move |(id, name)| {
                field(Field::Template(Template { id, name, about: String::new() }))
            }),
            1 => (words(), words()).prop_map(move |(name, text)| {
                field(Field::Source(Some(Source { name, text: format!("{text}\r\n{text}\n").into(), guesses: Vec::new() })))
            }),
            1 => Just(Step::SetField(Field::Style(Style {
                digits: Digits::Arabic,
                labels: Labels { axis: Label::Adverb, ..Labels::default() },
                ..Style::default()
            }))),
            2 => (0..9_usize, rich(), words()).prop_map(move |(n, title, number)| {
                let kind = *OutputKind::ALL.get(n).unwrap();
                let seal = Some(Seal { digest: number.clone(), at: Stamp(-5) });
                let output = Output { title, number, seal, ..Output::new(kind) };
                field(Field::Output { kind, at: 3, entry: Some(Box::new(output)) })
            }),
            1 => (id(), words(), words()).prop_map(move |(id, nominative, oblique)| {
                let group = Group { id: GroupId(id), nominative, oblique, count: Some(4) };
                field(Field::Group { id: group.id, at: 9, entry: Some(group) })
            }),
            2 => (id(), words(), words()).prop_map(|(id, name, phone)| {
                let person = Person { name, phone, gender: Gender::Female, ..Person::default() };
                Step::Put(Entry::Person(PersonId(id), Some(person)))
            }),
            1 => (id(), words(), id()).prop_map(|(id, text, of)| {
                let comment = Comment {
                    author: text.clone(),
                    at: Stamp(i64::MAX),
                    text: format!("{text}\n\n{text}\0"),
                    quoted: String::new(),
                    answers: Some(CommentId(of)),
                    resolved: Some(Resolved { by: text, at: Stamp(i64::MIN) }),
                };
                Step::Put(Entry::Comment(CommentId(id), Some(comment)))
            }),
            1 => (id(), id(), kind()).prop_map(|(id, block, kind)| {
                let pending = Pending::Kind(BlockId(block), kind);
                let change = Change { author: String::new(), at: Stamp(0), pending };
                Step::Put(Entry::Change(ChangeId(id), Some(Box::new(change))))
            }),
            1 => (id(), words()).prop_map(|(id, label)| {
                let revision = Revision {
                    author: String::new(),
                    at: Stamp(1),
                    label,
                    output: Some(OutputKind::Short),
                    digest: String::new(),
                };
                Step::Put(Entry::Revision(RevisionId(id), Some(revision)))
            }),
        ]
    }

    pub(super) fn document() -> impl Strategy<Value = Document> {
        (any::<u128>(), proptest::collection::vec(step(), 0..12)).prop_map(|(id, steps)| {
            let mut document = Document::new(RecordId(id));
            for step in steps {
                let _ = document.apply(step);
            }
            document
        })
    }
}

proptest::proptest! {
    #[test]
    fn any_record_comes_back_equal(document in any::document()) {
        proptest::prop_assert_eq!(parse(&bytes(&document)).unwrap(), document);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(rest in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
        let _ = parse(&rest);
        let _ = parse(&[b"// mahdar 1\n".as_slice(), &rest].concat());
    }

    #[test]
    fn no_damaged_record_makes_the_reader_panic(at in 0_usize..7000, byte in proptest::prelude::any::<u8>()) {
        let mut file = bytes(&small());
        let length = file.len();
        if let Some(place) = file.get_mut(at % length) {
            *place = byte;
        }
        let _ = parse(&file);
    }
}

#[test]
fn whether_a_text_is_normal_is_told_as_the_unicode_tables_do() {
    for c in '\0'..='\u{FFFF}' {
        for text in [format!("{c}"), format!("ا{c}"), format!("{c}\u{653}")] {
            assert_eq!(mahdar::arabic::is_nfc(&text), unicode_normalization::is_nfc(&text), "{text:?}");
        }
    }
}
