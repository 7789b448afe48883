//! What the public must not see is in no byte of what is made for it: secrets in every place of a record that holds words.
//!
//! Every value is written out field by field, without `..`: a new field does not compile until somebody has decided
//! whether the public sees it.
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};

use mahdar::arabic::{Date, Gender, Time, When};
use mahdar::document::{
    AgendaItem, AgendaState, Annex, Answer, Approval, Atom, Attendee, Audience, Block, BlockId, BlockReview,
    Body, Change, ChangeId, Comment, CommentId, Decision, Document, Entry, Field, Group, GroupId, Guess,
    Guessed, Honorific, Id, Kind, Language, Letterhead, Level, Mark, Matter, Next, Note, NoteMark, Output,
    OutputKind, Pending, Person, PersonForm, PersonId, Piece, Presence, Progress, Quorum, QuorumRule,
    Recommendation, RecordId, Resolved, Revision, RevisionId, RichText, Role, Seal, Session, SessionNoun,
    Signatures, Source, Speaker, Stamp, State, Step, Style, Sureness, Target, Template, Vote,
};
use mahdar::export::{self, Error, Format, Image, Options, export};
use mahdar::store;
use mahdar::template::{Readers, Reading, View};

use crate::pictures;

/// A name for this session of tests.
fn id(counter: u32) -> Id {
    Id { session: 77, counter }
}

/// What nobody but the house may read.
#[derive(Default)]
struct Secrets {
    /// In no public export.
    kept: Vec<String>,
    /// Words of suggestions: in none that is read as final.
    suggested: Vec<String>,
}

impl Secrets {
    /// A new secret: letters alone, so that no format writes it otherwise.
    fn keep(&mut self, what: &str) -> String {
        let secret = format!("Zqx{what}Xqz");
        assert!(!self.kept.contains(&secret), "{secret} twice");
        self.kept.push(secret.clone());
        secret
    }

    fn suggested(&mut self, what: &str) -> String {
        let secret = self.keep(what);
        self.kept.pop();
        self.suggested.push(secret.clone());
        secret
    }
}

fn person(secrets: &mut Secrets, n: u32, name: String) -> Person {
    let letter = char::from(b'a' + u8::try_from(n).unwrap());
    Person {
        name,
        latin: String::new(),
        gender: Gender::Female,
        honorific: Honorific::Mr,
        role: String::new(),
        body: String::new(),
        aliases: vec![secrets.keep(&format!("alias{letter}"))],
        phone: secrets.keep(&format!("phone{letter}")),
        identity: secrets.keep(&format!("identity{letter}")),
    }
}

/// Every kind of block, with secrets in what it carries beside its words.
fn kinds(secrets: &mut Secrets, of: &str) -> Vec<Kind> {
    let mut secret = |what: &str| secrets.keep(&format!("{of}{what}"));
    vec![
        Kind::Paragraph(Role::Plain),
        Kind::Heading(2),
        Kind::AgendaItem(AgendaItem { presenter: None, state: AgendaState::Carried }),
        Kind::Intervention(Speaker::Collective(secret("speaker"))),
        Kind::Quote(Speaker::Collective(secret("quoted"))),
        Kind::Decision(Decision {
            matter: Matter::Committee { name: secret("committee"), members: Vec::new() },
            vote: Some(Vote::Counted { yes: 17, no: 2, abstained: 3 }),
        }),
        Kind::Decision(Decision {
            matter: Matter::Appointment { person: None, post: secret("post") },
            vote: Some(Vote::Unanimous),
        }),
        Kind::Decision(Decision { matter: Matter::Plan(secret("plan")), vote: None }),
        Kind::Decision(Decision { matter: Matter::Date(Date::new(2026, 4, 1)), vote: None }),
        Kind::Recommendation(Recommendation {
            depth: 2,
            addressee: secret("addressee"),
            responsible: secret("responsible"),
            due: Date::new(2026, 5, 1),
            state: Progress::Postponed,
            vote: Some(Vote::Unanimous),
        }),
        Kind::Note(Note {
            at: Time::new(10, 5),
            mark: NoteMark::Task,
            speaker: Speaker::Collective(secret("noted")),
        }),
        Kind::Signatures(Signatures { signatories: Vec::new() }),
        Kind::Annex(Annex { file: format!("/{}/{}/photo.png", secret("folder"), secret("deeper")) }),
    ]
}

