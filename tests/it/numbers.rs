//! Numbers of lists: where they count on, where they begin anew, and who follows them.

use mahdar::arabic::places::Sought;
use mahdar::check::parts;
use mahdar::document::{BlockId, Document, OutputKind};
use mahdar::export::{Format, Options, export};
use mahdar::template::stops::stop;
use mahdar::template::{View, compose};

use crate::record::{block_id, open};

fn labels(document: &Document, output: OutputKind) -> Vec<String> {
    let composition = compose(document, &View::of(output));
    composition.paragraphs.iter().map(|p| p.label.clone()).filter(|label| !label.is_empty()).collect()
}

fn communique(notation: &str) -> Vec<String> {
    labels(open(notation).document(), OutputKind::Communique)
}

const TWO_LISTS: &str = "enacting: قرر المكتب ما يلي:\nsection: أ\nsection: ب\nenacting: وأوصى المكتب بما يلي:\nsection: ج\nsection: د";

#[test]
fn a_list_enacted_after_another_begins_at_one() {
    assert_eq!(communique(TWO_LISTS), ["1-", "2-", "1-", "2-"]);
    let editor = open(TWO_LISTS);
    let page = compose(editor.document(), &View::page(OutputKind::Communique));
    let shown: Vec<&str> = page.paragraphs.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(shown, ["", "1-", "2-", "", "1-", "2-"], "the page counts as the text does");
    for format in [Format::Txt, Format::Markdown] {
        let view = View::of(OutputKind::Communique);
        let bytes = export(editor.document(), &view, Options::default(), format).unwrap().bytes;
        let text = String::from_utf8(bytes).unwrap();
        let begins = |number: char| text.lines().filter(|line| line.starts_with(number)).count();
        assert_eq!(['1', '2', '3', '4'].map(begins), [2, 2, 0, 0], "{format:?}: {text}");
    }
}

#[test]
fn the_first_task_below_each_heading_is_the_first() {
    assert_eq!(communique("heading: الماء\nitem: أ\nitem: ب\nheading: الغابة\nitem: ج"), ["أ-", "ب-", "أ-"]);
}

#[test]
fn axes_count_on_over_paragraphs_and_anew_after_a_heading() {
    assert_eq!(
        communique("axis: أول\nsection: س\nنص\nsection: ص\naxis: ثان\nsection: ع"),
        ["المحور الأول:", "1-", "2-", "المحور الثاني:", "1-"]
    );
    assert_eq!(
        communique("axis: أول\naxis: ثان\nheading: ملحق\naxis: أول"),
        ["المحور الأول:", "المحور الثاني:", "المحور الأول:"]
    );
}

#[test]
fn a_heading_that_is_empty_or_not_in_the_text_parts_no_list() {
    assert_eq!(communique("section: أ\nheading: \nsection: ب"), ["1-", "2-"]);
    let editor = open("section: أ\nm/heading: مداولة\nsection: ب");
    assert_eq!(labels(editor.document(), OutputKind::Communique), ["1-", "2-"]);
    assert_eq!(labels(editor.document(), OutputKind::Minutes), ["1-", "1-"]);
}

#[test]
fn agenda_and_annexes_are_one_list_each_whatever_stands_between() {
    let minutes = |notation: &str| labels(open(notation).document(), OutputKind::Minutes);
    assert_eq!(minutes("agenda: أ\nheading: ب\nagenda: ج"), ["1-", "2-"]);
}

#[test]
fn the_rail_and_going_to_a_number_follow_the_page() {
    let editor = open("axis: أول\nsection: س\naxis: ثان\nheading: ملحق\naxis: آخر\nsection: ص");
    let document = editor.document();
    let axes: Vec<(usize, BlockId)> =
        parts(document, OutputKind::Communique).axes.iter().map(|axis| (axis.number, axis.block)).collect();
    assert_eq!(axes, [(1, block_id(1)), (2, block_id(3)), (1, block_id(5))]);
    let to = |sought, numbers: &[usize]| stop(document, sought, numbers).block;
    assert_eq!(to(Sought::Axis, &[2]), Some(block_id(3)));
    assert_eq!(to(Sought::Axis, &[1]), Some(block_id(1)), "the first of that number");
    assert_eq!(to(Sought::Axis, &[3]), Some(block_id(5)), "or the one so far down");
    assert_eq!(to(Sought::Recommendation, &[1, 1]), Some(block_id(2)));
    let two = open(TWO_LISTS);
    assert_eq!(stop(two.document(), Sought::Recommendation, &[2]).block, Some(block_id(3)));
    assert_eq!(stop(two.document(), Sought::Recommendation, &[3]).block, None, "the page has no third");
}
