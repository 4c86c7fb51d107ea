//! One article from near: what its text begins with, and fields to correct. What is changed is kept
//! at once, field by field.

use protocol::desk::{Article, Field, Key, Reading, Report, Stated};
use yew::prelude::*;

use super::state::Opened;
use super::work::desk;
use super::{View, list};
use crate::markup::html;
use crate::platform::dom;

/// Fields and what stands in them.
pub(super) fn view(view: &View, report: &Report, article: &Article, opened: &Opened) -> Html {
    let says = view.says;
    let offers = opened.offers.clone().unwrap_or_default();
    let found = |field: Field| {
        let found = article.found.iter().find(|found| found.field == field);
        found.map(|found| found.value.clone()).unwrap_or_default()
    };
    let day = |field| {
        let value = found(field);
        value.parse().map_or(value, |date| (view.messages.dates.partial)(date))
    };
    let days: Vec<(String, String)> = offers
        .days
        .iter()
        .map(|(day, words)| {
            let day =
                day.parse().map_or_else(|_| day.clone(), |day| (view.messages.dates.partial)(day));
            (day, words.clone())
        })
        .collect();
    let plain = |words: &[String]| words.iter().map(|word| (word.clone(), String::new())).collect();
    let stated = |key: Key| offers.stated.iter().find(|stated| stated.key == key);
    let line = |key, value, hint, choices: Vec<(String, String)>| {
        Line { key, value, hint, choices, stated: stated(key) }.draw(view, &article.name)
    };
    let at = view.today.to_string();
    let name = article.name.clone();
    let leave_out = Callback::from(move |_: MouseEvent| {
        desk().look(None);
        desk().say(&name, vec![(Key::LeftOut, "true".to_owned())], at.clone());
    });
    html! {
        <div class="desk-editor">
            { list::troubles(view, &article.troubles, None) }
            if !offers.opening.is_empty() {
                <h3>{ says.text_opens }</h3>
                <p class="desk-opening" lang="vi">{ &offers.opening }</p>
            }
            { line(Key::Title, article.title.clone(), "", plain(&offers.titles)) }
            <div class="desk-pair">
                { line(Key::Published, day(Field::Published), says.date_hint, days.clone()) }
                { line(Key::Event, day(Field::Event), says.date_hint, days) }
            </div>
            { unit(view, report, article, stated(Key::Unit)) }
            <div class="desk-pair">
                { line(Key::Section, found(Field::Section), "", plain(&report.sections)) }
                { line(Key::Bylines, found(Field::Byline), says.bylines_hint, plain(&report.bylines)) }
            </div>
            { readings(view, article, opened, stated(Key::Encoding)) }
            <p class="button-row">
                <button type="button" class="button" onclick={leave_out}>{ says.leave_out }</button>
            </p>
        </div>
    }
}

/// A field of one line, with what it may be chosen from.
struct Line<'l> {
    key: Key,
    value: String,
    hint: &'static str,
    /// Values, and words beside them.
    choices: Vec<(String, String)>,
    stated: Option<&'l Stated>,
}

fn id(key: Key) -> &'static str {
    match key {
        Key::Title => "desk-title",
        Key::Section => "desk-section",
        Key::Published => "desk-published",
        Key::Event => "desk-event",
        Key::Bylines => "desk-bylines",
        Key::Unit => "desk-unit",
        _ => "desk-other",
    }
}

/// As the indexer takes it.
fn sent(key: Key, typed: &str) -> String {
    match key {
        Key::Bylines => typed.split([',', ';']).map(str::trim).collect::<Vec<_>>().join("\n"),
        _ => typed.trim().to_owned(),
    }
}

impl Line<'_> {
    fn draw(self, view: &View, name: &str) -> Html {
        let Self { key, value, hint, choices, stated } = self;
        let (id, label) = (id(key), (view.says.key)(key));
        let list = [id, "-list"].concat();
        let hint_id = [id, "-hint"].concat();
        let value = view.state.shown(id, value);
        let oninput = Callback::from(move |_: InputEvent| drop(desk().typed(id, false)));
        let (article, at) = (name.to_owned(), view.today.to_string());
        let onchange = Callback::from(move |_: Event| {
            let typed = desk().typed(id, true);
            desk().say(&article, vec![(key, sent(key, &typed))], at.clone());
        });
        html! {
            <div class="desk-field">
                <label for={id}>{ label }</label>
                <input {id} type="text" autocomplete="off" lang="vi" {value} {oninput} {onchange}
                    list={(!choices.is_empty()).then(|| list.clone())}
                    aria-describedby={(!hint.is_empty()).then(|| hint_id.clone())} />
                if !hint.is_empty() { <p class="section-note" id={hint_id}>{ hint }</p> }
                if !choices.is_empty() {
                    <datalist id={list}>
                        { for choices.iter().map(|(value, words)| html! {
                            <option value={value.clone()}>{ words }</option>
                        }) }
                    </datalist>
                }
                { for stated.map(|stated| statement(view, name, stated)) }
            </div>
        }
    }
}

