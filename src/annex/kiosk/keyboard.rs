//! The keyboard of a hall's screen. It types into the field that has the focus, which keeps it; the
//! device's own keyboard stays shut (`inputmode`, set by kiosk.js).

use viet::typing::{Method, Placement, Word};
use yew::prelude::*;

use super::layout::{Key, after, hint, rows};
use crate::annals::names::Completion;
use crate::components::{DOWN, Icon, icon, line_icon};
use crate::hooks::{use_messages, use_search};
use crate::i18n::annex::annex;
use crate::i18n::annex::kiosk::Kiosk as Says;
use crate::markup::html;
use crate::platform::kiosk;

/// Suggestions that are offered at once.
const MOST: usize = 5;

/// Props of [`Keyboard`].
#[derive(Properties, PartialEq)]
pub(super) struct KeyboardProps {
    /// How marks are typed to begin with.
    pub method: Method,
    /// Where tones stand.
    pub placement: Placement,
}

/// Which letters are capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shift {
    Off,
    Next,
    All,
}

/// The word being typed, and how it was last written into the field.
#[derive(Clone, Debug)]
struct Composing {
    word: Word,
    written: String,
}

impl Composing {
    /// Goes on with what is being typed; where the field has something else before its caret, with
    /// that.
    fn follow(&mut self, method: Method, placement: Placement, before: &str) {
        if self.written.is_empty() || !before.ends_with(&self.written) {
            let tail = trailing_word(before);
            self.word = Word::resume(method, placement, tail);
            self.written = tail.to_owned();
        }
    }

    fn write(&mut self) {
        let text = self.word.text();
        kiosk::put(&self.written, &text);
        self.written = text;
    }

    fn end(&mut self, method: Method, placement: Placement) {
        *self = Self { word: Word::new(method, placement), written: String::new() };
    }
}

/// The letters at the end of a text.
fn trailing_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last();
    start.map_or("", |(at, _)| &text[at..])
}

#[component]
pub(super) fn Keyboard(KeyboardProps { method, placement }: &KeyboardProps) -> Html {
    let messages = use_messages();
    let says = &annex(messages).kiosk;
    let search = use_search();
    let placement = *placement;
    let first = *method;
    let method = use_state_eq(|| first);
    let shift = use_state_eq(|| Shift::Off);
    let is_signs = use_state_eq(|| false);
    let text = use_state_eq(kiosk::whole);
    let composing =
        use_mut_ref(|| Composing { word: Word::new(first, placement), written: String::new() });

    let press = {
        let (method, shift, is_signs) = (method.clone(), shift.clone(), is_signs.clone());
        let (text, composing) = (text.clone(), composing.clone());
        Callback::from(move |key: Key| {
            let mut now = composing.borrow_mut();
            let before = kiosk::before();
            match key {
                Key::Letter(letter) => {
                    let letter = match *shift {
                        Shift::Off => letter,
                        _ => letter.to_ascii_uppercase(),
                    };
                    if *shift == Shift::Next {
                        shift.set(Shift::Off);
                    }
                    now.follow(*method, placement, &before);
                    if now.word.takes(letter) {
                        now.word.press(letter);
                        now.write();
                    } else {
                        kiosk::put("", letter.encode_utf8(&mut [0; 4]));
                        now.end(*method, placement);
                    }
                }
                Key::Erase => {
                    now.follow(*method, placement, &before);
                    if now.word.erase() {
                        now.write();
                    } else if let Some((at, _)) = before.char_indices().next_back() {
                        kiosk::put(&before[at..], "");
                        now.end(*method, placement);
                    }
                }
                Key::Space => {
                    kiosk::put("", " ");
                    now.end(*method, placement);
                }
                Key::Shift => shift.set(match *shift {
                    Shift::Off => Shift::Next,
                    Shift::Next => Shift::All,
                    Shift::All => Shift::Off,
                }),
                Key::Signs => is_signs.set(!*is_signs),
                Key::Method => {
                    let next = after(*method);
                    method.set(next);
                    now.end(next, placement);
                }
                Key::Enter => {
                    kiosk::enter();
                    kiosk::leave();
                }
                Key::Away => kiosk::leave(),
            }
            text.set(kiosk::whole());
        })
    };
    let choose = {
        let (text, composing, method) = (text.clone(), composing.clone(), method.clone());
        Callback::from(move |chosen: String| {
            let before = kiosk::before();
            kiosk::put(trailing_word(&before), &[&chosen, " "].concat());
            composing.borrow_mut().end(*method, placement);
            text.set(kiosk::whole());
        })
    };
    let suggestions = suggestions(&search.names.complete(&text), &text);
    // The field keeps the focus.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="keyboard" role="group" aria-label={says.keyboard} {onmousedown}>
            <div class="keyboard-head">
                <p class="keyboard-echo" aria-hidden="true" lang="vi">{ text.as_str() }<span class="keyboard-caret" /></p>
                <div class="keyboard-words" role="group" aria-label={says.suggestions}>
                    { for suggestions.into_iter().map(|word| {
                        let (choose, chosen) = (choose.clone(), word.clone());
                        let onclick = Callback::from(move |_: MouseEvent| choose.emit(chosen.clone()));
                        html! { <button type="button" class="keyboard-word" {onclick} lang="vi">{ word }</button> }
                    }) }
                </div>
            </div>
            { for rows(*is_signs).into_iter().map(|row| html! {
                <div class="keyboard-row">
                    { for row.into_iter().map(|which| key(says, which, *method, *shift, *is_signs, &press)) }
                </div>
            }) }
        </div>
    }
}

