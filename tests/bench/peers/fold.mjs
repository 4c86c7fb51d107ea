// What every peer that lets us choose is given: words without marks, đ as d, in small letters.
// Vietnamese is not in their own lists of languages, and this is the fairest that one line can do.

/** The folded words of a text. */
export const words = (text) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').match(/[\p{L}\p{N}]+/gu) ?? [];
