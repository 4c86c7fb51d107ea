// A folder such as a commune's office has: sixty files of every kind, ten of them in letters from
// before Unicode, some of them no articles at all. Everything in it is made up here, so that what a
// reader must find is known.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WRITERS } from './letters.mjs';
import { deflateSync } from 'node:zlib';
import { sum, zip } from './zip.mjs';

const DEEDS = [
  ['Khánh thành cầu dân sinh', 'cầu bê tông dài ba mươi mét nối hai bờ suối'],
  ['Ra quân làm thủy lợi mùa khô', 'nạo vét hơn hai nghìn mét kênh mương nội đồng'],
  ['Trao quà cho hộ nghèo', 'một trăm suất quà gồm gạo, chăn ấm và dầu ăn'],
  ['Đại hội chi đoàn thanh niên', 'bầu ban chấp hành mới gồm năm đồng chí'],
  ['Tập huấn phòng cháy rừng', 'cách dùng bình chữa cháy và dập lửa bằng cành tươi'],
  ['Khai giảng năm học mới', 'ba trăm học sinh của bốn khối lớp bước vào năm học'],
];
const PLACES = ['Thượng', 'Hạ', 'Đông', 'Đoài', 'Trung', 'Ngoại'];

/** The n-th article: what its file says. */
export function told(n) {
  const [deed, what] = DEEDS[n % DEEDS.length];
  const place = PLACES[Math.floor(n / DEEDS.length) % PLACES.length];
  const [day, month, year] = [1 + (n % 27), 1 + (n % 12), 2001 + (n % 20)];
  const two = (number) => String(number).padStart(2, '0');
  return {
    title: `${deed} ở thôn ${place} lần thứ ${n + 1}`,
    day: `${two(day)}/${two(month)}/${year}`,
    lead: `Sáng ${two(day)}/${two(month)}/${year}, tại nhà văn hóa thôn ${place}, bà con cùng cán bộ xã Hòa An dự buổi lễ giản dị mà ấm cúng.`,
    body: [
      `Theo kế hoạch số ${n + 17}, thôn ${place} đã chuẩn bị từ tháng trước, trong đó có ${what}.`,
      `Trưởng thôn cho biết đợt ${n + 3} này có ${40 + n * 3} người tham gia, đóng góp ${n * 7 + 120} ngày công và nhiều vật liệu tại chỗ.`,
      `Kết thúc buổi lễ, mọi người thống nhất phần việc số ${n + 5} sẽ xong trước mùa mưa và cử người trông coi hằng ngày.`,
    ],
  };
}

const text = ({ title, lead, body }) => [title, lead, ...body].join('\n\n') + '\n';
const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const html = ({ title, lead, body }) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body><div id="menu"><a href="/">Trang chủ</a> <a href="/tin">Tin tức</a> <a href="/lien-he">Liên hệ</a></div>
<div class="noidung"><h1>${escaped(title)}</h1><p class="MsoNormal"><b>${escaped(lead)}</b></p>
${body.map((words) => `<p class="MsoNormal" style="text-align:justify">${escaped(words)}<o:p></o:p></p>`).join('\n')}</div>
<div class="footer">Bản quyền thuộc UBND xã Hòa An. Ghi rõ nguồn khi phát hành lại.</div></body></html>`;

const markdown = ({ title, day, lead, body }) => {
  const [date, month, year] = day.split('/');
  return `---\ntitle: "${title}"\ndate: ${year}-${month}-${date}\n---\n\n${lead}\n\n${body.join('\n\n')}\n`;
};

const word = ({ title, lead, body }) => zip([
  ['[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'],
  ['word/document.xml', `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${
    [title, lead, ...body].map((words, at) => `<w:p>${at ? '' : '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'}<w:r><w:t>${escaped(words)}</w:t></w:r></w:p>`).join('')
  }</w:body></w:document>`],
]);

const quoted = (words) => `"${words.replaceAll('"', '""')}"`;
const table = (all) => ['tieude,ngay,noidung', ...all.map((one) => [one.title, one.day, [one.lead, ...one.body].join('\n')].map(quoted).join(','))].join('\r\n');

const list = (all) => JSON.stringify(all.map(({ title, lead, body }) => ({ title, text: [lead, ...body].join('\n\n') })));

