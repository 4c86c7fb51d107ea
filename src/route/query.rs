//! The query string of an address: keys and values.

use super::percent;

/// An address being written.
pub(super) struct Writer(pub(super) String);

impl Writer {
    pub(super) fn new(place: &str) -> Self {
        Self(["#/", place].concat())
    }

    pub(super) fn segment(mut self, text: &str) -> Self {
        self.0.push('/');
        percent::encode_into(&mut self.0, text);
        self
    }

    pub(super) fn pair(&mut self, key: &str, value: &str) {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(key);
        self.0.push('=');
        percent::encode_into(&mut self.0, value);
    }

    pub(super) fn pair_of(&mut self, key: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.pair(key, &value.to_string());
        }
    }
}

/// Keys and values of a query string.
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    pub(super) fn parse(query: &str) -> Self {
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (percent::decode(key, true), percent::decode(value, true))
        });
        Self(pairs.collect())
    }

    pub(super) fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a String> {
        self.0.iter().filter(move |(name, _)| name == key).map(|(_, value)| value)
    }

    pub(super) fn first<'a>(&'a self, key: &'a str) -> Option<&'a str> {
        self.all(key).next().map(String::as_str)
    }

    pub(super) fn read<T: std::str::FromStr>(&self, key: &str) -> Option<T> {
        self.first(key)?.parse().ok()
    }
}
