//! The one place where the shell meets the wing of keys.

use yew::Html;

use crate::i18n::Messages;
use crate::platform::wing::Wing;
use crate::wings::gate;

/// Draws what hears keys, given the one that was pressed before it was here.
type Draw = fn(&'static Messages, &str) -> Html;

gate!(
    Wing::Keys,
    Draw,
    crate::keys::page,
    "__wasm_split_00keys00_import_00000000000000000000000000000004",
    "__wasm_split_00keys00_export_00000000000000000000000000000004"
);
