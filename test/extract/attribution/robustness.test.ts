import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmationAt, voiceAt } from '../../../src/extract/attribution/attribution-at.ts';
import { read, voicesOf } from './voices.ts';

const WORDS =
  'Marlow said that “ ” " , . ; : — - who claims reports according to the army by was is not verified reportedly he told CNN \n сообщил что по словам Об этом заявил повідомив'.split(
    ' ',
  );
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' ')),
);

describe.for(['en', 'ru', 'uk'] as const)('%s', (language) => {
  test('any text: stretches lie in it, are not empty, and a question about any part is answered', () => {
    fc.assert(
      fc.property(text, fc.nat(300), fc.nat(300), (body, a, b) => {
        const voices = voicesOf(read(body, language, body.slice(0, 80)));
        for (const { start, end, sentence } of [...voices.attributions, ...voices.confirmations]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(sentence === -1 ? Math.min(80, body.length) : body.length);
        }
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        expect([voiceAt(span, voices), confirmationAt(span, voices)]).toHaveLength(2);
      }),
      { numRuns: 150 },
    );
  });
});

test.for(['said ', '“ said X ', 'X, said, ', 'according to X, '])('100,000 characters of %j stay cheap', (unit) => {
  const document = read(unit.repeat(100_000 / unit.length), 'en');
  const startMs = performance.now();
  voicesOf(document);
  expect(performance.now() - startMs).toBeLessThan(20_000);
});