/// That each kind of block is among those planted; a new one does not compile here.
fn is_planted(kind: &Kind) -> bool {
    match kind {
        Kind::Paragraph(_)
        | Kind::Heading(_)
        | Kind::AgendaItem(_)
        | Kind::Intervention(_)
        | Kind::Quote(_)
        | Kind::Decision(_)
        | Kind::Recommendation(_)
        | Kind::Note(_)
        | Kind::Signatures(_)
        | Kind::Annex(_) => true,
    }
}

/// Whether a field of the header holds words that are planted below; a new one does not compile here.
fn holds_secrets(field: &Field) -> bool {
    match field {
        Field::Source(_)
        | Field::Guesses(_)
        | Field::Template(_)
        | Field::Letterhead(_)
        | Field::Attendee { .. }
        | Field::Output { .. } => true,
        // Printed in public texts: nothing in them is secret.
        Field::Language(_)
        | Field::Style(_)
        | Field::Body(_)
        | Field::Session(_)
        | Field::Dates(_)
        | Field::Start(_)
        | Field::End(_)
        | Field::Venue(_)
        | Field::Chairs(_)
        | Field::Rapporteur(_)
        | Field::Quorum(_)
        | Field::Next(_)
        | Field::Group { .. } => false,
    }
}

fn output(secrets: &mut Secrets, kind: OutputKind) -> Output {
    let name = kind.keyword();
    let pieces = [
        Piece::Text(format!("عنوان {name} ")),
        Piece::Marked(vec![Mark::Deleted(ChangeId(id(901)))], secrets.suggested(&format!("title{name}"))),
        Piece::Marked(vec![Mark::Remark(CommentId(id(801)))], "معلق".into()),
    ];
    Output {
        kind,
        title: RichText::from_pieces(pieces).unwrap(),
        number: if kind.is_internal() { secrets.keep(&format!("number{name}")) } else { "12/2026".into() },
        reference: String::new(),
        state: State::Approved,
        approval: Some(Approval { by: secrets.keep(&format!("approved{name}")), at: Stamp(1_700_000_000) }),
        seal: Some(Seal { digest: "0".repeat(64), at: Stamp(1_700_000_000) }),
        embargo: Some(Stamp(1_700_000_000)),
    }
}

