import { CHECK_PARTS, type CheckPart } from '../../domain/check.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Profile } from '../../domain/event.ts';
import { hasHappened } from '../../domain/fact.ts';
import { isAct } from '../../domain/own-words.ts';
import { DAY_MS, type Span } from '../../domain/period.ts';
import { daysApart, haveLikeUnits, nearFigures, overlap } from '../event/compare.ts';
import { stageOf, standOf } from '../event/stage.ts';
import { contradict, type Figure } from '../figure.ts';

/** A claim with what of it is compared. */
export interface Profiled {
  readonly claim: Claim;
  readonly profile: Profile;
  /** When it was, as far as that is told; else when it was reported. */
  readonly when: Span | null;
}

/** How a source stands to one part: it says the same, something else, or nothing; null: the statement says nothing of it. */
type Answer = 'agrees' | 'differs' | 'open' | null;

export interface Comparison {
  readonly agrees: readonly CheckPart[];
  readonly differs: readonly CheckPart[];
  readonly open: readonly CheckPart[];
}

/** How what a source says stands to what a statement says; both are of one type. */
export function compare(statement: Profiled, source: Profiled): Comparison {
  const answers = CHECK_PARTS.map((part) => [part, BY_PART[part](statement, source)] as const);
  const those = (wanted: Answer): readonly CheckPart[] =>
    answers.filter(([, answer]) => answer === wanted).map(([part]) => part);
  return { agrees: those('agrees'), differs: those('differs'), open: those('open') };
}

const BY_PART: Readonly<Record<CheckPart, (statement: Profiled, source: Profiled) => Answer>> = {
  what: ({ profile: a }, { profile: b }) => shared(a.what, b.what),
  who: ({ profile: a }, { profile: b }) => all(a.actors, b.actors),
  whom: ({ profile: a }, { profile: b }) => all(a.partners, b.partners),
  where: ({ profile: a }, { profile: b }) => places(a, b),
  when: days,
  day: ({ profile: a }, { profile: b }) => undated(a, b),
  number: ({ profile: a }, { profile: b }) => numbers(a, b),
  object: ({ profile: a }, { profile: b }) => shared(a.words, b.words),
  stage: stages,
  polarity: ({ profile: a }, { profile: b }) => (a.denied === b.denied ? 'agrees' : 'differs'),
  speaker: ({ profile: a }, { profile: b }) =>
    a.speaker === null ? null : a.speaker === b.speaker ? 'agrees' : 'open',
  // Of an excerpt no slot is sure.
  wording: (_, { claim }) => (claim.mode === 'excerpt' ? 'open' : null),
};

function shared(a: readonly string[], b: readonly string[]): Answer {
  if (a.length === 0) return null;
  const match = overlap(a, b);
  return match === 'same' ? 'agrees' : match === 'open' ? 'open' : 'differs';
}

/** All that the statement names must be among those of the source. */
function all(a: readonly string[], b: readonly string[]): Answer {
  if (a.length === 0) return null;
  if (b.length === 0) return 'open';
  return a.every((one) => b.includes(one)) ? 'agrees' : 'differs';
}

/** What is done to a place whole is not done to what it lies in. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(['capture', 'lose', 'hold', 'withdraw']);

function places(a: Profile, b: Profile): Answer {
  if (a.places.length === 0) return null;
  if (b.places.length === 0) return 'open';
  const answers = a.places.map((place) => placeAnswer(place, a, b));
  if (answers.includes('differs')) return 'differs';
  return answers.includes('open') ? 'open' : 'agrees';
}

/** A source that tells of a town tells of its region; one that tells of the region leaves open which town. */
function placeAnswer(place: readonly string[], a: Profile, b: Profile): Answer {
  const [own = ''] = place;
  if (b.places.some(([id]) => id === own)) return 'agrees';
  const isInside = b.countries.includes(own) || b.places.some((other) => other.includes(own));
  if (isInside) return a.what.some((what) => OF_THE_WHOLE.has(what)) ? 'open' : 'agrees';
  const isAround = b.places.some(([id = '']) => place.includes(id) || a.countries.includes(id));
  return isAround ? 'open' : 'differs';
}

/** Longer than this, a span of a source says of no day in it that it was then. */
const SLACK_MS = DAY_MS;

/**
 * What a source tells of a time within the statement's is of that time; of a longer one, and of what was only reported then, it
 * leaves open when it was.
 */
function days({ when: a, profile: { isDated } }: Profiled, { when: b, profile: other }: Profiled): Answer {
  if (!isDated) return null;
  if (a === null || b === null) return 'open';
  // What came out later may tell of that day.
  if (b.toMs <= a.fromMs || (other.isDated && a.toMs <= b.fromMs)) return 'differs';
  return other.isDated && b.toMs - b.fromMs <= a.toMs - a.fromMs + SLACK_MS ? 'agrees' : 'open';
}

/** Without a day, what was said at about the time that the source tells of is taken for that; else it may be of any time. */
const undated = (a: Profile, b: Profile): Answer => (a.isDated || daysApart(a, b) <= 0 ? null : 'open');

function numbers({ amount, count }: Profile, source: Profile): Answer {
  if (amount) return source.amount?.cur === amount.cur ? figures(amount, source.amount) : 'open';
  if (!count) return null;
  if (!('value' in count) || !source.count || !('value' in source.count)) return 'open';
  return haveLikeUnits(count, source.count) ? figures(count, source.count) : 'open';
}

/** "More than 5" does not contradict 5,000, and says nothing of it. */
function figures(a: Figure, b: Figure): Answer {
  if (contradict(a, b)) return 'differs';
  return nearFigures(a, b, 0) ? 'agrees' : 'open';
}

const CALLED_OFF: ReadonlySet<string> = new Set(['cancelled', 'refused', 'suspended']);

/** Whether what a claim's status says is so: an act is one though what it leads to is planned, and so is a plan. */
function isSettled(claim: Claim): boolean {
  if (hasHappened(claim)) return true;
  if (claim.type === 'visit') return claim.status === 'planned';
  return claim.type === 'aid' && isAct(claim) && (claim.realis === 'planned' || standOf(claim.status) === 'asked');
}

/** What is told to have come further was so far too; what is only planned or possible has not happened. */
function stages({ claim: a, profile }: Profiled, { claim: b, profile: other }: Profiled): Answer {
  if (hasHappened(a) && !isSettled(b)) return 'differs';
  // That something happened can be denied without a word on whether it was planned.
  if (!hasHappened(a) && hasHappened(b) && other.denied && !profile.denied) return 'differs';
  if (profile.status === undefined) return 'agrees';
  if (CALLED_OFF.has(profile.status) || CALLED_OFF.has(other.status ?? ''))
    return profile.status === other.status ? 'agrees' : 'differs';
  return stageOf(b) >= stageOf(a) ? 'agrees' : 'differs';
}