const feed = (all) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Xã Hòa An</title>${
  all.map(({ title, lead, body }, at) => `<item><title>${escaped(title)}</title><guid>hoa-an-${at}</guid><description>${escaped([lead, ...body].map((words) => `<p>${words}</p>`).join(''))}</description></item>`).join('')
}</channel></rss>`;

/** A picture of so many pixels, each of the grey that `shade` says. */
export function png(width, height, shade = () => 160) {
  const chunk = (kind, body) => {
    const named = Buffer.concat([Buffer.from(kind), body]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    check.writeUInt32BE(sum(named));
    return Buffer.concat([length, named, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = shade(x, y);
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]);
}

/** In letters from before Unicode, in small letters where a set has no capitals with tones. */
const OLD = ['tcvn3', 'tcvn3', 'tcvn3', 'tcvn3', 'vni-windows', 'vni-windows', 'vni-windows', 'viscii', 'windows-1258', 'utf-16le'];

/** Sixty files: path → bytes, and what is known of them. */
export function folder() {
  const files = new Map();
  const known = { old: [], skipped: [], unread: ['hỏng/quá lớn.txt', 'hỏng/phim.mp4', 'hỏng/không đuôi'] };
  let n = 0;
  const next = () => told(n++);
  const some = (count) => Array.from({ length: count }, next);
  OLD.forEach((code, at) => {
    const one = next();
    const path = `chữ cũ/${code}-${at}.txt`;
    files.set(path, WRITERS[code](text(one)));
    known.old.push({ path, code, title: one.title });
  });
  for (let at = 0; at < 10; at += 1) files.set(`tin/${2001 + at}/bài ${at}.txt`, Buffer.from(text(next())));
  known.pictured = told(n);
  const picture = '<p><img src="trang-0_files/hop.png" alt="Bà con dự lễ"></p><p><i>Bà con dự lễ ở nhà văn hóa</i></p></div>';
  files.set('trang lưu/trang-0.html', Buffer.from(html(next()).replace('</div>\n<div class="footer">', `${picture}\n<div class="footer">`)));
  files.set('trang lưu/trang-0_files/hop.png', png(320, 200));
  for (let at = 1; at < 10; at += 1) files.set(`trang lưu/trang-${at}.html`, Buffer.from(html(next())));
  for (let at = 0; at < 6; at += 1) files.set(`word/bài-${at}.docx`, word(next()));
  for (let at = 0; at < 6; at += 1) files.set(`ghi chép/${at}.md`, Buffer.from(markdown(next())));
  for (let at = 0; at < 2; at += 1) files.set(`xuất/bảng-${at}.csv`, Buffer.from(table(some(3))));
  files.set('xuất/danh-sách.json', Buffer.from(list(some(3))));
  files.set('xuất/nguồn-tin.xml', Buffer.from(feed(some(3))));
  files.set('gói/tin.zip', zip([['thôn/ra-quân.txt', text(next())], ['thôn/khai-giảng.html', html(next())]]));
  // One article saved twice, the second time with a word changed.
  const twice = next();
  files.set('trùng/một.txt', Buffer.from(text(twice)));
  files.set('trùng/hai.txt', Buffer.from(text(twice).replace('ấm cúng', 'vui vẻ')));
  // What says nothing of its own.
  const skip = (path, bytes) => {
    files.set(path, bytes);
    known.skipped.push(path);
  };
  skip('hỏng/rỗng.txt', Buffer.alloc(0));
  skip('hỏng/trắng.txt', Buffer.from('\n   \n\t\n'));
  skip('hỏng/đứt.docx', word(next()).subarray(0, 300));
  skip('hỏng/ảnh-đổi-tên.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]));
  skip('hỏng/cũ-hay-có-khóa.docx', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]));
  skip('hỏng/có mật khẩu.zip', zip([['bài.txt', text(next())]], { flags: 1 }));
  skip('hỏng/quá lớn.txt', Buffer.alloc(9 * 1024 * 1024, 'dài '));
  skip('hỏng/bảng trống.csv', Buffer.from('a,b\r\n1,2\r\n'));
  skip('hỏng/phim.mp4', Buffer.from('không phải bài'));
  skip('hỏng/không đuôi', Buffer.from(text(next())));
  return { files, known };
}

/** Writes files under a folder. */
export async function write(root, files) {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
}

/** As many mixed files as are wanted, of some 3 KB of words each; none is a copy of another. */
export function mixed(count) {
  const files = new Map();
  for (let n = 0; n < count; n += 1) {
    const one = told(n);
    // Years on end, so that no two are alike.
    const more = Array.from({ length: 9 }, (_, at) => `Phần ${at + 1} của lần ${n}: tổ ${(n * 7 + at) % 97} nhận việc ${(n * 13 + at * 5) % 211}, hộ ${(n * 31 + at) % 503} góp ${n % 89} công, ${(n + at) % 61} mét đường, ${(n * 3 + at) % 47} bao xi măng; trưởng nhóm ${at} báo cáo số ${n * 11 + at} với xã Hòa An và thôn bên cạnh để cùng theo dõi.`);
    const article = { ...one, body: [...one.body, ...more] };
    const kinds = [
      ['txt', () => Buffer.from(text(article))],
      ['html', () => Buffer.from(html(article))],
      ['txt', () => Buffer.from(text(article))],
      ['docx', () => word(article)],
      ['md', () => Buffer.from(markdown(article))],
      ['txt', () => WRITERS[OLD[n % 9]](text(article))],
    ];
    const [extension, make] = kinds[n % kinds.length];
    files.set(`${2001 + (n % 20)}/bài ${n}.${extension}`, make());
  }
  return files;
}
