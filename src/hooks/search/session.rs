//! The conversation with the search worker, as a machine that can be tested without one: events
//! go in, things to do come out.
//!
//! Hello, then the archive, then searches. One search is on its way at a time, the newest; a newer
//! one makes the answer to an older one worthless. A worker that dies is started once more and
//! asked again; when it dies again, search is off.

use protocol::{Answer, Ask, Damage, Failure, Query, Reply, Request, Results, VERSION};

use crate::platform::worker::Event;

/// What the worker's keeper has to do.
#[derive(Debug, PartialEq)]
pub(super) enum Deed {
    /// Start the worker (again) and call [`Session::started`].
    Start,
    /// Send these bytes.
    Send(Vec<u8>),
    /// Show results.
    Show(Query, Results),
    /// Say how many files are here of how many that are waited for.
    Wait(u32, u32),
    /// Send for the titles of these articles.
    Read(Vec<u32>),
    /// Name parts that search does without.
    Damaged(Vec<Damage>),
    /// Say that search is off.
    GiveUp(SearchFailure),
}

/// Why there is no search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFailure {
    /// The browser or this build has no worker for it.
    NoWorker,
    /// The worker stopped, twice.
    Crashed,
    /// The worker is of another build: the page must be loaded afresh.
    OtherVersion,
    /// No piece of the index can be used.
    NoIndex,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Off,
    Greeting,
    Opening,
    Open,
    GivenUp,
}

/// The conversation.
#[derive(Debug)]
pub(super) struct Session {
    stage: Stage,
    setup: Vec<Ask>,
    next: u32,
    wanted: Option<Query>,
    on_its_way: Option<(u32, Query)>,
    restarts: u8,
}

impl Session {
    /// A conversation about one archive: `setup` ends with [`Ask::Open`].
    pub(super) fn new(setup: Vec<Ask>) -> Self {
        Self { stage: Stage::Off, setup, next: 0, wanted: None, on_its_way: None, restarts: 0 }
    }

    /// Gets ready before anything is asked.
    pub(super) fn warm(&mut self) -> Vec<Deed> {
        match self.stage {
            Stage::Off => {
                self.stage = Stage::Greeting;
                vec![Deed::Start]
            }
            _ => Vec::new(),
        }
    }

    /// The worker runs (or could not be started).
    pub(super) fn started(&mut self, runs: bool) -> Vec<Deed> {
        if !runs {
            return self.give_up(SearchFailure::NoWorker);
        }
        self.stage = Stage::Greeting;
        vec![self.send(Ask::Hello { version: VERSION })]
    }

    /// The reader looks for something; what was looked for before no longer matters.
    pub(super) fn ask(&mut self, query: Query) -> Vec<Deed> {
        self.wanted = Some(query);
        match self.stage {
            Stage::Off => self.warm(),
            Stage::Open => self.search(),
            Stage::Greeting | Stage::Opening | Stage::GivenUp => Vec::new(),
        }
    }

    /// The worker says something.
    pub(super) fn hear(&mut self, event: &Event) -> Vec<Deed> {
        match event {
            Event::Crashed => self.crashed(),
            Event::Message(bytes) => match protocol::decode::<Reply>(bytes) {
                Some(reply) => self.answered(reply),
                None => Vec::new(),
            },
        }
    }

    fn answered(&mut self, Reply { number, answer }: Reply) -> Vec<Deed> {
        match answer {
            Answer::Welcome => {
                self.stage = Stage::Opening;
                let setup = self.setup.clone();
                setup.into_iter().map(|ask| self.send(ask)).collect()
            }
            Answer::OtherVersion { .. } => self.give_up(SearchFailure::OtherVersion),
            Answer::Opened { damaged, .. } => {
                self.stage = Stage::Open;
                let mut deeds = vec![Deed::Damaged(damaged)];
                deeds.extend(self.search());
                deeds
            }
            Answer::Found(results) => {
                match self.on_its_way.clone().filter(|(asked, _)| *asked == number) {
                    Some((_, query)) => {
                        if !results.is_early {
                            self.on_its_way = None;
                        }
                        vec![Deed::Show(query, results)]
                    }
                    None => Vec::new(),
                }
            }
            // The worker asks for the index again with the next question: it may have come back.
            Answer::Failed { reason: Failure::NoIndex } => {
                self.on_its_way = None;
                vec![Deed::GiveUp(SearchFailure::NoIndex)]
            }
            Answer::Failed { .. } => self.crashed(),
            Answer::Loading { here, of } => vec![Deed::Wait(here, of)],
            Answer::Hits(documents) => vec![Deed::Read(documents)],
            Answer::Taken | Answer::Indexed { .. } => Vec::new(),
        }
    }

    fn search(&mut self) -> Vec<Deed> {
        let Some(query) = self.wanted.take() else { return Vec::new() };
        let deed = self.send(Ask::Search(query.clone()));
        self.on_its_way = Some((self.next, query));
        vec![deed]
    }

    fn crashed(&mut self) -> Vec<Deed> {
        if self.stage == Stage::GivenUp {
            return Vec::new();
        }
        if self.restarts >= MAX_RESTARTS {
            return self.give_up(SearchFailure::Crashed);
        }
        self.restarts += 1;
        self.stage = Stage::Greeting;
        let unanswered = self.on_its_way.take().map(|(_, query)| query);
        self.wanted = self.wanted.take().or(unanswered);
        vec![Deed::Start]
    }

