//! `bien-nien serve`: a site shown on this machine, and to nobody else.

use anyhow::Result;
use bindery::messages::Lang;

use crate::Outcome;
use crate::args::Serve;
use crate::says::{self, Refusal};

/// Serves until the program is stopped.
pub(crate) fn run(args: &Serve, lang: Lang) -> Result<Outcome> {
    if !args.site.is_dir() {
        return Err(Refusal::NotThere(args.site.clone()).into());
    }
    if !args.site.join("index.html").is_file() {
        return Err(Refusal::NotASite(args.site.clone()).into());
    }
    let under = host::under(&args.under);
    let listener = listen(args.port)?;
    println!("{}", says::serving(listener.port, &under, lang));
    host::serve(&listener, &args.site, &under);
    Ok(Outcome::Fine)
}

/// A place to be asked at.
pub(crate) fn listen(port: Option<u16>) -> Result<host::Listener> {
    host::listen(port).map_err(|why| Refusal::NoPort(port.unwrap_or(host::PORT), why).into())
}
