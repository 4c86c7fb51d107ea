//! A sample of the places that articles name, with what each was taken for, to be checked by hand;
//! and how long looking places up takes.
//!
//! The file has one JSON object a line: `id`, `title`, `text`, perhaps `date`. Its lines are read
//! each alone, as texts of nobody known.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use calendar::PartialDate;
use pico_args::Arguments;
use units::gazetteer::reading::{Context, Meaning, read};
use units::gazetteer::{Gazetteer, Tier};

use crate::dice::Dice;
use crate::project::Project;

/// What was asked for on the command line.
pub(crate) struct Options {
    docs: PathBuf,
    sample: usize,
    seed: u64,
    communes: bool,
}

impl Options {
    /// Reads the command line.
    pub(crate) fn parse(mut args: Arguments) -> Result<Self> {
        let options = Self {
            docs: args.value_from_str("--docs")?,
            sample: args.opt_value_from_str("--sample")?.unwrap_or(100),
            communes: args.contains("--communes"),
            seed: args.opt_value_from_str("--seed")?.unwrap_or(1945),
        };
        crate::no_more(args)?;
        Ok(options)
    }

    fn arguments(&self) -> Vec<std::ffi::OsString> {
        let mut all = vec!["--docs".into(), self.docs.clone().into()];
        all.extend(["--sample".into(), self.sample.to_string().into()]);
        all.extend(["--seed".into(), self.seed.to_string().into()]);
        all.extend(self.communes.then(|| "--communes".into()));
        all
    }
}

/// A mention that was taken for one place.
struct Taken {
    article: String,
    offset: usize,
    words: String,
    place: String,
    around: String,
}

/// Reads, counts, draws and prints. A debug build hands over to a release build.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if cfg!(debug_assertions) {
        let mut release =
            project.cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "mentions"]);
        release.args(options.arguments()).current_dir(std::env::current_dir()?);
        return crate::process::show(&mut release, "read what it says above");
    }
    let start = Instant::now();
    let gazetteer = Gazetteer::official()?;
    println!("gazetteer read in {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    time_look_ups(&gazetteer);

    let (mut taken, mut several, mut unknown, mut unlisted, mut bytes) = (Vec::new(), 0, 0, 0, 0);
    let mut spent = 0.0;
    for line in crate::jsonl::lines(&options.docs)? {
        let (_, article) = line?;
        let field = |name: &str| article[name].as_str().unwrap_or_default();
        let text = format!("{}\n{}", field("title"), field("text"));
        bytes += text.len();
        let date: Option<PartialDate> = field("date").get(..10).and_then(|date| date.parse().ok());
        let parts: Vec<&str> = text.split('\n').collect();
        let start = Instant::now();
        let readings = read(&gazetteer, &parts, &Context { date, within: Vec::new() });
        spent += start.elapsed().as_secs_f64();
        let mut offset = 0;
        for (part, read) in parts.iter().zip(readings) {
            unlisted += read.unlisted.len();
            for reading in read.readings {
                match reading.meaning {
                    Meaning::Several(_) => several += 1,
                    Meaning::Unknown => unknown += 1,
                    Meaning::One(place)
                        if options.communes && gazetteer.place(place).tier < Tier::Commune => {}
                    Meaning::One(place) => {
                        let chain = std::iter::once(place).chain(gazetteer.above(place, date));
                        let names: Vec<&str> =
                            chain.map(|id| gazetteer.place(id).name.as_str()).collect();
                        taken.push(Taken {
                            article: field("id").to_owned(),
                            offset: offset + reading.span.start,
                            words: part[reading.span.clone()].to_owned(),
                            place: names.join(", "),
                            around: around(&text, offset + reading.span.start, reading.span.len()),
                        });
                    }
                }
            }
            offset += part.len() + 1;
        }
    }
    println!(
        "{:.1} MB of text read in {spent:.2} s: {} mentions of one place, {several} of one of \
         several, {unknown} of none known; {unlisted} names are on no list",
        bytes as f64 / 1e6,
        taken.len()
    );
    // By chance of their own place, not by their number: a rule that is changed changes no other.
    taken.sort_by_key(|one| lot(options.seed, one));
    for (number, one) in (1..).zip(taken.iter().take(options.sample)) {
        println!(
            "{number}\t{}\t{}\t{}\t{}\t{}",
            one.article, one.offset, one.words, one.place, one.around
        );
    }
    Ok(())
}

/// A number by chance for a mention.
fn lot(seed: u64, one: &Taken) -> usize {
    let bytes = one.article.bytes().chain(one.offset.to_le_bytes());
    let place =
        bytes.fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Dice::new(place).below(usize::MAX)
}

/// The text around some words, for judging them.
fn around(text: &str, at: usize, length: usize) -> String {
    const REACH: usize = 160;
    let floor = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (from, to) =
        (floor(at.saturating_sub(REACH)), floor((at + length + REACH).min(text.len())));
    format!("…{}【{}】{}…", &text[from..at], &text[at..at + length], &text[at + length..to])
        .replace('\n', " ¶ ")
}

/// Every name of the gazetteer, looked up once by each way.
fn time_look_ups(gazetteer: &Gazetteer) {
    let names: Vec<String> = gazetteer.all().map(|(_, place)| place.name.clone()).collect();
    let mut found = 0;
    let mut time = |way: &str, look_up: &dyn Fn(&str) -> usize, every: usize| {
        let mut times: Vec<f64> = names
            .iter()
            .step_by(every)
            .map(|name| {
                let start = Instant::now();
                found += look_up(name);
                start.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        println!(
            "{way}: median {:.1} µs, 99 % {:.1} µs, most {:.1} µs",
            at(0.5),
            at(0.99),
            at(1.0)
        );
    };
    time("by whole name", &|name| gazetteer.called(name).len(), 1);
    time("while typing", &|name| gazetteer.find(&viet::fold(name), 20).len(), 10);
    println!("{found} places found");
}