/// A record with a secret in every place that holds words the public must not see.
fn planted() -> (Document, Secrets) {
    let mut secrets = Secrets::default();
    let mut document = Document::new(RecordId(0x5EC_2E7));
    let mut steps: Vec<Step> = Vec::new();
    let mut fields: Vec<Field> = vec![
        Field::Language(Language::Arabic),
        Field::Style(Style::default()),
        Field::Letterhead(Letterhead {
            lines: vec!["اتحاد الجمعيات".into()],
            address: "شارع الأرز".into(),
            contact: "press@jamia.example".into(),
            logo: format!("/home/{}/logo.png", secrets.keep("logofolder")),
        }),
        Field::Template(Template {
            id: secrets.keep("templateid"),
            name: secrets.keep("templatename"),
            about: format!("/srv/{}/a.ron", secrets.keep("templatepath")),
        }),
        Field::Body(Body {
            name: "المكتب الجهوي".into(),
            organisation: "اتحاد الجمعيات".into(),
            level: Level::Regional,
            region: "فاس مكناس".into(),
            province: "تاونات".into(),
            gender: Gender::Male,
        }),
        Field::Session(Session {
            noun: SessionNoun::Meeting,
            nature: "دوري".into(),
            ordinal: Some(7),
            theme: String::new(),
        }),
        Field::Dates(When::day(Date::new(2026, 3, 14).unwrap())),
        Field::Start(Time::new(10, 0)),
        Field::End(Time::new(12, 0)),
        Field::Venue("دار المبادرات".into()),
        Field::Quorum(Quorum { members: Some(9), rule: QuorumRule::Majority }),
        Field::Next(Next { dates: When::Unset, venue: String::new() }),
        Field::Group {
            id: GroupId(id(600)),
            at: 0,
            entry: Some(Group {
                id: GroupId(id(600)),
                nominative: "أعضاء المكتب".into(),
                oblique: "أعضاء المكتب".into(),
                count: None,
            }),
        },
    ];
    let mut people: BTreeMap<u32, Person> = BTreeMap::new();
    for (n, name) in [(1, Some("ليلى المرابط")), (2, Some("سعيد العلوي")), (3, None), (4, None), (5, None)]
    {
        let name = name.map_or_else(
            || secrets.keep(&format!("person{}", "xyzvw".split_at(n as usize - 1).0)),
            Into::into,
        );
        people.insert(n, person(&mut secrets, n, name));
    }
    for (n, person) in people {
        steps.push(Step::Put(Entry::Person(PersonId(id(n)), Some(person))));
    }
    fields.push(Field::Chairs(vec![PersonId(id(1))]));
    fields.push(Field::Rapporteur(Some(PersonId(id(2)))));
    for (at, (n, presence)) in
        [(1, Presence::Present), (3, Presence::Excused), (4, Presence::Absent)].into_iter().enumerate()
    {
        let entry = Attendee {
            person: PersonId(id(n)),
            presence,
            answer: Answer::Declined,
            arrived: None,
            left: None,
            reason: secrets.keep(&format!("reason{}", "abc".split_at(at + 1).0)),
        };
        fields.push(Field::Attendee { person: entry.person, at, entry: Some(entry) });
    }
    for (at, kind) in OutputKind::ALL.into_iter().enumerate() {
        let entry = output(&mut secrets, kind);
        fields.push(Field::Output { kind, at, entry: Some(Box::new(entry)) });
    }
    let source = Source {
        name: format!("/tmp/{}/in.docx", secrets.keep("sourcename")),
        text: Arc::from(secrets.keep("sourcetext")),
        guesses: vec![Guess {
            at: Target::Block(BlockId(id(1))),
            what: Guessed::Label(secrets.keep("guess")),
            how: Sureness::Unsure,
        }],
    };
    fields.push(Field::Source(Some(source)));
    // First the public blocks, of every kind, then those for the minutes, then those with suggestions.
    let mut blocks: Vec<Block> = Vec::new();
    let mut push = |kind: Kind, text: RichText, audience, review, prompt| {
        assert!(is_planted(&kind));
        let id = BlockId(id(u32::try_from(blocks.len()).unwrap() + 1));
        blocks.push(Block { id, kind, text, audience, review, prompt });
    };
    let none = BlockReview { inserted: None, removed: None, joined: None };
    let lead = [
        Piece::Text("ترأست ".into()),
        Piece::Field(Atom::Chair(PersonForm::Full)),
        Piece::Text(" الاجتماع.".into()),
    ];
    let lead = RichText::from_pieces(lead).unwrap();
    push(Kind::Paragraph(Role::Lead), lead, Audience::Both, none, secrets.keep("prompt"));
    for (at, kind) in kinds(&mut secrets, "public").into_iter().enumerate() {
        let is_note = matches!(kind, Kind::Note(_));
        let words = if is_note { secrets.keep("note") } else { format!("كلام للعموم رقم {at}") };
        push(kind, RichText::plain(&words), Audience::Both, none, String::new());
    }
    for (at, kind) in kinds(&mut secrets, "minutes").into_iter().enumerate() {
        let words = secrets.keep(&format!("internal{}", char::from(b'a' + u8::try_from(at).unwrap())));
        push(
            kind,
            RichText::plain(&words),
            Audience::MinutesOnly,
            none,
            secrets.keep(&format!("asked{}", char::from(b'a' + u8::try_from(at).unwrap()))),
        );
    }
    let suggested = [
        Piece::Text("باق ".into()),
        Piece::Marked(vec![Mark::Deleted(ChangeId(id(902)))], secrets.suggested("deleted")),
        Piece::Marked(vec![Mark::Inserted(ChangeId(id(903)))], " مضاف".into()),
        Piece::Marked(vec![Mark::Remark(CommentId(id(802)))], " معلق".into()),
    ];
    let suggested = RichText::from_pieces(suggested).unwrap();
    push(Kind::Paragraph(Role::Plain), suggested, Audience::Both, none, String::new());
    let removed = BlockReview { inserted: None, removed: Some(ChangeId(id(904))), joined: None };
    let words = RichText::plain(&secrets.suggested("removedblock"));
    push(Kind::Paragraph(Role::Plain), words, Audience::Both, removed, String::new());
    let hidden = BlockId(id(u32::try_from(blocks.len()).unwrap()));
    let mut last = None;
    for block in blocks {
        let next = block.id;
        steps.push(Step::Insert { after: last, block: Arc::new(block) });
        last = Some(next);
    }
    assert!(fields.iter().filter(|field| holds_secrets(field)).count() >= 6);
    let pending = [
        (901, Pending::Text),
        (902, Pending::Text),
        (903, Pending::Text),
        (904, Pending::Text),
        (905, Pending::Audience(hidden, Audience::Both)),
        (906, Pending::Kind(hidden, Kind::Heading(3))),
        (907, Pending::Order(hidden, None)),
        (908, Pending::Field(Field::End(Time::new(13, 0)))),
    ];
    for (n, pending) in pending {
        let author = secrets.keep(&format!("author{}", "abcdefgh".split_at(n - 900).0));
        let change = Change { author, at: Stamp(1_700_000_000), pending };
        let n = u32::try_from(n).unwrap();
        steps.push(Step::Put(Entry::Change(ChangeId(id(n)), Some(Box::new(change)))));
    }
    for (n, answers) in [(801, None), (802, None), (803, Some(CommentId(id(802))))] {
        let which = "abc".split_at(n - 800).0;
        let comment = Comment {
            author: secrets.keep(&format!("commenter{which}")),
            at: Stamp(1_700_000_000),
            text: secrets.keep(&format!("comment{which}")),
            quoted: secrets.keep(&format!("quotedwords{which}")),
            answers,
            resolved: (n == 801).then(|| Resolved { by: secrets.keep("resolver"), at: Stamp(1_700_000_000) }),
        };
        let n = u32::try_from(n).unwrap();
        steps.push(Step::Put(Entry::Comment(CommentId(id(n)), Some(comment))));
    }
    let revision = Revision {
        author: secrets.keep("keeper"),
        at: Stamp(1_700_000_000),
        label: secrets.keep("revision"),
        output: Some(OutputKind::Minutes),
        digest: "1".repeat(64),
    };
    steps.push(Step::Put(Entry::Revision(RevisionId(id(700)), Some(revision))));
    // People first, then what names them.
    let (people, rest): (Vec<Step>, Vec<Step>) =
        steps.into_iter().partition(|step| matches!(step, Step::Put(Entry::Person(..))));
    let fields = fields.into_iter().map(Step::SetField);
    for step in people.into_iter().chain(fields).chain(rest) {
        document.apply(step).unwrap();
    }
    assert_eq!(document.check(), []);
    (document, secrets)
}

