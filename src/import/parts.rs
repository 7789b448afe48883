//! What each paragraph of a text is, by the words that open it and by where it stands.

use super::line::{Fate, Line};
use super::outline::{Outline, Place, begins_as_item};
use super::source::{Apart, Para};
use crate::arabic::cues::{Cue, Found, Words};
use crate::arabic::given::Likeness;
use crate::arabic::labels::{Sort, label};
use crate::arabic::lead::{Fact, date_from, is_place_and_day, opens_with_call, opens_with_day};
use crate::arabic::named::{Voice, voice};
use crate::arabic::proceedings::Heading;
use crate::arabic::{fused, roll};
use crate::document::{
    ATOM, AgendaItem, Annex, Decision, Guessed, Kind, OutputKind, Role, Signatures, Speaker, Sureness,
};

/// The kind a title names, and the cue that says so.
const TITLES: [(Cue, OutputKind); 8] = [
    (Cue::Minutes, OutputKind::Minutes),
    (Cue::Press, OutputKind::PressCommunique),
    (Cue::Communique, OutputKind::Communique),
    (Cue::News, OutputKind::News),
    (Cue::Statement, OutputKind::Statement),
    (Cue::Recommendations, OutputKind::Recommendations),
    (Cue::Invitation, OutputKind::Invitation),
    (Cue::Sheet, OutputKind::AttendanceSheet),
];

/// What is known of the text as a whole.
pub(super) struct Whole {
    /// Which text it is.
    pub(super) output: OutputKind,
    /// How sure that is.
    pub(super) how: Sureness,
}

/// Gives every line its fate.
pub(super) fn read(lines: &mut [Line<'_>]) -> Whole {
    let order: Vec<usize> =
        (0..lines.len()).filter(|at| lines.get(*at).is_some_and(|line| !line.is_apart())).collect();
    let (named, start) = front(lines, &order);
    body(lines, &order, start, named == Some(OutputKind::AttendanceSheet));
    whole(lines, named)
}

fn kind_named(line: &Line<'_>) -> Option<(OutputKind, Found)> {
    TITLES.iter().find_map(|(cue, kind)| line.early(*cue, 0).map(|found| (*kind, found)))
}

/// The lines above the text; the kind they name, and how many there are.
fn front(lines: &mut [Line<'_>], order: &[usize]) -> (Option<OutputKind>, usize) {
    let is_text = |line: &Line<'_>| {
        let named = kind_named(line).is_some();
        let lead = line.opens(Cue::Lead, 1).is_some() && (line.words.len() > 12 || line.ends_with(&['.']))
            || !named && line.words.len() > 12 && lead(line).is_some()
            || fact(line).is_some();
        let sentence = line.ends_with(&['.', '\u{61b}']) && line.words.len() > 8;
        lead || line.is_labelled()
            || line.is_seated()
            || line.words.len() > 34
            || (sentence && !named)
            || (line.leads() && !named)
            || (line.early(Cue::Recital, 0).is_some() && line.words.len() > 8)
    };
    let heads: Vec<usize> = order
        .iter()
        .copied()
        .take(10)
        .take_while(|at| lines.get(*at).is_some_and(|line| !is_text(line)))
        .collect();
    // A text that is only short lines has no more than one title.
    let named = heads.iter().position(|at| lines.get(*at).and_then(kind_named).is_some());
    let first =
        heads.iter().position(|at| lines.get(*at).is_some_and(|line| roll::number(line.text()).is_none()));
    // Place and day end what stands over a title.
    let behind = heads
        .iter()
        .rposition(|at| lines.get(*at).is_some_and(|line| is_place_and_day(line.text(), &line.words)))
        .map(|at| at + 1);
    let behind = behind.filter(|at| *at < heads.len());
    let Some(title) = named.filter(|at| *at < 6).or(behind).or(first) else { return (None, 0) };
    let mut kind = None;
    let mut used = 0;
    for (n, at) in heads.iter().enumerate() {
        let Some(line) = lines.get_mut(*at) else { continue };
        let number = roll::number(line.text()).is_some();
        let reference = roll::reference(line.text()).is_some();
        if n < title && roll::is_state(line.text()) {
            // How far the text is, is no line of the letterhead.
            (line.fate, line.how) = (Fate::Residue, Sureness::Likely);
        } else if number || reference {
            line.fate = if number { Fate::Number } else { Fate::Reference };
            line.how = Sureness::Certain;
        } else if n < title {
            (line.fate, line.how) = (Fate::Letterhead, Sureness::Likely);
        } else if n == title {
            kind = kind_named(line).map(|(kind, _)| kind);
            let sure = kind.is_some() || line.para.heading == Some(1) || line.para.centred;
            (line.fate, line.how) = (Fate::Title, if sure { Sureness::Certain } else { Sureness::Likely });
            let place = line.para.text.split_whitespace().next().is_some_and(|word| {
                word.ends_with("..") || word.ends_with('\u{2026}') || word.ends_with(':')
            });
            if place && kind.is_none() {
                line.more.push(Guessed::Dateline);
            }
        } else if n == title + 1 && (line.para.heading.is_some() || line.words.len() <= 34) && !is_part(line)
        {
            line.kind(Kind::Heading(1), Sureness::Unsure);
        } else {
            break;
        }
        used = n + 1;
    }
    (kind, used)
}

/// Whether a short line belongs to the text, not to what stands above it.
fn is_part(line: &Line<'_>) -> bool {
    let cues = [
        Cue::Agenda,
        Cue::Present,
        Cue::Excused,
        Cue::Absent,
        Cue::Closing,
        Cue::Attendance,
        Cue::Lead,
        Cue::Annexes,
        Cue::Decision,
        Cue::Speech,
        Cue::Opening,
    ];
    cues.iter().any(|cue| line.early(*cue, 1).is_some()) || roll::heading(line.text()).is_some()
}

/// What the items of the list that is open are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listing {
    Recommendations,
    Agenda,
    Annexes,
}

