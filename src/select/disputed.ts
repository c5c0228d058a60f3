import { isDisputed } from '../brief/event/disputed.ts';
import type { Ports } from '../ports.ts';
import { placesContaining } from './places.ts';
import type { Selection } from './selection.ts';

/** Few events have a dispute: it is looked for among more where that is so, and an answer is full with so many. */
const [FIRST_LOOKED_AT, LOOKED_AT_MOST] = [30, 100];
const FULL = 12;

type Best = Pick<Selection, 'found' | 'eventsAtMost'>;

/** As many of the best events as it takes until an answer is full of what is disputed, within bounds. */
export async function untilDisputed(ports: Ports, bestOf: (most: number) => Promise<Best>): Promise<Best> {
  const first = await bestOf(FIRST_LOOKED_AT);
  return (await disputedIn(ports, first)) >= FULL ? first : bestOf(LOOKED_AT_MOST);
}

async function disputedIn(ports: Ports, { found }: Best): Promise<number> {
  const claims = [...found.values()].flat();
  const containing = await placesContaining(ports, claims);
  const events = [...Map.groupBy(claims, ({ event }) => event).values()];
  return events.filter((event) => isDisputed(event, (place) => containing.get(place) ?? [])).length;
}