/// The pictures the record names, each with secrets in what its file says beside the picture.
fn photographed(document: &Document, secrets: &mut Secrets) -> Vec<(String, Vec<u8>)> {
    secrets.kept.push(pictures::SECRET.to_owned());
    let files = [pictures::photographed(6, true), pictures::remarked(1), pictures::photographed(1, false)];
    let names: Vec<String> = export::pictures(document).into_iter().map(str::to_owned).collect();
    assert_eq!(names.len(), 3, "the logo and two photos");
    names.into_iter().zip(files).collect()
}

/// What this text for the public may tell although no other may: minutes bear their number.
fn may_tell(output: OutputKind, secrets: &[String]) -> Vec<String> {
    let own = format!("Zqxnumber{}Xqz", output.keyword());
    secrets.iter().filter(|secret| !(output.is_internal() && **secret == own)).cloned().collect()
}

/// The bytes of a file and of everything packed into it: parts of a zip, streams of a PDF, what pdfium reads of it.
fn unpacked(format: Format, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut parts = vec![("the file".to_owned(), bytes.to_vec())];
    match format {
        Format::Docx | Format::Odt => {
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            for at in 0..zip.len() {
                let mut part = zip.by_index(at).unwrap();
                let name = part.name().unwrap().into_owned();
                let mut inflated = Vec::new();
                part.read_to_end(&mut inflated).unwrap();
                inflated.extend_from_slice(name.as_bytes());
                parts.push((name, inflated));
            }
            assert!(parts.len() > 3);
        }
        Format::Pdf | Format::ReviewPdf => {
            let mut rest = bytes;
            while let Some(at) = find(rest, b"stream") {
                rest = &rest[at + 6..];
                let from = rest.iter().position(|b| !b"\r\n".contains(b)).unwrap_or(0);
                let mut inflated = Vec::new();
                let mut reader = flate2::read::ZlibDecoder::new(&rest[from..]);
                if reader.read_to_end(&mut inflated).is_ok() && !inflated.is_empty() {
                    parts.push(("a stream".to_owned(), inflated));
                }
                rest = &rest[find(rest, b"endstream").map_or(rest.len(), |end| end + 9)..];
            }
            assert!(parts.len() > 1);
            // Strings of metadata and outline may stand in hexadecimal.
            let hex: Vec<Vec<u8>> = parts.iter().map(|(_, part)| unhexed(part)).collect();
            parts.extend(hex.into_iter().map(|part| ("hexadecimal strings".to_owned(), part)));
            parts.extend(read_by_pdfium(bytes).map(|text| ("the text".to_owned(), text)));
        }
        Format::Txt
        | Format::Markdown
        | Format::Html
        | Format::HtmlFragment
        | Format::Whatsapp
        | Format::Facebook
        | Format::Site
        | Format::Ron => {}
    }
    parts
}

