//! The one place where the annex meets the clerk's desk.

use calendar::Date;
use yew::Html;

use crate::hooks::ArchiveRef;
use crate::i18n::Messages;
use crate::platform::wing::Wing;
use crate::wings::gate;

/// Draws the desk.
type Draw = fn(&'static Messages, &ArchiveRef, Date) -> Html;

gate!(
    Wing::Desk,
    Draw,
    crate::annex::desk::page,
    "__wasm_split_00desk00_import_00000000000000000000000000000002",
    "__wasm_split_00desk00_export_00000000000000000000000000000002"
);
