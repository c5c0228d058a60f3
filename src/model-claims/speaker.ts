import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import { wordsOfName } from '../extract/entities/word.ts';

/** Whether a model hands a claim to whom the local reading hands it; both may leave it to the article. */
export function isSameSpeaker(name: string | null, attr: ExtractedClaim['attr']): boolean {
  if (name === null || attr === null) return name === null && attr === null;
  const [given, own] = [wordsOfName(name), wordsOfName(attr.surface ?? '')];
  const slug = given.join('-');
  return slug === attr.who || shares(given, own) || shares(given, attr.who.split('-'));
}

/** Whether all words of the shorter name are among the longer's. */
function shares(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((word) => long.includes(word));
}
