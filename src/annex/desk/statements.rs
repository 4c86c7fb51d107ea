//! What is stated at the desk: stored before it is sent, and until archive.toml has it.

use std::collections::VecDeque;
use std::rc::Rc;

use protocol::desk::{AboutKey, Answer, Ask, Key};
use wasm_bindgen_futures::spawn_local;

use super::place::file_of;
use super::state::Remark;
use super::work::{Desk, UNSENT};
use crate::platform::desk::{self, Item};

impl Desk {
    /// States something about an article.
    pub(super) fn say(self: &Rc<Self>, name: &str, changes: Vec<(Key, String)>, at: String) {
        let (file, by) = {
            let state = self.state.borrow();
            (file_of(&state.files, name).map(str::to_owned), state.by.clone())
        };
        self.change(Ask::State { name: name.to_owned(), changes, by, at }, file);
    }

    /// States something about the archive.
    pub(super) fn say_about(self: &Rc<Self>, key: AboutKey, value: String) {
        self.change(Ask::About(vec![(key, value)]), None);
    }

    /// Adds a unit.
    pub(super) fn add_unit(self: &Rc<Self>, name: String) {
        self.change(Ask::AddUnit { name }, None);
    }

    /// Takes a unit away.
    pub(super) fn remove_unit(self: &Rc<Self>, id: String) {
        self.change(Ask::RemoveUnit { id }, None);
    }

    /// Stores a change before it is sent; it is kept twice until archive.toml has it.
    fn change(self: &Rc<Self>, ask: Ask, file: Option<String>) {
        self.unsent.borrow_mut().push_back((protocol::encode(&ask), file));
        self.set(|state| {
            state.remark = Remark::Saving;
            state.binding.get_or_insert(0);
        });
        let desk = self.clone();
        spawn_local(async move {
            desk.store_unsent().await;
            desk.send_unsent().await;
            let opened = desk.state.borrow().opened.as_ref().map(|opened| opened.name.clone());
            if let Some(name) = opened {
                desk.learn(Ask::Look { name: name.clone() }, name, None);
            }
            desk.bind();
        });
    }

    async fn store_unsent(&self) {
        let packed = packed(&self.unsent.borrow());
        if let Err(word) = desk::note(UNSENT, &packed).await {
            self.fail(word);
        }
    }

    /// Sends the changes that the indexer has not answered, one after another. Each is stored until
    /// what came of it is.
    pub(super) async fn send_unsent(&self) {
        let talk = self.talk.borrow().clone();
        let Some(talk) = talk else { return };
        if self.is_sending.replace(true) {
            return;
        }
        loop {
            let next = self.unsent.borrow().front().cloned();
            let Some((words, file)) = next else { break };
            if let Some(ask) = protocol::decode::<Ask>(&words) {
                let files = file.map(Item::Kept).into_iter().collect();
                match talk.ask(&ask, files).answer().await {
                    Some((Answer::Settings(settings), _)) => {
                        self.settle(settings).await;
                        self.set(|state| state.remark = Remark::Saved);
                    }
                    Some((Answer::NotWritten(why), _)) => {
                        self.set(|state| {
                            state.remark = Remark::NotWritten(why);
                            // What was typed stays, to be corrected.
                            state.typed.iter_mut().for_each(|(.., is_stated)| *is_stated = false);
                        });
                    }
                    Some(_) => {}
                    // It died: what was said is said again when it is back.
                    None => break,
                }
            }
            self.unsent.borrow_mut().pop_front();
            self.store_unsent().await;
        }
        self.is_sending.set(false);
    }
}

/// Bytes as text that the store takes: each a letter.
fn packed(unsent: &VecDeque<(Vec<u8>, Option<String>)>) -> String {
    if unsent.is_empty() {
        return String::new();
    }
    let list: Vec<&(Vec<u8>, Option<String>)> = unsent.iter().collect();
    protocol::encode(&list).into_iter().map(char::from).collect()
}

/// The changes that were stored; what cannot be read is none.
pub(super) fn unpacked(text: &str) -> VecDeque<(Vec<u8>, Option<String>)> {
    let bytes: Option<Vec<u8>> = text.chars().map(|letter| u8::try_from(letter).ok()).collect();
    let list = bytes.and_then(|bytes| protocol::decode::<Vec<(Vec<u8>, Option<String>)>>(&bytes));
    list.unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_sent_is_stored_whole() {
        let unsent: VecDeque<_> =
            [(vec![0, 255, 7], Some("tệp.txt".to_owned())), (Vec::new(), None)].into();
        assert_eq!(unpacked(&packed(&unsent)), unsent);
        assert_eq!(unpacked(""), VecDeque::new());
        assert_eq!(unpacked("hỏng"), VecDeque::new());
    }
}
