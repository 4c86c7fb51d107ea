//! An article read aloud by the device's own voice, sentence by sentence, each marked as it is said.

mod player;
mod sentences;
mod spoken;

use yew::prelude::*;

use self::player::{Player, Stage};
use super::icons;
use crate::components::line_icon;
use crate::hooks::LoadedArticle;
use crate::i18n::Messages;
use crate::i18n::beside::beside;
use crate::markup::html;
use crate::platform::{dom, speech};

/// The speeds, in hundredths of the voice's own.
const RATES: [u16; 5] = [75, 100, 125, 150, 200];

/// What an article page keeps of its reading aloud.
#[derive(Clone)]
pub(super) struct Aloud {
    player: Player,
    has_voice: bool,
}

/// Reading an article aloud.
#[hook]
pub(super) fn use_aloud(article: &LoadedArticle) -> Aloud {
    let update = use_force_update();
    let player = use_mut_ref(|| Player::new(Callback::from(move |()| update.force_update())));
    let player = player.borrow().clone();
    let language = article.lang().to_owned();
    let voice = use_state(|| speech::voice(&language));
    let (found, leaving) = (voice.setter(), player.clone());
    use_effect_with((), move |()| {
        let listener = speech::on_voices(move || found.set(speech::voice(&language)));
        move || {
            drop(listener);
            leaving.stop();
        }
    });
    let (begun, read, by) = (player.clone(), article.clone(), (*voice).clone());
    use_effect_with((article.clone(), (*voice).clone()), move |_| begun.prepare(&read, by));
    Aloud { player, has_voice: voice.is_some() }
}

impl Aloud {
    /// The button that begins; nothing where the device has no voice.
    pub(super) fn button(&self, messages: &Messages) -> Html {
        let says = &beside(messages).actions.aloud;
        if !self.has_voice {
            return Html::default();
        }
        let player = self.player.clone();
        let is_on = matches!(player.stage(), Stage::Speaking | Stage::Paused);
        let onclick =
            Callback::from(move |_: MouseEvent| if is_on { player.stop() } else { player.begin() });
        html! {
            <button type="button" class="button" id="nghe-doc" aria-pressed={if is_on { "true" } else { "false" }} {onclick}>
                { line_icon(icons::VOICE) }{ says.button }
            </button>
        }
    }

    /// What steers the voice, while it reads.
    pub(super) fn steering(&self, messages: &Messages) -> Html {
        let says = &beside(messages).actions.aloud;
        let stage = self.player.stage();
        if stage == Stage::Silent {
            return Html::default();
        }
        if stage == Stage::Failed {
            return html! { <p class="notice notice-failed" role="alert">{ says.failed }</p> };
        }
        let player = &self.player;
        let act = |name: &'static str, sign: &'static str, id: &'static str, deed: fn(&Player)| {
            let player = player.clone();
            let onclick = Callback::from(move |_: MouseEvent| deed(&player));
            html! {
                <button type="button" class="icon-button" {id} {onclick}>
                    { line_icon(sign) }<span class="unseen">{ name }</span>
                </button>
            }
        };
        let is_speaking = stage == Stage::Speaking;
        let (middle, sign) =
            if is_speaking { (says.pause, icons::PAUSE) } else { (says.go_on, icons::VOICE) };
        let (here, of) = player.place();
        let number = |number: usize| (messages.dates.number)(number as u64);
        let now = player.rate();
        let chosen = player.clone();
        let onchange = Callback::from(move |_: Event| {
            let rate = dom::chosen("#toc-do-doc").and_then(|rate| rate.parse().ok());
            chosen.set_rate(rate.unwrap_or(100));
        });
        html! {
            <section class="aloud" aria-label={says.title}>
                { act(says.back, icons::UP, "doc-cau-truoc", |player| player.step(false)) }
                { act(middle, sign, "doc-tam-dung", Player::toggle) }
                { act(says.on, icons::DOWN, "doc-cau-sau", |player| player.step(true)) }
                <span class="aloud-place">{ (says.place)(&number(here), &number(of)) }</span>
                <label class="aloud-rate">
                    <span class="unseen">{ says.rate }</span>
                    <select id="toc-do-doc" class="select" {onchange}>
                        { for RATES.into_iter().map(|rate| html! {
                            <option value={rate} selected={rate == now}>{ (says.rate_name)(rate) }</option>
                        }) }
                    </select>
                </label>
                { act(says.stop, icons::CROSS, "doc-thoi", |player| {
                    player.stop();
                    dom::focus("#nghe-doc");
                }) }
            </section>
        }
    }
}
