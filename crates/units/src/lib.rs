//! Administrative units and the bodies in them: which there are, what became of them, and which one
//! an article is about.
//!
//! | module | holds |
//! |---|---|
//! | [`registry`] | the units of an archive, checked against one another |
//! | [`gazetteer`] | the country's provinces, districts and communes, and what became of them |
//! | [`lineage`] | what became of a unit, and what it was made from |
//! | [`official`] | an archive's units completed by the gazetteer |
//! | [`bodies`] | the bodies that articles name in units |
//! | [`names`] | where a text names which unit |
//! | [`resolve`](mod@resolve) | the unit an article is about, or nothing |
//!
//! A name is not an identity: three units have been called Sông Lô, and "Huyện ủy" alone is any
//! district's. So a name counts only where its kind, its neighbours, its period and the units above
//! it agree; where two units remain, neither is taken.

pub mod bodies;
pub mod gazetteer;
pub mod lineage;
pub mod names;
pub mod official;
pub mod registry;
pub mod resolve;

pub use registry::{Registry, RegistryFault};
pub use resolve::{Ambiguous, Found, find, sentence_around};
