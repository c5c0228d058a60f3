import type { ModelClaim } from '../../src/model-claims/answer.ts';

/** Sentences of our own, each with what a model that reads it well says of it. */
const common = { speaker: null, epi: 'asserted', realis: 'actual', negated: false, date: null } as const;

export const SENTENCES = [
  'Russian forces captured the village of Oldfield on Monday.',
  'Ukrainian troops did not withdraw from Kharkiv.',
  'Germany pledged €30 million to Ukraine.',
  'Ukrainian forces shelled Belgorod on Tuesday, the governor said.',
  'Russian drones hit Odesa, killing 12 people.',
  'Antony Blinken arrived in Kyiv on Wednesday.',
  'Poland may send 14 tanks to Ukraine.',
  'The Russian army withdrew from Kherson.',
  'Moscow denied that Russian missiles had hit Lviv.',
  'If talks fail, Russian troops will attack Sumy.',
] as const;

export const TEXT = SENTENCES.join('\n');

const at = (sentence: number) => ({ sentence, quote: (SENTENCES[sentence - 1] ?? '').slice(0, -1) });

export const SOUND: readonly ModelClaim[] = [
  {
    ...{ type: 'move', ...common, ...at(1), date: 'on Monday' },
    ...{ actor: 'Russian forces', action: 'capture', place: ['Oldfield'], count: null },
  },
  {
    ...{ type: 'aid', ...common, ...at(3), amount: '€30 million', count: null },
    ...{ donor: ['Germany'], recipient: 'Ukraine', status: 'pledged', kind: 'financial' },
  },
  {
    ...{ type: 'strike', ...common, ...at(4), speaker: 'the governor', epi: 'attributed', date: 'on Tuesday' },
    ...{ actor: 'Ukrainian forces', weapon: ['artillery'], place: ['Belgorod'], count: null },
  },
  { ...{ type: 'strike', ...common, ...at(5), actor: 'Russian', weapon: ['drone'], place: ['Odesa'], count: null } },
  { ...{ type: 'impact', ...common, ...at(5), kind: ['killed'], place: ['Odesa'], count: '12 people' } },
  {
    ...{ type: 'visit', ...common, ...at(6), date: 'on Wednesday' },
    ...{ visitor: ['Antony Blinken'], host: [], place: ['Kyiv'], status: 'done' },
  },
  {
    ...{
      type: 'move',
      ...common,
      ...at(8),
      actor: 'The Russian army',
      action: 'withdraw',
      place: ['Kherson'],
      count: null,
    },
  },
];
