//! `[kiosk]` of archive.toml, as the manifest carries it; the address may say otherwise.

use model::bundle::Manifest;
use serde_json::Value;
use viet::typing::{Method, Placement};

use crate::route::idle_seconds;

/// How a hall's screen is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Config {
    /// Seconds without a touch.
    pub idle: u32,
    /// How the keyboard begins.
    pub method: Method,
    /// Where it puts tones.
    pub placement: Placement,
}

impl Config {
    /// As the manifest has it; what it has not is as usual.
    pub(super) fn of(manifest: &Manifest, page_query: &str) -> Self {
        let settings = manifest.unknown.get("kiosk");
        let word = |key: &str| settings.and_then(|settings| settings.get(key)?.as_str());
        let idle = settings.and_then(|settings| settings.get("idle").and_then(Value::as_u64));
        let idle = idle.and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or(60);
        Self {
            idle: idle_seconds(page_query).unwrap_or(idle).clamp(30, 300),
            method: match word("keyboard") {
                Some("vni") => Method::Vni,
                Some("plain") => Method::Plain,
                _ => Method::Telex,
            },
            placement: match word("tones") {
                Some("new") => Placement::New,
                _ => Placement::Old,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kiosk: &str, query: &str, expected: Config) {
        let text = format!(
            r#"{{"schema":2,"title":"x","language":"vi","digest":"{}","counts":{{"articles":0,"units":0,"anniversaries":0,"text_bytes":0}},"parts":[]{kiosk}}}"#,
            "0".repeat(64)
        );
        let manifest = Manifest::parse(text.as_bytes()).expect("a manifest");
        assert_eq!(Config::of(&manifest, query), expected, "{kiosk} {query}");
    }

    #[test]
    fn settings_are_read_or_as_usual() {
        let usual = Config { idle: 60, method: Method::Telex, placement: Placement::Old };
        check("", "?kiosk=1", usual);
        check(r#","kiosk":5"#, "", usual);
        check(r#","kiosk":{"idle":"x","keyboard":7}"#, "", usual);
        let set = Config { idle: 90, method: Method::Vni, placement: Placement::New };
        check(r#","kiosk":{"idle":90,"keyboard":"vni","tones":"new"}"#, "", set);
        check(
            r#","kiosk":{"idle":90,"keyboard":"vni","tones":"new"}"#,
            "?kiosk=1&cho=45",
            Config { idle: 45, ..set },
        );
        check("", "?cho=1", Config { idle: 30, ..usual });
        check("", "?cho=x", usual);
    }
}
