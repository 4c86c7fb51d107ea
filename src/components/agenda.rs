//! A button that saves anniversaries as a file for the reader's own calendar.

use calendar::{Date, DayEvent, to_ics};
use model::bundle::AnniversaryHead;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::annals::agenda::agenda;
use crate::hooks::ArchiveRef;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::{dom, download};

/// RFC 5545, 3.7.3: who wrote the file.
const PRODUCT: &str = "-//Bien Nien//Bien Nien//VI";

/// A button that saves what `events` makes as a calendar file of that name.
pub fn save_days(
    words: &'static str,
    archive: &ArchiveRef,
    name: String,
    today: Date,
    events: impl Fn() -> Vec<DayEvent> + 'static,
) -> Html {
    let archive = archive.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let file = to_ics(PRODUCT, &archive.manifest.title, today, &events());
        download::save(&name, "text/calendar;charset=utf-8", &file);
    });
    html! {
        <p class="button-row no-print can-save">
            <button type="button" class="button" {onclick}>{ icon(Icon::Calendar) }{ words }</button>
        </p>
    }
}

/// Saves the coming returns of one anniversary, `None` for all; nothing where no day is known.
pub fn agenda_button(
    messages: &'static Messages,
    archive: &ArchiveRef,
    only: Option<&str>,
    today: Date,
) -> Html {
    if events(messages, archive, only, today).next().is_none() {
        return Html::default();
    }
    let words = match only {
        Some(_) => annex(messages).anniversary.to_calendar,
        None => annex(messages).anniversary.all_to_calendar,
    };
    let (here, only) = (archive.clone(), only.map(str::to_owned));
    let name = [only.as_deref().unwrap_or("ky-niem"), ".ics"].concat();
    save_days(words, archive, name, today, move || {
        events(messages, &here, only.as_deref(), today).collect()
    })
}

fn events<'a>(
    messages: &'a Messages,
    archive: &'a ArchiveRef,
    only: Option<&'a str>,
    today: Date,
) -> impl Iterator<Item = DayEvent> {
    let all = archive.heads().unwrap_or_default().iter();
    let chosen = all.filter(move |found: &&AnniversaryHead| only.is_none_or(|id| id == found.id));
    agenda(messages, chosen, today, dom::absolute)
}
