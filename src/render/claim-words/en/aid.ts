import type { ClaimOf } from '../../../domain/claim.ts';
import { amountWords } from '../../figure-words.ts';
import { countedWords, givenWords, kindTold, listWords, type WordsContext } from '../context.ts';
import { stageOf } from '../stage.ts';
import { active, type Polarity, passive, type Verb } from './clause.ts';
import { before, inPlaces, subjectOf } from './names.ts';

type Aid = ClaimOf<'aid'>;

const VERBS: Readonly<Record<Aid['status'], Verb & { readonly participle: string }>> = {
  requested: { base: 'ask for', past: 'asked for', ongoing: 'asking for', participle: 'requested' },
  proposed: { base: 'propose', past: 'proposed', ongoing: 'proposing', participle: 'proposed' },
  pledged: { base: 'pledge', past: 'pledged', ongoing: 'pledging', participle: 'pledged' },
  approved: { base: 'approve', past: 'approved', ongoing: 'approving', participle: 'approved' },
  announced: { base: 'announce', past: 'announced', ongoing: 'announcing', participle: 'announced' },
  delivering: { base: 'deliver', past: 'delivered', ongoing: 'delivering', participle: 'delivered' },
  delivered: { base: 'deliver', past: 'delivered', ongoing: 'delivering', participle: 'delivered' },
  refused: { base: 'refuse to give', past: 'refused to give', ongoing: 'refusing to give', participle: 'refused' },
  suspended: {
    base: 'suspend or cut',
    past: 'suspended or cut',
    ongoing: 'suspending or cutting',
    participle: 'suspended or cut',
  },
};

/** What is on its way goes "to" somebody, what is talked of is "for" them. */
const TO: ReadonlySet<Aid['status']> = new Set(['pledged', 'delivering', 'delivered', 'refused']);

const KINDS: Readonly<Record<NonNullable<Aid['kind']>, string>> = {
  military: 'military aid',
  financial: 'financial aid',
  humanitarian: 'humanitarian aid',
  training: 'training',
  permission: 'permission to use weapons',
  political: 'political support',
};

export function aidWords(claim: Aid, context: WordsContext): string {
  const { donor, recipient, requester, status, place = [] } = claim;
  const polarity: Polarity = { realis: stageOf(claim), neg: claim.neg };
  const verb = VERBS[status];
  const asker = status === 'requested' ? requester : undefined;
  const taker = recipient === null || recipient === asker ? [] : [recipient];
  const what = whatOf(claim, context);
  const target = `${before(TO.has(status) ? 'to' : 'for', taker, context)}${inPlaces(place, context)}`;
  if (status !== 'requested' && donor.length > 0) {
    const asked = requester === undefined ? '' : ` (asked for by ${subjectOf([requester], context).words})`;
    return `${active(subjectOf(donor, context), verb, polarity)} ${what}${target}${asked}`;
  }
  const giver = before('from', donor, context);
  if (asker !== undefined) return `${active(subjectOf([asker], context), verb, polarity)} ${what}${giver}${target}`;
  const subject = { words: `${what}${giver}${target}`, isPlural: isPlural(claim) };
  return passive(subject, verb.participle, polarity);
}

const isPlural = ({ amount, count }: Aid): boolean =>
  amount === undefined && count !== undefined && !('value' in count && count.value === 1);

/** "$61 billion in military aid (air defences)", "50 tanks". */
function whatOf(claim: Aid, context: WordsContext): string {
  const { amount, count } = claim;
  const kind = kindTold(claim);
  const list = givenWords(claim, context.language);
  const contents = list.length > 0 ? ` (${listWords(list, context.language)})` : '';
  const noun = kind === undefined ? 'aid' : KINDS[kind];
  const number = count ? countedWords(count, context) : null;
  if (amount) {
    const worth = `${amountWords(amount, context.language)} in ${noun}${contents}`;
    return number === null ? worth : `${worth} (${number})`;
  }
  if (number !== null && count?.unit !== undefined) return `${number}${contents}`;
  return number === null ? `${noun}${contents}` : `${noun}${contents} (number: ${number})`;
}
