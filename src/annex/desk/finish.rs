//! What can be done with the archive: seen as a reader will, handed over as a site, as one file, or
//! as work to go on with elsewhere.

use std::rc::Rc;

use protocol::desk::Report;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::place::{ARTICLES, SETTINGS};
use super::state::Remark;
use super::work::desk;
use super::{View, button};
use crate::hooks::{Files, Preview, navigate, open_memory};
use crate::i18n::annex::desk::Desk as Says;
use crate::markup::html;
use crate::platform::desk::{Bytes, Item, Word, save, show_pictures};
use crate::platform::history::Arrival;
use crate::route::Route;

/// What is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Make {
    Site,
    Archive,
    Work,
}

/// What can be done with it.
pub(super) fn view(view: &View, report: &Report, show: &Callback<Option<Preview>>) -> Html {
    let says = view.says;
    let facts = (says.facts)(
        report.facts.map(|count| view.number(count as usize)).each_ref().map(String::as_str),
    );
    let show = show.clone();
    let title = report.about[0].clone();
    let entry = |words, note, make: Option<Make>, class| {
        let (title, show) = (title.clone(), show.clone());
        let deed = move || match make {
            None => preview(says, show.clone()),
            Some(make) => hand_over(says, make, &title),
        };
        html! { <div class="desk-deed">{ button(words, class, deed) }<p class="section-note">{ note }</p></div> }
    };
    html! {
        <section class="section desk-finish" aria-labelledby="desk-finish">
            <h2 class="section-title" id="desk-finish">{ says.finish }</h2>
            if report.facts.iter().any(|count| *count > 0) { <p class="section-note">{ facts }</p> }
            if !report.articles.is_empty() {
                { entry(says.preview, says.preview_note, None, "button") }
                { entry(says.site, says.site_note, Some(Make::Site), "button button-main") }
                { entry(says.carry, says.carry_note, Some(Make::Archive), "button") }
            }
            { entry(says.work, says.work_note, Some(Make::Work), "button") }
        </section>
    }
}

/// Shows the archive in the place of the site's, with a word over every page.
fn preview(says: &'static Says, show: Callback<Option<Preview>>) {
    let failed = || desk().set(|state| state.remark = Remark::NotMade(String::new()));
    spawn_local(async move {
        let Ok(bundle) = desk().bundle().await else { return failed() };
        show_pictures(&bundle.pictures);
        let files =
            bundle.files.iter().map(|(path, bytes)| (path.clone(), Bytes::copy(bytes))).collect();
        match open_memory(Files::Memory(Rc::new(files)), Vec::new(), &|_| ()).await {
            Ok(archive) => {
                show.emit(Some((archive, over(says, show.clone()))));
                navigate(&Route::Home, Arrival::Link);
            }
            Err(_) => failed(),
        }
    });
}

/// What stands over every page of a preview.
fn over(says: &'static Says, show: Callback<Option<Preview>>) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| {
        show.emit(None);
        show_pictures(&[]);
        navigate(&Route::Desk, Arrival::Link);
    });
    html! {
        <aside class="notice desk-preview no-print" aria-label={says.preview}>
            <p>{ says.previewing }</p>
            <button type="button" class="button" {onclick}>{ says.back }</button>
        </aside>
    }
}

/// Makes a file and hands it over.
fn hand_over(says: &'static Says, make: Make, title: &str) {
    let stem = viet::fold_slug(title);
    let [site, archive, work] = says.names;
    let end = match make {
        Make::Site => site,
        Make::Archive => archive,
        Make::Work => work,
    };
    let name = [stem.trim_matches('-'), "-", end, ".zip"].concat();
    desk().set(|state| state.remark = Remark::Making);
    spawn_local(async move {
        let made = async {
            let (paths, items): (Vec<_>, Vec<_>) = entries(make).await?.into_iter().unzip();
            let all: Vec<(String, Item)> = paths.into_iter().zip(items).collect();
            save(&name, &all).await
        };
        let made: Result<f64, Word> = made.await;
        desk().set(|state| {
            state.remark = match made {
                Ok(bytes) => Remark::Made(name, bytes as u64),
                Err(word) => Remark::NotMade(word),
            };
        });
    });
}

async fn entries(make: Make) -> Result<Vec<(String, Item)>, Word> {
    match make {
        Make::Site => desk().site().await,
        Make::Archive => {
            let bundle = desk().bundle().await?;
            let files = bundle.files.into_iter().map(|(path, bytes)| (path, Item::Bytes(bytes)));
            Ok(files.chain(bundle.pictures).collect())
        }
        Make::Work => {
            let state = desk().state();
            let settings = Item::Bytes(Bytes::of(state.settings.as_bytes()));
            let files = state
                .files
                .into_iter()
                .map(|(name, _)| ([ARTICLES, &name].concat(), Item::Kept(name)));
            Ok([(SETTINGS.to_owned(), settings)].into_iter().chain(files).collect())
        }
    }
}
