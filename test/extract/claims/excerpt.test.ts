import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../../src/extract/claims/excerpt.ts';
import type { Span } from '../../../src/extract/document.ts';
import { analysedText } from '../known.ts';

/** Adds what makes a sentence long enough to be cut, in a part that stays. */
const LONG = ' in the hills above the old road that runs from the river crossing to the town of Varnik near the border';

/** The excerpt of a sentence whose event a word tells; `kept` are words that have to stay. */
function excerpt(sentence: string, told: string, kept: readonly string[] = []): string {
  const { document, clauses, excerptWords, voices } = analysedText([sentence]);
  const [only] = document.sentences;
  const [taken] = clauses;
  if (only === undefined || taken === undefined) throw new Error('no sentence');
  const spanOf = (words: string): Span => ({
    start: sentence.indexOf(words),
    end: sentence.indexOf(words) + words.length,
  });
  const at = only.tokens.findIndex(({ text }) => text === told);
  const predicate = taken.predicates.find(({ from, to }) => at >= from && at < to) ?? null;
  const frames = voices.attributions.map(({ frame }) => frame);
  const { start, end } = excerptOf(
    { sentence: only, clauses: taken, predicate, kept: [...[told, ...kept].map(spanOf), ...frames] },
    excerptWords,
  );
  return sentence.slice(start, end);
}

const MAIN = `Russian troops captured the village of Orlik${LONG}`;

describe('is left off', () => {
  test.for([
    { name: 'a clause of time in front', front: 'After weeks of rain and mud, ', behind: '.' },
    { name: '… with a verb', front: 'While the talks went on in Geneva, ', behind: '.' },
    { name: 'a relative clause behind', front: '', behind: ', which lies on a railway line.' },
    { name: 'a clause of time behind', front: '', behind: ', while the talks went on in Geneva.' },
    { name: 'what stands behind a semicolon', front: '', behind: '; the talks went on in Geneva.' },
    { name: 'a gerund behind', front: '', behind: ', cutting a railway line.' },
    { name: 'both', front: 'During the talks, ', behind: ', which lies on a railway line.' },
  ])('$name', ({ front, behind }) => {
    const cut = excerpt(`${front}${MAIN}${behind}`, 'captured');
    expect(cut).toBe(behind === '.' ? `${MAIN}.` : MAIN);
  });
});

describe('stays', () => {
  test.for([
    { name: 'a negation in front', front: 'As the army did not arrive, ', behind: '.' },
    { name: 'a condition in front', front: 'If the army leaves the bridge, ', behind: '.' },
    { name: 'a doubt in front', front: 'As reportedly ordered by the ministry, ', behind: '.' },
    { name: 'what a pronoun points back to', front: 'After Sudan had left, ', behind: ' with its tanks.' },
    { name: 'a denial behind', front: '', behind: ', while the ministry denied any loss.' },
    { name: 'a contrast behind', front: '', behind: ', although the north of it held out.' },
    { name: 'a doubt behind', front: '', behind: ', which could not be verified.' },
    { name: 'a condition behind', front: '', behind: ', provided the bridge holds.' },
    { name: 'a plan behind', front: '', behind: ', which would open the way to the coast.' },
    { name: 'the speaker behind', front: '', behind: ', the ministry said.' },
    { name: 'the speaker in front', front: 'According to the ministry, ', behind: '.' },
    { name: 'a second verb of the same subject', front: '', behind: ', cutting a road, and burned the mill.' },
    { name: 'a list', front: '', behind: ', two hamlets, and a mill.' },
    { name: 'what is no clause', front: '', behind: ', as well as two hamlets.' },
    { name: 'one adjective of two', front: '', behind: ', a vast, forbidding plain.' },
    {
      name: 'the verb behind an inserted clause',
      front: 'The ministry said the raid on Sudan, in which ',
      behind: ', had ended.',
    },
    { name: 'half a quotation', front: '', behind: ' “at dawn, while the guards slept”.' },
  ])('$name', ({ front, behind }) => {
    const sentence = `${front}${MAIN}${behind}`;
    expect(excerpt(sentence, 'captured')).toBe(sentence);
  });

  test('what fills a slot', () => {
    const sentence = `${MAIN}, which lies on a railway line to Kupol.`;
    expect(excerpt(sentence, 'captured', ['Kupol'])).toBe(sentence);
  });

  test('a sentence that is short', () => {
    const sentence = 'Russian troops captured Orlik, which lies on a railway line.';
    expect(excerpt(sentence, 'captured')).toBe(sentence);
  });

  test('a sentence whose event is told aside', () => {
    const sentence = `The village, which Russian troops captured in the spring${LONG}, has a mill, which is old.`;
    expect(excerpt(sentence, 'captured')).toBe(sentence);
  });
});

const PIECES =
  'Russian troops captured Orlik said , ; not if would which while After as killing “ ” " ( ) . the ministry it'.split(
    ' ',
  );

test('of any sentence: a piece of it that holds what is kept and every guarded word', () => {
  const words = fc.array(fc.constantFrom(...PIECES), { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(words, (all) => {
      const { document, clauses, excerptWords } = analysedText([all.join(' ')]);
      document.sentences.forEach((sentence, index) => {
        const { predicates = [] } = clauses[index] ?? {};
        for (const predicate of predicates) {
          const head = sentence.tokens[predicate.head] ?? sentence;
          const cut = excerptOf({ sentence, clauses: clauses[index]!, predicate, kept: [head] }, excerptWords);
          expect([cut.start >= sentence.start, cut.end <= sentence.end]).toEqual([true, true]);
          expect([cut.start <= head.start, cut.end >= head.end]).toEqual([true, true]);
          const off = sentence.tokens.filter(({ start, end }) => start < cut.start || end > cut.end);
          expect(off.filter(({ lower }) => excerptWords?.guards.has(lower))).toEqual([]);
        }
      });
    }),
    { numRuns: 60 },
  );
});
