import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../src/domain/entity.ts';
import { checkEntities } from '../../src/store/gazetteer-check.ts';
import { committedNames } from '../support/committed-knowledge.ts';

const DATA = join(import.meta.dirname, '../../data');
const { files, faults } = committedNames();
const entities = files.flatMap((f) => f.entities);
const byId = new Map(entities.map((e) => [e.id, e]));
const byName = Map.groupBy(
  entities.flatMap((e) =>
    [...new Set([e.names.en, e.names.uk, ...e.aliases].map(foldName))].map((name) => ({ name, id: e.id })),
  ),
  (named) => named.name,
);

const idsNamed = (name: string): readonly string[] => (byName.get(foldName(name)) ?? []).map((n) => n.id);

function ancestors(id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(byId.get(id)?.within ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(byId.get(next)?.within ?? []));
  }
  return found;
}

test('the committed gazetteer is without fault', () => {
  expect(faults).toEqual([]);
  expect(checkEntities(files)).toEqual([]);
});

describe('one name, one answer', () => {
  test.for([
    ...['Kharkiv', 'kharkov', 'Харків', 'Харьков', 'ХАРКІВ'].map((name) => ({
      name,
      ids: ['kharkiv', 'kharkiv-oblast'],
    })),
    ...['Kharkiv region', 'Kharkov Oblast', 'Харківська область', 'Харківщина', 'Харьковская область'].map((name) => ({
      name,
      ids: ['kharkiv-oblast'],
    })),
    ...['Lukyantsi', 'Lukiantsi', "Лук'янці", 'Лук’янці', 'Лукʼянці', 'Лукьянцы'].map((name) => ({
      name,
      ids: ['lukyantsi'],
    })),
    ...['Volchansk', 'Вовчанськ'].map((name) => ({ name, ids: ['vovchansk'] })),
    ...['Robotino', 'Работино', 'Robotyne'].map((name) => ({ name, ids: ['robotyne'] })),
    { name: 'Kurakhovka', ids: ['kurakhivka'] },
    ...['US', 'U.S.', 'USA', 'America', 'США'].map((name) => ({ name, ids: ['united-states'] })),
    ...['РФ', 'Russian Federation', 'Россия'].map((name) => ({ name, ids: ['russia'] })),
    ...['DPRK', 'КНДР'].map((name) => ({ name, ids: ['north-korea'] })),
    { name: 'DRC', ids: ['democratic-republic-of-the-congo'] },
    { name: 'Gaza', ids: ['gaza-strip'] },
    { name: 'Khan Yunis', ids: ['khan-younis'] },
    { name: 'Georgia', ids: ['georgia', 'georgia-us-state'] },
    { name: 'Washington, D.C.', ids: ['washington'] },
    { name: 'Washington', ids: ['washington', 'washington-state'] },
    { name: 'Donbass', ids: ['donbas'] },
    { name: 'Al-Fashir', ids: ['el-fasher'] },
    { name: 'Красноармейск', ids: ['pokrovsk'] },
    { name: 'Kursk', ids: ['kursk-oblast', 'kursk'] },
    { name: 'Киев', ids: ['kyiv'] },
  ])('$name', ({ name, ids }) => {
    expect(
      idsNamed(name)
        .filter((id) => ids.includes(id))
        .sort(),
    ).toEqual([...ids].sort());
    const others = idsNamed(name).filter((id) => !ids.includes(id));
    expect(others.filter((id) => byId.get(id)?.kind !== 'settlement')).toEqual([]);
  });
});

describe('each place of the articles lies where it should', () => {
  test.for([
    { id: 'kharkiv', within: ['kharkiv-oblast', 'eastern-ukraine', 'ukraine'], not: 'donetsk-oblast' },
    { id: 'vovchansk', within: ['kharkiv-oblast', 'ukraine'], not: 'donbas' },
    { id: 'lukyantsi', within: ['kharkiv-oblast', 'ukraine'], not: 'donbas' },
    { id: 'hlyboke', within: ['kharkiv-oblast', 'ukraine'], not: 'odesa-oblast' },
    { id: 'robotyne', within: ['zaporizhzhia-oblast', 'southern-ukraine', 'ukraine'], not: 'eastern-ukraine' },
    { id: 'kurakhivka', within: ['donetsk-oblast', 'donbas', 'eastern-ukraine', 'ukraine'], not: 'luhansk-oblast' },
    { id: 'vyshneve', within: ['donetsk-oblast', 'donbas', 'ukraine'], not: 'kyiv-oblast' },
    { id: 'pokrovsk', within: ['donetsk-oblast', 'donbas', 'ukraine'], not: 'dnipropetrovsk-oblast' },
    { id: 'kyiv', within: ['ukraine'], not: 'kyiv-oblast' },
    { id: 'washington', within: ['united-states'], not: 'washington-state' },
    { id: 'belgorod', within: ['belgorod-oblast', 'russia'], not: 'ukraine' },
    { id: 'donbas', within: ['eastern-ukraine', 'ukraine'], not: 'russia' },
    { id: 'crimea', within: ['ukraine'], not: 'russia' },
    { id: 'sevastopol', within: ['crimea', 'ukraine'], not: 'russia' },
    { id: 'rafah', within: ['rafah-governorate', 'gaza-strip', 'palestine'], not: 'israel' },
    { id: 'el-fasher', within: ['north-darfur', 'darfur', 'sudan'], not: 'kordofan' },
    { id: 'goma', within: ['north-kivu', 'democratic-republic-of-the-congo'], not: 'republic-of-the-congo' },
    { id: 'tskhinvali', within: ['south-ossetia', 'georgia'], not: 'russia' },
    { id: 'vyshneve-kyiv-oblast', within: ['kyiv-oblast', 'ukraine'], not: 'donetsk-oblast' },
  ])('$id', ({ id, within, not }) => {
    const found = ancestors(id);
    expect(within.filter((w) => !found.has(w))).toEqual([]);
    expect(found.has(not)).toBe(false);
  });
});

test('every settlement and region lies in a country', () => {
  const countries = new Set(entities.filter((e) => e.kind === 'country').map((e) => e.id));
  const adrift = entities
    .filter((e) => e.kind === 'settlement' || e.kind === 'region')
    .filter((e) => countries.isDisjointFrom(ancestors(e.id)));
  expect(adrift.map((e) => e.id)).toEqual([]);
});

test('Ukraine has its 27 first-level units, Sudan 18, DR Congo 25 beside Kinshasa', () => {
  const regionsOf = (country: string): number =>
    entities.filter((e) => e.kind === 'region' && ancestors(e.id).has(country)).length;
  expect([regionsOf('ukraine') + 2, regionsOf('sudan'), regionsOf('democratic-republic-of-the-congo')]).toEqual([
    27, 18, 25,
  ]);
});

test('countries and regions stand where maps write their names', () => {
  const rows = readFileSync(join(DATA, 'map/names.tsv'), 'utf8').trim().split('\n');
  const written = rows.map((row) => row.split('\t')).filter(([kind]) => kind === 'country' || kind === 'region');
  const elsewhere = written.filter(([, id = '', , lat, lon]) => {
    const at = byId.get(id)?.at;
    return byId.has(id) && (at?.lat !== Number(lat) || at.lon !== Number(lon));
  });
  expect(written.length).toBeGreaterThan(500);
  expect(elsewhere).toEqual([]);
});
