import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { Analysis } from '../extract/analysis.ts';
import type { Attribution } from '../extract/attribution/attribution.ts';
import { epiOf } from '../extract/attribution/attribution-at.ts';
import { speakerOf } from '../extract/claims/speaker-of.ts';
import { wordsOfName } from '../extract/entities/word.ts';

/** Whether a model hands a claim to whom the local reading hands it; both may leave it to the article. */
export function isSameSpeaker(name: string | null, attr: ExtractedClaim['attr']): boolean {
  if (name === null || attr === null) return name === null && attr === null;
  const [given, own] = [wordsOfName(name), wordsOfName(attr.surface ?? '')];
  const slug = given.join('-');
  return slug === attr.who || shares(given, own) || shares(given, attr.who.split('-'));
}

/** Where a sentence hands something to somebody of this name; undefined where it does not. */
export const attributionTo = (name: string | null, at: number, { voices }: Analysis): Attribution | undefined =>
  voices.attributions.find(
    ({ sentence, outlet, holder }) => sentence === at && !outlet && isSameSpeaker(name, speakerOf(holder)),
  );

/** A claim that the local reading leaves to the article, with the speaker whom a model names, where the sentence lets them speak. */
export function withSpeaker(own: ExtractedClaim, name: string | null, at: number, analysis: Analysis): ExtractedClaim {
  const said = name === null || own.attr !== null ? undefined : attributionTo(name, at, analysis);
  if (said === undefined) return own;
  const epi = epiOf(said, null);
  return epi === 'denied' ? own : { ...own, attr: speakerOf(said.holder), epi };
}

/** Whether all words of the shorter name are among the longer's. */
function shares(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((word) => long.includes(word));
}

/** Whether a sentence has its words from another paper or agency: a model may leave out that it says so, we do not. */
export const isOutlet = (attr: ExtractedClaim['attr'], at: number, { voices }: Analysis): boolean =>
  attr !== null &&
  voices.attributions.some(({ sentence, outlet, holder }) => outlet && sentence === at && holder.who === attr.who);
