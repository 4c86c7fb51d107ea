//! Routes written as addresses, and read back.

use calendar::PartialDate;

use super::query::{Pairs, Writer};
use super::{ArticlePlace, Route, SearchPlace, ToldKind, percent};

impl Route {
    /// The address, beginning with `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::Kiosk => "#/".to_owned(),
            Self::Article(place) => place.href(),
            Self::Cite(place) => Writer::new("trich-dan").segment(place.id.as_str()).0,
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
            Self::Calendar { of } => {
                let mut out = Writer::new("lich");
                out.pair_of(if let Some(PartialDate::Year(_)) = of { "nam" } else { "thang" }, *of);
                out.0
            }
            Self::Units { text } => {
                let mut out = Writer::new("don-vi");
                if !text.is_empty() {
                    out.pair("q", text);
                }
                out.0
            }
            Self::Unit { id } => Writer::new("don-vi").segment(id).0,
            Self::Dossier { id } => Writer::new("don-vi").segment(id).segment("ho-so").0,
            Self::Compare { first, second } => {
                let mut out = Writer::new("so-sanh");
                out.pair_of("a", first.as_ref());
                out.pair_of("b", second.as_ref());
                out.0
            }
            Self::Official { id } => Writer::new("nguoi").segment(id).0,
            Self::Programme { id } => Writer::new("chuong-trinh").segment(id).0,
            Self::Directive { id } => Writer::new("van-ban").segment(id).0,
            Self::Coming => "#/sap-toi".to_owned(),
            Self::Latest { unit } => {
                let mut out = Writer::new("moi");
                out.pair_of("dv", unit.as_ref());
                out.0
            }
            Self::Told { kind, id } => {
                let out = Writer::new(kind.word());
                id.iter().fold(out, |out, id| out.segment(id)).0
            }
            Self::Keep => "#/luu".to_owned(),
            Self::Bookmarks => "#/danh-dau".to_owned(),
            Self::Desk => "#/ban-lam-viec".to_owned(),
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
        if let Some(kind) = ToldKind::of(place, rest.is_empty()) {
            let id = if rest.is_empty() { None } else { Some(id()?) };
            return Some(Self::Told { kind, id });
        }
        Some(match place {
            "bai" => return ArticlePlace::parse(rest, &pairs).map(Self::Article),
            "trich-dan" => Self::Cite(ArticlePlace::of(&rest.parse().ok()?, "")),
            "ky-niem" => Self::Anniversary { id: id()?, year: pairs.read("nam") },
            "don-vi" if rest.ends_with("/ho-so") => {
                let id =
                    rest.strip_suffix("/ho-so").filter(|id| !id.is_empty() && !id.contains('/'))?;
                Self::Dossier { id: percent::decode(id, false) }
            }
            "don-vi" if !rest.is_empty() => Self::Unit { id: id()? },
            "nguoi" => Self::Official { id: id()? },
            "chuong-trinh" => Self::Programme { id: id()? },
            "van-ban" => Self::Directive { id: id()? },
            _ if !rest.is_empty() => return None,
            "" => Self::Home,
            "tim" => Self::Search(SearchPlace::from_pairs(&pairs)),
            "dong-thoi-gian" => Self::Timeline { from: pairs.read("tu"), to: pairs.read("den") },
            "hom-nay" => Self::Today { day: pairs.read("ngay") },
            "lich" => Self::Calendar { of: calendar_page(&pairs) },
            "luu" => Self::Keep,
            "danh-dau" => Self::Bookmarks,
            "sap-toi" => Self::Coming,
            "moi" => Self::Latest { unit: pairs.first("dv").map(str::to_owned) },
            "don-vi" => Self::Units { text: pairs.first("q").unwrap_or_default().to_owned() },
            "so-sanh" => {
                let id = |key| pairs.first(key).filter(|id| !id.is_empty()).map(str::to_owned);
                Self::Compare { first: id("a"), second: id("b") }
            }
            "ban-lam-viec" => Self::Desk,
            "cai-dat" => Self::Settings,
            "gioi-thieu" => Self::About,
            _ => return None,
        })
    }
}

/// A year, or a month; a year wins.
fn calendar_page(pairs: &Pairs) -> Option<PartialDate> {
    let year = pairs.read("nam").filter(|of| matches!(of, PartialDate::Year(_)));
    year.or_else(|| pairs.read("thang").filter(|of| matches!(of, PartialDate::Month(..))))
}
