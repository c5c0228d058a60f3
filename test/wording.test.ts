import { beforeAll, describe, expect, test } from 'vitest';
import type { Brief } from '../src/domain/brief.ts';
import type { Model, ModelFailure } from '../src/domain/model.ts';
import { createWording } from '../src/wording.ts';
import { ASKED_AT_MS } from './support/briefs.ts';
import { committedApp } from './support/committed-app.ts';
import { PROSE_WORDS } from './support/prose-facts.ts';
import { unexpected } from './support/stored-app.ts';

let brief: Brief;
beforeAll(async () => {
  const app = await committedApp();
  const question = {
    form: 'summary',
    query: 'kharkiv',
    filters: {},
    about: 'everything',
    period: { everything: true },
  } as const;
  const asked = await app.ask({ ...question, language: 'en', scope: { guildId: null }, nowMs: ASKED_AT_MS });
  if (asked.kind !== 'brief') throw new Error(asked.kind);
  brief = asked.brief;
});

/** A model that fails in one way. */
const failing = (error: ModelFailure): Model => ({ id: 'm', ask: async () => ({ ok: false, error }) });

function wordingBy(model: Model, answers = new Map<string, unknown>()) {
  return createWording({
    model,
    words: () => PROSE_WORDS,
    answers: {
      get: async (key) => answers.get(key),
      set: async (key, value) => answers.set(key, value),
      delete: async (key) => answers.delete(key),
    },
    now: () => 5,
    report: unexpected,
  });
}
const OPTIONS = { deadlineMs: 1_000, isUrgent: true };

describe('an answer that is not worded says why', () => {
  const cases: readonly (readonly [ModelFailure, string])[] = [
    [{ kind: 'over-budget' }, 'over-budget'],
    [{ kind: 'malformed' }, 'unfit'],
    [{ kind: 'too-long' }, 'unfit'],
    [{ kind: 'busy' }, 'down'],
    [{ kind: 'timeout', afterMs: 1 }, 'down'],
    [{ kind: 'rate-limited' }, 'down'],
    [{ kind: 'refused', status: 401 }, 'down'],
  ];
  test.for(cases)('$0.kind', async ([failure, why]) => {
    expect(await wordingBy(failing(failure)).make(brief, OPTIONS)).toEqual({ kind: 'none', why });
  });

  test('where nothing can be put into other words, nobody is asked', async () => {
    const nothing = { ...brief, sections: [] };
    const never: Model = { id: 'm', ask: () => Promise.reject(new Error('nobody is to be asked')) };
    expect(await wordingBy(never).make(nothing, OPTIONS)).toEqual({ kind: 'none', why: 'nothing' });
  });
});

test('a fault of ours is told and leaves the answer in lines', async () => {
  const told: unknown[] = [];
  const broken = createWording({
    ...{ model: failing({ kind: 'off' }), now: () => 5, report: (error) => void told.push(error) },
    words: () => {
      throw new Error('no words');
    },
    answers: { get: async () => null, set: async () => null, delete: async () => null },
  });
  expect(await broken.known(brief)).toBeNull();
  expect(await broken.make(brief, OPTIONS)).toEqual({ kind: 'none', why: 'down' });
  expect(told).toHaveLength(2);
});

describe('what is kept of a model’s answers', () => {
  const [text, facts] = ['Russian forces launched an attack in the Kharkiv region.', [1]];
  const answering = (sentence: string): Model => ({
    id: 'm',
    ask: async ({ schema }) => ({
      ok: true,
      value: {
        value: schema.parse({ sentences: [{ text: sentence, facts }] }),
        usage: { requests: 1, inputTokens: 1, outputTokens: 1 },
      },
    }),
  });

  test('is held against the lines again', async () => {
    const answers = new Map<string, unknown>();
    await wordingBy(answering(text), answers).make(brief, OPTIONS);
    expect(await wordingBy(answering(text), answers).known(brief)).toMatchObject({ kind: 'worded' });
    for (const key of answers.keys()) answers.set(key, { sentences: [{ text: 'Ukraine attacked Kharkiv.', facts }] });
    expect(await wordingBy(answering(text), answers).known(brief)).toBeNull();
  });

  test('is nothing where it did not pass', async () => {
    const answers = new Map<string, unknown>();
    await wordingBy(answering('Ukraine attacked Kharkiv.'), answers).make(brief, OPTIONS);
    expect(answers.size).toBe(0);
  });

  test.for([
    ['12345', 0],
    ['123', 1],
  ] as const)('is nothing where the server was erased meanwhile: %s of 12345', async ([erased, kept]) => {
    const answers = new Map<string, unknown>();
    const wording = wordingBy(answering(text), answers);
    const elsewhere = { ...brief, question: { ...brief.question, scope: { guildId: '12345' } } };
    const made = wording.make(elsewhere, OPTIONS);
    wording.drop(erased);
    expect(await made).toMatchObject({ kind: 'worded' });
    expect(answers.size).toBe(kept);
  });

  test('is one server’s and one model’s', async () => {
    const answers = new Map<string, unknown>();
    await wordingBy(answering(text), answers).make(brief, OPTIONS);
    const elsewhere = { ...brief, question: { ...brief.question, scope: { guildId: '12345' } } };
    expect(await wordingBy(answering(text), answers).known(elsewhere)).toBeNull();
    expect(await wordingBy({ ...answering(text), id: 'other' }, answers).known(brief)).toBeNull();
  });
});
