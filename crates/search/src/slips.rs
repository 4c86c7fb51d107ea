//! Words one typing error away from each other: one letter left out, added, changed, or exchanged with
//! its neighbour.

/// Whether `found` is at most one error away from `typed`.
pub(crate) fn is(typed: &[u8], found: &[u8]) -> bool {
    typed.len().abs_diff(found.len()) < 2 && fits(typed, found, |typed, found| typed == found)
}

/// Whether a word at most one error away from `typed` may begin with `begin`.
pub(crate) fn begins(typed: &[u8], begin: &[u8]) -> bool {
    fits(typed, begin, <[u8]>::starts_with)
}

/// Whether they fit, as `rest` says, but for an error where they first differ.
fn fits(typed: &[u8], found: &[u8], rest: fn(&[u8], &[u8]) -> bool) -> bool {
    let same = typed.iter().zip(found).take_while(|(a, b)| a == b).count();
    let (typed, found) = (&typed[same..], &found[same..]);
    if let ([a, b, left @ ..], [c, d, right @ ..]) = (typed, found)
        && a == d
        && b == c
        && rest(left, right)
    {
        return true;
    }
    let (left, right) = (typed.get(1..).unwrap_or(typed), found.get(1..).unwrap_or(found));
    rest(left, right) || rest(left, found) || rest(typed, right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All words one error away, and the word itself.
    fn around(word: &[u8]) -> Vec<Vec<u8>> {
        let mut all = vec![word.to_vec()];
        for at in 0..=word.len() {
            for letter in b'a'..=b'd' {
                let mut longer = word.to_vec();
                longer.insert(at, letter);
                all.push(longer);
                if at < word.len() {
                    let mut other = word.to_vec();
                    other[at] = letter;
                    all.push(other);
                }
            }
            if at < word.len() {
                let mut shorter = word.to_vec();
                shorter.remove(at);
                all.push(shorter);
            }
            if at + 1 < word.len() {
                let mut exchanged = word.to_vec();
                exchanged.swap(at, at + 1);
                all.push(exchanged);
            }
        }
        all
    }

    proptest! {
        #[test]
        fn near_is_what_one_error_makes(typed in "[a-d]{0,6}", found in "[a-d]{0,6}") {
            let (typed, found) = (typed.as_bytes(), found.as_bytes());
            let around = around(typed);
            prop_assert_eq!(is(typed, found), around.iter().any(|near| near == found));
            // What begins so may be passed over only if nothing near begins so.
            if around.iter().any(|near| near.starts_with(found)) {
                prop_assert!(begins(typed, found));
            }
        }
    }

    #[test]
    fn beginnings() {
        for (typed, begin, expected) in [
            ("thong", "th", true),
            ("thong", "t", true),
            ("thong", "ht", true),
            ("thong", "ho", true),
            ("thong", "ng", false),
            ("thong", "tro", true),
            ("thong", "tra", false),
            ("an", "anhx", false),
        ] {
            assert_eq!(begins(typed.as_bytes(), begin.as_bytes()), expected, "{typed} {begin}");
        }
    }
}
