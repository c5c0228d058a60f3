import { describe, expect, test } from 'vitest';
import { FRAME_TYPES } from '../../../src/extract/frames/lexicon.ts';
import { triggersOf, voiceOf } from '../../../src/extract/slots/trigger.ts';
import { analysedText } from '../known.ts';

/** `type word voice`, for each trigger of the text's only sentence. */
function triggersIn(text: string): readonly string[] {
  const analysis = analysedText([text]);
  const words = analysis.document.sentences[0]?.tokens ?? [];
  return FRAME_TYPES.flatMap((type) =>
    triggersOf(type, 0, analysis).map(({ at, predicate }) => `${type} ${words[at]?.lower} ${voiceOf(predicate)}`),
  );
}

test.for([
  { name: 'nothing tells of it', text: 'It rained on the hills.', triggers: [] },
  { name: 'a verb', text: 'Troops captured the village.', triggers: ['move captured active'] },
  { name: 'a passive', text: 'The village was captured by troops.', triggers: ['move captured passive'] },
  { name: 'a noun', text: 'The capture of the village was loud.', triggers: ['move capture noun'] },
  {
    name: 'two verbs, each with its own voice',
    text: 'Ukraine said Russian forces captured one village and were pushed out of another.',
    triggers: ['move captured active', 'move pushed passive'],
  },
  {
    name: 'no more than five',
    text: 'They captured, captured, captured, captured, captured, captured and captured it.',
    triggers: Array.from({ length: 5 }, () => expect.stringMatching(/^move captured /)),
  },
])('triggers: $name', ({ text, triggers }) => {
  expect(triggersIn(text)).toEqual(triggers);
});

describe('entries that begin at one word', () => {
  test('are one trigger, the longest entry first', () => {
    const [first] = triggersOf('move', 0, analysedText(['Troops took control of the town.']));
    expect(first?.hits.map(({ key }) => key)).toEqual(['take~control', 'take']);
  });
});

test('a sentence that is not there has none', () => {
  expect(triggersOf('move', 9, analysedText(['Troops captured the village.']))).toEqual([]);
});
