//! Reads settings one by one, each with its line; whatever does not fit is reported and the next
//! one is read.

use std::ops::{Range, RangeInclusive};
use std::str::FromStr;

use calendar::PartialDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{Expected, Instead, Problem, SettingFault, Severity, What};

/// One settings file while it is read.
pub(super) struct Reader<'i> {
    file: &'i str,
    input: &'i str,
    pub(super) problems: Vec<Problem>,
}

/// A table, and its name in messages: empty, or `units[2].`.
#[derive(Clone)]
pub(super) struct Section<'t, 'i> {
    table: &'t DeTable<'i>,
    prefix: String,
    span: Range<usize>,
}

/// A setting's value and where it is.
type Value<'t, 'i> = &'t Spanned<DeValue<'i>>;

impl<'i> Reader<'i> {
    pub(super) fn new(file: &'i str, input: &'i str) -> Self {
        Self { file, input, problems: Vec::new() }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        let before = &self.input.as_bytes()[..at.min(self.input.len())];
        before.iter().filter(|&&byte| byte == b'\n').count() + 1
    }

    /// Reports a fault at a byte.
    pub(super) fn report(&mut self, severity: Severity, at: usize, fault: SettingFault) {
        let (file, line) = (self.file.to_owned(), Some(self.line(at)));
        self.problems.push(Problem { severity, file, line, what: What::Setting(fault) });
    }

    fn wrong(&mut self, at: usize, key: String, expected: Expected, instead: Instead) {
        self.report(Severity::Error, at, SettingFault::Wrong { key, expected, instead });
    }
}

impl<'t, 'i> Section<'t, 'i> {
    /// The whole file.
    pub(super) fn root(table: &'t Spanned<DeTable<'i>>) -> Self {
        Self { table: table.get_ref(), prefix: String::new(), span: 0..0 }
    }

    /// Where it begins.
    pub(super) fn at(&self) -> usize {
        self.span.start
    }

    /// Where a key's value begins; where the section does, when there is no such key.
    pub(super) fn at_value(&self, key: &str) -> usize {
        self.get(key).map_or(self.span.start, |value| value.span().start)
    }

    /// A key with the table it is in.
    pub(super) fn named(&self, key: &str) -> String {
        self.name(key)
    }

    fn name(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    fn get(&self, key: &str) -> Option<Value<'t, 'i>> {
        self.table.get(key)
    }

    /// Keys and values, in the order of the keys.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'t str, usize)> {
        self.table.iter().map(|(key, _)| (key.get_ref().as_ref(), key.span().start))
    }

