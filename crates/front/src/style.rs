//! The looks of prerendered pages: one small sheet, the viewer's colours, the device's own type.

/// Where it lies. Named by hand: it changes with the program and the publisher's colours, not with articles.
pub(crate) const PATH: &str = "bai/trang.css";

pub(crate) const STYLE: &str = include_str!("style.css");
