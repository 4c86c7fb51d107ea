//! The keeper's page: behind a gesture and a PIN that is set on the device. A lock of courtesy:
//! whoever can open the browser's own tools can pass it, and so it says.

use yew::prelude::*;

use super::counts::Counts;
use crate::annex::keep::keep_page;
use crate::hooks::{ArchiveRef, use_messages};
use crate::i18n::annex::annex;
use crate::i18n::annex::kiosk::Kiosk as Says;
use crate::markup::html;
use crate::platform::{clock, digest, kiosk};

/// Under which the device keeps the PIN's digest.
const KEY: &str = "pin";
/// Digits of a PIN.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=8;
/// Wrong ones before a wait …
const WRONG: u32 = 5;
/// … of so many milliseconds.
const WAIT: f64 = 60_000.0;

/// Props of [`KeeperDoor`].
#[derive(Properties, PartialEq)]
pub(super) struct KeeperDoorProps {
    pub archive: ArchiveRef,
    /// Comes and goes.
    pub on_keeper: Callback<bool>,
}

/// Where the keeper stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// No PIN is set: one is chosen.
    Choose,
    /// The one chosen is typed again.
    Again(String),
    /// The PIN is asked for.
    Ask,
    /// Inside.
    Open,
}

fn sealed(pin: &str) -> String {
    digest::in_rust(["bien-nien kiosk ", pin].concat().as_bytes())
}

/// What comes of a PIN typed at a step; `kept` is the digest that the device keeps. The second tells
/// what to say when it leads nowhere.
fn typed(step: &Step, pin: &str, kept: Option<&str>) -> (Step, Option<Fault>) {
    if !DIGITS.contains(&pin.len()) {
        return (step.clone(), Some(Fault::Length));
    }
    match step {
        Step::Choose => (Step::Again(pin.to_owned()), None),
        Step::Again(first) if first == pin => (Step::Open, None),
        Step::Again(_) => (Step::Choose, Some(Fault::Differs)),
        Step::Ask if kept == Some(&sealed(pin)) => (Step::Open, None),
        Step::Ask => (Step::Ask, Some(Fault::Wrong)),
        Step::Open => (Step::Open, None),
    }
}

/// What is wrong with a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Length,
    Differs,
    Wrong,
    TooMany,
}

#[component]
pub(super) fn KeeperDoor(KeeperDoorProps { archive, on_keeper }: &KeeperDoorProps) -> Html {
    let messages = use_messages();
    let says = &annex(messages).kiosk;
    let step = use_state_eq(|| if kiosk::kept(KEY).is_some() { Step::Ask } else { Step::Choose });
    let pin = use_state_eq(String::new);
    let fault = use_state_eq(|| None::<Fault>);
    let wrong = use_mut_ref(|| (0_u32, 0.0_f64));
    let away = on_keeper.reform(|_: MouseEvent| false);
    if *step == Step::Open {
        return inside(messages, says, archive, &away, {
            let step = step.clone();
            Callback::from(move |_: MouseEvent| step.set(Step::Choose))
        });
    }
    let digit = |figure: char| {
        let pin = pin.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if pin.len() < *DIGITS.end() {
                pin.set([pin.as_str(), figure.encode_utf8(&mut [0; 4])].concat());
            }
        });
        html! { <button type="button" class="keyboard-key" {onclick}>{ figure.to_string() }</button> }
    };
    let erase = {
        let pin = pin.clone();
        Callback::from(move |_: MouseEvent| pin.set(pin[..pin.len().saturating_sub(1)].to_owned()))
    };
    let go = {
        let (step, pin, fault) = (step.clone(), pin.clone(), fault.clone());
        Callback::from(move |_: MouseEvent| {
            let (count, until) = *wrong.borrow();
            if clock::now() < until {
                fault.set(Some(Fault::TooMany));
                return;
            }
            let (next, why) = typed(&step, &pin, kiosk::kept(KEY).as_deref());
            if why == Some(Fault::Wrong) {
                let is_last = count + 1 >= WRONG;
                let until = if is_last { clock::now() + WAIT } else { 0.0 };
                wrong.replace((if is_last { 0 } else { count + 1 }, until));
            }
            if next == Step::Open && *step != Step::Ask {
                kiosk::keep(KEY, &sealed(&pin));
            }
            step.set(next);
            fault.set(why);
            pin.set(String::new());
        })
    };
    let lead = match &*step {
        Step::Choose => says.pin_choose,
        Step::Again(_) => says.pin_again,
        _ => says.pin_ask,
    };
    html! {
        <div class="kiosk-sheet" role="dialog" aria-modal="true" aria-labelledby="kiosk-pin">
            <div class="kiosk-sheet-in">
                <h2 id="kiosk-pin">{ says.keeper }</h2>
                <p>{ lead }</p>
                <p class="row-note">{ says.pin_courtesy }</p>
                <p class="kiosk-pin" role="status" aria-label={(says.pin_typed)(pin.len())}>{ "●".repeat(pin.len()) }</p>
                <p role="alert">{ fault.map(|fault| says.pin_fault(fault == Fault::Length, fault == Fault::Differs, fault == Fault::TooMany)).unwrap_or_default() }</p>
                <div class="kiosk-pad">
                    { for "123456789".chars().map(digit) }
                    <button type="button" class="keyboard-key" onclick={erase} aria-label={says.erase}>{ "⌫" }</button>
                    { digit('0') }
                    <button type="button" class="keyboard-key keyboard-enter" onclick={go}>{ says.pin_go }</button>
                </div>
                <p class="button-row"><button type="button" class="button" onclick={away}>{ says.close }</button></p>
            </div>
        </div>
    }
}

