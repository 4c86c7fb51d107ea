//! The page of an article: readable as it comes, and what machines read of it.

use std::fmt::Write as _;

use calendar::PartialDate;
use model::UnitId;
use model::article::{Article, Block, BlockKind};
use model::bundle::lists::lead;
use model::known::{Dated, Status};
use serde_json::{Value, json};

use crate::address;
use crate::feeds;
use crate::style;
use crate::text::{Text, in_script, is_web};
use crate::words::date;
use crate::{Front, home};

/// Scripts never run here, and nothing comes from anywhere else. Connecting to the site itself harms
/// nothing without scripts; tools that judge a page ask through it for `robots.txt`.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// From an article's page to the site.
const UP: &str = "../../";

/// The viewer's own. A page that names none makes browsers ask its host for one, outside the site.
const ICON: &str = "icons/icon.svg";

/// The page.
pub(crate) fn page(front: &Front<'_>, article: &Article) -> String {
    let mut out = String::with_capacity(article.text.len() * 2 + 4096);
    let words = front.words;
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        Text(&front.contents.about.language)
    );
    head(&mut out, front, article);
    let _ = write!(
        out,
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{UP}{ICON}\">\n\
         <link rel=\"stylesheet\" href=\"{UP}{}\">\n</head>\n<body>\n\
         <header><a href=\"{UP}\">{}</a></header>\n<main>\n<article",
        style::PATH,
        Text(&front.contents.about.title)
    );
    if let Some(language) = &article.language {
        let _ = write!(out, " lang=\"{}\"", Text(language));
    }
    out.push_str(">\n");
    heading(&mut out, front, article);
    out.push_str("<div class=\"text\">\n");
    body(&mut out, front, article);
    out.push_str("</div>\n");
    facts(&mut out, front, article);
    let _ = write!(
        out,
        "</article>\n<p class=\"open\" lang=\"{}\"><a href=\"{UP}{}\">{}</a></p>\n</main>\n\
         <footer lang=\"{}\">{} <a href=\"{UP}\">{}</a></footer>\n</body>\n</html>\n",
        words.code,
        address::in_viewer(&article.id),
        words.open,
        words.code,
        words.kept,
        words.all_articles
    );
    out
}

/// What a link to the page is shown with, and what search engines read.
fn head(out: &mut String, front: &Front<'_>, article: &Article) {
    let about = &front.contents.about;
    let lead = lead(article);
    let canonical = front.site.absolute(&address::article(&article.id));
    let _ = write!(
        out,
        "<title>{} – {}</title>\n<meta name=\"description\" content=\"{}\">\n",
        Text(&article.title),
        Text(&about.title),
        Text(&lead)
    );
    let link = |out: &mut String, rel: &str, kind: &str, href: &str| {
        let _ = writeln!(out, "<link rel=\"{rel}\"{kind} href=\"{}\">", Text(href));
    };
    if let Some(canonical) = &canonical {
        link(out, "canonical", "", canonical);
    }
    link(
        out,
        "alternate",
        " type=\"application/atom+xml\"",
        &[UP, feeds::LATEST, ".atom"].concat(),
    );
    if let Some(oembed) = front.site.absolute(&address::oembed_file(&article.id)) {
        link(out, "alternate", " type=\"application/json+oembed\"", &oembed);
    }
    let property = |out: &mut String, name: &str, content: &str| {
        let _ = writeln!(out, "<meta property=\"{name}\" content=\"{}\">", Text(content));
    };
    property(out, "og:type", "article");
    property(out, "og:title", &article.title);
    property(out, "og:description", &lead);
    property(out, "og:site_name", &about.title);
    property(out, "og:locale", front.words.locale);
    if let Some(canonical) = &canonical {
        property(out, "og:url", canonical);
    }
    if let Some(picture) = article.pictures.first()
        && let Some(address) = front.site.absolute(&["parts/", &picture.file].concat())
    {
        property(out, "og:image", &address);
        property(out, "og:image:width", &picture.width.to_string());
        property(out, "og:image:height", &picture.height.to_string());
        if let Some(alt) = &picture.alt {
            property(out, "og:image:alt", alt);
        }
    }
    if let Some(published) = &article.published {
        property(out, "article:published_time", &machine(published.value));
    }
    if let Some(section) = &article.section {
        property(out, "article:section", section);
    }
    let card = if article.pictures.is_empty() { "summary" } else { "summary_large_image" };
    let _ = writeln!(out, "<meta name=\"twitter:card\" content=\"{card}\">");
    let _ = writeln!(
        out,
        "<script type=\"application/ld+json\">{}</script>",
        in_script(&json_ld(front, article))
    );
}