/// What says whose list is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    /// A heading over those who came: groups may be among them.
    Present,
    /// The words before, which lead to those who came.
    Led,
    /// A heading over others.
    Others,
}

/// The list of people whose lines are being read.
#[derive(Clone, Copy)]
struct Roll {
    over: Over,
    /// The number of its last line.
    number: Option<u32>,
    /// Whether its lines have labels, and whether they are names without an honorific; nothing before the first.
    style: Option<(bool, bool)>,
    /// Whether one of them is somebody beyond doubt.
    known: bool,
    /// Whether its lines stand apart from each other.
    spaced: bool,
}

impl Roll {
    fn new(over: Over) -> Self {
        Self { over, number: None, style: None, known: false, spaced: false }
    }
}

/// What the opening of a text leads to when it ends in a colon.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// Nothing, or what any line leads to.
    Nothing,
    /// Those who came: «… وبحضور السادة:».
    People,
    /// The facts of the meeting: «… وذلك وفق المعطيات التالية:».
    Facts,
}

struct Body {
    outline: Option<(Outline, Listing)>,
    /// The list that a paragraph broke off, which may go on after it.
    broken: Option<(Outline, Listing, usize)>,
    /// What the line before leads to.
    led: Option<Listing>,
    has_lead: bool,
    /// How many paragraphs stand behind the lead.
    behind: usize,
    roll: Option<Roll>,
    /// What the opening leads to, line by line.
    opened: Opened,
    /// The list that is open from the start, where all of the text is one of people to sign.
    sheet: Option<Roll>,
    signing: bool,
    /// Whether a quotation is open.
    quoting: usize,
    last: Option<Kind>,
}