/// Who stated a field, and the way back.
fn statement(view: &View, name: &str, stated: &Stated) -> Html {
    let says = view.says;
    let day = stated
        .at
        .parse()
        .map_or_else(|_| stated.at.clone(), |at| (view.messages.dates.partial)(at));
    let (article, key, at) = (name.to_owned(), stated.key, view.today.to_string());
    let onclick = Callback::from(move |_: MouseEvent| {
        desk().say(&article, vec![(key, String::new())], at.clone());
    });
    html! {
        <p class="desk-stated">
            { (says.stated)(&stated.by, &day) }{ " " }
            <button type="button" class="link-button" {onclick}>
                { says.unstate }<span class="unseen">{ ": " }{ (says.key)(key) }</span>
            </button>
        </p>
    }
}

fn unit(view: &View, report: &Report, article: &Article, stated: Option<&Stated>) -> Html {
    let (says, id) = (view.says, id(Key::Unit));
    let (name, at) = (article.name.clone(), view.today.to_string());
    let onchange = Callback::from(move |_: Event| {
        let chosen = dom::chosen("#desk-unit").unwrap_or_default();
        desk().say(&name, vec![(Key::Unit, chosen)], at.clone());
    });
    let now = stated.map_or("", |stated| stated.value.as_str());
    let by_text = report.units.iter().find(|(id, _)| *id == article.unit && now.is_empty());
    html! {
        <div class="desk-field">
            <label for={id}>{ (says.key)(Key::Unit) }</label>
            if report.units.is_empty() {
                <p class="section-note">{ says.no_units_yet }</p>
            } else {
                <select key={now} {id} {onchange}>
                    <option value="" selected={now.is_empty()}>
                        { says.unit_by_text }
                        { for by_text.map(|(_, name)| html! { <>{ ": " }{ name }</> }) }
                    </option>
                    { for report.units.iter().map(|(id, name)| html! {
                        <option key={id.as_str()} value={id.clone()} selected={id == now}>{ name }</option>
                    }) }
                </select>
            }
            { for stated.map(|stated| statement(view, &article.name, stated)) }
        </div>
    }
}

/// How the file reads in each encoding.
fn readings(view: &View, article: &Article, opened: &Opened, stated: Option<&Stated>) -> Html {
    let says = view.says;
    let name = article.name.clone();
    let Some(readings) = &opened.readings else {
        let onclick = Callback::from(move |_: MouseEvent| desk().show_readings(&name));
        return html! {
            <p class="button-row">
                <button type="button" class="button" {onclick}>{ says.readings }</button>
            </p>
        };
    };
    if readings.is_empty() {
        return html! { <p class="section-note" role="status">{ says.no_readings }</p> };
    }
    html! {
        <fieldset class="desk-readings">
            <legend>{ (says.key)(Key::Encoding) }</legend>
            <p class="section-note">{ says.readings_note }</p>
            { for readings.iter().map(|reading| one_reading(view, article, reading)) }
            { for stated.map(|stated| statement(view, &article.name, stated)) }
        </fieldset>
    }
}

fn one_reading(view: &View, article: &Article, reading: &Reading) -> Html {
    let file =
        article.name.rsplit_once('#').map_or(article.name.as_str(), |(file, _)| file).to_owned();
    let (code, at) = (reading.code.clone(), view.today.to_string());
    let onchange = Callback::from(move |_: Event| {
        desk().choose_reading(&code);
        desk().say(&file, vec![(Key::Encoding, code.clone())], at.clone());
    });
    html! {
        <label class="desk-reading" key={reading.code.as_str()}>
            <input type="radio" name="desk-encoding" checked={reading.is_taken} {onchange} />
            <span class="desk-reading-name">{ &reading.name }</span>
            <span class="desk-reading-text" lang="vi">{ &reading.opening }</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_sent_a_line_each() {
        assert_eq!(sent(Key::Bylines, " Minh An,Hoa ; Lan "), "Minh An\nHoa\nLan");
        assert_eq!(sent(Key::Title, " Tựa, có phẩy "), "Tựa, có phẩy");
    }
}
