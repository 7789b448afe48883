//! Rich text: marks kept canonical, slices and splices that lose nothing, fields counted right.
use mahdar::document::{ATOM, Atom, Colour, Mark, Marked, PersonForm, Piece, RichError, RichText, VenueForm};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::random;

fn bold(start: usize, end: usize) -> Marked {
    Marked { start, end, mark: Mark::Bold }
}

fn rich(pieces: impl IntoIterator<Item = Piece>) -> RichText {
    RichText::from_pieces(pieces).expect("clean pieces")
}

fn is_canonical(text: &RichText) -> bool {
    let marks = text.marks();
    let sound = |m: &Marked| m.start < m.end && text.is_boundary(m.start) && text.is_boundary(m.end);
    let apart = |a: &Marked, b: &Marked| a.mark != b.mark || a.end < b.start || b.end < a.start;
    marks.is_sorted()
        && marks.iter().all(sound)
        && marks.iter().enumerate().all(|(i, a)| marks.iter().skip(i + 1).all(|b| apart(a, b)))
        && text.atoms().count() == text.text().matches(ATOM).count()
}

fn stop(text: &RichText, at: Index) -> usize {
    let stops: Vec<usize> = (0..=text.len()).filter(|at| text.is_boundary(*at)).collect();
    stops[at.index(stops.len())]
}

fn range(text: &RichText, a: Index, b: Index) -> std::ops::Range<usize> {
    let (a, b) = (stop(text, a), stop(text, b));
    a.min(b)..a.max(b)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_splice_and_its_inverse_leave_the_text_as_it_was(
        text in random::rich(), insert in random::rich(), a in any::<Index>(), b in any::<Index>(),
    ) {
        let range = range(&text, a, b);
        let mut changed = text.clone();
        let old = changed.splice(range.clone(), &insert).expect("fits");
        prop_assert!(is_canonical(&changed), "{:?}", changed);
        prop_assert_eq!(&old, &text.slice(range.clone()).expect("fits"));
        let placed = range.start..range.start + insert.len();
        prop_assert_eq!(changed.slice(placed.clone()).expect("fits"), insert);
        prop_assert_eq!(changed.slice(0..range.start).expect("fits"), text.slice(0..range.start).expect("fits"));
        prop_assert_eq!(
            changed.slice(placed.end..changed.len()).expect("fits"),
            text.slice(range.end..text.len()).expect("fits")
        );
        changed.splice(placed, &old).expect("fits");
        prop_assert_eq!(changed, text);
    }

    #[test]
    fn two_slices_make_the_whole(text in random::rich(), at in any::<Index>()) {
        let at = stop(&text, at);
        let mut left = text.slice(0..at).expect("fits");
        let right = text.slice(at..text.len()).expect("fits");
        prop_assert!(is_canonical(&left) && is_canonical(&right));
        let end = left.len();
        left.splice(end..end, &right).expect("fits");
        prop_assert_eq!(left, text);
    }

    #[test]
    fn pieces_make_the_text_they_came_from(text in random::rich()) {
        prop_assert_eq!(&rich(text.pieces()), &text);
        let saved = ron::to_string(&text).expect("written");
        prop_assert_eq!(ron::from_str::<RichText>(&saved).expect("read"), text);
    }

    #[test]
    fn a_mark_lies_where_it_was_put_and_nowhere_else(
        text in random::rich(), mark in random::mark(),
        outer in any::<[Index; 2]>(), inner in any::<[Index; 2]>(),
    ) {
        let whole = range(&text, outer[0], outer[1]);
        let part = range(&text, inner[0], inner[1]);
        let part = part.start.clamp(whole.start, whole.end)..part.end.clamp(whole.start, whole.end);
        let mut changed = text.clone();
        let before = changed.set_coverage(mark, whole.clone(), std::slice::from_ref(&part)).expect("fits");
        prop_assert!(is_canonical(&changed), "{:?}", changed);
        let expected = if part.is_empty() { vec![] } else { vec![part] };
        prop_assert_eq!(changed.coverage(mark, whole.clone()), expected);
        prop_assert_eq!(changed.coverage(mark, 0..whole.start), text.coverage(mark, 0..whole.start));
        prop_assert_eq!(changed.coverage(mark, whole.end..text.len()), text.coverage(mark, whole.end..text.len()));
        changed.set_coverage(mark, whole, &before).expect("fits");
        prop_assert_eq!(changed, text);
    }

    #[test]
    fn every_field_is_found_where_it_stands(text in random::rich()) {
        for (at, atom) in text.atoms() {
            prop_assert_eq!(text.atom_at(at), Some(atom));
            prop_assert!(text.text().get(at..).is_some_and(|rest| rest.starts_with(ATOM)));
            let alone = text.slice(at..at + ATOM.len_utf8()).expect("fits");
            prop_assert_eq!(alone.atoms().map(|(_, a)| a.clone()).collect::<Vec<_>>(), [atom.clone()]);
        }
    }
}

