//! Loads what stands beside an article once the article is drawn, and says so when it does not come.

use yew::prelude::*;

use super::{Beside, Draw, Side, gate};
use crate::components::failed;
use crate::hooks::Load;
use crate::i18n::Messages;
use crate::platform::wing::Wing;
use crate::wings::{Arrival, use_wing};

/// What stands beside an article: here, on its way, or failed.
pub struct Sides {
    draw: Option<Draw>,
    arrival: Arrival,
}

impl Sides {
    /// Whether it is here.
    pub fn are_here(&self) -> bool {
        self.draw.is_some()
    }

    /// Draws what belongs in a place; nothing before it is here.
    pub fn draw(&self, side: Side, beside: &Beside<'_>) -> Html {
        self.draw.map(|draw| draw(side, beside)).unwrap_or_default()
    }

    /// Why it did not come, and a way to try again. While it is on its way nothing is missed.
    pub fn trouble(&self, messages: &Messages) -> Html {
        let Load::Failed(error) = &self.arrival.stage else { return Html::default() };
        let text = (messages.troubles.annex)(error);
        failed(messages, messages.troubles.annex_title, &text, Some(&self.arrival.retry))
    }
}

/// Sends for what stands beside an article. Called by what draws an article, so never before one.
#[hook]
pub fn use_sides() -> Sides {
    let arrival = use_wing(Wing::Beside);
    Sides { draw: gate::pages(), arrival }
}
