//! The chores of the project, one file each.
fn main() {}
