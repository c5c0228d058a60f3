import type { ClaimOf } from '../../../domain/claim.ts';
import { articleWords, countedWords, type WordsContext } from '../context.ts';
import { stageOf } from '../stage.ts';
import { active, type Verb } from './clause.ts';
import { before, inPlaces, subjectOf, theNames } from './names.ts';

type Visit = ClaimOf<'visit'>;

const VISIT: Verb = { base: 'visit', past: 'visited', ongoing: 'visiting' };
const MEET: Verb = { base: 'meet', past: 'met', ongoing: 'meeting' };
/** Where both sides are named alike, nobody need have travelled. */
const TALK: Verb = { base: 'hold talks', past: 'held talks', ongoing: 'holding talks' };

export function visitWords(claim: Visit, context: WordsContext): string {
  const body = claim.status === 'cancelled' ? cancelled(claim, context) : met(claim, context);
  const { purpose, count } = claim;
  const notes = [
    ...otherSide(claim, context),
    ...(purpose === undefined ? [] : [`purpose: ${articleWords(purpose, context)}`]),
    ...(count ? [countedWords(count, context)] : []),
  ];
  return notes.length > 0 ? `${body} (${notes.join('; ')})` : body;
}

function met(claim: Visit, context: WordsContext): string {
  const { visitor, place, host } = claim;
  const polarity = { realis: stageOf(claim), neg: claim.neg };
  const subject = subjectOf(visitor, context);
  if (place.length === 0) return `${active(subject, MEET, polarity)} ${theNames(host, context)}`;
  if (visitor.length > 1 && host.length === 0) return active(subject, TALK, polarity) + inPlaces(place, context);
  return `${active(subject, VISIT, polarity)} ${theNames(place, context)}`;
}

/** Whom it was with, where that is not in the sentence itself; not always the host (two may meet in a third country). */
const otherSide = ({ place, host, status }: Visit, context: WordsContext): readonly string[] =>
  place.length > 0 && host.length > 0 && status !== 'cancelled' ? [`counterpart: ${theNames(host, context)}`] : [];

/** Called off or refused. */
function cancelled({ visitor, place, host, realis, neg }: Visit, context: WordsContext): string {
  const what = `A visit or meeting of ${theNames(visitor, context)}${before('with', host, context)}${inPlaces(place, context)}`;
  const isOpen = realis === 'hypothetical' || realis === 'planned';
  return `${what} ${isOpen ? 'might' : 'did'}${neg ? ' not' : ''} not take place`;
}
