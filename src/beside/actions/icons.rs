//! Icons that only what can be done with an article needs, 24 × 24.

/// A loudspeaker.
pub(super) const VOICE: &str =
    "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 010 6M18 6.5a7.5 7.5 0 010 11";
/// Two bars.
pub(super) const PAUSE: &str = "M9 6v12M15 6v12";
/// A ribbon.
pub(super) const MARK: &str = "M7 4h10v16l-5-4-5 4z";
/// Share.
pub(super) const SHARE: &str = "M12 15V4M8 7.5L12 4l4 3.5M6 11H5v9h14v-9h-1";
/// A printer.
pub(super) const SHEET: &str = "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z";
/// Back.
pub(super) const UP: &str = "M6 15l6-6 6 6";
/// Onwards.
pub(super) const DOWN: &str = "M6 9l6 6 6-6";
/// Away.
pub(super) const CROSS: &str = "M6 6l12 12M18 6L6 18";
