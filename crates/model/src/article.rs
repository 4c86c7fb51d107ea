//! One archived page.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::chronicle::SubjectRef;
use crate::known::{Dated, Known};
use crate::span::Span;
use crate::unit::UnitId;

/// The stable name of an article: 1 to 40 of `a–z`, `0–9`, `_`. It is the publisher's own, else
/// the hash of the source URL, else of the file's name; it never depends on the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ArticleId(String);

/// A text that cannot be an identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an identifier: 1 to 40 of a–z, 0–9 and _ are allowed")]
pub struct BadId(pub String);

impl ArticleId {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Stands where a value is about to be thrown away.
    pub(crate) fn placeholder() -> Self {
        Self(String::new())
    }
}

impl FromStr for ArticleId {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        let fits = (1..=40).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if fits { Ok(Self(text.to_owned())) } else { Err(BadId(text.to_owned())) }
    }
}

impl TryFrom<String> for ArticleId {
    type Error = BadId;
    fn try_from(text: String) -> Result<Self, BadId> {
        text.parse()
    }
}

impl From<ArticleId> for String {
    fn from(id: ArticleId) -> String {
        id.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One archived page: the source text untouched, and what each stretch of it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Stable name.
    pub id: ArticleId,
    /// Title as printed, white space folded.
    pub title: String,
    /// The site's heading for it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// BCP 47 language of title and text where it is stated; else it is the archive's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The source text, whole and untouched. For a text file it is the file, byte for byte.
    pub text: String,
    /// What the stretches of [`text`](Self::text) are, in their order, never overlapping; what
    /// lies between them is white space.
    pub blocks: Vec<Block>,
    /// Who signed it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bylines: Vec<Byline>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Dated>,
    /// When what it reports took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Dated>,
    /// When the page was collected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crawled: Option<Dated>,
    /// Views counted by the site up to the moment it was collected; never a ranking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views: Option<Known<u64>>,
    /// The unit or body it is about; absent means unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Known<UnitId>>,
    /// Who published it; absent means unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Known<String>>,
    /// Where it came from.
    pub source: Source,
    /// The source text breaks off ("…" where a sentence should end).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut_off: bool,
    /// What the text mentions, in order of place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<FactMention>,
    /// Doubts to show beside the text (a term cited before it existed), never corrections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    /// The pictures of the page that the archive has, in order of place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
    /// Keys of a hand-written set that this version does not know, kept.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// A stretch of the text and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where.
    pub span: Span,
}

/// What a stretch of an article's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The site's heading for the page.
    Section,
    /// The title.
    Title,
    /// The first paragraph, when it sums up the rest.
    Lead,
    /// A heading inside the body.
    Heading,
    /// A paragraph.
    Paragraph,
    /// The line under (or over) a picture.
    Caption,
    /// Who signed it.
    Byline,
    /// An agency's code before the lead ("LSO-").
    Agency,
    /// A line of dates or counts printed by the site.
    SiteData,
    /// The path of a picture that the page had.
    Image,
    /// Buttons, menus, comment headings: not the article's.
    Furniture,
}

impl BlockKind {
    /// Whether it is part of what is read: these blocks are numbered from 1 in paragraph links.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Lead | Self::Heading | Self::Paragraph | Self::Caption)
    }
}

/// One author as signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Byline {
    /// The name in ordinary letters ("Phương Dung").
    pub name: String,
    /// Where it is printed (perhaps "PHƯƠNG DUNG").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Span>,
}

/// A picture of the page that the archive has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The block of kind [`BlockKind::Image`] that names it.
    pub at: Span,
    /// Its file among the parts: `jpeg-0123456789abcdef.jpg`. Empty as long as nobody looked for it.
    pub file: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What it shows, as the page tells those who do not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file in the archive's `articles/`, with `/` between folders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The page's address, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Length of the original in bytes.
    pub bytes: u64,
    /// SHA-256 of the original, 64 hexadecimal digits. It shows damage, not forgery.
    pub sha256: String,
    /// How [`Article::text`] was read from the original; absent when it is the original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Reading>,
}

/// How a text was read from an original that is not that text byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What the original is: an encoding (`tcvn3`, `utf-16le`, `utf-8-bom`) or a file format.
    pub from: String,
    /// SHA-256 of the text in UTF-8, 64 hexadecimal digits.
    pub sha256: String,
}

/// Something the text mentions, seen from the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactMention {
    /// What is mentioned.
    pub of: SubjectRef,
    /// The words.
    pub at: Span,
    /// The sentence (or line) they stand in.
    pub sentence: Span,
}

