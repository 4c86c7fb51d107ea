//! What the pages know of the search.

use std::ops::Deref;
use std::rc::Rc;

use protocol::{Damage, Query, Results};
use yew::Reducible;

use super::session::SearchFailure;

/// Where the search stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nothing is looked for.
    #[default]
    Idle,
    /// An answer is on its way; the last results stay on screen.
    Waiting,
    /// The results answer what was asked last.
    Ready,
    /// Search is off.
    Failed(SearchFailure),
}

/// Results with the query they answer; the same answer is the same, drawn as far.
#[derive(Clone, Debug)]
pub struct Shown {
    answer: Rc<(Query, Results)>,
    /// How many results are to be drawn by now; what is not a result follows them.
    drawn: usize,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer) && self.drawn == other.drawn
    }
}

impl Deref for Shown {
    type Target = (Query, Results);
    fn deref(&self) -> &Self::Target {
        &self.answer
    }
}

/// What a phone shows of an answer, and what is added to that at a time.
pub(super) const PART: usize = 3;

impl Shown {
    /// How many results are to be drawn.
    pub fn drawn(&self) -> usize {
        self.drawn
    }

    /// Whether all is to be drawn, filters too.
    pub fn is_whole(&self) -> bool {
        self.drawn > self.1.hits.len()
    }

    /// The same with its first results alone, or with all of them: filters come later.
    pub(super) fn first_part(mut self, is_slow: bool) -> Self {
        self.drawn = if is_slow { PART } else { self.1.hits.len() };
        self
    }

    /// The articles of the results that are to be drawn later.
    pub(super) fn coming(&self) -> Vec<u32> {
        self.1.hits.iter().skip(self.drawn).map(|hit| hit.document).collect()
    }

    /// The same with one part more.
    pub(super) fn next_part(mut self) -> Self {
        self.drawn += PART;
        self
    }
}

impl From<(Query, Results)> for Shown {
    fn from(answer: (Query, Results)) -> Self {
        Self { answer: Rc::new(answer), drawn: usize::MAX }
    }
}

/// The search as shown.
#[derive(Clone, Debug, Default)]
pub struct SearchState {
    /// Where it stands.
    pub phase: Phase,
    /// What was asked last.
    pub asked: Option<Query>,
    /// The last results, with the query they answer.
    pub shown: Option<Shown>,
    /// Of the files that a slow answer waits for: how many are here, and how many there are.
    pub loading: Option<(u32, u32)>,
    /// Parts that search does without.
    pub damaged: Rc<Vec<Damage>>,
}

/// What was asked last is not seen: a key that only asks draws nothing anew.
impl PartialEq for SearchState {
    fn eq(&self, other: &Self) -> bool {
        self.phase == other.phase
            && self.shown == other.shown
            && self.loading == other.loading
            && self.damaged == other.damaged
    }
}

/// What happens to the search.
#[derive(Debug)]
pub enum SearchAction {
    /// The reader looks for something.
    Ask(Query),
    /// Nothing is looked for any more.
    Clear,
    /// An answer came.
    Show(Shown),
    /// An answer waits for files.
    Wait(u32, u32),
    /// Parts are damaged.
    Damaged(Vec<Damage>),
    /// Search is off.
    GiveUp(SearchFailure),
}

impl Reducible for SearchState {
    type Action = SearchAction;

    fn reduce(self: Rc<Self>, action: SearchAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match (action, self.phase) {
            (SearchAction::Ask(query), Phase::Failed(_)) => next.asked = Some(query),
            (SearchAction::Ask(query), _) => {
                if self.asked.as_ref() == Some(&query) {
                    return self;
                }
                next.asked = Some(query);
                next.phase = Phase::Waiting;
                next.loading = None;
            }
            (SearchAction::Clear, phase) => {
                next.asked = None;
                next.shown = None;
                if !matches!(phase, Phase::Failed(_)) {
                    next.phase = Phase::Idle;
                }
            }
            (SearchAction::Show(shown), _) => {
                if self.asked.as_ref() != Some(&shown.0) {
                    return self;
                }
                next.shown = Some(shown);
                next.phase = Phase::Ready;
            }
            (SearchAction::Wait(here, of), _) => next.loading = Some((here, of)),
            (SearchAction::Damaged(damaged), _) => next.damaged = Rc::new(damaged),
            (SearchAction::GiveUp(why), _) => next.phase = Phase::Failed(why),
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query { text: text.into(), ..Query::default() }
    }

    fn shown(text: &str) -> SearchAction {
        SearchAction::Show((query(text), Results::default()).into())
    }

    fn after(actions: Vec<SearchAction>) -> Rc<SearchState> {
        actions.into_iter().fold(Rc::default(), SearchState::reduce)
    }

    #[test]
    fn the_last_results_stay_while_the_next_are_on_their_way() {
        let state =
            after(vec![SearchAction::Ask(query("a")), shown("a"), SearchAction::Ask(query("ab"))]);
        assert_eq!(state.phase, Phase::Waiting);
        assert_eq!(state.shown.as_ref().map(|shown| shown.0.text.as_str()), Some("a"));
    }

    #[test]
    fn an_answer_to_an_older_query_changes_nothing() {
        let state = after(vec![SearchAction::Ask(query("a")), SearchAction::Clear, shown("a")]);
        assert_eq!((state.phase, state.shown.is_none()), (Phase::Idle, true));
    }

    #[test]
    fn a_key_that_asks_while_an_answer_is_on_its_way_draws_nothing_anew() {
        let asked = after(vec![SearchAction::Ask(query("a"))]);
        let again = asked.clone().reduce(SearchAction::Ask(query("ab")));
        assert_eq!(again.asked, Some(query("ab")));
        assert!(asked == again && *asked != SearchState::default());
    }

    #[test]
    fn asking_the_same_again_keeps_the_results() {
        let shown = after(vec![SearchAction::Ask(query("a")), shown("a")]);
        let again = Rc::clone(&shown).reduce(SearchAction::Ask(query("a")));
        assert!(Rc::ptr_eq(&shown, &again));
    }

    #[test]
    fn slow_files_are_told_of_until_the_next_question() {
        let waiting = vec![SearchAction::Ask(query("a")), SearchAction::Wait(1, 3)];
        let state = after(waiting);
        assert_eq!((state.phase, state.loading), (Phase::Waiting, Some((1, 3))));
        assert_eq!(state.reduce(SearchAction::Ask(query("b"))).loading, None);
    }

    #[test]
    fn a_failure_lasts() {
        let failed = SearchFailure::Crashed;
        let state = after(vec![SearchAction::GiveUp(failed), SearchAction::Ask(query("a"))]);
        assert_eq!(state.phase, Phase::Failed(failed));
    }
}
