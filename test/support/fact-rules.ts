import { createHash } from 'node:crypto';
import { settle } from '../../src/brief/event/settle.ts';
import type { Article } from '../../src/domain/article.ts';
import { publishedAtMs } from '../../src/domain/article.ts';
import type { Claim } from '../../src/domain/claim.ts';
import type { EventRules, Profile } from '../../src/domain/event.ts';
import { detailsOf, slotKey } from '../../src/domain/fact.ts';

/** The slots with every detail and the day: equal for claims that say the very same. */
export function factKey(claim: Claim, article: Article): string {
  if (claim.mode === 'excerpt') return slotKey(claim, article);
  const at = publishedAtMs(article);
  const day = claim.date?.iso ?? (at === null ? '' : new Date(at).toISOString().slice(0, 10));
  return JSON.stringify([slotKey(claim, article), detailsOf(claim).toSorted(), claim.suspect?.en ?? '', day]);
}

const NOTHING: Omit<Profile, 'type' | 'article'> = {
  speaker: null,
  denied: false,
  realis: 'actual',
  actors: [],
  partners: [],
  what: [],
  words: [],
  places: [],
  isBroad: true,
  countries: [],
  fromDay: 0,
  toDay: 0,
  isDated: false,
};

/** The plainest rules there are: claims that say the very same are one event, whenever they came; copies are the same to the letter. */
export const FACT_RULES: EventRules = {
  version: 'facts',
  fileOf: ({ claim, article }) => {
    const keys = [factKey(claim, article)];
    const profile = { ...NOTHING, type: claim.type, article: article.id };
    return { profile, order: `${article.id} ${claim.id}`, keys, seeks: keys };
  },
  settle: (index, undecided) => settle(index, undecided, () => 1),
  sketchOf: (text) => new Uint8Array(createHash('sha256').update(text).digest().subarray(0, 4)),
  marksOf: (sketch) => [new DataView(sketch.buffer, sketch.byteOffset).getUint32(0)],
  likeness: (a, b) => (Buffer.compare(a, b) === 0 ? 1 : 0),
};
