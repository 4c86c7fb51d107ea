//! Tables with a head: an article a line.

use super::fields::{self, Field, Fields};
use super::{Failure, Found, line};
use crate::problem::ProblemKind;

/// Reads a table whose columns are separated by commas, semicolons (as a Vietnamese Excel writes
/// them) or tabs.
pub(super) fn read(text: &str) -> Result<Found, Failure> {
    let head = text.lines().next().unwrap_or_default();
    let count = |mark: u8| head.bytes().filter(|&byte| byte == mark).count();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|&mark| count(mark)).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let columns: Vec<Option<Field>> = match reader.headers() {
        Ok(head) => head.iter().map(fields::field).collect(),
        Err(error) => return Err(broken(&error)),
    };
    let has = |field| columns.contains(&Some(field));
    if !has(Field::Title) && !has(Field::Text) {
        let names = head.trim().chars().take(80).collect();
        return Err((line(1), ProblemKind::NoColumns { names }));
    }
    let mut found = Found::default();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => {
                found.problems.push(broken(&error));
                continue;
            }
        }
        let at = record.position().and_then(|at| usize::try_from(at.line()).ok());
        let mut entry = Fields::default();
        for (column, value) in columns.iter().zip(&record) {
            if let Some(field) = column {
                entry.add(*field, value);
            }
        }
        found.add(&entry, at);
    }
    Ok(found)
}

fn broken(error: &csv::Error) -> Failure {
    let at = error.position().and_then(|at| usize::try_from(at.line()).ok());
    (
        at.and_then(line),
        ProblemKind::BrokenFile { format: super::Format::Table, why: error.to_string() },
    )
}
