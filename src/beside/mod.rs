//! What stands beside the text of an article: tools, notes in the margin, the way on.
//!
//! The text itself is the shell's; all this comes after it is drawn and may not move it. The reading
//! view leaves places for it ([`Side`]) and calls `draw` for each once it is here. What it
//! says belongs into [`i18n::beside`](crate::i18n::beside), its styles into `static/css/beside.css`.

mod actions;
mod door;
mod find;
mod gate;
mod original;
mod particulars;
mod reading;

use model::Span;
use yew::prelude::*;

use crate::components::Here;
use crate::hooks::{ArchiveRef, LoadedArticle};
use crate::i18n::Messages;
use crate::markup::html;
use crate::pages::Finding;
use crate::route::ArticlePlace;
use crate::wings::Later;
pub use door::{Sides, use_sides};

/// A place that the reading view leaves for what stands beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In the bar for finding words.
    Find,
    /// In the place of the text: the original.
    Original,
    /// Under the text.
    Bar,
    /// In the margin, under the particulars.
    Margin,
    /// Under it all.
    After,
}

/// The article beside which all this stands.
pub struct Beside<'a> {
    /// What the viewer says.
    pub messages: &'static Messages,
    /// Its archive.
    pub archive: &'a ArchiveRef,
    /// The article, read.
    pub article: &'a LoadedArticle,
    /// What of it is shown.
    pub place: &'a ArticlePlace,
    /// Its number in the archive.
    pub ordinal: u32,
    /// Shows a sentence of it.
    pub here: &'a Here,
    /// Where the reader stands among the words sought in it.
    pub finding: &'a Finding,
    /// Whether the original stands in the place of the text.
    pub is_original: bool,
    /// The sentence that the address names.
    pub addressed: Option<Span>,
}

/// Draws what belongs in a place beside an article's text.
pub(crate) fn draw(side: Side, beside: &Beside<'_>) -> Html {
    match side {
        Side::Find => find::find_bar(beside),
        Side::Original => original::original(beside),
        Side::Bar => later(beside, actions::bar(beside)),
        Side::Margin => later(beside, reading::margin(beside)),
        Side::After => {
            later(beside, html! { <>{ reading::after(beside) }{ actions::foot(beside) }</> })
        }
    }
}

/// What comes a frame after the text, once for each article.
fn later(beside: &Beside<'_>, what: Html) -> Html {
    html! { <Later key={beside.article.id.as_str()}>{ what }</Later> }
}

/// The one function by which the shell gets in.
pub(crate) type Draw = fn(Side, &Beside<'_>) -> Html;
