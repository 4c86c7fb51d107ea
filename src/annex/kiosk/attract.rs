//! What a hall's screen shows while nobody is there: the day, the anniversaries that come, how much
//! the archive holds. One picture after another, unless motion is not wanted or the loop is stopped.

use calendar::Date;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::annals::days::{self, Return};
use crate::components::{drum, years, years_class};
use crate::hooks::{Archive, ArchiveRef, use_messages};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::i18n::annex::kiosk::Kiosk as Says;
use crate::markup::html;
use crate::platform::{dom, timer};

/// Milliseconds that a picture stays.
const STAYS: i32 = 9_000;
/// Anniversaries that have a picture of their own.
const MOST: usize = 4;

/// Props of [`Attract`].
#[derive(Properties, PartialEq)]
pub(super) struct AttractProps {
    pub archive: ArchiveRef,
    pub today: Date,
}

#[component]
pub(super) fn Attract(AttractProps { archive, today }: &AttractProps) -> Html {
    let messages = use_messages();
    let says = &annex(messages).kiosk;
    let returns = next(archive, *today);
    let pictures = returns.len() + 1;
    let at = use_state_eq(|| 0_usize);
    let is_still = use_state_eq(|| dom::media("(prefers-reduced-motion: reduce)"));
    {
        let at = at.clone();
        use_effect_with((*at, *is_still, pictures), move |&(now, is_still, pictures)| {
            let alive = std::rc::Rc::new(std::cell::Cell::new(!is_still));
            let lives = std::rc::Rc::clone(&alive);
            spawn_local(async move {
                timer::sleep(STAYS).await;
                if lives.get() {
                    at.set((now + 1) % pictures);
                }
            });
            move || alive.set(false)
        });
    }
    let turn = {
        let is_still = is_still.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            is_still.set(!*is_still);
        })
    };
    let at = *at % pictures;
    let picture = match returns.get(at) {
        Some(found) => anniversary(messages, says, found, *today),
        None => numbers(messages, says, archive),
    };
    html! {
        <section class="attract" aria-label={says.attract}>
            <div class="attract-drum">{ drum() }</div>
            <div class="attract-picture" key={at}>
                <p class="attract-archive" lang="vi">{ &archive.manifest.title }</p>
                <p class="attract-today">{ (messages.today.full)(*today) }</p>
                { picture }
            </div>
            <div class="attract-foot">
                <button type="button" class="attract-start button button-main">{ says.start }</button>
                <button type="button" class="button attract-pause" onclick={turn}>
                    { if *is_still { says.resume } else { says.pause } }
                </button>
            </div>
        </section>
    }
}

/// Those of today, else the ones that come next.
fn next(archive: &Archive, today: Date) -> Vec<Return<'_>> {
    let mut returns = days::next_returns(archive.heads().unwrap_or_default(), today);
    returns.truncate(MOST);
    returns
}

fn anniversary(messages: &Messages, says: &Says, found: &Return<'_>, today: Date) -> Html {
    let Return { anniversary, occurrence, days } = found;
    let day = occurrence.date;
    let when = if day.year() == today.year() {
        (messages.dates.day_and_month)(day)
    } else {
        (messages.dates.day)(day)
    };
    html! {
        <div class="attract-day">
            <p class="attract-kicker">{ if *days == 0 { says.today } else { says.coming } }</p>
            <p class="attract-when">
                <time datetime={day.to_string()}>{ when }</time>
                if *days != 0 { { ", " }{ (messages.today.in_days)(*days) } }
            </p>
            <p class="attract-name" lang="vi">{ &anniversary.name }</p>
            { years(messages, occurrence.years, occurrence.round) }
            { years_class(messages, occurrence.round) }
        </div>
    }
}

fn numbers(messages: &Messages, says: &Says, archive: &Archive) -> Html {
    let counts = archive.manifest.counts;
    let number = |count: u32, words: &'static str| {
        html! {
            <div class="attract-number">
                <dt>{ words }</dt><dd>{ (messages.dates.number)(count.into()) }</dd>
            </div>
        }
    };
    html! {
        <div class="attract-day">
            <p class="attract-kicker">{ says.holds }</p>
            <dl class="attract-numbers">
                { number(counts.articles, says.articles) }
                { number(counts.units, says.units) }
                { number(counts.anniversaries, says.anniversaries) }
            </dl>
        </div>
    }
}
