//! Vietnamese text: what is the same word, what is nearly the same, and in which order.
//!
//! | question | here |
//! |---|---|
//! | one spelling for one word | [`nfc`], [`canonical`] |
//! | the word without its marks | [`fold`], [`fold_slug`] |
//! | how two syllables agree | [`agreement`] |
//! | where the syllables of a text are | [`tokens`], [`number`]; in long texts [`Scanner`] |
//! | is this a Vietnamese syllable | [`is_syllable`] |
//! | abbreviations, both ways | [`abbreviations`] |
//! | keystrokes of Telex and VNI, typed with no input method on | [`keystrokes`] |
//! | keys of Telex and VNI, as they are pressed | [`typing`] |
//! | which two words stay on one line | [`held`] |
//! | alphabetical order | [`collation_key`] |
//! | text from before Unicode | [`legacy`] |
//!
//! Nothing here allocates tables or depends on other crates: it is small enough for a browser.
//!
//! ```
//! assert_eq!(viet::canonical("UỶ"), viet::canonical("ủy")); // tone placement is not a difference
//! assert_eq!(viet::fold("Đảng ủy"), "dang uy");
//! assert_eq!(viet::fold_slug("Huyện ủy Sông Lô"), "huyen-uy-song-lo");
//! assert_eq!(viet::agreement("huyen", "huyện"), viet::Agreement::Compatible);
//! let words: Vec<&str> = viet::tokens("UV.BTV 15/10").map(|token| token.text).collect();
//! assert_eq!(words, ["UV", "BTV", "15", "10"]);
//! ```

pub mod abbreviations;
mod agreement;
mod collate;
mod held;
pub mod keystrokes;
pub mod legacy;
mod letter;
mod normal;
mod parts;
mod scan;
mod syllable;
mod token;
pub mod typing;

pub use agreement::{Agreement, agreement, prefix_agreement};
pub use collate::collation_key;
pub use held::held;
pub use letter::{Letter, Shape, Tone};
pub use normal::{canonical, fold, fold_slug, is_capital, nfc};
pub use parts::{Parts, parts};
pub use scan::Scanner;
pub use syllable::is_syllable;
pub use token::{Token, is_letter, number, tokens};
