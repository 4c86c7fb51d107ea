//! `bien-nien watch`: builds, shows, and builds again whenever something changes.
//!
//! It looks at the folder once a second rather than asking the system to tell: that works on shared
//! folders of a network too, and costs nothing that anybody notices.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;
use bindery::messages::Lang;

use crate::Outcome;
use crate::args::Watch;
use crate::build;
use crate::says;
use crate::serve::listen;
use crate::source::{Cache, stamp, walk};

const PAUSE: Duration = Duration::from_secs(1);

/// Goes on until the program is stopped; a build that fails leaves the site as it was.
pub(crate) fn run(args: &Watch, lang: Lang) -> Result<Outcome> {
    let mut cache = Cache::default();
    let mut seen = look(&args.build.archive);
    build::make(&args.build, &mut cache, lang)?;
    let listener = listen(args.port)?;
    if !args.build.bundle_only {
        println!("{}", says::serving(listener.port, "/", lang));
    }
    println!("{}", says::watching(&args.build.archive, lang));
    thread::scope(|scope| {
        scope.spawn(|| host::serve(&listener, &args.build.output, "/"));
        loop {
            thread::sleep(PAUSE);
            let now = look(&args.build.archive);
            // Someone may be copying files still: wait until nothing has changed for a while.
            if now == seen || {
                thread::sleep(PAUSE);
                now != look(&args.build.archive)
            } {
                continue;
            }
            seen = now;
            if let Err(error) = build::make(&args.build, &mut cache, lang) {
                eprintln!("{}", says::failed(&error, lang));
            }
        }
    })
}

type Stamps = BTreeMap<PathBuf, Option<(u64, SystemTime)>>;

/// What is in an archive, with lengths and times.
fn look(archive: &Path) -> Stamps {
    let mut paths = Vec::new();
    if archive.is_file() {
        paths.push(archive.to_owned());
    } else {
        // A folder that cannot be listed now may be listed the next time.
        let _ = walk(archive, &mut paths);
    }
    paths.into_iter().map(|path| (path.clone(), stamp(&path))).collect()
}
