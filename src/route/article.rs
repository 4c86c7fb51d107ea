//! A place in an article.

use model::{ArticleId, Span};

use super::percent;
use super::query::{Pairs, Writer};

/// An article and what of it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticlePlace {
    /// The article's stable name.
    pub id: ArticleId,
    /// Readable words of the title, for people; ignored when the article is looked up.
    pub slug: String,
    /// What of it.
    pub part: ArticlePart,
    /// Words to mark, from search.
    pub query: String,
}

/// What of an article is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticlePart {
    /// The reading view.
    #[default]
    Whole,
    /// The reading view at a paragraph, numbered from 1.
    Paragraph(u32),
    /// The reading view at a sentence, by its bytes in the text: where a fact stands.
    Sentence(Span),
    /// The original text, byte for byte.
    Original,
}

impl ArticlePlace {
    /// An article's reading view, with readable words of its title.
    pub fn of(id: &ArticleId, title: &str) -> Self {
        let part = ArticlePart::Whole;
        Self { id: id.clone(), slug: slug(title), part, query: String::new() }
    }

    pub(super) fn href(&self) -> String {
        let mut out = Writer::new("bai").segment(self.id.as_str());
        if !self.slug.is_empty() {
            out.0.push('-');
            percent::encode_into(&mut out.0, &self.slug);
        }
        match self.part {
            ArticlePart::Whole => {}
            ArticlePart::Paragraph(number) => out = out.segment("d").segment(&number.to_string()),
            ArticlePart::Sentence(at) => {
                let ends = [at.start.to_string(), at.end.to_string()].join("-");
                out = out.segment("c").segment(&ends);
            }
            ArticlePart::Original => out = out.segment("nguyen-ban"),
        }
        if !self.query.is_empty() {
            out.pair("q", &self.query);
        }
        out.0
    }

    pub(super) fn parse(rest: &str, pairs: &Pairs) -> Option<Self> {
        let (name, part) = rest.split_once('/').unwrap_or((rest, ""));
        let (id, slug) = name.split_once('-').unwrap_or((name, ""));
        let part = match part.split_once('/').unwrap_or((part, "")) {
            ("nguyen-ban", _) => ArticlePart::Original,
            ("d", number) => number
                .parse()
                .ok()
                .filter(|number| *number > 0)
                .map_or(ArticlePart::Whole, ArticlePart::Paragraph),
            ("c", ends) => sentence(ends).map_or(ArticlePart::Whole, ArticlePart::Sentence),
            _ => ArticlePart::Whole,
        };
        Some(Self {
            id: id.parse().ok()?,
            slug: percent::decode(slug, false),
            part,
            query: pairs.first("q").unwrap_or_default().to_owned(),
        })
    }
}

/// "120-180".
fn sentence(ends: &str) -> Option<Span> {
    let (start, end) = ends.split_once('-')?;
    let (start, end): (u32, u32) = (start.parse().ok()?, end.parse().ok()?);
    (start < end).then(|| Span::from((start, end)))
}

/// Readable words of a title for an address: folded letters and digits joined by `-`, cut at a
/// word after about `SLUG_LENGTH` bytes.
pub fn slug(title: &str) -> String {
    let mut out = String::new();
    for word in viet::fold_slug(title).split('-') {
        if out.len() + word.len() > SLUG_LENGTH {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(word);
    }
    out
}

/// Long enough to recognise a headline, short enough to paste into a message.
pub(super) const SLUG_LENGTH: usize = 60;
