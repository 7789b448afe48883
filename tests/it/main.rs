//! Behaviour of the library without a window, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::format_push_string,
    missing_docs,
    reason = "a test says what it expects by failing, and prints what it could not compare"
)]

mod agenda;
mod arabic;
mod arabic_tables;
mod attendance;
mod bodies;
mod check;
mod cli;
mod commands;
mod compare;
mod compare_facts;
mod cues;
mod day;
mod disk_faults;
mod edges;
mod export;
mod export_oracles;
mod export_safe;
mod export_texts;
mod fields;
mod find;
mod format_life;
mod guide;
mod house;
mod hygiene;
mod import;
mod import_back;
mod import_care;
mod import_dates;
mod import_html;
mod import_markdown;
mod import_minutes;
mod import_signs;
mod import_tables;
mod journal;
mod journal_file;
mod kept_files;
mod kinds;
mod letters_on_paper;
mod limits;
mod lists;
mod lot;
mod messages;
mod minutes;
mod next;
mod notes;
mod numbers;
mod office;
mod office_oracles;
mod others;
mod own_templates;
mod pages;
mod paper;
mod parts;
mod pdf;
mod pdf_oracles;
mod phrases;
mod pictures;
mod random;
mod record;
mod rich;
mod roster;
mod salvage;
mod samples;
mod secrets;
mod seeds;
mod sheet;
mod steps;
mod store;
mod template;
mod templates;
mod text_caret;
mod text_input;
mod text_lines;
mod text_oracles;
mod text_unicode;
mod text_values;
mod text_words;
mod tidy;
mod tracked;
mod typing;
mod upkeep;
mod whole;
mod words;
