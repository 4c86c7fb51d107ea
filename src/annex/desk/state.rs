//! What stands on the desk, and what is being done.

use std::rc::Rc;

use protocol::desk::{Offers, Reading, Report};

use crate::i18n::annex::desk::Filter;
use crate::platform::desk::Word;

/// How far the desk has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Phase {
    /// It is being opened.
    #[default]
    Opening,
    /// Another tab works at it.
    Elsewhere,
    /// There is none in this copy of the viewer.
    Absent,
    /// Nothing lies on it.
    Empty,
    /// Work lies there from before.
    Left,
    /// Files are being put away: done, of.
    Keeping(u32, u32),
    /// Files are being read: done, of.
    Reading(u32, u32),
    /// Everything was read.
    Ready,
    /// The indexer died.
    Crashed,
}

/// The last thing that happened, to be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Remark {
    /// Nothing.
    #[default]
    Nothing,
    /// Files came in: how many, how many of them the same as before.
    Taken(usize, usize),
    /// A statement is on its way.
    Saving,
    /// It was kept.
    Saved,
    /// It was not written, in the indexer's words.
    NotWritten(String),
    /// A file is being made.
    Making,
    /// It was handed over: name and length.
    Made(String, u64),
    /// It could not be made.
    NotMade(Word),
}

/// An article that the clerk looks at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Opened {
    /// Its name.
    pub(super) name: String,
    /// What it offers, once that is here.
    pub(super) offers: Option<Offers>,
    /// How its file reads, once that was asked for.
    pub(super) readings: Option<Vec<Reading>>,
}

/// What stands on the desk.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct State {
    pub(super) phase: Phase,
    /// What is put here outlives the tab.
    pub(super) kept: bool,
    /// Paths in `articles/`, and lengths.
    pub(super) files: Vec<(String, f64)>,
    /// How many files were to be put away when the tab was closed.
    pub(super) expected: usize,
    /// archive.toml.
    pub(super) settings: String,
    /// What was bound last.
    pub(super) report: Option<Rc<Report>>,
    /// It is being bound: hundredths.
    pub(super) binding: Option<u8>,
    /// Who works here.
    pub(super) by: String,
    /// What is looked at.
    pub(super) opened: Option<Opened>,
    pub(super) filter: Filter,
    /// What is looked for in the list.
    pub(super) text: String,
    /// What was typed into fields and is not in the report yet: the field's id, the words, and
    /// whether they were stated. Drawing anew must not take a half-typed word away.
    pub(super) typed: Vec<(String, String, bool)>,
    pub(super) remark: Remark,
    /// What could not be kept or read.
    pub(super) fault: Option<Word>,
    /// Files that the browser could not read.
    pub(super) lost: Vec<String>,
    /// The folder's archive.toml was not taken.
    pub(super) settings_left: bool,
    /// Files beside `articles/`.
    pub(super) outside: usize,
    /// The clerk is asked whether everything is to go.
    pub(super) is_clearing: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            phase: Phase::default(),
            kept: true,
            files: Vec::new(),
            expected: 0,
            settings: String::new(),
            report: None,
            binding: None,
            by: String::new(),
            opened: None,
            filter: Filter::All,
            text: String::new(),
            typed: Vec::new(),
            remark: Remark::default(),
            fault: None,
            lost: Vec::new(),
            settings_left: false,
            outside: 0,
            is_clearing: false,
        }
    }
}

impl State {
    /// What stands in a field: what was typed, else what is known.
    pub(super) fn shown(&self, id: &str, known: String) -> String {
        let typed = self.typed.iter().find(|(of, ..)| of == id);
        typed.map_or(known, |(_, typed, _)| typed.clone())
    }

    /// Whether files may come in now.
    pub(super) fn takes_files(&self) -> bool {
        matches!(self.phase, Phase::Empty | Phase::Ready)
    }
}
