//! Abbreviations of public life and what they stand for, from `data/abbreviations.tsv`.
//!
//! The file's lines, tab-separated, behind its version: the short form; the long forms, the usual one
//! first, separated by `;`; a remark. The remark is empty when each form finds the others, `?` when the
//! short form has other meanings too (it finds the long forms when typed in capitals, and they do not
//! find it), `+ words; words` when the long form also answers these words. The file travels to readers
//! in the search worker, and so has no comments.
//!
//! A *group* is one notion with all its forms, short and long. Looking for one form should find the
//! others, marked as such; [`Group::contextual`] ones only from the short form to the long.

use crate::normal::canonical;
use crate::parts::parts;
use crate::token::tokens;

/// The data file, whose first line carries its version.
const DATA: &str = include_str!("../data/abbreviations.tsv");

/// One notion and the forms it is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// As printed: `UBND`, `TP.HCM`.
    pub short: &'static str,
    /// Spelled out, in lower case, the usual form first.
    pub long: Vec<&'static str>,
    /// The short form has other meanings: it may mean the long ones, but they do not mean it.
    pub contextual: bool,
    /// Words that the short form also answers: `tuyên giáo` for `TGĐU`.
    pub also: Vec<&'static str>,
}

impl Group {
    /// The short form as canonical syllables: `["tp", "hcm"]`.
    pub fn short_syllables(&self) -> Vec<String> {
        syllables(self.short)
    }
}

/// A phrase as canonical syllables, the form in which phrases are compared.
pub fn syllables(phrase: &str) -> Vec<String> {
    tokens(phrase).map(|token| canonical(token.text)).collect()
}

/// All groups, in the file's order.
///
/// ```
/// let group = viet::abbreviations::groups().find(|group| group.short == "HĐND");
/// assert_eq!(group.map(|group| group.long), Some(vec!["hội đồng nhân dân"]));
/// ```
pub fn groups() -> impl Iterator<Item = Group> {
    // The version, and what is behind the last line, have no columns.
    parts(DATA, b'\n').filter_map(read)
}

/// Version of the data: an index built with another one may expand differently.
pub fn version() -> u32 {
    let first = DATA.lines().next().unwrap_or_default();
    first.trim_start_matches("# version ").trim().parse().unwrap_or(0)
}

fn read(line: &'static str) -> Option<Group> {
    let mut columns = parts(line, b'\t');
    let (short, long) = (columns.next()?, columns.next()?);
    let remark = columns.next().unwrap_or_default().trim_start().trim_end();
    let list = |text: &'static str| -> Vec<&'static str> {
        parts(text, b';').map(str::trim).filter(|part| !part.is_empty()).collect()
    };
    Some(Group {
        short,
        long: list(long),
        contextual: remark == "?",
        also: remark.strip_prefix('+').map(list).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_file_is_well_formed() {
        assert_eq!(version(), 1);
        let mut shorts = BTreeSet::new();
        for line in DATA.lines().filter(|line| !line.starts_with('#')) {
            let group = read(line).expect(line);
            assert!(shorts.insert(group.short), "{line}");
            assert!(!group.long.is_empty(), "{line}");
            for long in group.long.iter().chain(&group.also) {
                assert_eq!(syllables(long).join(" "), *long, "canonical form: {line}");
                assert!(
                    syllables(long).iter().all(|s| s == "tp" || crate::is_syllable(s)),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn both_ways_unless_contextual() {
        let find = |short: &str| groups().find(|group| group.short == short).expect("listed");
        assert!(!find("UBND").contextual);
        assert!(find("TU").contextual);
        assert_eq!(find("TGĐU").also, ["tuyên giáo"]);
        assert_eq!(find("TP.HCM").short_syllables(), ["tp", "hcm"]);
    }
}
