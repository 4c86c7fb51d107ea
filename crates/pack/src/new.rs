//! `bien-nien new`: a folder to put articles into, and an archive.toml that explains itself.

use std::fs;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use anyhow::Result;
use bindery::config;
use bindery::messages::Lang;
use units::gazetteer::lookup::Agreement;
use units::gazetteer::{Gazetteer, PlaceId};

use crate::Outcome;
use crate::args::New;
use crate::says::new::{Question, Words, words};
use crate::says::{self, Refusal};

/// Places named when a name is that of several.
const MOST_NAMED: usize = 8;

/// What the clerk said.
#[derive(Default)]
struct Told {
    title: String,
    publisher: Option<String>,
    unit: Option<String>,
    province: Option<String>,
    contact: Option<String>,
    base_url: Option<String>,
}

/// Makes the folder. An archive.toml that is there stays.
pub(crate) fn run(args: &New, lang: Lang) -> Result<Outcome> {
    let path = args.archive.join(config::FILE);
    if path.exists() {
        return Err(Refusal::AlreadyThere(path).into());
    }
    let told = ask(args, lang)?;
    let gazetteer = Gazetteer::official()?;
    let place = told
        .unit
        .as_deref()
        .map(|unit| find(&gazetteer, unit, told.province.as_deref()))
        .transpose()?;
    let text = settings(&told, place.map(|place| (&gazetteer, place)), words(lang));
    let unwritable = |path: &Path| {
        let path = path.to_owned();
        move |why: io::Error| Refusal::Unwritable(path, why)
    };
    let articles = args.archive.join("articles");
    fs::create_dir_all(&articles).map_err(unwritable(&articles))?;
    fs::write(&path, text).map_err(unwritable(&path))?;
    println!("{}", says::made(&args.archive, lang));
    Ok(Outcome::Fine)
}

/// What was given with the command, and on a terminal the answers to what was not.
fn ask(args: &New, lang: Lang) -> Result<Told> {
    let mut told = Told {
        title: args.title.clone().unwrap_or_default(),
        publisher: args.publisher.clone(),
        unit: args.unit.clone(),
        province: args.province.clone(),
        contact: args.contact.clone(),
        base_url: args.base_url.clone(),
    };
    if told.title.trim().is_empty() {
        if !io::stdin().is_terminal() {
            return Err(Refusal::NoTitle.into());
        }
        let words = words(lang);
        while told.title.trim().is_empty() {
            told.title = answer(&words.title)?.unwrap_or_default();
        }
        for (question, answer_of) in [
            (&words.publisher, &mut told.publisher),
            (&words.unit, &mut told.unit),
            (&words.province, &mut told.province),
            (&words.contact, &mut told.contact),
            (&words.base_url, &mut told.base_url),
        ] {
            if answer_of.is_none() {
                *answer_of = answer(question)?;
            }
        }
    }
    told.title = told.title.trim().to_owned();
    Ok(told)
}

/// Asks; an empty line is no answer.
fn answer(question: &Question) -> Result<Option<String>> {
    print!("{question} ");
    io::stdout().flush()?;
    let mut line = String::new();
    if io::stdin().lock().read_line(&mut line)? == 0 {
        return Err(Refusal::NoTitle.into());
    }
    let line = line.trim();
    Ok((!line.is_empty()).then(|| line.to_owned()))
}

/// The place of that name, in the official lists as they are now.
fn find(gazetteer: &Gazetteer, unit: &str, province: Option<&str>) -> Result<PlaceId> {
    let named = |text: &str| -> Vec<PlaceId> {
        let hits = gazetteer.find(text, 200);
        let best = hits.iter().map(|hit| hit.agreement).min();
        hits.iter()
            .filter(|hit| Some(hit.agreement) == best && hit.agreement <= Agreement::Folded)
            .map(|hit| hit.place)
            .filter(|place| gazetteer.lives(*place))
            .collect()
    };
    let within = province.map(named);
    let mut found = named(unit);
    if let Some(provinces) = &within {
        found.retain(|place| gazetteer.above(*place, None).any(|above| provinces.contains(&above)));
    }
    match found[..] {
        [one] => Ok(one),
        [] => Err(Refusal::NoSuchPlace(unit.to_owned()).into()),
        _ => {
            let names = found.iter().take(MOST_NAMED).map(|place| full_name(gazetteer, *place));
            Err(Refusal::ManyPlaces(unit.to_owned(), names.collect()).into())
        }
    }
}

/// "Xã Sông Lô, tỉnh Phú Thọ".
fn full_name(gazetteer: &Gazetteer, place: PlaceId) -> String {
    let mut steps = vec![gazetteer.place(place).name.clone()];
    steps.extend(gazetteer.above(place, None).map(|above| gazetteer.place(above).name.clone()));
    steps.join(", ")
}

