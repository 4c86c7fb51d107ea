//! The clerk's desk, on the indexer's side: files of an archive come in one by one, statements are
//! written into archive.toml, and all of it is bound again and again. It keeps what was read, not the
//! files: whoever asks keeps those.
//!
//! The bundle is the one that `bien-nien build` makes of the same folder, byte for byte: both read by
//! [`bindery::folder`] and bind by [`bindery::bind()`].

mod look;
mod report;
mod site;
mod state;
mod store;

use std::sync::Arc;

use bindery::ArchiveConfig;
use bindery::config::edit;
use bindery::folder::Gathering;
use bindery::messages::{self, Lang};
use bindery::{Bound, Report, Step, bind, pictures};
use model::bundle::Contents;
use model::bundle::write::{File, PictureFile};
use protocol::desk::{AboutKey, Answer, Ask, VERSION};
use units::gazetteer::Gazetteer;

use store::Store;

/// What an answer or a step is given out as: words, and the bytes of files beside them.
pub type Parcel = (Vec<u8>, Vec<Vec<u8>>);

/// A desk.
#[derive(Debug, Default)]
pub struct Desk {
    /// archive.toml.
    settings: String,
    /// What it says.
    config: ArchiveConfig,
    /// The country's places.
    gazetteer: Option<Arc<Gazetteer>>,
    english: bool,
    /// What was read of the files.
    files: Store,
    /// What was bound last.
    bound: Option<Made>,
}

/// A bundle, without the bytes of its pictures, and what pages and feeds are written from.
#[derive(Debug)]
struct Made {
    title: String,
    contents: Contents,
    files: Vec<File>,
    pictures: Vec<PictureFile>,
}

impl Desk {
    /// Answers one question; `step` is given what is said before the answer.
    pub fn take(
        &mut self,
        message: &[u8],
        files: Vec<Vec<u8>>,
        step: &mut dyn FnMut(Vec<u8>),
    ) -> Parcel {
        let mut out = Vec::new();
        let answer = match protocol::decode::<Ask>(message) {
            Some(ask) => self.answer(ask, files, &mut out, step),
            None => Answer::Garbled,
        };
        (protocol::encode(&answer), out)
    }

    fn answer(
        &mut self,
        ask: Ask,
        mut files: Vec<Vec<u8>>,
        out: &mut Vec<Vec<u8>>,
        step: &mut dyn FnMut(Vec<u8>),
    ) -> Answer {
        match ask {
            Ask::Begin { version, settings, title, english } => {
                if version != VERSION {
                    return Answer::OtherVersion;
                }
                self.begin(settings, &title, english, files.pop())
            }
            Ask::Sort(files) => Answer::Sorted(
                files.iter().map(|(name, bytes)| store::is_wanted(name, *bytes)).collect(),
            ),
            Ask::Add { name, bytes } => self.add(name, bytes, files.pop().as_deref()),
            Ask::Remove { name } => {
                self.files.remove(&name);
                Answer::Done
            }
            Ask::State { name, changes, by, at } => {
                let written = state::written(&self.settings, &name, &changes, &by, &at);
                let answer = self.settle(written);
                // Another encoding, another text.
                let file = self.files.file_of(&name).map(str::to_owned);
                if let (Answer::Settings(_), Some(file), Some(bytes)) = (&answer, file, files.pop())
                {
                    self.add(file, bytes.len() as u64, Some(&bytes));
                }
                answer
            }
            Ask::About(changes) => {
                let key = |key| match key {
                    AboutKey::Title => "title",
                    AboutKey::Publisher => "publisher",
                    AboutKey::Description => "description",
                    AboutKey::Contact => "contact",
                    AboutKey::BaseUrl => "base_url",
                };
                let changes: Vec<_> =
                    changes.iter().map(|(of, text)| (key(*of), state::text(text))).collect();
                self.settle(edit::about(&self.settings, &changes))
            }
            Ask::AddUnit { name } => {
                let written = state::with_unit(&self.settings, &self.config, &name);
                self.settle(written)
            }
            Ask::RemoveUnit { id } => self.settle(edit::remove_unit(&self.settings, &id)),
            Ask::Readings { name } => {
                let file = self.files.file_of(&name).unwrap_or(&name);
                let bytes = store::entry(file, files.pop().unwrap_or_default(), &name);
                Answer::Readings(look::readings(&name, &bytes.unwrap_or_default(), &self.config))
            }
            Ask::Picture { name } => {
                let file = self.files.file_of(&name).unwrap_or(&name);
                let found = files.pop().and_then(|bytes| store::picture(file, bytes, &name));
                let found = found.map(|bytes| File { path: name, bytes });
                site::give(found.as_slice(), &[], out)
            }
            Ask::Look { name } => Answer::Offers(look::offers(self, &name)),
            Ask::Bind { english } => {
                self.english = english;
                self.bind(step)
            }
            Ask::Bundle => match &self.bound {
                Some(Made { files, pictures, .. }) => {
                    site::give(&site::with_list(files, pictures), pictures, out)
                }
                None => Answer::NoSite(String::new()),
            },
            Ask::Site { paths } => match &self.bound {
                Some(made) => site::finish(made, paths, files, out),
                None => Answer::NoSite(String::new()),
            },
        }
    }

