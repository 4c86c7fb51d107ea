//! The one place where the shell meets the annex.

use calendar::Date;
use yew::Html;

use crate::hooks::{ArchiveRef, SettingsHandle};
use crate::i18n::Messages;
use crate::platform::wing::Wing;
use crate::route::Route;
use crate::wings::gate;

/// Draws the page of a rare route.
type Draw = fn(&'static Messages, &Route, &ArchiveRef, Date, Option<SettingsHandle>) -> Html;

gate!(
    Wing::Annex,
    Draw,
    crate::annex::page,
    "__wasm_split_00annex00_import_00000000000000000000000000000001",
    "__wasm_split_00annex00_export_00000000000000000000000000000001"
);
