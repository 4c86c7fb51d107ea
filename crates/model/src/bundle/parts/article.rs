//! Whole articles.

use super::super::Chunk;
use super::super::json::{Members, Reader};
use crate::article::{
    Article, Block, BlockKind, Byline, Doubt, DoubtKind, FactMention, Picture, Reading, Source,
};

words!(BlockKind:
    "section" => Section, "title" => Title, "lead" => Lead, "heading" => Heading,
    "paragraph" => Paragraph, "caption" => Caption, "byline" => Byline, "agency" => Agency,
    "site-data" => SiteData, "image" => Image, "furniture" => Furniture,
);

object!(Block, m, r => Self { kind: m.must(r, "kind"), span: m.must(r, "span") });
object!(Byline, m, r => Self { name: m.must(r, "name"), at: m.may(r, "at") });
object!(Source, m, r => Self {
    file: m.may(r, "file"),
    url: m.may(r, "url"),
    bytes: m.must(r, "bytes"),
    sha256: m.must(r, "sha256"),
    reading: m.may(r, "reading"),
});
object!(Reading, m, r => Self { from: m.must(r, "from"), sha256: m.must(r, "sha256") });
object!(Picture, m, r => Self {
    at: m.must(r, "at"),
    file: m.must(r, "file"),
    width: m.must(r, "width"),
    height: m.must(r, "height"),
    alt: m.may(r, "alt"),
});
object!(FactMention, m, r => Self {
    of: m.must(r, "of"),
    at: m.must(r, "at"),
    sentence: m.must(r, "sentence"),
});
object!(Doubt, m, r => Self { kind: doubt(m, r), at: m.must(r, "at") });

fn doubt(m: Members<'_>, r: &mut Reader) -> DoubtKind {
    match m.get(r, "doubt").as_str() {
        Some("term-before-congress") => DoubtKind::TermBeforeCongress {
            term: m.must(r, "term"),
            article_date: m.must(r, "article_date"),
            congress: m.must(r, "congress"),
        },
        Some("years-disagree") => DoubtKind::YearsDisagree {
            claimed: m.must(r, "claimed"),
            computed: m.must(r, "computed"),
        },
        _ => {
            r.misfit("a known doubt");
            DoubtKind::YearsDisagree { claimed: 0, computed: 0 }
        }
    }
}

object!(Article, m, r => Self {
    id: m.must(r, "id"),
    title: m.must(r, "title"),
    section: m.may(r, "section"),
    language: m.may(r, "language"),
    text: m.must(r, "text"),
    blocks: m.must(r, "blocks"),
    bylines: m.list(r, "bylines"),
    published: m.may(r, "published"),
    event: m.may(r, "event"),
    crawled: m.may(r, "crawled"),
    views: m.may(r, "views"),
    unit: m.may(r, "unit"),
    publisher: m.may(r, "publisher"),
    source: m.must(r, "source"),
    cut_off: m.may(r, "cut_off").unwrap_or_default(),
    mentions: m.list(r, "mentions"),
    doubts: m.list(r, "doubts"),
    pictures: m.list(r, "pictures"),
    extra: m.get(r, "extra").as_object().cloned().unwrap_or_default(),
});

object!(Chunk, m, r => {
    let articles = m.get(r, "articles");
    Self { articles: r.items("articles", articles) }
});
