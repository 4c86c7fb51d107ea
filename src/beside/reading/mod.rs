//! What helps a reader on beside the text: notes on what it tells of, the way to other articles, how
//! far there is to go.

mod neighbours;
mod notes;
mod paragraphs;

use yew::prelude::*;

use super::{Beside, particulars};
use crate::markup::html;

/// The margin: what is known about the article, and notes on what its text tells of.
pub(super) fn margin(beside: &Beside<'_>) -> Html {
    html! { <>{ particulars::particulars(beside) }{ notes::notes(beside) }</> }
}

/// Under the article: the articles before and after; and what listens to the text.
pub(super) fn after(beside: &Beside<'_>) -> Html {
    html! { <>{ neighbours::neighbours(beside) }{ paragraphs::paragraphs(beside) }</> }
}
