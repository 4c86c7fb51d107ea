//! What is kept in a month, from its three sources, which stay apart.

use calendar::{Date, Month};
use model::days::{ReferenceDay, ToldDay};
use yew::prelude::*;

use crate::annals::days::{Return, in_month};
use crate::annals::yearly;
use crate::annex::told::{Switch, reference_days, told_days};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;

/// What is kept in a month: anniversaries with their years, days that articles name without, and days
/// of reference, which no article need name.
pub(super) struct Kept<'a> {
    pub(super) returns: Vec<Return<'a>>,
    pub(super) named: Vec<(Date, &'a ToldDay)>,
    pub(super) cited: Vec<(Date, &'a ReferenceDay)>,
}

impl<'a> Kept<'a> {
    pub(super) fn of(archive: &'a Archive, month: Month, switch: &Switch) -> Self {
        let cited = if switch.is_shown { reference_days(archive).ok() } else { None };
        Self {
            returns: in_month(archive.heads().unwrap_or_default(), month),
            named: yearly::in_month(told_days(archive).unwrap_or_default(), month),
            cited: yearly::in_month(cited.unwrap_or_default(), month),
        }
    }

    /// Those of one day.
    pub(super) fn on(&self, day: Date) -> Self {
        Self {
            returns: self
                .returns
                .iter()
                .filter(|one| one.occurrence.date == day)
                .copied()
                .collect(),
            named: self.named.iter().filter(|(on, _)| *on == day).copied().collect(),
            cited: self.cited.iter().filter(|(on, _)| *on == day).copied().collect(),
        }
    }

    /// How many the articles tell of.
    pub(super) fn told(&self) -> usize {
        self.returns.len() + self.named.len()
    }

    /// The classes of a day's link.
    pub(super) fn class(&self) -> [Option<&'static str>; 2] {
        let cited = (!self.cited.is_empty()).then_some("grid-cited");
        [(self.told() > 0).then_some("grid-kept"), cited]
    }

    /// How many there are, read out after the day's number.
    pub(super) fn read_out(&self, messages: &Messages) -> Html {
        let says = annex(messages);
        html! {
            <>
                if self.told() > 0 {
                    <span class="unseen">{ ", " }{ (says.calendar.count)(self.told()) }</span>
                }
                if !self.cited.is_empty() {
                    <span class="unseen">{ ", " }{ (says.told.reference.count)(self.cited.len()) }</span>
                }
            </>
        }
    }
}