/// The article as schema.org describes it; nothing is said that is not known.
fn json_ld(front: &Front<'_>, article: &Article) -> Value {
    let organisation = |name: &str| json!({ "@type": "Organization", "name": name });
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": lead(article),
        "inLanguage": article.language.as_ref().unwrap_or(&front.contents.about.language),
        "isPartOf": { "@type": "Collection", "name": front.contents.about.title },
    });
    let mut put = |name: &str, found: Option<Value>| {
        if let Some(found) = found {
            value[name] = found;
        }
    };
    put("datePublished", article.published.as_ref().map(|date| machine(date.value).into()));
    put("articleSection", article.section.clone().map(Value::from));
    let people: Vec<Value> = article
        .bylines
        .iter()
        .map(|byline| json!({ "@type": "Person", "name": byline.name }))
        .collect();
    put("author", (!people.is_empty()).then(|| people.into()));
    put("publisher", publisher(article).map(organisation));
    put(
        "about",
        front.unit(article).map(|name| json!({ "@type": "AdministrativeArea", "name": name })),
    );
    let canonical = front.site.absolute(&address::article(&article.id));
    put("mainEntityOfPage", canonical.clone().map(Value::from));
    put("url", canonical.map(Value::from));
    let pictures: Vec<Value> = article
        .pictures
        .iter()
        .filter_map(|picture| {
            Some(front.site.absolute(&["parts/", &picture.file].concat())?.into())
        })
        .collect();
    put("image", (!pictures.is_empty()).then(|| pictures.into()));
    let source = article.source.url.as_deref().filter(|url| is_web(url));
    put("isBasedOn", source.map(Value::from));
    value
}

/// Who published an article, where anybody says so: the archive's publisher need not have.
fn publisher(article: &Article) -> Option<&str> {
    article.publisher.as_ref().map(|publisher| publisher.value.as_str())
}

/// The article for oEmbed 1.0: a link, as what it may be shown with is the page's own to say.
pub(crate) fn oembed(front: &Front<'_>, article: &Article) -> Option<String> {
    let mut value = json!({
        "version": "1.0",
        "type": "link",
        "title": article.title,
        "provider_name": front.contents.about.title,
        "provider_url": front.site.absolute("")?,
        "url": front.site.absolute(&address::article(&article.id))?,
    });
    if let Some(byline) = article.bylines.first() {
        value["author_name"] = byline.name.clone().into();
    }
    if let Some(picture) = article.pictures.first() {
        let address = front.site.absolute(&["parts/", &picture.file].concat())?;
        value["thumbnail_url"] = address.into();
        value["thumbnail_width"] = picture.width.into();
        value["thumbnail_height"] = picture.height.into();
    }
    Some(value.to_string())
}

/// A date for machines: as much as is known of it, without the hour, whose zone nobody states.
pub(crate) fn machine(date: PartialDate) -> String {
    let text = date.to_string();
    text.split_once('T').map_or(text.clone(), |(day, _)| day.to_owned())
}

/// What stands over the text, line for line as the viewer draws it: `first.js` shows the page's words in
/// their place until the viewer does, and then nothing may move.
fn heading(out: &mut String, front: &Front<'_>, article: &Article) {
    let words = front.words;
    if let Some(section) = &article.section {
        let _ = writeln!(out, "<p class=\"section\">{}</p>", Text(section));
    }
    let _ = writeln!(out, "<h1>{}</h1>\n<p class=\"meta\">", Text(&article.title));
    if let Some(known) = article.published.as_ref().or(article.event.as_ref()) {
        let (machine, day) = (machine(known.value), (words.day)(known.value));
        let (key, glyph) = match known.status {
            Status::Stated => ("stated", '●'),
            Status::Inferred => ("inferred", '◐'),
            Status::Derived => ("derived", '∑'),
            Status::Reference => ("reference", '§'),
        };
        let _ = writeln!(
            out,
            "<span><time datetime=\"{machine}\">{day}</time></span>\n<span class=\"known\" \
             data-status=\"{key}\" lang=\"{}\"><span class=\"known-glyph\" aria-hidden=\"true\">{glyph}</span>\
             <span class=\"known-word\">{}</span></span>",
            words.code,
            (words.known)(known.status)
        );
    }
    if let (Some(name), Some(known)) = (front.unit(article), &article.unit) {
        unit_link(out, name, &known.value);
    }
    let minutes = (words.minutes)(article.minutes());
    let _ = writeln!(out, "<span lang=\"{}\">{minutes}</span>\n</p>", words.code);
}

