//! From the protocol's query to the engine's request, and from its answer to the protocol's.

use std::ops::Range;

use protocol::{Facet, Hit, Query, Remark, Results, Snippet, Sort, Tier};
use search::{Note, Order, Request, Sight, Text};

use crate::chunk::ArticleText;

/// The request, with so many hits to spare where texts decide.
pub(crate) fn request(query: &Query, spare: usize) -> Request {
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
        spare,
        typing: query.typing,
    }
}

/// The engine's answer, as yet without snippets. The values of fields are many: they are taken out of it.
pub(crate) fn results(found: &mut search::Results) -> Results {
    let mut results = Results {
        notes: found.notes.iter().cloned().map(remark).collect(),
        suggestion: found.suggestion.clone(),
        ..Results::default()
    };
    for (field, values) in &mut found.facets {
        let (field, values) = (std::mem::take(field), std::mem::take(values));
        results.facets.push(Facet { field, values });
    }
    for (of, count) in &found.tiers {
        results.tiers.push((tier(*of), *count));
    }
    for hit in &found.hits {
        results.hits.push(Hit {
            document: hit.document,
            tier: tier(hit.tier),
            exact: hit.exact,
            expanded: hit.expanded,
            lacks: hit.lacks.clone(),
            title_marks: Vec::new(),
            snippet: None,
        });
    }
    results
}

/// An article as the engine looks at it.
pub(crate) fn text(article: &ArticleText) -> Text<'_> {
    Text { title: &article.title, text: &article.text, zones: &article.zones }
}

/// Adds marks and passage to a hit.
pub(crate) fn illustrate(hit: &mut Hit, article: &ArticleText, sight: &Sight) {
    hit.title_marks = marks(sight.title_marks(&article.title));
    hit.snippet = sight.snippet(&article.text, &article.zones).map(|snippet| Snippet {
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
