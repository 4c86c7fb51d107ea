//! Predictions for a scorer: reads articles as JSON lines (`id`, `title`, `text`, perhaps
//! `known_date`), writes one line of facts for each.
//!
//! ```sh
//! cargo run -p chronicle --example facts < articles.jsonl > facts.jsonl
//! ```

use std::io::{BufRead, Write};

use chronicle::{Options, extract, gather};
use model::Span;
use model::article::{Article, Block, BlockKind, Source};
use model::known::{Known, Status};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let given: Value = serde_json::from_str(&line?)?;
        let article = article(&given, number).ok_or("a line needs id, title and text")?;
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

fn article(given: &Value, number: usize) -> Option<Article> {
    let (title, body) = (given["title"].as_str()?, given["text"].as_str()?);
    let text = format!("{title}\n{body}");
    let published = given["known_date"].as_str().and_then(|date| date.parse().ok());
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let kind = if at == 0 { BlockKind::Title } else { BlockKind::Paragraph };
        blocks.push(Block { kind, span: Span::new(at..at + line.len()) });
        at += line.len();
    }
    Some(Article {
        id: format!("a{number}").parse().ok()?,
        title: title.to_owned(),
        section: None,
        blocks,
        bylines: Vec::new(),
        published: published.map(|value| Known {
            value,
            status: Status::Stated,
            rule: None,
            source: None,
        }),
        event: None,
        crawled: None,
        views: None,
        unit: None,
        publisher: None,
        source: Source { file: None, url: None, bytes: text.len() as u64, sha256: String::new() },
        cut_off: false,
        mentions: Vec::new(),
        doubts: Vec::new(),
        extra: serde_json::Map::new(),
        text,
    })
}
