//! English.

use protocol::desk::{Field, Key};

use super::{Desk, Filter, encoding};

/// English.
pub(super) static EN: Desk = Desk {
    title: "The clerk’s desk",
    lead: "Bring in a folder of old articles, take away a site to read and search. Nothing to install.",
    promise: "All of it happens on this computer. No file is sent anywhere.",
    opening: "Opening the desk…",
    elsewhere: "The desk is open in another tab or window of this browser. Go on there, or close it and reload this page.",
    absent: "This copy cannot make archives. Open this page from a web server (an address that begins with http), not from the file bien-nien.html.",
    not_kept: "This browser lets nothing be kept (a private window?). You can work, but closing the tab loses all: save your work as a file first.",
    fault: |word| {
        match word {
            "quota" => "The disk, or what the browser allots to this site, is full: the latest work is not kept. Save your work as a file, make room and try again.",
            "lost" => "The browser could not read what was brought in. Bring it in again.",
            _ => "The browser could not keep the latest work. Save your work as a file, then reload the page.",
        }
        .to_owned()
    },
    drop_title: "Drop a folder of articles here",
    drop_note: "A whole folder, several files, or one .zip. On a phone, use the button that chooses files.",
    formats: "Read: saved web pages (.html), Word (.docx), text (.txt, .VnTime and VNI letters too), Markdown, tables (.csv), .json, RSS and WordPress exports (.xml), a .zip of any of these; pictures (.jpg, .png, .webp, .gif) go with their articles. Older Word files (.doc): open them in Word and save as .docx.",
    choose_folder: "Choose a folder",
    choose_files: "Choose files",
    add_more: "Bring in more",
    untitled: "Untitled archive",
    resume_title: "Work in progress",
    resume_text: |files| format!("{files} files lie on the desk, with all corrections."),
    resume_partial: |here, of| {
        format!(
            "Last time the page was closed when {here} of {of} files were put away: go on, then bring the folder in once more; files that are here are not doubled."
        )
    },
    resume: "Go on with it",
    clear: "Clear the desk",
    clear_sure: "Clearing removes all files and corrections from this browser; the files on your disk stay. Have you saved your work as a file?",
    clear_yes: "Clear everything",
    clear_no: "Leave it",
    keeping: |done, of| format!("Putting files away: {done} / {of}"),
    reading: |done, of| format!("Reading articles: {done} / {of}"),
    binding: |part| format!("Putting the archive together: {part}%"),
    progress: "Progress",
    crashed: "Reading broke off. Files and corrections are all here.",
    again: "Read again",
    taken: |files, same| match same {
        "0" => format!("{files} files were brought in."),
        _ => format!("{files} files were brought in; {same} of them were here already, the same."),
    },
    lost: |names| format!("The browser could not read: {names}. Bring them in again."),
    settings_left: "The folder has an archive.toml of its own; as there is an archive on the desk, it was not used. To use it, clear the desk first.",
    outside: |files| {
        format!("{files} files outside articles/ are no part of the archive and were left.")
    },
    report: "What was read",
    summary: |articles, skipped, look| {
        format!("{articles} articles read · {skipped} files gave none · {look} articles to look at")
    },
    all_well: "Nothing wants looking at.",
    filters: "Show only",
    filter: |filter| match filter {
        Filter::All => "All",
        Filter::Look => "To look at",
        Filter::Undated => "No date",
        Filter::NoUnit => "No unit",
        Filter::OldLetters => "Old encodings",
        Filter::Edited => "Edited",
    },
    find: "Find by title or file",
    none: "There is no such article.",
    field: |field| match field {
        Field::Section => "Section",
        Field::Published => "Published",
        Field::Event => "Event",
        Field::Byline => "Author",
        Field::Unit => "Unit",
    },
    no_date: "no date",
    no_unit: "no unit",
    read_from: |code| encoding(code).map(|name| format!("{name} letters")),
    remarks: |count| format!("{count} remarks"),
    edited: "edited",
    line: |line| format!("line {line}"),
    edit: "Look and edit",
    shut: "Close",
    skipped: "Files that gave no article",
    left_out: "You left this one out.",
    take_in: "Take it in again",
    remove: "Take off the desk",
    settings_troubles: "About the archive as a whole",
    copies: "Articles that are nearly the same",
    copies_note: "Perhaps one article, saved several times. Keep one, or all of them if they are different.",
    alike: |share| format!("{share}% alike"),
    keep_this: "Keep only this",
    keep_all: "Keep all",
    text_opens: "How the article begins",
    key: |key| match key {
        Key::Title => "Title",
        Key::Section => "Section",
        Key::Published => "Published",
        Key::Event => "Event",
        Key::Bylines => "Author",
        Key::Unit => "Unit",
        Key::Encoding => "Encoding",
        Key::Note => "Note for readers",
        Key::LeftOut => "Left out",
        Key::DistinctFrom => "No copy of",
    },
    date_hint: "Like 14/10/2026, 10/2026 or 2026",
    bylines_hint: "Several with commas between",
    unit_by_text: "As the article says",
    no_units_yet: "The archive names no unit yet: add one under “About this archive”.",
    stated: |by, at| match (by, at) {
        ("", "") => "Stated by you".to_owned(),
        ("", at) => format!("Stated on {at}"),
        (by, "") => format!("Stated by {by}"),
        (by, at) => format!("Stated by {by} on {at}"),
    },
    unstate: "Back to what the article says",
    readings: "Wrong letters? See other readings",
    readings_note: "Choose the reading that gives right Vietnamese. The file itself is not changed.",
    no_readings: "This file states its own letters; there is no other reading.",
    leave_out: "Leave this article out",
    saved: "Saved.",
    saving: "Saving…",
    archive: "About this archive",
    about: ["Title", "Publisher", "Description", "Contact", "Address it will have (http…)"],
    more_about: "Publisher, description, address…",
    units: "Units",
    units_note: "Which communes, wards or bodies are the articles about? In full, like “Xã Tam Sơn”. What is above them, and names before and after mergers, come from the official lists.",
    unit_name: "Name of the unit",
    add_unit: "Add",
    remove_unit: |name| format!("Remove {name}"),
    by: "Who is working",
    by_note: "Noted in archive.toml beside each correction, so that it is known later who made it. Not shown on the published site.",
    finish: "Preview and download",
    facts: |[days, people, programmes, instruments]| {
        format!(
            "Found in the articles: {days} anniversaries, {people} people with a role, {programmes} programmes, {instruments} directives."
        )
    },
    preview: "See it as a reader will",
    preview_note: "Opens the archive in this same viewer. Nothing is published.",
    site: "Download the site (.zip)",
    site_note: "Unpack it and copy it to a server, or send it to the portal’s webmaster.",
    carry: "Download the archive file (.zip)",
    carry_note: "The archive alone; another device takes it in on the page about keeping it.",
    work: "Download the work (.zip)",
    work_note: "Source files with all corrections. Drop it on the desk of another computer to go on.",
    making: "Making the file…",
    made: |name, size| format!("{name} ({size}) was downloaded."),
    not_made: |word| match word.split_once(' ') {
        Some(("missing", path)) => {
            format!(
                "The site could not be made: the viewer’s file {path} could not be fetched. Check the connection, or use the desk of a site that is published in full."
            )
        }
        Some(("damaged", path)) => {
            format!(
                "The site could not be made: the viewer’s file {path} is damaged or of another version. Reload the page and try again."
            )
        }
        _ => "The file could not be made. Try again; your work is all here.".to_owned(),
    },
    names: ["site", "archive", "work"],
    previewing: "This is a preview of the archive on your desk. Nothing is published.",
    back: "Back to the desk",
};
