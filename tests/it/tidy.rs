//! The house rules, read from the sources: layers, file sizes, names, words, licences.
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may import of ours; `docs/ARCHITECTURE.md` holds the same table for people.
const LAYERS: [(&str, &str); 11] = [
    ("arabic", ""),
    ("words", ""),
    ("text", ""),
    ("document", "arabic"),
    ("edit", "document arabic"),
    ("template", "document arabic"),
    ("check", "document arabic template edit text"),
    ("pages", "arabic document template text"),
    ("store", "document arabic"),
    ("export", "document arabic template pages text store"),
    ("import", "document arabic template"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

struct Source {
    /// `edit/text.rs`
    path: String,
    text: String,
}

impl Source {
    /// The module at the top that the file belongs to: `edit`, `cli`, `lib`.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Each line's number, from 1, and the line without its comment.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, without_comment(line)))
    }
}

/// The line up to `//`, unless that stands in a string.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let mut escaped = false;
    let mut slash = false;
    for (at, c) in line.char_indices() {
        if !quoted && slash && c == '/' {
            return line.get(..at - 1).unwrap_or_default();
        }
        slash = c == '/';
        match c {
            '"' if !escaped => quoted = !quoted,
            _ => {}
        }
        escaped = quoted && c == '\\' && !escaped;
    }
    line
}

fn collect(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
}

fn files(folder: &str) -> Vec<Source> {
    let base = root().join(folder);
    let mut found = Vec::new();
    collect(&base, "rs", &mut found);
    assert!(!found.is_empty(), "no sources under {}", base.display());
    found
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source in UTF-8");
            let path =
                path.strip_prefix(&base).expect("under its folder").to_string_lossy().replace('\\', "/");
            Source { path, text }
        })
        .collect()
}

fn sources() -> Vec<Source> {
    files("src")
}

#[track_caller]
fn none(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

/// The modules that `crate::…` names on this line, braces opened one level.
fn imported(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let before = line.get(..at).and_then(|head| head.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = line.get(at + "crate::".len()..).unwrap_or_default();
        let word =
            |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            for (at, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    c if start && c.is_alphabetic() => {
                        found.push(word(list.get(at..).unwrap_or_default()));
                        start = false;
                    }
                    _ => {}
                }
            }
        } else {
            found.push(word(rest));
        }
    }
    found
}

#[test]
fn the_reader_of_imports_sees_every_form() {
    assert_eq!(imported("use crate::document::{Block, Kind};"), ["document"]);
    assert_eq!(imported("use crate::{arabic::{a, b}, store, ui::x};"), ["arabic", "store", "ui"]);
    assert_eq!(imported("fn f(x: crate::edit::Editor) -> crate::text::Y {"), ["edit", "text"]);
    assert_eq!(imported("pub(crate) fn f() {} // nothing"), Vec::<String>::new());
    assert_eq!(without_comment("let a = \"//\"; // b"), "let a = \"//\"; ");
    assert_eq!(without_comment(r#"let a = "\"//"; // b"#), r#"let a = "\"//"; "#);
}

#[test]
fn every_module_imports_only_what_lies_below_it() {
    let all = ["workspace", "archive", "cli", "ui"];
    let mut broken = Vec::new();
    for source in sources() {
        let module = source.module().to_owned();
        let allowed: Vec<&str> = match module.as_str() {
            "lib" | "main" => continue,
            "workspace" => LAYERS.iter().map(|(name, _)| *name).collect(),
            "archive" => vec!["document", "arabic", "template", "store"],
            "cli" | "ui" => LAYERS.iter().map(|(name, _)| *name).chain(["workspace", "archive"]).collect(),
            name => match LAYERS.iter().find(|(known, _)| *known == name) {
                Some((_, below)) => below.split_whitespace().collect(),
                None => {
                    broken.push(format!(
                        "src/{}: the module {name} is not in the table of layers",
                        source.path
                    ));
                    continue;
                }
            },
        };
        // One statement may run over several lines.
        let code: String = source.code().map(|(_, line)| line.trim()).collect::<Vec<_>>().join(" ");
        for name in imported(&code) {
            let ours = all.contains(&name.as_str()) || LAYERS.iter().any(|(known, _)| *known == name);
            if ours && name != module && !allowed.contains(&name.as_str()) {
                broken.push(format!("src/{}: {module} may not import {name}", source.path));
            }
        }
    }
    none(&broken);
}

fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).and_then(|head| head.chars().next_back());
        let after = line.get(at + name.len()..).unwrap_or_default();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"' || c == '-' || c == '/')
            && (after.starts_with("::") || after.starts_with(';') || after.starts_with(" as "))
    })
}

