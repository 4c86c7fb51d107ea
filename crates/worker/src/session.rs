//! The conversation: one message after another, but for searches, of which only the newest counts.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use protocol::{Answer, Ask, Failure, Filter, Query, Reply, Request, Results, VERSION};
use search::{Results as Found, Sight};

use crate::Host;
use crate::answer;
use crate::archive::{Archive, Provided};

/// Who waits for texts so many milliseconds is shown first what the index knows.
const PATIENCE: i32 = 150;

/// So long texts wait for titles to be asked for.
const TITLES_FIRST: i32 = 30;

/// To fill a page with hits that have a phrase, no more than so many texts are looked at.
const MOST_VERIFIED: usize = 60;

/// So many hits beyond the page are told where they may lack a phrase: all that may be looked at.
const MOST_SPARE: usize = 2 * MOST_VERIFIED;

/// A conversation with one viewer.
pub struct Session<H> {
    host: H,
    waiting: RefCell<VecDeque<Request>>,
    busy: Cell<bool>,
    /// The newest search that has come in.
    newest: Cell<u32>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// The viewer is of another build: nothing it says can be trusted to mean what it seems.
    foreign: bool,
    provided: Provided,
    archive: Option<Archive>,
    /// What was answered last before its texts had come: it stands as the index has it.
    shown: (String, Vec<Filter>),
    /// What was searched for last, and the documents that may have had its phrases by the index and by
    /// their texts have not: for the next page, another order, a filter.
    lacking: (String, Vec<u32>),
}

impl<H: Host> Session<H> {
    /// A conversation that has not begun.
    pub fn new(host: H) -> Self {
        Self {
            host,
            waiting: RefCell::default(),
            busy: Cell::new(false),
            newest: Cell::new(0),
            state: RefCell::default(),
        }
    }

    /// Where it runs.
    pub fn host(&self) -> &H {
        &self.host
    }

    /// Takes a message. Messages are answered in their order; the future that takes a message
    /// while another is at work returns at once, and the other answers both.
    pub async fn take(&self, message: &[u8]) {
        let Some(request) = protocol::decode::<Request>(message) else {
            return self.post(0, Answer::Failed { reason: Failure::Garbled });
        };
        if matches!(request.ask, Ask::Search(_)) {
            self.newest.set(request.number);
        }
        self.waiting.borrow_mut().push_back(request);
        if self.busy.replace(true) {
            return;
        }
        let mut state = self.state.take();
        while let Some(Request { number, ask }) = self.next() {
            if let Some(answer) = self.answer(&mut state, number, ask).await {
                self.post(number, answer);
            }
        }
        self.state.replace(state);
        self.busy.set(false);
    }

    fn next(&self) -> Option<Request> {
        self.waiting.borrow_mut().pop_front()
    }

    fn post(&self, number: u32, answer: Answer) {
        self.host.post(protocol::encode(&Reply { number, answer }));
    }

    async fn answer(&self, state: &mut State, number: u32, ask: Ask) -> Option<Answer> {
        if let Ask::Hello { version } = ask {
            state.foreign = version != VERSION;
        }
        if state.foreign {
            return Some(Answer::OtherVersion { version: VERSION });
        }
        Some(match ask {
            Ask::Hello { .. } => Answer::Welcome,
            Ask::Provide { path, bytes } => {
                state.provided.push((path, bytes));
                Answer::Taken
            }
            Ask::Open { base, index, chunks } => {
                let archive = Archive::open(&self.host, &state.provided, base, index, chunks).await;
                let opened =
                    Answer::Opened { documents: archive.documents(), damaged: archive.damaged() };
                state.archive = Some(archive);
                opened
            }
            Ask::Search(query) => return self.search(state, number, &query).await,
            // The indexer's business.
            Ask::Index { .. } => Answer::Failed { reason: Failure::Garbled },
        })
    }

