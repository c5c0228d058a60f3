import { hash } from 'node:crypto';

/** An article by its id, and by another digest for any other content. */
interface Content {
  readonly id: string;
  readonly digest: string;
}

/**
 * Most articles that are told apart: an older one that is replaced later goes unnoticed, and so does nothing that is new while
 * fewer than this come in between two questions.
 */
export const KNOWN_AT_MOST = 4_000;

/** Of an id and of a digest. One new article in some million is taken for another that is known. */
const [ID_BYTES, DIGEST_BYTES] = [4, 3];
const BYTES = ID_BYTES + DIGEST_BYTES;

/** Articles in seven bytes each, as base64. */
export const knownOf = (articles: readonly Content[]): string =>
  Buffer.concat(articles.slice(0, KNOWN_AT_MOST).map(bytesOf)).toString('base64');

/** A store gives the same object for the same article again. */
const bytesKnown = new WeakMap<Content, Buffer>();

function bytesOf(article: Content): Buffer {
  const bytes = bytesKnown.get(article) ?? hashed(article);
  bytesKnown.set(article, bytes);
  return bytes;
}

const hashed = ({ id, digest }: Content): Buffer =>
  Buffer.concat([
    hash('sha256', id, 'buffer').subarray(0, ID_BYTES),
    hash('sha256', digest, 'buffer').subarray(0, DIGEST_BYTES),
  ]);

/** What has become of the articles since. */
export interface Difference {
  readonly arrived: readonly string[];
  readonly replaced: readonly string[];
  /** How many that were known are not among the articles given. */
  readonly missing: number;
}

/** Which of the articles, those first that were stored last, are not as they were known. Never throws: what is no list of articles knows none. */
export function differenceFrom(known: string, articles: readonly Content[]): Difference {
  const digests = digestsIn(known);
  const all = articles.map((article) => {
    const bytes = bytesOf(article);
    const was = digests.get(bytes.readUInt32BE(0));
    return { id: article.id, was, isSame: was === bytes.readUIntBE(ID_BYTES, DIGEST_BYTES) };
  });
  const found = withoutOlder(all, digests.size);
  return {
    arrived: found.filter(({ was }) => was === undefined).map(({ id }) => id),
    replaced: found.filter(({ was, isSame }) => was !== undefined && !isSame).map(({ id }) => id),
    missing: digests.size - found.filter(({ was }) => was !== undefined).length,
  };
}

/** Where not all that was there could be known, what comes after all that was is older: some of that has been taken out. */
function withoutOlder<T extends { readonly was: number | undefined }>(
  newestFirst: readonly T[],
  known: number,
): readonly T[] {
  const last = newestFirst.findLastIndex(({ was }) => was !== undefined);
  // Two ids of one hash count once.
  return known < KNOWN_AT_MOST - 2 || last < 0 ? newestFirst : newestFirst.slice(0, last + 1);
}

function digestsIn(known: string): ReadonlyMap<number, number> {
  const bytes = Buffer.from(known, 'base64');
  const count = Math.floor(bytes.length / BYTES);
  return new Map(
    Array.from({ length: count }, (_, at) => [
      bytes.readUInt32BE(at * BYTES),
      bytes.readUIntBE(at * BYTES + ID_BYTES, DIGEST_BYTES),
    ]),
  );
}
