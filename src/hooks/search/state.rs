//! What the pages know of the search.

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

/// The search as shown.
#[derive(Clone, Debug, Default)]
pub struct SearchState {
    /// Where it stands.
    pub phase: Phase,
    /// What was asked last.
    pub asked: Option<Query>,
    /// The last results, with the query they answer.
    pub shown: Option<Rc<(Query, Results)>>,
    /// Parts that search does without.
    pub damaged: Rc<Vec<Damage>>,
}

impl PartialEq for SearchState {
    fn eq(&self, other: &Self) -> bool {
        let same = |a: &Option<Rc<_>>, b: &Option<Rc<_>>| match (a, b) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        self.phase == other.phase
            && self.asked == other.asked
            && same(&self.shown, &other.shown)
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
    Show(Query, Results),
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
            }
            (SearchAction::Clear, phase) => {
                next.asked = None;
                next.shown = None;
                if !matches!(phase, Phase::Failed(_)) {
                    next.phase = Phase::Idle;
                }
            }
            (SearchAction::Show(query, results), _) => {
                if self.asked.as_ref() != Some(&query) {
                    return self;
                }
                next.shown = Some(Rc::new((query, results)));
                next.phase = Phase::Ready;
            }
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

    fn after(actions: Vec<SearchAction>) -> Rc<SearchState> {
        actions.into_iter().fold(Rc::default(), SearchState::reduce)
    }

    #[test]
    fn the_last_results_stay_while_the_next_are_on_their_way() {
        let state = after(vec![
            SearchAction::Ask(query("a")),
            SearchAction::Show(query("a"), Results::default()),
            SearchAction::Ask(query("ab")),
        ]);
        assert_eq!(state.phase, Phase::Waiting);
        assert_eq!(state.shown.as_ref().map(|shown| shown.0.text.as_str()), Some("a"));
    }

    #[test]
    fn an_answer_to_an_older_query_changes_nothing() {
        let state = after(vec![
            SearchAction::Ask(query("a")),
            SearchAction::Clear,
            SearchAction::Show(query("a"), Results::default()),
        ]);
        assert_eq!((state.phase, state.shown.is_none()), (Phase::Idle, true));
    }

    #[test]
    fn asking_the_same_again_keeps_the_results() {
        let shown = after(vec![
            SearchAction::Ask(query("a")),
            SearchAction::Show(query("a"), Results::default()),
        ]);
        let again = Rc::clone(&shown).reduce(SearchAction::Ask(query("a")));
        assert!(Rc::ptr_eq(&shown, &again));
    }

    #[test]
    fn a_failure_lasts() {
        let failed = SearchFailure::Crashed;
        let state = after(vec![SearchAction::GiveUp(failed), SearchAction::Ask(query("a"))]);
        assert_eq!(state.phase, Phase::Failed(failed));
    }
}
