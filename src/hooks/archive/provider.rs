//! Opens the archive once and provides it to all pages.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::open::{OpenError, open};
use super::shared::ArchiveRef;
use crate::hooks::load::{Load, Progress};
use crate::markup::html;
use crate::platform::dom;

/// The archive and a way to ask for it again.
#[derive(Clone, Debug, PartialEq)]
pub struct ArchiveContext {
    /// Where its opening stands.
    pub archive: Load<ArchiveRef, OpenError>,
    /// Tries again.
    pub retry: Callback<()>,
    /// An archive to be shown in the place of the site's, and what stands over its pages.
    pub preview: Option<Preview>,
    /// Shows an archive so, or the site's again.
    pub show: Callback<Option<Preview>>,
}

/// An archive that a clerk looks at before it is published, and what stands over its pages.
pub type Preview = (ArchiveRef, Html);

/// Props of [`ArchiveProvider`].
#[derive(Properties, PartialEq)]
pub struct ArchiveProviderProps {
    /// Who may use it.
    pub children: Html,
}

/// Opens the archive named by `<meta name="bien-nien-archive">`, by default `archive.json` beside
/// the page.
#[component]
pub fn ArchiveProvider(ArchiveProviderProps { children }: &ArchiveProviderProps) -> Html {
    let archive = use_state(Load::default);
    let attempt = use_state_eq(|| 0_u32);
    let preview = use_state(|| None::<Preview>);
    let result = archive.clone();
    use_effect_with(*attempt, move |_| {
        result.set(Load::default());
        spawn_local(async move {
            let path = dom::meta("bien-nien-archive");
            let path = path.as_deref().unwrap_or("archive.json");
            let url = dom::absolute(path).unwrap_or_else(|| path.to_owned());
            let waiting = result.clone();
            let report = move |progress: Progress| waiting.set(Load::Waiting(progress));
            result.set(match open(&url, &report).await {
                Ok(archive) => {
                    let result = result.clone();
                    archive.serve(move |archive| result.set(Load::Ready(archive)));
                    Load::Ready(archive)
                }
                Err(error) => Load::Failed(error),
            });
        });
    });
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    let shown = preview.setter();
    let context = ArchiveContext {
        archive: match &*preview {
            Some((archive, _)) => Load::Ready(archive.clone()),
            None => (*archive).clone(),
        },
        retry,
        preview: (*preview).clone(),
        show: Callback::from(move |preview| shown.set(preview)),
    };
    html! { <ContextProvider<ArchiveContext> {context}>{ children.clone() }</ContextProvider<ArchiveContext>> }
}

/// The archive, wherever its opening stands.
#[hook]
pub fn use_archive() -> ArchiveContext {
    use_context().unwrap_or_else(|| ArchiveContext {
        archive: Load::default(),
        retry: Callback::noop(),
        preview: None,
        show: Callback::noop(),
    })
}