fn body(lines: &mut [Line<'_>], order: &[usize], start: usize, sheet: bool) {
    let mut body = Body {
        outline: None,
        broken: None,
        led: None,
        has_lead: false,
        behind: 0,
        roll: None,
        opened: Opened::Nothing,
        sheet: sheet.then(|| Roll::new(Over::Led)),
        signing: false,
        quoting: 0,
        last: None,
    };
    let order = order.get(start..).unwrap_or_default();
    for (n, at) in order.iter().enumerate() {
        let left = order.len() - n - 1;
        let step = {
            let Some(line) = lines.get(*at) else { continue };
            let next: Vec<&Line<'_>> =
                order.iter().skip(n + 1).take(2).filter_map(|at| lines.get(*at)).collect();
            body.step(line, &next, left)
        };
        let Some(line) = lines.get_mut(*at) else { continue };
        (line.fate, line.how, line.is_item) = (step.fate, step.how, step.is_item);
        line.more.extend(step.more);
        tell(line);
        body.after(line);
    }
}

/// Whether a line is a place to sign that names nobody, or dots to sign on.
fn names_place(text: &str) -> bool {
    roll::places_to_sign(text).is_some()
}

/// What one line becomes.
struct StepTo {
    fate: Fate,
    how: Sureness,
    is_item: bool,
    more: Vec<Guessed>,
}

impl StepTo {
    fn block(kind: Kind, how: Sureness) -> Self {
        Self { fate: Fate::Block(kind), how, is_item: false, more: Vec::new() }
    }

    fn fate(fate: Fate, how: Sureness) -> Self {
        Self { fate, how, is_item: false, more: Vec::new() }
    }
}

impl Body {
    fn step(&mut self, line: &Line<'_>, next: &[&Line<'_>], left: usize) -> StepTo {
        let text = line.text();
        if line.is_seated() {
            (self.outline, self.led, self.roll) = (None, None, None);
            return StepTo::fate(line.fate.clone(), line.how);
        }
        if self.quoting > 0 {
            return StepTo::block(Kind::Quote(Speaker::default()), Sureness::Likely);
        }
        if let Some(step) = self.fixed(line, text, next).or_else(|| self.signs(line, text, next, left)) {
            return step;
        }
        if line.para.row.is_some() {
            return StepTo::block(Kind::default(), Sureness::Certain);
        }
        let mut asks = false;
        if let Some((outline, listing)) = &mut self.outline {
            let listing = *listing;
            match outline.next(line, next) {
                Place::Item(depth, how) => return item(line, listing, depth, how),
                Place::After(how) => {
                    asks = how == Sureness::Unsure;
                    let ended = self.outline.take();
                    self.broken = ended.filter(|_| asks).map(|(outline, listing)| (outline, listing, 2));
                }
            }
        } else if let Some((mut outline, listing, _)) = self.broken.take_if(|_| line.is_labelled())
            && let Place::Item(depth, how) = outline.next(line, next)
        {
            self.outline = Some((outline, listing));
            return item(line, listing, depth, how.max(Sureness::Likely));
        }
        if !asks
            && let Some((outline, Place::Item(depth, how))) = Outline::begin(line, self.led.is_some(), next)
        {
            let listing = self.led.unwrap_or(Listing::Recommendations);
            self.outline = Some((outline, listing));
            return item(line, listing, depth, how);
        }
        let mut step = self.prose(line, left);
        let vague = matches!(step.fate, Fate::Block(Kind::Paragraph(Role::Plain) | Kind::Heading(2)));
        if asks && vague {
            (step.fate, step.how) = (Fate::Block(Kind::default()), Sureness::Unsure);
            step.more.push(Guessed::ListEnd);
        }
        step
    }

    /// Whether a heading is an axis of the recommendations below it: it is labelled as one, or numbered or as the axis
    /// before it, where a list is led to or goes on; and items stand below it.
    fn is_axis(&self, line: &Line<'_>, next: &[&Line<'_>]) -> bool {
        let below = |next: &&Line<'_>| {
            next.para.heading.is_none() && !next.is_seated() && (next.is_labelled() || begins_as_item(next))
        };
        if !next.first().is_some_and(below) {
            return false;
        }
        let listing = self.outline.as_ref().map(|(_, listing)| *listing).or(self.led);
        let listed = listing == Some(Listing::Recommendations);
        match line.label.as_ref().map(|label| label.sort) {
            Some(Sort::Axis) => listing.is_none() || listed,
            Some(Sort::Number | Sort::Adverb | Sort::Letter) => listed,
            Some(Sort::Dash | Sort::Bullet) => false,
            None => {
                self.led == Some(Listing::Recommendations)
                    || listed && self.outline.as_ref().is_some_and(|(outline, _)| outline.has_plain_axes())
            }
        }
    }

    /// A line on which somebody signs whose name is not told: behind another place to sign, or at the end of the text.
    fn signs(&mut self, line: &Line<'_>, text: &str, next: &[&Line<'_>], left: usize) -> Option<StepTo> {
        if let Some(row) = &line.para.row {
            // Those who sign side by side.
            let signs = |cell: &String| roll::signature(cell).is_some() || names_place(cell);
            let all = self.signing && row.cells.iter().all(signs);
            return all.then(|| StepTo::fate(Fate::Signature, Sureness::Likely));
        }
        if line.label.is_some() || line.words.len() > 16 || left > 8 {
            return None;
        }
        let ends =
            next.iter().all(|next| roll::signature(next.text()).is_some() || names_place(&next.para.text));
        if ends && roll::signature(text).is_some_and(|named| !named.role.is_empty()) {
            (self.signing, self.outline, self.roll) = (true, None, None);
            return Some(StepTo::fate(Fate::Signature, Sureness::Likely));
        }
        let text = if line.words.is_empty() { line.para.text.as_str() } else { text };
        let places = roll::places_to_sign(text)?;
        // The office above the name of who signs.
        let named = next.first().is_some_and(|next| roll::signature(next.text()).is_some());
        let opens = !places.is_empty() && ends && (named || roll::is_open_to_sign(text));
        if !(self.signing || opens) {
            return None;
        }
        (self.signing, self.outline, self.roll) = (true, None, None);
        Some(StepTo::fate(Fate::Signature, Sureness::Likely))
    }

    /// Lines that the header prints again, and headings.
    fn fixed(&mut self, line: &Line<'_>, text: &str, next: &[&Line<'_>]) -> Option<StepTo> {
        let certain = Sureness::Certain;
        if roll::number(text).is_some() {
            return Some(StepTo::fate(Fate::Number, certain));
        }
        if roll::reference(text).is_some() {
            return Some(StepTo::fate(Fate::Reference, certain));
        }
        if let Some(heading) = named_in_line(line) {
            (self.outline, self.led, self.roll) = (None, None, None);
            return Some(StepTo::fate(Fate::Named(heading), Sureness::Likely));
        }
        if let Some((heading, how)) = people_heading(line) {
            let roll = Roll::new(if heading == Heading::Present { Over::Present } else { Over::Others });
            let seated = next.first().is_some_and(|first| first.is_seated());
            if let Some(first) = next.first()
                && (seated || enters(roll, first, next.get(1).copied()).is_some())
            {
                (self.roll, self.outline, self.led) = (Some(roll), None, None);
                return Some(StepTo::fate(Fate::Heading(heading), how));
            }
        }
        let led = (self.opened == Opened::People).then(|| Roll::new(Over::Led)).or(self.sheet);
        let after = next.first().copied();
        if let Some((roll, how)) = self.roll.or(led).and_then(|roll| enters(roll, line, after)) {
            (self.roll, self.outline) = (Some(roll), None);
            return Some(StepTo::fate(Fate::Roll, how));
        }
        if roll::is_agenda_heading(text) || roll::is_annex_heading(text) {
            let agenda = roll::is_agenda_heading(text);
            (self.led, self.outline, self.roll) =
                (Some(if agenda { Listing::Agenda } else { Listing::Annexes }), None, None);
            return Some(StepTo::fate(Fate::Over, certain));
        }
        let items = |next: &&Line<'_>| next.is_labelled() || begins_as_item(next);
        if roll::opens_agenda(&line.words)
            && (line.leads() || line.is_titular())
            && next.first().is_some_and(items)
        {
            (self.led, self.outline, self.roll) = (Some(Listing::Agenda), None, None);
            return Some(StepTo::fate(Fate::Repeats, certain));
        }
        self.roll = None;
        let telling = self.opened != Opened::Nothing || !self.has_lead && self.behind == 0;
        if telling && fact(line).is_some() {
            return Some(StepTo::block(Kind::default(), Sureness::Likely));
        }
        if line.words.len() < 24 && roll::quorum(text).is_some() {
            return Some(StepTo::fate(Fate::Quorum, certain));
        }
        if self.signing && line.words.len() <= 24 && roll::signature(text).is_some() {
            return Some(StepTo::fate(Fate::Signature, Sureness::Likely));
        }
        if let Some(level) = line.para.heading
            && !self.is_axis(line, next)
        {
            self.outline = None;
            return Some(StepTo::block(Kind::Heading(level.clamp(1, 3)), certain));
        }
        None
    }

    /// What a line leads to, and how it stands to those after it.
    fn after(&mut self, line: &Line<'_>) {
        let opens = matches!(line.fate, Fate::Block(Kind::Paragraph(Role::Lead)));
        let tells = line.fate == Fate::Block(Kind::default()) && fact(line).is_some();
        self.opened = match (opens && line.leads(), self.opened) {
            (true, _) if last_tells_presence(line) => Opened::People,
            (true, _) => Opened::Facts,
            (false, Opened::Facts | Opened::People) if tells => Opened::Facts,
            _ => Opened::Nothing,
        };
        if matches!(line.fate, Fate::Heading(_) | Fate::Named(_) | Fate::Roll | Fate::Columns) {
            (self.broken, self.led) = (None, None);
            return;
        }
        if let Some((_, _, left)) = &mut self.broken {
            *left = left.saturating_sub(1);
        }
        self.broken.take_if(|(_, _, left)| *left == 0);
        let heading = matches!(line.fate, Fate::Over | Fate::Repeats);
        self.led = if heading {
            self.led
        } else if line.leads() || line.descends().is_some() {
            Some(if line.has(Cue::Agenda) && !line.has(Cue::Enacting) {
                Listing::Agenda
            } else {
                Listing::Recommendations
            })
        } else {
            None
        };
        if let Fate::Block(kind) = &line.fate {
            self.has_lead |= *kind == Kind::Paragraph(Role::Lead);
            self.behind += usize::from(self.has_lead);
            self.signing |= matches!(kind, Kind::Signatures(_));
            self.last = Some(kind.clone());
        }
        let signs = |signs: [char; 2]| {
            if line.may_quote() { line.para.text.matches(signs).count() } else { 0 }
        };
        let (opened, closed) = (signs(['«', '“']), signs(['»', '”']));
        // A quotation that never closes is a slip: five paragraphs are enough.
        self.quoting = match (self.quoting, opened.cmp(&closed)) {
            (0, std::cmp::Ordering::Greater)
                if matches!(self.last, Some(Kind::Intervention(_) | Kind::Quote(_))) =>
            {
                5
            }
            (left, std::cmp::Ordering::Less) if left > 0 => 0,
            (left, _) => left.saturating_sub(1),
        };
    }

    fn prose(&self, line: &Line<'_>, left: usize) -> StepTo {
        let to = StepTo::block;
        let (certain, likely, unsure) = (Sureness::Certain, Sureness::Likely, Sureness::Unsure);
        let role = Kind::Paragraph;
        if !self.has_lead
            && let Some(how) = lead(line)
        {
            return to(role(Role::Lead), how);
        }
        let alone = line.words.len() <= 3;
        if line.early(Cue::Signed, 0).is_some()
            && line.words.len() <= 16
            && left <= 8
            && (!line.leads() || alone)
        {
            return to(
                Kind::Signatures(Signatures::default()),
                if line.has(Cue::Signed) { likely } else { unsure },
            );
        }
        if roll::agenda_items(line.text()).len() > 1
            && line.early(Cue::Agenda, 1).is_some()
            && line.para.text.contains('\u{61b}')
        {
            return StepTo::fate(Fate::AgendaSentence, certain);
        }
        if line.early(Cue::Ended, 0).is_some() {
            return to(role(Role::Closing), certain);
        }
        if line.para.apart == Some(Apart::Quoted) {
            return to(Kind::Quote(Speaker::default()), likely);
        }
        if is_quotation(line.text()) {
            return to(Kind::Quote(Speaker::default()), certain);
        }
        if line.early(Cue::Closing, 0).is_some() && left <= 3 {
            return to(role(Role::Closing), if left == 0 { certain } else { likely });
        }
        if line.early(Cue::Attendance, 1).is_some() {
            return to(role(Role::Plain), certain);
        }
        if line.early(Cue::Agenda, 1).is_some() {
            return to(role(Role::Plain), certain);
        }
        if line.early(Cue::Next, 0).is_some() {
            return to(role(if left <= 10 { Role::Closing } else { Role::Plain }), likely);
        }
        if line.leads() && (line.has(Cue::Enacting) || line.has(Cue::List)) {
            let both = line.has(Cue::Enacting) && line.has(Cue::List);
            return to(role(Role::Enacting), if both { certain } else { likely });
        }
        if line.early(Cue::Enacting, 0).is_some()
            && line.words.len() < 40
            && line.early(Cue::Decision, 0).is_none()
        {
            return to(role(Role::Enacting), likely);
        }
        if self.behind <= 3
            && line.early(Cue::Context, 0).is_some()
            && line.opens(Cue::Decision, 14).is_none()
        {
            return to(role(Role::Context), likely);
        }
        let says = said_at(line);
        let decides = decided_at(line);
        if line.early(Cue::Recital, 0).is_some() {
            let runs_on = line.ends_with(&['\u{60c}', '\u{61b}', ',', ';']);
            if runs_on {
                return to(role(Role::Recital), certain);
            }
            if decides.is_some() {
                return to(Kind::Decision(Decision::default()), likely);
            }
            if says.is_none() {
                return to(role(Role::Recital), unsure);
            }
        }
        match (says, decides) {
            (Some((says, how)), None) => {
                return to(Kind::Intervention(Speaker::default()), if says <= 8 { how } else { likely });
            }
            (None, Some((_, how))) => return to(Kind::Decision(Decision::default()), how),
            (Some((says, how)), Some((decides, _))) if says < decides => {
                return to(Kind::Intervention(Speaker::default()), how);
            }
            (Some(_), Some((_, how))) => return to(Kind::Decision(Decision::default()), how),
            (None, None) => {}
        }
        // «ثم …» goes on with the paragraph before it, «وتتميز الدورة أيضا بـ …» with a decision.
        let goes_on = crate::arabic::cues::goes_on(&line.words);
        let more = crate::arabic::cues::says_more(&line.words);
        match &self.last {
            Some(kind @ (Kind::Decision(_) | Kind::Intervention(_))) if goes_on => {
                return to(kind.clone(), unsure);
            }
            Some(kind @ Kind::Decision(_)) if more => return to(kind.clone(), unsure),
            _ => {}
        }
        if line.para.text.len() < 120
            && line.is_titular()
            && line.words.len() <= 8
            && left > 0
            && !line.leads()
        {
            return to(Kind::Heading(2), unsure);
        }
        to(role(Role::Plain), certain)
    }
}