    fn begin(
        &mut self,
        settings: String,
        title: &str,
        english: bool,
        gazetteer: Option<Vec<u8>>,
    ) -> Answer {
        let text = gazetteer.and_then(|bytes| String::from_utf8(bytes).ok());
        let gazetteer = text.and_then(|text| Gazetteer::read(&text).ok()).map(Arc::new);
        *self = Self { gazetteer: gazetteer.or(self.gazetteer.take()), english, ..Self::default() };
        let settings = match settings.is_empty() {
            true => edit::about("", &[("title", state::text(title))]).unwrap_or_default(),
            false => settings,
        };
        self.set(settings);
        Answer::Welcome { settings: self.settings.clone() }
    }

    fn set(&mut self, settings: String) {
        (self.config, _) = ArchiveConfig::parse(settings.as_bytes());
        self.settings = settings;
    }

    /// Takes over what was written, or says why nothing was.
    fn settle(&mut self, written: Result<String, edit::NotWritten>) -> Answer {
        match written {
            Ok(settings) => {
                self.set(settings);
                Answer::Settings(self.settings.clone())
            }
            Err(why) => Answer::NotWritten(messages::not_written(&why, self.lang())),
        }
    }

    fn lang(&self) -> Lang {
        if self.english { Lang::En } else { Lang::Vi }
    }

    fn add(&mut self, name: String, length: u64, bytes: Option<&[u8]>) -> Answer {
        let lost = messages::lost_file(self.lang());
        let articles = self.files.add(&self.config, name, length, bytes, lost);
        Answer::Added { articles: u32::try_from(articles).unwrap_or(u32::MAX) }
    }

    fn bind(&mut self, step: &mut dyn FnMut(Vec<u8>)) -> Answer {
        let mut gathering = Gathering::new(Some(self.settings.as_bytes()));
        for (name, outcome) in self.files.outcomes() {
            gathering.add(name, outcome.clone());
        }
        let mut draft = gathering.finish();
        let names = self.files.names();
        pictures::attach(&mut draft, &names, &mut |name| self.files.picture(name));
        draft.gazetteer.clone_from(&self.gazetteer);
        let mut last = None;
        let bound = bind(draft, &mut |now| {
            let now = hundredths(now);
            if last.replace(now) != Some(now) {
                step(protocol::encode(&Answer::Step(now)));
            }
        });
        let report = report::of(&bound, &self.config, &self.files, self.lang());
        let Bound { files, pictures, contents, report: Report { title, .. } } = bound;
        self.bound = Some(Made { title, contents, files, pictures });
        Answer::Bound(Box::new(report))
    }
}

/// How far binding has come. The shares are those of an archive of a thousand articles.
fn hundredths(step: Step) -> u8 {
    let of =
        |from: usize, to: usize, done: usize, all: usize| from + (to - from) * done / all.max(1);
    let at = match step {
        Step::Units(done, all) => of(0, 30, done, all),
        Step::Facts => 30,
        Step::Index(done, all) => of(60, 95, done, all),
        Step::Writing => 95,
    };
    u8::try_from(at).unwrap_or(100)
}

#[cfg(test)]
mod tests;
