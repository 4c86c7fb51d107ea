//! JSON Feed 1.1.

use serde_json::{Value, json};

use super::Feed;
use crate::Front;

/// Writes a feed. It has no addresses but absolute ones: none where the site's is not known.
pub(super) fn write(front: &Front<'_>, feed: &Feed<'_>) -> String {
    let about = &front.contents.about;
    let mut value = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": about.language,
    });
    let mut put = |name: &str, found: Option<Value>| {
        if let Some(found) = found {
            value[name] = found;
        }
    };
    put("home_page_url", front.site.absolute(&feed.about).map(Value::from));
    put("feed_url", front.site.absolute(&[&feed.path, ".json"].concat()).map(Value::from));
    put("description", about.description.clone().map(Value::from));
    put("authors", about.publisher.as_ref().map(|name| json!([{ "name": name }])));
    let items: Vec<Value> = feed.entries.iter().map(|entry| item(front, entry)).collect();
    value["items"] = items.into();
    value.to_string()
}

fn item(front: &Front<'_>, entry: &super::Entry<'_>) -> Value {
    let mut item = json!({
        "id": front.site.lasting(&entry.id),
        "title": entry.title,
        "content_text": entry.summary,
    });
    if let Some(url) = front.site.absolute(&entry.page) {
        item["url"] = url.into();
    }
    if let Some(day) = entry.day {
        item["date_published"] = format!("{day}T12:00:00+07:00").into();
    }
    if !entry.authors.is_empty() {
        item["authors"] = entry.authors.iter().map(|name| json!({ "name": name })).collect();
    }
    if let Some(section) = entry.section {
        item["tags"] = json!([section]);
    }
    item
}