fn item(line: &Line<'_>, listing: Listing, depth: u8, how: Sureness) -> StepTo {
    let kind = match listing {
        Listing::Recommendations => Kind::recommendation(depth),
        Listing::Agenda => Kind::AgendaItem(AgendaItem::default()),
        Listing::Annexes => Kind::Annex(Annex::default()),
    };
    // The label of «المحور 2: …» stays among the words.
    let is_item = line.label.as_ref().is_some_and(|label| label.end > 0 || line.para.list.is_some());
    StepTo { fate: Fate::Block(kind), how, is_item, more: Vec::new() }
}

/// Whether a line opens with the words of a heading over people.
fn opens_roll(line: &Line<'_>) -> bool {
    let cues = [Cue::Present, Cue::Excused, Cue::Absent, Cue::Guests, Cue::Proxies];
    line.cues.iter().take_while(|found| found.at <= 1).any(|found| cues.contains(&found.cue))
}

/// Which list of people stands in one line with its heading.
fn named_in_line(line: &Line<'_>) -> Option<Heading> {
    if line.para.row.is_some() || line.leads() || !opens_roll(line) {
        return None;
    }
    roll::in_one_line(line.text(), &line.words, &line.cues).map(|(heading, _)| heading)
}

/// Which list of people a line is the heading of.
pub(super) fn people_heading(line: &Line<'_>) -> Option<(Heading, Sureness)> {
    if line.para.row.is_some() {
        return None;
    }
    if let Some(heading) = roll::heading(&line.para.text) {
        return Some((heading, Sureness::Certain));
    }
    if !opens_roll(line) {
        return None;
    }
    roll::heading_among(line.text(), &line.words, &line.cues).map(|heading| (heading, Sureness::Likely))
}

