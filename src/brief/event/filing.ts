import { publishedAtMs } from '../../domain/article.ts';
import { type Filing, LONGEST_DAYS, type PlacesAround, type Profile } from '../../domain/event.ts';
import type { SourcedClaim } from '../../domain/sourced-claim.ts';
import { profileOf } from './profile.ts';

/** How a claim is filed; null where its time is not known or too wide, and for what is never merged. */
export function fileOf(one: SourcedClaim, around: PlacesAround): Filing | null {
  const { claim, article } = one;
  if (claim.type === 'statement' || claim.mode === 'excerpt') return null;
  const profile = profileOf(one, around);
  if (profile === null || profile.toDay - profile.fromDay > LONGEST_DAYS) return null;
  const ranks = [99 - specificity(profile), numbered(profile.toDay), numbered(publishedAtMs(article) ?? 0)];
  return { profile, order: [...ranks, article.id, claim.id].join('|'), ...keysOf(profile) };
}

/** Below zero too, so that text sorts as the number does. */
const numbered = (value: number): string => String(value + 10 ** 15).padStart(17, '0');

/** How much a claim says: what says more leads what says less. */
function specificity({ actors, partners, what, words, places, amount, count, isDated }: Profile): number {
  const said = [actors, partners, what, words, places].filter((list) => list.length > 0).length;
  const figures = Number(amount !== undefined) + Number(count !== undefined && 'value' in count);
  const depth = Math.min(3, ...places.map((place) => place.length));
  return 10 + said + 2 * figures + (places.length > 0 ? depth : 0) + Number(isDated);
}

/** Claims of a type see each other by who gives how much or what, by who meets, or by places of which one contains the other. */
function keysOf(profile: Profile): Pick<Filing, 'keys' | 'seeks'> {
  const { type, actors, partners } = profile;
  if (type === 'aid') return aidKeys(profile);
  if (type !== 'visit') return placeKeys(profile);
  const keys = [...new Set([...actors, ...partners])].map((ref) => `visit ${ref}`);
  return { keys, seeks: keys };
}

/** Each step is a quarter more than the one before: sums that are taken for one are at most one step apart. */
const STEP = Math.log(1.25);

/** Two with sums are one by these alone; what is given tells where one has none. */
function aidKeys({ actors, amount, words }: Profile): Pick<Filing, 'keys' | 'seeks'> {
  const items = (told: 'with sum' | 'open'): readonly string[] =>
    actors.flatMap((donor) => words.map((word) => `aid ${told} ${donor} ${word}`));
  if (!amount) return { keys: items('open'), seeks: [...items('open'), ...items('with sum')] };
  const step = Math.round(Math.log(amount.value) / STEP);
  const sums = (steps: readonly number[]): readonly string[] =>
    actors.flatMap((donor) => steps.map((each) => `aid ${donor} ${amount.cur} ${each}`));
  return {
    keys: [...items('with sum'), ...sums([step])],
    seeks: [...items('open'), ...sums([step - 1, step, step + 1])],
  };
}

function placeKeys({ type, places }: Profile): Pick<Filing, 'keys' | 'seeks'> {
  const own = places.flatMap(([id]) => id ?? []);
  const around = places.flatMap(([, ...outer]) => outer);
  if (own.length === 0) return { keys: [`${type} anywhere`], seeks: [`${type} anywhere`] };
  return {
    keys: [...own.map((id) => `${type} in ${id}`), ...around.map((id) => `${type} within ${id}`)],
    seeks: [...[...own, ...around].map((id) => `${type} in ${id}`), ...own.map((id) => `${type} within ${id}`)],
  };
}
