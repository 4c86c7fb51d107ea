//! Keeping the archive on the device: saved, checked, carried out and in as one file, let go.

mod work;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::work::{Fault, Kind, Standing, Task};
use crate::components::Page;
use crate::hooks::{Archive, use_messages};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::i18n::annex::keep::Keep as Says;
use crate::markup::html;
use crate::platform::{clock, dom, keep};

/// What the device keeps.
pub fn keep_page(messages: &Messages, archive: &Archive) -> Html {
    let says = &annex(messages).keep;
    let name = AttrValue::from(archive.manifest.title.clone());
    html! {
        <Page key="keep" title={says.title} archive={name.clone()}>
            <div class="narrow">
                <header class="page-head">
                    <h1 class="page-title">{ says.title }</h1>
                    <p class="page-lead">{ says.lead }</p>
                </header>
                <Keeper name={name.clone()} />
            </div>
        </Page>
    }
}

/// Props of [`Keeper`].
#[derive(Properties, PartialEq)]
struct KeeperProps {
    /// The archive's title, for the name of a file.
    name: AttrValue,
}

/// What the buttons do.
#[derive(Clone, PartialEq)]
enum Deed {
    Run(Kind, bool, Option<keep::PickedFile>),
    Pause,
    Export,
    Forget,
}

#[component]
fn Keeper(KeeperProps { name }: &KeeperProps) -> Html {
    let messages = use_messages();
    let says = &annex(messages).keep;
    let standing = use_state(|| None::<Standing>);
    let task = use_state(|| None::<Task>);
    let remark = use_state_eq(|| "");
    let obstacle = use_state_eq(keep::obstacle);
    let stop = use_mut_ref(|| Rc::new(Cell::new(false)));

    let look = {
        let standing = standing.clone();
        move |network| {
            let standing = standing.clone();
            spawn_local(async move {
                if let Some(found) = work::standing(network).await {
                    standing.set(Some(found));
                }
            });
        }
    };
    let (first, changed) = (look.clone(), obstacle.clone());
    use_effect_with((), move |()| {
        first(false);
        first(true);
        let again = first.clone();
        let listener = dom::Listener::window("bien-nien-offline", move || {
            changed.set(keep::obstacle());
            again(true);
        });
        move || drop(listener)
    });

    let act = {
        let (task, remark, name) = (task.clone(), remark.clone(), name.clone());
        let now = standing.clone();
        Callback::from(move |deed: Deed| {
            remark.set("");
            match deed {
                Deed::Pause => stop.borrow().set(true),
                Deed::Run(kind, begun, file) => {
                    let going = Rc::new(Cell::new(false));
                    stop.replace(Rc::clone(&going));
                    let (task, look) = (task.clone(), look.clone());
                    let need = match (kind, &*now) {
                        (Kind::Save, Some(now)) => now.to_fetch,
                        _ => None,
                    };
                    spawn_local(async move {
                        if kind != Kind::Check {
                            // Refused or not, saving goes on: it is the browser's to decide.
                            keep::persist().await;
                        }
                        work::run(kind, begun, need, file, going, |now| task.set(Some(now))).await;
                        look(true);
                    });
                }
                Deed::Export => {
                    let (remark, name) = (remark.clone(), name.clone());
                    spawn_local(async move {
                        if !keep::export(&[&name, ".zip"].concat()).await {
                            remark.set(says.export_failed);
                        }
                    });
                }
                Deed::Forget => {
                    let (task, look) = (task.clone(), look.clone());
                    spawn_local(async move {
                        work::forget().await;
                        task.set(None);
                        look(true);
                    });
                }
            }
        })
    };

    if let Some(why) = &*obstacle {
        return html! { <p class="notice" role="status">{ (says.obstacle)(why) }</p> };
    }
    let now = (*standing).clone().unwrap_or_default();
    html! {
        <>
            <section class="section keep" aria-live="polite">
                <h2 class="section-title">{ says.on_this_device }</h2>
                { how_it_stands(messages, says, standing.as_ref()) }
                { for task.as_ref().map(|task| progress(messages, says, task)) }
                <p class="button-row">{ buttons(says, &now, task.as_ref(), &act) }</p>
            </section>
            { carry(says, &now, &act, *remark) }
        </>
    }
}

