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
         Chunks of 128 would take some 8 points off and make the first passage of a search eight times as dear",
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
        "the postings of all its words are read whole; which texts lack the phrase is known from the first time \
         it was asked",
    ),
    (
        "typo, slowed down",
        "of each word up to two dozen are tried that are near to it, the postings of all of them are read, and \
         those of the typed words twice",
    ),
    (
        "prefix, slowed down",
        "one or two letters begin up to forty words, and the postings of all of them are read",
    ),
    (
        "sentence, slowed down",
        "the postings of eight to twelve words, some of them in most articles, are read whole, and ten passages cut",
    ),
    (
        "memory",
        "8 MB of the index and 1 MB of texts are kept, beside what the largest query takes while it is answered",
    ),
    (
        "typing",
        "ten results with their marks are a task of some 40 ms on the processor, and so is their frame; a key that is \
         pressed meanwhile waits for both. Answers come so soon now that nearly every key draws one, where the next \
         key used to overtake it",
    ),
    (
        "timeline",
        "what is opened is ten entries, drawn in one go; the times are by the clock, so other programs on the \
         machine count in full",
    ),
    (
        "from page to page",
        "a page is drawn in one go, with some 150 elements, and shown by the next frame; the browser itself takes \
         a quarter of it to change the address. By the clock: other programs on the machine count in full",
    ),
    (
        "",
        "all but the loops over postings is compiled for size, since the worker may weigh 66 KB: all of it for \
         speed would be 76. The slowest are queries of words that half of all articles have, whose postings are \
         read whole, and whose values are counted over as many hits; at p50 ten passages are the largest part",
    ),
];

/// The reason for a row.
pub(crate) fn why(row: &str) -> &'static str {
    REASONS.iter().find(|(begins, _)| row.starts_with(begins)).map_or("", |(_, why)| why)
}
