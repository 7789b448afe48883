//! The command line: what each command does, says and returns.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test fails by panicking, says what it skipped, and prepares files as others would leave them"
)]

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;

use mahdar::cli::{Io, Launch, run};
use mahdar::document::Stamp;
use serde_json::Value as Json;

use crate::store::Folder;

/// What a command left behind.
pub(crate) struct Ran {
    launch: Launch,
    pub(crate) out: Vec<u8>,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn code(&self) -> u8 {
        match self.launch {
            Launch::Exit(code) => code,
            Launch::Window { .. } => panic!("a window"),
        }
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    fn json(&self) -> Json {
        serde_json::from_slice(&self.out).unwrap()
    }

    /// The only line on standard error.
    pub(crate) fn line(&self) -> &str {
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        self.err.trim_end()
    }
}

pub(crate) fn with(args: &[&OsStr], stdin: &[u8], env: &[(&str, &str)]) -> Ran {
    let (mut stdin, mut out, mut err) = (stdin, Vec::new(), Vec::new());
    let env = |name: &str| env.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value));
    let mut io =
        Io { stdin: &mut stdin, stdout: &mut out, stderr: &mut err, env: &env, now: Stamp(1_772_000_000) };
    let launch = run(args.iter().map(OsString::from), &mut io);
    Ran { launch, out, err: String::from_utf8(err).unwrap() }
}

fn mahdar<A: AsRef<OsStr>>(args: &[A]) -> Ran {
    with(&args.iter().map(AsRef::as_ref).collect::<Vec<_>>(), b"", &[])
}

macro_rules! mahdar {
    ($($arg:expr),* $(,)?) => { mahdar(&[$(OsStr::new(&$arg)),*]) };
}

/// A record made by the command line, with what a communiqué needs.
fn made(folder: &Folder) -> std::path::PathBuf {
    let path = folder.file("a.mahdar");
    let ran = mahdar!(
        "new",
        "--template",
        "regional-communique",
        "-o",
        path,
        "--set",
        "outputs.communique.title=بلاغ المكتب الجهوي",
        "--set",
        "meeting.body.name=المكتب الجهوي",
        "--set",
        "meeting.dates=2026-03-14,2026-03-15",
        "--set",
        "meeting.venue=دار المبادرات",
        "--set",
        "meeting.chairs.0.name=ليلى المرابط",
        "--set",
        "meeting.chairs.0.gender=female",
    );
    assert_eq!((ran.code(), ran.err.as_str()), (0, ""));
    path
}

// Help, version, the window.

#[test]
fn version_is_one_line() {
    for flag in ["--version", "-V", "version"] {
        let ran = mahdar!(flag);
        assert_eq!(ran.code(), 0);
        assert_eq!(ran.text(), format!("mahdar {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn help_names_every_command_and_the_exit_codes() {
    let ran = mahdar!("--help");
    assert_eq!(ran.code(), 0);
    for command in ["templates", "new", "set", "info", "export", "check", "import", "compare"] {
        assert!(ran.text().contains(&format!("mahdar {command}")), "{command}: {}", ran.text());
    }
    assert!(ran.text().contains("3 the output could not be written"));
}

#[test]
fn messages_follow_the_locale() {
    let help = |env: &[(&str, &str)]| with(&[OsStr::new("help")], b"", env).text().to_owned();
    let (english, french, arabic) =
        (help(&[]), help(&[("LANG", "fr_MA.UTF-8")]), help(&[("LANG", "ar_MA.UTF-8")]));
    assert!(english.contains("Usage"));
    assert_ne!(french, english);
    assert!(arabic.contains("محضر") && arabic != french);
    assert_eq!(help(&[("LC_ALL", "ar_MA"), ("LANG", "fr_FR")]), arabic);
    assert_eq!(help(&[("LC_ALL", ""), ("LC_MESSAGES", "fr"), ("LANG", "ar")]), french);
    assert_eq!(help(&[("LANG", "de_DE.UTF-8")]), english);
}

#[test]
fn without_a_display_the_command_line_is_named() {
    let ran = mahdar::<&str>(&[]);
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("mahdar --help"), "{}", ran.err);
}

#[test]
#[cfg(feature = "gui")]
fn with_a_display_the_window_is_asked_for() {
    let files = [OsStr::new("--demo"), OsStr::new("a.mahdar"), OsStr::from_bytes(b"\xFF.mahdar")];
    let ran = with(&files, b"", &[("DISPLAY", ":0")]);
    let files = vec!["a.mahdar".into(), OsStr::from_bytes(b"\xFF.mahdar").into()];
    assert_eq!(ran.launch, Launch::Window { files, demo: true });
}

#[test]
fn why_no_window_opened_is_one_line_that_names_the_other_way() {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut io =
        Io { stdin: &mut io::empty(), stdout: &mut out, stderr: &mut err, env: &|_| None, now: Stamp(0) };
    assert_eq!(mahdar::cli::no_window(&mut io, &"two\nlines"), 2);
    let err = String::from_utf8(err).unwrap();
    assert!(err.lines().count() == 1 && err.contains("mahdar --help"), "{err}");
}

#[test]
fn an_unknown_command_names_those_there_are() {
    let ran = mahdar!("exprot", "a.mahdar");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("export"), "{}", ran.err);
}

#[test]
fn an_unknown_option_is_refused() {
    for args in [["templates", "--jsn"], ["info", "--yaml"], ["--dmo", "x"]] {
        let ran = mahdar!(args[0], args[1]);
        assert_eq!(ran.code(), 2);
        assert!(ran.line().contains("--"), "{}", ran.err);
    }
}

#[test]
fn what_is_to_come_is_said_politely() {
    let ran = mahdar!("merge", "a", "b");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("merge"), "{}", ran.err);
}

