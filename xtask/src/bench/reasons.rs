//! Why figures are over their budgets: what is known of each, for the page that shows the table.

/// By the beginning of a row's name, the first that fits.
const REASONS: [(&str, &str); 15] = [
    (
        "pack: memory",
        "all texts with what is known of them are in memory until the pages of articles are made, and the bundle's \
         files until they are written",
    ),
    (
        "pack:",
        "a third is compressing the site twice over, with a page for every article; another is finding facts and \
         units, each in words of its own; other programs on the machine count in full",
    ),
    (
        "whole offline set",
        "texts in chunks of sixteen articles are 30 % by themselves, without anything that is known of them, which is \
         3; the index is 11 %, what officials are said to do 3 %, openings for lists 2 %, all other kinds 3 to 4 %. \
         Chunks of 128 would take some 8 points off and make the first passage of a search eight times as dear. \
         Copies for saving alone, 4 MB of all kinds in the order of articles and compressed as one, would bring it to \
         40.6 % (tried at 10,000 articles), and a site would hold its archive twice",
    ),
    (
        "to fetch after 50 more",
        "the texts of the fifty are 46 % of it, their index 18 %, what they tell 11 %: 140 KB that are new by \
         nature. The rest are pages that are not full yet (names, figures, openings), the first glance, the manifest",
    ),
    (
        "first query to ten titled",
        "a query of several common words reads their postings whole, and ten titles lie in ten pages of the list",
    ),
    (
        "the same, p95",
        "a query of several common words reads their postings whole, and ten titles lie in ten pages of the list",
    ),
    (
        "phrase, slowed down",
        "all that its words have is gone through; which texts lack the phrase is known from the first time it was \
         asked",
    ),
    (
        "typo, slowed down",
        "of each word up to two dozen are tried that are near to it, all that they have is gone through, and so is \
         the lexicon, wherever it may hold one",
    ),
    (
        "prefix, slowed down",
        "one or two letters begin up to forty words, and what all of them have is gone through, more of it than \
         stays decoded",
    ),
    (
        "sentence, slowed down",
        "what eight to twelve words have, some of them in most articles, is gone through for every article that \
         has any of them",
    ),
    (
        "memory",
        "8 MB of the index, 2 MB of it decoded and 2 MB of texts with their syllables are kept, beside what the \
         largest query takes while it is answered",
    ),
    (
        "typing",
        "a key's own work is 30 to 60 ms: a third of it the browser's for a letter in a box, a third names that \
         complete it and the page's head, a third the frame. An answer is drawn when keys pause, three results a \
         frame; a key that is pressed during one of them waits for it. By the clock: other programs on the machine \
         count in full, the search itself on the other core among them",
    ),
    (
        "timeline",
        "what is opened is ten entries, drawn in one go; the times are by the clock, so other programs on the \
         machine count in full",
    ),
    (
        "from page to page",
        "the first screen is drawn in one go and shown by the next frame, what is beside and below it a frame later; \
         the browser itself takes a quarter of it to change the address. By the clock: other programs on the machine \
         count in full",
    ),
    (
        "",
        "all but the loops over postings is compiled for size, since the worker may weigh 66 KB: all of it for \
         speed would be 76. The slowest are queries of words that half of all articles have, all of which is gone \
         through, and whose values are counted over as many hits",
    ),
];

/// The reason for a row.
pub(crate) fn why(row: &str) -> &'static str {
    REASONS.iter().find(|(begins, _)| row.starts_with(begins)).map_or("", |(_, why)| why)
}
