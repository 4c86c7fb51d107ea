//! Mounts the viewer.
fn main() {}
