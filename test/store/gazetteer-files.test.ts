import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../src/domain/entity.ts';
import { checkEntities } from '../../src/store/gazetteer-check.ts';
import {
  digestGazetteerFiles,
  openGazetteerFiles,
  parseJson,
  parseTsv,
  readGazetteerFiles,
} from '../../src/store/gazetteer-files.ts';
import { HEADER } from '../../src/store/gazetteer-row.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));
  mkdirSync(join(folder, 'gazetteer'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'gazetteer', name), text);
  return folder;
}

const place = (over: Partial<Entity> & { readonly id: string }): Entity => ({
  kind: 'settlement',
  names: { en: over.id, uk: over.id },
  aliases: [],
  within: [],
  ...over,
});
const jsonOf = (entities: readonly unknown[]): string =>
  JSON.stringify({ schema: 1, source: 'a test', licence: 'MIT', entities });

describe('a table', () => {
  test.for([
    {
      name: 'a full row',
      line: 'lypa\tLypa\tЛипа\tnorth|land\t50.1\t-36.25\tLipa|Липа',
      entity: {
        id: 'lypa',
        kind: 'settlement',
        names: { en: 'Lypa', uk: 'Липа' },
        aliases: ['Lipa', 'Липа'],
        within: ['north', 'land'],
        at: { lat: 50.1, lon: -36.25 },
      },
    },
    {
      name: 'a row without id, Ukrainian name, point and aliases',
      line: '\tCox’s Bay \t\tnorth\t\t\t',
      entity: {
        id: 'coxs-bay-north',
        kind: 'settlement',
        names: { en: 'Cox’s Bay ', uk: 'Cox’s Bay ' },
        aliases: [],
        within: ['north'],
      },
    },
  ])('reads $name', ({ line, entity }) => {
    expect(parseTsv('t.tsv', `${HEADER}\n${line}\n`)).toEqual({ entities: [entity], faults: [] });
  });

  const sound = '\tLypa\tЛипа\tnorth\t\t\t';
  test.for([
    { name: 'too few cells', line: '\tLypa', field: 'line 3' },
    { name: 'a cell too many', line: `${sound}\t`, field: 'line 3' },
    { name: 'no name', line: 'lypa\t\tЛипа\tnorth\t\t\t', field: 'line 3.names.en' },
    { name: 'nothing that it lies in', line: 'lypa\tLypa\t\t\t\t\t', field: 'line 3.within.0' },
    { name: 'an id that is none', line: 'Lypa!\tLypa\t\tnorth\t\t\t', field: 'line 3.id' },
    { name: 'a latitude beyond the pole', line: '\tLypa\t\tnorth\t91\t0\t', field: 'line 3.at.lat' },
    { name: 'half a point', line: '\tLypa\t\tnorth\t50\t\t', field: 'line 3.at.lon' },
    { name: 'an empty alias', line: '\tLypa\t\tnorth\t\t\ta||b', field: 'line 3.aliases.1' },
  ])('sets aside a row with $name, names it and reads the others', ({ line, field }) => {
    const { entities, faults } = parseTsv('t.tsv', `${HEADER}\n${sound}\n${line}\n${sound}2\n`);
    expect(entities.map((e) => e.id)).toEqual(['lypa-north', 'lypa-north']);
    expect(faults.map((f) => [f.file, f.field])).toEqual([['t.tsv', field]]);
  });

  test.for([
    { name: 'another header', text: `id\ten\n${sound}\n` },
    { name: 'nothing', text: '' },
  ])('of $name is set aside whole, with one fault', ({ text }) => {
    const { entities, faults } = parseTsv('t.tsv', text);
    expect([entities.length, faults.map((f) => f.field)]).toEqual([0, ['line 1']]);
  });

  test('may end its lines as Windows does', () => {
    expect(parseTsv('t.tsv', `${HEADER}\r\n${sound}\r\n`).faults).toEqual([]);
  });
});

describe('a JSON file', () => {
  test.for([
    { name: 'cut short', text: '{"schema": 1', field: '' },
    {
      name: 'of another schema',
      text: JSON.stringify({ schema: 2, source: 's', licence: 'l', entities: [] }),
      field: 'schema',
    },
    { name: 'without a licence', text: JSON.stringify({ schema: 1, source: 's', entities: [] }), field: 'licence' },
    {
      name: 'with no list',
      text: JSON.stringify({ schema: 1, source: 's', licence: 'l', entities: {} }),
      field: 'entities',
    },
  ])('$name is set aside whole', ({ text, field }) => {
    const { entities, faults } = parseJson('p.json', text);
    expect([entities.length, faults.map((f) => f.field)]).toEqual([0, [field]]);
  });

  test.for([
    { name: 'an unknown kind', entity: { ...place({ id: 'x' }), kind: 'planet' }, field: 'entities.1.kind' },
    { name: 'a field too many', entity: { ...place({ id: 'x' }), people: 3 }, field: 'entities.1' },
    { name: 'no Ukrainian name', entity: { ...place({ id: 'x' }), names: { en: 'X' } }, field: 'entities.1.names.uk' },
    { name: 'nothing at all', entity: null, field: 'entities.1' },
  ])('loads less the entity with $name', ({ entity, field }) => {
    const { entities, faults } = parseJson('p.json', jsonOf([place({ id: 'a' }), entity, place({ id: 'b' })]));
    expect(entities.map((e) => e.id)).toEqual(['a', 'b']);
    expect(faults.map((f) => f.field)).toEqual([field]);
  });
});

