import type { Document } from '../document.ts';
import type { Mention, MentionKind } from './mention.ts';

/** How much of a document is about whom or where: 1 for the most frequent of its list. */
interface Weighted {
  readonly id: string;
  readonly score: number;
}

export interface Profile {
  /** Most weight first. */
  readonly countries: readonly Weighted[];
  readonly actors: readonly Weighted[];
  readonly places: readonly Weighted[];
  /** Code of the state that a place lies in or that one acts for, by id, where known. */
  readonly countryOf: ReadonlyMap<string, string>;
  /** Id of the place that a sentence happens in, by the index of the sentence; null until one is set. */
  readonly where: readonly (string | null)[];
}

const TITLE = 3;
const OPENING = 2;
const POINTING = 0.5;
const PLACING = /\b(?:in|near|outside|inside)\s+(?:the\s+)?(?:\S+\s+){0,4}$/i;

/** What a document is about, by how often and where it names it. */
export function profileOf(document: Document, mentions: readonly Mention[]): Profile {
  return {
    countries: weigh(
      document,
      mentions.filter(({ kind, side }) => kind === 'country' || side !== null),
      countryOf,
    ),
    actors: weigh(
      document,
      mentions.filter(({ kind }) => kind !== 'place'),
      idOf,
    ),
    places: weigh(
      document,
      mentions.filter(({ kind }) => kind === 'place' || kind === 'country'),
      idOf,
    ),
    countryOf: new Map(
      mentions.flatMap(({ id, kind, side }) =>
        (side ?? (kind === 'country' ? id : null)) === null ? [] : [[id, side ?? id] as const],
      ),
    ),
    where: whereabouts(document, mentions),
  };
}

const idOf = ({ id }: Mention): string => id;
const countryOf = ({ kind, id, side }: Mention): string => (kind === 'country' ? id : (side ?? id));

function weigh(
  document: Document,
  mentions: readonly Mention[],
  keyOf: (mention: Mention) => string,
): readonly Weighted[] {
  const sums = new Map<string, number>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    sums.set(key, (sums.get(key) ?? 0) + weightOf(document, mention));
  }
  const most = sums.values().reduce((a, b) => Math.max(a, b), 0);
  return [...sums].map(([id, sum]) => ({ id, score: sum / most })).toSorted((a, b) => b.score - a.score);
}

function weightOf({ sentences }: Document, { sentence, naming }: Mention): number {
  const place = sentence === -1 ? TITLE : sentences[sentence]?.paragraph === 0 ? OPENING : 1;
  return naming === 'name' || naming === 'adjective' ? place : place * POINTING;
}

/** The last place that a sentence was put into, from the beginning of the text on. */
function whereabouts({ reading, sentences }: Document, mentions: readonly Mention[]): readonly (string | null)[] {
  const bySentence = Map.groupBy(mentions, ({ sentence }) => sentence);
  let where: string | null = null;
  return sentences.map(({ index, start }) => {
    for (const mention of bySentence.get(index) ?? [])
      if (isPlaced(mention) && PLACING.test(reading.text.slice(Math.max(start, mention.start - 60), mention.start)))
        where = mention.id;
    return where;
  });
}

const PLACED: ReadonlySet<MentionKind> = new Set(['place', 'country']);
const isPlaced = ({ kind, naming }: Mention): boolean => PLACED.has(kind) && naming !== 'adjective';
