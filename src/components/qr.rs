//! An address as a QR code, to be photographed.

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

use crate::markup::html;

/// Light squares round a code, as its standard asks.
const QUIET: i32 = 4;

/// The address as a QR code that is called `words`; nothing for one that is too long for any.
pub fn qr(address: &str, words: &'static str) -> Html {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else { return Html::default() };
    let side = (code.size() + 2 * QUIET).to_string();
    let view = ["0 0 ", &side, " ", &side].concat();
    html! {
        <svg class="qr" viewBox={view} role="img" aria-label={words} shape-rendering="crispEdges">
            <path class="qr-paper" d={["M0 0h", &side, "v", &side, "H0z"].concat()} />
            <path class="qr-ink" d={path(&code)} />
        </svg>
    }
}

/// The dark squares, a run of each row at a time.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let (left, top, run) = (start + QUIET, y + QUIET, x - start);
                for part in [
                    "M",
                    &left.to_string(),
                    " ",
                    &top.to_string(),
                    "h",
                    &run.to_string(),
                    "v1h-",
                    &run.to_string(),
                    "z",
                ] {
                    path.push_str(part);
                }
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_square_for_square() {
        let code = QrCode::encode_text("https://tamson.example/", QrCodeEcc::Medium).expect("fits");
        let dark = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|&(x, y)| code.get_module(x, y))
            .count();
        let path = path(&code);
        let drawn: usize = path
            .split('M')
            .skip(1)
            .filter_map(|run| run.split_once('h')?.1.split_once('v')?.0.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
        // The corner of the first finder: seven dark squares from the quiet edge on.
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
    }
}
