import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realisOf } from '../../../src/extract/clauses/realis-of.ts';
import { roleOf } from '../../../src/extract/clauses/role-of.ts';
import { type Analysed, analysed, LEXICON, predicateAt } from './analysed.ts';

const WORDS =
  `the a no said that who which , " " . ' - ( ) ; : of by to in from and or if not n't has been was were will attack attacked ` +
  `attacking troops Russia Kyiv 's its 30 wounded wants withdraw withdrawal over back out IS according as after Friday`;
const word = fc.constantFrom(...WORDS.split(' '));
const salad = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
const russian = fc
  .array(
    fc.constantFrom(
      ...'не без если будет войска город атаковал атаки , « » в из России планирует вывести что'.split(' '),
    ),
    {
      maxLength: 30,
    },
  )
  .map((words) => words.join(' '));
const anything = fc.oneof(salad, fc.string({ unit: 'binary', maxLength: 200 }));

/** Every part lies in the sentence and every link leads to something that is there. */
function expectSound({ sentence, clauses }: Analysed): void {
  const { nounPhrases, predicates } = clauses;
  const { length } = sentence.tokens;
  for (const predicate of predicates) {
    const { subject, object, agent, complements } = predicate;
    for (const part of [predicate, subject, object, agent, ...complements]) {
      if (part === null) continue;
      expect(part.from).toBeGreaterThanOrEqual(0);
      expect(part.from).toBeLessThanOrEqual(part.head);
      expect(part.head).toBeLessThan(part.to);
      expect(part.to).toBeLessThanOrEqual(length);
    }
    for (const link of [predicate.governor, predicate.speech])
      if (link !== null) expect(predicates[link]).toBeDefined();
  }
  for (const { of, possessor, explains, listedWith } of nounPhrases)
    for (const link of [of, possessor, explains, listedWith])
      if (link !== null) expect(nounPhrases[link]).toBeDefined();
}

describe.each([
  ['en', anything],
  ['ru', fc.oneof(russian, anything)],
  ['uk', anything],
] as const)('any text in %s', (language, texts) => {
  test('gives parts that lie in the sentence', () => {
    fc.assert(fc.property(texts, (text) => expectSound(analysed(text, language))));
  });

  test('gives a role for each token and a realis for each predicate, the same each time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { clauses, sentence } = analysed(text, language);
        for (const predicate of clauses.predicates) {
          expect(roleOf(predicate.head, predicate, clauses)).toBe('head');
          for (let at = 0; at < sentence.tokens.length; at += 1) expect(roleOf(at, predicate, clauses)).not.toBe('');
          const realis = realisOf(predicate, clauses, LEXICON[language]);
          expect(realisOf(predicate, clauses, LEXICON[language])).toEqual(realis);
        }
        expect(analysed(text, language).clauses).toEqual(clauses);
      }),
    );
  });
});

describe('what a verb group says', () => {
  test.for<readonly [sentence: string, head: string, said: object]>([
    ['The army pulled back.', 'pulled', { particle: 'back', tense: 'past', passive: false, form: 'finite' }],
    ['The army drove them back.', 'drove', { particle: 'back' }],
    ['Rebels took over the town.', 'took', { particle: 'over' }],
    ['Jets flew over the town.', 'flew', { particle: null }],
    ['The army has been advancing.', 'advancing', { perfect: true, progressive: true }],
    ['The bridge had been destroyed.', 'destroyed', { perfect: true, passive: true, tense: 'past' }],
    ['The army may leave.', 'leave', { modal: 'may' }],
    ['The men who left were tired.', 'left', { relative: true }],
    ['"The army has left," he said.', 'left', { quoted: true }],
    ['Did the army leave?', 'leave', { question: true }],
    ['Unless the army leaves, the talks are over.', 'leaves', { conditional: true }],
    ['To reach the coast, they crossed the desert.', 'reach', { form: 'infinitive' }],
    ['Weapons sold by Belarus arrived.', 'sold', { form: 'participle', passive: true }],
  ])('%s %s', ([sentence, head, said]) => {
    expect(predicateAt(analysed(sentence), head)).toMatchObject(said);
  });

  test('the content of speech knows its verb', () => {
    const found = analysed('The mayor said that the dam had burst.');
    const { speech } = predicateAt(found, 'burst');
    expect(found.clauses.predicates[speech ?? -1]).toMatchObject({ lemma: 'say' });
  });
});

describe('noun phrases', () => {
  const links = (text: string) => {
    const { clauses, sentence } = analysed(text);
    const head = (index: number | null): string | null =>
      index === null ? null : (sentence.tokens[clauses.nounPhrases[index]?.head ?? -1]?.text ?? null);
    return new Map(
      clauses.nounPhrases.map(({ head: at, of, possessor, explains, listedWith }) => [
        sentence.tokens[at]?.text,
        { of: head(of), possessor: head(possessor), explains: head(explains), listedWith: head(listedWith) },
      ]),
    );
  };

  test.for<readonly [text: string, noun: string, link: object]>([
    ['The head of the council resigned.', 'head', { of: 'council' }],
    ["Peru's navy left.", 'navy', { possessor: 'Peru' }],
    ['Ann Lee, the head of Care, left.', 'head', { explains: 'Lee' }],
    ['Chad, Niger and Mali left.', 'Mali', { listedWith: 'Chad' }],
    ['Chad, Niger and Mali left.', 'Niger', { listedWith: 'Chad' }],
    ['The navy left.', 'navy', { of: null, possessor: null, explains: null, listedWith: null }],
  ])('%s %s', ([text, noun, link]) => {
    expect(links(text).get(noun)).toMatchObject(link);
  });
});
