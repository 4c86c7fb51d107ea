//! Text put into markup: the one way by which anything of an archive comes into a page or a feed.

use std::fmt;

/// A text, escaped where it is shown: for HTML and XML, between tags and in quoted attributes.
///
/// ```
/// let title = "Tin <xã> & \"phường\"";
/// assert_eq!(front::text::Text(title).to_string(), "Tin &lt;xã&gt; &amp; &quot;phường&quot;");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Text<'a>(pub &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut start = 0;
        for (at, letter) in self.0.char_indices() {
            let escaped = match letter {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                // XML 1.0 cannot hold these at all, not even escaped.
                '\t' | '\n' | '\r' => continue,
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => "\u{fffd}",
                _ => continue,
            };
            f.write_str(&self.0[start..at])?;
            f.write_str(escaped)?;
            start = at + letter.len_utf8();
        }
        f.write_str(&self.0[start..])
    }
}

/// JSON inside `<script>`: no `<` may stand in it, so that nothing in a text ends the element.
pub(crate) fn in_script(json: &serde_json::Value) -> String {
    let safe = json.to_string().replace('<', "\\u003c").replace('>', "\\u003e");
    safe.replace('&', "\\u0026").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// Whether an address of an article's source may be linked to: one of the web, and nothing else.
pub(crate) fn is_web(url: &str) -> bool {
    let lower = url.get(..8).map(str::to_ascii_lowercase).unwrap_or_default();
    (lower.starts_with("https://") || lower.starts_with("http://"))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control())
}
