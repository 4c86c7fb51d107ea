//! A hall's screen: one reader after another, each finding it as if nobody had been there before.
//!
//! Drawn round the frame whatever page is open. `static/kiosk.js` closes the ways out and keeps the
//! way back; here stands what is seen of it.
//!
//! | module | draws or decides |
//! |---|---|
//! | `idle` | when to ask, when to start again |
//! | `config` | `[kiosk]` of archive.toml |
//! | `attract` | the loop while nobody is there |
//! | `bar` | back, home, size of text: within reach |
//! | `keyboard`, `layout` | keys to type with |
//! | `outside` | an address that is not followed, to be taken along |
//! | `keeper`, `counts` | what is for whoever looks after the screen |

mod attract;
mod bar;
mod config;
mod counts;
mod idle;
mod keeper;
mod keyboard;
mod layout;
mod outside;

use std::cell::Cell;
use std::rc::Rc;

use calendar::Date;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::attract::Attract;
use self::bar::Bar;
use self::config::Config;
use self::counts::Counts;
use self::idle::{Idle, Stage};
use self::keeper::KeeperDoor;
use self::keyboard::Keyboard;
use crate::hooks::{
    ArchiveRef, Settings, SettingsAction, use_messages, use_place, use_search, use_settings,
};
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom::{self, Listener};
use crate::platform::{clock, kiosk, timer};
use crate::route::Route;

/// Milliseconds between looks at the clock.
const TICK: i32 = 500;

/// What stands round the pages in a hall.
pub(super) fn kiosk_frame(archive: &ArchiveRef, today: Date) -> Html {
    html! { <Kiosk archive={archive.clone()} {today} /> }
}

/// Props of [`Kiosk`].
#[derive(Properties, PartialEq)]
struct KioskProps {
    archive: ArchiveRef,
    today: Date,
}

#[component]
fn Kiosk(KioskProps { archive, today }: &KioskProps) -> Html {
    let messages = use_messages();
    let says = &annex(messages).kiosk;
    let settings = use_settings();
    let search = use_search();
    let place = use_place();
    let config = Config::of(&archive.manifest, &dom::page_query());
    let idle = use_mut_ref(|| Idle::new(config.idle, clock::now()));
    let stage = use_state_eq(|| Stage::Present);
    let behind = use_state_eq(|| 0_u32);
    let is_typing = use_state_eq(|| false);
    let outside = use_state_eq(|| None::<String>);
    let is_keeper = use_state_eq(|| false);
    let is_here = use_state_eq(|| false);
    // Changes with every visitor: what is drawn for one is not drawn for the next.
    let visit = use_state_eq(|| 0_u32);

    // What is done at a reset, as things stand when it comes.
    let clear = use_mut_ref(|| None::<Callback<()>>);
    clear.replace(Some({
        let (settings, ask) = (settings.clone(), search.ask.clone());
        let (outside, is_keeper, visit) = (outside.clone(), is_keeper.clone(), visit.clone());
        let (stage, is_typing) = (stage.clone(), is_typing.clone());
        Callback::from(move |()| {
            ask.emit(None);
            if let Some(settings) = &settings {
                settings.dispatch(SettingsAction::All(Settings::default()));
            }
            outside.set(None);
            is_keeper.set(false);
            is_typing.set(false);
            kiosk::keeper(false);
            kiosk::reset();
            Counts::reset_now();
            visit.set(*visit + 1);
            stage.set(Stage::Resting);
        })
    }));
    let start_again = {
        let (idle, clear) = (idle.clone(), clear.clone());
        Callback::from(move |()| {
            idle.borrow_mut().rest();
            let clear = clear.borrow().clone();
            if let Some(clear) = clear {
                clear.emit(());
            }
        })
    };

    {
        let (idle, stage, start_again) = (idle.clone(), stage.clone(), start_again.clone());
        let (behind, is_typing, outside) = (behind.clone(), is_typing.clone(), outside.clone());
        let here = is_here.clone();
        use_effect_with((), move |()| {
            let alive = Rc::new(Cell::new(true));
            let lives = Rc::clone(&alive);
            let (ticking, ticked) = (idle.clone(), stage.clone());
            spawn_local(async move {
                kiosk::begin().await;
                here.set(true);
                while lives.get() {
                    timer::sleep(TICK).await;
                    if ticking.borrow_mut().pass(clock::now(), kiosk::reads()) {
                        start_again.emit(());
                    } else {
                        let now = ticking.borrow().stage();
                        ticked.set(now);
                    }
                }
            });
            let listeners = [
                Listener::window("bien-nien-touch", move || {
                    if idle.borrow_mut().touch(clock::now()) {
                        Counts::visit_begins();
                    }
                    stage.set(Stage::Present);
                }),
                Listener::told("bien-nien-trail", move |event| {
                    behind.set(kiosk::told_number(&event));
                }),
                Listener::told("bien-nien-field", move |event| {
                    is_typing.set(kiosk::told_flag(&event));
                }),
                Listener::told("bien-nien-outside", move |event| {
                    outside.set(kiosk::told_text(&event));
                }),
            ];
            move || {
                alive.set(false);
                drop(listeners);
            }
        });
    }
    {
        // The search page is for typing: its box has the keyboard at once.
        let is_empty_search =
            matches!(&place.route, Route::Search(search) if search.text.is_empty());
        use_effect_with((place.entry, is_empty_search && *is_here), move |(_, is_wanted)| {
            if *is_wanted {
                dom::focus("#search-page-box");
            }
        });
        let kind = std::mem::discriminant(&place.route);
        let is_article = matches!(place.route, Route::Article(_));
        let is_search = matches!(place.route, Route::Search(_));
        use_effect_with((place.entry, kind), move |_| Counts::page_opened(is_article, is_search));
    }

    let close = {
        let outside = outside.clone();
        Callback::from(move |()| outside.set(None))
    };
    let on_keeper = {
        let is_keeper = is_keeper.clone();
        Callback::from(move |is: bool| {
            kiosk::keeper(is);
            is_keeper.set(is);
        })
    };
    html! {
        <section class="kiosk" key={*visit} aria-label={says.bar}>
            <Bar behind={*behind} {start_again} on_keeper={on_keeper.clone()} />
            if *is_typing { <Keyboard method={config.method} placement={config.placement} /> }
            { for outside.as_ref().map(|address| outside::dialog(messages, address, &close)) }
            if *is_keeper { <KeeperDoor archive={archive.clone()} {on_keeper} /> }
            if let Stage::Asking(left) = *stage {
                <div class="kiosk-ask" role="alertdialog" aria-labelledby="kiosk-ask" aria-live="assertive">
                    <p class="kiosk-ask-title" id="kiosk-ask">{ says.still_there }</p>
                    <p class="kiosk-ask-left">{ (says.left)(left) }</p>
                    <button type="button" class="button button-main">{ says.go_on }</button>
                </div>
            }
            if *stage == Stage::Resting { <Attract archive={archive.clone()} today={*today} /> }
        </section>
    }
}
