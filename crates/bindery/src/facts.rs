//! Facts of all articles, as the publisher wants them shown.

use model::Article;
use model::chronicle::Chronicle;

/// Finds the facts of articles in order.
pub(crate) fn find(_articles: &mut [Article]) -> Chronicle {
    Chronicle::default()
}
