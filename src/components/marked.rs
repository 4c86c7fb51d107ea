//! Text with marks.

use std::ops::Range;

use yew::prelude::*;

use crate::markup::html;

/// Text with some byte ranges marked. Ranges that do not fit the text (a damaged answer) mark
/// nothing; no character is lost.
pub fn marked(text: &str, marks: &[(u32, u32)]) -> Html {
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    let mut at = 0;
    for mark in marks {
        let Range { start, end } = mark.0 as usize..mark.1 as usize;
        let Some(words) = text.get(start..end).filter(|words| start >= at && !words.is_empty())
        else {
            continue;
        };
        pieces.push(html! { { &text[at..start] } });
        pieces.push(html! { <mark>{ words }</mark> });
        at = end;
    }
    pieces.push(html! { { &text[at..] } });
    pieces.into_iter().collect()
}
