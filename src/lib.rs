//! Mahdar (محضر): minutes, communiqués and recommendations in Arabic, from one record per meeting.

pub mod arabic;
pub mod check;
pub mod cli;
pub mod document;
pub mod edit;
pub mod export;
pub mod import;
pub mod pages;
pub mod store;
pub mod template;
pub mod text;
#[cfg(all(feature = "gui", not(fuzzing)))]
pub mod ui;
pub mod words;
pub mod workspace;
