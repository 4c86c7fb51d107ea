//! Notes on what the text tells of, numbered like the words that they are about: beside them where
//! there is room, else in a list under the text.

use model::Span;
use model::chronicle::SubjectRef;
use yew::prelude::*;

use crate::beside::Beside;
use crate::components::{Here, date, status};
use crate::hooks::{ArchiveRef, Language};
use crate::i18n;
use crate::markup::html;
use crate::pages::{paragraph_id, subject_route, subjects};
use crate::platform::margin::{self, Pair};
use crate::route::{Route, ToldKind};

/// A programme named in every paragraph needs no more places than these to be found.
const SHOWN_PLACES: usize = 4;

/// The notes of an article; nothing where its text tells of nothing.
pub(super) fn notes(beside: &Beside<'_>) -> Html {
    let told = subjects(beside.archive, beside.article);
    let lacks_name = |of: &&SubjectRef| beside.archive.subject_name(of).is_err();
    if told.is_empty() || told.iter().any(lacks_name) {
        return Html::default();
    }
    html! {
        <Notes language={beside.messages.language} archive={beside.archive.clone()}
            here={beside.here.clone()} is_original={beside.is_original} />
    }
}

#[derive(Properties, PartialEq)]
struct NotesProps {
    language: Language,
    archive: ArchiveRef,
    here: Here,
    is_original: bool,
}

/// The list; once drawn, each note is moved down to its paragraph where there is room beside it.
#[component]
fn Notes(NotesProps { language, archive, here, is_original }: &NotesProps) -> Html {
    let messages = language.messages();
    let says = &i18n::beside::beside(messages).reading;
    let notes: Vec<Note> = subjects(archive, &here.article)
        .into_iter()
        .zip(1..)
        .map(|(subject, number)| Note::of(here, subject, number))
        .collect();
    let pairs: Vec<Pair> = notes
        .iter()
        .map(|note| Pair {
            moved: ["#", &note_id(note.number)].concat(),
            to: note.places.first().map(|(number, _)| ["#", &paragraph_id(*number)].concat()),
        })
        .collect();
    // The margin shifts with the text's size, the window's width and what is opened above.
    use_effect_with((pairs, *is_original), |(pairs, _)| {
        let aligned = margin::align(pairs.clone(), ".article-text, .column-margin > .facts");
        move || drop(aligned)
    });
    html! {
        <section class="article-told" aria-labelledby="du-kien">
            <h2 class="section-title" id="du-kien">{ says.facts }</h2>
            <ol class="notes">
                { for notes.iter().map(|note| note.draw(*language, archive, here)) }
            </ol>
            <a class="section-more" href={Route::told(ToldKind::All).href()}>{ messages.home.told }</a>
        </section>
    }
}

fn note_id(number: usize) -> String {
    ["ghi-chu-", &number.to_string()].concat()
}

/// What the text tells of one thing.
struct Note<'a> {
    subject: &'a SubjectRef,
    number: usize,
    /// The paragraphs that mention it, each with the first sentence that does.
    places: Vec<(usize, Span)>,
}

impl<'a> Note<'a> {
    fn of(here: &'a Here, subject: &'a SubjectRef, number: usize) -> Self {
        let article = &here.article;
        let mentions = article.mentions.iter().filter(|mention| mention.of == *subject);
        let mut places: Vec<(usize, Span)> = mentions
            .filter_map(|mention| Some((article.paragraph_of(mention.at)?, mention.sentence)))
            .collect();
        places.dedup_by_key(|(number, _)| *number);
        Self { subject, number, places }
    }

    fn draw(&self, language: Language, archive: &ArchiveRef, here: &Here) -> Html {
        let messages = language.messages();
        let says = &i18n::beside::beside(messages).reading;
        let href = subject_route(self.subject).href();
        let name = archive.subject_name(self.subject).unwrap_or_default();
        let kind = match self.subject {
            SubjectRef::Anniversary(_) => says.anniversary,
            SubjectRef::Official(_) => says.official,
            SubjectRef::Programme(_) => says.programme,
            SubjectRef::Directive(_) => says.directive,
            SubjectRef::Unit(_) => says.unit_mentioned,
        };
        let founding = match self.subject {
            SubjectRef::Anniversary(id) => archive.heads().ok().and_then(|heads| {
                let (when, how) = heads.iter().find(|head| head.id == *id)?.founding;
                Some(html! { <p class="note-fact">{ date(messages, when) }{ " " }{ status(messages, how) }</p> })
            }),
            _ => None,
        };
        let places = self.places.iter().take(SHOWN_PLACES).map(|(number, sentence)| {
            let (show, sentence) = (here.show.clone(), *sentence);
            let onclick = Callback::from(move |_: MouseEvent| show.emit(sentence));
            let label = (says.show_paragraph)(*number);
            html! { <button type="button" class="told-place" {onclick} aria-label={label}>{ "¶" }{ *number }</button> }
        });
        html! {
            <li key={self.number} class="note" id={note_id(self.number)}>
                <span class="note-number" aria-hidden="true">{ self.number }</span>
                <div>
                    <p class="note-kind">{ kind }</p>
                    <p class="note-name"><a {href} lang="vi">{ name }</a>{ " " }{ for places }</p>
                    { for founding }
                </div>
            </li>
        }
    }
}