fn unit_link(out: &mut String, name: &str, id: &UnitId) {
    let href = [UP, &address::unit(id)].concat();
    let _ = writeln!(out, "<a href=\"{}\">{}</a>", Text(&href), Text(name));
}

/// Dates, unit, author and source, each with how it is known where that is not by its own word.
fn facts(out: &mut String, front: &Front<'_>, article: &Article) {
    let words = front.words;
    let mut rows: Vec<(&str, String)> = Vec::new();
    let dated = |known: &Dated| {
        let how =
            format!(" <span lang=\"{}\">({})</span>", words.code, (words.known)(known.status));
        format!("<time datetime=\"{}\">{}</time>{how}", machine(known.value), date(known.value))
    };
    rows.extend(article.published.as_ref().map(|known| (words.published, dated(known))));
    rows.extend(article.event.as_ref().map(|known| (words.event, dated(known))));
    if let (Some(name), Some(known)) = (front.unit(article), &article.unit) {
        let mut link = String::new();
        unit_link(&mut link, name, &known.value);
        rows.push((words.unit, link));
    }
    if !article.bylines.is_empty() {
        let names: Vec<&str> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
        rows.push((words.signed, Text(&names.join(", ")).to_string()));
    }
    if let Some(publisher) = publisher(article) {
        rows.push((words.publisher, Text(publisher).to_string()));
    }
    if let Some(url) = article.source.url.as_deref().filter(|url| is_web(url)) {
        rows.push((words.source, format!("<a href=\"{0}\" rel=\"noopener\">{0}</a>", Text(url))));
    }
    if rows.is_empty() {
        return;
    }
    out.push_str("<dl>\n");
    for (label, value) in rows {
        let _ = writeln!(out, "<dt lang=\"{}\">{label}</dt><dd>{value}</dd>", words.code);
    }
    out.push_str("</dl>\n");
}

fn body(out: &mut String, front: &Front<'_>, article: &Article) {
    let mut number = 0;
    for block in &article.blocks {
        if block.kind.is_body() {
            number += 1;
            let Some(text) = block.span.of(&article.text) else { continue };
            words_of(out, front, article, *block, number, text);
        } else if let Some(picture) = article.picture(*block) {
            let alt = picture.alt.as_deref().unwrap_or_default();
            let _ = writeln!(
                out,
                "<figure><img src=\"{UP}parts/{}\" width=\"{}\" height=\"{}\" alt=\"{}\" loading=\"lazy\"></figure>",
                Text(&picture.file),
                picture.width,
                picture.height,
                Text(alt)
            );
        }
    }
    if article.cut_off {
        let words = front.words;
        let _ = writeln!(out, "<p class=\"note\" lang=\"{}\">{}</p>", words.code, words.cut_off);
    }
}

/// A numbered block. The numbers are those of the viewer's paragraph links.
fn words_of(
    out: &mut String,
    front: &Front<'_>,
    article: &Article,
    block: Block,
    number: usize,
    text: &str,
) {
    let text = Text(text);
    let _ = match block.kind {
        BlockKind::Heading => writeln!(out, "<h2 id=\"doan-{number}\">{text}</h2>"),
        BlockKind::Lead => writeln!(out, "<p id=\"doan-{number}\" class=\"lead\">{text}</p>"),
        BlockKind::Caption => {
            let words = front.words;
            if is_pictured(article, block) {
                writeln!(out, "<p id=\"doan-{number}\" class=\"caption\">{text}</p>")
            } else {
                let (code, note) = (words.code, words.picture_missing);
                writeln!(
                    out,
                    "<p id=\"doan-{number}\" class=\"caption bare\">{text} <i lang=\"{code}\">{note}</i></p>"
                )
            }
        }
        _ => writeln!(out, "<p id=\"doan-{number}\">{text}</p>"),
    };
}

/// Whether a caption stands by a picture that the archive has.
fn is_pictured(article: &Article, caption: Block) -> bool {
    article.blocks.windows(2).any(|pair| {
        pair.contains(&caption) && pair.iter().any(|block| article.picture(*block).is_some())
    })
}

/// The title and date of an article as lists show it; `up` leads to the site.
pub(crate) fn entry(article: &Article, up: &str) -> String {
    let listed = home::listed(article);
    let time =
        listed.map(|day| format!(" <time datetime=\"{}\">{}</time>", machine(day), date(day)));
    format!(
        "<li><a href=\"{up}{}\">{}</a>{}</li>",
        address::article(&article.id),
        Text(&article.title),
        time.unwrap_or_default()
    )
}
