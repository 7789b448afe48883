//! The grammar of dates in words: days, ranges, months, and words that count from another date.

use super::date::{Date, Weekday, month_of_folded};
use super::spoken;
use super::tokens::{Kind, Token};
use super::when::{Edge, When};

/// A day as written, before the month and year that a later day states are filled in.
#[derive(Clone, Copy)]
struct Item {
    weekday: Option<usize>,
    day: u8,
    month: Option<u8>,
    year: Option<i32>,
}

/// Which occurrence a word after a date asks for.
#[derive(Clone, Copy, PartialEq)]
enum Turn {
    Next,
    Last,
    This,
    Years(i32),
}

/// Reads one form of date from tokens; a form that fails leaves the position to its caller.
pub(super) struct Parser<'t> {
    pub(super) tokens: &'t [Token],
    pub(super) at: usize,
    anchor: Option<Date>,
    words: &'t str,
    /// Weekdays said: token index, day, and the date each belongs to.
    pub(super) said: Vec<(usize, Weekday, Option<Date>)>,
}

impl<'t> Parser<'t> {
    pub(super) fn new(tokens: &'t [Token], anchor: Option<Date>, words: &'t str) -> Self {
        Self { tokens, at: 0, anchor, words, said: Vec::new() }
    }

    fn word(&self) -> Option<&str> {
        match &self.tokens.get(self.at)?.kind {
            Kind::Word(word) => Some(word),
            Kind::Number(..) | Kind::Mark(_) => None,
        }
    }

    fn number(&self, offset: usize) -> Option<(u32, usize)> {
        match self.tokens.get(self.at + offset)?.kind {
            Kind::Number(value, width) => Some((value, width)),
            Kind::Word(_) | Kind::Mark(_) => None,
        }
    }

    fn mark(&self, offset: usize) -> Option<char> {
        match self.tokens.get(self.at + offset)?.kind {
            Kind::Mark(mark) => Some(mark),
            Kind::Number(..) | Kind::Word(_) => None,
        }
    }

    fn word_at(&self, offset: usize) -> Option<&str> {
        match &self.tokens.get(self.at + offset)?.kind {
            Kind::Word(word) => Some(word),
            Kind::Number(..) | Kind::Mark(_) => None,
        }
    }

    /// The name of a month, of one word or of two: «كانون الثاني».
    fn month_name(&mut self) -> Option<u8> {
        let first = self.word_at(0)?;
        let two = self.word_at(1).and_then(|second| month_of_folded(&format!("{first} {second}")));
        let (month, taken) = two.map(|month| (month, 2)).or_else(|| Some((month_of_folded(first)?, 1)))?;
        self.at += taken;
        Some(month)
    }

    fn take_word(&mut self, known: &[&str]) -> bool {
        let found = self.word().is_some_and(|word| known.contains(&word));
        self.at += usize::from(found);
        found
    }

    fn take_mark(&mut self, known: &str) -> bool {
        let found = self.mark(0).is_some_and(|mark| known.contains(mark));
        self.at += usize::from(found);
        found
    }

    pub(super) fn skip_words(&mut self, known: &[&str]) {
        while self.take_word(known) {}
    }

    fn skip_day_word(&mut self) {
        let day = |word: &str| matches!(word, "يوم" | "يومي" | "ايام" | "يوما" | "يومين");
        let found = self.word().is_some_and(|word| {
            day(word)
                || word
                    .strip_prefix(['ل', 'ب', 'و'])
                    .is_some_and(|rest| day(rest) || rest.strip_prefix('ل').is_some_and(day))
        });
        self.at += usize::from(found);
    }

    /// A weekday, with an attached «و» when one is allowed; gives its token.
    fn weekday(&mut self, attached: bool) -> Option<usize> {
        let word = self.word()?;
        let day = Weekday::of_folded(word)
            .or_else(|| word.strip_prefix('و').filter(|_| attached).and_then(Weekday::of_folded))?;
        self.said.push((self.at, day, None));
        self.at += 1;
        Some(self.said.len() - 1)
    }

    /// «[السبت] 2 [مارس] [2024]», «فاتح ماي», 02/03/2024 or 2024-03-02.
    fn item(&mut self, attached: bool) -> Option<Item> {
        let (start, said) = (self.at, self.said.len());
        let item = self.item_inner(attached);
        if item.is_none() {
            self.at = start;
            self.said.truncate(said);
        }
        item
    }

    fn item_inner(&mut self, attached: bool) -> Option<Item> {
        let weekday = self.weekday(attached);
        if weekday.is_some() {
            self.take_mark(",،");
            self.skip_words(&["الموافق", "ل"]);
        }
        if let Some((day, month, year)) = self.numeric() {
            return Some(Item { weekday, day, month: Some(month), year: Some(year) });
        }
        let first = self.word().is_some_and(|word| {
            let word =
                if attached && weekday.is_none() { word.strip_prefix('و').unwrap_or(word) } else { word };
            matches!(word, "فاتح" | "الفاتح")
        });
        let said = spoken::day(|at| self.word_at(at), attached && weekday.is_none());
        let (day, taken) = match said {
            _ if first => (1, 1),
            // «الثاني من مارس», «الحادي والعشرين من شهر يونيو».
            Some(said) => said,
            None => {
                let (value, width) = self.number(0)?;
                (u8::try_from(value).ok().filter(|day| width <= 2 && (1..=31).contains(day))?, 1)
            }
        };
        self.at += taken;
        let before = self.at;
        self.skip_words(&["من", "شهر"]);
        let month = self.month_name();
        if month.is_none() {
            self.at = before;
        }
        let year = if month.is_some() { self.year() } else { None };
        Some(Item { weekday, day, month, year })
    }

