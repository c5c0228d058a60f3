import { createHash } from 'node:crypto';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import type { ClaimType } from '../../src/domain/claim.ts';
import type { Entity } from '../../src/domain/entity.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import { aClaim, anArticleFile, anEntity, type ParaphraseOf, published } from './claims.ts';

/** An invented crisis of any size, the same for the same seed: two years of news in which most of it happens in one place. */
export interface SyntheticStore {
  readonly entities: readonly Entity[];
  /** Newest article, Unix ms. */
  readonly newestAtMs: number;
  /** Article `index` with its claims; ascending in time. Made when asked for, so that a large store needs no memory. */
  readonly file: (index: number) => ArticleFile;
  /** The region that holds over half of all claims, a town in it, a far village, and a person. */
  readonly ids: {
    readonly country: string;
    readonly commonest: string;
    readonly town: string;
    readonly village: string;
    readonly person: string;
  };
  /** Words of claims, from one that is in most of them to one that is in few. */
  readonly words: readonly string[];
}

const DAYS = 730;
const FIRST_DAY_MS = Date.UTC(2023, 0, 1);
const REGIONS = 24;
const TOWNS = 1_200;
const PEOPLE = 300;
const PUBLISHERS = 60;
const VOCABULARY = 4_000;
const SYLLABLES = [
  'ba',
  'ko',
  'ri',
  'ven',
  'sal',
  'tor',
  'mi',
  'dru',
  'pel',
  'gan',
  'os',
  'lu',
  'chev',
  'na',
  'zir',
  'hol',
];
const CYRILLIC = [
  'ба',
  'ко',
  'рі',
  'вен',
  'сал',
  'тор',
  'ми',
  'дру',
  'пел',
  'ган',
  'ос',
  'лу',
  'чев',
  'на',
  'зір',
  'гол',
];

export function syntheticStore(articles: number, seed = 1): SyntheticStore {
  return {
    entities: entities(),
    newestAtMs: publishedAt(articles - 1, articles),
    file: (index) => file(index, articles, seed),
    ids: { country: 'aldavia', commonest: region(0), town: town(0), village: town(TOWNS - 1), person: person(0) },
    words: [0, 3, 30, 300, 3_000].map((rank) => word(rank, SYLLABLES)),
  };
}

const region = (rank: number): string => `${word(rank + 40, SYLLABLES)}-region`;
const town = (rank: number): string => `${word(rank * 3 + 100, SYLLABLES)}-town`;
const person = (rank: number): string => `${word(rank + 5_000, SYLLABLES)}-${word(rank * 7 + 9_000, SYLLABLES)}`;

/** The first town is in the first region, and so is every second of the others. */
const regionOf = (rank: number): string => region(rank % 2 === 0 ? 0 : rank % REGIONS);

function entities(): readonly Entity[] {
  const named = (id: string, number: number): Entity['names'] => ({
    en: id.replaceAll('-', ' '),
    uk: word(number, CYRILLIC),
  });
  const list = (count: number): readonly number[] => Array.from({ length: count }, (_, rank) => rank);
  return [
    anEntity({ id: 'aldavia', kind: 'country', code: 'AD' }),
    anEntity({ id: 'borland', kind: 'country', code: 'BO' }),
    ...list(REGIONS).map((rank) =>
      anEntity({ id: region(rank), kind: 'region', names: named(region(rank), rank + 40), within: ['aldavia'] }),
    ),
    ...list(TOWNS).map((rank) =>
      anEntity({ id: town(rank), names: named(town(rank), rank * 3 + 100), within: [regionOf(rank)] }),
    ),
    ...list(PEOPLE).map((rank) =>
      anEntity({ id: person(rank), kind: 'person', names: named(person(rank), rank + 5_000), side: 'AD' }),
    ),
  ];
}

const publishedAt = (index: number, articles: number): number =>
  FIRST_DAY_MS + Math.floor((index / articles) * DAYS * DAY_MS);

