//! What stands where results will.

use yew::prelude::*;

use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::i18n::search::UNIT;
use crate::markup::html;
use crate::route::{Route, SearchPlace};

/// How to search, with examples to try.
pub(super) fn help(messages: &Messages, archive: &Archive) -> Html {
    let says = &messages.search;
    let rows = says.help.iter().map(|(query, meaning)| row(query, meaning));
    let unit = unit(archive).map(|query| row(&query, says.help_unit));
    html! {
        <section class="section" aria-labelledby="cach-tim">
            <h2 class="section-title" id="cach-tim">{ says.start }</h2>
            <dl class="facts facts-wide">{ for rows }{ for unit }</dl>
        </section>
    }
}

fn row(query: &str, meaning: &'static str) -> Html {
    let href = Route::Search(SearchPlace::words(query)).href();
    html! { <div class="fact"><dt><a {href} lang="vi">{ query }</a></dt><dd>{ meaning }</dd></div> }
}

/// A search in the unit of the newest article, where the unit's id tells its name: the engine knows
/// units by their ids.
fn unit(archive: &Archive) -> Option<String> {
    let mut articles = archive.catalogue.articles.iter().rev();
    let unit = articles.find_map(|article| archive.unit(article.unit.as_ref()?.as_str()))?;
    let is_told = unit.id.as_str() == viet::fold_slug(&unit.name);
    is_told.then(|| [UNIT, "\"", &unit.name, "\""].concat())
}