fn key(
    says: &Says,
    which: Key,
    method: Method,
    shift: Shift,
    is_signs: bool,
    press: &Callback<Key>,
) -> Html {
    let press = press.clone();
    let onclick = Callback::from(move |_: MouseEvent| press.emit(which));
    let (class, words, label) = match which {
        Key::Letter(letter) => {
            let small = if shift == Shift::Off { letter } else { letter.to_ascii_uppercase() };
            return html! {
                <button type="button" class="keyboard-key" {onclick}>
                    { small.to_string() }
                    { for hint(method, letter).map(|hint| html! { <span class="keyboard-hint" aria-hidden="true">{ hint }</span> }) }
                </button>
            };
        }
        Key::Erase => ("keyboard-key keyboard-wide", sign("\u{232b}"), says.erase),
        Key::Shift => {
            let sign = sign(if shift == Shift::All { "\u{21ea}" } else { "\u{21e7}" });
            return html! {
                <button type="button" class="keyboard-key keyboard-wide" {onclick}
                    aria-pressed={if shift == Shift::Off { "false" } else { "true" }}>
                    { sign }<span class="unseen">{ says.shift }</span>
                </button>
            };
        }
        Key::Signs => {
            let words = sign(if is_signs { "abc" } else { "?!\u{2026}" });
            ("keyboard-key keyboard-wide", words, says.signs)
        }
        Key::Method => {
            let words = html! { <span>{ says.method(method) }</span> };
            ("keyboard-key keyboard-wide keyboard-small", words, says.change_method)
        }
        Key::Space => ("keyboard-key keyboard-space", html! {}, says.space),
        Key::Enter => ("keyboard-key keyboard-wide keyboard-enter", icon(Icon::Lens), says.enter),
        Key::Away => ("keyboard-key keyboard-wide", line_icon(DOWN), says.away),
    };
    html! {
        <button type="button" {class} {onclick}>
            { words }<span class="unseen">{ " " }{ label }</span>
        </button>
    }
}

/// A sign that is not read out.
fn sign(sign: &'static str) -> Html {
    html! { <span aria-hidden="true">{ sign }</span> }
}

/// Words that go on with the one being typed, from names that the archive knows: first with the word
/// that follows them there.
fn suggestions(found: &[Completion], text: &str) -> Vec<String> {
    let typed = viet::fold(trailing_word(text));
    let mut words: Vec<String> = Vec::new();
    if typed.is_empty() {
        return words;
    }
    for length in [2, 1] {
        for completion in found {
            let all: Vec<&str> = viet::tokens(&completion.name).map(|token| token.text).collect();
            for at in 0..all.len() {
                let Some(run) = all.get(at..at + length) else { continue };
                let word = run.join(" ");
                let same = |other: &str| viet::canonical(other) == viet::canonical(&word);
                let is_new = !same(trailing_word(text)) && !words.iter().any(|word| same(word));
                if viet::fold(all[at]).starts_with(&typed) && is_new {
                    words.push(word);
                }
            }
        }
        words.truncate(MOST - usize::from(length == 2) * 2);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annals::names::Kind;
    use crate::route::Route;

    fn check(names: &[&str], text: &str, expected: &[&str]) {
        let found: Vec<Completion> = names
            .iter()
            .map(|name| Completion {
                kind: Kind::Unit,
                name: (*name).to_owned(),
                marks: Vec::new(),
                note: None,
                route: Route::Home,
            })
            .collect();
        assert_eq!(suggestions(&found, text), expected, "{text}");
    }

    #[test]
    fn words_go_on_with_what_is_typed() {
        let names = ["Huyện ủy Sông Lô", "Huyện Sông Lô", "Đảng ủy Khối"];
        check(&names, "huy", &["Huyện ủy", "Huyện Sông", "Huyện"]);
        check(&names, "huyện s", &["Sông Lô", "Sông"]);
        check(&names, "", &[]);
        check(&names, "huyện ", &[]);
        check(&[], "huy", &[]);
    }

    #[test]
    fn the_word_before_the_caret() {
        for (text, word) in [("", ""), ("dân vậ", "vậ"), ("dân ", ""), ("15/10", ""), ("đ", "đ")]
        {
            assert_eq!(trailing_word(text), word, "{text}");
        }
    }

    #[test]
    fn typing_follows_what_stands_in_the_field() {
        let (method, placement) = (Method::Telex, Placement::Old);
        let mut now = Composing { word: Word::new(method, placement), written: String::new() };
        now.follow(method, placement, "dân van");
        assert_eq!(now.written, "van");
        now.word.press('a');
        assert_eq!(now.word.text(), "vân");
        now.written = "vân".to_owned();
        now.follow(method, placement, "khác");
        assert_eq!(now.word.text(), "khác", "the reader moved the caret");
    }
}
