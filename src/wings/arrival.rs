//! A wing on its way.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::{failed, loading};
use crate::hooks::{Load, Progress};
use crate::i18n::Messages;
use crate::platform::wing::{self, Wing, WingError};

/// Where the loading of a wing stands.
#[derive(Clone, PartialEq)]
pub struct Arrival {
    /// Nothing, once it is here.
    pub stage: Load<(), WingError>,
    /// Tries once more.
    pub retry: Callback<()>,
}

/// Loads a wing; draws again when it is here, and when it does not come.
#[hook]
pub fn use_wing(which: Wing) -> Arrival {
    let stage = use_state_eq(Load::<(), WingError>::default);
    let attempt = use_state_eq(|| 0_u32);
    let result = stage.clone();
    use_effect_with(*attempt, move |_| {
        if wing::is_here(which) {
            return;
        }
        result.set(Load::default());
        spawn_local(async move {
            let waiting = result.clone();
            let report = move |received| {
                waiting.set(Load::Waiting(Progress { received, expected: 0 }));
            };
            result.set(match wing::load(which, Rc::new(report)).await {
                Ok(()) => Load::Ready(()),
                Err(error) => Load::Failed(error),
            });
        });
    });
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    Arrival { stage: (*stage).clone(), retry }
}

/// What stands in the place of a wing's page until it is here.
pub fn awaited(messages: &Messages, arrival: &Arrival) -> Html {
    match &arrival.stage {
        Load::Failed(error) => {
            let text = (messages.troubles.annex)(error);
            failed(messages, messages.troubles.annex_title, &text, Some(&arrival.retry))
        }
        Load::Waiting(progress) => loading(messages, *progress),
        Load::Ready(()) => Html::default(),
    }
}
