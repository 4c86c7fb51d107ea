//! Reads typed values out of parsed JSON in little code.
//!
//! Every part is read in the browser, and what `derive(Deserialize)` makes of these types is a fifth
//! of the whole viewer. Here a reader never stops half way: it puts a placeholder where something
//! does not fit, notes the first such place, and whoever began asks [`Reader::finish`] whether the
//! value may be used. So no field needs a way out of its own, and the code stays small.
//!
//! Keys and forms are those that `derive(Serialize)` writes; tests hold the two together.

use serde_json::{Map, Value};

/// Where and why JSON did not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Misfit {
    /// The key, with the place in the outermost list: `articles[3]: published`.
    pub(super) field: String,
    /// What should stand there.
    pub(super) expected: &'static str,
}

/// Reading in progress.
#[derive(Default)]
pub(super) struct Reader {
    list: Option<(&'static str, usize)>,
    key: &'static str,
    misfit: Option<Misfit>,
}

/// A type that can be read.
pub(super) trait Read: Sized {
    /// The value, or any value at all after [`Reader::misfit`].
    fn read(value: &Value, reader: &mut Reader) -> Self;
}

impl Reader {
    /// Notes that the value at hand should have been something else; the first note stays.
    pub(super) fn misfit(&mut self, expected: &'static str) {
        if self.misfit.is_none() {
            let field = match self.list {
                Some((list, index)) => {
                    let mut field = String::from(list);
                    field.push('[');
                    field.push_str(&index.to_string());
                    field.push_str("]: ");
                    field.push_str(self.key);
                    field
                }
                None => self.key.to_owned(),
            };
            self.misfit = Some(Misfit { field, expected });
        }
    }

    /// The value, if all of it fitted.
    pub(super) fn finish<T>(self, value: T) -> Result<T, Misfit> {
        match self.misfit {
            None => Ok(value),
            Some(misfit) => Err(misfit),
        }
    }

    /// The whole of a list that stands for itself, its items counted in the notes.
    pub(super) fn items<T: Read>(&mut self, name: &'static str, value: &Value) -> Vec<T> {
        let items = self.array(value);
        let mut read = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            self.list = Some((name, index));
            read.push(T::read(item, self));
        }
        self.list = None;
        read
    }

    /// The members of an object.
    pub(super) fn object<'a>(&mut self, value: &'a Value) -> Members<'a> {
        if !value.is_object() {
            self.misfit("an object");
        }
        Members(value.as_object())
    }

    fn array<'a>(&mut self, value: &'a Value) -> &'a [Value] {
        match value {
            Value::Array(items) => items,
            _ => {
                self.misfit("a list");
                &[]
            }
        }
    }

    /// A text; empty when it is none.
    pub(super) fn text<'a>(&mut self, value: &'a Value) -> &'a str {
        value.as_str().unwrap_or_else(|| {
            self.misfit("a text");
            ""
        })
    }

    /// The choice that a text names.
    pub(super) fn choice<T: Copy>(&mut self, value: &Value, choices: &[(&str, T)]) -> T {
        let name = self.text(value);
        match choices.iter().find(|(known, _)| *known == name) {
            Some((_, choice)) => *choice,
            None => {
                self.misfit("one of the known words");
                choices[0].1
            }
        }
    }
}

/// The members of an object, to be taken by key.
#[derive(Clone, Copy)]
pub(super) struct Members<'a>(Option<&'a Map<String, Value>>);

impl<'a> Members<'a> {
    /// The member's value; null when it is not there.
    pub(super) fn get(self, reader: &mut Reader, key: &'static str) -> &'a Value {
        reader.key = key;
        self.0.and_then(|map| map.get(key)).unwrap_or(&Value::Null)
    }

    /// A member that must be there.
    pub(super) fn must<T: Read>(self, reader: &mut Reader, key: &'static str) -> T {
        let value = self.get(reader, key);
        T::read(value, reader)
    }

    /// A member that may be absent or null.
    pub(super) fn may<T: Read>(self, reader: &mut Reader, key: &'static str) -> Option<T> {
        let value = self.get(reader, key);
        if value.is_null() { None } else { Some(T::read(value, reader)) }
    }

    /// A list that is absent when empty.
    pub(super) fn list<T: Read>(self, reader: &mut Reader, key: &'static str) -> Vec<T> {
        let value = self.get(reader, key);
        if value.is_null() { Vec::new() } else { Vec::read(value, reader) }
    }

    /// Members with other keys than these.
    pub(super) fn others(self, known: &[&str]) -> Map<String, Value> {
        let mut others = Map::new();
        for (key, value) in self.0.into_iter().flatten() {
            if !known.contains(&key.as_str()) {
                others.insert(key.clone(), value.clone());
            }
        }
        others
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        let items = reader.array(value);
        let mut read = Self::with_capacity(items.len());
        for item in items {
            read.push(T::read(item, reader));
        }
        read
    }
}

/// Null is nothing.
impl<T: Read> Read for Option<T> {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        if value.is_null() { None } else { Some(T::read(value, reader)) }
    }
}

/// A list of exactly two.
impl<A: Read, B: Read> Read for (A, B) {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        let (first, second) = match reader.array(value) {
            [first, second] => (first, second),
            _ => {
                reader.misfit("a list of two");
                (&Value::Null, &Value::Null)
            }
        };
        (A::read(first, reader), B::read(second, reader))
    }
}

impl Read for String {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        reader.text(value).to_owned()
    }
}

impl Read for bool {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        value.as_bool().unwrap_or_else(|| {
            reader.misfit("true or false");
            false
        })
    }
}

impl Read for u64 {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        value.as_u64().unwrap_or_else(|| {
            reader.misfit("a whole number");
            0
        })
    }
}

impl Read for i32 {
    fn read(value: &Value, reader: &mut Reader) -> Self {
        value.as_i64().and_then(|number| Self::try_from(number).ok()).unwrap_or_else(|| {
            reader.misfit("a whole number");
            0
        })
    }
}

/// Smaller whole numbers are read as the largest and must fit.
macro_rules! small_number {
    ($($number:ty),*) => {$(
        impl Read for $number {
            fn read(value: &Value, reader: &mut Reader) -> Self {
                Self::try_from(u64::read(value, reader)).unwrap_or_else(|_| {
                    reader.misfit("a smaller whole number");
                    0
                })
            }
        }
    )*};
}
small_number!(u16, u32);
