//! Facets: for each field a column of values, documents down.

use std::collections::HashMap;

use crate::bytes::{put_packed, put_text, put_varint, width};
use crate::format::MANY;

/// All fields, in order of first use.
#[derive(Default)]
pub(super) struct Columns {
    fields: Vec<Column>,
}

struct Column {
    name: String,
    values: Vec<String>,
    numbers: HashMap<String, u32>,
    /// Document and value, documents in rising order.
    entries: Vec<(u32, u32)>,
}

impl Columns {
    pub(super) fn add(&mut self, document: u32, field: &str, value: &str) {
        let at = match self.fields.iter().position(|column| column.name == field) {
            Some(at) => at,
            None => {
                self.fields.push(Column {
                    name: field.to_owned(),
                    values: Vec::new(),
                    numbers: HashMap::new(),
                    entries: Vec::new(),
                });
                self.fields.len() - 1
            }
        };
        let column = &mut self.fields[at];
        let next = column.values.len() as u32;
        let number = *column.numbers.entry(value.to_owned()).or_insert(next);
        if number == next {
            column.values.push(value.to_owned());
        }
        if !column.entries.contains_last(document, number) {
            column.entries.push((document, number));
        }
    }

    pub(super) fn write(&self, out: &mut Vec<u8>, documents: usize) {
        put_varint(out, self.fields.len() as u32);
        for column in &self.fields {
            column.write(out, documents);
        }
    }
}

/// Whether a value was already given for this document.
trait ContainsLast {
    fn contains_last(&self, document: u32, number: u32) -> bool;
}

impl ContainsLast for Vec<(u32, u32)> {
    fn contains_last(&self, document: u32, number: u32) -> bool {
        self.iter().rev().take_while(|(d, _)| *d == document).any(|(_, n)| *n == number)
    }
}

impl Column {
    fn write(&self, out: &mut Vec<u8>, documents: usize) {
        put_text(out, &self.name);
        put_varint(out, self.values.len() as u32);
        for value in &self.values {
            put_text(out, value);
        }
        let mut of: Vec<Vec<u32>> = vec![Vec::new(); documents];
        for &(document, value) in &self.entries {
            of[document as usize].push(value);
        }
        let wide = width(self.values.len() as u32);
        if of.iter().all(|values| values.len() <= 1) && wide <= 24 {
            out.push(wide as u8);
            put_packed(out, of.iter().map(|values| values.first().map_or(0, |v| v + 1)), wide);
        } else {
            out.push(MANY);
            for values in of {
                put_varint(out, values.len() as u32);
                for value in values {
                    put_varint(out, value);
                }
            }
        }
    }
}
