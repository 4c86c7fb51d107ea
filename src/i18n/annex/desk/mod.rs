//! What the clerk's desk says.

mod en;
mod vi;

use protocol::desk::{Field, Key};

use en::EN;
use vi::VI;

use crate::hooks::Language;
use crate::i18n::Messages;

/// What the clerk's desk says.
pub struct Desk {
    /// The page's title.
    pub title: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// Nothing leaves the computer.
    pub promise: &'static str,
    /// While the desk is being opened.
    pub opening: &'static str,
    /// Another tab works at it.
    pub elsewhere: &'static str,
    /// This page was opened in a way that has no desk.
    pub absent: &'static str,
    /// What is put here does not outlive the tab.
    pub not_kept: &'static str,
    /// What cannot be stored any more, and what to do; by the platform's word.
    pub fault: fn(&str) -> String,

    /// Heading of the place to drop files on.
    pub drop_title: &'static str,
    /// Under it.
    pub drop_note: &'static str,
    /// Which files are read.
    pub formats: &'static str,
    /// Button.
    pub choose_folder: &'static str,
    /// Button.
    pub choose_files: &'static str,
    /// Heading: more files.
    pub add_more: &'static str,
    /// An archive's name, when nothing gives it one.
    pub untitled: &'static str,

    /// Heading over work that was left.
    pub resume_title: &'static str,
    /// How many files lie there.
    pub resume_text: fn(&str) -> String,
    /// When the tab was closed while files came in: here, of.
    pub resume_partial: fn(&str, &str) -> String,
    /// Button.
    pub resume: &'static str,
    /// Button: takes everything off the desk.
    pub clear: &'static str,
    /// What that means.
    pub clear_sure: &'static str,
    /// Button: yes.
    pub clear_yes: &'static str,
    /// Button: no.
    pub clear_no: &'static str,

    /// Files are being put away: done, of.
    pub keeping: fn(&str, &str) -> String,
    /// Files are being read: done, of.
    pub reading: fn(&str, &str) -> String,
    /// Everything is being put together: hundredths.
    pub binding: fn(u8) -> String,
    /// Name of the progress bar.
    pub progress: &'static str,
    /// The indexer died; it begins anew.
    pub crashed: &'static str,
    /// Button: begins anew.
    pub again: &'static str,

    /// After files came in: taken, the same as before.
    pub taken: fn(&str, &str) -> String,
    /// Files that the browser could not read.
    pub lost: fn(&str) -> String,
    /// The folder's archive.toml was not taken.
    pub settings_left: &'static str,
    /// Files beside `articles/` were left: how many.
    pub outside: fn(&str) -> String,

    /// Heading of the report.
    pub report: &'static str,
    /// Articles read, files that gave none, articles to look at.
    pub summary: fn(&str, &str, &str) -> String,
    /// Nothing wants looking at.
    pub all_well: &'static str,
    /// Name of the row of filters.
    pub filters: &'static str,
    /// A filter's name.
    pub filter: fn(Filter) -> &'static str,
    /// Label of the field that searches the list.
    pub find: &'static str,
    /// Nothing fits the filter.
    pub none: &'static str,
    /// A field's name.
    pub field: fn(Field) -> &'static str,
    /// Without a date.
    pub no_date: &'static str,
    /// Without a unit.
    pub no_unit: &'static str,
    /// What an article was read from, by code, if that wants saying.
    pub read_from: fn(&str) -> Option<String>,
    /// So many remarks.
    pub remarks: fn(&str) -> String,
    /// The clerk has stated something.
    pub edited: &'static str,
    /// "line 5".
    pub line: fn(u32) -> String,
    /// Opens the editor.
    pub edit: &'static str,
    /// Shuts it.
    pub shut: &'static str,

    /// Heading over files that gave no article.
    pub skipped: &'static str,
    /// Left out by the clerk.
    pub left_out: &'static str,
    /// Button: takes it in again.
    pub take_in: &'static str,
    /// Button: takes the file off the desk.
    pub remove: &'static str,
    /// Remarks on archive.toml.
    pub settings_troubles: &'static str,

