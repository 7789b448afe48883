//! Every command there is, made by lot for a record: none is forgotten, and each is accepted now and then.

use std::collections::BTreeMap;

use mahdar::edit::{
    Command, Editor, FollowUp, Fragment, Moment, Noting, Order, Post, Roll, Said, Seat, Shift, Swap, Toward,
    Unit, Verdict, Who,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use crate::random;

/// A name for each way to give a command, and the list of all of them: a new command or a new way does not compile until
/// it stands here, and then fails until `lot` draws it.
macro_rules! named {
    ($($pattern:pat => $name:literal,)*) => {
        fn name(command: &Command) -> &'static str {
            match command {
                $($pattern => $name,)*
            }
        }

        const NAMES: &[&str] = &[$($name),*];
    };
}

named! {
    Command::Select(_) => "Select",
    Command::SelectAll => "SelectAll",
    Command::Type(_) => "Type",
    Command::PasteText(_) => "PasteText",
    Command::Paste(_) => "Paste",
    Command::Delete(Unit::Grapheme, Toward::Start) => "Delete a letter before",
    Command::Delete(Unit::Grapheme, Toward::End) => "Delete a letter behind",
    Command::Delete(Unit::Word, Toward::Start) => "Delete a word before",
    Command::Delete(Unit::Word, Toward::End) => "Delete a word behind",
    Command::Enter => "Enter",
    Command::Depth(Shift::Up) => "Depth up",
    Command::Depth(Shift::Down) => "Depth down",
    Command::SetKind(_) => "SetKind",
    Command::SetAudience(_) => "SetAudience",
    Command::SetBlockKind(..) => "SetBlockKind",
    Command::SetBlockAudience(..) => "SetBlockAudience",
    Command::SetBlockPerson { seat: Seat::Presenter, .. } => "SetBlockPerson presenter",
    Command::SetBlockPerson { seat: Seat::Speaker, .. } => "SetBlockPerson speaker",
    Command::SetBlockPerson { seat: Seat::Appointed, .. } => "SetBlockPerson appointed",
    Command::SetBlockPerson { seat: Seat::Member(_), .. } => "SetBlockPerson member",
    Command::SetBlockPerson { seat: Seat::Signatory(_), .. } => "SetBlockPerson signatory",
    Command::Appoint { post: Post::Chair(_), who: Who::Known(_), .. } => "Appoint a known chair",
    Command::Appoint { post: Post::Chair(_), who: Who::New(_), .. } => "Appoint a new chair",
    Command::Appoint { post: Post::Rapporteur, .. } => "Appoint rapporteur",
    Command::Appoint { post: Post::Block(_, Seat::Presenter), .. } => "Appoint presenter",
    Command::Appoint { post: Post::Block(_, Seat::Speaker), .. } => "Appoint speaker",
    Command::Appoint { post: Post::Block(_, Seat::Appointed), .. } => "Appoint appointed",
    Command::Appoint { post: Post::Block(_, Seat::Member(_)), .. } => "Appoint member",
    Command::Appoint { post: Post::Block(_, Seat::Signatory(_)), .. } => "Appoint signatory",
    Command::Appoint { post: Post::Proxy(_), .. } => "Appoint proxy",
    Command::Move(Shift::Up) => "Move up",
    Command::Move(Shift::Down) => "Move down",
    Command::Toggle(_) => "Toggle",
    Command::InsertField(_) => "InsertField",
    Command::InsertPerson { who: Who::Known(_), .. } => "InsertPerson known",
    Command::InsertPerson { who: Who::New(_), .. } => "InsertPerson new",
    Command::Complete { .. } => "Complete",
    Command::Freeze { .. } => "Freeze",
    Command::InsertBlock { .. } => "InsertBlock",
    Command::SetBlockWords(..) => "SetBlockWords",
    Command::MoveBlock(_, Shift::Up) => "MoveBlock up",
    Command::MoveBlock(_, Shift::Down) => "MoveBlock down",
    Command::MoveBefore { before: Some(_), .. } => "MoveBefore another",
    Command::MoveBefore { before: None, .. } => "MoveBefore nothing",
    Command::Put { depth: Some(_), .. } => "Put at a level",
    Command::Put { depth: None, .. } => "Put",
    Command::RemoveSelected => "RemoveSelected",
    Command::ToItems => "ToItems",
    Command::ToParagraphs => "ToParagraphs",
    Command::SplitItems(Some(_)) => "SplitItems of one",
    Command::SplitItems(None) => "SplitItems",
    Command::FollowUp(FollowUp::Addressee(_)) => "FollowUp addressee",
    Command::FollowUp(FollowUp::Responsible(_)) => "FollowUp responsible",
    Command::FollowUp(FollowUp::Due(_)) => "FollowUp due",
    Command::FollowUp(FollowUp::State(_)) => "FollowUp state",
    Command::FollowUp(FollowUp::Vote(_)) => "FollowUp vote",
    Command::RemoveBlock(_) => "RemoveBlock",
    Command::Proceedings => "Proceedings",
    Command::Note(Noting::Keep { .. }) => "Note Keep",
    Command::Note(Noting::Correct { .. }) => "Note Correct",
    Command::Note(Noting::Draft { .. }) => "Note Draft",
    Command::Note(Noting::Send(_)) => "Note Send",
    Command::SetVerb { .. } => "SetVerb",
    Command::SetField { .. } => "SetField",
    Command::Dress(_) => "Dress",
    Command::RemoveChair(_) => "RemoveChair",
    Command::RemoveGroup(_) => "RemoveGroup",
    Command::Roll(Roll::Add { .. }) => "Roll Add",
    Command::Roll(Roll::Person { .. }) => "Roll Person",
    Command::Roll(Roll::Aliases(..)) => "Roll Aliases",
    Command::Roll(Roll::Remove(_)) => "Roll Remove",
    Command::Roll(Roll::Move(..)) => "Roll Move",
    Command::Roll(Roll::AddAll(_)) => "Roll AddAll",
    Command::Roll(Roll::Presence(..)) => "Roll Presence",
    Command::Roll(Roll::Call { .. }) => "Roll Call",
    Command::Roll(Roll::AllPresent) => "Roll AllPresent",
    Command::Roll(Roll::Answers) => "Roll Answers",
    Command::Roll(Roll::Answer(..)) => "Roll Answer",
    Command::Roll(Roll::Sort(Order::Name)) => "Roll Sort by name",
    Command::Roll(Roll::Sort(Order::Presence)) => "Roll Sort by presence",
    Command::Roll(Roll::MoveGroup(..)) => "Roll MoveGroup",
    Command::Roll(Roll::Chair(_)) => "Roll Chair",
    Command::Roll(Roll::Rapporteur(_)) => "Roll Rapporteur",
    Command::Replace { .. } => "Replace",
    Command::Swap(_) => "Swap",
    Command::Tidy => "Tidy",
    Command::Adopt(_) => "Adopt",
    Command::Settle { answer: Verdict::Confirm, .. } => "Settle Confirm",
    Command::Settle { answer: Verdict::Kind(_), .. } => "Settle Kind",
    Command::Settle { answer: Verdict::Restore, .. } => "Settle Restore",
    Command::Settle { answer: Verdict::Split, .. } => "Settle Split",
    Command::Settle { answer: Verdict::Join, .. } => "Settle Join",
    Command::DismissSource => "DismissSource",
    Command::SetOffer { .. } => "SetOffer",
    Command::SetPrompt(..) => "SetPrompt",
    Command::AddOutput(_) => "AddOutput",
    Command::Append(_) => "Append",
}