function file(index: number, articles: number, seed: number): ArticleFile {
  const random = randomOf(seed, index);
  const atMs = publishedAt(index, articles);
  const day = Math.floor((atMs - FIRST_DAY_MS) / DAY_MS);
  const claims = Array.from({ length: 3 + Math.floor(random() * 5) }, () =>
    happening(day, Math.floor(random() ** 1.5 * (articles / 200)), seed),
  );
  const publisher = `Publisher ${skewed(random, PUBLISHERS)}`;
  const dated = index % 500 === 0 ? published(null) : published(atMs);
  return anArticleFile(
    { id: `synthetic-${index}`, title: sentence(random, 8, SYLLABLES), publisher, ...dated },
    claims,
  );
}

/** One happening of a day, the same for every article that reports it; low ranks are reported by many. */
function happening(day: number, rank: number, seed: number): ParaphraseOf<ClaimType> {
  const random = randomOf(seed + day, rank + 1_000_000);
  const type = pick(random, TYPES);
  const place = [town(skewed(random, TOWNS))];
  const iso = new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);
  return { ...slots(type, place, random), date: { text: iso, iso }, ...told(random) };
}

const TYPES: readonly ClaimType[] = [
  'strike',
  'strike',
  'strike',
  'move',
  'move',
  'impact',
  'impact',
  'aid',
  'visit',
  'statement',
];
const SIDES = ['AD', 'BO'] as const;

function slots(type: ClaimType, place: readonly string[], random: () => number): ParaphraseOf<ClaimType> {
  const who = person(skewed(random, PEOPLE));
  const count = { value: 1 + Math.floor(random() * 40), op: 'eq' } as const;
  switch (type) {
    case 'aid':
      return aClaim({
        type,
        donor: [pick(random, SIDES)],
        recipient: 'AD',
        place,
        amount: { value: count.value * 1e6, cur: 'USD', op: 'eq' },
      });
    case 'move':
      return aClaim({ type, actor: pick(random, SIDES), place });
    case 'strike':
      return aClaim({ type, actor: pick(random, SIDES), place, count });
    case 'visit':
      return aClaim({ type, visitor: [who], place });
    case 'impact':
      return aClaim({ type, place, count });
    case 'statement':
      return aClaim({ type, speaker: who, evidence: [{ ...aClaim().evidence[0]!, sha256: sha256(String(random())) }] });
  }
}

function told(random: () => number): Pick<ParaphraseOf<ClaimType>, 'sentence' | 'attr' | 'epi'> {
  const attr = random() < 0.5 ? { who: person(skewed(random, 40)), side: 'AD', cue: 'said' } : null;
  return {
    sentence: { en: sentence(random, 14, SYLLABLES), uk: sentence(random, 14, CYRILLIC) },
    attr,
    epi: attr ? 'claimed' : 'asserted',
  };
}

const sentence = (random: () => number, words: number, syllables: readonly string[]): string =>
  Array.from({ length: words }, () => word(skewed(random, VOCABULARY), syllables)).join(' ');

/** A word for a number: different for different numbers. */
function word(number: number, syllables: readonly string[]): string {
  const last = syllables[number % syllables.length] ?? '';
  return number < syllables.length ? `${last}${last}` : word(Math.floor(number / syllables.length), syllables) + last;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pick = <T>(random: () => number, list: readonly [T, ...T[]] | readonly T[]): T =>
  list[Math.floor(random() * list.length)]!;

/** A rank below `count`: each tenth of the way to the top is about as likely as the rest below it. */
function skewed(random: () => number, count: number): number {
  return Math.min(Math.floor(count ** random()) - 1, Math.floor(count) - 1);
}

/** Numbers in [0, 1), the same for the same pair. @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
function randomOf(seed: number, stream: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream, 0x85ebca6b)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const stirred = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((stirred ^ (stirred >>> 14)) >>> 0) / 2 ** 32;
  };
}
