//! What the list of units and a unit's page say.

/// What the list of units and a unit's page say.
pub struct Units {
    /// Title of the list.
    pub title: &'static str,
    /// When there is no unit of the address's id.
    pub unknown: &'static str,
}

/// Tiếng Việt.
pub const VI: Units =
    Units { title: "Đơn vị", unknown: "Không có đơn vị này trong kho" };

/// English.
pub const EN: Units = Units { title: "Units", unknown: "The archive has no such unit" };
