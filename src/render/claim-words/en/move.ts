import type { ClaimOf } from '../../../domain/claim.ts';
import { countedWords, type WordsContext } from '../context.ts';
import { active, type Polarity, passive, type Subject, type Verb } from './clause.ts';
import { atPlaces, before, holdsPlaces, subjectOf, theNames } from './names.ts';

type Move = ClaimOf<'move'>;
type Action = Move['action'];

const NOBODY: Subject = { words: 'unnamed forces', isPlural: true };

/** Of an offensive nobody may say that it gained ground, and of an advance that failed nobody that there was no offensive. */
const OFFENSIVE: Verb = {
  base: 'go on the offensive',
  past: 'was on the offensive',
  pastOfMany: 'were on the offensive',
  ongoing: 'on the offensive',
};
const ADVANCE: Verb = { base: 'advance', past: 'advanced', ongoing: 'advancing' };

const VERBS: Readonly<Record<Exclude<Action, 'advance'>, Verb>> = {
  capture: { base: 'capture', past: 'captured', ongoing: 'capturing' },
  withdraw: { base: 'withdraw', past: 'withdrew', ongoing: 'withdrawing' },
  deploy: { base: 'deploy', past: 'deployed', ongoing: 'deploying' },
  reinforce: { base: 'send reinforcements', past: 'sent reinforcements', ongoing: 'sending reinforcements' },
  mass: { base: 'mass', past: 'massed', ongoing: 'massing' },
  hold: { base: 'hold or defend', past: 'held or defended', ongoing: 'holding or defending' },
  lose: { base: 'lose', past: 'lost', ongoing: 'losing' },
};

export function moveWords(claim: Move, context: WordsContext): string {
  const polarity: Polarity = claim;
  const participle = PARTICIPLES[claim.action];
  if (claim.actor === null && participle !== undefined) {
    const isSent = claim.action === 'deploy';
    const rest = isSent ? whereTo(claim, context) : '';
    return passive(isSent ? sentOf(claim, context) : takenOf(claim, context), participle, polarity) + rest;
  }
  const subject = claim.actor === null ? NOBODY : subjectOf([claim.actor], context);
  return active(subject, verbOf(claim), polarity) + REST[claim.action](claim, context);
}

/** Of what needs no actor to be said. */
const PARTICIPLES: Readonly<Partial<Record<Action, string>>> = {
  capture: 'captured',
  lose: 'lost',
  deploy: 'deployed',
};

function verbOf({ action, neg }: Move): Verb {
  if (action !== 'advance') return VERBS[action];
  return neg ? ADVANCE : OFFENSIVE;
}

type Rest = (claim: Move, context: WordsContext) => string;

/** Ground in a region is not the region. */
function ground({ place, count }: Move, context: WordsContext): string {
  if (count) return ` ${countedWords(count, context)}${atPlaces(place, context)}`;
  if (place.length === 0) return ' ground';
  return holdsPlaces(place, context) ? ` ground${atPlaces(place, context)}` : ` ${theNames(place, context)}`;
}

function takenOf(claim: Move, context: WordsContext): Subject {
  const { place, count } = claim;
  const isPlural = count !== undefined || (place.length > 1 && !holdsPlaces(place, context));
  return { words: ground(claim, context).trim(), isPlural };
}

const sentOf = (claim: Move, context: WordsContext): Subject => {
  const { count } = claim;
  return { words: forces(claim, context).trim(), isPlural: !count || 'vague' in count || count.value !== 1 };
};

const whereTo = (claim: Move, context: WordsContext): string => atPlaces(claim.place, context) + fromTo(claim, context);

const forces = ({ count }: Move, context: WordsContext): string =>
  count ? ` ${countedWords(count, context)}` : ' forces';
const counted = ({ count }: Move, context: WordsContext): string => (count ? ` (${countedWords(count, context)})` : '');
const fromTo = ({ from = [], to = [] }: Move, context: WordsContext): string =>
  before('from', from, context) + before('towards', to, context);

const REST: Readonly<Record<Action, Rest>> = {
  advance: (claim, context) => whereTo(claim, context) + counted(claim, context),
  capture: ground,
  withdraw: withdrawn,
  deploy: (claim, context) => forces(claim, context) + whereTo(claim, context),
  reinforce: (claim, context) => before('to', claim.place, context) + fromTo(claim, context) + counted(claim, context),
  mass: (claim, context) =>
    forces(claim, context) + before('in or around', claim.place, context) + fromTo(claim, context),
  hold: (claim, context) => `${ground({ ...claim, count: undefined }, context)}${counted(claim, context)}`,
  lose: ground,
};

/** A place with no word for where they came from is the one they left; of a region, perhaps only a part. */
function withdrawn(claim: Move, context: WordsContext): string {
  const { place, from = [], to = [] } = claim;
  const left = from.length > 0 ? from : place;
  const what = claim.count ? ` ${countedWords(claim.count, context)}` : '';
  const within = from.length > 0 && place.some((ref) => !from.includes(ref)) ? atPlaces(place, context) : '';
  const origin = holdsPlaces(left, context)
    ? ` from positions${atPlaces(left, context)}`
    : before('from', left, context);
  return `${what}${origin}${within}${before('to', to, context)}`;
}
