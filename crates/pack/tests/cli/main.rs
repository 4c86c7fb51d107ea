//! The program as a clerk meets it.
//!
//! * `build`: what is written, and that a failed build leaves the old site whole
//! * `bad_input`: each thing that can be wrong has its own message, and the rest goes on
//! * `formats`: saved pages, tables and other files beside plain text
//! * `desk`: `new`, the report as a page, `serve`, `watch`
//! * `pictures`: pictures beside articles, zips
//! * `carry`: an archive as one file, out and in
//! * `inspect`: damage is named
//! * `look`: colours and logo of one's own

#![allow(clippy::unwrap_used)]

mod bad_input;
mod build;
mod carry;
mod desk;
mod formats;
mod harness;
mod inspect;
mod look;
mod pictures;
