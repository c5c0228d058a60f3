import { describe, expect, test } from 'vitest';
import type { CommandSpec } from '../../src/command.ts';
import { matchingTargets, parseLine, targetsOf, valueFor } from '../../src/preview/client/command-line.ts';
import { faultOf, requestOf } from '../../src/preview/client/draft.ts';

const words = (en: string, uk: string) => ({ name: en, nameUk: uk, description: { en, uk } });
const COMMANDS: readonly CommandSpec[] = [
  {
    ...words('find', 'знайти'),
    inDirectMessages: true,
    options: [
      { ...words('query', 'запит'), type: 'string', required: true },
      { ...words('about', 'про'), type: 'string', choices: [{ name: { en: 'Aid', uk: 'Допомога' }, value: 'aid' }] },
      { ...words('private', 'приватно'), type: 'boolean' },
    ],
  },
  {
    ...words('set', 'задати'),
    inDirectMessages: false,
    subcommands: [
      { ...words('show', 'показати'), options: [] },
      { ...words('show-all', 'показати-все'), options: [{ ...words('place', 'місце'), type: 'string' }] },
    ],
  },
];
const targets = targetsOf(COMMANDS);

/** The line as `command subcommand {options} rest`, or what is wrong with it. */
function read(line: string): unknown {
  const draft = parseLine(line, targets);
  if (!draft) return null;
  const fault = faultOf(draft);
  return fault ? [fault.option, fault.text] : requestOf(draft);
}

describe('a typed line', () => {
  test.for([
    ['/find kharkiv', { name: 'find', options: { query: 'kharkiv' } }],
    ['/find  two words  ', { name: 'find', options: { query: 'two words' } }],
    ['/find query:kharkiv', { name: 'find', options: { query: 'kharkiv' } }],
    [
      '/find kharkiv about:aid private:true',
      { name: 'find', options: { query: 'kharkiv', about: 'aid', private: true } },
    ],
    [
      '/find about:Допомога query: kharkiv oblast',
      { name: 'find', options: { query: 'kharkiv oblast', about: 'aid' } },
    ],
    [
      '/знайти харків про:допомога приватно:ні',
      { name: 'find', options: { query: 'харків', about: 'aid', private: false } },
    ],
    ['/find at 10:30 in id:x', { name: 'find', options: { query: 'at 10:30 in id:x' } }],
    ['/find a about:aid about:', { name: 'find', options: { query: 'a' } }],
    ['/find', ['query', 'needsOption']],
    ['/find   ', ['query', 'needsOption']],
    ['/find a about:weather', ['about', 'needsChoice']],
    ['/find a private:maybe', ['private', 'needsChoice']],
    ['/set show', { name: 'set', subcommand: 'show', options: {} }],
    ['/set show too much', [null, 'unknownOption']],
    ['/set show-all kyiv', { name: 'set', subcommand: 'show-all', options: { place: 'kyiv' } }],
    ['/set', null],
    ['/finder x', null],
    ['find x', null],
    ['', null],
  ] as const)('%j', ([line, expected]) => {
    expect(read(line)).toEqual(expected);
  });

  test('a picked suggestion is sent as its value, not as its name', () => {
    const [option] = targets[0]?.options ?? [];
    expect(option && valueFor({ option, text: 'Kharkiv · 26 claims', picked: 'id:kharkiv' })).toBe('id:kharkiv');
  });
});

test.for([
  ['', ['find', 'set show', 'set show-all']],
  ['se', ['set show', 'set show-all']],
  ['ЗНА', ['find']],
  ['x', []],
] as const)('commands that start with %j', ([typed, expected]) => {
  expect(matchingTargets(typed, targets).map(({ label }) => label.en)).toEqual(expected);
});
