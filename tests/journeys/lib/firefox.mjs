// Firefox by its own remote protocol (Marionette: JSON with its length before it, over TCP), which
// every Firefox speaks without a driver beside it. Only what the journeys need.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox'];

/** The Firefox of this machine, or nothing. */
export function found() {
  if (process.env.BIEN_NIEN_FIREFOX) return process.env.BIEN_NIEN_FIREFOX;
  const folders = (process.env.PATH ?? '').split(':');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** Starts it with an empty profile; `run` runs a function in the page and answers what it answers. */
export async function firefox() {
  const profile = await mkdtemp(join(tmpdir(), 'bien-nien-firefox-'));
  const port = await freePort();
  await writeFile(join(profile, 'user.js'), [
    `user_pref("marionette.port", ${port});`,
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
    'user_pref("app.update.enabled", false);',
    'user_pref("intl.accept_languages", "vi");',
    'user_pref("network.captive-portal-service.enabled", false);',
    'user_pref("network.connectivity-service.enabled", false);',
    '',
  ].join('\n'));
  const browser = spawn(found(), ['--headless', '--no-remote', '--marionette', '--profile', profile], { stdio: 'ignore' });
  const wire = await dial(port);
  await wire.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } } });
  await wire.send('WebDriver:SetTimeouts', { script: 30_000, pageLoad: 60_000 });
  return {
    open: (url) => wire.send('WebDriver:Navigate', { url }),
    run: async (what, ...args) => {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve((${what})(...Array.from(arguments).slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value } = await wire.send('WebDriver:ExecuteAsyncScript', { script, args, newSandbox: false, sandbox: null });
      if (value.error) throw new Error(value.error);
      return value.value;
    },
    close: async () => {
      const ended = new Promise((gone) => browser.once('exit', gone));
      await wire.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => browser.kill());
      await ended;
      wire.end();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function freePort() {
  const server = createServer();
  return new Promise((answer) => server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => answer(port));
  }));
}

async function dial(port) {
  for (const end = Date.now() + 60_000; ;) {
    const socket = await new Promise((answer) => {
      const socket = connect(port, '127.0.0.1', () => answer(socket));
      socket.once('error', () => answer(null));
    });
    if (socket) return converse(socket);
    if (Date.now() > end) throw new Error('Firefox does not answer');
    await new Promise((later) => setTimeout(later, 300));
  }
}

function converse(socket) {
  const waiting = new Map();
  let buffer = Buffer.alloc(0);
  let asked = 0;
  socket.on('error', () => {});
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = Number(buffer.subarray(0, colon));
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const message = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length));
      buffer = buffer.subarray(colon + 1 + length);
      // The first message is a greeting, no list.
      if (Array.isArray(message)) waiting.get(message[1])?.(message);
    }
  });
  return {
    send: (command, params = {}) => new Promise((answer, fail) => {
      const id = (asked += 1);
      waiting.set(id, ([, , error, result]) => (error ? fail(new Error(`${command}: ${error.message}`)) : answer(result)));
      const text = JSON.stringify([0, id, command, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    }),
    end: () => socket.destroy(),
  };
}