fn inside(
    messages: &'static crate::i18n::Messages,
    says: &Says,
    archive: &ArchiveRef,
    away: &Callback<MouseEvent>,
    change_pin: Callback<MouseEvent>,
) -> Html {
    let counts = Counts::kept();
    let moment = |minutes: u32| match minutes {
        0 => says.never.to_owned(),
        minutes => (messages.dates.partial)(clock::moment(f64::from(minutes) * 60_000.0)),
    };
    let fact = |words: &'static str, value: String| {
        html! { <div class="fact"><dt>{ words }</dt><dd>{ value }</dd></div> }
    };
    let number = |count: u32| (messages.dates.number)(count.into());
    let forget = Callback::from(|_: MouseEvent| Counts::forget());
    html! {
        <div class="kiosk-sheet kiosk-keeper" role="dialog" aria-modal="true" aria-labelledby="kiosk-keeper">
            <div class="kiosk-sheet-in">
                <h2 id="kiosk-keeper">{ says.keeper }</h2>
                <p class="row-note">{ says.pin_courtesy }</p>
                <dl class="facts">
                    { fact(says.archive, archive.manifest.title.clone()) }
                    { fact(says.version, archive.manifest.digest.get(..12).unwrap_or_default().to_owned()) }
                    { fact(says.last_reset, moment(counts.reset)) }
                    { fact(says.since, moment(counts.since)) }
                    { fact(says.visits, number(counts.visits)) }
                    { fact(says.pages, number(counts.pages)) }
                    { fact(says.articles_read, number(counts.articles)) }
                    { fact(says.searches, number(counts.searches)) }
                </dl>
                <p class="row-note">{ says.counts_note }</p>
                { keep_page(messages, archive) }
                <p class="button-row">
                    <button type="button" class="button" onclick={forget}>{ says.forget_counts }</button>
                    <button type="button" class="button" onclick={change_pin}>{ says.change_pin }</button>
                    <button type="button" class="button button-main" onclick={away.clone()}>{ says.close }</button>
                </p>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_chosen_by_typing_it_twice() {
        assert_eq!(typed(&Step::Choose, "123", None), (Step::Choose, Some(Fault::Length)));
        assert_eq!(typed(&Step::Choose, "1234", None), (Step::Again("1234".into()), None));
        let again = Step::Again("1234".into());
        assert_eq!(typed(&again, "1243", None), (Step::Choose, Some(Fault::Differs)));
        assert_eq!(typed(&again, "1234", None), (Step::Open, None));
    }

    #[test]
    fn only_the_right_pin_opens() {
        let kept = sealed("2580");
        assert_eq!(typed(&Step::Ask, "2580", Some(&kept)), (Step::Open, None));
        assert_eq!(typed(&Step::Ask, "2581", Some(&kept)), (Step::Ask, Some(Fault::Wrong)));
        assert_eq!(typed(&Step::Ask, "123456789", Some(&kept)), (Step::Ask, Some(Fault::Length)));
        assert!(!kept.contains("2580"));
    }
}
