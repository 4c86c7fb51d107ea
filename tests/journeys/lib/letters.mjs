// Vietnamese written as it was before Unicode, so that what a reader must find is known. From the
// published tables: TCVN 5712:1993 VN3, VNI-Windows, RFC 1456, Microsoft's code page 1258.

/** Letters and the bytes that stand for them, `base` on. */
const table = (letters, base) => new Map([...letters].map((letter, at) => [letter, base + at]).filter(([letter]) => letter !== '·'));

const TCVN3 = table(
  'ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ', 0xa1);

const VISCII = new Map([...table(
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ', 0x80),
  ['Ẳ', 0x02], ['Ẵ', 0x05], ['Ẫ', 0x06], ['Ỷ', 0x14], ['Ỹ', 0x19], ['Ỵ', 0x1e]]);

const letterwise = (letters) => (text) => Buffer.from([...text.normalize('NFC')].map((letter) => {
  const byte = letters.get(letter) ?? letter.codePointAt(0);
  if (byte > 255 || (byte > 127 && !letters.has(letter))) throw new Error(`no byte for ${letter}`);
  return byte;
}));

/** Shapes that code page 1258 has in one byte; tones follow their letters. */
const SHAPED = new Map([...'ĂăÂâÊêÔôĐđƠơƯư'].map((letter, at) => [letter, [0xc3, 0xe3, 0xc2, 0xe2, 0xca, 0xea, 0xd4, 0xf4, 0xd0, 0xf0, 0xd5, 0xf5, 0xdd, 0xfd][at]]));
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const toneOf = (letter) => TONES.find((tone) => letter.normalize('NFD').includes(tone));
const bare = (letter) => letter.normalize('NFD').replace(/[\u0300\u0309\u0303\u0301\u0323]/g, '').normalize('NFC');

function windows1258(text) {
  const tones = [0xcc, 0xd2, 0xde, 0xec, 0xf2];
  return Buffer.from([...text.normalize('NFC')].flatMap((letter) => {
    const shape = bare(letter);
    const byte = SHAPED.get(shape) ?? shape.codePointAt(0);
    if (byte > 255 || (byte > 127 && !SHAPED.has(shape))) throw new Error(`no byte for ${letter}`);
    return toneOf(letter) ? [byte, tones[TONES.indexOf(toneOf(letter))]] : [byte];
  }));
}

/** VNI: the letter, then a byte for its marks; a few letters have bytes of their own. */
const VNI_MARKS = {
  '': [0xf8, 0xfb, 0xf5, 0xf9, 0xef], // none, and each tone
  '\u0302': [0xe0, 0xe5, 0xe3, 0xe1, 0xe4],
  '\u0306': [0xe8, 0xfa, 0xfc, 0xe9, 0xeb],
};
const VNI_SHAPES = { '\u0302': 0xe2, '\u0306': 0xea };
const VNI_OWN = { đ: 0xf1, Đ: 0xd1, ơ: 0xf4, Ơ: 0xd4, ư: 0xf6, Ư: 0xd6, ì: 0xec, í: 0xed, ỉ: 0xe6, ĩ: 0xf3, ị: 0xf2, ỵ: 0xee };

function vni(text) {
  return Buffer.from([...text.normalize('NFC')].flatMap((letter) => {
    if (VNI_OWN[letter]) return [VNI_OWN[letter]];
    const tone = toneOf(letter);
    const shape = ['\u0302', '\u0306'].find((mark) => bare(letter).normalize('NFD').includes(mark)) ?? '';
    const stem = 'ơƠưƯ'.includes(bare(letter)) ? bare(letter) : bare(letter).normalize('NFD')[0];
    const first = VNI_OWN[stem] ?? stem.codePointAt(0);
    if (first > 255) throw new Error(`no byte for ${letter}`);
    const capital = letter !== letter.toLowerCase() ? 0x20 : 0;
    if (tone) return [first, VNI_MARKS[shape][TONES.indexOf(tone)] - capital];
    return shape ? [first, VNI_SHAPES[shape] - capital] : [first];
  }));
}

/** By the codes that archives name them by. */
export const WRITERS = {
  tcvn3: letterwise(TCVN3),
  viscii: letterwise(VISCII),
  'vni-windows': vni,
  'windows-1258': windows1258,
  'utf-16le': (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
};
