//! Where the viewer stands besides a reader's own device: `[kiosk]` in a hall, `[embed]` in other
//! sites. Both go into the manifest as they are, for the viewer to read.

use serde_json::{Map, Value, json};

use super::look::look;
use super::reader::{Reader, Section};
use crate::problem::Expected;

/// Seconds without a touch after which a kiosk asks whether anyone is there: least, most, default.
const IDLE: (u32, u32, u32) = (30, 300, 60);

/// The manifest's keys `kiosk`, `embed` and `theme`, where there are such settings.
pub(super) fn places(reader: &mut Reader<'_>, root: &Section<'_, '_>) -> Map<String, Value> {
    let mut keys = Map::new();
    if let Some(section) = root.section(reader, "kiosk") {
        keys.insert("kiosk".to_owned(), kiosk(reader, &section));
    }
    if let Some(section) = root.section(reader, "embed") {
        keys.insert("embed".to_owned(), embed(reader, &section));
    }
    if let Some(section) = root.section(reader, "theme")
        && let Some(look) = look(reader, &section)
    {
        keys.insert("theme".to_owned(), look);
    }
    keys
}

fn kiosk(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Value {
    const KEYBOARDS: &[(&str, &str)] =
        &[("telex", "telex"), ("vni", "vni"), ("không dấu", "plain"), ("plain", "plain")];
    const TONES: &[(&str, &str)] = &[("cũ", "old"), ("mới", "new"), ("old", "old"), ("new", "new")];
    section.expect_keys(reader, &["on", "idle", "keyboard", "tones"]);
    let (least, most, usual) = IDLE;
    let idle = section.whole(reader, "idle", least..=most, usual);
    let keyboard = section.choice_or_first(reader, "keyboard", "telex, vni, không dấu", KEYBOARDS);
    let tones = section.choice_or_first(reader, "tones", "cũ, mới", TONES);
    json!({
        "on": section.flag(reader, "on", false),
        "idle": idle,
        "keyboard": keyboard,
        "tones": tones,
    })
}

/// `hosts`: the origins whose pages may talk to an embedded archive; all, where there is no list.
fn embed(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Value {
    section.expect_keys(reader, &["hosts"]);
    if !section.has("hosts") {
        return json!({});
    }
    let listed = section.texts_if(reader, "hosts", Expected::Origin, is_origin);
    json!({ "hosts": listed })
}

/// `https://phuong.example`, as browsers write it: no path, small letters.
fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty()
            && host.bytes().all(|b| {
                b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b':')
            })
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_extra as check;

    #[test]
    fn settings_of_kiosk_and_embed_reach_the_manifest() {
        check("", "{}", &[]);
        check(
            "[kiosk]\non = true\nidle = 90\nkeyboard = 'VNI'\ntones = 'mới'",
            r#"{"kiosk":{"idle":90,"keyboard":"vni","on":true,"tones":"new"}}"#,
            &[],
        );
        check(
            "[kiosk]",
            r#"{"kiosk":{"idle":60,"keyboard":"telex","on":false,"tones":"old"}}"#,
            &[],
        );
        check(
            "[embed]\nhosts = ['https://phuong.example', 'http://127.0.0.1:8080']",
            r#"{"embed":{"hosts":["https://phuong.example","http://127.0.0.1:8080"]}}"#,
            &[],
        );
        check("[embed]", r#"{"embed":{}}"#, &[]);
    }

    #[test]
    fn what_does_not_fit_is_told_and_something_safe_is_used() {
        check(
            "[kiosk]\nidle = 5\nkeyboard = 'qwerty'\ncolour = 1",
            r#"{"kiosk":{"idle":60,"keyboard":"telex","on":false,"tones":"old"}}"#,
            &[
                "error: archive.toml:3: `kiosk.idle` must be a whole number from 30 to 300; “60” is used for now",
                "error: archive.toml:4: `kiosk.keyboard` must be one of: telex, vni, không dấu; “telex” is used for now",
                "warning: archive.toml:5: there is no setting `kiosk.colour`, so it does nothing: check the spelling",
            ],
        );
        // A list with nothing left lets nobody in, which is what a list is for.
        check(
            "[embed]\nhosts = ['https://Phuong.example/', 'phuong.example']",
            r#"{"embed":{"hosts":[]}}"#,
            &[
                "error: archive.toml:3: `embed.hosts[0]` must be the beginning of an address without a path, such as https://phuong.example; the setting is left out",
                "error: archive.toml:3: `embed.hosts[1]` must be the beginning of an address without a path, such as https://phuong.example; the setting is left out",
            ],
        );
    }
}
