//! The motif: the rings of a Đông Sơn drum, years as rings; and its rayed star, a *năm tròn*.

use yew::prelude::*;

use crate::markup::html;

/// The rayed star, small, in the colour of the text: beside a *năm tròn*, which is also told in
/// words.
pub fn star() -> Html {
    html! {
        <svg class="star" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path fill="currentColor" d={STAR_8} />
        </svg>
    }
}

/// The drum, for places where there is nothing else to see.
pub fn drum() -> Html {
    html! {
        <svg class="drum" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
            <path fill="currentColor" d={STAR_14} />
            <g fill="none" stroke="currentColor">
                <circle cx="60" cy="60" r="31" />
                <circle cx="60" cy="60" r="36" stroke-width="5" stroke-dasharray="1.5 3.212" />
                <circle cx="60" cy="60" r="41" />
                <circle cx="60" cy="60" r="46" stroke-width="3" stroke-dasharray=".01 4.224"
                    stroke-linecap="round" />
                <circle cx="60" cy="60" r="51" />
                <circle cx="60" cy="60" r="57" stroke-width="2" />
            </g>
        </svg>
    }
}

const STAR_8: &str = "M12 1L13.8 7.8L19.8 4.2L16.2 10.2L23 12L16.2 13.8L19.8 19.8L13.8 16.2L12 23L10.2 16.2L4.2 19.8L7.8 13.8L1 12L7.8 10.2L4.2 4.2L10.2 7.8Z";

const STAR_14: &str = "M60 34L62 51.2L71.3 36.6L65.6 53L80.3 43.8L68.1 56.1L85.3 54.2L69 60L85.3 65.8L68.1 63.9L80.3 76.2L65.6 67L71.3 83.4L62 68.8L60 86L58 68.8L48.7 83.4L54.4 67L39.7 76.2L51.9 63.9L34.7 65.8L51 60L34.7 54.2L51.9 56.1L39.7 43.8L54.4 53L48.7 36.6L58 51.2Z";