// templates and new

#[test]
fn templates_are_listed_with_their_outputs() {
    let ran = mahdar!("templates", "--json");
    let list = ran.json();
    let ids: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"regional-communique") && ids.contains(&"council-recommendations"), "{ids:?}");
    for one in list.as_array().unwrap() {
        assert!(!one["name"].as_str().unwrap().is_empty());
        assert!(!one["outputs"].as_array().unwrap().is_empty());
    }
    let plain = mahdar!("templates");
    assert!(ids.iter().all(|id| plain.text().contains(id)));
}

#[test]
fn a_new_record_can_be_read_and_has_a_name_of_its_own() {
    let folder = Folder::new();
    let id = |path: &std::path::Path| mahdar!("info", path, "--json").json()["id"].clone();
    let one = made(&folder);
    let other = folder.file("b.mahdar");
    assert_eq!(mahdar!("new", "--template", "regional-communique", "-o", other).code(), 0);
    assert_ne!(id(&one), id(&other));
}

#[test]
fn an_unknown_template_names_those_there_are() {
    let folder = Folder::new();
    let ran = mahdar!("new", "--template", "communique", "-o", folder.file("a.mahdar"));
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("regional-communique"), "{}", ran.err);
    assert!(folder.names().is_empty());
}

#[test]
fn a_file_is_replaced_only_by_force() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    fs::write(&path, "mine").unwrap();
    let ran = mahdar!("new", "--template", "regional-communique", "-o", path);
    assert_eq!(ran.code(), 3);
    assert!(ran.line().contains("--force") && ran.line().contains("a.mahdar"), "{}", ran.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(mahdar!("new", "--template", "regional-communique", "-o", path, "--force").code(), 0);
    assert_ne!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn a_new_record_goes_to_standard_output_for_a_dash() {
    let ran =
        mahdar!("new", "--template=regional-communique", "-o", "-", "--set=meeting.venue=دار المبادرات");
    assert_eq!(ran.code(), 0);
    assert!(ran.text().starts_with("// mahdar 2\n") && ran.text().contains("دار المبادرات"));
}

#[test]
fn what_is_missing_on_the_command_line_is_named() {
    for (args, missing) in [
        (vec!["new", "-o", "x"], "--template"),
        (vec!["new", "--template", "regional-communique"], "-o"),
        (vec!["new", "--template"], "--template"),
        (vec!["info"], "FILE"),
        (vec!["set"], "FILE"),
        (vec!["set", "x.mahdar"], "PATH=VALUE"),
        (vec!["export", "x.mahdar", "-o", "y"], "--to"),
        (vec!["export", "x.mahdar", "--to", "txt"], "-o"),
    ] {
        let ran = mahdar(&args);
        assert_eq!(ran.code(), 2, "{args:?}");
        assert!(ran.line().contains(missing), "{args:?}: {}", ran.err);
    }
}

#[test]
fn an_argument_too_many_is_refused() {
    let ran = mahdar!("info", "a.mahdar", "b.mahdar");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("b.mahdar"));
}

// set

#[test]
fn a_field_is_set_in_place() {
    let folder = Folder::new();
    let path = made(&folder);
    let ran = mahdar!("set", path, "meeting.venue=المقر الجهوي", "meeting.chairs.1.name=يونس الصنهاجي");
    assert_eq!((ran.code(), ran.err.as_str()), (0, ""));
    let info = mahdar!("info", path, "--json").json();
    assert_eq!(info["venue"], "المقر الجهوي");
    assert_eq!(info["chairs"][1]["name"], "يونس الصنهاجي");
    assert_eq!(folder.names(), ["a.mahdar"]);
}

#[test]
fn setting_what_is_already_so_writes_nothing() {
    let folder = Folder::new();
    let path = made(&folder);
    let before = fs::metadata(&path).unwrap();
    assert_eq!(mahdar!("set", path, "meeting.venue=دار المبادرات").code(), 0);
    let after = fs::metadata(&path).unwrap();
    assert_eq!(before.modified().unwrap(), after.modified().unwrap());
}

