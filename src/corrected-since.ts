import { refsOf } from './domain/claim.ts';
import type { Correction } from './domain/correction.ts';
import type { Digest } from './domain/digest.ts';
import type { DigestContent, Printed } from './domain/outbox.ts';
import { labelsOf } from './labels.ts';
import type { Ports } from './ports.ts';
import { statementMark } from './statement-mark.ts';
import type { DigestStore } from './store/digest-contract.ts';

/** Corrections that are looked at, the newest; and of those that matter so many are told. */
const LOOKED_AT_MOST = 500;
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
  const { corrections: all } = await ports.corrections.list({ guildId }, {}, 0, LOOKED_AT_MOST);
  const recent = all.filter(({ atMs }) => atMs > sinceMs);
  if (recent.length === 0) return undefined;
  const deliveries = await ports.deliveries(guildId, id, DELIVERIES);
  const found = ofPrinted(
    recent,
    deliveries.flatMap(({ state, printed }) => (state === 'sent' ? printed : [])),
  );
  const told = found.slice(0, TOLD_AT_MOST);
  const claims = told.map((one) => one.told.claim);
  const entities = await ports.gazetteer.byRef([...new Set(claims.flatMap(refsOf))]);
  const labels = labelsOf(claims, (ref) => entities.get(ref));
  return told.length === 0 ? undefined : { corrections: told, more: found.length - told.length, labels };
}

function ofPrinted(corrections: readonly Correction[], printed: readonly Printed[]): readonly Correction[] {
  const marks = new Set(printed.flatMap(({ statements = [] }) => statements));
  return corrections.filter(({ key }) => marks.has(statementMark(key)));
}
