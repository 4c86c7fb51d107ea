//! A publisher's own colours (`theme` in the manifest), as rules over the viewer's and the pages' own.
//! Contrast was checked when archive.toml was read (`bindery::config::look`). They hold neither where
//! somebody wants more contrast nor on paper.

use serde_json::{Map, Value};

/// The settings of a theme: the keys of archive.toml, and the colours of sheets that they stand for.
const COLOURS: [(&str, &str); 3] =
    [("accent", "red"), ("link", "indigo"), ("anniversary", "bronze")];

/// Colours of a publisher, by light and by dark: declarations, empty where the design's own stay.
#[derive(Debug)]
pub struct Colours {
    light: String,
    dark: String,
}

impl Colours {
    /// What a manifest's further keys state.
    pub fn of(extra: &Map<String, Value>) -> Self {
        let of = |end: &str| {
            let set = COLOURS.iter().filter_map(|(key, name)| {
                let colour = extra.get("theme")?.get(format!("{key}{end}"))?.as_str()?;
                Some(format!("--{name}:{colour};"))
            });
            set.collect()
        };
        Self { light: of(""), dark: of("_dark") }
    }

    /// Rules for the viewer, whose reader may choose light or dark, or more contrast.
    pub fn in_viewer(&self) -> String {
        self.rules(|theme, other, query, colours| {
            let plain = ":not([data-contrast=\"more\"])";
            format!(
                "@media screen{{:root[data-theme=\"{theme}\"]{plain}{{{colours}}}@media {query}{{\
                 :root:not([data-theme=\"{other}\"]){plain}{{{colours}}}}}}}"
            )
        })
    }

    /// Rules for pages that know what the device says and no more.
    pub(crate) fn on_pages(&self) -> String {
        self.rules(|_, _, query, colours| {
            format!(
                "@media screen{{@media not all and (prefers-contrast:more){{@media {query}{{\
                 :root{{{colours}}}}}}}}}\n"
            )
        })
    }

    fn rules(&self, rule: impl Fn(&str, &str, &str, &str) -> String) -> String {
        let by = [
            ("light", "dark", "not all and (prefers-color-scheme:dark)", &self.light),
            ("dark", "light", "(prefers-color-scheme:dark)", &self.dark),
        ];
        let stated = by.into_iter().filter(|(.., colours)| !colours.is_empty());
        stated.map(|(theme, other, query, colours)| rule(theme, other, query, colours)).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn colours(theme: Value) -> Colours {
        Colours::of(json!({ "theme": theme }).as_object().expect("an object"))
    }

    #[test]
    fn what_is_not_stated_stays_as_designed() {
        let none = colours(json!({ "logo": "logo.svg" }));
        assert_eq!((none.in_viewer(), none.on_pages()), (String::new(), String::new()));
        let dark = colours(json!({ "link_dark": "#9fc8ff" }));
        assert_eq!(
            dark.on_pages(),
            "@media screen{@media not all and (prefers-contrast:more){@media \
             (prefers-color-scheme:dark){:root{--indigo:#9fc8ff;}}}}\n"
        );
        assert!(!dark.in_viewer().contains(":root[data-theme=\"light\"]"));
    }
}
