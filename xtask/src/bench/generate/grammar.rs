//! The grammar: `grammar.txt`, read.

use std::collections::BTreeMap;

use crate::dice::Dice;

/// Lists by their names.
pub(super) struct Grammar(BTreeMap<&'static str, List>);

struct List {
    choices: Vec<&'static str>,
    /// The first are far more frequent than the last.
    falling: bool,
}

impl Grammar {
    pub(super) fn new() -> Self {
        let lines = include_str!("grammar.txt").lines().filter(|line| !line.starts_with('#'));
        let lists = lines.filter_map(|line| line.split_once('='));
        Self(lists.map(|(name, list)| (name.trim(), List::read(list.trim()))).collect())
    }

    /// One of a list; nothing when there is no such list.
    pub(super) fn choose(&self, name: &str, dice: &mut Dice) -> &'static str {
        let Some(list) = self.0.get(name) else { return "" };
        if list.falling { dice.early(&list.choices) } else { dice.one_of(&list.choices) }
    }
}

impl List {
    fn read(line: &'static str) -> Self {
        let (falling, line) = line.strip_prefix('~').map_or((false, line), |rest| (true, rest));
        Self { choices: line.split('|').map(str::trim).collect(), falling }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_is_used_is_a_list_or_made() {
        const MADE: [&str; 9] =
            ["ten", "ten2", "so", "tuoi", "nam", "thang", "ngay", "phantram", "tien"];
        let grammar = Grammar::new();
        for (list, entry) in &grammar.0 {
            for choice in &entry.choices {
                assert!(!choice.is_empty(), "{list} has an empty choice");
                for name in choice.split('<').skip(1) {
                    let name = name.split_once('>').expect("closed").0;
                    let known = MADE.contains(&name) || grammar.0.contains_key(name);
                    assert!(known, "{list}: <{name}> is not defined");
                }
            }
        }
        for start in ["title", "lead", "sentence", "section", "ho", "dem"] {
            assert!(grammar.0.contains_key(start), "{start}");
        }
    }
}
