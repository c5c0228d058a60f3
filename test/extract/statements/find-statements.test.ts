import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/extract/analyse.ts';
import { findStatements } from '../../../src/extract/statements/find-statements.ts';
import { aText, KNOWLEDGE } from '../known.ts';

function statementsIn(text: string, language = 'en', taken: readonly number[] = []) {
  const knowledge = KNOWLEDGE.get(language);
  if (knowledge === undefined) throw new Error(`${language} is not known`);
  return findStatements(analyse(aText(text, { language }), knowledge), new Set(taken));
}

const SAID = 'President John Miller said the terms of the ceasefire must protect the sovereignty of his country.';

describe('what is a statement', () => {
  test('who says it, about what, in the article’s own words', () => {
    expect(statementsIn(SAID)).toEqual([
      {
        type: 'statement',
        speaker: 'miller',
        topic: 'terms, ceasefire, sovereignty',
        attr: { who: 'miller', cue: 'said', surface: 'President John Miller' },
        epi: 'attributed',
        realis: 'actual',
        neg: false,
        mode: 'excerpt',
        evidence: [{ start: 0, end: SAID.length }],
        excerpt: { start: 0, end: SAID.length },
      },
    ]);
  });

  test.for([
    { text: 'Germany warned that a breach of the ceasefire would end the negotiations.', speaker: 'DE' },
    {
      text: 'Germany claimed that the sanctions had brought peace to the whole region.',
      speaker: 'DE',
      epi: 'claimed',
    },
    { text: 'Німеччина заявила, що перемир’я можливе лише за умови гарантій безпеки.', speaker: 'DE', language: 'uk' },
    {
      text: 'Министр Иван Петров заявил, что перемирие возможно только при надёжных гарантиях безопасности для всех.',
      language: 'ru',
    },
  ])('$text', ({ text, speaker, epi = 'attributed', language = 'en' }) => {
    const [statement, ...more] = statementsIn(text, language);
    expect([statement?.type, statement?.epi, more]).toEqual(['statement', epi, []]);
    if (speaker !== undefined) expect(statement).toMatchObject({ speaker });
  });

  test('the speaker’s own words need fewer words of weight', () => {
    const quoted = '“We will stand by our word until the war is over,” John Miller said.';
    expect(statementsIn(quoted)).toMatchObject([{ speaker: 'miller' }]);
    expect(statementsIn('John Miller said he would keep his word until the war is over.')).toEqual([]);
  });

  test.for([
    { why: 'nobody is named', text: 'Officials said the terms of the ceasefire must protect sovereignty and peace.' },
    { why: 'nobody says it', text: 'The terms of the ceasefire protect the sovereignty and the peace of Germany.' },
    { why: 'nothing of weight', text: 'President John Miller said the weather in the mountains had been kind to him.' },
    { why: 'too short', text: 'President John Miller said peace needs terms.' },
    { why: 'a question', text: 'Has John Miller said the terms of the ceasefire must protect the sovereignty?' },
  ])('none where $why', ({ text }) => {
    expect(statementsIn(text)).toEqual([]);
  });

  test('none in a sentence that tells an event', () => {
    expect(statementsIn(SAID, 'en', [0])).toEqual([]);
  });

  test('the weightiest three of an article, in its order', () => {
    const sentences = [
      'Germany said the sanctions had not changed the aim of the other government.',
      'Ukraine said the war would end with a peace that gives security and sovereignty.',
      'Russia said the conditions of a truce and of a settlement were unacceptable to it.',
      'Sudan said the negotiations about a truce and a border had failed for good.',
    ];
    const found = statementsIn(sentences.join('\n'));
    expect(found.map((claim) => claim.type === 'statement' && claim.speaker)).toEqual(['UA', 'RU', 'SD']);
  });
});
