//! Files come in, are put away and read.

use std::collections::VecDeque;
use std::rc::Rc;

use protocol::desk::{AboutKey, Answer, Ask};
use wasm_bindgen_futures::spawn_local;

use super::place;
use super::state::{Phase, Remark};
use super::wire::Talk;
use super::work::{Desk, EXPECTED, count};
use crate::platform::desk::{self, Item, Offered, Word};
use crate::platform::keep;

/// Questions on their way at once while files are read: enough to keep the indexer busy.
const AHEAD: usize = 6;

impl Desk {
    /// Goes on with what lies there, or reads it once more.
    pub(super) fn resume(self: &Rc<Self>) {
        let desk = self.clone();
        spawn_local(async move {
            let names: Vec<(String, f64)> = desk.state.borrow().files.clone();
            desk.set(|state| state.phase = Phase::Reading(0, count(names.len())));
            let Some(talk) = desk.talk().await else {
                return desk.set(|state| state.phase = Phase::Left);
            };
            if desk.read(&talk, &names).await.is_some() {
                desk.send_unsent().await;
                desk.set(|state| state.phase = Phase::Ready);
                desk.bind();
            }
        });
    }

    /// Takes in what was dropped or chosen.
    pub(super) fn take(
        self: &Rc<Self>,
        gathered: impl Future<Output = Result<Offered, Word>> + 'static,
    ) {
        let desk = self.clone();
        spawn_local(async move {
            match gathered.await {
                Ok(offered) if offered.is_empty() => {}
                Ok(offered) => {
                    let done = desk.take_in(offered).await;
                    if let Err(word) = done {
                        desk.set(|state| {
                            state.fault = Some(word);
                            let is_empty = state.files.is_empty();
                            state.phase = if is_empty { Phase::Empty } else { Phase::Left };
                        });
                    }
                }
                Err(word) => desk.fail(word),
            }
        });
    }

    async fn take_in(self: &Rc<Self>, mut offered: Offered) -> Result<(), Word> {
        self.set(|state| {
            state.phase = Phase::Keeping(0, count(offered.len()));
            (state.remark, state.fault) = (Remark::Nothing, None);
        });
        // Refused or not, the work goes on: it is the browser's to decide.
        keep::persist().await;
        if let [(path, _)] = &*offered
            && path.to_ascii_lowercase().ends_with(".zip")
            && place::is_work(&desk::names(path).await)
        {
            offered = desk::unzip(&path.clone()).await?;
        }
        let placed = place::place(offered);
        let is_first = self.state.borrow().files.is_empty();
        // One that is being started has the settings from before.
        self.talk().await;
        if let (Some(path), true) = (&placed.settings, is_first) {
            let settings = desk::text(path).await?;
            self.talk.replace(None);
            self.settle(settings).await;
        }
        let Some(talk) = self.talk().await else {
            self.set(|state| {
                if state.phase != Phase::Absent {
                    state.phase = if is_first { Phase::Empty } else { Phase::Left };
                }
            });
            return Ok(());
        };
        if let (Some(folder), None, true) = (&placed.folder, &placed.settings, is_first) {
            let title = Ask::About(vec![(AboutKey::Title, folder.clone())]);
            if let Some((Answer::Settings(settings), _)) =
                talk.ask(&title, Vec::new()).answer().await
            {
                self.settle(settings).await;
            }
        }
        let sizes = placed.files.iter().map(|(_, name, size)| (name.clone(), *size as u64));
        let wanted = match talk.ask(&Ask::Sort(sizes.collect()), Vec::new()).answer().await {
            Some((Answer::Sorted(wanted), _)) => wanted,
            _ => return Ok(()),
        };
        let all = count(placed.files.len());
        desk::note(EXPECTED, &placed.files.len().to_string()).await?;
        let files: Vec<(String, String, bool)> = placed
            .files
            .iter()
            .zip(&wanted)
            .map(|((from, name, _), wanted)| (from.clone(), name.clone(), *wanted))
            .collect();
        let telling = self.clone();
        let told = move |done| telling.set(|state| state.phase = Phase::Keeping(done, all));
        let put = desk::keep(&files, told).await?;
        desk::note(EXPECTED, "").await?;
        let here = |name: &String| !put.lost.contains(name);
        let names: Vec<(String, f64)> = placed
            .files
            .iter()
            .filter(|(_, name, _)| here(name))
            .map(|(_, name, size)| (name.clone(), *size))
            .collect();
        self.set(|state| {
            state.files.retain(|(known, _)| names.iter().all(|(name, _)| name != known));
            state.files.extend(names.iter().cloned());
            state.lost.clone_from(&put.lost);
            state.settings_left = placed.settings.is_some() && !is_first;
            state.outside = placed.outside;
        });
        if self.read(&talk, &names).await.is_some() {
            let remark = Remark::Taken(names.len(), put.same.len());
            self.set(|state| (state.phase, state.remark) = (Phase::Ready, remark));
            self.bind();
        }
        Ok(())
    }

    /// Has the indexer read files; nothing when it died.
    async fn read(&self, talk: &Rc<Talk>, names: &[(String, f64)]) -> Option<()> {
        let mut asked = VecDeque::new();
        let mut rest = names.iter();
        let mut done = 0;
        self.set(|state| state.phase = Phase::Reading(0, count(names.len())));
        loop {
            while asked.len() < AHEAD
                && let Some((name, size)) = rest.next()
            {
                let ask = Ask::Add { name: name.clone(), bytes: *size as u64 };
                asked.push_back(talk.ask(&ask, vec![Item::Kept(name.clone())]));
            }
            let Some(slot) = asked.pop_front() else { return Some(()) };
            slot.answer().await?;
            done += 1;
            if done % 8 == 0 {
                self.set(|state| state.phase = Phase::Reading(done, count(names.len())));
            }
        }
    }
}
