//! The words of an element, a line for each of its blocks.

use ego_tree::iter::Edge;
use model::article::BlockKind;
use scraper::{ElementRef, Node};

use crate::page::Page;
use crate::words::squeeze;

/// Elements whose words are none of an article's.
const SILENT: [&str; 21] = [
    "script", "style", "noscript", "template", "nav", "footer", "form", "button", "select",
    "option", "input", "textarea", "iframe", "svg", "canvas", "video", "audio", "object", "head",
    "aside", "dialog",
];

/// Elements that stand within a line.
#[rustfmt::skip]
const INLINE: [&str; 33] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var",
];

/// Parts of class names and identifiers of what stands beside an article.
#[rustfmt::skip]
const BESIDE: [&str; 26] = [
    "related", "lienquan", "lien-quan", "tinlienquan", "tin-khac", "tinkhac", "othernews", "other-news", "share",
    "social", "comment", "binhluan", "binh-luan", "breadcrumb", "menu", "sidebar", "toolbar", "print-", "paging",
    "pagination", "banner", "advert", "quangcao", "rating", "danhgia", "hidden",
];

/// Whether an element and all in it is left out.
pub(super) fn is_beside(element: ElementRef<'_>) -> bool {
    let value = element.value();
    if SILENT.contains(&value.name()) && !is_whole_page(element) {
        return true;
    }
    if value.attr("hidden").is_some() {
        return true;
    }
    if value.attr("aria-hidden") == Some("true") {
        return true;
    }
    let style = value.attr("style").unwrap_or_default().to_ascii_lowercase();
    if style.split_whitespace().collect::<String>().contains("display:none") {
        return true;
    }
    let named = |name: &str| {
        let name = name.to_ascii_lowercase();
        BESIDE.iter().any(|beside| name.contains(beside))
    };
    // The body may be called anything.
    !matches!(value.name(), "html" | "body" | "article" | "main")
        && (value.attr("class").is_some_and(named) || value.attr("id").is_some_and(named))
}

/// A form that holds the whole page, as ASP.NET makes them: most portals of communes are such.
fn is_whole_page(element: ElementRef<'_>) -> bool {
    let says = |inner: ElementRef<'_>| {
        let value = inner.value();
        value.name() == "h1" || value.attr("name") == Some("__VIEWSTATE")
    };
    element.value().name() == "form" && element.descendants().filter_map(ElementRef::wrap).any(says)
}

/// All words of an element in one line.
pub(super) fn words(element: ElementRef<'_>) -> String {
    let mut line = String::new();
    for edge in element.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) => line.push_str(text),
                Node::Element(value) if !INLINE.contains(&value.name()) => line.push(' '),
                _ => {}
            },
            Edge::Close(_) => {}
        }
    }
    squeeze(&line)
}

/// Adds the element's blocks to a page; `heading`, if it is in it, was added before.
pub(super) fn write(root: ElementRef<'_>, heading: Option<ElementRef<'_>>, page: &mut Page) {
    let mut writer = Writer { page, line: String::new(), kinds: Vec::new() };
    writer.children(root, heading);
    writer.end_line();
}

struct Writer<'p> {
    page: &'p mut Page,
    line: String,
    /// Kinds of the blocks that are open, the innermost last.
    kinds: Vec<Option<BlockKind>>,
}

impl Writer<'_> {
    fn children(&mut self, parent: ElementRef<'_>, heading: Option<ElementRef<'_>>) {
        // A deep page must not overflow the stack: the tree is walked, not descended.
        let mut skipped = None;
        for edge in parent.traverse() {
            match edge {
                Edge::Open(node) => {
                    if skipped.is_some() {
                        continue;
                    }
                    match node.value() {
                        Node::Text(text) => self.line.push_str(text),
                        Node::Element(_) => {
                            let Some(element) = ElementRef::wrap(node) else { continue };
                            let is_root = node.id() == parent.id();
                            if !is_root && (is_beside(element) || Some(element) == heading) {
                                skipped = Some(node.id());
                            } else {
                                self.open(element);
                            }
                        }
                        _ => {}
                    }
                }
                Edge::Close(node) => {
                    if skipped.is_some() {
                        if skipped == Some(node.id()) {
                            skipped = None;
                        }
                    } else if let Some(element) = ElementRef::wrap(node) {
                        self.close(element);
                    }
                }
            }
        }
    }

    fn open(&mut self, element: ElementRef<'_>) {
        let name = element.value().name();
        match name {
            "br" | "hr" => self.end_line(),
            "td" | "th" => self.cell(),
            "img" => self.image(element),
            name if INLINE.contains(&name) => {}
            _ => {
                self.end_line();
                self.kinds.push(kind(element));
            }
        }
    }

    fn close(&mut self, element: ElementRef<'_>) {
        match element.value().name() {
            "br" | "hr" | "td" | "th" | "img" => {}
            name if INLINE.contains(&name) => {}
            _ => {
                self.end_line();
                self.kinds.pop();
            }
        }
    }

    /// Cells of a row stand in one line, so that a table reads by itself.
    fn cell(&mut self) {
        if !squeeze(&self.line).is_empty() {
            self.line.push_str(" | ");
        }
    }

    /// A picture is named by its file, as crawled pages name it.
    fn image(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        // Pages that load pictures late have a blank one in `src`.
        let sources =
            ["data-src", "data-original", "src"].iter().filter_map(|name| value.attr(name));
        let Some(source) = sources.into_iter().find(|source| !source.starts_with("data:")) else {
            return;
        };
        if is_icon(element) {
            return;
        }
        self.end_line();
        let end = source.find(['?', '#']).unwrap_or(source.len());
        self.page.picture(&source[..end], value.attr("alt").or(value.attr("title")));
    }

    fn end_line(&mut self) {
        let line = squeeze(&std::mem::take(&mut self.line));
        let kind = self.kinds.iter().rev().find_map(|kind| *kind);
        match kind {
            Some(kind) => self.page.of_kind(&line, kind),
            None => self.page.plain(&line),
        }
    }
}

/// A dot that counts readers, an arrow, a smiling face: by the size that the page gives it.
fn is_icon(element: ElementRef<'_>) -> bool {
    const LARGEST: u32 = 32;
    let small = |name: &str| {
        let size = element.value().attr(name).map(|size| size.trim().trim_end_matches("px"));
        size.and_then(|size| size.parse::<u32>().ok()).is_some_and(|size| size <= LARGEST)
    };
    small("width") || small("height")
}

/// What an element says of its words.
fn kind(element: ElementRef<'_>) -> Option<BlockKind> {
    match element.value().name() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "figcaption" | "caption" => Some(BlockKind::Caption),
        "li" | "tr" | "blockquote" => Some(BlockKind::Paragraph),
        _ => None,
    }
}
