//! viet
