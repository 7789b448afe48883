//! `compare`: what differs between two records, a line for each fact and each block.

use std::ffi::OsString;

use serde_json::{Value as Json, json};

use super::args::{Args, Takes};
use super::record::open;
use super::say::{self, Failure};
use super::{DONE, FOUND, Io, print};
use crate::edit::compare::{Bit, Comparison, Fact, Fate, Line, Run, Value, compare};
use crate::words::{self, Words};

/// Unchanged words that are shown on each side of a change.
const AROUND: usize = 6;

pub(super) fn run(
    args: impl Iterator<Item = OsString>,
    io: &mut Io<'_>,
    words: Words,
) -> Result<u8, Failure> {
    let args = Args::read(args, &[("--json", Takes::Nothing)], words)?;
    let [old, new] = args.two_files(words)?;
    if old == "-" && new == "-" {
        return Err(say::bad_input(words.get("cli-compare-one-input")));
    }
    let before = open(old, io, words)?.document;
    let after = open(new, io, words)?.document;
    let comparison = compare(&before, &after);
    let told = Telling { words };
    if args.has("--json") {
        print(io, words, &format!("{:#}\n", told.json(&comparison)))?;
    } else if comparison.is_same() {
        let names = [("a", say::shown(old).into()), ("b", say::shown(new).into())];
        print(io, words, &format!("{}\n", words.with("cli-compare-same", &names)))?;
    } else {
        print(io, words, &told.plain(&comparison))?;
    }
    Ok(if comparison.is_same() { DONE } else { FOUND })
}

struct Telling {
    words: Words,
}

impl Telling {
    fn plain(&self, comparison: &Comparison) -> String {
        let summary = comparison.summary();
        let counted = |key: &str, count: usize| self.words.with(key, &[("count", count.into())]);
        let counts = [
            counted("compare-facts", summary.facts),
            counted("compare-blocks", summary.blocks),
            counted("compare-words-added", summary.words_added),
            counted("compare-words-removed", summary.words_removed),
        ];
        let mut text = format!("{}\n", counts.join(&self.words.get("list-comma")));
        let facts = comparison.facts.iter().map(|fact| self.fact(fact));
        let lines = comparison.lines.iter().filter(|line| !line.is_same()).map(|line| self.line(line));
        for line in facts.chain(lines) {
            text.push_str(&say::one_line(&line));
            text.push('\n');
        }
        text
    }

    fn fact(&self, fact: &Fact) -> String {
        let of = self.value(&fact.of);
        let of = if of.is_empty() { of } else { format!(" ({of})") };
        let name = self.named(&format!("{}{of}", self.words.get(fact.key)));
        format!("{}: {name} {}", fact.path, self.change(fact))
    }

    fn named(&self, name: &str) -> String {
        self.words.with("compare-named", &[("name", name.into())])
    }

