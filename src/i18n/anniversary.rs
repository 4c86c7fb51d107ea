//! What an anniversary's page says.

/// What an anniversary's page says.
pub struct Anniversary {
    /// When there is no anniversary of the address's id.
    pub unknown: &'static str,
}

/// Tiếng Việt.
pub const VI: Anniversary = Anniversary { unknown: "Không có ngày kỷ niệm này trong kho" };

/// English.
pub const EN: Anniversary = Anniversary { unknown: "The archive has no such anniversary" };
