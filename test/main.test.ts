import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { startSitrep, withFolder } from './support/sitrep.ts';

const start = (env: Readonly<Record<string, string>>) => startSitrep('src/main.ts', [], { PREVIEW_PORT: '0', ...env });

test('without a token it serves the preview on loopback, and SIGTERM ends it well', () =>
  withFolder(async (DATA_DIR) => {
    const sitrep = start({ DATA_DIR });
    const [, url = ''] = await sitrep.prints(/preview is at (http:\/\/localhost:\d+)/);
    expect((await fetch(url.replace('localhost', '127.0.0.1'), { headers: { host: new URL(url).host } })).status).toBe(
      200,
    );
    sitrep.child.kill('SIGTERM');
    expect(await sitrep.ended).toMatchObject({ code: 0 });
  }));

test('all wrong settings are named at once, without their values, with status 78', async () => {
  const { code, out, err } = await start({
    PREVIEW_PORT: 'eighty',
    LOG_LEVEL: 'loud',
    DISCORD_GUILD_ID: 'secret-guild',
  }).ended;
  expect([code, out]).toEqual([78, '']);
  for (const name of ['PREVIEW_PORT', 'LOG_LEVEL', 'DISCORD_GUILD_ID']) expect(err).toContain(name);
  expect(err).not.toMatch(/eighty|loud,|secret-guild/);
});

test('a port that is taken is one clear line', () =>
  withFolder(async (DATA_DIR) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = String(address && typeof address === 'object' ? address.port : 0);
    const { code, err } = await start({ DATA_DIR, PREVIEW_PORT: port }).ended;
    other.close();
    expect([code, err]).toEqual([
      69,
      `Port ${port} is taken by another program. Set PREVIEW_PORT to another one, or to 0 for any free one.\n`,
    ]);
  }));

test('a data folder that cannot be made is one clear line', () =>
  withFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    const { code, err } = await start({ DATA_DIR: join(folder, 'file', 'state') }).ended;
    expect([code, err.trim().split('\n').length]).toEqual([73, 1]);
    expect(err).toMatch(/cannot be made or written.*DATA_DIR/);
  }));

test.skipIf(!existsSync('/proc/self'))(
  'a place where no folder can be made is one clear line (skipped where there is no /proc)',
  async () => {
    const { code, err } = await start({ DATA_DIR: '/proc/sitrep/state' }).ended;
    expect([code, err.trim().split('\n').length]).toEqual([73, 1]);
  },
);

test('a database of a newer version is refused and left as it is, byte for byte', () =>
  withFolder(async (folder) => {
    const path = join(folder, 'sitrep.sqlite');
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE later (x); PRAGMA user_version = 9999;');
    database.close();
    const before = readFileSync(path);
    const { code, err } = await start({ DATA_DIR: folder }).ended;
    expect([code, readFileSync(path).equals(before)]).toEqual([65, true]);
    expect(err).toMatch(/newer Sitrep.*9999/);
  }));

test('a file that is no database is refused and left as it is', () =>
  withFolder(async (folder) => {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'sitrep.sqlite');
    writeFileSync(path, 'a shopping list '.repeat(300));
    const { code, err } = await start({ DATA_DIR: folder }).ended;
    expect([code, readFileSync(path, 'utf8')]).toEqual([65, 'a shopping list '.repeat(300)]);
    expect(err).toContain('no database of Sitrep');
  }));
