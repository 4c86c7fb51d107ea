//! Small pages, made to stand in other sites: the days that come next, what is new.

use calendar::Date;
use yew::prelude::*;

use crate::annals::{days, places, timeline};
use crate::components::{ArticleEntry, Page, absent, article_entry, day_list, empty};
use crate::hooks::{Archive, Asked};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;

/// Days that the card has room for.
const MOST_DAYS: usize = 4;
/// Articles that the list has room for.
const MOST_ARTICLES: usize = 8;

/// The days that come next.
pub fn coming_page(messages: &'static Messages, archive: &Archive, today: Date) -> Html {
    let says = &annex(messages).cards;
    let list = match archive.heads() {
        Err(why) => absent(messages, why),
        Ok(heads) => {
            let mut returns = days::next_returns(heads, today);
            returns.truncate(MOST_DAYS);
            if returns.is_empty() {
                html! { <p class="day-quiet">{ messages.home.no_anniversaries }</p> }
            } else {
                day_list(messages, &returns, today)
            }
        }
    };
    html! {
        <Page key="coming" title={says.coming} archive={archive.manifest.title.clone()}>
            <section class="card narrow">
                <h1 class="card-title">{ says.coming }</h1>
                { list }
            </section>
        </Page>
    }
}

/// What is new, in the whole archive or of a unit.
pub fn latest_page(messages: &'static Messages, archive: &Archive, unit: Option<&str>) -> Html {
    let says = &annex(messages).cards;
    let name = unit.and_then(|id| archive.unit(id)).map(|unit| unit.name.as_str());
    let list = match latest(archive, unit) {
        Err(why) => absent(messages, why),
        Ok(articles) if articles.is_empty() => empty(messages.home.no_articles, ""),
        Ok(articles) => html! {
            <ul class="entries">
                { for articles.into_iter().map(|article| {
                    article_entry(messages, archive, article, ArticleEntry::Short)
                }) }
            </ul>
        },
    };
    html! {
        <Page key="latest" title={says.latest} archive={archive.manifest.title.clone()}>
            <section class="card narrow">
                <h1 class="card-title">{ says.latest }</h1>
                if let Some(name) = name { <p class="row-note" lang="vi">{ name }</p> }
                <h2 class="unseen">{ messages.home.latest }</h2>
                { list }
            </section>
        </Page>
    }
}

fn latest(archive: &Archive, unit: Option<&str>) -> Asked<Vec<u32>> {
    let mut articles = match unit {
        Some(unit) => {
            let order = archive.order()?;
            let mut articles = places::articles_under(order, &archive.units, unit);
            timeline::sort_newest_first(order, &mut articles);
            articles
        }
        None => archive.overview()?.latest.clone(),
    };
    articles.truncate(MOST_ARTICLES);
    Ok(articles)
}
