import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isStateRun } from '../../src/domain/trust.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { readKnown, readOutlets } from '../../src/trust/open-trust.ts';
import { readStarters } from '../../src/trust/starter-file.ts';
import { trustIn } from '../support/trust.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sitrep-trust-'));
  mkdirSync(join(dataDir, 'lexicon'));
  cpSync(join(DATA_FOLDER, 'lexicon/outlets.json'), join(dataDir, 'lexicon/outlets.json'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const put = (file: string, content: unknown): void => writeFileSync(join(dataDir, file), JSON.stringify(content));

const TASS = { outlet: 'TASS', kind: 'state', owner: null, country: 'RU', basis: 'its imprint' };
const FEED = {
  crisis: 'Sudan',
  publisher: 'BBC',
  name: 'BBC',
  language: 'en',
  url: 'https://feeds.bbci.co.uk/rss.xml',
};
const SUDAN = { en: 'Sudan', uk: 'Судан' };

describe('who owns whom', () => {
  test('what ships has no faults, and says what each entry is known from', () => {
    const { owners, faults } = readKnown(DATA_FOLDER);
    expect(faults).toEqual([]);
    expect(owners.size).toBeGreaterThan(250);
    expect([...owners.values()].filter((one) => isStateRun(one) && one.country === undefined)).toEqual([]);
  });

  test.for([
    { name: 'a kind that is none', entry: { ...TASS, kind: 'bad' }, field: 'outlets[0].kind', says: /must be/ },
    {
      name: 'a country without a code',
      entry: { ...TASS, country: 'Russia' },
      field: 'outlets[0].country',
      says: /look/,
    },
    { name: 'nothing to know it from', entry: { ...TASS, basis: '' }, field: 'outlets[0].basis', says: /too short/ },
    { name: 'an outlet that nobody knows', entry: { ...TASS, outlet: 'X' }, field: 'outlets: X', says: /no outlet/ },
    { name: 'no entry at all', entry: 7, field: 'outlets[0]', says: /must be a/ },
  ])('$name is set aside, and the rest counts', ({ entry, field, says }) => {
    put('ownership.json', { outlets: [entry, { ...TASS, outlet: 'BBC' }] });
    const { owners, faults } = readKnown(dataDir);
    expect([...owners.keys()]).toEqual(['BBC']);
    expect(faults).toEqual([{ file: 'ownership.json', field, problem: expect.stringMatching(says) }]);
  });

  test('of an outlet that is there twice, the first counts', () => {
    put('ownership.json', { outlets: [TASS, { ...TASS, kind: 'private' }] });
    expect(readKnown(dataDir).faults).toMatchObject([{ field: 'outlets: TASS', problem: /twice/ }]);
    expect(trustIn(dataDir).ownershipOf('TASS', null)?.kind).toBe('state');
  });

  test.for([
    { name: 'no file', content: null },
    { name: 'no JSON', content: '{' },
    { name: 'no list', content: '{"outlets": {}}' },
  ])('$name: nothing is known, and that is told', ({ content }) => {
    if (content !== null) writeFileSync(join(dataDir, 'ownership.json'), content);
    const { owners, faults } = readKnown(dataDir);
    expect([[...owners], faults.map(({ file }) => file)]).toEqual([[], ['ownership.json']]);
  });

  test.for([
    { publisher: 'TASS', url: null, is: 'state' },
    { publisher: 'ТАСС', url: null, is: 'state' },
    { publisher: 'itar-tass', url: null, is: 'state' },
    { publisher: 'Kyiv Independent', url: 'https://tass.com/world/1', is: 'private' },
    { publisher: 'Some new desk', url: 'https://m.tass.com/world/1', is: 'state' },
    { publisher: 'Some new desk', url: 'https://nottass.com/world/1', is: undefined },
    { publisher: 'Some new desk', url: 'https://tass.com.evil.example/', is: undefined },
    { publisher: 'Some new desk', url: 'no address', is: undefined },
    { publisher: 'Sky News Arabia', url: null, is: 'private' },
    { publisher: 'Radio Liberty', url: 'https://www.radiosvoboda.org/a/1.html', is: 'public' },
  ])('$publisher at $url: $is', ({ publisher, url, is }) => {
    expect(trustIn(DATA_FOLDER).ownershipOf(publisher, url)?.kind).toBe(is);
  });
});

describe('the starter list', () => {
  const starters = readStarters(DATA_FOLDER, readOutlets(DATA_FOLDER).entries);

  test('what ships has no faults, covers several crises, and names publishers whose owners are known', () => {
    expect(starters.faults).toEqual([]);
    expect(starters.entries.length).toBeGreaterThanOrEqual(40);
    expect(starters.entries.length).toBeLessThanOrEqual(70);
    const { ownershipOf } = trustIn(DATA_FOLDER);
    expect(starters.entries.filter(({ publisher }) => ownershipOf(publisher, null) === null)).toEqual([]);
    const used = new Set(starters.entries.map(({ crisis }) => crisis));
    expect([...used].sort()).toEqual(starters.crises.map(({ en }) => en).sort());
  });

  test('most of it is in languages that are read', () => {
    const read = readdirSync(join(DATA_FOLDER, 'lexicon'), { withFileTypes: true }).filter((one) => one.isDirectory());
    const languages = new Set(read.map(({ name }) => name));
    const unread = starters.entries.filter(({ language }) => !languages.has(language));
    expect(unread.length / starters.entries.length).toBeLessThan(0.1);
  });

  test.for([
    { name: 'an address that is none', feed: { ...FEED, url: 'ftp://x.example/' }, field: 'sources[0].url' },
    { name: 'a publisher that nobody knows', feed: { ...FEED, publisher: 'X' }, field: `sources: ${FEED.url}` },
    { name: 'a crisis that the list does not have', feed: { ...FEED, crisis: 'Mars' }, field: `sources: ${FEED.url}` },
    { name: 'a field too many', feed: { ...FEED, tier: 'trusted' }, field: 'sources[0].tier' },
  ])('$name is set aside, and the rest counts', ({ feed, field }) => {
    const other = { ...FEED, url: 'https://other.example/rss' };
    put('sources.json', { crises: [SUDAN], sources: [feed, other] });
    const { entries, faults } = readStarters(dataDir, readOutlets(dataDir).entries);
    expect([entries, faults.map((fault) => fault.field)]).toEqual([[other], [field]]);
  });

  test('an address that is there twice counts once', () => {
    put('sources.json', { crises: [SUDAN], sources: [FEED, FEED] });
    const { entries, faults } = readStarters(dataDir, readOutlets(dataDir).entries);
    expect([entries.length, faults.length]).toEqual([1, 1]);
  });
});
