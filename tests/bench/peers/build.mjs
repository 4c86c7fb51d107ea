// Builds one engine's index: `node build.mjs ENGINE DOCUMENTS.json FOLDER`. A process of its own,
// so that its time and memory are its own.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const [engine, documents, folder] = process.argv.slice(2);
const { build } = await import(`./${engine}.mjs`);
await mkdir(folder, { recursive: true });
const files = await build(JSON.parse(await readFile(documents, 'utf8')), folder);
for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
process.exit(0);
