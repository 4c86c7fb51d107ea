//! An article in a list.

use yew::prelude::*;

use super::date::date;
use super::known::status as how_known;
use super::state::pending;
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// What a list shows of an article besides its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleEntry {
    /// Date and unit.
    Short,
    /// Also the opening of the lead.
    WithLead,
}

/// An article, by its ordinal, as an item of `ul.entries`.
pub fn article_entry(
    messages: &Messages,
    archive: &Archive,
    ordinal: u32,
    how: ArticleEntry,
) -> Html {
    let summary = match archive.at(ordinal) {
        Ok(summary) => summary,
        Err(why) => {
            return html! {
                <li key={ordinal} class="entry"><h3 class="entry-title">{ pending(messages, why) }</h3></li>
            };
        }
    };
    let lead = if how == ArticleEntry::WithLead { archive.lead(ordinal) } else { "" };
    let href = Route::article(&summary.id, &summary.title).href();
    let unit = summary.unit.as_ref().and_then(|id| archive.unit(id.as_str()));
    html! {
        <li key={summary.id.as_str()} class="entry">
            <h3 class="entry-title"><a {href} lang="vi">{ &summary.title }</a></h3>
            if !lead.is_empty() {
                <p class="entry-text" lang="vi">{ lead }</p>
            }
            <p class="entry-meta">
                if let Some((when, status)) = summary.listed() {
                    <span>{ date(messages, when) }{ " " }{ how_known(messages, status) }</span>
                }
                if let Some(unit) = unit {
                    <a href={Route::Unit { id: unit.id.to_string() }.href()}>{ &unit.name }</a>
                }
            </p>
        </li>
    }
}