/// Whether a line is the heading of a list of people, whoever stands below it or behind it.
pub(super) fn heads_people(line: &Line<'_>) -> bool {
    let Some((head, _)) = line.text().split_once(':') else { return people_heading(line).is_some() };
    let head = format!("{head}:");
    let words = Words::of(&head);
    line.para.row.is_none() && roll::heading_among(&head, &words, &words.cues()).is_some()
}

/// Whether the last words of a line, before its colon, tell who came.
fn last_tells_presence(line: &Line<'_>) -> bool {
    let last = line.cues.iter().rfind(|found| {
        let others = matches!(found.cue, Cue::Enacting | Cue::Decision | Cue::Agenda | Cue::Descends);
        others || matches!(found.cue, Cue::Presence | Cue::Attendance)
    });
    last.is_some_and(|found| {
        matches!(found.cue, Cue::Presence | Cue::Attendance) && found.end + 10 >= line.words.len()
    })
}

/// Whether somebody is named on a line beyond doubt.
fn is_somebody(line: &Line<'_>) -> bool {
    roll::entry(line.unlabelled()).is_some_and(|entry| entry.likeness() == Likeness::Sure)
}

/// The list with this line, if it is one of its lines, and how sure that is. `after` is the line behind it.
fn enters(roll: Roll, line: &Line<'_>, after: Option<&Line<'_>>) -> Option<(Roll, Sureness)> {
    if line.para.row.is_some() || line.para.heading.is_some() || line.leads() {
        return None;
    }
    let label = line.label.as_ref();
    let number = label.and_then(|label| label.number);
    if let Some(number) = number {
        let follows = roll.number.map_or(roll.style.is_none(), |last| number == last + 1);
        if !follows {
            return None;
        }
    }
    let text = roll::without_dots(line.unlabelled());
    let entry = roll::entry(text);
    let labelled = label.is_some();
    let style = entry.as_ref().map(|entry| (labelled, entry.is_bare()));
    let apart = line.para.spaced && roll.style.is_some();
    let known = roll.known || entry.as_ref().is_some_and(|entry| entry.likeness() == Likeness::Sure);
    let style_now = style.or(roll.style).or(Some((labelled, false)));
    let next = Roll { number, style: style_now, known, spaced: apart, ..roll };
    if let Some(((_, bare), entry)) = style.zip(entry) {
        // A short line without label or honorific is a name only among such lines.
        let alone = !labelled && bare;
        let among = roll.style.is_none_or(|(labelled, bare)| !labelled && bare);
        let names = line.cues.iter().all(|found| found.at > 1 || found.cue == Cue::Collective);
        if alone && (!among || apart || roll.over == Over::Led || line.words.len() > 8) || bare && !names {
            return None;
        }
        // What only looks like a name is one with an office, or beside somebody who is known for one.
        let office = !entry.named.role.is_empty();
        let beside = || office || after.is_some_and(is_somebody);
        let is_name = match entry.likeness() {
            Likeness::Sure => true,
            Likeness::Likely => roll.known || beside(),
            Likeness::Weak => roll.known && beside(),
            Likeness::None => false,
        };
        if !is_name {
            return None;
        }
        return Some((next, if bare { Sureness::Likely } else { Sureness::Certain }));
    }
    // A heading, or what stands apart from the list, is none of them.
    let heads = label.is_some_and(|label| matches!(label.sort, Sort::Axis | Sort::Adverb));
    if roll.over == Over::Others || heads || apart && !roll.spaced {
        return None;
    }
    let words = Words::of(text);
    let several = (labelled || roll.style == Some((false, false)))
        && roll::is_several(&Words::of(roll::for_group(text)));
    // A dash among those who came may be an office without a name.
    let dashed = label.is_some_and(|label| matches!(label.sort, Sort::Dash | Sort::Bullet));
    let office = dashed && roll.known && roll::is_office_alone(text, &words);
    (several || office).then_some((next, if several { Sureness::Certain } else { Sureness::Likely }))
}

