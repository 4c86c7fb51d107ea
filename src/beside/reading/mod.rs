//! What helps a reader on beside the text: notes on what it tells of, the way to other articles, how
//! far there is to go.

mod kept;
mod neighbours;
mod notes;
mod paragraphs;
mod progress;
mod related;

use yew::prelude::*;

use super::{Beside, particulars};
use crate::markup::html;

/// The margin: what is known about the article, and notes on what its text tells of.
pub(super) fn margin(beside: &Beside<'_>) -> Html {
    html! { <>{ particulars::particulars(beside) }{ notes::notes(beside) }</> }
}

/// Under the article: the articles before and after, and what is related; and what watches the reading.
pub(super) fn after(beside: &Beside<'_>) -> Html {
    html! {
        <>
            { neighbours::neighbours(beside) }
            { related::related(beside) }
            { progress::progress(beside) }
            { paragraphs::paragraphs(beside) }
        </>
    }
}
