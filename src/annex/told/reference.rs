//! Days of reference: set by a law or decision, said by no article. They stand apart from all that
//! articles tell, each with its source, and a reader may hide them.

use calendar::Date;
use model::days::ReferenceDay;
use yew::prelude::*;

use super::{address, read};
use crate::components::{absent, date, known, of_source};
use crate::hooks::{Archive, ArchiveRef};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::storage;
use crate::route::ToldKind;

/// Under which the browser keeps that they are hidden.
const KEY: &str = "bien-nien:reference";
const HIDDEN: &str = "hidden";

/// Whether the reader has them shown; they are, until hidden.
pub(in crate::annex) fn shown_at_first() -> bool {
    storage::get(KEY).as_deref() != Some(HIDDEN)
}

/// Keeps the reader's choice. Without storage it lasts as long as the page.
pub(in crate::annex) fn keep_shown(is_shown: bool) {
    if is_shown {
        storage::remove(KEY);
    } else {
        storage::set(KEY, HIDDEN);
    }
}

/// Whether days of reference are shown, and how to change it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::annex) struct Switch {
    pub(in crate::annex) is_shown: bool,
    pub(in crate::annex) set: Callback<bool>,
}

/// Props of [`Switched`].
#[derive(Properties, PartialEq)]
pub(in crate::annex) struct SwitchedProps {
    /// Draws what has days of reference in it.
    pub(in crate::annex) draw: Callback<Switch, Html>,
}

/// Something that has days of reference in it, drawn anew when they are shown or hidden.
#[component]
pub(in crate::annex) fn Switched(SwitchedProps { draw }: &SwitchedProps) -> Html {
    let shown = use_state_eq(shown_at_first);
    let is_shown = *shown;
    let set = Callback::from(move |is_shown| {
        keep_shown(is_shown);
        shown.set(is_shown);
    });
    draw.emit(Switch { is_shown, set })
}

/// The button that hides or shows them; nothing where the archive has none.
pub(in crate::annex) fn switch_button(
    messages: &Messages,
    archive: &Archive,
    switch: &Switch,
) -> Html {
    if read::reference_days(archive).is_ok_and(<[_]>::is_empty) {
        return Html::default();
    }
    let says = &annex(messages).told.reference;
    let (is_shown, set) = (switch.is_shown, switch.set.clone());
    let onclick = Callback::from(move |_: MouseEvent| set.emit(!is_shown));
    html! {
        <p class="button-row no-print">
            <button type="button" class="button" {onclick}>{ if is_shown { says.hide } else { says.show } }</button>
        </p>
    }
}

/// The section of some returns of days of reference, with the button that hides or shows them.
/// Nothing where the archive has no reference calendar.
pub(in crate::annex) fn reference_section(
    messages: &Messages,
    archive: &Archive,
    returns: &[(Date, &ReferenceDay)],
    switch: &Switch,
) -> Html {
    match read::reference_days(archive) {
        Ok([]) => return Html::default(),
        Err(why) => return absent(messages, why),
        Ok(_) => {}
    }
    let says = &annex(messages).told.reference;
    html! {
        <section class="section reference">
            <h2 class="section-title">{ says.title }</h2>
            if switch.is_shown {
                <p class="section-note">{ says.note }</p>
                if returns.is_empty() {
                    <p class="day-quiet">{ says.nothing }</p>
                } else {
                    { reference_list(messages, archive, returns) }
                }
            }
            { switch_button(messages, archive, switch) }
        </section>
    }
}

/// Returns of days of reference, each with its source.
pub(in crate::annex) fn reference_list(
    messages: &Messages,
    archive: &Archive,
    returns: &[(Date, &ReferenceDay)],
) -> Html {
    html! {
        <ul class="reference-days">
            { for returns.iter().map(|(on, day)| html! {
                <li key={day.id.as_str()} class="reference-day">
                    <p class="reference-when"><time datetime={on.to_string()}>{ (messages.dates.day_and_month)(*on) }</time></p>
                    <div>{ cited(messages, archive, day) }</div>
                </li>
            }) }
        </ul>
    }
}

fn cited(messages: &Messages, archive: &Archive, day: &ReferenceDay) -> Html {
    let says = &annex(messages).told;
    html! {
        <>
            <p class="reference-name"><a href={address(ToldKind::Days, Some(&day.id))} lang="vi">{ &day.name }</a></p>
            if let Some(founding) = day.founding {
                <p class="section-note">{ says.reference.since }{ " " }{ date(messages, founding) }</p>
            }
            { known(messages, archive, of_source(&day.source), None) }
        </>
    }
}

/// On the page of an entry: what is set for the same day, apart from what articles say.
pub(super) fn reference_days_of(
    messages: &Messages,
    archive: &Archive,
    days: &[&ReferenceDay],
) -> Html {
    if days.is_empty() {
        return Html::default();
    }
    let says = &annex(messages).told.reference;
    html! {
        <section class="section reference">
            <h2 class="section-title">{ says.title }</h2>
            <p class="section-note">{ says.note }</p>
            <ul class="reference-days">
                { for days.iter().map(|day| html! {
                    <li key={day.id.as_str()} class="reference-day"><div>{ cited(messages, archive, day) }</div></li>
                }) }
            </ul>
        </section>
    }
}

/// The whole reference calendar, by place in the year, under the days that articles name.
pub(super) fn all(messages: &'static Messages, archive: &ArchiveRef) -> Html {
    let here = archive.clone();
    let draw = Callback::from(move |switch: Switch| {
        let says = &annex(messages).told;
        let days = match read::reference_days(&here) {
            Ok([]) => return Html::default(),
            Ok(days) => days,
            Err(why) => return absent(messages, why),
        };
        html! {
            <section class="section reference">
                <h2 class="section-title">{ says.reference.title }</h2>
                if switch.is_shown {
                    <p class="section-note">{ says.reference.note }</p>
                    <ul class="reference-days">
                        { for days.iter().map(|day| html! {
                            <li key={day.id.as_str()} class="reference-day">
                                <p class="reference-when">{ (says.yearly)(day.day) }</p>
                                <div>{ cited(messages, &here, day) }</div>
                            </li>
                        }) }
                    </ul>
                }
                { switch_button(messages, &here, &switch) }
            </section>
        }
    });
    html! { <Switched {draw} /> }
}
