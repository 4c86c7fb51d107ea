//! `html!` for the viewer: the syntax of yew's macro, and a tenth of its bytes.
//!
//! Yew's macro builds every element in place: its attributes, listeners and children become code of
//! their own, some 440 bytes of wasm an element. This one tells a writer what comes next, one short
//! call for an element, an attribute, a text; the writer (`crate::markup` of the crate that uses the
//! macro) builds the same nodes of yew. Components are still yew's: their tags are handed to its
//! macro as they stand.
//!
//! Understood: elements, fragments, components, `key`, `ref`, `on…` listeners, literal and computed
//! attributes, `{name}` for `name={name}`, `{ value }`, `{ for values }`, `if`, `if let` and `else`.

mod parse;
mod write;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// Builds a `yew::Html` from markup.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    write::whole(&parse_macro_input!(input as parse::Nodes)).into()
}