/// What stands between `<` and `>` in hexadecimal.
fn unhexed(part: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for string in part.split(|b| *b == b'<').skip(1) {
        let string = string.split(|b| *b == b'>').next().unwrap_or_default();
        let digits: Option<Vec<u32>> = string.iter().map(|b| char::from(*b).to_digit(16)).collect();
        let bytes = digits.unwrap_or_default();
        let bytes = bytes.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0));
        out.extend(bytes.map(|byte| u8::try_from(byte).unwrap()));
    }
    out
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// Python with pypdfium2, where there is one; that there is none is said once.
fn python() -> Option<&'static Path> {
    static PYTHON: OnceLock<Option<PathBuf>> = OnceLock::new();
    let found = PYTHON.get_or_init(|| {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/oracles/bin/python");
        let reads = |python: &PathBuf| {
            let mut import = Command::new(python);
            import.args(["-c", "import pypdfium2"]).stderr(Stdio::null());
            import.status().is_ok_and(|status| status.success())
        };
        let found = [own, "python3".into()].into_iter().find(reads);
        if found.is_none() {
            println!("skipped: the text of PDF (no pypdfium2)");
        }
        found
    });
    found.as_deref()
}

fn read_by_pdfium(bytes: &[u8]) -> Option<Vec<u8>> {
    let script = "import sys, pypdfium2 as p\n\
        d = p.PdfDocument(sys.stdin.buffer.read())\n\
        sys.stdout.reconfigure(encoding='utf-8', errors='replace')\n\
        print('\\n'.join(d[i].get_textpage().get_text_range() for i in range(len(d))))";
    let mut child = Command::new(python()?);
    child.args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = child.spawn().unwrap();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let read = child.wait_with_output().unwrap();
    assert!(read.status.success() && !read.stdout.is_empty());
    Some(read.stdout)
}

fn written(text: &str) -> [Vec<u8>; 3] {
    let units: Vec<u16> = text.encode_utf16().collect();
    let bytes = |order: fn(u16) -> [u8; 2]| units.iter().flat_map(|unit| order(*unit)).collect();
    [text.as_bytes().to_vec(), bytes(u16::to_le_bytes), bytes(u16::to_be_bytes)]
}

/// Which of these secrets stand in these bytes.
fn told(parts: &[(String, Vec<u8>)], secrets: &[String]) -> Vec<String> {
    let mut told = Vec::new();
    for (part, bytes) in parts {
        // Secrets are letters of ASCII, in UTF-16 with NULs between them: what is no UTF-8 around them does not matter.
        let text = String::from_utf8_lossy(bytes);
        let has = |words: &str| {
            written(words).iter().any(|bytes| text.contains(std::str::from_utf8(bytes).unwrap()))
        };
        // All secrets begin alike: without that beginning there is none.
        if has("Zqx") {
            told.extend(
                secrets.iter().filter(|secret| has(secret)).map(|secret| format!("{secret} in {part}")),
            );
        }
    }
    told
}

#[test]
fn no_secret_is_in_any_byte_of_a_public_export() {
    let (document, mut secrets) = planted();
    let pictures = photographed(&document, &mut secrets);
    let images: Vec<Image<'_>> = pictures.iter().map(|(name, bytes)| Image { name, bytes }).collect();
    let mut files = 0;
    for output in OutputKind::ALL {
        let kept = may_tell(output, &secrets.kept);
        for reading in [Reading::Final, Reading::Original, Reading::Markup] {
            for format in Format::ALL {
                let view = View { readers: Readers::Public, reading, ..View::of(output) };
                let options =
                    Options { images: &images, today: Date::new(2026, 3, 15), ..Options::default() };
                let bytes = match export(&document, &view, options, format) {
                    Ok(exported) => exported.bytes,
                    Err(Error::PublicReading) if format == Format::Ron && reading == Reading::Original => {
                        continue;
                    }
                    Err(other) => panic!("{output} {}: {other}", format.keyword()),
                };
                let parts = unpacked(format, &bytes);
                let mut all = told(&parts, &kept);
                if reading != Reading::Original {
                    all.extend(told(&parts, &secrets.suggested));
                }
                assert!(all.is_empty(), "{output} {} {reading:?}: {all:?}", format.keyword());
                files += 1;
            }
        }
    }
    println!("{files} files, {} secrets", secrets.kept.len() + secrets.suggested.len());
    assert_eq!(files, 9 * (3 * 11 + 2), "every format; a record only as it reads with all accepted");
}

