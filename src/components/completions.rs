//! The list of names under a search box: a listbox of groups, moved through from the box.

use std::rc::Rc;

use yew::prelude::*;

use super::marked::marked;
use crate::annals::names::Completion;
use crate::i18n::Messages;
use crate::markup::html;

/// Names to choose from, and which one the arrow keys have reached.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    /// The names; none, and there is no list.
    pub found: Rc<Vec<Completion>>,
    /// What was typed, as long as words that complete it may still come.
    pub typed: Option<String>,
    /// The one reached; `None` in the box itself.
    pub active: Option<usize>,
}

impl Choices {
    /// One further down or up; past either end lies the box.
    pub(super) fn stepped(&self, is_down: bool) -> Self {
        let last = self.found.len().checked_sub(1);
        let active = match (self.active, is_down) {
            (None, true) => last.map(|_| 0),
            (None, false) => last,
            (Some(at), true) => Some(at + 1).filter(|at| Some(*at) <= last),
            (Some(at), false) => at.checked_sub(1),
        };
        Self { active, ..self.clone() }
    }
}

/// The id of the list of a box.
pub(super) fn list_id(of: &str) -> String {
    [of, "-names"].concat()
}

/// The id of one name.
pub(super) fn option_id(of: &str, at: usize) -> String {
    [of, "-", &at.to_string()].concat()
}

/// Draws the list; nothing where there are no names.
pub(super) fn completions(
    messages: &Messages,
    of: &str,
    choices: &Choices,
    choose: &Callback<usize>,
) -> Html {
    if choices.found.is_empty() {
        return html! {};
    }
    let says = &messages.search;
    let mut at = 0;
    let groups = choices.found.chunk_by(|a, b| a.kind == b.kind).map(|group| {
        let name = (says.kind)(group[0].kind);
        let first = at;
        at += group.len();
        let options = (first..).zip(group);
        let options = options.map(|(at, found)| option(of, at, found, choices.active, choose));
        html! {
            <div role="group" aria-label={name}>
                <p class="completions-kind" aria-hidden="true">{ name }</p>
                { for options }
            </div>
        }
    });
    // The box keeps the focus while the list is touched.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="completions" role="listbox" id={list_id(of)} aria-label={says.completions} {onmousedown}>
            { for groups }
        </div>
    }
}

fn option(
    of: &str,
    at: usize,
    found: &Completion,
    active: Option<usize>,
    choose: &Callback<usize>,
) -> Html {
    let choose = choose.clone();
    let onclick = Callback::from(move |_: MouseEvent| choose.emit(at));
    let is_active = active == Some(at);
    html! {
        <div class="completion" role="option" id={option_id(of, at)} {onclick}
            aria-selected={if is_active { "true" } else { "false" }} lang="vi">
            <span>{ marked(&found.name, &found.marks) }</span>
            if let Some(note) = &found.note {
                <span class="row-note">{ note }</span>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annals::names::Kind;
    use crate::route::Route;

    fn check(active: Option<usize>, is_down: bool, expected: Option<usize>) {
        let name = Completion {
            kind: Kind::Unit,
            name: String::new(),
            marks: Vec::new(),
            note: None,
            route: Route::Home,
        };
        let found = Rc::new(vec![name.clone(), name]);
        let choices = Choices { found, active, typed: None };
        assert_eq!(choices.stepped(is_down).active, expected, "{active:?}");
    }

    #[test]
    fn arrows_go_round_through_the_box() {
        check(None, true, Some(0));
        check(Some(0), true, Some(1));
        check(Some(1), true, None);
        check(None, false, Some(1));
        check(Some(0), false, None);
        assert_eq!(Choices::default().stepped(true).active, None);
        assert_eq!(Choices::default().stepped(false).active, None);
    }
}
