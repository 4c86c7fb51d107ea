//! Stable short names, so that a link survives every rebuild.
//!
//! An identifier is the first 50 bits of the SHA-256 of its seed (the page's address, else the
//! file's stem), written as ten characters of Crockford's base 32 in lower case: digits and
//! letters without `i`, `l`, `o`, `u`, which are misread for `1`, `0` and `v`. With 50 bits,
//! 50,000 articles collide with a chance of about one in a million; a collision is an error that
//! the binder reports, never a silent overwrite.

use model::ArticleId;
use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const CHARACTERS: u32 = 10;
const BITS_EACH: u32 = 5;

/// The identifier of an article known by `seed`: its address, or its file's stem.
pub fn hashed_id(seed: &str) -> ArticleId {
    let digest = Sha256::digest(seed.as_bytes());
    let head = digest.iter().take(8).fold(0_u64, |bits, &byte| bits << 8 | u64::from(byte));
    let characters = (0..CHARACTERS).map(|index| {
        let shift = u64::BITS - BITS_EACH * (index + 1);
        char::from(ALPHABET[(head >> shift & 31) as usize])
    });
    characters.collect::<String>().parse().expect("the alphabet is within an identifier's")
}

/// The name of a file without folders and extension: "articles/2020/tin-1.txt" → "tin-1".
pub(crate) fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Whether an article of `file` got its identifier from nothing but that file's name.
pub fn is_from_name(id: &ArticleId, file: &str) -> bool {
    *id == hashed_id(&viet::nfc(stem(file)))
}

/// The identifier by the whole path in the archive, for the second of two files of one name.
pub fn id_of_path(file: &str) -> ArticleId {
    hashed_id(&viet::nfc(file))
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_has_one_short_name() {
        // SHA-256 of the empty text starts e3b0c44298fc1c: 11100 01110 11000 01100 …
        assert_eq!(hashed_id("").as_str(), "werc8gmrzg");
        assert_ne!(hashed_id("a"), hashed_id("b"));
        assert_eq!(
            sha256_hex(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn the_stem_is_the_name_without_folders_and_extension() {
        for (name, expected) in [
            ("articles/2020/tin-1.txt", "tin-1"),
            ("tin-1.txt", "tin-1"),
            ("a\\b.c.txt", "b.c"),
            (".txt", ".txt"),
            ("tin", "tin"),
            ("", ""),
        ] {
            assert_eq!(stem(name), expected, "{name}");
        }
    }
}
