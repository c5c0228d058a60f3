import { hash } from 'node:crypto';
import type { About } from '../../src/domain/topic.ts';
import { type SyntheticStore, syntheticStore } from '../support/synthetic.ts';

/** One question of the mix, as `/summary` takes it. */
export interface BenchQuery {
  /** What it is there for. */
  readonly kind: string;
  readonly input: {
    readonly query: string;
    readonly about?: About;
    readonly period?: string;
    readonly language: 'en' | 'uk';
  };
  /** The same question for a full-text index: what a text must hold. */
  readonly words: string;
}

/** A part of the mix: `share` of twenty questions, and how one of them is made from a random choice. */
interface Part {
  readonly kind: string;
  readonly share: number;
  readonly subject: (store: SyntheticStore, choose: Choose) => { readonly query: string; readonly words: string };
}
/** One of a list, the same each time for the same slot. */
export type Choose = <T>(slot: string, list: readonly T[]) => T;

const named = (id: string) => ({ query: id.replaceAll('-', ' '), words: id.replaceAll('-', ' ') });
export const picked = (id: string) => ({ query: `id:${id}`, words: id.replaceAll('-', ' ') });
const plain = (words: string) => ({ query: words, words });
const TOPIC_TYPES = { aid: 'aid', troops: 'move', visits: 'visit', strikes: 'strike', civilians: 'impact' } as const;
export const TOPICS = ['aid', 'troops', 'visits', 'strikes', 'civilians'] as const;

export const settlements = ({ entities }: SyntheticStore) => entities.filter(({ kind }) => kind === 'settlement');
export const people = ({ entities }: SyntheticStore) => entities.filter(({ kind }) => kind === 'person');

const MIX: readonly Part[] = [
  { kind: 'the commonest place', share: 4, subject: ({ ids }) => named(ids.commonest) },
  { kind: 'the country', share: 2, subject: ({ ids }) => picked(ids.country) },
  { kind: 'the commonest town', share: 2, subject: ({ ids }) => picked(ids.town) },
  { kind: 'any town', share: 3, subject: (store, choose) => named(choose('town', settlements(store)).id) },
  { kind: 'the last village', share: 1, subject: ({ ids }) => named(ids.village) },
  { kind: 'the commonest person', share: 1, subject: ({ ids }) => picked(ids.person) },
  { kind: 'any person', share: 2, subject: (store, choose) => named(choose('person', people(store)).id) },
  { kind: 'a topic', share: 2, subject: (_, choose) => topic(choose('topic', TOPICS)) },
  { kind: 'one word', share: 2, subject: ({ words }, choose) => plain(choose('word', words)) },
  { kind: 'two words', share: 1, subject: ({ words }, choose) => plain(`${choose('word', words)} ${words[1]}`) },
];

const topic = (name: (typeof TOPICS)[number]) => ({ query: `topic:${name}`, words: TOPIC_TYPES[name] });

const PARTS = MIX.flatMap((part) => Array.from({ length: part.share }, () => part));
export const PERIODS = [undefined, undefined, '24h', '7d', '30d', 'all', '2023-11-01..2024-01-31'] as const;

/** Questions in a fixed order: the same for the same store, number and seed. */
export function benchQueries(articles: number, count: number, seed: string): readonly BenchQuery[] {
  const store = syntheticStore(articles);
  return Array.from({ length: count }, (_, index) => queryAt(store, `${seed}/${index}`));
}

export const chooser =
  (seed: string): Choose =>
  (slot, list) => {
    const drawn = hash('sha256', `${seed}/${slot}`, 'buffer').readUInt32BE(0) / 2 ** 32;
    return list[Math.floor(drawn * list.length)]!;
  };

export function queryAt(store: SyntheticStore, seed: string): BenchQuery {
  const choose = chooser(seed);
  const part = choose('part', PARTS);
  const { query, words } = part.subject(store, choose);
  const about = query.startsWith('topic:') ? undefined : choose('about', [undefined, undefined, ...TOPICS]);
  const period = choose('period', PERIODS);
  return {
    kind: part.kind,
    input: {
      query,
      language: choose('language', ['en', 'en', 'uk']),
      ...(about && { about }),
      ...(period && { period }),
    },
    words: about ? `${words} ${TOPIC_TYPES[about]}` : words,
  };
}