#[test]
fn values_and_files_are_cleaned_and_what_went_is_said() {
    let folder = Folder::new();
    let path = made(&folder);
    let ran = mahdar!("set", path, "meeting.venue=المقـــر\u{200f}\u{a0}الجهوي");
    assert_eq!((ran.code(), ran.text()), (0, ""));
    assert_eq!(
        ran.line(),
        "Texts cleaned: 1 direction character removed, 1 no-break space made ordinary, 3 tatweels removed"
    );
    let file = fs::read_to_string(&path).unwrap();
    assert!(file.contains("المقر الجهوي"), "{file}");
    // What somebody wrote into the file goes with the next change, not by reading it.
    let hostile = file.replace("المقر الجهوي", "المقر\u{202e} الجهوي");
    fs::write(&path, &hostile).unwrap();
    assert_eq!(mahdar!("info", path).code(), 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), hostile);
    let ran = mahdar!("export", path, "--to", "txt", "-o", "-");
    assert!(!ran.text().contains('\u{202e}'));
    let ran = mahdar!("set", path, "meeting.start=10:00");
    assert_eq!((ran.code(), ran.line()), (0, "Texts cleaned: 1 direction character removed"));
    assert!(!fs::read_to_string(&path).unwrap().contains('\u{202e}'));
}

#[test]
fn an_unknown_path_names_the_nearest_ones() {
    let folder = Folder::new();
    let path = made(&folder);
    let before = fs::read(&path).unwrap();
    let ran = mahdar!("set", path, "meeting.venu=x");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("meeting.venue"), "{}", ran.err);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_value_that_does_not_fit_changes_nothing_at_all() {
    let folder = Folder::new();
    let path = made(&folder);
    let before = fs::read(&path).unwrap();
    let ran = mahdar!("set", path, "meeting.venue=مكان آخر", "meeting.chairs.0.gender=woman");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("meeting.chairs.0.gender") && ran.line().contains("female"), "{}", ran.err);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_chair_beyond_the_next_is_refused() {
    let folder = Folder::new();
    let path = made(&folder);
    assert_eq!(mahdar!("set", path, "meeting.chairs.5.name=x").code(), 2);
}

#[test]
fn what_is_no_assignment_is_refused() {
    let folder = Folder::new();
    let path = made(&folder);
    let ran = mahdar!("set", path, "meeting.venue");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("PATH=VALUE"));
    let ran = mahdar!("set", path, OsStr::from_bytes(b"meeting.venue=\xFF"));
    assert_eq!(ran.code(), 2);
}

#[test]
fn a_value_may_hold_an_equals_sign() {
    let folder = Folder::new();
    let path = made(&folder);
    assert_eq!(mahdar!("set", path, "meeting.venue=قاعة أ=ب").code(), 0);
    assert_eq!(mahdar!("info", path, "--json").json()["venue"], "قاعة أ=ب");
}

#[test]
fn a_record_can_pass_through_standard_input_and_output() {
    let folder = Folder::new();
    let file = fs::read(made(&folder)).unwrap();
    let args = ["set", "-", "meeting.venue=المقر"].map(OsStr::new);
    let ran = with(&args, &file, &[]);
    assert_eq!(ran.code(), 0);
    let info = with(&["info", "-", "--json"].map(OsStr::new), &ran.out, &[]);
    assert_eq!(info.json()["venue"], "المقر");
}

#[test]
fn names_that_are_not_utf8_work() {
    let folder = Folder::new();
    let path = folder.file(OsStr::from_bytes(b"\xE8\xFE.mahdar"));
    assert_eq!(mahdar!("new", "--template", "regional-communique", "-o", path).code(), 0);
    assert_eq!(mahdar!("set", path, "meeting.venue=هنا").code(), 0);
    let out = folder.file(OsStr::from_bytes(b"\xFF.txt"));
    assert_eq!(mahdar!("export", path, "--to", "txt", "-o", out).code(), 0);
    assert!(out.exists());
}

// info

#[test]
fn info_tells_outputs_dates_people_and_counts() {
    let folder = Folder::new();
    let info = mahdar!("info", made(&folder), "--json").json();
    let output = &info["outputs"][0];
    assert_eq!(output["kind"], "communique");
    assert_eq!(output["title"], "بلاغ المكتب الجهوي");
    assert_eq!(output["state"], "draft");
    assert_eq!(output["number"], "");
    assert_eq!(info["dates"]["iso"], "2026-03-14,2026-03-15");
    assert!(info["dates"]["written"].as_str().unwrap().contains("مارس 2026"));
    assert_eq!(info["people"][0]["name"], "ليلى المرابط");
    assert_eq!(info["people"][0]["gender"], "female");
    for count in ["words", "blocks", "recommendations", "decisions"] {
        assert!(info["counts"][count].is_u64(), "{count}");
    }
    assert!(info["findings"].is_array());
    assert!(info["seal"].is_null());
}

