//! The window without a display: what is drawn and what hands do in it, rendered by a CPU renderer of our own.
#![cfg(feature = "gui")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    unreachable_pub,
    reason = "a test says what it expects by failing, writes its own files, and prints what it measured"
)]

mod access;
mod atlas;
mod attendance;
mod backups;
mod bars;
mod bodies;
mod caret;
mod checks;
mod compare;
mod controls;
mod covered;
mod cpu;
mod damaged;
mod details;
mod dialogs;
mod drafted;
mod drafting;
mod easel;
mod fault;
mod fields;
mod find;
mod folds;
mod form;
mod goes_on;
mod guard;
mod hand;
mod home;
mod hurried;
mod hygiene;
mod import;
mod ink;
mod input;
mod insert;
mod letters;
mod lists;
mod live;
mod live_names;
mod long;
mod marks;
mod menus;
mod names;
mod next;
mod others;
mod pace;
mod page;
mod pictures;
mod preview;
mod publish;
mod recovery;
mod roster;
mod screen;
mod settings;
mod shell;
mod stage;
mod tasks;
mod templates;
mod tokens;
mod widgets;
mod wired;

#[path = "../../examples/gallery/sheet.rs"]
mod gallery;

#[allow(dead_code, reason = "the sizes of the other users of the generator")]
#[path = "../../examples/generate/record.rs"]
mod record;
