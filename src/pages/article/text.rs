//! The text of an article: numbered paragraphs, captions as captions, facts linked in place, doubts
//! beside the sentence they are about.

use std::ops::Range;

use model::Span;
use model::article::{Block, BlockKind};
use model::chronicle::SubjectRef;
use viet::held;
use yew::prelude::*;

use super::facts::subject_route;
use super::segments::{Layers, Segment, segments};
use crate::components::{Icon, icon};
use crate::hooks::LoadedArticle;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{ArticlePart, Route};

/// What is drawn over the text.
pub(super) struct Drawing<'a> {
    pub messages: &'a Messages,
    pub article: &'a LoadedArticle,
    /// What of the article the address names.
    pub part: ArticlePart,
    /// Words found by search.
    pub marks: &'a [Range<usize>],
    /// The one that the reader has reached.
    pub reached: Option<usize>,
    /// The sentence shown as the proof of a fact.
    pub proof: Option<Span>,
    /// What it tells of, by the numbers of the notes.
    pub subjects: &'a [&'a SubjectRef],
}

/// The id of a paragraph's element, for scrolling.
pub(crate) fn paragraph_id(number: usize) -> String {
    ["doan-", &number.to_string()].concat()
}

/// The selector of the n-th marked place.
pub(super) fn mark_selector(index: usize) -> String {
    ["#dau-", &index.to_string()].concat()
}