/// A doubt about the source text, shown beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Which kind.
    #[serde(flatten)]
    pub kind: DoubtKind,
    /// The words in doubt.
    pub at: Span,
}

/// Kinds of doubt. Each has one sentence in the message catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "doubt", rename_all = "kebab-case")]
pub enum DoubtKind {
    /// A Party term is cited as in force before its congress met.
    TermBeforeCongress {
        /// The term, as printed ("XIII").
        term: String,
        /// The day of the article.
        article_date: calendar::PartialDate,
        /// The day the congress opened.
        congress: calendar::PartialDate,
    },
    /// The years claimed for an anniversary do not fit its founding date.
    YearsDisagree {
        /// As printed.
        claimed: u16,
        /// As computed.
        computed: u16,
    },
}

/// A language as a file states it, as BCP 47: a code ("en", "en-US", "en_US") or its name in Vietnamese or
/// English. `None` for Vietnamese, which needs no word.
///
/// # Errors
///
/// [`NotALanguage`] for what is neither.
///
/// ```
/// use model::article::language;
/// assert_eq!(language("en_US"), Ok(Some("en-US".to_owned())));
/// assert_eq!(language("Tiếng Anh"), Ok(Some("en".to_owned())));
/// assert_eq!((language("vi-VN"), language("Tiếng Việt")), (Ok(None), Ok(None)));
/// assert!(language("tiếng lóng").is_err());
/// ```
pub fn language(stated: &str) -> Result<Option<String>, NotALanguage> {
    const NAMES: [(&str, &str); 15] = [
        ("tieng viet", "vi"),
        ("viet", "vi"),
        ("vietnamese", "vi"),
        ("tieng anh", "en"),
        ("english", "en"),
        ("tieng phap", "fr"),
        ("french", "fr"),
        ("tieng trung", "zh"),
        ("chinese", "zh"),
        ("tieng nga", "ru"),
        ("russian", "ru"),
        ("tieng nhat", "ja"),
        ("japanese", "ja"),
        ("tieng han", "ko"),
        ("korean", "ko"),
    ];
    let stated = stated.trim().replace('_', "-");
    let folded = viet::fold(&stated);
    let named = NAMES.iter().find(|(name, _)| *name == folded);
    let code = named.map_or(stated, |(_, code)| (*code).to_owned());
    let mut parts = code.split('-');
    let main = parts.next().unwrap_or_default();
    let is_code = (2..=3).contains(&main.len()) && main.bytes().all(|b| b.is_ascii_alphabetic());
    let fits = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if !is_code || !parts.all(fits) {
        return Err(NotALanguage);
    }
    let is_ours = main.eq_ignore_ascii_case("vi") || main.eq_ignore_ascii_case("vie");
    Ok((!is_ours).then_some(code))
}

/// What [`language`] cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALanguage;

/// Grown-ups read 863 (± 234) letters a minute aloud, the mean of 17 languages (Trauzettel-Klosinski and
/// Dietz, Invest. Ophthalmol. Vis. Sci. 53, 2012, doi:10.1167/iovs.11-8284); Vietnamese is not among them.
/// Its syllables, which are what spaces separate, have about 4.5 letters with the space: some 190 a minute,
/// and a little more in silence.
const SYLLABLES_A_MINUTE: usize = 200;

impl Article {
    /// The blocks that are read, in order: paragraph `n` of a link is the `n`-th of them, from 1.
    pub fn body(&self) -> impl Iterator<Item = (Block, &str)> {
        self.blocks
            .iter()
            .filter(|block| block.kind.is_body())
            .filter_map(|block| Some((*block, block.span.of(&self.text)?)))
    }

    /// The number (from 1) of the body block that holds `span`.
    pub fn paragraph_of(&self, span: Span) -> Option<usize> {
        self.blocks
            .iter()
            .filter(|block| block.kind.is_body())
            .position(|block| block.span.contains(span))
            .map(|index| index + 1)
    }

    /// The picture that a block names, if the archive has it.
    pub fn picture(&self, block: Block) -> Option<&Picture> {
        self.pictures.iter().find(|picture| picture.at == block.span)
    }

    /// Words of the whole source text, split at white space: what reading time is told from.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// The language of title and text: Vietnamese unless it says another.
    pub fn lang(&self) -> &str {
        self.language.as_deref().unwrap_or("vi")
    }

    /// Minutes to read it, at least one.
    pub fn minutes(&self) -> u32 {
        u32::try_from(self.words().div_ceil(SYLLABLES_A_MINUTE)).unwrap_or(u32::MAX).max(1)
    }
}
