//! Home: what day it is in our history, what is new in the archive, where my commune is.

use calendar::Date;
use model::bundle::Overview;
use yew::prelude::*;

use crate::annals::{days, places};
use crate::components::{ArticleEntry, Page, absent, article_entry, day_list, empty};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{Route, ToldKind};

/// Anniversaries that home has room for.
const MOST_RETURNS: usize = 3;
/// Articles that home shows; a phone shows the first two.
const MOST_ARTICLES: usize = 4;
/// Units that home offers by name.
const MOST_UNITS: usize = 3;

/// Home: today and coming anniversaries, what is new, units.
pub fn home_page(messages: &Messages, archive: &Archive, today: Date) -> Html {
    html! {
        <Page key="home" title={messages.home.title} archive={archive.manifest.title.clone()}>
            { view(messages, archive, today) }
        </Page>
    }
}

fn view(messages: &Messages, archive: &Archive, today: Date) -> Html {
    let overview = archive.overview();
    html! {
        <div class="home">
            <section class="home-day day">
                <h1 class="day-date">
                    <time datetime={today.to_string()}>{ (messages.today.full)(today) }</time>
                </h1>
                { match overview {
                    Ok(overview) => day(messages, overview, today),
                    Err(why) => absent(messages, why),
                } }
            </section>
            if let Ok(overview) = overview {
                { latest(messages, archive, overview) }
                { units(messages, archive, overview) }
            }
        </div>
    }
}

fn day(messages: &Messages, overview: &Overview, today: Date) -> Html {
    let says = &messages.home;
    let (mut returns, is_near) = days::coming(&overview.anniversaries, today);
    returns.truncate(MOST_RETURNS);
    html! {
        <>
            if returns.is_empty() {
                <p class="day-quiet">{ says.no_anniversaries }</p>
            } else if !is_near {
                <p class="day-quiet">{ says.quiet_month }{ " " }{ says.nearest }</p>
            }
            if !returns.is_empty() { { day_list(messages, &returns, today) } }
            <a class="section-more" href={Route::Today { day: None }.href()}>{ says.on_this_day }</a>
            <a class="section-more" href={Route::told(ToldKind::All).href()}>{ says.told }</a>
        </>
    }
}

fn latest(messages: &Messages, archive: &Archive, overview: &Overview) -> Html {
    let says = &messages.home;
    let all = (says.all_articles)(archive.count().into());
    html! {
        <section class="home-new">
            <h2 class="section-title">{ says.latest }</h2>
            if overview.latest.is_empty() {
                { empty(says.no_articles, "") }
                <a class="section-more" href={Route::Desk.href()}>{ messages.frame.desk }</a>
            } else {
                <ul class="entries">
                    { for overview.latest.iter().take(MOST_ARTICLES).map(|&article| {
                        article_entry(messages, archive, article, ArticleEntry::Short)
                    }) }
                </ul>
                <a class="section-more" href={Route::Timeline { from: None, to: None }.href()}>{ all }</a>
            }
        </section>
    }
}

fn units(messages: &Messages, archive: &Archive, overview: &Overview) -> Html {
    let says = &messages.home;
    let all = (says.all_units)(archive.units.len() as u64);
    let featured = places::featured(&archive.units, overview, MOST_UNITS);
    html! {
        <section class="home-units">
            <h2 class="section-title">{ says.units }</h2>
            if featured.is_empty() {
                <p class="day-quiet">{ says.no_units }</p>
            } else {
                <div class="chips">
                    { for featured.into_iter().map(|unit| {
                        let href = Route::Unit { id: unit.id.to_string() }.href();
                        html! { <a key={unit.id.as_str()} class="chip" {href} lang="vi">{ &unit.name }</a> }
                    }) }
                    <a class="chip" href={Route::Units { text: String::new() }.href()}>{ all }</a>
                </div>
            }
        </section>
    }
}
