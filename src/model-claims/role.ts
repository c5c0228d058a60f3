import type { Analysis } from '../extract/analysis.ts';
import type { Argument, Clauses, Predicate } from '../extract/clauses/clauses.ts';
import { roleOf } from '../extract/clauses/role-of.ts';
import type { Token } from '../extract/document.ts';
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
  const roles = told.quoted
    .filter(({ kind }) => kind !== 'place')
    .map((mention) => ({ mention, role: `${voiceOf(predicate)} ${standsAs(mention, predicate, clauses)}` }));
  const [own, others] = [
    roles.filter(({ mention }) => isMeant(mention)),
    roles.filter(({ mention }) => !isMeant(mention)),
  ];
  const ruling = ({ mention, role }: (typeof roles)[number]): Ruling => rulingOf(slot, role, mention, told.claim);
  if (own.some((each) => ruling(each) === 'for')) return 'for';
  // "The head of Care": part of who does it.
  if (own.some(({ role }) => PART_OF_DOER.test(role))) return 'open';
  if (others.some((each) => ruling(each) === 'for')) return 'against';
  if (own.length > 0 && own.every((each) => ruling(each) === 'against')) return 'against';
  return DOERS.has(slot) && hasDoer(predicate, analysis.document.sentences[at]?.tokens ?? []) ? 'unlikely' : 'open';
}

const PART_OF_DOER = /^active subject\//;

/** By the last word; by the whole name where that is what does it: "Secretary of State Ann Lee". */
function standsAs({ from, to }: Mention, predicate: Predicate, clauses: Clauses): string {
  const { subject } = predicate;
  const isSubject = subject !== null && from <= subject.head && subject.head < to;
  return isSubject ? 'subject' : roleOf(to - 1, predicate, clauses);
}

/** Slots of who does it. */
const DOERS: ReadonlySet<string> = new Set(['actor', 'visitor']);

/** Whether a noun that names nobody whom we know is said to do it. */
function hasDoer(predicate: Predicate, tokens: readonly Token[]): boolean {
  if (predicate.kind !== 'verb' || predicate.passive || predicate.subject === null) return false;
  const pos = tokens[predicate.subject.head]?.pos;
  return pos === 'NOUN' || pos === 'PROPN';
}

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
