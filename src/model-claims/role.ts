import type { Analysis } from '../extract/analysis.ts';
import type { Argument, Clauses, Predicate } from '../extract/clauses/clauses.ts';
import type { ClauseLexicon } from '../extract/clauses/lexicon.ts';
import { roleOf } from '../extract/clauses/role-of.ts';
import type { Mention } from '../extract/entities/mention.ts';
import { type Trigger, voiceOf } from '../extract/slots/trigger.ts';
import type { Framed } from './answer.ts';

/** What grammar says of whether somebody named fills a slot: that they do, that another does, that it seems so, or nothing. */
export type Ruling = 'for' | 'against' | 'unlikely' | 'open';

/** The event that a claim tells, as the text has it. */
export interface Told {
  readonly claim: Framed;
  readonly trigger: Trigger | null;
  /** Everybody and every place named beside the trigger within the words that are quoted. */
  readonly quoted: readonly Mention[];
  readonly analysis: Analysis;
  readonly grammar: ClauseLexicon;
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

/**
 * By how each who is named stands in the sentence. That somebody attacks, advances or travels is said only where grammar tells it:
 * who is merely the likeliest may be who repelled the attack.
 */
export function rulingOn(slot: string, isMeant: (mention: Mention) => boolean, told: Told): Ruling {
  const { trigger, analysis, at, claim } = told;
  const clauses = analysis.clauses[at];
  const predicate = trigger?.predicate ?? null;
  const otherwise = DOERS.has(slot) ? 'against' : 'open';
  if (predicate === null || clauses === undefined) return otherwise;
  const roles = told.quoted
    .filter(({ kind }) => kind !== 'place')
    .map((mention) => ({ mention, role: roleIn(mention, predicate, clauses, told.grammar) }));
  const ruling = ({ mention, role }: (typeof roles)[number]): Ruling => rulingOf(slot, role, mention, claim);
  const own = roles.filter(({ mention }) => isMeant(mention));
  if (own.some((each) => ruling(each) === 'for')) return 'for';
  // "The head of Care": part of who does it.
  if (own.some(({ role }) => PART_OF_DOER.test(role))) return 'unlikely';
  if (roles.some((each) => !own.includes(each) && ruling(each) === 'for')) return 'against';
  return own.length > 0 && own.every((each) => ruling(each) === 'against') ? 'against' : otherwise;
}

/** As `standsAs`, behind how the word that tells the event is used; of a verb that tells of a guest, turned round. */
function roleIn(mention: Mention, predicate: Predicate, clauses: Clauses, grammar: ClauseLexicon): Role {
  const role = `${voiceOf(predicate)} ${standsAs(mention, predicate, clauses)}`;
  if (grammar.grammar === 'endings') return role;
  const governor = predicate.governor === null ? null : clauses.predicates[predicate.governor];
  if (role === 'noun subject' && governor && grammar.undergoing.has(governor.lemma)) return 'noun undergoer';
  return predicate.kind === 'verb' && grammar.receiving.has(predicate.lemma) ? (RECEIVED[role] ?? role) : role;
}

/** "A welcomed B": it is B who visits. */
const RECEIVED: Readonly<Record<Role, Role>> = {
  'active subject': 'active pp:with',
  'active object': 'active subject',
  'passive subject': 'active subject',
  'passive agent': 'active pp:with',
};

const PART_OF_DOER = /^active subject\//;

/** By the last word; by the whole name where that is what does it: "Secretary of State Ann Lee". */
function standsAs({ from, to }: Mention, predicate: Predicate, clauses: Clauses): string {
  const { subject } = predicate;
  const isSubject = subject !== null && from <= subject.head && subject.head < to;
  return isSubject ? 'subject' : roleOf(to - 1, predicate, clauses);
}

/** Slots of who does it. */
const DOERS: ReadonlySet<string> = new Set(['actor', 'visitor']);

/** A state that does something is no place where it is done. */
export function rulingOnPlace(isMeant: (mention: Mention) => boolean, { quoted, analysis, at }: Told): Ruling {
  const predicates = analysis.clauses[at]?.predicates ?? [];
  const acts = ({ to }: Mention): boolean =>
    predicates.some(
      (each) => isWithin(to, each.agent) || (each.kind === 'verb' && !each.passive && isWithin(to, each.subject)),
    );
  const meant = quoted.filter(isMeant);
  return meant.length > 0 && meant.every((one) => one.kind === 'country' && acts(one)) ? 'against' : 'open';
}

const isWithin = (to: number, part: Argument | null): boolean => part !== null && to > part.from && to <= part.to;

function rulingOf(slot: string, role: Role, mention: Mention, claim: Framed): Ruling {
  // "Ukrainian allies" are not Ukraine; "Russian drones" are Russia's.
  if (mention.naming === 'adjective' && claim.type !== 'strike' && claim.type !== 'move') return 'open';
  if (slot === 'recipient') return recipientBy(role, claim);
  if (slot === 'host')
    return /pp:with$/u.test(role) ? 'for' : DOES.has(role) || /pp:(?:from|in|to)$/u.test(role) ? 'against' : 'open';
  if (claim.type === 'aid' && claim.status === 'requested') return DOES.has(role) || TO.test(role) ? 'against' : 'open';
  if (DOES.has(role)) return 'for';
  if (claim.type === 'visit') return /pp:(?:to|in|on|at|with)$/u.test(role) ? 'against' : 'open';
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
