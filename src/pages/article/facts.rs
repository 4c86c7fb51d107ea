//! What an article's text tells of, in the order in which it does.

use model::chronicle::SubjectRef;

use crate::hooks::{Absent, Archive, LoadedArticle};
use crate::route::Route;

/// The page of what a mention is of.
pub(crate) fn subject_route(subject: &SubjectRef) -> Route {
    match subject.clone() {
        SubjectRef::Anniversary(id) => Route::Anniversary { id, year: None },
        SubjectRef::Official(id) => Route::Official { id },
        SubjectRef::Programme(id) => Route::Programme { id },
        SubjectRef::Directive(id) => Route::Directive { id },
        SubjectRef::Unit(id) => Route::Unit { id: id.to_string() },
    }
}

/// What the text tells of, each once, in the order of the text; what stands only outside the text that
/// is read comes last. A place in this list, from 1, is the number of a note.
pub(crate) fn subjects<'a>(archive: &Archive, article: &'a LoadedArticle) -> Vec<&'a SubjectRef> {
    let mut found = Vec::new();
    for is_read in [true, false] {
        for mention in &article.mentions {
            // Nobody needs to be told of the unit that the whole article is about.
            let is_own = matches!((&mention.of, &article.unit), (SubjectRef::Unit(id), Some(own)) if *id == own.value);
            if article.paragraph_of(mention.at).is_some() == is_read
                && !is_own
                && !found.contains(&&mention.of)
                // The numbers of notes stand from the first: names that come later move no line.
                && archive.subject_name(&mention.of).map_or_else(|why| why == Absent::Waiting, |_| true)
            {
                found.push(&mention.of);
            }
        }
    }
    found
}
