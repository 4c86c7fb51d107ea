//! Which element of a page holds the article.
//!
//! Where the page says so (`itemprop="articleBody"`, one `<article>`), that is it. Elsewhere it is
//! the element whose own paragraphs have the most text that is no link: menus are links, sidebars
//! are short.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Node};

use super::blocks::{is_beside, words};
use crate::words::squeeze;

/// Letters of a paragraph's line at least; shorter ones are captions, menus and dates.
const PROSE: usize = 60;

/// Letters at most of a line between title and text: a date, a source, a number of readers.
const SHORT: usize = 160;

/// The article's element; the body if none stands out.
pub(super) fn root(top: ElementRef<'_>) -> ElementRef<'_> {
    stated(top).or_else(|| densest(top)).unwrap_or(top)
}

/// The element that the page itself calls the article's body.
fn stated(top: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let says = |element: &ElementRef<'_>| element.value().attr("itemprop") == Some("articleBody");
    let mut bodies = elements(top).filter(says);
    if let (Some(body), None) = (bodies.next(), bodies.next()) {
        return Some(body);
    }
    let mut articles = elements(top).filter(|element| element.value().name() == "article");
    match (articles.next(), articles.next()) {
        (Some(article), None) if prose(article) > 0 => Some(article),
        _ => None,
    }
}

/// The element with the most prose right in it: a paragraph counts for its parent in full and for
/// the parent's parent by half, since text is often wrapped once more.
fn densest(top: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let mut scores: HashMap<NodeId, usize> = HashMap::new();
    let mut add = |node: Option<NodeRef<'_, Node>>, score: usize| {
        if let Some(node) = node {
            *scores.entry(node.id()).or_default() += score;
        }
    };
    for element in elements(top) {
        let letters = own_prose(element);
        if letters == 0 {
            continue;
        }
        // Text right in a <div> or cell is its own paragraph.
        let is_paragraph = matches!(element.value().name(), "p" | "li" | "blockquote");
        let parent = element.parent();
        if is_paragraph {
            add(parent, 2 * letters);
            add(parent.and_then(|of| of.parent()), letters);
        } else {
            add(Some(*element), 2 * letters);
            add(parent, 2 * letters);
        }
    }
    // Of equals the first, which is the outer one of paragraphs that are wrapped one by one.
    let most = scores.values().copied().max()?;
    elements(top).find(|element| scores.get(&element.id()) == Some(&most))
}

/// Letters of prose right in an element (its inline children counted), links left out.
fn own_prose(element: ElementRef<'_>) -> usize {
    const BLOCKS: [&str; 13] = [
        "form", "div", "p", "table", "tbody", "tr", "td", "ul", "ol", "section", "article", "main",
        "body",
    ];
    let value = element.value();
    if value.name() == "html" || value.name() == "a" || is_beside(element) {
        return 0;
    }
    let mut letters = 0;
    for child in element.children() {
        match child.value() {
            Node::Text(text) => letters += text.trim().chars().count(),
            Node::Element(inner) if BLOCKS.contains(&inner.name()) || inner.name() == "a" => {}
            Node::Element(_) => {
                let Some(inline) = ElementRef::wrap(child) else { continue };
                let all = words(inline).chars().count();
                let linked: usize = elements(inline)
                    .filter(|element| element.value().name() == "a")
                    .map(|link| words(link).chars().count())
                    .sum();
                letters += all.saturating_sub(linked);
            }
            _ => {}
        }
    }
    // Spans are counted with the block they stand in.
    let inline = ["span", "b", "strong", "i", "em", "font", "u"].contains(&value.name());
    if inline || letters < PROSE { 0 } else { letters }
}

fn prose(root: ElementRef<'_>) -> usize {
    elements(root).map(own_prose).sum()
}

/// The article's heading: in its element, else the last `<h1>` before it.
pub(super) fn heading<'a>(top: ElementRef<'a>, root: ElementRef<'a>) -> Option<ElementRef<'a>> {
    let is_heading = |element: &ElementRef<'_>| {
        element.value().name() == "h1" && !words(*element).is_empty() && !is_within_beside(*element)
    };
    let titled = |element: &ElementRef<'_>| {
        let class = element.value().attr("class").unwrap_or_default().to_ascii_lowercase();
        let named = element.value().attr("itemprop") == Some("headline")
            || ["title", "tieude", "tieu-de", "headline"].iter().any(|name| class.contains(name));
        let short = (12..=300).contains(&words(*element).chars().count());
        named && short && !is_within_beside(*element)
    };
    let before = |element: &ElementRef<'_>| comes_before(top, *element, root);
    elements(root)
        .find(is_heading)
        .or_else(|| elements(top).filter(is_heading).filter(before).last())
        .or_else(|| elements(top).filter(titled).filter(before).last())
        .or_else(|| elements(root).find(titled))
}

/// Short lines between heading and text: when it was published, by whom, how often it was read.
pub(super) fn between(heading: ElementRef<'_>, root: ElementRef<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if heading.ancestors().any(|node| node.id() == root.id()) {
        return lines;
    }
    let Some(shared) = heading
        .ancestors()
        .find(|above| root.ancestors().any(|node| node.id() == above.id()))
        .and_then(ElementRef::wrap)
    else {
        return lines;
    };
    let (mut passed, mut skipped, mut line) = (false, None, String::new());
    for edge in shared.traverse() {
        match edge {
            Edge::Open(node) if node.id() == root.id() => break,
            Edge::Open(node) if passed && skipped.is_none() => match node.value() {
                Node::Text(text) => line.push_str(text),
                Node::Element(_) => {
                    let Some(element) = ElementRef::wrap(node) else { continue };
                    if is_beside(element) {
                        skipped = Some(node.id());
                    } else if !matches!(
                        element.value().name(),
                        "span" | "b" | "i" | "em" | "strong"
                    ) {
                        lines.push(std::mem::take(&mut line));
                    }
                }
                _ => {}
            },
            Edge::Close(node) if node.id() == heading.id() => passed = true,
            Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
            _ => {}
        }
    }
    lines.push(line);
    lines
        .iter()
        .map(|line| squeeze(line))
        .filter(|line| {
            let letters = line.chars().count();
            letters > 0 && letters <= SHORT
        })
        .collect()
}

fn elements(root: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    root.descendants().filter_map(ElementRef::wrap)
}

fn is_within_beside(element: ElementRef<'_>) -> bool {
    element.ancestors().filter_map(ElementRef::wrap).any(is_beside)
}

fn comes_before(top: ElementRef<'_>, first: ElementRef<'_>, second: ElementRef<'_>) -> bool {
    let mut order = elements(top).filter(|element| *element == first || *element == second);
    order.next() == Some(first) && first != second
}