/// What a line of the head tells by a label of its own.
pub(super) fn fact(line: &Line<'_>) -> Option<Fact> {
    if line.words.len() > 24 || line.para.row.is_some() {
        return None;
    }
    crate::arabic::lead::fact(line.text(), &line.words)
}

/// Whether a line is the opening of the text.
fn lead(line: &Line<'_>) -> Option<Sureness> {
    let met = line.has(Cue::Lead);
    if !met && !line.has(Cue::Presence) {
        return None;
    }
    let facts = [Cue::Presence, Cue::Next, Cue::Attendance].iter().any(|cue| line.has(*cue));
    let long = line.words.len() >= 12;
    // «في يوم … على الساعة …، انعقد …»: the day first, the verb wherever it comes.
    if met && long && opens_with_day(line.text(), &line.words) {
        let verb = line.cues.iter().find(|found| found.cue == Cue::Lead && found.at <= 40);
        if let Some(verb) = verb {
            return Some(if verb.at <= 20 { Sureness::Certain } else { Sureness::Likely });
        }
    }
    // «في إطار …، وتنفيذا لـ …، انعقد …»: setting and grounds first, then the verb with its day.
    let grounds = line.early(Cue::Context, 1).is_some()
        || line.early(Cue::Recital, 1).is_some()
        || opens_with_call(&line.words);
    let dated = || date_from(line.text(), &line.words, 0, None).is_some();
    if met && long && grounds && line.opens(Cue::Lead, 80).is_some() && (facts || dated()) {
        return Some(Sureness::Likely);
    }
    match line.opens(Cue::Lead, 8) {
        Some(found) if found.at == 0 && long => Some(Sureness::Certain),
        Some(_) if long || facts => Some(Sureness::Likely),
        Some(found) if found.at == 0 => Some(Sureness::Likely),
        _ if line.has(Cue::Lead) && line.has(Cue::Presence) => Some(Sureness::Likely),
        _ if line.has(Cue::Presence) && date_from(line.text(), &line.words, 0, None).is_some() => {
            Some(Sureness::Unsure)
        }
        _ => None,
    }
}