#[cfg(feature = "gui")]
#[test]
fn no_secret_is_in_any_file_of_a_publishing_folder() {
    use mahdar::ui::publish::{Given, Watching, folder};
    let (document, mut secrets) = planted();
    let found = photographed(&document, &mut secrets);
    let pictures = export::Pictures { found, too_large: Vec::new() };
    let given = Given { pictures, today: Date::new(2026, 3, 15), ..Given::default() };
    for output in OutputKind::ALL.into_iter().filter(|output| !output.is_internal()) {
        let words = mahdar::words::Words::new(mahdar::words::Language::Arabic);
        let pieces = folder::pieces(&document, output, &given, &Watching::default(), (words, words)).unwrap();
        assert!(pieces.missing.is_empty(), "{output}: {:?}", pieces.missing);
        assert_eq!(pieces.files.len(), 5 + 2, "{output}: the texts, the public photo, and what it shows");
        for piece in &pieces.files {
            let format = match piece.name.rsplit('.').next() {
                Some("docx") => Format::Docx,
                Some("pdf") => Format::Pdf,
                _ => Format::Txt,
            };
            let mut parts = unpacked(format, &piece.bytes);
            parts.push(("its name".to_owned(), format!("{}/{}", piece.folder, piece.name).into_bytes()));
            let mut all = told(&parts, &secrets.kept);
            all.extend(told(&parts, &secrets.suggested));
            assert!(all.is_empty(), "{output} {}: {all:?}", piece.name);
        }
    }
}

#[test]
fn the_house_reads_what_was_planted() {
    let (document, secrets) = planted();
    let view = View { readers: Readers::Internal, reading: Reading::Markup, ..View::of(OutputKind::Minutes) };
    let text = export(&document, &view, Options::default(), Format::Html).unwrap();
    let text = String::from_utf8(text.bytes).unwrap();
    for what in ["internala", "deleted", "commentab", "authorab", "reasonab", "note"] {
        let secret = format!("Zqx{what}Xqz");
        assert!(secrets.kept.contains(&secret) || secrets.suggested.contains(&secret), "{secret}");
        assert!(text.contains(&secret), "{secret} was never planted: {text}");
    }
}

#[test]
fn the_search_finds_what_is_packed_or_in_utf_16() {
    let secrets = ["ZqxsecretXqz".to_owned()];
    let file = |bytes: Vec<u8>| vec![("a file".to_owned(), bytes)];
    for bytes in written("before ZqxsecretXqz after") {
        assert_eq!(told(&file(bytes), &secrets).len(), 1);
    }
    let hex = unhexed(b"/Title <FEFF005A0071007800730065006300720065007400580071007A>");
    assert_eq!(told(&file(hex), &secrets).len(), 1);
    assert_eq!(told(&file(b"ZqxothersXqz".to_vec()), &secrets).len(), 0);
}

#[test]
fn a_public_record_opens_reads_the_same_and_knows_nobody_else() {
    let (document, _) = planted();
    for output in OutputKind::ALL {
        let view = View { readers: Readers::Public, ..View::of(output) };
        let options = Options { record: Some(RecordId(9)), ..Options::default() };
        let bytes = export(&document, &view, options, Format::Ron).unwrap().bytes;
        let public = store::parse(&bytes).unwrap();
        assert_eq!(public.check(), []);
        assert!(public.comments().is_empty() && public.changes().is_empty() && public.revisions().is_empty());
        assert!(public.source().is_none());
        assert_eq!(public.people().len(), 2, "who chaired and who took the minutes");
        let text =
            |document: &Document| export(document, &view, Options::default(), Format::Txt).unwrap().bytes;
        assert_eq!(String::from_utf8(text(&public)), String::from_utf8(text(&document)), "{output}");
    }
}