/// The same for what stands several times in one command.
fn inside(command: &Command) -> Vec<&'static str> {
    let swap = |swap: &Swap| match swap {
        Swap::Text { .. } => "swapped text",
        Swap::Field { .. } => "swapped field",
        Swap::Person { .. } => "swapped person",
        Swap::Carried { .. } => "swapped beside a text",
    };
    match command {
        Command::Swap(swaps) => swaps.iter().map(swap).collect(),
        Command::Note(Noting::Keep { noted, .. }) => vec![match noted.who {
            Said::Nobody => "noted of nobody",
            Said::Person(_) => "noted of a person",
            Said::Several(_) => "noted of several",
        }],
        _ => Vec::new(),
    }
}

const INSIDE: [&str; 7] = [
    "swapped text",
    "swapped field",
    "swapped person",
    "swapped beside a text",
    "noted of nobody",
    "noted of a person",
    "noted of several",
];

#[test]
fn every_command_is_made_by_lot_and_accepted_and_changes_something_now_and_then() {
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let all = NAMES.iter().chain(&INSIDE);
    let mut changed: BTreeMap<&str, (usize, usize)> = all.map(|name| (*name, (0, 0))).collect();
    for _ in 0..1500 {
        let document = random::document().new_tree(&mut runner).expect("a record").current();
        let mut editor = Editor::new(document, 7);
        let mut kept: Vec<Fragment> = Vec::new();
        for _ in 0..18 {
            let dice = random::dice().new_tree(&mut runner).expect("dice").current();
            let command = dice.command_with(editor.document(), &kept);
            let names: Vec<&str> = [name(&command)].into_iter().chain(inside(&command)).collect();
            let selects = matches!(command, Command::Select(_) | Command::SelectAll);
            let done = editor.run(command, &Moment::default()).unwrap_or_default();
            for name in names {
                let count = changed.get_mut(name).expect("a name of the list");
                count.0 += 1;
                count.1 += usize::from(selects || !done.steps.is_empty());
            }
            kept.push(editor.copied());
        }
    }
    let never: Vec<_> = changed.iter().filter(|(_, (_, changed))| *changed == 0).collect();
    assert!(never.is_empty(), "made, and changed something: {never:?}");
}