    fn change(&self, fact: &Fact) -> String {
        if fact.personal {
            return self.words.get("compare-personal");
        }
        if !fact.words.is_empty() {
            return self.runs(&fact.words);
        }
        let side = |open: &str, value: &Value, close: &str| {
            let value = self.value(value);
            (!value.is_empty()).then(|| format!("{open}{value}{close}"))
        };
        let sides = [side("[-", &fact.old, "-]"), side("{+", &fact.new, "+}")];
        sides.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn line(&self, line: &Line) -> String {
        let (sign, at) = match (&line.old, &line.new) {
            (Some(old), None) => ('-', old.at),
            (None, Some(new)) => ('+', new.at),
            (_, Some(new)) => ('~', new.at),
            (None, None) => ('~', 0),
        };
        let mut parts = Vec::new();
        if let (true, Some(old)) = (line.moved, &line.old) {
            parts.push(self.words.with("compare-moved", &[("place", (old.at + 1).into())]));
        }
        if !line.words.is_empty() {
            parts.push(self.runs(&line.words));
        }
        for fact in &line.facts {
            parts.push(format!("{} {}", self.named(&self.words.get(fact.key)), self.change(fact)));
        }
        format!("{sign} blocks.{at}: {} {}", self.named(&self.value(&line.kind)), parts.join(" | "))
    }

    fn runs(&self, runs: &[Run]) -> String {
        let mut text = String::new();
        for (at, run) in runs.iter().enumerate() {
            let said: String = run.bits.iter().map(|bit| self.bit(bit)).collect();
            match run.fate {
                Fate::Removed => text.extend(["[-", &said, "-]"]),
                Fate::Added => text.extend(["{+", &said, "+}"]),
                Fate::Restyled => text.extend(["{~", &said, "~}"]),
                Fate::Kept => text.push_str(&shortened(&said, at > 0, at + 1 < runs.len())),
            }
        }
        text
    }

    fn bit(&self, bit: &Bit) -> String {
        bit.say(&|key, args| self.say(key, args))
    }

    fn value(&self, value: &Value) -> String {
        value.say(&|key, args| self.say(key, args), &super::json::stamp)
    }

    fn say(&self, key: &str, args: &[(&'static str, u32)]) -> String {
        let args: Vec<(&str, words::Value<'_>)> =
            args.iter().map(|(name, number)| (*name, (*number).into())).collect();
        self.words.with(key, &args)
    }

    fn json(&self, comparison: &Comparison) -> Json {
        let summary = comparison.summary();
        let lines = comparison.lines.iter().filter(|line| !line.is_same());
        json!({
            "same": comparison.is_same(),
            "summary": {
                "facts": summary.facts,
                "blocks": summary.blocks,
                "words_added": summary.words_added,
                "words_removed": summary.words_removed,
            },
            "facts": comparison.facts.iter().map(|fact| self.fact_json(fact)).collect::<Vec<_>>(),
            "blocks": lines.map(|line| self.line_json(line)).collect::<Vec<_>>(),
        })
    }

    fn fact_json(&self, fact: &Fact) -> Json {
        let value = |value: &Value| match value {
            Value::Nothing => Json::Null,
            _ if fact.personal => Json::Null,
            _ => json!(value.plain()),
        };
        let mut json = json!({
            "path": fact.path,
            "name": self.words.get(fact.key),
            "old": value(&fact.old),
            "new": value(&fact.new),
        });
        if let Some(map) = json.as_object_mut() {
            if fact.of != Value::Nothing {
                map.insert("of".into(), json!(fact.of.plain()));
            }
            if fact.personal {
                map.insert("personal".into(), json!(true));
            }
            if !fact.words.is_empty() {
                map.insert("words".into(), runs_json(&fact.words));
            }
        }
        json
    }

    fn line_json(&self, line: &Line) -> Json {
        let spot = |spot: &crate::edit::compare::Spot| json!({ "path": format!("blocks.{}", spot.at), "id": spot.block.id.to_string() });
        let state = match (&line.old, &line.new) {
            (Some(_), None) => "removed",
            (None, _) => "added",
            (Some(_), Some(_)) => "changed",
        };
        json!({
            "state": state,
            "moved": line.moved,
            "kind": line.kind.plain(),
            "old": line.old.as_ref().map(spot),
            "new": line.new.as_ref().map(spot),
            "words": runs_json(&line.words),
            "facts": line.facts.iter().map(|fact| self.fact_json(fact)).collect::<Vec<_>>(),
        })
    }
}

fn runs_json(runs: &[Run]) -> Json {
    let state = |fate: Fate| match fate {
        Fate::Kept => "kept",
        Fate::Restyled => "marked",
        Fate::Removed => "removed",
        Fate::Added => "added",
    };
    let text = |run: &Run| run.bits.iter().map(Bit::plain).collect::<String>();
    runs.iter().map(|run| json!({ "state": state(run.fate), "text": text(run) })).collect()
}

/// Unchanged words: those beside a change, and «…» for the rest.
fn shortened(text: &str, after: bool, before: bool) -> String {
    let words: Vec<(usize, &str)> = text
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .collect();
    let sides = usize::from(after) + usize::from(before);
    if words.len() <= sides * AROUND + 2 {
        return text.to_owned();
    }
    let end = words.get(AROUND).map_or(text.len(), |(at, _)| at.saturating_sub(1));
    let head = if after { text.get(..end).unwrap_or(text) } else { "" };
    let start = words.len().checked_sub(AROUND).and_then(|at| words.get(at)).map_or(0, |(at, _)| *at);
    let tail = if before { text.get(start..).unwrap_or(text) } else { "" };
    [head, "…", tail].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
