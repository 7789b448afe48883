//! One open record in the window: its page, what of it is unfolded, and what was counted of it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::{self, Id};

use super::damaged::Losses;
use super::imports::{Brought, Whole};
use super::others::Outside;
use crate::arabic::Removed;
use crate::check::{self, Finding, Fix, Parts};
use crate::document::{Document, FieldPath, OutputKind};
use crate::edit::{Command, Moment};
use crate::template::complete::Index;
use crate::template::{self, Counts, View};
use crate::ui::folds::Folds;
use crate::ui::page::Page;
use crate::ui::preview::Preview;
use crate::ui::said;
use crate::words::Words;
use crate::workspace::{Access, Open};

/// Seconds after the last change before words and findings are counted anew.
const COUNT_AFTER: f64 = 0.4;

/// One open record in the window.
pub(super) struct Tab {
    /// What tells it from the others, wherever it stands.
    pub(super) key: u32,
    pub(super) open: Open,
    pub(super) page: Page,
    /// Which folds are open.
    pub(super) folds: Folds,
    /// What the panel of those present remembers.
    pub(super) people: crate::ui::people::Panel,
    /// What the panel of findings remembers.
    pub(super) checks: crate::ui::checks::Checks,
    /// What the panel of the imported text remembers.
    pub(super) origin: crate::ui::origin::Origin,
    /// What the live session remembers.
    pub(super) live: crate::ui::live::Session,
    /// What the publish screen remembers.
    pub(super) publish: crate::ui::publish::Session,
    /// Whether the middle shows the pages instead of the page that is written on.
    pub(super) preview: bool,
    /// The pages.
    pub(super) pages: Preview,
    pub(super) counted: Counted,
    /// How much is selected.
    pub(super) selected: crate::ui::find::Counts,
    pub(super) saved_at: Option<String>,
    pub(super) save_failed: bool,
    /// What others did to its file.
    pub(super) outside: Outside,
    /// Where it may be saved, for one that has no file: the folder of another and a name.
    pub(super) beside: Option<PathBuf>,
    /// What of a damaged file is not in it, until that was seen.
    pub(super) losses: Option<Losses>,
    /// Whether it was seen that its file is in an older format.
    pub(super) older_seen: bool,
    /// What was cleaned out of the file when it was opened, and the state of the record after it.
    pub(super) cleaned: Option<(Removed, u64)>,
    /// What is told of it after it was imported, or a text was pasted that made it.
    pub(super) brought: Option<Brought>,
    /// A whole text that was pasted into it.
    pub(super) whole: Option<Whole>,
    /// What may be one and is being pasted in this frame, and the state of the record before.
    pub(super) pasted: Option<(String, u64)>,
    /// The record as its template made it.
    pub(super) made: Option<Document>,
    /// This field takes the keyboard as soon as it is shown.
    pub(super) begins: Option<Id>,
}

impl Tab {
    pub(super) fn new(open: Open) -> Self {
        // A new record begins with its header: nothing of the lead is known before.
        let is_new = open.path().is_none();
        let made = is_new.then(|| open.editor().document().clone());
        Self {
            key: crate::store::random_session(),
            open,
            page: if is_new { Page::default() } else { Page::waiting() },
            folds: Folds::new(is_new),
            people: crate::ui::people::Panel::default(),
            checks: crate::ui::checks::Checks::default(),
            origin: crate::ui::origin::Origin::default(),
            live: crate::ui::live::Session::default(),
            publish: crate::ui::publish::Session::default(),
            preview: false,
            pages: Preview::prompting(),
            counted: Counted::default(),
            selected: crate::ui::find::Counts::default(),
            saved_at: None,
            save_failed: false,
            outside: Outside::default(),
            beside: None,
            losses: None,
            older_seen: false,
            cleaned: None,
            brought: None,
            whole: None,
            pasted: None,
            made,
            begins: is_new.then(crate::ui::header::first_field),
        }
    }

    /// Takes out what no record may hold and somebody wrote into the file by hand: a change that can be taken back.
    pub(super) fn clean(&mut self) {
        // Who may only read the record reads it as it is; nothing of it goes out so.
        if let Ok(done) = self.open.run(Command::Tidy, &Moment::default())
            && !done.steps.is_empty()
        {
            self.cleaned = Some((done.removed, self.open.editor().state()));
        }
    }

    /// Whether nobody has written in its text yet, whatever was filled in above it.
    pub(super) fn is_as_made(&self) -> bool {
        self.made.as_ref().is_some_and(|made| made.blocks() == self.open.editor().document().blocks())
    }

