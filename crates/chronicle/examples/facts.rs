//! Predictions for a scorer: reads articles as JSON lines (`id`, `title`, `text`, perhaps
//! `known_date`), writes one line of facts for each.
//!
//! ```sh
//! cargo run -p chronicle --example facts < articles.jsonl > facts.jsonl
//! ```

use std::io::{BufRead, Write};

use calendar::Date;
use chronicle::{Options, extract, gather};
use model::article::Article;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let given: Value = serde_json::from_str(&line?)?;
        let article = article(&given).ok_or("a line needs id, title and text")?;
        let mut articles = [article];
        let facts = [extract(&articles[0])];
        let chronicle = gather(&mut articles, &facts, &Options::default());
        let anniversaries: Vec<Value> = chronicle.anniversaries.iter().flat_map(told).collect();
        let officials: Vec<Value> = chronicle
            .officials
            .iter()
            .map(|official| {
                let mention = &official.roles[0];
                json!({ "name": official.name, "role": mention.role, "quote": mention.mention.quote })
            })
            .collect();
        let line =
            json!({ "id": given["id"], "anniversaries": anniversaries, "officials": officials });
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// An anniversary once for each count of years that mentions claim.
fn told(anniversary: &model::chronicle::Anniversary) -> Vec<Value> {
    let mut years: Vec<Option<u16>> =
        anniversary.mentions.iter().map(|mention| mention.claimed_years).collect();
    years.sort_unstable();
    years.dedup();
    if years.len() > 1 {
        years.retain(Option::is_some);
    }
    years
        .into_iter()
        .map(|years| {
            json!({
                "founding": anniversary.founding.value.to_string(),
                "years": years,
                "kind": anniversary.kind,
                "name": anniversary.name,
                "quote": anniversary.mentions[0].mention.quote,
            })
        })
        .collect()
}

/// The article as the importer reads it from a page: title, date, paragraphs.
fn article(given: &Value) -> Option<Article> {
    let (title, text) = (given["title"].as_str()?, given["text"].as_str()?);
    let date: Option<Date> = given["known_date"].as_str().and_then(|date| date.parse().ok());
    let published = date.map_or(String::new(), |date| {
        format!("Ngày đăng: {}/{}/{}\n\n", date.day(), date.month(), date.year())
    });
    let page = format!("{title}\n\n{published}{}", text.replace('\n', "\n\n"));
    import::read("page.txt", page.as_bytes(), &import::Context::default())
        .ok()
        .map(|imported| imported.article)
}
