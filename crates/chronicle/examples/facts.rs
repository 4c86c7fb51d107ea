//! Predictions for a scorer: reads articles as JSON lines (`id`, `title`, `text`, perhaps
//! `known_date`), writes one line of facts for each.
//!
//! ```sh
//! cargo run -p chronicle --example facts < articles.jsonl > facts.jsonl
//! ```

use std::io::{BufRead, Write};

use calendar::Date;
use chronicle::{Options, extract, gather};
use model::Span;
use model::article::{Article, Block, BlockKind};
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
        let event = articles[0].event.as_ref().and_then(|event| event.value.day());
        let line = json!({
            "id": given["id"],
            "anniversaries": anniversaries,
            "event_date": event.map(|day| day.to_string()),
            "officials": officials,
        });
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

/// The article with the dates that the importer reads from such a page; every line of the text is
/// read, because the lines hold no furniture.
fn article(given: &Value) -> Option<Article> {
    let (title, text) = (given["title"].as_str()?, given["text"].as_str()?);
    let date: Option<Date> = given["known_date"].as_str().and_then(|date| date.parse().ok());
    let published = date.map_or(String::new(), |date| {
        format!("Ngày đăng: {}/{}/{}\n\n", date.day(), date.month(), date.year())
    });
    let page = format!("{title}\n\n{published}{}", text.replace('\n', "\n\n"));
    let imported = import::read("page.txt", page.as_bytes(), &import::Context::default()).ok()?;
    let skipped = title.len()..title.len() + 2 + published.len();
    Some(Article { blocks: lines(&page, &skipped), ..imported.article })
}

/// The lines of a page as blocks, the first as its title.
fn lines(page: &str, skipped: &std::ops::Range<usize>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        let kind = if at == 0 { BlockKind::Title } else { BlockKind::Paragraph };
        if !range.is_empty() && !skipped.contains(&at) {
            blocks.push(Block { kind, span: Span::new(range) });
        }
        at += line.len();
    }
    blocks
}