describe('the folder', () => {
  test('is read in name order, JSON and tables alike, and nothing else', () => {
    const folder = folderWith({
      'b.json': jsonOf([place({ id: 'b' })]),
      'a.tsv': `${HEADER}\n\tA\t\tb\t\t\t\n`,
      'c.txt': '?',
    });
    const { files, faults } = readGazetteerFiles(folder);
    expect(files.map((f) => [f.file, f.entities.map((e) => e.id)])).toEqual([
      ['gazetteer/a.tsv', ['a-b']],
      ['gazetteer/b.json', ['b']],
    ]);
    expect(faults).toEqual([]);
  });

  test('tells by digests which file changed, and parses none for it', () => {
    const folder = folderWith({ 'a.json': jsonOf([]), 'b.json': '{broken' });
    const before = digestGazetteerFiles(folder);
    writeFileSync(join(folder, 'gazetteer', 'b.json'), jsonOf([]));
    const after = digestGazetteerFiles(folder);
    expect(after.filter((f, at) => f.digest !== before[at]?.digest).map((f) => f.file)).toEqual(['gazetteer/b.json']);
    expect(openGazetteerFiles(folder).faults).toEqual([]);
  });

  test('that is missing is one fault', () => {
    const { files, faults } = readGazetteerFiles(join(tmpdir(), 'no-such-folder-of-sitrep'));
    expect([files, faults.map((f) => f.file)]).toEqual([[], ['gazetteer']]);
  });

  test('names what cannot be read, and reads the rest', () => {
    const folder = folderWith({ 'b.json': jsonOf([]) });
    mkdirSync(join(folder, 'gazetteer', 'a.json'));
    const { files, faults } = readGazetteerFiles(folder);
    expect([files.map((f) => f.file), faults.map((f) => f.file)]).toEqual([['gazetteer/b.json'], ['gazetteer/a.json']]);
  });
});

describe('checks between files', () => {
  const check = (...files: readonly (readonly Entity[])[]): readonly string[] =>
    checkEntities(files.map((entities, at) => ({ file: `${at}.json`, entities }))).map((f) => `${f.file} ${f.field}`);

  test.for([
    { name: 'nothing wrong', files: [[place({ id: 'a' })], [place({ id: 'b', within: ['a'] })]], faults: [] },
    { name: 'an id given twice', files: [[place({ id: 'a' })], [place({ id: 'a' })]], faults: ['1.json a.id'] },
    {
      name: 'a code given twice',
      files: [[place({ id: 'a', code: 'AA' }), place({ id: 'b', code: 'AA' })]],
      faults: ['0.json b.code'],
    },
    { name: 'a place that lies nowhere', files: [[place({ id: 'a', within: ['b'] })]], faults: ['0.json a.within'] },
    { name: 'a place in itself', files: [[place({ id: 'a', within: ['a'] })]], faults: ['0.json a.within'] },
    {
      name: 'a ring, and one that only leads to it',
      files: [
        [place({ id: 'in', within: ['a'] }), place({ id: 'a', within: ['b'] })],
        [place({ id: 'b', within: ['c'] }), place({ id: 'c', within: ['a'] })],
      ],
      faults: ['0.json a.within', '1.json b.within', '1.json c.within'],
    },
    {
      name: 'two ways to the same place',
      files: [[place({ id: 'a', within: ['b', 'c'] }), place({ id: 'b', within: ['c'] }), place({ id: 'c' })]],
      faults: [],
    },
    {
      name: 'a name of signs alone',
      files: [[place({ id: 'a', aliases: ['Ab', '’-'] })]],
      faults: ['0.json a.aliases.1'],
    },
  ])('find $name', ({ files, faults }) => {
    expect(check(...files)).toEqual(faults);
  });
});

/** Text made of what means something in a table or in JSON, and of what is awkward anywhere. */
const garbage = string({
  unit: constantFrom(...'\t\t\t\n\r|.-19aЖ"{}[]:,\\\0 ', '\u0301', '\ud800', '😀'),
  maxLength: 60,
});

describe('whatever a file holds', () => {
  test('a table is read without throwing, each line an entity or a fault', () => {
    assert(
      property(garbage, (line) => {
        const { entities, faults } = parseTsv('t.tsv', `${HEADER}\n${line}`);
        const lines = line.split(/\r?\n/).filter((l) => l !== '').length;
        expect(entities.length + new Set(faults.map((f) => f.field.split('.')[0])).size).toBe(lines);
      }),
    );
  });

  test('JSON is read without throwing', () => {
    assert(
      property(garbage, (text) => {
        expect(parseJson('p.json', text).entities).toEqual([]);
        expect(parseJson('p.json', jsonOf([text, { id: text, names: text, within: [text] }])).entities).toEqual([]);
      }),
    );
  });
});
