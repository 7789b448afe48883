//! The third sheet of the gallery: the page with every mark of the design in its text.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{Rect, Ui};
use mahdar::arabic::search::Manner;
use mahdar::check::{Certainty, Finding, Fix, What};
use mahdar::document::{
    Atom, Audience, Block, BlockId, Change, ChangeId, Colour, Comment, CommentId, Document, Entry, Field, Id,
    Kind, Language as Records, Mark, OutputKind, Pending, Piece, Place, RichText, Stamp, Step, Target,
    VenueForm,
};
use mahdar::edit::{Command, Moment, Selection};
use mahdar::ui::page::Page;
use mahdar::words::{Language, Words};
use mahdar::workspace::Open;

use super::Gallery;

/// The page, and the record it shows.
pub(crate) struct Marks {
    page: Page,
    open: Open,
    language: Language,
}

fn change(counter: u32) -> ChangeId {
    ChangeId(Id { session: 3, counter })
}

fn remark() -> CommentId {
    CommentId(Id { session: 3, counter: 9 })
}

fn block(counter: u32) -> BlockId {
    BlockId(Id { session: 0, counter })
}

/// The lines of the sheet.
fn lines(rtl: bool) -> [&'static str; 5] {
    if rtl {
        [
            "املاء · تنبيه · أسلوب، ونص محدد ثم نتيجة بحث.",
            "محذوف مضاف، ثم يجيب يجيز قبل رفع الجلسة.",
            "غليظ، مسطر، مشطوب، ثم مميز وأحمر ورمادي، وملاحظة على كلمات (PDF 1.7).",
            "سطر للمحضر وحده.",
            "سطر للبلاغ وحده.",
        ]
    } else {
        [
            "Orthographe · alerte · style, texte choisi puis résultat trouvé.",
            "Supprimé ajouté, puis répond autorise avant la clôture.",
            "Gras, souligné, barré, puis accent et rouge et gris, remarque sur des mots (PDF 1.7).",
            "Ligne du PV seulement.",
            "Ligne du communiqué seulement.",
        ]
    }
}

/// Where these words stand in the text, and what lies on them.
fn range(text: &str, words: &str) -> Range<usize> {
    let start = text.find(words).unwrap_or_else(|| unreachable!("«{words}» is in «{text}»"));
    start..start + words.len()
}

/// What is marked in each line: words in Arabic and in French.
fn marked(line: usize) -> Vec<(Mark, &'static str, &'static str)> {
    match line {
        1 => vec![
            (Mark::Deleted(change(1)), "محذوف", "Supprimé"),
            (Mark::Inserted(change(1)), "مضاف", "ajouté"),
            (Mark::Deleted(change(2)), "يجيب", "répond"),
            (Mark::Inserted(change(2)), "يجيز", "autorise"),
        ],
        2 => vec![
            (Mark::Bold, "غليظ", "Gras"),
            (Mark::Underline, "مسطر", "souligné"),
            (Mark::Strike, "مشطوب", "barré"),
            (Mark::Colour(Colour::Accent), "مميز", "accent"),
            (Mark::Colour(Colour::Red), "أحمر", "rouge"),
            (Mark::Colour(Colour::Grey), "رمادي", "gris"),
            (Mark::Remark(remark()), "كلمات", "des mots"),
        ],
        _ => Vec::new(),
    }
}

fn record(rtl: bool) -> Document {
    let mut document = Document::new(mahdar::document::RecordId(7));
    let mut does = |step| drop(document.apply(step).unwrap_or_else(|error| unreachable!("{error}")));
    if !rtl {
        does(Step::SetField(Field::Language(Records::French)));
    }
    for (counter, author) in [(1, "حدو الخروبي"), (2, "هنية الدردار")] {
        let entry = Change { author: author.into(), at: Stamp(i64::from(counter)), pending: Pending::Text };
        does(Step::Put(Entry::Change(change(counter), Some(Box::new(entry)))));
    }
    let (author, text) = ("هنية الدردار".to_owned(), "هل صادقوا؟".to_owned());
    let said = Comment { author, at: Stamp(3), text, quoted: String::new(), answers: None, resolved: None };
    does(Step::Put(Entry::Comment(remark(), Some(said))));
    let words = |arabic: &str, french: &str| Piece::Text(if rtl { arabic } else { french }.to_owned());
    let field = RichText::from_pieces([
        words("حقل حي غير مدخل: ", "Champ vivant non renseigné : "),
        Piece::Field(Atom::Venue(VenueForm::At)),
        words("، ثم الرقم ", ", puis le numéro "),
        Piece::Field(Atom::Number),
        words(".", "."),
    ]);
    let field = field.unwrap_or_else(|error| unreachable!("{error}"));
    let mut after = None;
    for (counter, text) in (100..).zip(std::iter::once(field).chain(lines(rtl).map(RichText::plain))) {
        let block = Arc::new(Block::new(block(counter), Kind::default(), text));
        does(Step::Insert { after, block });
        after = Some(self::block(counter));
    }
    for (line, text) in lines(rtl).into_iter().enumerate() {
        let at = block(u32::try_from(line).unwrap_or_default() + 101);
        for (mark, arabic, french) in marked(line) {
            let Range { start, end } = range(text, if rtl { arabic } else { french });
            does(Step::Mark { at: Target::Block(at), start, end, mark, spans: vec![(start, end)] });
        }
    }
    does(Step::SetAudience(block(104), Audience::MinutesOnly));
    does(Step::SetAudience(block(105), Audience::CommuniqueOnly));
    document
}

impl Marks {
    fn new(language: Language) -> Self {
        let rtl = language.is_right_to_left();
        let mut open = Open::from_record(record(rtl));
        open.output = OutputKind::Minutes;
        let mut page = Page::default();
        let first = lines(rtl)[0];
        let at = |arabic: &str, french: &str| range(first, if rtl { arabic } else { french });
        let found = [
            (Certainty::Error, at("املاء", "Orthographe")),
            (Certainty::Warning, at("تنبيه", "alerte")),
            (Certainty::Style, at("أسلوب", "style")),
        ];
        let target = || Target::Block(block(101));
        let finding = |(certainty, range): (Certainty, Range<usize>)| Finding {
            place: Place::new(target(), range.start),
            certainty,
            what: What::MissingDates,
            fixes: vec![Fix {
                key: "fix",
                command: Command::Replace { target: target(), range, text: String::new() },
            }],
        };
        page.note(open.editor().document(), &Arc::new(found.into_iter().map(finding).collect()));
        page.looking.shown = true;
        page.looking.ask(if rtl { "نتيجة بحث" } else { "résultat trouvé" }, Manner::default());
        let chosen = at("نص محدد", "texte choisi");
        let place = |offset| Place::new(Target::Block(block(101)), offset);
        let selection = Selection::new(place(chosen.start), place(chosen.end));
        let _ = open.run(Command::Select(selection), &Moment::default());
        Self { page, open, language }
    }
}

impl Gallery {
    pub(super) fn marks(&mut self, ui: &mut Ui, view: Rect) {
        let language = self.language;
        let marks = self.marks.get_or_insert_with(|| Marks::new(language));
        if marks.language != language {
            *marks = Marks::new(language);
        }
        let words = Words::new(language);
        marks.page.show(ui, &mut self.pen, &mut marks.open, words, &Moment::default(), view);
    }
}
