//! What the archive is: its name, its publisher, its units; and who works here.

use protocol::desk::{AboutKey, Report};
use yew::prelude::*;

use super::View;
use super::work::desk;
use crate::markup::html;
use crate::platform::dom;

const KEYS: [(AboutKey, &str); 5] = [
    (AboutKey::Title, "desk-about-title"),
    (AboutKey::Publisher, "desk-about-publisher"),
    (AboutKey::Description, "desk-about-description"),
    (AboutKey::Contact, "desk-about-contact"),
    (AboutKey::BaseUrl, "desk-about-address"),
];

/// Id of the field for another unit.
const UNIT: &str = "desk-unit-name";
/// Id of the field for who works here.
const BY: &str = "desk-by";

/// The archive's own fields.
pub(super) fn view(view: &View, report: &Report) -> Html {
    let (says, state) = (view.says, &view.state);
    let by = state.shown(BY, state.by.clone());
    let oninput = Callback::from(|_: InputEvent| drop(desk().typed(BY, false)));
    let mut fields = KEYS
        .into_iter()
        .zip(says.about)
        .zip(&report.about)
        .map(|((key, label), value)| field(view, key, label, value));
    let work_as = Callback::from(|_: Event| {
        let by = desk().typed(BY, true);
        desk().work_as(by);
    });
    html! {
        <section class="section" aria-labelledby="desk-archive">
            <h2 class="section-title" id="desk-archive">{ says.archive }</h2>
            { for fields.by_ref().take(1) }
            { units(view, report) }
            <div class="desk-field">
                <label for={BY}>{ says.by }</label>
                <input id={BY} type="text" autocomplete="name" value={by} {oninput} onchange={work_as} aria-describedby="desk-by-note" />
                <p class="section-note" id="desk-by-note">{ says.by_note }</p>
            </div>
            <details>
                <summary>{ says.more_about }</summary>
                { for fields }
            </details>
        </section>
    }
}

fn field(
    view: &View,
    (key, id): (AboutKey, &'static str),
    label: &'static str,
    value: &str,
) -> Html {
    let onchange = Callback::from(move |_: Event| {
        let value = desk().typed(id, true);
        desk().say_about(key, value);
    });
    let oninput = Callback::from(move |_: InputEvent| drop(desk().typed(id, false)));
    let value = view.state.shown(id, value.to_owned());
    html! {
        <div class="desk-field">
            <label for={id}>{ label }</label>
            <input {id} type="text" autocomplete="off" {value} {oninput} {onchange} />
        </div>
    }
}

fn units(view: &View, report: &Report) -> Html {
    let says = view.says;
    let add = Callback::from(|event: SubmitEvent| {
        event.prevent_default();
        let field = ["#", UNIT].concat();
        desk().add_unit(dom::value(&field).unwrap_or_default());
        dom::set_value(&field, "");
    });
    let stated = report.units.iter().filter(|(id, _)| report.stated_units.contains(id));
    html! {
        <form class="desk-field" onsubmit={add}>
            <h3>{ says.units }</h3>
            <p class="section-note" id="desk-units-note">{ says.units_note }</p>
            <ul class="desk-units">
                { for stated.map(|(id, name)| {
                    let unit = id.clone();
                    let onclick = Callback::from(move |_: MouseEvent| desk().remove_unit(unit.clone()));
                    html! {
                        <li key={id.as_str()}>
                            <span lang="vi">{ name }</span>
                            <button type="button" class="link-button" {onclick}>{ (says.remove_unit)(name) }</button>
                        </li>
                    }
                }) }
            </ul>
            <label for={UNIT}>{ says.unit_name }</label>
            <p class="desk-add">
                <input id={UNIT} type="text" autocomplete="off" lang="vi" aria-describedby="desk-units-note" />
                <button type="submit" class="button">{ says.add_unit }</button>
            </p>
        </form>
    }
}
