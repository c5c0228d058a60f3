import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { definitionsOf } from '../src/deliver/definitions.ts';
import { WORDS } from '../src/deliver/words.ts';
import { LANGUAGES } from '../src/domain/language.ts';
import { pictureWords } from '../src/picture/words/words.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { commandListFaults } from './support/discord/check/commands.ts';

const CATALOGUES: Readonly<Record<string, readonly unknown[]>> = {
  'src/render/messages': LANGUAGES.map(messagesIn),
  'src/picture/words': LANGUAGES.map(pictureWords),
  'src/deliver/words.ts': LANGUAGES.map((language) => WORDS[language]),
};

/** Each word of a table by its path, with what it is; a list of examples may be longer in one language. */
function keysOf(words: unknown, path = ''): readonly string[] {
  if (Array.isArray(words)) return words.length > 0 ? [`${path}: list`] : [`${path}: nothing`];
  if (typeof words === 'object' && words !== null)
    return Object.entries(words).flatMap(([key, value]) => keysOf(value, `${path}.${key}`));
  return [`${path}: ${words === '' ? 'nothing' : typeof words}`];
}

describe.for(Object.entries(CATALOGUES))('%s', ([, catalogues]) => {
  test('has the same keys in every language, and is silent only where all are', () => {
    const [first = [], ...others] = catalogues.map((words) => keysOf(words).toSorted());
    expect(first.length).toBeGreaterThan(5);
    for (const keys of others) expect(keys).toEqual(first);
  });
});

test('a missing key and an empty word would be found', () => {
  const keys = { whole: keysOf({ a: { b: 'x' }, c: 'y' }), lacking: keysOf({ a: {}, c: '' }) };
  expect(keys).toEqual({ whole: ['.a.b: string', '.c: string'], lacking: ['.c: nothing'] });
});

test('every command, option and choice has a name and a description in each language, within Discord’s limits', () => {
  expect(commandListFaults(definitionsOf(commands))).toEqual([]);
});
