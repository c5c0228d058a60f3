import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { EVENT_RULES } from '../src/brief/event/rules.ts';
import { compose, NAMESPACES } from '../src/compose.ts';
import { Member } from '../src/domain/member.ts';
import { DATA_FOLDER } from '../src/place.ts';
import { openDatabase } from '../src/store/sqlite/open.ts';
import { OFFLINE } from './support/no-sources.ts';
import { ROOT, withFolder } from './support/sitrep.ts';
import { aCall, unexpected } from './support/stored-app.ts';

const PAGE = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');

/** Rows of the page's table, by the name in the first column. */
const ROWS = new Map([...PAGE.matchAll(/^\| `(\w+)` \| (.*)$/gm)].map(([, name = '', row = '']) => [name, row]));

test('the page names every namespace there is, and no other', () => {
  expect([...ROWS.keys()].sort()).toEqual([...NAMESPACES].sort());
});

test('the page names every table there is', () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const tables = opened.value.all(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')",
  );
  const names = tables.map(({ name }) => String(name)).filter((name) => !name.startsWith('sqlite_'));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !PAGE.includes(`\`${name}\``))).toEqual([]);
});

test('nothing but what the page names is written, and a member’s id stands in `members` alone', async () => {
  await withFolder(async (stateDir) => {
    const opened = await compose({
      stateDir,
      dataDir: DATA_FOLDER,
      version: '0',
      startedAtMs: 0,
      report: unexpected,
      ...OFFLINE,
    });
    if (!opened.ok) throw new Error(opened.error.kind);
    const { app, close } = opened.value;
    const call = aCall({ userId: '424242424242', isModerator: true, nowMs: Date.now() });
    const inputs: Readonly<Record<string, object>> = {
      summary: { query: 'kharkiv', private: true },
      troops: { place: 'kharkiv' },
      catchup: { private: true },
      settings: { subcommand: 'defaults', private: true },
    };
    for (const command of commands.filter(({ data }) => data.name in inputs)) {
      const answer = await command.run(inputs[command.data.name], app, call);
      await answer.delivered?.();
    }
    await close();
    const database = openDatabase(join(stateDir, 'sitrep.sqlite'), EVENT_RULES);
    if (!database.ok) throw new Error(database.error.kind);
    const pairs = database.value.all('SELECT namespace, key, value FROM pair');
    const withMember = pairs.filter(({ key, value }) => `${key} ${value}`.includes('424242424242'));
    database.value.close();
    expect(new Set(pairs.map(({ namespace }) => namespace)).difference(new Set(ROWS.keys()))).toEqual(new Set());
    expect(withMember.map(({ namespace, key }) => [namespace, String(key).includes('424242424242')])).toEqual([
      ['members', true],
    ]);
  });
});

test('the page names all that a member’s record holds', () => {
  expect(Object.keys(Member.unwrap().shape).sort()).toEqual(['answers', 'marks']);
  expect(ROWS.get('members')).toMatch(/marks of `\/catchup`.*answers that were shown to the member alone/s);
});
