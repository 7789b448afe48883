//! Names typed in a live session: behind a title, and in the line of the roll call for one more, however it is left.

use eframe::egui::Key;
use mahdar::arabic::Time;
use mahdar::document::{Attendee, Document, Presence};

use crate::live::{Clock, meeting, session, timed};
use crate::screen::{CTRL, Screen};

/// Those on the list of this name.
fn listed<'d>(document: &'d Document, name: &str) -> Vec<&'d Attendee> {
    let people = document.meeting().attendance.people.iter();
    let is = |entry: &&Attendee| document.person(entry.person).is_some_and(|person| person.name == name);
    people.filter(is).collect()
}

/// The line for one more, with these words in it.
fn typing(screen: &mut Screen, clock: &Clock, words: &str) {
    clock.at(10, 20, 0);
    screen.press(Key::F6);
    screen.presses(Key::End, 2);
    screen.type_words(words);
    assert!(screen.document().meeting().attendance.people.len() == 14, "it is not given yet");
}

fn came(document: &Document, name: &str) {
    let all = listed(document, name);
    assert_eq!(all.len(), 1, "{name}");
    let names =
        || document.people().values().map(|person| person.name.as_str()).collect::<Vec<_>>().join("، ");
    assert_eq!(
        (all[0].presence, all[0].arrived),
        (Presence::Present, Time::new(10, 20)),
        "{name} of {}",
        names()
    );
}

#[test]
fn somebody_is_offered_behind_a_title_letter_by_letter() {
    for (title, name) in [
        ("السيدة", "نعيمة الزيتوني"),
        ("السي", "نعيمة الزيتوني"),
        ("دكتور", "مبارك الصنوبري"),
        ("الأستاذة", "رابحة العرعار"),
        ("السيد الدكتور", "مبارك الصنوبري"),
    ] {
        let (mut screen, _clock) = session("live-titles");
        for letter in title.chars() {
            screen.type_words(&letter.to_string());
            assert!(!screen.has_words(&format!("{name} –")));
        }
        let rest = if title == "السي" { "دة" } else { "" };
        for letter in format!("{rest} {name}").chars().take(rest.chars().count() + 5) {
            screen.type_words(&letter.to_string());
        }
        screen.press(Key::Tab);
        screen.type_words("كلمة");
        screen.press(Key::Enter);
        let notes: Vec<_> = mahdar::edit::notes::notes(screen.document()).collect();
        assert_eq!(notes.len(), 1);
        assert_eq!(notes[0].text.text(), "كلمة", "{title}: who is offered was taken");
    }
}

#[test]
fn a_name_half_typed_at_the_roll_call_joins_the_list_however_it_is_left() {
    type Leave = fn(&mut Screen);
    let ways: [(&str, Leave); 4] = [
        ("turn", |screen| screen.press(Key::F6)),
        ("leave", |screen| screen.press_with(CTRL, Key::L)),
        ("save", |screen| screen.press_with(CTRL, Key::S)),
        ("close", |screen| screen.close()),
    ];
    for (name, leave) in ways {
        for size in [(1280.0, 800.0), (800.0, 600.0)] {
            let mut screen = Screen::scaled(&format!("live-left-{name}"), meeting().document(), size, 1.0);
            let clock = timed(&mut screen);
            screen.press_with(CTRL, Key::L);
            typing(&mut screen, &clock, "وردة الخزامى");
            leave(&mut screen);
            clock.at(11, 0, 0);
            came(screen.document(), "وردة الخزامى");
            screen.step();
            assert_eq!(screen.document().meeting().attendance.people.len(), 15, "{name} {size:?}: once");
        }
    }
}

#[test]
fn somebody_on_the_list_who_comes_late_is_called_and_is_no_second_person() {
    for (words, key) in
        [("نعيمة الز", Key::Enter), ("نعيمة الزيتوني", Key::Enter), ("نعيمة الزيتوني", Key::F6)]
    {
        let (mut screen, clock) = session("live-twice");
        let before: Vec<_> = screen.document().people().keys().copied().collect();
        typing(&mut screen, &clock, words);
        screen.press(key);
        came(screen.document(), "نعيمة الزيتوني");
        let people = &screen.document().meeting().attendance.people;
        assert_eq!(people.len(), 14, "{words}");
        assert!(screen.document().people().keys().copied().eq(before), "nobody is known twice");
        let first = screen.document().person(people[0].person).unwrap();
        assert_eq!(first.name, "نعيمة الزيتوني", "and stays in place");
        // Who is there already came when they came.
        clock.at(10, 40, 0);
        if key == Key::F6 {
            screen.press(Key::F6);
            screen.presses(Key::End, 2);
        }
        screen.type_words("نعيمة الز");
        screen.press(Key::Enter);
        came(screen.document(), "نعيمة الزيتوني");
    }
}
