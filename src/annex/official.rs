//! A person named with a public role.

use model::chronicle::{Official, RoleMention};
use yew::prelude::*;

use crate::components::{Page, Passage, date, no_such, passages};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// A person named with a public role.
pub fn official_page(messages: &Messages, archive: &Archive, id: &str) -> Html {
    let found = archive.official(id);
    let title = found.map_or(messages.subjects.no_official, |found| found.name.as_str()).to_owned();
    let content = match found {
        Some(found) => view(messages, archive, found),
        None => no_such(messages, &Route::Official { id: id.to_owned() }, &title),
    };
    html! {
        <Page key={id} {title} archive={archive.manifest.title.clone()}>{ content }</Page>
    }
}

fn view(messages: &Messages, archive: &Archive, found: &Official) -> Html {
    let says = &messages.subjects;
    let quoted = found.roles.iter().map(|role| Passage { mention: &role.mention, remark: None });
    html! {
        <div class="narrow">
            <header class="page-head">
                <p class="page-kicker">{ says.official }</p>
                <h1 class="page-title" lang="vi">{ &found.name }</h1>
                <p class="section-note">{ says.official_note }</p>
            </header>
            <section class="section">
                <h2 class="section-title">{ says.roles }</h2>
                <dl class="facts facts-wide">
                    { for distinct(&found.roles).into_iter().map(|role| fact(messages, role)) }
                </dl>
            </section>
            <section class="section">
                <h2 class="section-title">{ says.passages }</h2>
                { passages(messages, archive, quoted) }
            </section>
        </div>
    }
}

/// The roles as printed, each once for a day.
fn distinct(roles: &[RoleMention]) -> Vec<&RoleMention> {
    let mut kept: Vec<&RoleMention> = Vec::new();
    for role in roles {
        if !kept.iter().any(|other| other.role == role.role && other.on == role.on) {
            kept.push(role);
        }
    }
    kept
}

fn fact(messages: &Messages, role: &RoleMention) -> Html {
    let says = &messages.subjects;
    html! {
        <div class="fact">
            <dt>{ role.on.map_or_else(|| html! { { says.undated } }, |on| date(messages, on)) }</dt>
            <dd lang="vi">{ role.role.as_deref().unwrap_or(says.no_role) }</dd>
        </div>
    }
}