#[test]
fn a_crate_is_named_by_its_module_only() {
    let owners = [
        ("egui", "ui main"),
        ("eframe", "ui main"),
        ("rfd", "ui main"),
        ("arboard", "ui main"),
        ("egui_phosphor", "ui main"),
        ("parley", "text"),
        ("swash", "text"),
        ("chrono", "arabic cli workspace"),
        ("fluent_bundle", "words"),
    ];
    let mut broken = Vec::new();
    for source in sources() {
        for (at, line) in source.code() {
            for (name, modules) in owners {
                let owned = modules.split(' ').any(|module| module == source.module());
                if !owned && names_crate(line, name) {
                    broken.push(format!("src/{}:{at}: {name} belongs to {modules}", source.path));
                }
            }
        }
    }
    none(&broken);
}

#[test]
fn only_the_seam_in_store_changes_the_disk() {
    let writes = [
        "fs::write",
        "fs::rename",
        "fs::remove",
        "fs::create_dir",
        "fs::copy",
        "fs::hard_link",
        "fs::set_permissions",
        "fs::symlink(",
        "set_permissions(",
        "set_times(",
        "set_modified(",
        "set_len(",
        "DirBuilder",
        "File::create",
        ".create_new(",
        ".write(true)",
        ".append(true)",
        "write_all(",
        "sync_all(",
        "sync_data(",
        "chown",
        "setxattr",
        "renameat",
        "unlinkat",
        "linkat",
        "ftruncate",
        "fallocate",
    ];
    // Standard output and error are no disk, nor is a package in memory.
    let streams = ["cli/mod.rs", "cli/export.rs", "export/pack.rs"];
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.path != "store/disk.rs") {
        for (at, line) in source.code() {
            if streams.contains(&source.path.as_str()) && line.contains("write_all(") {
                continue;
            }
            if writes.iter().any(|call| line.contains(call)) {
                broken.push(format!("src/{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    none(&broken);
}

#[test]
fn every_file_is_short_and_says_what_it_is() {
    let mut broken = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines >= 1000 {
            broken.push(format!("src/{}: {lines} lines", source.path));
        }
        let first = source.text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ")
            || !first.trim_end().ends_with(['.', ':', ',']) && !source.text.contains("\n//! ")
        {
            broken.push(format!("src/{}: begins with {first:?}, not with a sentence", source.path));
        }
    }
    none(&broken);
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    let empty = ["utils", "util", "helpers", "helper", "common", "manager", "misc"];
    let mut broken = Vec::new();
    for source in sources() {
        let parts = source.path.split('/').map(|part| part.trim_end_matches(".rs"));
        for part in parts {
            let words: Vec<&str> = part.split('_').collect();
            if empty.iter().any(|name| words.contains(name)) {
                broken.push(format!("src/{}", source.path));
            }
        }
    }
    none(&broken);
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// The strings in a source, each with its line; comments left out, escapes as written.
fn strings(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut letters = text.chars().peekable();
    let mut line = 1;
    while let Some(c) = letters.next() {
        match c {
            '\n' => line += 1,
            '/' if letters.peek() == Some(&'/') => {
                while letters.peek().is_some_and(|c| *c != '\n') {
                    letters.next();
                }
            }
            // A quote as a character: '"' or '\''.
            '\'' => match letters.peek() {
                Some('\\') => {
                    letters.next();
                    letters.next();
                }
                Some('"') => {
                    letters.next();
                }
                _ => {}
            },
            '"' => {
                let start = line;
                let mut words = String::new();
                while let Some(c) = letters.next() {
                    match c {
                        '"' => break,
                        '\\' => {
                            words.push(c);
                            words.extend(letters.next());
                        }
                        c => {
                            line += usize::from(c == '\n');
                            words.push(c);
                        }
                    }
                }
                found.push((start, words));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn the_reader_of_strings_skips_comments_and_quotes() {
    let text = "// \"a\"\nlet b = '\"'; let c = \"d\\\"e\"; /// \"f\"\nlet g = '\\'';\n\"h\"";
    assert_eq!(strings(text), [(2, "d\\\"e".to_owned()), (4, "h".to_owned())]);
}

#[test]
fn arabic_words_stand_in_arabic_and_assets_only() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.module() != "arabic") {
        // Unit tests inside a file are tests.
        let text = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, words) in strings(text) {
            if words.chars().filter(|c| is_arabic(*c)).count() >= 2 {
                broken.push(format!("src/{}:{at}: {words:?}", source.path));
            }
        }
    }
    none(&broken);
}

#[test]
fn nothing_is_left_unfinished() {
    let mut broken = Vec::new();
    for source in sources() {
        for (at, line) in source.code() {
            if ["todo!", "unimplemented!", "dbg!"].iter().any(|call| line.contains(call)) {
                broken.push(format!("src/{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    none(&broken);
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{A0}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{2000}'..='\u{200F}'
            | '\u{2028}'..='\u{202F}'
            | '\u{205F}'..='\u{206F}'
            | '\u{3000}'
            | '\u{FEFF}'
            | '\u{FFFC}'
            | '\u{E0000}'..='\u{E007F}'
    ) || (c.is_control() && c != '\n')
}

#[test]
fn no_invisible_character_stands_in_a_source() {
    let mut broken = Vec::new();
    for folder in ["src", "tests", "examples", "benches"] {
        if !root().join(folder).exists() {
            println!("skipped: no {folder}");
            continue;
        }
        for source in files(folder) {
            for (at, line) in source.text.lines().enumerate() {
                for c in line.chars().filter(|c| is_invisible(*c)) {
                    broken.push(format!("{folder}/{}:{}: U+{:04X}", source.path, at + 1, u32::from(c)));
                }
            }
        }
    }
    none(&broken);
}

#[test]
fn every_test_file_is_a_module_of_the_one_binary() {
    let main = fs::read_to_string(root().join("tests/it/main.rs")).expect("tests/it/main.rs");
    let mut broken = Vec::new();
    for source in files("tests/it") {
        let name = source.path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let declared = |line: &str| line.trim_end().ends_with(&format!("mod {name};"));
        if name != "main" && !main.lines().any(declared) {
            broken.push(format!("tests/it/main.rs lacks: mod {name};"));
        }
    }
    none(&broken);
}

/// Cargo.toml says so: a test inside the program would not run.
#[test]
fn every_test_stands_outside_the_program() {
    let inside = |source: &Source| source.code().any(|(_, line)| line.contains("#[test]"));
    none(
        &sources()
            .into_iter()
            .filter(inside)
            .map(|source| format!("src/{}", source.path))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_font_has_its_licence_beside_it() {
    let mut fonts = Vec::new();
    collect(&root().join("assets/fonts"), "ttf", &mut fonts);
    collect(&root().join("assets/fonts"), "otf", &mut fonts);
    assert!(!fonts.is_empty(), "no fonts under assets/fonts");
    let mut broken = Vec::new();
    for font in fonts {
        let name = font.file_stem().expect("a name").to_string_lossy().into_owned();
        let family = name.split('-').next().unwrap_or_default();
        let beside = |end: &str| font.with_file_name(format!("{family}-{end}.txt"));
        let licence = ["OFL", "MIT", "LICENSE"].iter().map(|end| beside(end)).find(|path| path.exists());
        let text = licence.map(|path| fs::read_to_string(path).expect("a licence in UTF-8"));
        if text.is_none_or(|text| text.len() <= 500) {
            broken.push(format!("{name}: no licence of {family}"));
        }
    }
    none(&broken);
}

#[test]
fn the_architecture_document_shows_the_same_layers() {
    let path = root().join("docs/ARCHITECTURE.md");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: no docs/ARCHITECTURE.md");
        return;
    };
    let mut broken = Vec::new();
    for (module, _) in LAYERS {
        let row = |line: &str| line.starts_with('|') && line.contains(module);
        let exists = root().join("src").join(module).exists();
        if exists && !text.lines().any(row) {
            broken.push(format!("docs/ARCHITECTURE.md: no row of the table names {module}"));
        }
    }
    none(&broken);
}
