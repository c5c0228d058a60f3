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

/** Which of the articles are not as they were known. Never throws: what is no list of articles knows none. */
export function differenceFrom(known: string, articles: readonly Content[]): Difference {
  const digests = digestsIn(known);
  const found = articles.map((article) => {
    const bytes = bytesOf(article);
    const was = digests.get(bytes.readUInt32BE(0));
    return { id: article.id, was, isSame: was === bytes.readUIntBE(ID_BYTES, DIGEST_BYTES) };
  });
  return {
    arrived: found.filter(({ was }) => was === undefined).map(({ id }) => id),
    replaced: found.filter(({ was, isSame }) => was !== undefined && !isSame).map(({ id }) => id),
    missing: digests.size - found.filter(({ was }) => was !== undefined).length,
  };
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
