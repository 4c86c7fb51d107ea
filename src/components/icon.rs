//! Line icons, 24 × 24, in the colour of the text beside them.

use yew::prelude::*;

use crate::markup::html;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Home.
    House,
    /// Search.
    Lens,
    /// Timeline.
    Line,
    /// Units.
    Places,
    /// Settings.
    Sliders,
    /// Light and dark.
    HalfDisc,
    /// Close, clear.
    Cross,
    /// A picture that is not there.
    Picture,
    /// Days.
    Calendar,
}

/// Onwards: only wings draw it, so it comes with them.
pub const DOWN: &str = "M6 9l6 6 6-6";
/// Back, likewise.
pub const UP: &str = "M6 15l6-6 6 6";

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::House => "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
            Self::Lens => "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20",
            Self::Line => "M6 3v18M6 7h.01M6 12h.01M6 17h.01M10 7h9M10 12h6M10 17h8",
            Self::Places => {
                "M12 21s-6-5.6-6-10.5a6 6 0 0112 0C18 15.4 12 21 12 21zM12 8.5a2 2 0 100 4 2 2 0 000-4z"
            }
            Self::Sliders => "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h13M19 12h1",
            Self::HalfDisc => "M12 4a8 8 0 100 16 8 8 0 000-16zM12 4v16M12 8l5-2M12 12h8M12 16l5 2",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Picture => "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01",
            Self::Calendar => "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h.01M12 14h.01M16 14h.01",
        }
    }
}

/// Draws an icon. It says nothing: put the words beside it.
pub fn icon(icon: Icon) -> Html {
    line_icon(icon.path())
}

/// Draws an icon of lines that only one place needs.
pub fn line_icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}
