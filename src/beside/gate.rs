//! The one place where the shell meets what stands beside an article.

use super::Draw;
use crate::platform::wing::Wing;
use crate::wings::gate;

gate!(
    Wing::Beside,
    Draw,
    crate::beside::draw,
    "__wasm_split_00beside00_import_00000000000000000000000000000003",
    "__wasm_split_00beside00_export_00000000000000000000000000000003"
);