    fn give_up(&mut self, why: SearchFailure) -> Vec<Deed> {
        self.stage = Stage::GivenUp;
        vec![Deed::GiveUp(why)]
    }

    fn send(&mut self, ask: Ask) -> Deed {
        self.next = self.next.wrapping_add(1);
        Deed::Send(protocol::encode(&Request { number: self.next, ask }))
    }
}

/// A worker that dies twice on the same archive will die a third time.
const MAX_RESTARTS: u8 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query { text: text.into(), ..Query::default() }
    }

    fn reply(number: u32, answer: Answer) -> Event {
        Event::Message(protocol::encode(&Reply { number, answer }))
    }

    /// What a deed asks, when it sends something.
    fn asked(deed: &Deed) -> (u32, Ask) {
        let Deed::Send(bytes) = deed else { panic!("{deed:?} sends nothing") };
        let Request { number, ask } = protocol::decode(bytes).unwrap();
        (number, ask)
    }

    fn open() -> Ask {
        Ask::Open { base: "x/".into(), index: Vec::new(), chunks: Vec::new() }
    }

    fn opened(session: &mut Session, number: u32) -> Vec<Deed> {
        let deeds = session.started(true);
        assert_eq!(asked(&deeds[0]).1, Ask::Hello { version: VERSION });
        let deeds = session.hear(&reply(number, Answer::Welcome));
        assert_eq!(asked(&deeds[0]).1, open());
        session.hear(&reply(number + 1, Answer::Opened { documents: 5, damaged: Vec::new() }))
    }

    #[test]
    fn a_query_typed_before_the_worker_is_ready_is_asked_when_it_is() {
        let mut session = Session::new(vec![open()]);
        assert_eq!(session.ask(query("h")), [Deed::Start]);
        assert_eq!(session.ask(query("hu")), []);
        let deeds = opened(&mut session, 1);
        assert_eq!(asked(&deeds[1]), (3, Ask::Search(query("hu"))));
    }

    #[test]
    fn only_the_newest_answer_is_shown() {
        let mut session = Session::new(vec![open()]);
        session.warm();
        opened(&mut session, 1);
        let older = asked(&session.ask(query("d"))[0]).0;
        let newer = asked(&session.ask(query("dân"))[0]).0;
        assert_eq!(session.hear(&reply(older, Answer::Found(Results::default()))), []);
        let deeds = session.hear(&reply(newer, Answer::Found(Results::default())));
        assert_eq!(deeds, [Deed::Show(query("dân"), Results::default())]);
    }

    #[test]
    fn an_early_answer_is_shown_and_the_whole_one_too() {
        let mut session = Session::new(vec![open()]);
        session.warm();
        opened(&mut session, 1);
        let number = asked(&session.ask(query("d"))[0]).0;
        let early = Results { is_early: true, ..Results::default() };
        for results in [early, Results::default()] {
            let deeds = session.hear(&reply(number, Answer::Found(results.clone())));
            assert_eq!(deeds, [Deed::Show(query("d"), results)]);
        }
        assert_eq!(session.hear(&reply(number, Answer::Found(Results::default()))), []);
    }

    #[test]
    fn a_worker_that_dies_is_started_once_more_and_asked_again() {
        let mut session = Session::new(vec![open()]);
        session.warm();
        opened(&mut session, 1);
        session.ask(query("dân"));
        assert_eq!(session.hear(&Event::Crashed), [Deed::Start]);
        let deeds = opened(&mut session, 4);
        assert_eq!(asked(&deeds[1]).1, Ask::Search(query("dân")));
        assert_eq!(session.hear(&Event::Crashed), [Deed::GiveUp(SearchFailure::Crashed)]);
        assert_eq!(session.hear(&Event::Crashed), []);
        assert_eq!(session.ask(query("dân")), []);
    }

    #[test]
    fn an_index_that_is_lost_is_asked_for_again() {
        let mut session = Session::new(vec![open()]);
        session.warm();
        opened(&mut session, 1);
        let lost = asked(&session.ask(query("d"))[0]).0;
        let deeds = session.hear(&reply(lost, Answer::Failed { reason: Failure::NoIndex }));
        assert_eq!(deeds, [Deed::GiveUp(SearchFailure::NoIndex)]);
        let again = asked(&session.ask(query("dân"))[0]).0;
        let deeds = session.hear(&reply(again, Answer::Found(Results::default())));
        assert_eq!(deeds, [Deed::Show(query("dân"), Results::default())]);
    }

    #[test]
    fn another_build_is_not_talked_to() {
        let mut session = Session::new(vec![open()]);
        session.warm();
        session.started(true);
        let deeds = session.hear(&reply(1, Answer::OtherVersion { version: 0 }));
        assert_eq!(deeds, [Deed::GiveUp(SearchFailure::OtherVersion)]);
    }

    #[test]
    fn slow_files_are_told_of() {
        let mut session = Session::new(vec![open()]);
        session.ask(query("d"));
        let deeds = session.hear(&reply(0, Answer::Loading { here: 1, of: 3 }));
        assert_eq!(deeds, [Deed::Wait(1, 3)]);
    }

    #[test]
    fn noise_is_ignored() {
        let mut session = Session::new(vec![open()]);
        session.warm();
        opened(&mut session, 1);
        assert_eq!(session.hear(&Event::Message(vec![0xff; 9])), []);
        assert_eq!(session.hear(&Event::Message(Vec::new())), []);
    }
}