/// Where somebody speaks in a line, and how sure that is.
pub(super) fn said_at(line: &Line<'_>) -> Option<(usize, Sureness)> {
    if let Some(opening) = line.early(Cue::Opening, 1) {
        let verb = line
            .cues
            .iter()
            .find(|found| found.cue == Cue::Speech && found.at >= opening.end && found.at < 24);
        // «من جهة أخرى» brings another matter, not somebody: who speaks follows at once, or is named behind the verb.
        if crate::arabic::cues::turns_to_another_matter(&line.words, &opening) {
            let named = |at: usize| {
                crate::arabic::named::honorific_at(&line.words, at).is_some()
                    || line.cues.iter().any(|found| found.cue == Cue::Collective && found.at == at)
            };
            let verb = verb.filter(|verb| verb.at <= opening.end + 1 || named(verb.at + 1));
            return verb.map(|verb| (verb.at, Sureness::Certain));
        }
        if let Some(verb) = verb {
            return Some((verb.at, Sureness::Certain));
        }
    }
    if let Some(verb) = line.opens(Cue::Speech, 10) {
        let how = if verb.at <= 1 { Sureness::Certain } else { Sureness::Likely };
        return Some((verb.at, how));
    }
    // Who speaks stands first, or right behind the verb.
    let subject = (0..2).any(|at| crate::arabic::named::honorific_at(&line.words, at).is_some())
        || line.early(Cue::Collective, 1).is_some();
    let within = if subject { 26 } else { 0 };
    let verb = line.cues.iter().find(|found| found.cue == Cue::Speech && found.at <= within);
    if let Some(verb) = verb {
        return Some((verb.at, Sureness::Likely));
    }
    let named = line.cues.iter().find(|found| {
        found.cue == Cue::Speech
            && found.at <= 7
            && (crate::arabic::named::honorific_at(&line.words, found.at + 1).is_some()
                || line.cues.iter().any(|other| other.cue == Cue::Collective && other.at == found.at + 1))
    });
    named.map(|found| (found.at, Sureness::Likely))
}

/// Who speaks in a paragraph, where its own words name several people, or a body.
#[must_use]
pub fn several_in(text: &str) -> Option<String> {
    let para = Para { text: text.to_owned(), ..Para::default() };
    let line = Line::new(&para);
    let (verb, _) = said_at(&line)?;
    match voice(line.text(), &line.words, verb, &line.cues)? {
        Voice::Many(name) => Some(name).filter(|name| !name.is_empty() && !name.contains(ATOM)),
        Voice::One(_) => None,
    }
}

/// Where something is decided in a line, and how sure that is.
fn decided_at(line: &Line<'_>) -> Option<(usize, Sureness)> {
    let found = line.opens(Cue::Decision, 60)?;
    let how = match found.at {
        0..=3 => Sureness::Certain,
        4..=16 => Sureness::Likely,
        _ => Sureness::Unsure,
    };
    Some((found.at, how))
}

/// Whether all of a text stands in quotation marks.
fn is_quotation(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let pairs = [('«', '»'), ('“', '”'), ('"', '"')];
    pairs.iter().any(|(open, close)| {
        text.starts_with(*open)
            && text.ends_with(*close)
            && text.matches(*close).count() <= 2
            && text.chars().count() > 2
    })
}

/// What a block tells beside its kind.
fn tell(line: &mut Line<'_>) {
    let Fate::Block(kind) = &line.fate else { return };
    let mut more = Vec::new();
    let base = line.base - line.lifted().min(line.base);
    let place = |line: &Line<'_>, at: usize| base + line.words.place(at).start;
    if line.early(Cue::Agenda, 12).is_some()
        || (line.has(Cue::Agenda) && *kind == Kind::Paragraph(Role::Lead))
    {
        more.push(Guessed::Agenda);
    }
    if line.early(Cue::Attendance, 2).is_some() {
        more.push(Guessed::Attendance);
    }
    if line.has(Cue::Deadline) {
        more.push(Guessed::Deadline);
    }
    let is_item = matches!(kind, Kind::Recommendation(_) | Kind::AgendaItem(_));
    if is_item && let Some(at) = fused(line) {
        more.push(Guessed::Fused(place(line, at)));
    }
    if !is_item
        && !matches!(kind, Kind::Quote(_))
        && let Some(at) = embedded(line)
    {
        more.push(Guessed::Fused(base + at));
    }
    if !matches!(kind, Kind::Quote(_))
        && line.may_quote()
        && let Some(at) = quotation(line.text())
    {
        more.push(Guessed::Quotation(base + at));
    }
    line.more.extend(more);
}

