//! A map as a sorted list. The standard library's trees cost four kilobytes of download for every
//! pair of types; what pages count and look up is small, or is built once and then only read.

use std::borrow::Borrow;

/// Values by key, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    /// Of several values of one key, the first stays.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut pairs: Vec<(K, V)> = pairs.into_iter().collect();
        pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
        pairs.dedup_by(|(later, _), (first, _)| later == first);
        Self(pairs)
    }
}

impl<K: Ord, V> Table<K, V> {
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(held, _)| held.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|at| &self.0[at].1)
    }

    /// The value of a key, its type's default where there is none yet.
    pub fn slot(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let at = match self.place(&key) {
            Ok(at) => at,
            Err(at) => {
                self.0.insert(at, (key, V::default()));
                at
            }
        };
        &mut self.0[at].1
    }

    /// Takes the pair with the least key out.
    pub fn pop_first(&mut self) -> Option<(K, V)> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    /// Number of keys.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pairs, by key.
    pub fn pairs(&self) -> &[(K, V)] {
        &self.0
    }

    /// The pairs, by key.
    pub fn into_pairs(self) -> Vec<(K, V)> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_in_order_and_the_first_value_stays() {
        let table: Table<&str, u8> = [("b", 1), ("a", 2), ("b", 3)].into_iter().collect();
        assert_eq!(table.pairs(), [("a", 2), ("b", 1)]);
        assert_eq!((table.get("b"), table.get("c")), (Some(&1), None));
    }

    #[test]
    fn slots_fill_where_they_belong() {
        let mut table: Table<i32, Vec<char>> = Table::default();
        table.slot(2).push('x');
        table.slot(1).push('y');
        table.slot(2).push('z');
        assert_eq!(table.pairs(), [(1, vec!['y']), (2, vec!['x', 'z'])]);
        assert_eq!(table.pop_first(), Some((1, vec!['y'])));
        assert_eq!((table.len(), table.is_empty()), (1, false));
    }
}