fn how_it_stands(messages: &Messages, says: &Says, standing: Option<&Standing>) -> Html {
    let Some(now) = standing else { return html! { <p>{ says.looking }</p> } };
    let sentence = if now.whole {
        says.whole
    } else if now.partial {
        says.partial
    } else if now.lost {
        says.lost
    } else {
        says.nothing
    };
    let count = |(here, all): (u64, u64)| {
        let number = messages.dates.number;
        (says.of)(&number(here), &number(all))
    };
    let bytes = (messages.dates.bytes)(now.bytes.0);
    html! {
        <>
            <p class={[now.whole.then_some("digest-right")]}>{ sentence }</p>
            <dl class="facts facts-wide">
                <div class="fact"><dt>{ says.parts }</dt><dd>{ count(now.parts) }{ " · " }{ bytes }</dd></div>
                if let Some(at) = now.checked_at {
                    <div class="fact"><dt>{ says.checked_at }</dt><dd>{ (messages.dates.partial)(clock::moment(at)) }</dd></div>
                }
            </dl>
            if now.newer { <p class="notice">{ says.newer }</p> }
            if let Some(fault) = &now.trouble {
                <p class="notice notice-failed">{ says.not_installed }{ " " }{ told(says, fault) }</p>
            }
        </>
    }
}

fn progress(messages: &Messages, says: &Says, task: &Task) -> Html {
    let number = messages.dates.number;
    let count = (says.of)(&number(task.parts.0), &number(task.parts.1));
    let sentence = match task.kind {
        _ if task.running => (says.doing)(task.kind == Kind::Check, &count),
        Kind::Check if !task.bad.is_empty() => says.check_bad.to_owned(),
        Kind::Check if task.is_done() => (says.check_right)(&number(task.parts.1)),
        Kind::TakeIn if task.is_done() => says.taken_in.to_owned(),
        _ if task.is_done() => says.saved.to_owned(),
        _ if task.fault.is_none() => (says.paused)(&count),
        _ => String::new(),
    };
    html! {
        <>
            if task.running {
                <progress class="keep-progress" aria-label={says.saving} max={task.parts.1.max(1).to_string()} value={task.parts.0.to_string()} />
            }
            <p role="status">{ sentence }</p>
            if let Some(fault) = &task.fault {
                <p class="notice notice-failed" role="alert">{ told(says, fault) }</p>
            }
            if !task.bad.is_empty() {
                <ul>{ for task.bad.iter().map(|path| html! { <li class="digest">{ path }</li> }) }</ul>
            }
        </>
    }
}

/// What is wrong, and the file it is wrong with.
fn told(says: &Says, Fault { why, path }: &Fault) -> Html {
    html! {
        <>
            { (says.fault)(why) }
            if !path.is_empty() { { " " }<span class="digest">{ path }</span> }
        </>
    }
}

fn buttons(says: &Says, now: &Standing, task: Option<&Task>, act: &Callback<Deed>) -> Html {
    if task.is_some_and(|task| task.running) {
        return button(says.pause, false, act, Deed::Pause);
    }
    let save = match (now.whole, now.partial) {
        (true, _) if now.newer => Some((says.update, false)),
        (true, _) => None,
        (false, true) => Some((says.resume, true)),
        (false, false) => Some((says.save, false)),
    };
    html! {
        <>
            { for save.map(|(words, begun)| button(words, true, act, Deed::Run(Kind::Save, begun, None))) }
            if now.whole { { button(says.check, false, act, Deed::Run(Kind::Check, false, None)) } }
            if now.parts.0 > 0 { { button(says.forget, false, act, Deed::Forget) } }
        </>
    }
}

fn button(words: &'static str, main: bool, act: &Callback<Deed>, deed: Deed) -> Html {
    let act = act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.emit(deed.clone()));
    html! {
        <button type="button" class={[Some("button"), main.then_some("button-main")]} {onclick}>
            { words }
        </button>
    }
}

/// Out and in as one file.
fn carry(says: &Says, now: &Standing, act: &Callback<Deed>, remark: &'static str) -> Html {
    let taken = act.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(file) = keep::picked(&event) {
            taken.emit(Deed::Run(Kind::TakeIn, false, Some(file)));
        }
    });
    html! {
        <section class="section keep">
            <h2 class="section-title">{ says.carry }</h2>
            <p class="section-note">{ says.carry_note }</p>
            if now.whole { <p class="button-row">{ button(says.export, false, act, Deed::Export) }</p> }
            <p role="status">{ remark }</p>
            <label class="keep-file">
                <span>{ says.take_in }</span>
                <input type="file" accept=".zip,application/zip" {onchange} />
            </label>
        </section>
    }
}
