//! bindery
