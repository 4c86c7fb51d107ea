//! One whole article, read from its chunk.

use std::ops::Deref;
use std::rc::Rc;

use model::Article;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::archive::shared::ArchiveRef;
use super::archive::store::PartDamage;
use super::load::{Load, Progress};

/// A shared article; equal only to itself.
#[derive(Clone, Debug)]
pub struct LoadedArticle(Rc<Article>);

impl LoadedArticle {
    /// Shares an article.
    pub fn new(article: Article) -> Self {
        Self(Rc::new(article))
    }
}

impl PartialEq for LoadedArticle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for LoadedArticle {
    type Target = Article;
    fn deref(&self) -> &Article {
        &self.0
    }
}

/// What [`use_article`] gives.
#[derive(Clone, Debug, PartialEq)]
pub struct UseArticle {
    /// Where its loading stands.
    pub article: Load<LoadedArticle, PartDamage>,
    /// Tries again.
    pub retry: Callback<()>,
}

/// The article of an ordinal.
#[hook]
pub fn use_article(archive: &ArchiveRef, ordinal: u32) -> UseArticle {
    let attempt = use_state_eq(|| 0_u32);
    // What became of the chunk of which ordinal at which attempt.
    let news = use_state_eq(|| (0, 0, Load::<(), PartDamage>::default()));
    let result = news.clone();
    let here = archive.clone();
    use_effect_with((archive.identity(), ordinal, *attempt), move |(_, ordinal, attempt)| {
        let (archive, ordinal, attempt) = (here, *ordinal, *attempt);
        spawn_local(async move {
            let waiting = result.clone();
            let report = move |received| {
                let progress = Progress { received, expected: 0 };
                waiting.set((ordinal, attempt, Load::Waiting(progress)));
            };
            let read = archive.read_chunk(ordinal, &report).await;
            result.set((
                ordinal,
                attempt,
                match read {
                    Ok(()) => Load::Ready(()),
                    Err(damage) => Load::Failed(damage),
                },
            ));
        });
    });
    let stage = match &*news {
        (about, at, load) if *about == ordinal && *at == *attempt => load.clone(),
        _ => Load::default(),
    };
    let is_read = matches!(stage, Load::Ready(()));
    let article = use_memo((archive.identity(), ordinal, is_read), |(_, ordinal, _)| {
        archive.article(*ordinal).map(LoadedArticle::new)
    });
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    let article = match (&*article, stage) {
        (Some(article), _) => Load::Ready(article.clone()),
        (None, Load::Failed(damage)) => Load::Failed(damage),
        (None, Load::Waiting(progress)) => Load::Waiting(progress),
        (None, Load::Ready(())) => Load::Failed(missing(archive, ordinal)),
    };
    UseArticle { article, retry }
}

/// The chunk is here and sound but does not hold the article.
fn missing(archive: &ArchiveRef, ordinal: u32) -> PartDamage {
    let (kind, path) = (model::bundle::PartKind::Articles, archive.chunk_path(ordinal));
    PartDamage { kind, path, what: protocol::DamageKind::Format }
}
