//! The clerk's command line.
fn main() {}