#[test]
fn info_never_tells_a_telephone_number() {
    let folder = Folder::new();
    let path = made(&folder);
    assert_eq!(mahdar!("set", path, "meeting.chairs.0.phone=0612345678").code(), 0);
    assert!(!mahdar!("info", path, "--json").text().contains("0612345678"));
}

#[test]
fn info_without_json_is_for_people() {
    let folder = Folder::new();
    let ran = mahdar!("info", made(&folder));
    assert!(ran.text().contains("بلاغ المكتب الجهوي") && ran.text().contains("2026"), "{}", ran.text());
}

// check

#[test]
fn check_returns_one_and_names_the_place() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    mahdar!("new", "--template", "regional-communique", "-o", path);
    let ran = mahdar!("check", path);
    assert_eq!(ran.code(), 1);
    assert!(ran.text().lines().any(|line| line.contains("a.mahdar: meeting.dates: ")), "{}", ran.text());
    let json = mahdar!("check", path, "--json");
    assert_eq!(json.code(), 1);
    let found = &json.json()["findings"];
    let dates = found.as_array().unwrap().iter().find(|one| one["place"] == "meeting.dates").unwrap();
    assert_eq!(dates["certainty"], "error");
    assert_eq!(dates["kind"], "missing-date");
}

#[test]
fn check_returns_zero_for_a_clean_record() {
    let folder = Folder::new();
    let path = folder.file("clean.mahdar");
    let document = crate::store::record::record(crate::store::record::Size::PAGE);
    mahdar::store::create(&document, &path).unwrap();
    let ran = mahdar!("check", path);
    assert_eq!((ran.code(), ran.text()), (0, ""));
}

// export

#[test]
fn the_text_comes_out_as_it_is_published() {
    let folder = Folder::new();
    let path = made(&folder);
    let out = folder.file("a.txt");
    let ran = mahdar!("export", path, "--to", "txt", "-o", out);
    assert_eq!(ran.code(), 0, "{}", ran.err);
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("بلاغ المكتب الجهوي\n\n"), "{text}");
    assert!(text.contains("ليلى المرابط") && text.contains("مارس 2026"), "{text}");
    assert!(!text.contains('\u{FFFC}'));
}

#[test]
fn a_dash_exports_to_standard_output_and_nothing_else() {
    let folder = Folder::new();
    let path = made(&folder);
    let out = folder.file("a.txt");
    mahdar!("export", path, "--to", "txt", "-o", out);
    let ran = mahdar!("export", path, "--to", "txt", "-o", "-");
    assert_eq!(ran.out, fs::read(&out).unwrap());
}

#[test]
fn line_ends_digits_and_bullets_can_be_chosen() {
    let folder = Folder::new();
    let path = made(&folder);
    let text = |args: &[&str]| {
        let mut all = vec![OsStr::new("export"), path.as_os_str()];
        all.extend(["--to", "txt", "-o", "-"].map(OsStr::new));
        all.extend(args.iter().map(OsStr::new));
        let ran = mahdar(&all);
        assert_eq!(ran.code(), 0, "{}", ran.err);
        ran.text().to_owned()
    };
    assert!(text(&["--eol", "crlf"]).contains("\r\n"));
    assert!(!text(&["--eol", "lf"]).contains('\r'));
    assert_ne!(text(&["--digits", "arabic"]), text(&["--digits", "latin"]));
    text(&[
        "--bullets",
        "en-dash",
        "--reading",
        "original",
        "--audience",
        "internal",
        "--output",
        "communique",
    ]);
}

#[test]
fn a_choice_that_does_not_exist_names_those_that_do() {
    let folder = Folder::new();
    let path = made(&folder);
    for (option, wrong, one) in [
        ("--eol", "cr", "crlf"),
        ("--digits", "roman", "latin"),
        ("--audience", "all", "internal"),
        ("--reading", "draft", "markup"),
        ("--bullets", "star", "en-dash"),
        ("--output", "news", "communique"),
        ("--output", "nonsense", "communique"),
    ] {
        let ran = mahdar!("export", path, "--to", "txt", "-o", "-", option, wrong);
        assert_eq!(ran.code(), 2, "{option}");
        assert!(ran.line().contains(one), "{option}: {}", ran.err);
        assert!(ran.out.is_empty());
    }
}

#[test]
fn a_format_that_never_was_names_those_that_are() {
    let folder = Folder::new();
    let path = made(&folder);
    let ran = mahdar!("export", path, "--to", "doc", "-o", folder.file("out"));
    assert_eq!(ran.code(), 2);
    for format in mahdar::export::Format::ALL {
        assert!(ran.line().contains(format.keyword()), "{}", ran.err);
    }
    assert_eq!(folder.names(), ["a.mahdar"]);
}

