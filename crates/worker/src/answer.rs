//! From the protocol's query to the engine's request, and from its answer to the protocol's.

use std::ops::Range;

use protocol::{Facet, Hit, Query, Remark, Results, Snippet, Sort, Tier};
use search::{Highlighter, Note, Order, Phrases, Request};

use crate::chunk::ArticleText;

pub(crate) fn request(query: &Query) -> Request {
    Request {
        text: query.text.clone(),
        filters: query.filters.iter().map(|f| (f.field.clone(), f.values.clone())).collect(),
        order: match query.sort {
            Sort::Relevance => Order::Relevance,
            Sort::Newest => Order::Newest,
            Sort::Oldest => Order::Oldest,
        },
        from: query.from as usize,
        count: query.count as usize,
        typing: query.typing,
    }
}

/// The engine's answer, as yet without snippets.
pub(crate) fn results(found: search::Results) -> (Results, Highlighter, Phrases) {
    let hits = found.hits.into_iter().map(|hit| Hit {
        document: hit.document,
        tier: tier(hit.tier),
        exact: hit.exact,
        expanded: hit.expanded,
        lacks: hit.lacks,
        title_marks: Vec::new(),
        snippet: None,
    });
    let results = Results {
        is_early: false,
        tiers: found.tiers.into_iter().map(|(of, count)| (tier(of), count)).collect(),
        hits: hits.collect(),
        facets: found.facets.into_iter().map(|(field, values)| Facet { field, values }).collect(),
        notes: found.notes.into_iter().map(remark).collect(),
        suggestion: found.suggestion,
        damaged: Vec::new(),
        micros: 0,
    };
    (results, found.highlighter, found.phrases)
}

/// Adds marks and passage to a hit.
pub(crate) fn illustrate(hit: &mut Hit, article: &ArticleText, highlighter: &Highlighter) {
    hit.title_marks = marks(highlighter.title_marks(&article.title));
    hit.snippet = highlighter.snippet(&article.text, &article.zones).map(|snippet| Snippet {
        start: snippet.range.start as u32,
        text: article.text[snippet.range].to_owned(),
        marks: marks(snippet.marks),
        cut_before: snippet.cut_before,
        cut_after: snippet.cut_after,
    });
}

fn marks(ranges: Vec<Range<usize>>) -> Vec<(u32, u32)> {
    ranges.into_iter().map(|range| (range.start as u32, range.end as u32)).collect()
}

fn tier(tier: search::Tier) -> Tier {
    match tier {
        search::Tier::Near => Tier::Near,
        search::Tier::All => Tier::All,
        search::Tier::Typo => Tier::Typo,
        search::Tier::Most => Tier::Most,
    }
}

fn remark(note: Note) -> Remark {
    match note {
        Note::Unclosed => Remark::Unclosed,
        Note::UnknownField(name) => Remark::UnknownField(name),
        Note::Keystrokes(read_as) => Remark::Keystrokes { read_as },
        Note::AlsoSearched(forms) => Remark::AlsoSearched(forms),
        Note::PhraseAsWords => Remark::PhraseAsWords,
    }
}
