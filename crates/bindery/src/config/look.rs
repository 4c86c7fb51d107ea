//! `[theme]`: a publisher's own colours and logo. Colours go into the manifest only when everybody can
//! read what is written in them; the rest is told, and stays as designed.

use serde_json::{Map, Value};

use super::reader::{Reader, Section};
use crate::problem::{Expected, Instead, SettingFault, Severity};

/// What is written in these colours is text: WCAG 2.2 asks for 4.5 to 1.
const NEEDED: f64 = 4.5;

/// The viewer's paper and its sunken paper, by light and by dark (`static/css/tokens.css`).
const LIGHT: [&str; 2] = ["#fbf9f4", "#f3efe5"];
const DARK: [&str; 2] = ["#14171b", "#1c2127"];

/// The colours that may be a publisher's own, and the papers they are seen on.
const COLOURS: [(&str, [&str; 2]); 6] = [
    ("accent", LIGHT),
    ("accent_dark", DARK),
    ("link", LIGHT),
    ("link_dark", DARK),
    ("anniversary", LIGHT),
    ("anniversary_dark", DARK),
];

/// The manifest's key `theme`; `None` where nothing of it can be used.
pub(super) fn look(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Option<Value> {
    let known: Vec<&'static str> = COLOURS.iter().map(|(key, _)| *key).chain(["logo"]).collect();
    section.expect_keys(reader, &known);
    let mut keys = Map::new();
    for (key, papers) in COLOURS {
        let found = section
            .text_if(reader, key, Expected::Colour, Instead::LeftOut, |text| rgb(text).is_some());
        let Some(colour) = found.map(|text| text.to_ascii_lowercase()) else { continue };
        let low =
            papers.iter().map(|on| (contrast(&colour, on), *on)).find(|(ratio, _)| *ratio < NEEDED);
        if let Some((ratio, on)) = low {
            let fault = SettingFault::Contrast {
                key: section.named(key),
                colour: u32::from_str_radix(&colour[1..], 16).unwrap_or_default(),
                on,
                hundredths: (ratio * 100.0) as u16,
                needed: (NEEDED * 100.0) as u16,
            };
            reader.report(Severity::Error, section.at_value(key), fault);
        } else {
            keys.insert(key.to_owned(), colour.into());
        }
    }
    let logo = section.text_if(reader, "logo", Expected::Logo, Instead::LeftOut, is_picture);
    if let Some(logo) = logo {
        keys.insert("logo".to_owned(), logo.into());
    }
    (!keys.is_empty()).then_some(Value::Object(keys))
}

/// A file beside archive.toml, or in a folder there; nothing that leads out.
fn is_picture(path: &str) -> bool {
    let name = path.to_ascii_lowercase();
    let kind =
        [".svg", ".png", ".webp"].iter().any(|end| name.ends_with(end) && name.len() > end.len());
    let inside = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    kind && inside && !path.contains(['\\', ':'])
}

/// `#9e2a22`.
fn rgb(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(())?;
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast of two colours as WCAG 2.2 defines it, 1 to 21.
fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = rgb(colour).unwrap_or_default();
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_extra;
    use super::{DARK, LIGHT, contrast};

    fn check(settings: &str, expected: &str, problems: &[&str]) {
        check_extra(&format!("[theme]\n{settings}"), expected, problems);
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.005);
        assert!((contrast("#ffffff", "#ffffff") - 1.0).abs() < 1e-9);
    }

    #[test]
    fn colours_that_can_be_read_reach_the_manifest() {
        check(
            "accent = '#00529B'\nlink_dark = '#9fc8ff'\nlogo = 'hinh/logo.svg'",
            "{\"theme\":{\"accent\":\"#00529b\",\"link_dark\":\"#9fc8ff\",\"logo\":\"hinh/logo.svg\"}}",
            &[],
        );
    }

    #[test]
    fn colours_that_cannot_be_read_are_told_with_the_pair_and_what_is_needed() {
        check(
            "accent = '#ffcc00'\nlink_dark = '#123456'\nanniversary = 'vàng'\nlogo = '../x.svg'\nacent = 1",
            "{}",
            &[
                "error: archive.toml:3: `theme.accent`: #ffcc00 on #fbf9f4 has a contrast of 1.43 to 1 and needs 4.5 \
                 to 1, or many cannot read it; the colour stays as designed: take a darker one",
                "error: archive.toml:4: `theme.link_dark`: #123456 on #14171b has a contrast of 1.41 to 1 and needs \
                 4.5 to 1, or many cannot read it; the colour stays as designed: take a lighter one",
                "error: archive.toml:5: `theme.anniversary` must be a colour such as \"#9e2a22\"; the setting is left out",
                "error: archive.toml:6: `theme.logo` must be a picture beside archive.toml, such as \"logo.svg\" (also \
                 .png, .webp); the setting is left out",
                "warning: archive.toml:7: there is no setting `theme.acent`, so it does nothing: is `accent` meant?",
            ],
        );
    }

    /// The papers above are those of the viewer.
    #[test]
    fn the_papers_are_those_of_the_viewer() {
        let tokens = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/css/tokens.css");
        let tokens = std::fs::read_to_string(tokens).unwrap();
        for [paper, sunk] in [LIGHT, DARK] {
            assert!(tokens.contains(&format!("--paper: {paper};")), "{paper}");
            assert!(tokens.contains(&format!("--paper-sunk: {sunk};")), "{sunk}");
        }
    }
}