impl Drawing<'_> {
    /// The whole text.
    pub(super) fn text(&self) -> Html {
        let spans = self.links();
        let mut number = 0;
        let paragraphs = self.article.blocks.iter().map(|block| {
            if block.kind.is_body() {
                number += 1;
                return self.block(number, *block, &spans);
            }
            self.picture(*block)
        });
        html! {
            <div class="article-text" lang={self.article.lang().to_owned()}>
                { for paragraphs }
                { for self.article.bylines.first().map(|_| self.signature()) }
                if self.article.cut_off {
                    <p class="article-cut" lang={self.messages.dates.code}>{ self.messages.article.cut_off }</p>
                }
            </div>
        }
    }

    /// Where each mention links from: its words the first time in a paragraph, nowhere after that.
    fn links(&self) -> Vec<Span> {
        let mentions = &self.article.mentions;
        let mut seen = Vec::new();
        let links = mentions.iter().map(|mention| {
            let place = (self.article.paragraph_of(mention.at), &mention.of);
            if seen.contains(&place) {
                return Span::from((mention.at.start, mention.at.start));
            }
            seen.push(place);
            mention.at
        });
        links.collect()
    }

    fn signature(&self) -> Html {
        let names: Vec<&str> =
            self.article.bylines.iter().map(|byline| byline.name.as_str()).collect();
        html! { <p class="article-byline">{ names.join(", ") }</p> }
    }

    /// A picture that the archive has, in a box of its size from the first. Where it does not come,
    /// `early.js` says so.
    fn picture(&self, block: Block) -> Html {
        let Some(picture) = self.article.picture(block) else { return Html::default() };
        html! {
            <figure class="article-picture">
                <img src={["parts/", &picture.file].concat()} alt={picture.alt.clone().unwrap_or_default()}
                    width={picture.width.to_string()} height={picture.height.to_string()} loading="lazy" decoding="async" />
                <p lang={self.messages.dates.code}>{ self.messages.article.picture_lost }</p>
            </figure>
        }
    }

    /// Whether a caption stands by a picture that the archive has.
    fn is_pictured(&self, caption: Block) -> bool {
        let near = |pair: &[Block]| {
            pair.contains(&caption)
                && pair.iter().any(|block| self.article.picture(*block).is_some())
        };
        self.article.blocks.windows(2).any(near)
    }

    fn block(&self, number: usize, block: Block, links: &[Span]) -> Html {
        let layers = Layers { links, marks: self.marks, proof: self.proof };
        let pieces = segments(&self.article.text, block.span, layers);
        let words = self.pieces(&pieces);
        let is_target = self.part == ArticlePart::Paragraph(u32::try_from(number).unwrap_or(0));
        let target = is_target.then_some("is-target");
        let id = paragraph_id(number);
        // Said aloud at every caption without its picture, written under the first.
        let is_bare =
            |other: &&Block| other.kind == BlockKind::Caption && !self.is_pictured(**other);
        let first = self.article.blocks.iter().find(is_bare);
        let note = if first == Some(&block) { "caption-note" } else { "unseen" };
        let link = self.paragraph_link(number);
        let drawn = match block.kind {
            BlockKind::Heading => {
                html! { <h2 {id} class={target}>{ words }{ link }</h2> }
            }
            BlockKind::Lead => {
                html! { <p {id} class={[Some("article-lead"), target]}>{ words }{ link }</p> }
            }
            BlockKind::Caption if self.is_pictured(block) => {
                html! { <p {id} class={[Some("picture-caption"), target]}>{ words }{ link }</p> }
            }
            BlockKind::Caption => html! {
                <figure {id} class={[Some("article-caption"), target]}>
                    { icon(Icon::Picture) }
                    <figcaption>
                        { words }{ link }
                        <span class={note} lang={self.messages.dates.code}>{ " " }{ self.messages.article.picture_missing }</span>
                    </figcaption>
                </figure>
            },
            _ => html! { <p {id} class={target}>{ words }{ link }</p> },
        };
        html! { <>{ drawn }{ for self.doubts(block.span) }</> }
    }

    /// The pieces, those of one link inside one `a`.
    fn pieces(&self, pieces: &[Segment]) -> Html {
        let groups = pieces.chunk_by(|a, b| a.link.is_some() && a.link == b.link);
        groups
            .map(|group| {
                let inner = group.iter().map(|piece| self.piece(piece)).collect::<Html>();
                match group[0].link.and_then(|index| self.link_of(index)) {
                    Some((href, note)) => {
                        html! { <a class="mention" {href} data-note={note}>{ inner }</a> }
                    }
                    None => inner,
                }
            })
            .collect()
    }

    fn piece(&self, piece: &Segment) -> Html {
        let words = self.article.text.get(piece.range.clone()).unwrap_or_default();
        let words = kept_together(words);
        let class = |index| (self.reached == Some(index)).then_some("is-reached");
        let words = match piece.mark {
            // The first piece of a mark carries the id that "next place" looks for.
            Some(index) if self.marks[index].start == piece.range.start => {
                html! { <mark id={mark_selector(index)[1..].to_owned()} class={class(index)}>{ words }</mark> }
            }
            Some(index) => html! { <mark class={class(index)}>{ words }</mark> },
            None => words,
        };
        if piece.proof {
            html! { <span class="is-target proof">{ words }</span> }
        } else {
            words
        }
    }

    /// The address of what a mention is of, and the number of the note on it.
    fn link_of(&self, index: usize) -> Option<(String, String)> {
        let subject = &self.article.mentions.get(index)?.of;
        let at = self.subjects.iter().position(|known| *known == subject)?;
        Some((subject_route(subject).href(), (at + 1).to_string()))
    }

    /// The link to a paragraph; `beside` hears a press on it and hands it on.
    fn paragraph_link(&self, number: usize) -> Html {
        let href = Route::paragraph(&self.article.id, &self.article.title, number).href();
        let label = (self.messages.article.share_paragraph)(number);
        html! { <a class="paragraph-link" {href} aria-label={label}>{ "¶" }</a> }
    }

    fn doubts(&self, block: Span) -> Vec<Html> {
        let doubts = self.article.doubts.iter().filter(|doubt| block.contains(doubt.at));
        doubts
            .map(|doubt| {
                let words = doubt.at.of(&self.article.text).unwrap_or_default();
                html! {
                    <p class="article-doubt" role="note" lang={self.messages.dates.code}>
                        <strong>{ self.messages.article.doubt }{ ": " }</strong>
                        <q lang="vi">{ words }</q>{ " " }{ (self.messages.facts.doubt)(&doubt.kind) }
                    </p>
                }
            })
            .collect()
    }
}

/// Words, those that belong on one line in elements of their own.
fn kept_together(words: &str) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    let mut end = 0;
    for range in held(words) {
        let (before, pair) = (&words[end..range.start], &words[range.clone()]);
        pieces.push(html! { <>{ before }<span class="held">{ pair }</span></> });
        end = range.end;
    }
    let rest = &words[end..];
    html! { <>{ for pieces }{ rest }</> }
}