#[test]
fn every_format_is_written_to_a_file_and_to_standard_output() {
    let folder = Folder::new();
    let path = made(&folder);
    mahdar!("set", path, "meeting.chairs.0.phone=0612345678");
    for format in mahdar::export::Format::ALL {
        let out = folder.file(format!("out.{}", format.keyword()));
        let ran = mahdar!("export", path, "--to", format.keyword(), "-o", out);
        assert_eq!(ran.code(), 0, "{}: {}", format.keyword(), ran.err);
        let bytes = fs::read(&out).unwrap();
        assert!(!bytes.is_empty());
        let streamed = mahdar!("export", path, "--to", format.keyword(), "-o", "-");
        // A public record is a new one each time.
        if format != mahdar::export::Format::Ron {
            assert!(streamed.out == bytes, "{}", format.keyword());
        }
        assert!(!bytes.windows(10).any(|window| window == b"0612345678"), "{}", format.keyword());
    }
}

#[test]
fn texts_the_record_does_not_keep_are_drawn_from_it() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    let made = mahdar!(
        "new",
        "--template",
        "council-recommendations",
        "-o",
        path,
        "--set",
        "outputs.recommendations.title=توصيات المجلس",
        "--set",
        "meeting.body.name=المجلس الجهوي",
        "--set",
        "meeting.dates=2026-03-14",
        "--set",
        "meeting.venue=دار المبادرات",
        "--set",
        "meeting.groups.0.nominative=أعضاء المجلس",
    );
    assert_eq!((made.code(), made.err.as_str()), (0, ""));
    let short = mahdar!("export", path, "--to", "txt", "--output", "short", "-o", "-");
    assert_eq!(short.code(), 0, "{}", short.err);
    assert!(short.text().starts_with("توصيات المجلس\n\n"), "{}", short.text());
    let length = mahdar::export::length(short.text());
    let said = format!("Length: {} characters, {} words", length.0, length.1);
    assert!(short.err.contains(&said), "{}", short.err);
    for (output, opening) in [("invitation", "دعوة إلى حضور "), ("sheet", "لائحة الحضور والتوقيع في ")]
    {
        let ran = mahdar!("export", path, "--to", "txt", "--output", output, "-o", "-");
        assert_eq!(ran.code(), 0, "{}", ran.err);
        assert!(ran.text().starts_with(opening), "{}", ran.text());
        assert!(ran.text().contains("للمجلس الجهوي\n"), "{}", ran.text());
        assert!(ran.text().contains("دار المبادرات"), "{}", ran.text());
    }
    // A title alone is no text.
    let empty = folder.file("empty.mahdar");
    assert_eq!(mahdar!("new", "--template", "news-item", "-o", empty).code(), 0);
    let ran = mahdar!("export", empty, "--to", "txt", "--output", "recommendations", "-o", "-");
    assert_eq!((ran.code(), ran.out.len()), (3, 0), "{}", ran.err);
    // What cannot be drawn from another text is not there.
    let ran = mahdar!("export", path, "--to", "txt", "--output", "minutes", "-o", "-");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("short"), "{}", ran.err);
}

#[test]
fn a_logo_that_is_missing_is_a_warning_and_one_that_is_there_is_in_the_page() {
    let folder = Folder::new();
    let path = made(&folder);
    mahdar!("set", path, "letterhead.logo=shiar.png");
    let ran = mahdar!("export", path, "--to", "html", "-o", "-");
    assert_eq!(ran.code(), 0);
    assert!(ran.line().contains("shiar.png"), "{}", ran.err);
    assert!(!ran.text().contains("<img"));
    fs::write(folder.file("shiar.png"), b"not a picture").unwrap();
    assert!(mahdar!("export", path, "--to", "html", "-o", "-").line().contains("shiar.png"));
    let mut bytes = Vec::new();
    let image = image::RgbImage::from_pixel(2, 2, image::Rgb([9, 99, 90]));
    image.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    fs::write(folder.file("shiar.png"), bytes).unwrap();
    let ran = mahdar!("export", path, "--to", "html", "-o", "-");
    assert_eq!((ran.code(), ran.err.as_str()), (0, ""));
    assert!(ran.text().contains("src=\"data:image/png;base64,iVBORw0KGgo"), "{}", ran.text());
}