    fn numeric(&mut self) -> Option<(u8, u8, i32)> {
        let separator = self.mark(1).filter(|mark| "/-.".contains(*mark))?;
        if self.mark(3) != Some(separator) {
            return None;
        }
        let (one, two, three) = (self.number(0)?, self.number(2)?, self.number(4)?);
        let (day, month, year) = match (one.1, two.1, three.1) {
            (1 | 2, 1 | 2, 4) => (one.0, two.0, three.0),
            (4, 1 | 2, 1 | 2) => (three.0, two.0, one.0),
            _ => return None,
        };
        let date = Date::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        self.at += 5;
        Some((date.day(), date.month(), date.year()))
    }

    fn year(&mut self) -> Option<i32> {
        let before = self.at;
        self.take_mark(",،");
        self.take_word(&["من"]);
        self.take_word(&["سنه", "عام", "لسنه"]);
        let figures =
            self.number(0).filter(|(_, width)| *width == 4).and_then(|(value, _)| i32::try_from(value).ok());
        // «سنة ألفين وأربع وعشرين».
        let said = || {
            let (value, taken) = spoken::counted(|at| self.word_at(at))?;
            let year = i32::try_from(value).ok().filter(|year| (1800..2200).contains(year))?;
            Some((year, taken))
        };
        let Some((year, taken)) = figures.map(|year| (year, 1)).or_else(said) else {
            self.at = before;
            return None;
        };
        self.at += taken;
        self.take_word(&["م", "ميلاديه"]);
        Some(year)
    }

    pub(super) fn days(&mut self) -> Option<When> {
        self.skip_day_word();
        let mut items = vec![self.item(false)?];
        let mut complete = None;
        loop {
            if items.last().is_some_and(|item| item.year.is_some()) {
                complete = Some((items.len(), self.at, self.said.len()));
            }
            let before = self.at;
            let separated = self.take_mark("/،,") | self.take_word(&["و"]);
            let attached = self.word().is_some_and(|word| word.starts_with('و'));
            if separated || attached {
                if self.word().is_some_and(|word| word.starts_with("وي")) {
                    self.skip_day_word();
                }
                if let Some(item) = self.item(true) {
                    items.push(item);
                    continue;
                }
            }
            self.at = before;
            break;
        }
        let undated = items.last().is_some_and(|item| item.month.is_some() && item.year.is_none());
        if undated && complete.is_none() {
            return self.days_without_year(items);
        }
        let (count, at, said) = complete?;
        items.truncate(count);
        self.at = at;
        self.said.truncate(said);
        Some(When::Days(self.fill(&items)?))
    }

    /// Gives each day the month and year stated after it, and each weekday its date.
    fn fill(&mut self, items: &[Item]) -> Option<Vec<Date>> {
        let (mut month, mut year) = (None, None);
        let mut days = Vec::with_capacity(items.len());
        for item in items.iter().rev() {
            month = item.month.or(month);
            year = item.year.or(year);
            let date = Date::new(year?, month?, item.day)?;
            if let Some(said) = item.weekday.and_then(|said| self.said.get_mut(said)) {
                said.2 = Some(date);
            }
            days.push(date);
        }
        days.reverse();
        Some(days)
    }

    fn days_without_year(&mut self, mut items: Vec<Item>) -> Option<When> {
        let turn = self.turn();
        let Some(anchor) = self.anchor else { return Some(self.relative_to(None)) };
        let last = *items.last()?;
        let month = last.month?;
        let on = |year: i32| Date::new(year, month, last.day);
        let this = anchor.year();
        let agrees = |year: i32| {
            let said = last.weekday.and_then(|said| self.said.get(said)).map(|(_, day, _)| *day);
            said.is_none() || on(year).map(Date::weekday) == said
        };
        let year = match turn {
            Some(Turn::Next) => {
                [this, this + 1].into_iter().find(|year| on(*year).is_some_and(|date| date > anchor))?
            }
            Some(Turn::Last) => {
                [this, this - 1].into_iter().find(|year| on(*year).is_some_and(|date| date < anchor))?
            }
            Some(Turn::This) => this,
            Some(Turn::Years(years)) => this + years,
            None => [this, this + 1, this - 1].into_iter().find(|year| agrees(*year)).unwrap_or(this),
        };
        if let Some(item) = items.last_mut() {
            item.year = Some(year);
        }
        let days = self.fill(&items)?;
        match days.as_slice() {
            [date] => Some(self.relative_to(Some(*date))),
            _ => Some(When::Days(days)),
        }
    }

