import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Brief } from '../src/domain/brief.ts';
import { DATA_FOLDER } from '../src/place.ts';
import { commandLine } from './support/command-line.ts';
import { startSitrep, withFolder } from './support/sitrep.ts';

let DATA_DIR: string;
beforeAll(() => {
  DATA_DIR = mkdtempSync(join(tmpdir(), 'sitrep-cli-'));
});
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

/** A process of its own, for what a process does: the first start, streams and status, another start. */
const started = (...args: readonly string[]) => startSitrep('src/cli.ts', args, { DATA_DIR }).ended;
const sitrep = (...args: readonly string[]) => commandLine(args, { DATA_DIR });

describe('brief', () => {
  test('text: every line ends in citations that the list below resolves', async () => {
    const { code, out, err } = await started('brief', 'kharkiv');
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n').filter((line) => line.startsWith('  * '));
    const listed = new Set([...out.matchAll(/^ {2}(\[\d+\]) https:/gm)].map(([, n]) => n));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const cited = [...line.matchAll(/\[\d+\]/g)].map(([n]) => n);
      expect(cited.length, line).toBeGreaterThan(0);
      expect(cited.filter((n) => !listed.has(n))).toEqual([]);
    }
  });

  test('json: the brief as data', async () => {
    const { out } = await sitrep('brief', 'kharkiv', '--format', 'json', '--about', 'troops', '--period', 'all');
    const asked = JSON.parse(out);
    const brief = Brief.parse(asked.brief);
    expect(brief.question).toMatchObject({
      subject: { kind: 'entity', id: 'kharkiv-oblast' },
      about: 'troops',
      period: { everything: true },
    });
    expect(brief.sections.map(({ topic }) => topic)).toEqual(['troops']);
  });

  test('discord: a Components V2 message that mentions nobody, in Ukrainian', async () => {
    const { out } = await sitrep('brief', 'харків', '--format', 'discord', '--language', 'uk');
    const body = JSON.parse(out);
    expect([body.flags & (1 << 15), body.allowed_mentions]).toEqual([1 << 15, { parse: [] }]);
    expect(out).toContain('Харківська область');
  });

  test.for([
    {
      name: 'several words without quotes are one query',
      args: ['brief', 'kharkiv', 'oblast'],
      code: 0,
      says: /Kharkiv Oblast/,
    },
    { name: 'a name nobody has', args: ['brief', 'karkiv'], code: 0, says: /Kharkiv/ },
    { name: 'no query', args: ['brief'], code: 64, says: /say what about/ },
    { name: 'an unknown topic', args: ['brief', 'kharkiv', '--about', 'sports'], code: 64, says: /about/ },
    {
      name: 'a period that is none',
      args: ['brief', 'kharkiv', '--period', 'yesterday'],
      code: 64,
      says: /2024-05-15/,
    },
    { name: 'an unknown option', args: ['brief', 'kharkiv', '--colour', 'red'], code: 64, says: /--colour/ },
    { name: 'an unknown command', args: ['dance'], code: 64, says: /there is no command "dance"/ },
    { name: 'no file to extract', args: ['extract'], code: 64, says: /say which files/ },
    { name: 'no file to ingest', args: ['ingest'], code: 64, says: /say which files/ },
    { name: 'no cases of feeds', args: ['feed-parse'], code: 64, says: /say which file of cases/ },
    { name: 'no command: how it is used', args: [], code: 0, says: /usage/ },
  ])('$name', async ({ args, code, says }) => {
    const ended = await sitrep(...args);
    expect(ended.code).toBe(code);
    expect(ended.out + ended.err).toMatch(says);
  });
});

test('what is refused is told on the other stream, with its status', async () => {
  const { code, out, err } = await started('brief', 'kharkiv', '--colour', 'red');
  expect([code, out]).toEqual([64, '']);
  expect(err).toMatch(/--colour[\s\S]*usage: /);
});

describe('slash commands', () => {
  test('take their options as flags, and what needs no flag as it stands', async () => {
    const { code, out } = await sitrep('troops', '--place', 'kharkiv', '--side', 'RU', '--period', 'all');
    expect([code, out]).toEqual([0, expect.stringContaining('place: Kharkiv Oblast · side: Russia')]);
    const visits = await sitrep('visits', '--language', 'uk', '--format', 'discord');
    expect(JSON.parse(visits.out).allowed_mentions).toEqual({ parse: [] });
    expect(visits.out).toContain('Візити');
  });

  test('give their answer as data, which is kept for another start', async () => {
    const asked = JSON.parse((await sitrep('troops', '--period', 'all', '--format', 'json')).out);
    const brief = Brief.parse(asked.brief);
    expect(brief.question).toMatchObject({ form: 'troops', filters: {} });
    const again = await started('replay', brief.id);
    expect(again.out).toContain(`This is answer ${brief.id} as it was given on`);
  });

  test.for([
    { name: 'an option it does not have', args: ['visits', '--side', 'RU'], code: 64, says: /--side/ },
    { name: 'words that no option takes', args: ['visits', 'kyiv'], code: 64, says: /no option takes "kyiv"/ },
    { name: 'a period that is none', args: ['troops', '--period', 'soon'], code: 64, says: /24h, 7d, 30d, all/ },
    { name: 'a language it does not speak', args: ['troops', '--language', 'de'], code: 64, says: /language/ },
    { name: 'an answer that is not there', args: ['replay', 'zzzzzzzz'], code: 64, says: /No answer/ },
    { name: 'a name nobody has', args: ['troops', '--place', 'karkiv'], code: 0, says: /Kharkiv/ },
  ])('$name', async ({ args, code, says }) => {
    const ended = await sitrep(...args);
    expect(ended.code).toBe(code);
    expect(ended.out + ended.err).toMatch(says);
  });
});

describe('check', () => {
  test('the committed data has no faults', async () => {
    expect(await sitrep('check')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^5 articles .*no faults\n$/),
    });
  });

  test('names each fault with file and field', () =>
    withFolder(async (folder) => {
      const data = join(folder, 'data');
      mkdirSync(data);
      cpSync(DATA_FOLDER, data, { recursive: true, filter: (path) => !path.endsWith('.tsv') });
      const path = join(data, 'articles', '002_fe2d894cb2cbbe41.json');
      const file = JSON.parse(readFileSync(path, 'utf8'));
      file.claims[1].actor = 'nobody-known';
      file.claims[2].epi = 'sworn';
      writeFileSync(path, JSON.stringify(file));
      writeFileSync(join(data, 'articles', 'broken.json'), '{');
      const { code, err } = await sitrep('check', '--data', data);
      expect(code).toBe(1);
      expect(err).toMatch(/articles\/broken\.json: /);
      expect(err).toMatch(/articles\/002_fe2d894cb2cbbe41\.json: claims\[2\]\.epi: /);
    }));

  test('holds evidence against texts where they are given, and says where one is missing', () =>
    withFolder(async (folder) => {
      writeFileSync(join(folder, '002_fe2d894cb2cbbe41.txt'), 'Another text altogether.');
      const { code, err } = await sitrep('check', '--texts', folder);
      expect(code).toBe(1);
      expect(err).toMatch(/articles\/002_fe2d894cb2cbbe41\.json: claims\[0\]\.evidence/);
      expect(err).toMatch(/articles\/000_8b8c8ff5a4043ff4\.json: article\.text: no text to check against/);
    }));
});