/// The word at which another item begins inside an item.
fn fused(line: &Line<'_>) -> Option<usize> {
    fused::openings(&line.words, &line.cues).first().copied()
}

/// Where the first item of a list stands that was run into a paragraph: «… : 1- … 2- … 3- …».
fn embedded(line: &Line<'_>) -> Option<usize> {
    // A number or a letter that stands alone: most lines have none.
    let may_count = |at: usize| {
        let mut letters = line.words.word(at).chars();
        let first = letters.next();
        first.is_some_and(char::is_numeric) || letters.next().is_none()
    };
    if !(0..line.words.len()).any(may_count) {
        return None;
    }
    let text = line.text();
    let first = fused::numbered(text).first().copied()?;
    let words = text.get(first..)?;
    // Where the first is the second, the paragraph is an item itself.
    label(words).filter(|found| found.sort == Sort::Number && found.number == Some(1)).map(|_| first)
}

/// Where words of somebody begin that are more than a name or a title: eight words at least.
fn quotation(text: &str) -> Option<usize> {
    let (start, open) = text.char_indices().find(|(_, c)| matches!(c, '«' | '“' | '”'))?;
    let inside = text.get(start + open.len_utf8()..)?;
    let words = inside.split(['»', '”']).next().unwrap_or_default();
    (words.split_whitespace().count() >= 8).then_some(start)
}

/// Which text it is, where no title says so.
fn whole(lines: &[Line<'_>], named: Option<OutputKind>) -> Whole {
    if let Some(output) = named {
        return Whole { output, how: Sureness::Certain };
    }
    let count = |is: &dyn Fn(&Kind) -> bool| {
        lines.iter().filter(|line| matches!(&line.fate, Fate::Block(kind) if is(kind))).count()
    };
    let has = |fate: &Fate| lines.iter().any(|line| line.fate == *fate);
    let items = count(&|kind| kind.depth().is_some());
    let others = count(&|kind| kind.depth().is_none());
    let says = count(&|kind| matches!(kind, Kind::Intervention(_)));
    let signed = count(&|kind| matches!(kind, Kind::Signatures(_)));
    let first = lines.iter().find(|line| !line.is_apart()).and_then(kind_named);
    if let Some((output, _)) = first {
        return Whole { output, how: Sureness::Likely };
    }
    let ended = lines.iter().any(|line| line.early(Cue::Ended, 0).is_some());
    let named = lines.iter().any(|line| matches!(line.fate, Fate::Named(_)));
    let (output, how) =
        if named || has(&Fate::Roll) || has(&Fate::Quorum) || (ended && (has(&Fate::Over) || signed > 0)) {
            (OutputKind::Minutes, Sureness::Likely)
        } else if has(&Fate::Number) {
            (OutputKind::Communique, Sureness::Likely)
        } else if items > 2 * others.max(2) {
            (OutputKind::Recommendations, Sureness::Likely)
        } else if says > 0 {
            (OutputKind::News, Sureness::Likely)
        } else {
            (OutputKind::News, Sureness::Unsure)
        };
    Whole { output, how }
}

/// Where a paragraph that holds recitals and the clause they lead to can be parted: the words that open each.
pub(super) fn clauses(line: &Line<'_>) -> Vec<(usize, Role)> {
    if !line.leads() && !line.ends_with(&['\u{60c}', '\u{61b}']) {
        return Vec::new();
    }
    let opening =
        |found: &&Found| found.opens && found.at > 3 && matches!(found.cue, Cue::Recital | Cue::Enacting);
    let mut cuts: Vec<(usize, Role)> = Vec::new();
    for found in line.cues.iter().filter(opening) {
        let role = if found.cue == Cue::Recital { Role::Recital } else { Role::Enacting };
        let joined = line.words.word(found.at).starts_with(crate::arabic::cues::JOINED);
        let before = line.text().get(..line.words.place(found.at).start).unwrap_or_default();
        // Words that run together are not parted.
        let joined = joined && before.ends_with(char::is_whitespace);
        if joined && cuts.last().is_none_or(|(at, last)| *at < found.at && *last != Role::Enacting) {
            cuts.push((found.at, role));
        }
    }
    let enacts = cuts.last().is_some_and(|(_, role)| *role == Role::Enacting);
    let grounds = cuts.iter().filter(|(_, role)| *role == Role::Recital).count();
    let starts = line.early(Cue::Recital, 0).is_some();
    if (enacts && (grounds > 0 || starts)) || grounds > 1 { cuts } else { Vec::new() }
}