#[test]
fn what_stands_open_in_a_text_is_said_in_three_languages() {
    let folder = Folder::new();
    let path = made(&folder);
    mahdar!("set", path, "meeting.dates=");
    for (language, words) in [("ar_MA.UTF-8", "تاريخ"), ("fr_FR.UTF-8", "date"), ("C", "date")] {
        let args = ["export", path.to_str().unwrap(), "--to", "txt", "-o", "-"].map(OsStr::new);
        let ran = with(&args, b"", &[("LANG", language)]);
        assert_eq!(ran.code(), 0);
        assert!(
            ran.err.lines().any(|line| line.contains("meeting.dates") && line.contains(words)),
            "{}",
            ran.err
        );
    }
}

#[test]
fn fonts_are_named() {
    let folder = Folder::new();
    let path = made(&folder);
    for font in ["amiri", "naskh"] {
        assert_eq!(mahdar!("export", path, "--to", "txt", "-o", "-", "--font", font).code(), 0);
    }
    let ran = mahdar!("export", path, "--to", "txt", "-o", "-", "--font", "comic");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("amiri") && ran.line().contains("naskh"), "{}", ran.err);
}

#[test]
fn a_target_that_cannot_be_written_leaves_nothing_half_done() {
    let folder = Folder::new();
    let path = made(&folder);
    let before = fs::read(&path).unwrap();
    fs::create_dir(folder.file("folder")).unwrap();
    let nowhere = folder.file("no such folder").join("out.html");
    let link = folder.file("loop");
    std::os::unix::fs::symlink(&link, &link).unwrap();
    let same = folder.file("same");
    std::os::unix::fs::symlink(&path, &same).unwrap();
    let long = folder.file("ب".repeat(200));
    for out in [folder.file("folder"), nowhere, link.clone(), same, long, "/dev/full".into(), path.clone()] {
        let names = folder.names();
        let ran = mahdar!("export", path, "--to", "html", "-o", out);
        assert_eq!(ran.code(), 3, "{}: {}", out.display(), ran.err);
        assert!(ran.line().len() > 10, "{}", ran.err);
        assert_eq!(folder.names(), names, "{}", out.display());
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}

#[test]
fn a_long_paragraph_and_a_record_without_one_are_exported_or_refused() {
    let folder = Folder::new();
    let path = made(&folder);
    let text = folder.file("long.txt");
    fs::write(&text, format!("بلاغ صحفي\n\n{}\n", "كلمة ".repeat(10_000))).unwrap();
    let long = folder.file("long.mahdar");
    assert_eq!(mahdar!("import", text, "-o", long).code(), 0);
    for format in ["txt", "md", "html", "html-fragment", "whatsapp", "facebook", "site"] {
        let ran = mahdar!("export", long, "--to", format, "-o", "-");
        assert_eq!(ran.code(), 0, "{format}: {}", ran.err);
        assert!(ran.text().matches("كلمة").count() >= 10_000);
    }
    let empty = folder.file("empty.mahdar");
    fs::write(&empty, "// mahdar 2\n(\n id: \"00000000000000000000000000000001\",\n)\n").unwrap();
    for format in ["txt", "md", "html", "whatsapp", "docx", "pdf"] {
        let out = folder.file("none");
        let ran = mahdar!("export", empty, "--to", format, "-o", out);
        assert_eq!(ran.code(), 3, "the record could be used, its text not written: {}", ran.err);
        assert!(ran.line().contains("empty.mahdar"), "{}", ran.err);
        assert!(!out.exists());
    }
    assert!(path.exists());
}

#[test]
fn the_record_is_never_overwritten_by_its_export() {
    let folder = Folder::new();
    let path = made(&folder);
    let before = fs::read(&path).unwrap();
    let ran = mahdar!("export", path, "--to", "txt", "-o", path);
    assert_eq!(ran.code(), 3);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn fields_without_a_value_are_warned_about_with_their_place() {
    let folder = Folder::new();
    let path = folder.file("a.mahdar");
    mahdar!("new", "--template", "regional-communique", "-o", path, "--set", "outputs.communique.title=بلاغ");
    let ran = mahdar!("export", path, "--to", "txt", "-o", "-");
    assert_eq!(ran.code(), 0);
    assert!(ran.err.lines().any(|line| line.contains("a.mahdar: blocks.")), "{}", ran.err);
}

#[test]
fn an_internal_record_is_the_record_and_a_public_one_is_not() {
    let folder = Folder::new();
    let path = made(&folder);
    mahdar!("set", path, "meeting.chairs.0.phone=0612345678");
    let internal = mahdar!("export", path, "--to", "ron", "-o", "-", "--audience", "internal");
    assert_eq!(internal.out, fs::read(&path).unwrap());
    let public = mahdar!("export", path, "--to", "ron", "-o", "-");
    assert_eq!(public.code(), 0);
    assert!(!public.text().contains("0612345678") && public.text().contains("ليلى المرابط"));
    let info = with(&["info", "-", "--json"].map(OsStr::new), &public.out, &[]);
    assert_ne!(info.json()["id"], mahdar!("info", path, "--json").json()["id"]);
}

// When reading or writing fails.

#[test]
fn each_unreadable_file_is_one_line_and_code_two() {
    let folder = Folder::new();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.file(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let deep = format!("// mahdar 1\n{}", "(".repeat(200_000));
    let files = [
        write("not-ron", b"// mahdar 1\n(id = 1)"),
        write("no-line", b"(id: 1)"),
        write("version", b"// mahdar one\n()"),
        write("newer", b"// mahdar 99\n()"),
        write("truncated", b"// mahdar 1\n(id: \"0000"),
        write("deep", deep.as_bytes()),
        write("utf8", b"// mahdar 1\n(\xFF\xFE)"),
        write("empty", b""),
        folder.file("missing.mahdar"),
        folder.file(""),
        "/dev/zero".into(),
    ];
    for path in files {
        for command in ["info", "check"] {
            let ran = mahdar!(command, path);
            assert_eq!(ran.code(), 2, "{path:?}");
            assert!(ran.line().contains(&*path.to_string_lossy()), "{}", ran.err);
            assert!(!ran.line().contains("error-") && !ran.line().contains("{$"), "{}", ran.err);
            assert!(ran.out.is_empty());
        }
        let ran = mahdar!("set", path, "meeting.venue=x");
        assert_eq!(ran.code(), 2);
    }
}

#[test]
fn what_cannot_be_written_is_one_line_and_code_three() {
    let folder = Folder::new();
    let path = made(&folder);
    for out in ["/dev/full".into(), folder.file("no/such/folder.txt"), folder.file("")] {
        let ran = mahdar!("export", path, "--to", "ron", "-o", out);
        assert_eq!(ran.code(), 3, "{out:?}");
        assert!(ran.line().contains(&*out.to_string_lossy()), "{}", ran.err);
    }
}

struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_reason_to_complain() {
    for (kind, lines) in [(io::ErrorKind::BrokenPipe, 0), (io::ErrorKind::StorageFull, 1)] {
        let mut err = Vec::new();
        let mut out = Broken(kind);
        let mut io =
            Io { stdin: &mut io::empty(), stdout: &mut out, stderr: &mut err, env: &|_| None, now: Stamp(0) };
        assert_eq!(run(["templates".into()], &mut io), Launch::Exit(3));
        assert_eq!(String::from_utf8(err).unwrap().lines().count(), lines);
    }
}

#[test]
fn a_name_with_control_characters_stays_on_one_line() {
    let ran = mahdar!("info", "a\n\u{1B}[31mb.mahdar");
    assert!(!ran.line().contains('\u{1B}'), "{}", ran.err);
}

#[test]
fn two_dashes_end_the_options() {
    let ran = mahdar!("info", "--", "--json");
    assert_eq!(ran.code(), 2);
    assert!(ran.line().contains("--json"), "{}", ran.err);
}

#[test]
fn every_message_of_store_and_command_line_is_there_in_three_languages() {
    use mahdar::words::{Language, Words};
    let keys: Vec<&str> = include_str!("../../assets/i18n/en.ftl")
        .lines()
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
        .filter(|key| ["cli-", "error-", "warning-", "finding-"].iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(keys.len() > 60);
    for key in keys {
        assert!(Language::ALL.iter().all(|language| Words::new(*language).has(key)), "{key}");
    }
}

// Comparing.

#[test]
fn compare_says_each_fact_and_each_block_on_a_line() {
    let folder = Folder::new();
    let old = made(&folder);
    let new = folder.file("b.mahdar");
    fs::copy(&old, &new).unwrap();
    let same = mahdar!("compare", old, new);
    assert_eq!((same.code(), same.text().lines().count(), same.err.as_str()), (0, 1, ""));
    assert_eq!(mahdar!("set", new, "meeting.venue=المقر الجهوي", "meeting.chairs.0.phone=0600").code(), 0);
    let text = fs::read_to_string(&new).unwrap();
    assert!(text.contains("Paragraph(Closing)"), "{text}");
    fs::write(&new, text.replace("Paragraph(Closing)", "Paragraph(Context)")).unwrap();
    let ran = mahdar!("compare", old, new);
    assert_eq!((ran.code(), ran.err.as_str()), (1, ""));
    let lines: Vec<&str> = ran.text().lines().collect();
    assert!(lines.contains(&"meeting.venue: Premises: [-دار المبادرات-] {+المقر الجهوي+}"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("meeting.chairs.0.phone: ")), "{lines:#?}");
    assert!(!ran.text().contains("0600"), "a telephone number is personal");
    assert!(lines.iter().any(|line| line.starts_with("~ blocks.")), "{lines:#?}");
    let json = mahdar!("compare", old, new, "--json");
    assert_eq!(json.code(), 1);
    let json = json.json();
    assert_eq!(json["same"], false);
    assert_eq!(json["summary"]["facts"], 2);
    assert_eq!(json["facts"][0]["path"], "meeting.venue");
    assert_eq!(json["facts"][0]["new"], "المقر الجهوي");
    assert_eq!((&json["facts"][1]["personal"], &json["facts"][1]["new"]), (&Json::Bool(true), &Json::Null));
    assert_eq!(json["blocks"][0]["state"], "changed");
    assert_eq!(json["blocks"][0]["facts"][0]["old"], "closing");
    assert!(!json.to_string().contains("0600"));
}

#[test]
fn compare_reads_one_of_the_two_from_standard_input() {
    let folder = Folder::new();
    let path = made(&folder);
    let bytes = fs::read(&path).unwrap();
    let args = |a: &'static str, b: &'static str| [OsStr::new("compare"), OsStr::new(a), OsStr::new(b)];
    let ran = with(&[OsStr::new("compare"), OsStr::new("-"), path.as_os_str()], &bytes, &[]);
    assert_eq!(ran.code(), 0, "{}", ran.err);
    let ran = with(&args("-", "-"), &bytes, &[]);
    assert_eq!((ran.code(), ran.err.lines().count()), (2, 1));
}

#[test]
fn compare_refuses_what_it_cannot_read() {
    let folder = Folder::new();
    let path = made(&folder);
    for ran in [
        mahdar!("compare"),
        mahdar!("compare", path),
        mahdar!("compare", path, path, path),
        mahdar!("compare", path, folder.file("none.mahdar")),
        mahdar!("compare", path, "--nonsense"),
    ] {
        assert_eq!(ran.code(), 2);
        ran.line();
    }
}

// import

/// A text that the command line reads from a file of this name.
fn imported(folder: &Folder, name: &str, bytes: &[u8]) -> (std::path::PathBuf, Ran) {
    let (text, record) = (folder.file(name), folder.file("made.mahdar"));
    fs::write(&text, bytes).unwrap();
    let ran = mahdar!("import", text, "-o", record, "--json");
    (record, ran)
}

#[test]
fn a_text_becomes_a_record_and_its_report_says_what_was_found() {
    let folder = Folder::new();
    let words = "بلاغ\nعقد المكتب الجهوي اجتماعه يوم السبت 14 مارس 2026 بدار المبادرات.\n- إعداد خطة العمل\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(words);
    let (record, ran) = imported(&folder, "a.txt", &bytes);
    assert_eq!(ran.code(), 0, "{}", ran.err);
    assert!(ran.line().contains("windows-1256"), "{}", ran.err);
    let report = ran.json();
    assert_eq!(report["source"]["format"], "text");
    assert_eq!(report["source"]["encoding"], "windows-1256");
    assert_eq!(report["source"]["paragraphs"], 3);
    assert!(report["parts"].as_object().unwrap().values().all(|count| count.as_u64().unwrap() > 0));
    let said = mahdar!("export", record, "--to", "ron", "--audience", "internal", "-o", "-");
    assert!(said.text().contains("إعداد خطة العمل"), "{}", said.text());
    // The record is there: it is not written over unless that is asked for.
    let again = mahdar!("import", folder.file("a.txt"), "-o", record);
    assert_eq!(again.code(), 3);
    assert_eq!(mahdar!("import", folder.file("a.txt"), "-o", record, "--force").code(), 0);
}

#[test]
fn import_reads_standard_input_and_writes_standard_output() {
    let args = ["import", "-", "-o", "-"].map(OsStr::new);
    let ran = with(&args, "<!DOCTYPE html><p>عقد المكتب اجتماعه</p>".as_bytes(), &[]);
    assert_eq!(ran.code(), 0, "{}", ran.err);
    assert!(ran.text().starts_with("// mahdar ") && ran.text().contains("عقد المكتب اجتماعه"));
    let both = with(&["import", "-", "-o", "-", "--json"].map(OsStr::new), b"a", &[]);
    assert_eq!((both.code(), both.out.len()), (2, 0));
}

#[test]
fn a_text_that_cannot_be_read_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    for (name, bytes, says) in [
        ("a.docx", &b"PK\x03\x04cut"[..], "damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "before 2007"),
        ("a.pdf", b"%PDF-1.7", "not text"),
        ("a.txt", b" ", "no words"),
        ("b.txt", b"", "empty"),
        ("c.txt", b"// mahdar 1\n", "Open it"),
    ] {
        let (record, ran) = imported(&folder, name, bytes);
        assert_eq!((ran.code(), ran.out.len()), (2, 0), "{name}");
        assert!(ran.line().contains(says) && ran.line().contains(name), "{}", ran.err);
        assert!(!record.exists(), "{name}");
    }
    let missing = mahdar!("import", folder.file("none.txt"), "-o", folder.file("x.mahdar"));
    assert_eq!(missing.code(), 2);
}