    pub(super) fn is_unsaved(&self) -> bool {
        // One whose file is gone is nowhere but here.
        let is_gone = self.outside.is_gone() && self.open.access() == Access::Write;
        self.open.editor().is_changed() || is_gone
    }
}

/// What was counted: a state of the record, and the output it was shown as.
type Version = (u64, OutputKind);

/// How long the text is, findings, parts, and what can be gone on with.
type Told = (Counts, Vec<Finding>, Parts, Index);

/// What the last count found that the one before it did not.
pub(super) enum News {
    /// One thing more, and this is it.
    One(Finding),
    /// So many things in all.
    All(usize),
}

impl News {
    fn of(before: &[Finding], now: &[Finding]) -> Option<Self> {
        let new: Vec<&Finding> = now.iter().filter(|finding| !before.contains(finding)).collect();
        match new.as_slice() {
            [one] if now.len() > before.len() => Some(Self::One((*one).clone())),
            _ => (now.len() != before.len()).then_some(Self::All(now.len())),
        }
    }

    /// In words.
    pub(super) fn said(&self, words: Words) -> String {
        match self {
            Self::One(finding) => {
                words.with("said-finding", &[("what", said::finding(finding, words).0.into())])
            }
            Self::All(count) => words.with("status-findings", &[("count", (*count).into())]),
        }
    }
}

/// Words, findings and parts, counted on a thread of their own: the largest records take longer than a frame.
#[derive(Default)]
pub(super) struct Counted {
    of: Option<Version>,
    /// How long the text of the output is.
    pub(super) text: Counts,
    pub(super) findings: Arc<Vec<Finding>>,
    pub(super) parts: Parts,
    /// What the record itself can go on with.
    pub(super) record: Arc<Index>,
    /// For which count and which number the missing one was offered.
    numbered: Option<(Option<Version>, Option<String>)>,
    under_way: Option<(Version, Receiver<Told>)>,
    changed: Option<(Version, f64)>,
}

impl Counted {
    /// Has everything counted once the hands rest.
    ///
    /// What was found that is worth saying aloud, once for each count.
    pub(super) fn count(&mut self, ctx: &egui::Context, open: &Open) -> Option<News> {
        let news = self.receive();
        self.begin(ctx, open);
        news
    }

    /// Offers the number that comes next to the findings about one that is missing, once for each count.
    pub(super) fn give_number(&mut self, document: &Document, number: Option<&str>) {
        let key = (self.of, number.map(str::to_owned));
        if self.numbered.as_ref() == Some(&key) {
            return;
        }
        self.numbered = Some(key);
        if !self.findings.iter().any(|finding| said::wants_number(document, finding).is_some()) {
            return;
        }
        for finding in Arc::make_mut(&mut self.findings) {
            let Some(kind) = said::wants_number(document, finding) else { continue };
            let fix = |number: &str| {
                let command =
                    Command::SetField { path: FieldPath::OutputNumber(kind), value: number.to_owned() };
                Fix { key: "fix-take-number", command }
            };
            finding.fixes = number.map(fix).into_iter().collect();
        }
    }

    /// Takes in what was counted.
    fn receive(&mut self) -> Option<News> {
        let (of, result) = self.under_way.as_ref()?;
        let of = *of;
        match result.try_recv() {
            Ok((text, findings, parts, record)) => {
                let news = self.of.and_then(|_| News::of(&self.findings, &findings));
                (self.text, self.findings, self.parts) = (text, Arc::new(findings), parts);
                self.record = Arc::new(record);
                self.of = Some(of);
                self.under_way = None;
                news
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.under_way = None;
                None
            }
        }
    }

    fn begin(&mut self, ctx: &egui::Context, open: &Open) {
        if self.under_way.is_some() {
            return;
        }
        let now = ctx.input(|input| input.time);
        let key = (open.editor().state(), open.output);
        if self.of == Some(key) {
            return;
        }
        let since = match self.changed {
            Some((of, since)) if of == key => since,
            _ => {
                self.changed = Some((key, now));
                now
            }
        };
        let left = since + COUNT_AFTER - now;
        if self.of.is_some() && left > 0.0 {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
            return;
        }
        let document = open.editor().document().clone();
        let (send, result) = channel();
        let wake = ctx.clone();
        let counting = std::thread::Builder::new().name("count".into()).spawn(move || {
            let composition = template::compose(&document, &View::page(key.1));
            let text = Counts::of(&template::compose(&document, &View::of(key.1)));
            let parts = check::parts(&document, key.1);
            // Nobody listens any more once the window is gone.
            let record = Index::of_record(&composition);
            let _ = send.send((text, check::findings(&document), parts, record));
            wake.request_repaint();
        });
        if counting.is_ok() {
            self.under_way = Some((key, result));
        }
    }
}
