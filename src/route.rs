//! Places of the viewer and their addresses: the only code that knows a URL.
//!
//! All routes live behind `#`, so that any static host, sub-path or frame will do:
//!
//! | address | place |
//! |---|---|
//! | `#/` | home |
//! | `#/bai/<id>-<slug>`, `…/d/<n>`, `…/nguyen-ban`, `?q=` | an article, its n-th paragraph, its original, words to mark |
//! | `#/tim?q=&dv=&nam=&muc=&nguoi=&ct=&sap=` | search |
//! | `#/dong-thoi-gian?tu=&den=` | timeline |
//! | `#/ky-niem/<id>?nam=` | an anniversary, counted to a year |
//! | `#/hom-nay?ngay=` | a day of the year |
//! | `#/don-vi`, `#/don-vi/<id>` | units, a unit |
//! | `#/nguoi/<id>`, `#/chuong-trinh/<id>`, `#/van-ban/<id>` | an official, a programme, a directive |
//! | `#/cai-dat`, `#/gioi-thieu` | settings, about |
//!
//! `parse(format(route)) == route`. Anything else is [`Route::Unknown`], never an error.

pub mod percent;

use calendar::{Date, PartialDate};
use model::ArticleId;
use protocol::{Filter, Sort};

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Home: today, coming anniversaries, what is new, units.
    Home,
    /// An article.
    Article(ArticlePlace),
    /// Search.
    Search(SearchPlace),
    /// The timeline between two dates.
    Timeline {
        /// From this date on.
        from: Option<PartialDate>,
        /// Up to this date.
        to: Option<PartialDate>,
    },
    /// An anniversary.
    Anniversary {
        /// Its id in the chronicle.
        id: String,
        /// The year it is counted to; absent means this year.
        year: Option<i32>,
    },
    /// What happened on a day of the year.
    Today {
        /// The day; absent means today.
        day: Option<Date>,
    },
    /// All units.
    Units,
    /// A unit.
    Unit {
        /// Its id.
        id: String,
    },
    /// An official.
    Official {
        /// The id in the chronicle.
        id: String,
    },
    /// A programme.
    Programme {
        /// Its id in the chronicle.
        id: String,
    },
    /// A directive.
    Directive {
        /// Its id in the chronicle.
        id: String,
    },
    /// Settings.
    Settings,
    /// About the archive.
    About,
    /// No such place.
    Unknown {
        /// What stood behind `#`, as it was.
        raw: String,
    },
}

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
    /// The original text, byte for byte.
    Original,
}

/// A search: all that its permalink holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchPlace {
    /// As typed.
    pub text: String,
    /// Chosen facet values, by [`Field`].
    pub chosen: [Vec<String>; Field::ALL.len()],
    /// Order.
    pub sort: Sort,
}

/// A facet of search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Unit.
    Unit,
    /// Year of the article.
    Year,
    /// Section.
    Section,
    /// Person.
    Person,
    /// Programme.
    Programme,
    /// Directive.
    Directive,
}

impl Field {
    /// All, in the order they are shown.
    pub const ALL: [Self; 6] =
        [Self::Unit, Self::Year, Self::Section, Self::Person, Self::Programme, Self::Directive];

    /// Its name in the search index.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Year => "year",
            Self::Section => "section",
            Self::Person => "person",
            Self::Programme => "programme",
            Self::Directive => "directive",
        }
    }

    /// Its key in a URL.
    fn key(self) -> &'static str {
        match self {
            Self::Unit => "dv",
            Self::Year => "nam",
            Self::Section => "muc",
            Self::Person => "nguoi",
            Self::Programme => "ct",
            Self::Directive => "vb",
        }
    }
}

impl SearchPlace {
    /// A plain search for some words.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The values chosen of a field.
    pub fn of(&self, field: Field) -> &[String] {
        &self.chosen[field as usize]
    }

    /// The same search with a value chosen, or no longer chosen.
    #[must_use]
    pub fn toggled(&self, field: Field, value: &str) -> Self {
        let mut next = self.clone();
        let values = &mut next.chosen[field as usize];
        let before = values.len();
        values.retain(|chosen| chosen != value);
        if values.len() == before {
            values.push(value.to_owned());
        }
        next
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.chosen.iter().all(Vec::is_empty)
    }

