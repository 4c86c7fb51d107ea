//! The pages of units: finding one, a unit, its dossier, two side by side.

mod bodies;
mod compare;
mod country;
mod dossier;
mod export;
mod finder;
mod json;
mod sections;
mod spark;
mod told;
mod unit;

pub use compare::compare_page;
pub use dossier::dossier_page;
pub use finder::finder_page;
pub use unit::unit_page;
