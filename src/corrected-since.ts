import { setImmediate as soon } from 'node:timers/promises';
import { refsOf } from './domain/claim.ts';
import type { Correction } from './domain/correction.ts';
import type { Digest } from './domain/digest.ts';
import type { DigestContent, Printed } from './domain/outbox.ts';
import { labelsOf } from './labels.ts';
import type { Ports } from './ports.ts';
import { statementMark } from './statement-mark.ts';
import type { DigestStore } from './store/digest-contract.ts';

/** Corrections that are looked at in one go, so that nothing else waits long; and of those that matter so many are told. */
const LOOKED_AT_ONCE = 200;
const TOLD_AT_MOST = 4;
/** Deliveries that are looked through, the last. */
const DELIVERIES = 60;

export interface CorrectedPorts extends Ports {
  readonly deliveries: DigestStore['history'];
}

/** What a digest has printed before and was corrected since it came last; undefined: nothing. */
export async function correctedSince(
  ports: CorrectedPorts,
  { guildId, id }: Pick<Digest, 'guildId' | 'id'>,
  sinceMs: number | null,
): Promise<DigestContent['corrected']> {
  if (sinceMs === null) return undefined;
  const isRecent = ({ atMs }: Correction): boolean => atMs > sinceMs;
  const newest = await lookedAt(ports, guildId, 0);
  if (!newest.some(isRecent)) return undefined;
  const deliveries = await ports.deliveries(guildId, id, DELIVERIES);
  const marks = marksOf(deliveries.flatMap(({ state, printed }) => (state === 'sent' ? printed : [])));
  const all: Correction[] = [];
  for (let [from, page] = [0, newest]; page.some(isRecent); page = await lookedAt(ports, guildId, from)) {
    all.push(...page.filter((one) => isRecent(one) && marks.has(statementMark(one.key))));
    from += page.length;
    await soon();
  }
  const found = await inForce(ports, guildId, all);
  const told = found.slice(0, TOLD_AT_MOST);
  const claims = told.map((one) => one.told.claim);
  const entities = await ports.gazetteer.byRef([...new Set(claims.flatMap(refsOf))]);
  const labels = labelsOf(claims, (ref) => entities.get(ref));
  return told.length === 0 ? undefined : { corrections: told, more: found.length - told.length, labels };
}

const lookedAt = async ({ corrections }: Ports, guildId: string, from: number): Promise<readonly Correction[]> =>
  (await corrections.list({ guildId }, {}, from, LOOKED_AT_ONCE)).corrections;

/** Some corrections do not hold for a server though nobody took them back: its own article says so, or the later figure is wrong. */
async function inForce(
  { corrections }: Ports,
  guildId: string,
  found: readonly Correction[],
): Promise<readonly Correction[]> {
  const holding = await corrections.of(
    { guildId },
    found.map(({ key }) => key),
  );
  const ids = new Set([...holding.values()].flat().map(({ id }) => id));
  return found.filter(({ id }) => ids.has(id));
}

const marksOf = (printed: readonly Printed[]): ReadonlySet<string> =>
  new Set(printed.flatMap(({ statements = [] }) => statements));
