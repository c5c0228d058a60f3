import type { Withheld } from '../../domain/outbox.ts';
import { type RankedClaim, sourcedKey } from '../../domain/sourced-claim.ts';
import { eventsOf, type Findings, newsOf, tellersOf } from '../build.ts';
import type { Event } from '../event/order.ts';
import { originsOf } from '../event/origins.ts';

/** What a digest holds of what was found, and what it waits with. */
export interface Worthy {
  readonly findings: Findings;
  readonly withheld: readonly Withheld[];
}

/**
 * Keeps the events of which there is more to tell than that others tell them too, and that so many independent sources tell of.
 * @param origins how many
 * @param dropped claims (`sourcedKey`): an event of these alone is neither told nor waited with
 */
export function worthyOf(findings: Findings, origins: number, dropped: ReadonlySet<string>): Worthy {
  const events = [...findings.found.values()].flatMap((claims) => eventsOf(claims, findings));
  const isDropped = (event: Event): boolean => event.claims.every((one) => dropped.has(sourcedKey(one)));
  const telling = events.filter((event) => !isDropped(event) && hasNews(event, findings));
  const isBacked = (event: Event): boolean => originsOf(tellersOf(event, findings)) >= origins;
  const printed = new Set(telling.filter(isBacked).map(({ id }) => id));
  const isPrinted = ({ event }: RankedClaim): boolean => printed.has(event);
  const found = new Map([...findings.found].map(([topic, claims]) => [topic, claims.filter(isPrinted)]));
  const untold = telling.filter((event) => !printed.has(event.id));
  return { findings: { ...findings, found }, withheld: untold.map((event) => withheldOf(event, findings)) };
}

/** Of what nothing is known to be new, all is to be told. */
function hasNews(event: Event, findings: Findings): boolean {
  const fresh = findings.news?.fresh ?? null;
  return fresh === null || newsOf(event, findings, fresh).some(({ kind }) => kind !== 'told');
}

const withheldOf = (event: Event, findings: Findings): Withheld => ({
  claims: event.claims.map(sourcedKey),
  articles: [...new Set(tellersOf(event, findings).map(({ articleId }) => articleId))],
});