#[test]
fn neighbours_of_one_mark_become_one() {
    let marked = |words: &str| Piece::Marked(vec![Mark::Bold], words.into());
    assert_eq!(rich([marked("ab"), marked("cd")]).marks(), [bold(0, 4)]);
    assert_eq!(rich([marked("ab"), Piece::Text("-".into()), marked("cd")]).marks(), [bold(0, 2), bold(3, 5)]);
    assert_eq!(rich([Piece::Marked(vec![Mark::Bold, Mark::Bold], "ab".into())]).marks(), [bold(0, 2)]);
    assert_eq!(rich([marked("")]), RichText::default());
}

#[test]
fn equal_texts_compare_equal_however_they_were_made() {
    let both = [Mark::Bold, Mark::Colour(Colour::Red)];
    let one = rich([Piece::Marked(both.to_vec(), "abc".into())]);
    let mut other = RichText::plain("abc");
    for mark in both.into_iter().rev() {
        for at in [2, 0, 1] {
            let one = at..at + 1;
            other.set_coverage(mark, one.clone(), std::slice::from_ref(&one)).expect("fits");
        }
    }
    assert_eq!(one, other);
}

#[test]
fn letters_put_into_the_middle_of_a_mark_do_not_take_it() {
    let mut text = rich([Piece::Marked(vec![Mark::Bold], "abcd".into())]);
    text.splice(2..2, &"--".into()).expect("fits");
    assert_eq!(text.marks(), [bold(0, 2), bold(4, 6)]);
    text.splice(2..4, &RichText::default()).expect("fits");
    assert_eq!(text.marks(), [bold(0, 4)]);
}

#[test]
fn what_may_not_stand_in_a_paragraph_is_refused() {
    for c in ['\n', '\r', '\0', ATOM] {
        let words = format!("a{c}b");
        assert_eq!(RichText::from_pieces([Piece::Text(words.clone())]), Err(RichError::Character(c)));
        assert_eq!(
            RichText::from_pieces([Piece::Marked(vec![Mark::Bold], words.clone())]),
            Err(RichError::Character(c))
        );
        let saved = ron::to_string(&[Piece::Text(words)]).expect("written");
        assert!(ron::from_str::<RichText>(&saved).is_err(), "{c:?}");
    }
    assert_eq!(RichText::plain("a\r\nb\rc\nd\u{FFFC}\0").text(), "a b c d");
}

#[test]
fn a_range_that_does_not_fit_changes_nothing() {
    let mut text = rich([Piece::Text("محضر".into()), Piece::Field(Atom::Venue(VenueForm::At))]);
    let before = text.clone();
    let backwards = std::ops::Range { start: 4, end: 2 };
    for range in [0..99, 1..2, backwards, 0..9] {
        assert_eq!(text.slice(range.clone()), Err(RichError::Range), "{range:?}");
        assert_eq!(text.splice(range.clone(), &"x".into()), Err(RichError::Range), "{range:?}");
        assert_eq!(text.set_coverage(Mark::Bold, range.clone(), &[]), Err(RichError::Range), "{range:?}");
    }
    let outside = 0..4;
    assert_eq!(text.set_coverage(Mark::Bold, 2..4, std::slice::from_ref(&outside)), Err(RichError::Range));
    assert_eq!(text, before);
}

#[test]
fn the_right_field_goes_when_letters_around_it_go() {
    let (chair, venue) = (Atom::Chair(PersonForm::Full), Atom::Venue(VenueForm::At));
    let mut text = rich([
        Piece::Text("a".into()),
        Piece::Field(chair.clone()),
        Piece::Text("b".into()),
        Piece::Field(venue.clone()),
    ]);
    assert_eq!(
        text.atoms().map(|(at, atom)| (at, atom.clone())).collect::<Vec<_>>(),
        [(1, chair.clone()), (5, venue.clone())]
    );
    let gone = text.splice(1..5, &RichText::default()).expect("fits");
    assert_eq!(gone.atom_at(0), Some(&chair));
    assert_eq!(text.atom_at(1), Some(&venue));
    assert_eq!(text.atom_at(0), None);
}

#[test]
fn a_copy_loses_the_marks_of_the_review_only() {
    let change = mahdar::document::ChangeId(mahdar::document::Id { session: 1, counter: 1 });
    let text = rich([Piece::Marked(vec![Mark::Bold, Mark::Inserted(change)], "ab".into())]);
    assert_eq!(text.without_review().marks(), [bold(0, 2)]);
}
