import { describe, expect, test } from 'vitest';
import { FetchFailure } from '../../src/domain/fetch.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { Warning } from '../../src/domain/probe.ts';
import { ProbeFailure } from '../../src/domain/probe-failure.ts';
import { failureTold, fileFailureTold } from '../../src/render/failure-words.ts';
import { languageCode, languagesStarting } from '../../src/render/language-name.ts';
import { parseSourceAction, type SourceAction, sourceAction } from '../../src/render/source-action.ts';
import { refusalWords } from '../../src/render/source-done-page.ts';
import { warningWords } from '../../src/render/source-warning.ts';
import { FAILURES, WARNINGS } from '../support/probes.ts';

const kindsOf = (schema: { unwrap: () => { options: readonly { shape: { kind: { value: string } } }[] } }) =>
  new Set(schema.unwrap().options.map(({ shape }) => shape.kind.value));

const SENTENCES = /^\S[\s\S]*[.:]$/u;
const UNFILLED = /undefined|null|NaN|\[object|\$\{/;

describe.for(LANGUAGES)('in %s', (language) => {
  test('every failure is told in sentences, with what to do', () => {
    for (const failure of FAILURES) {
      const told = [true, false].map((isFollowed) => failureTold(failure, isFollowed, language));
      for (const words of told.flatMap(({ what, todo }) => [what, todo])) {
        expect(words).toMatch(SENTENCES);
        expect(words).not.toMatch(UNFILLED);
      }
    }
  });

  test('nothing is tried again that is not followed, and of what is gone nothing is to be removed', () => {
    const once = FAILURES.map((failure) => failureTold(failure, false, language).todo).join(' ');
    expect(once).not.toMatch(/tried again|сам спробує|or remove it|вилучіть джерело/);
  });

  test('failures of different kinds are told in different words', () => {
    const told = FAILURES.map((failure) => failureTold(failure, true, language).what);
    expect(told.filter((words, at) => told.indexOf(words) < at)).toEqual([]);
  });

  test('every warning is told in sentences', () => {
    for (const warning of WARNINGS) {
      expect(warningWords(warning, language)).toMatch(SENTENCES);
      expect(warningWords(warning, language)).not.toMatch(UNFILLED);
    }
  });

  test('so is why a file or a deed is refused', () => {
    const files = [{ kind: 'too-large', limitBytes: 1_048_576 }, { kind: 'too-slow' }, { kind: 'not-there' }] as const;
    for (const failure of files) expect(fileFailureTold(failure, language).what).toMatch(SENTENCES);
    const simple = ['unknown', 'expired', 'own-request', 'not-pending', 'pending', 'already'] as const;
    for (const refusal of [...simple.map((kind) => ({ kind })), { kind: 'too-many', limit: 100, have: 100 } as const])
      expect(refusalWords(refusal, language)).toMatch(SENTENCES);
  });
});

test('the tables of this test have every kind there is', () => {
  const fetches = FAILURES.flatMap((failure) => (failure.kind === 'fetch' ? [failure.failure.kind] : []));
  expect(new Set<string>(fetches)).toEqual(kindsOf(FetchFailure as never));
  expect(new Set<string>(FAILURES.map(({ kind }) => kind))).toEqual(kindsOf(ProbeFailure as never));
  expect(new Set<string>(WARNINGS.map(({ kind }) => kind))).toEqual(kindsOf(Warning as never));
});

describe('a button', () => {
  const ACTIONS: readonly SourceAction[] = [
    { kind: 'add', run: 'run123' },
    { kind: 'review', run: 'run123' },
    { kind: 'cancel', run: 'run123' },
    { kind: 'run', run: 'abcdefghijkl', page: 9_999 },
    { kind: 'feed', run: 'run123', at: 9 },
    { kind: 'approve', source: 'abcdefghijkl' },
    { kind: 'withdraw', source: 'feed1' },
    { kind: 'request', source: 'feed1', page: 2 },
    { kind: 'list', page: 3 },
    { kind: 'log', page: 1, source: null },
    { kind: 'log', page: 2, source: 'feed1' },
    { kind: 'starters' },
    { kind: 'group', group: 0 },
    { kind: 'start', at: 80 },
    { kind: 'start-all', group: 11 },
  ];

  test.for(ACTIONS)('is read back as it was written: %o', (action) => {
    const code = sourceAction(action);
    expect(code.length).toBeLessThanOrEqual(40);
    expect(parseSourceAction(code.replace('source:', ''))).toEqual(action);
  });

  test.for([
    '',
    'add',
    'add:',
    'add:UPPER',
    'add:a:b',
    'list:0',
    'list:x',
    'start:-1',
    'log:1',
    'run:run123:1e9',
    `add:${'x'.repeat(99)}`,
  ])('of nobody’s is none: %s', (rest) => expect(parseSourceAction(rest)).toBeNull());
});

describe('a language', () => {
  test.for([
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['zh-Hant-TW', 'zh'],
    ['Ukrainian', 'uk'],
    ['українська', 'uk'],
    [' арабська ', 'ar'],
    ['xx', null],
    ['Klingonish', null],
    ['', null],
    ['../en', null],
  ] as const)('%s is %s', ([typed, code]) => {
    expect(languageCode(typed)).toBe(code);
  });

  test('is found by code or by name in either language', () => {
    for (const typed of ['uk', 'Ukr', 'укр'])
      expect(languagesStarting(typed, 'en')).toContainEqual({ name: 'Ukrainian', value: 'uk' });
    expect(languagesStarting('zzz', 'en')).toEqual([]);
  });
});