/// archive.toml, with what is known filled in and the rest explained.
fn settings(told: &Told, place: Option<(&Gazetteer, PlaceId)>, words: &Words) -> String {
    let mut out = format!("# {}\n\n# {}\n", words.head, words.about_title);
    let line = |key: &str, value: &str| format!("{key} = {}\n", quoted(value));
    let mut setting = |key: &str, about: &str, value: &Option<String>, example: &str| {
        out.push_str(&format!("# {about}\n"));
        match value {
            Some(value) => out.push_str(&line(key, value)),
            None => out.push_str(&format!("# {}", line(key, example))),
        }
    };
    setting("title", words.at_top, &Some(told.title.clone()), "");
    setting("publisher", words.about_publisher, &told.publisher, words.example_publisher);
    setting("description", words.about_description, &None, words.example_description);
    setting("base_url", words.about_base_url, &told.base_url, "https://tamson.example/tin/");
    setting("contact", words.about_contact, &told.contact, "vanphong@tamson.example");
    out.push_str(&format!("\n# {}\n", words.about_units));
    match place {
        Some((gazetteer, place)) => {
            let chain: Vec<PlaceId> =
                std::iter::once(place).chain(gazetteer.above(place, None)).collect();
            for (at, place) in chain.iter().enumerate().rev() {
                let name = &gazetteer.place(*place).name;
                out.push_str("\n[[units]]\n");
                out.push_str(&line("id", &slug(name)));
                out.push_str(&line("kind", words.kind(gazetteer.place(*place).kind)));
                out.push_str(&line("name", name));
                if let Some(above) = chain.get(at + 1) {
                    out.push_str(&line("parent", &slug(&gazetteer.place(*above).name)));
                }
            }
        }
        None => out.push_str(words.example_unit),
    }
    out.push_str(words.rest);
    out
}

fn slug(name: &str) -> String {
    let mut slug = viet::fold_slug(name);
    slug.truncate(60);
    slug.trim_matches('-').to_owned()
}

/// A TOML text.
fn quoted(value: &str) -> String {
    let mut out = String::from("\"");
    for letter in value.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use bindery::ArchiveConfig;

    use super::*;

    fn told(title: &str) -> Told {
        Told { title: title.to_owned(), ..Told::default() }
    }

    #[test]
    fn what_is_written_is_read_without_a_fault() {
        let gazetteer = Gazetteer::official().unwrap();
        let place = find(&gazetteer, "xa song lo", Some("Phú Thọ")).unwrap();
        for lang in [Lang::Vi, Lang::En] {
            for place in [None, Some((&gazetteer, place))] {
                let text = settings(&told("Tin \"xã\" \\ Sông Lô"), place, words(lang));
                let (config, problems) = ArchiveConfig::parse(text.as_bytes());
                assert_eq!(problems, [], "{text}");
                assert_eq!(config.about.title, "Tin \"xã\" \\ Sông Lô");
                assert_eq!(config.units.len(), if place.is_some() { 2 } else { 0 }, "{text}");
            }
        }
    }

    #[test]
    fn what_is_offered_in_comments_is_read_too() {
        let text = settings(&told("x"), None, words(Lang::Vi));
        let uncommented: Vec<&str> = text
            .lines()
            .filter_map(|line| {
                let bare = line.strip_prefix("# ").unwrap_or(line);
                let is_setting = bare.starts_with('[')
                    || bare.split_once(" = ").is_some_and(|(key, _)| {
                        key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                    });
                is_setting.then_some(bare)
            })
            .collect();
        assert!(uncommented.len() > 10, "{uncommented:?}");
        let (config, problems) = ArchiveConfig::parse(uncommented.join("\n").as_bytes());
        assert_eq!(problems, [], "{}", uncommented.join("\n"));
        let theme = &config.about.extra["theme"];
        assert!(
            ["accent", "accent_dark", "logo"].iter().all(|key| theme[key].is_string()),
            "{theme}"
        );
    }

    #[test]
    fn a_name_of_several_places_is_asked_about() {
        let gazetteer = Gazetteer::official().unwrap();
        let error = find(&gazetteer, "Xã Tân Tiến", None).unwrap_err();
        assert!(
            matches!(error.downcast_ref(), Some(Refusal::ManyPlaces(_, names)) if names.len() > 1)
        );
        let error = find(&gazetteer, "Xã Không Có Thật", None).unwrap_err();
        assert!(matches!(error.downcast_ref(), Some(Refusal::NoSuchPlace(_))));
    }
}
