//! Which documents may answer, and what they have.

/// A document that may answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// What its words lack: a bit for each.
    pub lacks: u64,
    /// Its number in its segment.
    pub document: u32,
    /// What its words say.
    pub score: f32,
    /// How likely all of them stand in one run.
    pub run: f32,
    /// The least level of its words.
    pub level: u8,
    /// Words of level 1.
    pub errors: u8,
    /// Words of level 2.
    pub expanded: u8,
}

/// What is remembered of which words may be lacking.
const REMEMBERED: usize = 1024;

/// The documents that may answer: of those that `may` at all, those that have all words, by the bits of
/// `seen`; with `most` also those of which `enough` says, of the bits they lack, that these may be
/// lacking, and which then count as lacking.
pub fn candidates(
    seen: &[u64],
    may: &[bool],
    all: u64,
    most: bool,
    enough: &mut dyn FnMut(u64) -> Option<u64>,
) -> Vec<Judged> {
    // Few kinds of lacking come again and again.
    let mut known = vec![(u64::MAX, None); if most { REMEMBERED } else { 0 }];
    let mut found = Vec::new();
    for (document, (seen, may)) in (0..).zip(seen.iter().zip(may)) {
        let mut lacks = all & !seen;
        if !may || lacks != 0 && !most {
            continue;
        }
        if lacks != 0 {
            let hash = lacks.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54;
            let known = &mut known[hash as usize % REMEMBERED];
            if known.0 != lacks {
                *known = (lacks, enough(lacks));
            }
            match known.1 {
                Some(counted) => lacks = counted,
                None => continue,
            }
        }
        let (score, run, level) = (0.0, 1.0, u8::MAX);
        found.push(Judged { lacks, document, score, run, level, errors: 0, expanded: 0 });
    }
    found
}

/// Adds what a word says: `weight` times its impact times what its level is trusted.
pub fn weigh(all: &mut [Judged], slot: u32, values: &[u16], weight: f32, trust: &[f32; 8]) {
    for judged in all {
        let value = values.get(judged.document as usize).copied().unwrap_or(0);
        if judged.lacks >> slot & 1 == 1 {
            continue;
        }
        let level = (value >> 8) as u8 & 7;
        judged.score += weight * (trust[usize::from(level)] * f32::from(value & 0xff) / 255.0);
        judged.level = judged.level.min(level);
        judged.errors += u8::from(level == 1);
        judged.expanded += u8::from(level == 2);
    }
}

/// Takes into account how likely a word and the next stand together: see [`crate::together`].
pub fn runs(all: &mut [Judged], together: &[u16]) {
    for judged in all {
        let together = together.get(judged.document as usize).copied().unwrap_or(0);
        judged.run *= f32::from(together >> 8) / 255.0;
    }
}

/// Adds what a word and the next say that stand together: the saturation of the word's own occurrences,
/// from which all but a share go.
pub fn neighbours(all: &mut [Judged], values: &[u16], together: &[u16], weight: f32) {
    for judged in all {
        let at = judged.document as usize;
        let together = together.get(at).copied().unwrap_or(0);
        if together >> 8 > 0 {
            let likely = f32::from(together >> 8) / 255.0;
            let share = f32::from(together & 0xff) / 255.0;
            let value = values.get(at).copied().unwrap_or(0);
            let alone = (f32::from(value & 0xff) / 255.0).max(0.05);
            judged.score += weight * likely * share * alone / (share * alone + 1.0 - alone);
        }
    }
}
