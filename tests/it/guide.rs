//! The guide and the README say what the program does: pictures, links, keys and commands.
#![allow(
    clippy::disallowed_methods,
    reason = "the guide's files are read and its commands write beside each other"
)]

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use mahdar::cli::{Io, Launch, run};
use mahdar::document::Stamp;

use crate::store::Folder;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The README and every page of the guide, with their words.
fn pages() -> Vec<(PathBuf, String)> {
    let guide = fs::read_dir(root().join("docs/guide")).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> =
        guide.filter(|path| path.extension().is_some_and(|kind| kind == "md")).collect();
    all.sort();
    assert!(all.len() >= 11, "{all:?}");
    all.push(root().join("README.md"));
    all.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// What stands between these two, everywhere in the text.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    text.split(open).skip(1).filter_map(|rest| rest.split(close).next()).collect()
}

#[test]
fn every_link_and_picture_is_there() {
    let mut shown = Vec::new();
    for (page, text) in pages() {
        for link in between(&text, "](", ")").into_iter().filter(|link| !link.starts_with("http")) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = page.parent().unwrap().join(file);
            assert!(target.exists(), "{}: {link}", page.display());
            let words = if heading.is_empty() { String::new() } else { fs::read_to_string(&target).unwrap() };
            let heading = heading.replace('-', " ");
            assert!(heading.is_empty() || words.contains(&format!("# {heading}\n")), "{link}");
            shown.push(target.file_name().unwrap().to_owned());
        }
    }
    for entry in fs::read_dir(root().join("docs/guide/pictures")).unwrap() {
        let entry = entry.unwrap();
        assert!(shown.contains(&entry.file_name()), "nobody shows {:?}", entry.file_name());
        assert!(entry.metadata().unwrap().len() < 200_000, "{:?} is too large", entry.file_name());
    }
}

#[test]
fn arabic_pages_are_read_from_the_right() {
    for (page, text) in pages() {
        assert!(text.starts_with("<div dir=\"rtl\">\n\n"), "{}", page.display());
        assert_eq!(text.matches("<div").count(), text.matches("</div>").count(), "{}", page.display());
    }
}

#[cfg(feature = "gui")]
mod keys {
    use mahdar::ui::menus::{Menu, State, shortcuts};
    use mahdar::ui::theme::Mode;
    use mahdar::words::{Language, Words};

    use super::{between, pages};

    fn state() -> State<'static> {
        State {
            open: None,
            tabs: 0,
            language: Language::Arabic,
            mode: Mode::Light,
            templates: &[],
            preview: false,
            panel: None,
            invisibles: false,
            panes: true,
            recents: 0,
            bodies: &[],
            number: None,
            counts: false,
            template: false,
            live: false,
            publish: false,
        }
    }

    /// The table as the guide shows it, menu by menu.
    fn table() -> String {
        let words = Words::new(Language::Arabic);
        let all = shortcuts(&state());
        let mut table = String::new();
        for menu in Menu::ALL {
            let rows: Vec<_> = all.iter().filter(|(of, ..)| *of == menu).collect();
            if rows.is_empty() {
                continue;
            }
            table.push_str(&format!("\n## {}\n\n| الأمر | المفاتيح |\n|---|---|\n", words.get(menu.key())));
            for (_, name, keys) in rows {
                table.push_str(&format!("| {} | `{keys}` |\n", name.words(words)));
            }
        }
        table
    }

    #[test]
    fn the_table_of_keys_is_the_program_s() {
        let page = pages().into_iter().find(|(path, _)| path.ends_with("guide/shortcuts.md")).unwrap().1;
        let said = between(&page, "<!-- keys -->\n", "\n<!-- /keys -->").concat();
        assert_eq!(said.trim(), table().trim(), "docs/guide/shortcuts.md should say:\n{}", table());
    }

    #[test]
    fn every_key_named_in_the_guide_does_something() {
        // Keys of the page, of fields and of lists, which stand in no menu.
        let others = [
            "Alt Enter",
            "Ctrl Enter",
            "Ctrl Home",
            "Ctrl End",
            "Ctrl Backspace",
            "Ctrl Delete",
            "Ctrl ←",
            "Shift Delete",
            "Ctrl Shift Z",
            "F7",
            "Shift Enter",
        ];
        let mut known: Vec<String> = shortcuts(&state()).iter().map(|(.., keys)| keys.to_string()).collect();
        known.extend(others.map(str::to_owned));
        let live = mahdar::ui::menus::live().into_iter().filter_map(|entry| entry.keys);
        known.extend(live.map(|keys| keys.to_string()));
        for (page, text) in pages() {
            for code in text.split('`').skip(1).step_by(2) {
                let named = ["Ctrl ", "Alt ", "Shift "].iter().any(|held| code.starts_with(held))
                    || code.strip_prefix('F').is_some_and(|digits| digits.parse::<u8>().is_ok());
                assert!(!named || known.iter().any(|keys| keys == code), "{}: {code}", page.display());
            }
        }
    }
}

/// A line of a shell in words: quotes are taken off, nothing else is known.
fn words(line: &str) -> Vec<String> {
    let (mut all, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => all.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            c => word.push(c),
        }
    }
    all.extend(Some(word).filter(|word| !word.is_empty()));
    all
}

/// The program's commands on a page, in order.
fn commands(text: &str) -> Vec<Vec<String>> {
    let shell = between(text, "```sh\n", "```").concat().replace("\\\n", " ");
    let ours = shell.lines().filter_map(|line| line.strip_prefix("mahdar ").map(words));
    ours.collect()
}

/// A command run in this folder: what it left to do, and what it complained of.
fn ran(args: &[String], folder: &Folder) -> (Launch, String) {
    let kinds = ["mahdar", "txt", "md", "html", "docx", "odt", "pdf"];
    let is_file = |word: &str| word.rsplit_once('.').is_some_and(|(_, kind)| kinds.contains(&kind));
    let args = args.iter().map(|word| match word.as_str() {
        word if is_file(word) => folder.file(word).into_os_string(),
        word => OsString::from(word),
    });
    let env = |name: &str| (name == "DISPLAY").then(|| OsString::from(":0"));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let now = Stamp(1_795_000_000);
    let mut io = Io { stdin: &mut std::io::empty(), stdout: &mut out, stderr: &mut err, env: &env, now };
    let launch = run(args, &mut io);
    (launch, String::from_utf8(err).unwrap())
}

#[test]
fn every_command_shown_does_what_it_says() {
    let mut count = 0;
    for (page, text) in pages() {
        let folder = Folder::new();
        for args in commands(&text) {
            let (launch, said) = ran(&args, &folder);
            let done = match &launch {
                Launch::Exit(code) => {
                    *code == 0 || ["check", "compare"].contains(&args[0].as_str()) && *code == 1
                }
                Launch::Window { .. } => cfg!(feature = "gui"),
            };
            assert!(done, "{}: mahdar {args:?}: {launch:?} {said}", page.display());
            count += 1;
        }
    }
    assert!(count >= 12, "{count} commands");
}
