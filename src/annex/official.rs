//! A person named with a public role.

use model::chronicle::{Official, RoleMention};
use yew::prelude::*;

use crate::components::{LongList, Page, Passage, articles_in, date, lacking, passages};
use crate::hooks::ArchiveRef;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// A person named with a public role.
pub fn official_page(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Html {
    match archive.official(id) {
        Ok(found) => html! {
            <Page key={id} title={found[0].name.clone()} archive={archive.manifest.title.clone()}>
                { view(messages, archive, &found) }
            </Page>
        },
        Err(why) => {
            let route = Route::Official { id: id.to_owned() };
            lacking(messages, archive, &route, messages.subjects.no_official, why)
        }
    }
}

/// The entry, page by page: see [`Archive::official`](crate::hooks::Archive::official).
fn view(messages: &'static Messages, archive: &ArchiveRef, found: &[&Official]) -> Html {
    let (says, first) = (&messages.subjects, found[0]);
    let roles = found.iter().flat_map(|found| &found.roles);
    let total = articles_in(roles.clone().map(|role| &role.mention));
    let (here, id) = (archive.clone(), first.id.clone());
    let draw = Callback::from(move |most| {
        let found = here.official(&id).unwrap_or_default();
        let roles = found.iter().flat_map(|found| &found.roles);
        let quoted = roles.map(|role| Passage { mention: &role.mention, remark: None });
        passages(messages, &here, quoted, most)
    });
    html! {
        <div class="narrow">
            <header class="page-head">
                <p class="page-kicker">{ says.official }</p>
                <h1 class="page-title" lang="vi">{ &first.name }</h1>
                <p class="section-note">{ says.official_note }</p>
            </header>
            <section class="section">
                <h2 class="section-title">{ says.roles }</h2>
                <dl class="facts facts-wide">
                    { for distinct(roles).into_iter().map(|role| fact(messages, role)) }
                </dl>
            </section>
            <section class="section">
                <h2 class="section-title">{ says.passages }</h2>
                <LongList {total} {draw} />
            </section>
        </div>
    }
}

/// The roles as printed, each once for a day.
fn distinct<'a>(roles: impl Iterator<Item = &'a RoleMention>) -> Vec<&'a RoleMention> {
    let mut kept: Vec<&RoleMention> = Vec::new();
    for role in roles {
        if !kept.iter().any(|other| other.role == role.role && other.on == role.on) {
            kept.push(role);
        }
    }
    kept.sort_by_key(|role| role.on);
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