    fn relative_to(&self, date: Option<Date>) -> When {
        When::Relative { phrase: self.words.to_owned(), date }
    }

    /// «المقبل», «الماضي», «الجاري», «من السنة الجارية», «من السنة المقبلة».
    fn turn(&mut self) -> Option<Turn> {
        let before = self.at;
        self.take_word(&["من"]);
        let of_year = self.take_word(&["السنه", "العام", "سنه"]);
        let word = self.word().map(|word| word.strip_suffix('ه').unwrap_or(word).to_owned());
        let turn = match word.as_deref() {
            Some("المقبل" | "القادم" | "الموالي") => Some(Turn::Next),
            Some("الماضي" | "المنصرم" | "الفارط" | "الاخير") => Some(Turn::Last),
            Some("الجاري" | "الحالي") => Some(Turn::This),
            _ => None,
        };
        if turn.is_none() {
            self.at = before;
            return None;
        }
        self.at += 1;
        match turn {
            Some(Turn::Next) if of_year => Some(Turn::Years(1)),
            Some(Turn::Last) if of_year => Some(Turn::Years(-1)),
            other => other,
        }
    }

    pub(super) fn range(&mut self) -> Option<When> {
        let between =
            self.take_word(&["مابين", "بين"]) || (self.take_word(&["ما"]) && self.take_word(&["بين"]));
        if !between {
            self.take_word(&["من"]);
        }
        self.skip_day_word();
        let from = self.item(false)?;
        let attached = between && self.word().is_some_and(|word| word.starts_with('و'));
        if !attached && !self.take_word(&["الي", "حتي"]) && !self.take_word(&["غايه"]) {
            return None;
        }
        self.take_word(&["و", "غايه"]);
        self.skip_day_word();
        let to = self.item(true)?;
        let days = self.fill(&[from, to])?;
        Some(When::Range { from: *days.first()?, to: *days.get(1)? })
    }

    /// «27-29 يناير 2017».
    pub(super) fn dash_range(&mut self) -> Option<When> {
        self.skip_day_word();
        let from = self.item(false)?;
        if !self.take_mark("-–—") {
            return None;
        }
        let to = self.item(false)?;
        let days = self.fill(&[from, to])?;
        Some(When::Range { from: *days.first()?, to: *days.get(1)? })
    }

    pub(super) fn relative(&mut self) -> Option<When> {
        self.skip_words(&["صباح", "مساء", "زوال", "عشيه", "ليله", "يوم"]);
        let days = if self.take_word(&["اول"]) {
            self.take_word(&["امس"]).then_some(-2)?
        } else if self.take_word(&["امس", "البارحه"]) {
            -1
        } else if self.take_word(&["بعد"]) {
            self.take_word(&["غد"]).then_some(2)?
        } else if self.take_word(&["غدا", "غد", "الغد"]) {
            1
        } else if self.take_word(&["اليوم"]) {
            0
        } else {
            return None;
        };
        self.take_mark("،,");
        let said = self.weekday(false);
        let date = self.anchor.and_then(|anchor| anchor.plus_days(days));
        if let Some(said) = said.and_then(|said| self.said.get_mut(said)) {
            said.2 = date;
        }
        Some(self.relative_to(date))
    }

    pub(super) fn weekday_alone(&mut self) -> Option<When> {
        self.skip_day_word();
        let index = self.weekday(false)?;
        let (_, day, _) = *self.said.get(index)?;
        let offsets = match self.turn() {
            Some(Turn::Next) => 1..=7,
            Some(Turn::Last) => -7..=-1,
            Some(Turn::Years(_)) => return None,
            Some(Turn::This) | None => -6..=0,
        };
        let date = self.anchor.and_then(|anchor| {
            offsets.filter_map(|days| anchor.plus_days(days)).find(|date| date.weekday() == day)
        });
        Some(self.relative_to(date))
    }

    pub(super) fn month(&mut self) -> Option<When> {
        let edge = match self.word()?.trim_start_matches('ب') {
            "دايه" | "مطلع" | "اوايل" | "مستهل" => Edge::Start,
            "منتصف" | "اواسط" => Edge::Middle,
            "نهايه" | "متم" | "اواخر" | "اخر" => Edge::End,
            _ => Edge::None,
        };
        self.at += usize::from(edge != Edge::None);
        self.skip_words(&["شهر"]);
        let month = self.month_name()?;
        if let Some(year) = self.year() {
            return Some(When::Month { year: Some(year), month, edge });
        }
        let Some(turn) = self.turn() else { return Some(When::Month { year: None, month, edge }) };
        let Some(anchor) = self.anchor else { return Some(self.relative_to(None)) };
        let year = match turn {
            Turn::Next => anchor.year() + i32::from(month <= anchor.month()),
            Turn::Last => anchor.year() - i32::from(month >= anchor.month()),
            Turn::This => anchor.year(),
            Turn::Years(years) => anchor.year() + years,
        };
        Some(When::Month { year: Some(year), month, edge })
    }
}
