import type { Analysis } from '../extract/analysis.ts';
import type { Predicate } from '../extract/clauses/clauses.ts';
import { roleOf } from '../extract/clauses/role-of.ts';
import type { Token } from '../extract/document.ts';
import type { Mention } from '../extract/entities/mention.ts';
import { type Trigger, voiceOf } from '../extract/slots/trigger.ts';
import type { Framed } from './answer.ts';

/** What grammar says of whether somebody named fills a slot: that they do, that somebody else does, or nothing. */
export type Ruling = 'for' | 'against' | 'open';

/** The event that a claim tells, as the text has it. */
export interface Told {
  readonly claim: Framed;
  readonly trigger: Trigger | null;
  /** Everybody and every place named beside the trigger within the words that are quoted. */
  readonly quoted: readonly Mention[];
  readonly analysis: Analysis;
  /** Index of the sentence. */
  readonly at: number;
}

/** How one stands to the word that tells the event: "active subject", "noun pp:to". */
type Role = string;

/** Who does it. */
const DOES: ReadonlySet<Role> = new Set([
  'active subject',
  'passive agent',
  'noun possessor',
  'noun subject',
  'noun agent',
]);
/** To whom it is done, where the rest tells who does it. */
const UNDERGOES: ReadonlySet<Role> = new Set(['active object', 'passive subject', 'noun of']);

const AWAY = /^\w+ pp:(?!by$|from$)/u;
const TO = /^\w+ pp:(?:to|for)$/u;

/** By the one to whom each named stands in the sentence. */
export function rulingOn(slot: string, isMeant: (mention: Mention) => boolean, told: Told): Ruling {
  const { trigger, analysis, at } = told;
  const clauses = analysis.clauses[at];
  const predicate = trigger?.predicate ?? null;
  if (predicate === null || clauses === undefined) return 'open';
  const others: Ruling[] = [];
  const own: Ruling[] = [];
  for (const mention of told.quoted) {
    if (mention.kind === 'place') continue;
    const role = `${voiceOf(predicate)} ${roleOf(mention.to - 1, predicate, clauses)}`;
    (isMeant(mention) ? own : others).push(rulingOf(slot, role, mention, told.claim));
  }
  if (own.includes('for')) return 'for';
  if (others.includes('for') || (own.length > 0 && own.every((each) => each === 'against'))) return 'against';
  return slot in DOERS && hasDoer(predicate, analysis.document.sentences[at]?.tokens ?? []) ? 'against' : 'open';
}

/** Slots of who does it. */
const DOERS: Readonly<Record<string, true>> = { actor: true, visitor: true };

/** Whether a noun that names nobody whom we know is said to do it. */
const hasDoer = (predicate: Predicate, tokens: readonly Token[]): boolean => {
  if (predicate.kind !== 'verb' || predicate.passive || predicate.subject === null) return false;
  const pos = tokens[predicate.subject.head]?.pos;
  return pos === 'NOUN' || pos === 'PROPN';
};

function rulingOf(slot: string, role: Role, mention: Mention, claim: Framed): Ruling {
  // "Ukrainian allies" are not Ukraine; "Russian drones" are Russia's.
  if (mention.naming === 'adjective' && claim.type !== 'strike' && claim.type !== 'move') return 'open';
  if (slot === 'recipient') return recipientBy(role, claim);
  if (slot === 'host')
    return /pp:with$/u.test(role) ? 'for' : DOES.has(role) || /pp:(?:from|in|to)$/u.test(role) ? 'against' : 'open';
  if (claim.type === 'aid' && claim.status === 'requested') return DOES.has(role) || TO.test(role) ? 'against' : 'open';
  if (DOES.has(role)) return 'for';
  if (claim.type === 'visit') return /pp:(?:to|in|on|at)$/u.test(role) ? 'against' : 'open';
  if (claim.type === 'move') return AWAY.test(role) ? 'against' : 'open';
  return UNDERGOES.has(role) || AWAY.test(role) ? 'against' : 'open';
}

function recipientBy(role: Role, claim: Framed): Ruling {
  if (TO.test(role)) return 'for';
  if (!DOES.has(role)) return 'open';
  // "Ukraine received": of what has arrived either may be the one who is said to do it.
  const status = claim.type === 'aid' ? claim.status : null;
  return status === 'requested' ? 'for' : status === 'delivered' ? 'open' : 'against';
}
