import { expect, test } from 'vitest';
import type { Analysis } from '../../../src/extract/analysis.ts';
import type { Mention } from '../../../src/extract/entities/mention.ts';
import { partiesOf, sceneOf } from '../../../src/extract/slots/scene.ts';
import { triggersOf } from '../../../src/extract/slots/trigger.ts';
import { analysedText } from '../known.ts';

/** With its places in Ukraine. */
function inUkraine(analysis: Analysis): Analysis {
  const placed = (mention: Mention): Mention => (mention.kind === 'place' ? { ...mention, side: 'UA' } : mention);
  return { ...analysis, mentions: new Map([...analysis.mentions].map(([at, all]) => [at, all.map(placed)])) };
}

test.for<{ name: string; sentences: readonly string[]; scene: object }>([
  {
    name: 'a country that is named, and one of which only the adjective is',
    sentences: ['Germany watched the Ukrainian river.'],
    scene: { named: new Set(['DE']), adjectives: new Set(['UA']) },
  },
  {
    name: 'a country of which a town is named here',
    sentences: ['Shells hit the village of Oldfield.'],
    scene: { finer: new Map([['UA', 'here']]), named: new Set() },
  },
  {
    name: 'and of one that was named before',
    sentences: ['Shells hit the village of Oldfield.', 'Nobody slept.'],
    scene: { finer: new Map([['UA', 'before']]) },
  },
  {
    name: 'nothing of what was named long ago',
    sentences: ['Shells hit the village of Oldfield.', 'Nobody slept.', 'Nobody ate.', 'Nobody spoke.', 'It rained.'],
    scene: { finer: new Map() },
  },
  {
    name: 'nouns that stand for what was named, not those that are new',
    sentences: ['The city slept near a river.'],
    scene: { nouns: ['city'] },
  },
])('the surroundings of a sentence tell $name', ({ sentences, scene }) => {
  expect(sceneOf(sentences.length - 1, inUkraine(analysedText(sentences)))).toMatchObject(scene);
});

const NOBODY = { doer: null, undergoer: null, doerWord: '' };

test.for<{ name: string; sentence: string; parties: object }>([
  {
    name: 'who does it and to whom',
    sentence: 'Russia attacked Ukraine.',
    parties: { doer: 'RU', undergoer: 'UA', doerWord: '' },
  },
  {
    name: 'in the passive the other way round',
    sentence: 'Ukraine was attacked by Russia.',
    parties: { doer: 'RU', undergoer: 'UA', doerWord: '' },
  },
  {
    name: 'a word that stands for who does it',
    sentence: 'The group attacked Ukraine.',
    parties: { doer: null, undergoer: 'UA', doerWord: 'group' },
  },
])('a trigger tells $name', ({ sentence, parties }) => {
  const analysis = analysedText([sentence]);
  expect(partiesOf(triggersOf('strike', 0, analysis)[0] ?? null, 0, analysis)).toEqual(parties);
});

test('without a trigger nobody does anything', () => {
  expect(partiesOf(null, 0, analysedText(['Nobody slept.']))).toEqual(NOBODY);
});
