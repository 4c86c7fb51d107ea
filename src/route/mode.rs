//! Where the viewer stands, and what it is given to begin with: told in the page's own query string,
//! for as long as the page is open.

use super::query::Pairs;

/// Where the viewer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// On a reader's own device.
    Page,
    /// There too, although archive.toml may say otherwise: `?kiosk=0`.
    Plain,
    /// In a hall, one reader after another: `?kiosk=1`.
    Kiosk,
    /// Inside another site's page: `?nhung=1`.
    Embed,
}

fn pairs(page_query: &str) -> Pairs {
    Pairs::parse(page_query.strip_prefix('?').unwrap_or(page_query))
}

impl Mode {
    /// What the page's query string says.
    pub fn of(page_query: &str) -> Self {
        let pairs = pairs(page_query);
        match (pairs.first("nhung"), pairs.first("kiosk")) {
            (Some(_), _) => Self::Embed,
            (_, Some("0")) => Self::Plain,
            (_, Some(_)) => Self::Kiosk,
            _ => Self::Page,
        }
    }
}

/// Theme, text size and language to begin with where nothing is kept, as
/// [`Settings`](crate::hooks::Settings) are written: `?kieu=dark+100+vi`.
pub fn likes(page_query: &str) -> Option<String> {
    pairs(page_query).first("kieu").map(str::to_owned)
}

/// Seconds after which a hall's screen asks whether anyone is there: `?cho=45`.
pub fn idle_seconds(page_query: &str) -> Option<u32> {
    pairs(page_query).read("cho")
}
