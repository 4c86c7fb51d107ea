//! Something that takes a while.

/// Where the loading of a value stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T, E> {
    /// On its way.
    Waiting(Progress),
    /// Here.
    Ready(T),
    /// It did not come, and why.
    Failed(E),
}

/// How much has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes received.
    pub received: u64,
    /// Bytes expected; 0 when unknown.
    pub expected: u64,
}

impl<T, E> Load<T, E> {
    /// The value, once here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }
}

impl<T, E> Default for Load<T, E> {
    fn default() -> Self {
        Self::Waiting(Progress::default())
    }
}