    /// Answers a search, or nothing when a newer one has come in.
    async fn search(&self, state: &mut State, number: u32, query: &Query) -> Option<Answer> {
        let Some(archive) = &mut state.archive else {
            return Some(Answer::Failed { reason: Failure::NotOpen });
        };
        self.host.rest(0).await;
        let wanted = || self.newest.get() == number;
        if !wanted() {
            return None;
        }
        let begun = self.host.micros();
        let request = answer::request(query, MOST_SPARE);
        let shown = (query.text.clone(), query.filters.clone());
        let mut found = archive.search(&self.host, &state.provided, &request, &wanted).await?;
        if archive.is_lost() {
            return Some(Answer::Failed { reason: Failure::NoIndex });
        }
        // What texts lacked was learnt of these very words.
        if state.lacking.0 != query.text {
            state.lacking = (query.text.clone(), Vec::new());
        }
        let mut is_shown = found.is_sure() && state.shown == shown;
        // How many of the likeliest are looked at, and how many of them held.
        let (mut end, mut held) = (request.count, 0);
        let mut looked = Looked::default();
        let mut missing = Vec::new();
        let mut is_counted = found.is_counted();
        loop {
            let documents = looked.rest(&found, archive, end, &state.lacking.1);
            if !documents.is_empty() {
                self.post(number, Answer::Hits(documents.clone()));
                self.host.rest(TITLES_FIRST).await;
            }
            let mut damaged = {
                let mut bringing =
                    pin!(archive.bring(&self.host, &state.provided, documents, !is_counted));
                let mut resting = pin!(self.host.rest(PATIENCE));
                let first = poll_fn(|context| match bringing.as_mut().poll(context) {
                    Poll::Ready(missing) => Poll::Ready(Some(missing)),
                    Poll::Pending => resting.as_mut().poll(context).map(|()| None),
                });
                match first.await {
                    Some(missing) => missing,
                    None => {
                        // Where a phrase is wanted, only the texts know what is found.
                        if found.is_sure() && wanted() {
                            is_shown = true;
                            let early = answer::results(&mut found);
                            let early = Results { is_early: true, ..early };
                            // Its values are gone with it, and are counted once more.
                            is_counted = false;
                            self.post(number, Answer::Found(early));
                        }
                        bringing.await
                    }
                }
            };
            missing.append(&mut damaged);
            if !wanted() {
                return None;
            }
            if !is_counted {
                found.facets = archive.facets(&request);
                is_counted = true;
            }
            looked.on(&found, archive, end, &mut state.lacking.1);
            let before = held;
            held = looked.holds.iter().filter(|holds| **holds).count();
            let (more, dropped) = (found.hits.len() >= end, looked.holds.len() - held);
            let lacking = (query.count as usize).saturating_sub(held);
            // Where another handful of the likeliest brought none, the rest will hardly.
            let is_dry = before > 0 && held == before;
            if !more || dropped == 0 || lacking == 0 || is_dry || end > MOST_VERIFIED {
                break;
            }
            // As many of the next will be dropped, by and large.
            end += lacking + dropped;
        }
        // What is shown stays as it stands, when more of it is asked for too.
        let Looked { holds, mut sights } = looked;
        if is_shown {
            state.shown = shown;
        } else {
            found.decide(&mut sights, &holds);
        }
        found.hits.truncate(query.count as usize);
        let mut results = answer::results(&mut found);
        for (hit, sight) in results.hits.iter_mut().zip(&sights) {
            if let (Some(article), Some(sight)) = (archive.article(hit.document), sight) {
                answer::illustrate(hit, article, sight);
            }
        }
        archive.forget();
        results.damaged = archive.damaged();
        results.damaged.append(&mut missing);
        results.micros = u32::try_from(self.host.micros() - begun).unwrap_or(u32::MAX);
        Some(Answer::Found(results))
    }
}

/// What the texts of the first hits show.
#[derive(Default)]
struct Looked {
    /// Whether each has the phrases that are wanted, as far as is known.
    holds: Vec<bool>,
    /// What is seen in it; nothing where its text is not to be had, or lacks a phrase.
    sights: Vec<Option<Sight>>,
}

impl Looked {
    /// The documents up to so many hits whose texts are lacking; of those in `lacking` none is wanted.
    fn rest(&self, found: &Found, archive: &Archive, end: usize, lacking: &[u32]) -> Vec<u32> {
        let mut documents = Vec::new();
        for hit in &found.hits[self.holds.len()..end.min(found.hits.len())] {
            if !lacking.contains(&hit.document) && archive.article(hit.document).is_none() {
                documents.push(hit.document);
            }
        }
        documents
    }

    /// Goes on up to so many hits. Those in `lacking` are known to lack a phrase, and more will be.
    fn on(&mut self, found: &Found, archive: &Archive, end: usize, lacking: &mut Vec<u32>) {
        for hit in &found.hits[self.holds.len()..end.min(found.hits.len())] {
            let (mut holds, mut sight) = (!lacking.contains(&hit.document), None);
            if let (true, Some(article)) = (holds, archive.article(hit.document)) {
                let seen = found.highlighter.look_at(&answer::text(article), &article.cut);
                holds = found.holds(hit, &seen);
                match holds {
                    true => sight = Some(seen),
                    false => lacking.push(hit.document),
                }
            }
            self.holds.push(holds);
            self.sights.push(sight);
        }
    }
}