    /// Heading over groups of copies.
    pub copies: &'static str,
    /// What they are.
    pub copies_note: &'static str,
    /// How alike, in hundredths.
    pub alike: fn(u8) -> String,
    /// Button: keeps this one alone.
    pub keep_this: &'static str,
    /// Button: keeps all.
    pub keep_all: &'static str,

    /// Heading over an article's opening.
    pub text_opens: &'static str,
    /// A key's name.
    pub key: fn(Key) -> &'static str,
    /// How to write a date.
    pub date_hint: &'static str,
    /// How to write several signatures.
    pub bylines_hint: &'static str,
    /// The choice of no unit.
    pub unit_by_text: &'static str,
    /// No unit is defined yet.
    pub no_units_yet: &'static str,
    /// Who stated it, and when.
    pub stated: fn(&str, &str) -> String,
    /// Button: back to what the text says.
    pub unstate: &'static str,
    /// Button: shows the readings.
    pub readings: &'static str,
    /// What they are.
    pub readings_note: &'static str,
    /// The file tells its own letters.
    pub no_readings: &'static str,
    /// Button: leaves the article out.
    pub leave_out: &'static str,
    /// After a statement was kept.
    pub saved: &'static str,
    /// While it is on its way.
    pub saving: &'static str,

    /// Heading of the archive's own fields.
    pub archive: &'static str,
    /// Labels: title, publisher, description, contact, address.
    pub about: [&'static str; 5],
    /// Opens the fields that few archives need.
    pub more_about: &'static str,
    /// Heading over the units.
    pub units: &'static str,
    /// What they are for.
    pub units_note: &'static str,
    /// Label of the field for another.
    pub unit_name: &'static str,
    /// Button.
    pub add_unit: &'static str,
    /// Button: takes a unit away; its name.
    pub remove_unit: fn(&str) -> String,
    /// Label: who works here.
    pub by: &'static str,
    /// What that is for.
    pub by_note: &'static str,

    /// Heading of what can be done with it.
    pub finish: &'static str,
    /// Facts found: anniversaries, persons, programmes, instruments.
    pub facts: fn([&str; 4]) -> String,
    /// Button.
    pub preview: &'static str,
    /// What it is.
    pub preview_note: &'static str,
    /// Button.
    pub site: &'static str,
    /// What it is.
    pub site_note: &'static str,
    /// Button.
    pub carry: &'static str,
    /// What it is.
    pub carry_note: &'static str,
    /// Button.
    pub work: &'static str,
    /// What it is.
    pub work_note: &'static str,
    /// While a file is being made.
    pub making: &'static str,
    /// It was handed over: its name, its size.
    pub made: fn(&str, &str) -> String,
    /// It could not be made: the word of the platform, or a file's name.
    pub not_made: fn(&str) -> String,
    /// Ends of the names of files: a site, an archive, work.
    pub names: [&'static str; 3],

    /// Over every page of a preview.
    pub previewing: &'static str,
    /// Button there.
    pub back: &'static str,
}

/// What the clerk's desk says in the language of `messages`. Not a part of
/// [`AnnexMessages`](super::AnnexMessages), because the desk is a wing of its own.
pub fn desk(messages: &Messages) -> &'static Desk {
    match messages.language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}

/// What the list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Everything.
    All,
    /// What wants looking at.
    Look,
    /// Without a day.
    Undated,
    /// Without a unit.
    NoUnit,
    /// Read from old letters.
    OldLetters,
    /// With a statement of the clerk's.
    Edited,
}

impl Filter {
    /// In the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Look, Self::Undated, Self::NoUnit, Self::OldLetters, Self::Edited];
}

fn encoding(code: &str) -> Option<&'static str> {
    Some(match code {
        "tcvn3" => "TCVN3 (.VnTime)",
        "vni-windows" => "VNI-Windows",
        "viscii" => "VISCII",
        "windows-1258" => "Windows-1258",
        "utf-16le" | "utf-16be" => "UTF-16",
        _ => return None,
    })
}

/// Whether a code is that of an encoding from before Unicode, or of UTF-16.
pub fn is_old(code: &str) -> bool {
    encoding(code).is_some()
}