    /// The chosen values as the search worker takes them.
    pub fn filters(&self) -> Vec<Filter> {
        Field::ALL
            .iter()
            .filter(|field| !self.of(**field).is_empty())
            .map(|field| Filter {
                field: field.name().to_owned(),
                values: self.of(*field).to_vec(),
            })
            .collect()
    }
}

impl Route {
    /// An article's reading view, with readable words of its title in the address.
    pub fn article(id: &ArticleId, title: &str) -> Self {
        Self::Article(ArticlePlace::of(id, title))
    }

    /// An article at a paragraph, numbered from 1.
    pub fn paragraph(id: &ArticleId, title: &str, number: usize) -> Self {
        let part = u32::try_from(number).map_or(ArticlePart::Whole, ArticlePart::Paragraph);
        Self::Article(ArticlePlace {
            id: id.clone(),
            slug: slug(title),
            part,
            query: String::new(),
        })
    }

    /// The address, beginning with `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Article(place) => place.href(),
            Self::Search(place) => place.href(),
            Self::Timeline { from, to } => {
                let mut out = Writer::new("dong-thoi-gian");
                out.pair_of("tu", *from);
                out.pair_of("den", *to);
                out.0
            }
            Self::Anniversary { id, year } => {
                let mut out = Writer::new("ky-niem").segment(id);
                out.pair_of("nam", *year);
                out.0
            }
            Self::Today { day } => {
                let mut out = Writer::new("hom-nay");
                out.pair_of("ngay", *day);
                out.0
            }
            Self::Units => "#/don-vi".to_owned(),
            Self::Unit { id } => Writer::new("don-vi").segment(id).0,
            Self::Official { id } => Writer::new("nguoi").segment(id).0,
            Self::Programme { id } => Writer::new("chuong-trinh").segment(id).0,
            Self::Directive { id } => Writer::new("van-ban").segment(id).0,
            Self::Settings => "#/cai-dat".to_owned(),
            Self::About => "#/gioi-thieu".to_owned(),
            Self::Unknown { raw } => ["#", raw].concat(),
        }
    }

    /// Reads what stands behind `#` (with or without it). Never fails.
    pub fn parse(hash: &str) -> Self {
        let raw = hash.strip_prefix('#').unwrap_or(hash);
        Self::known(raw).unwrap_or_else(|| Self::Unknown { raw: raw.to_owned() })
    }

    fn known(raw: &str) -> Option<Self> {
        let (path, query) = raw.split_once('?').unwrap_or((raw, ""));
        let path = path.trim_matches('/');
        let pairs = Pairs::parse(query);
        let (place, rest) = path.split_once('/').unwrap_or((path, ""));
        let id = || (!rest.is_empty() && !rest.contains('/')).then(|| percent::decode(rest, false));
        Some(match place {
            "bai" => return ArticlePlace::parse(rest, &pairs).map(Self::Article),
            "ky-niem" => Self::Anniversary { id: id()?, year: pairs.read("nam") },
            "don-vi" if !rest.is_empty() => Self::Unit { id: id()? },
            "nguoi" => Self::Official { id: id()? },
            "chuong-trinh" => Self::Programme { id: id()? },
            "van-ban" => Self::Directive { id: id()? },
            _ if !rest.is_empty() => return None,
            "" => Self::Home,
            "tim" => Self::Search(SearchPlace::from_pairs(&pairs)),
            "dong-thoi-gian" => Self::Timeline { from: pairs.read("tu"), to: pairs.read("den") },
            "hom-nay" => Self::Today { day: pairs.read("ngay") },
            "don-vi" => Self::Units,
            "cai-dat" => Self::Settings,
            "gioi-thieu" => Self::About,
            _ => return None,
        })
    }

    /// Words a reader of a broken link may be looking for.
    pub fn words(&self) -> String {
        let text = match self {
            Self::Unknown { raw } => percent::decode(raw.split('?').next().unwrap_or(raw), false),
            Self::Article(place) => place.slug.clone(),
            Self::Anniversary { id, .. }
            | Self::Unit { id }
            | Self::Official { id }
            | Self::Programme { id }
            | Self::Directive { id } => id.clone(),
            _ => String::new(),
        };
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The day that the address asks to be taken for today: `?ngay=` behind `#`, else in the page's
/// own query string.
pub fn pinned_day(page_query: &str, hash: &str) -> Option<Date> {
    let hash_query = hash.split_once('?').map_or("", |(_, query)| query);
    let page_query = page_query.strip_prefix('?').unwrap_or(page_query);
    let day = |query| Pairs::parse(query).read("ngay");
    day(hash_query).or_else(|| day(page_query))
}

impl ArticlePlace {
    /// An article's reading view, with readable words of its title.
    pub fn of(id: &ArticleId, title: &str) -> Self {
        let part = ArticlePart::Whole;
        Self { id: id.clone(), slug: slug(title), part, query: String::new() }
    }

    fn href(&self) -> String {
        let mut out = Writer::new("bai").segment(self.id.as_str());
        if !self.slug.is_empty() {
            out.0.push('-');
            percent::encode_into(&mut out.0, &self.slug);
        }
        match self.part {
            ArticlePart::Whole => {}
            ArticlePart::Paragraph(number) => out = out.segment("d").segment(&number.to_string()),
            ArticlePart::Original => out = out.segment("nguyen-ban"),
        }
        if !self.query.is_empty() {
            out.pair("q", &self.query);
        }
        out.0
    }

    fn parse(rest: &str, pairs: &Pairs) -> Option<Self> {
        let (name, part) = rest.split_once('/').unwrap_or((rest, ""));
        let (id, slug) = name.split_once('-').unwrap_or((name, ""));
        let part = match part.split_once('/').unwrap_or((part, "")) {
            ("nguyen-ban", _) => ArticlePart::Original,
            ("d", number) => number
                .parse()
                .ok()
                .filter(|number| *number > 0)
                .map_or(ArticlePart::Whole, ArticlePart::Paragraph),
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

impl SearchPlace {
    fn href(&self) -> String {
        let mut out = Writer::new("tim");
        if !self.text.is_empty() {
            out.pair("q", &self.text);
        }
        for field in Field::ALL {
            for value in self.of(field) {
                out.pair(field.key(), value);
            }
        }
        match self.sort {
            Sort::Relevance => {}
            Sort::Newest => out.pair("sap", "moi"),
            Sort::Oldest => out.pair("sap", "cu"),
        }
        out.0
    }

    fn from_pairs(pairs: &Pairs) -> Self {
        let mut place = Self::words(pairs.first("q").unwrap_or_default());
        for field in Field::ALL {
            for value in pairs.all(field.key()) {
                let values = &mut place.chosen[field as usize];
                if !value.is_empty() && !values.contains(value) {
                    values.push(value.clone());
                }
            }
        }
        place.sort = match pairs.first("sap") {
            Some("moi") => Sort::Newest,
            Some("cu") => Sort::Oldest,
            _ => Sort::Relevance,
        };
        place
    }
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
const SLUG_LENGTH: usize = 60;

/// An address being written.
struct Writer(String);

impl Writer {
    fn new(place: &str) -> Self {
        Self(["#/", place].concat())
    }

    fn segment(mut self, text: &str) -> Self {
        self.0.push('/');
        percent::encode_into(&mut self.0, text);
        self
    }

    fn pair(&mut self, key: &str, value: &str) {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(key);
        self.0.push('=');
        percent::encode_into(&mut self.0, value);
    }

    fn pair_of(&mut self, key: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.pair(key, &value.to_string());
        }
    }
}

/// Keys and values of a query string.
struct Pairs(Vec<(String, String)>);

impl Pairs {
    fn parse(query: &str) -> Self {
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (percent::decode(key, true), percent::decode(value, true))
        });
        Self(pairs.collect())
    }

    fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a String> {
        self.0.iter().filter(move |(name, _)| name == key).map(|(_, value)| value)
    }

    fn first<'a>(&'a self, key: &'a str) -> Option<&'a str> {
        self.all(key).next().map(String::as_str)
    }

    fn read<T: std::str::FromStr>(&self, key: &str) -> Option<T> {
        self.first(key)?.parse().ok()
    }
}

#[cfg(test)]
mod tests;