    /// Warns of keys that are not known.
    pub(super) fn expect_keys(&self, reader: &mut Reader<'_>, known: &[&'static str]) {
        for (key, at) in self.entries().filter(|(key, _)| !known.contains(key)) {
            let meant = known.iter().copied().find(|known| alike(key, known));
            let fault = SettingFault::UnknownKey { key: self.name(key), meant };
            reader.report(Severity::Warning, at, fault);
        }
    }

    /// Reads a value with `read`; reports what does not fit.
    fn value<T>(
        &self,
        reader: &mut Reader<'_>,
        key: &str,
        expected: Expected,
        instead: Instead,
        read: impl FnOnce(&DeValue<'i>) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(key)?;
        let read = read(value.get_ref());
        if read.is_none() {
            reader.wrong(value.span().start, self.name(key), expected, instead);
        }
        read
    }

    /// A text, white space around it dropped; blank ones do not fit.
    pub(super) fn text(&self, reader: &mut Reader<'_>, key: &str) -> Option<String> {
        self.value(reader, key, Expected::SomeText, Instead::LeftOut, |value| {
            let text = value.as_str()?.trim();
            (!text.is_empty()).then(|| text.to_owned())
        })
    }

    /// A text in a form of its own.
    pub(super) fn parsed<T: FromStr>(
        &self,
        reader: &mut Reader<'_>,
        key: &str,
        expected: Expected,
        instead: Instead,
    ) -> Option<T> {
        self.value(reader, key, expected, instead, |value| value.as_str()?.trim().parse().ok())
    }

    /// A text that passes a test.
    pub(super) fn text_if(
        &self,
        reader: &mut Reader<'_>,
        key: &str,
        expected: Expected,
        instead: Instead,
        fits: impl FnOnce(&str) -> bool,
    ) -> Option<String> {
        self.value(reader, key, expected, instead, |value| {
            value.as_str().map(str::trim).filter(|text| fits(text)).map(str::to_owned)
        })
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(
        &self,
        reader: &mut Reader<'_>,
        key: &str,
        words: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        self.chosen(reader, key, words, Instead::EntryLeftOut, choices)
    }

    /// One of a few words; the first of them where it is none.
    pub(super) fn choice_or_first<T: Copy>(
        &self,
        reader: &mut Reader<'_>,
        key: &str,
        words: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let (name, first) = choices.first()?;
        let instead = Instead::Default((*name).to_owned());
        Some(self.chosen(reader, key, words, instead, choices).unwrap_or(*first))
    }

    fn chosen<T: Copy>(
        &self,
        reader: &mut Reader<'_>,
        key: &str,
        words: &'static str,
        instead: Instead,
        choices: &[(&str, T)],
    ) -> Option<T> {
        self.value(reader, key, Expected::OneOf(words), instead, |value| {
            let word = value.as_str()?.trim().to_lowercase();
            choices.iter().find(|(name, _)| *name == word).map(|(_, choice)| *choice)
        })
    }

    /// A date: a text, a TOML date, or a year.
    pub(super) fn date(&self, reader: &mut Reader<'_>, key: &str) -> Option<PartialDate> {
        self.value(reader, key, Expected::Date, Instead::LeftOut, |value| match value {
            DeValue::String(text) => text.trim().parse().ok(),
            DeValue::Datetime(date) => date.to_string().parse().ok(),
            DeValue::Integer(year) => year.as_str().parse().ok(),
            _ => None,
        })
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, reader: &mut Reader<'_>, key: &str, default: bool) -> bool {
        let instead = Instead::Default(default.to_string());
        self.value(reader, key, Expected::Flag, instead, DeValue::as_bool).unwrap_or(default)
    }

    /// A whole number.
    pub(super) fn whole(
        &self,
        reader: &mut Reader<'_>,
        key: &str,
        range: RangeInclusive<u32>,
        default: u32,
    ) -> u32 {
        let expected = Expected::Whole(*range.start(), *range.end());
        let instead = Instead::Default(default.to_string());
        let read = self.value(reader, key, expected, instead, |value| {
            let DeValue::Integer(number) = value else { return None };
            number.as_str().parse().ok().filter(|number| range.contains(number))
        });
        read.unwrap_or(default)
    }

    /// A list of texts; single ones that do not fit are left out.
    pub(super) fn texts(&self, reader: &mut Reader<'_>, key: &str) -> Vec<String> {
        self.texts_if(reader, key, Expected::SomeText, |_| true)
    }

    /// A list of texts that pass a test and are not blank; others are left out.
    pub(super) fn texts_if(
        &self,
        reader: &mut Reader<'_>,
        key: &str,
        expected: Expected,
        fits: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            reader.wrong(value.span().start, self.name(key), Expected::Texts, Instead::LeftOut);
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(list.len());
        for (index, item) in list.iter().enumerate() {
            match item.get_ref().as_str().map(str::trim) {
                Some(text) if !text.is_empty() && fits(text) => texts.push(text.to_owned()),
                _ => reader.wrong(
                    item.span().start,
                    format!("{}[{index}]", self.name(key)),
                    expected.clone(),
                    Instead::LeftOut,
                ),
            }
        }
        texts
    }

    /// A table inside.
    pub(super) fn section(&self, reader: &mut Reader<'_>, key: &str) -> Option<Section<'t, 'i>> {
        let value = self.get(key)?;
        let section = self.inside(value, self.name(key));
        if section.is_none() {
            reader.wrong(value.span().start, self.name(key), Expected::Table, Instead::LeftOut);
        }
        section
    }

    /// A list of tables; `name` calls it in messages.
    pub(super) fn sections(&self, reader: &mut Reader<'_>, key: &str) -> Vec<Section<'t, 'i>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            reader.wrong(value.span().start, self.name(key), Expected::Tables, Instead::LeftOut);
            return Vec::new();
        };
        let mut sections = Vec::with_capacity(list.len());
        for (index, item) in list.iter().enumerate() {
            let name = format!("{}[{index}]", self.name(key));
            match self.inside(item, name.clone()) {
                Some(section) => sections.push(section),
                None => {
                    reader.wrong(item.span().start, name, Expected::Table, Instead::LeftOut);
                }
            }
        }
        sections
    }

    fn inside(&self, value: Value<'t, 'i>, name: String) -> Option<Section<'t, 'i>> {
        let table = value.get_ref().as_table()?;
        Some(Section { table, prefix: format!("{name}."), span: value.span() })
    }

    /// Whether a key is a plain text (some settings are a text or a table).
    pub(super) fn is_text(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.get_ref().is_str())
    }

    /// Reports a key that must be there.
    pub(super) fn missing(&self, reader: &mut Reader<'_>, key: &str, instead: Instead) {
        let fault = SettingFault::Missing { key: self.name(key), instead };
        reader.report(Severity::Error, self.at(), fault);
    }

    /// Whether a key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }
}

/// Whether a key is a slip for another: the same letters but for marks, hyphens, a plural s, or one
/// letter more, less or changed.
fn alike(typed: &str, known: &str) -> bool {
    let plain = |text: &str| -> Vec<char> {
        text.chars().filter(|c| !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
    };
    let (a, b) = (plain(typed), plain(known));
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = (a.len() - head).min(b.len() - head);
    let tail = (0..rest).take_while(|i| a[a.len() - 1 - i] == b[b.len() - 1 - i]).count();
    (a.len() - head - tail).max(b.len() - head - tail) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised() {
        for (typed, known) in [
            ("unit", "units"),
            ("base-url", "base_url"),
            ("Title", "title"),
            ("tittle", "title"),
            ("nane", "name"),
        ] {
            assert!(alike(typed, known), "{typed} {known}");
        }
        assert!(!alike("ngày", "title") && !alike("", "kind") && !alike("tilte", "title"));
    }
}
