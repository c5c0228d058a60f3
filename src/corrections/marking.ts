import { z } from 'zod';
import {
  CORRECTION_REASON_CHARS,
  type Correction,
  type CorrectionId,
  statementKey,
  ToldClaim,
} from '../domain/correction.ts';
import { type CorrectionRefusal, meantIn, type Proposal, type Statement } from '../domain/correction-view.ts';
import type { Result } from '../domain/failure.ts';
import { HOUR_MS } from '../domain/period.ts';
import { OPERATOR } from '../domain/scope.ts';
import type { CorrectionActor, CorrectionWish } from './contract.ts';
import type { CorrectionPorts } from './ports.ts';
import { statementsOf } from './statements.ts';

/** How long somebody may think about it. */
const KEPT_MS = HOUR_MS / 4;

/** What was proposed, as it is kept. */
const Kept = z.strictObject({
  guildId: z.string().nullable(),
  by: z.string().nullable(),
  reason: z.string().min(1).max(CORRECTION_REASON_CHARS),
  all: z.array(ToldClaim).min(1).readonly(),
  only: z.int().nonnegative().nullable(),
});

export const refused = (error: CorrectionRefusal) => ({ ok: false, error }) as const;

/** Looks what would be marked, and keeps it until it is confirmed. */
export async function propose(
  ports: CorrectionPorts,
  { id, source, reason }: CorrectionWish,
  { scope, userId }: CorrectionActor,
): Promise<Result<Proposal, CorrectionRefusal>> {
  const found = await statementsOf(ports, id, scope);
  if (found === null)
    return refused((await ports.recall(id, scope)) ? { kind: 'answer', id } : { kind: 'unknown', id });
  const named = found.statements.filter(({ told }) => source === null || source === sourceCode(told));
  if (source !== null && named.length === 0) return refused({ kind: 'no-source', source });
  const all = named.filter(isUnmarked).map((one) => one.told);
  if (all.length === 0) return refused({ kind: 'already' });
  const [proposed, by] = [{ reason: reason.trim(), all, only: null }, userId];
  const proposal = ports.newId();
  await ports.proposals.set(proposal, Kept.parse({ guildId: scope.guildId, by, ...proposed }), KEPT_MS);
  return { ok: true, value: { id: proposal, ...proposed, labels: found.labels } };
}

/** By what a source of an event is picked. */
const sourceCode = ({ article, claim }: ToldClaim): string => `${article.id}:${claim.id}`;

const isUnmarked = ({ corrections }: Statement): boolean => !corrections.some(({ kind }) => kind === 'wrong');

async function keptFor({ proposals }: CorrectionPorts, id: string, { scope, userId }: CorrectionActor) {
  const kept = Kept.safeParse(await proposals.get(id)).data;
  return kept && kept.guildId === scope.guildId && kept.by === userId ? kept : null;
}

/** What was proposed by the same actor. */
export async function proposed(ports: CorrectionPorts, id: string, actor: CorrectionActor): Promise<Proposal | null> {
  const kept = await keptFor(ports, id, actor);
  if (kept === null) return null;
  const { reason, all, only } = kept;
  return { id, reason, all, only, labels: await ports.labelsOf(all.map(({ claim }) => claim)) };
}

/** Has a proposal be of one statement alone. */
export async function narrow(
  ports: CorrectionPorts,
  id: string,
  only: number | null,
  actor: CorrectionActor,
): Promise<Proposal | null> {
  const kept = await keptFor(ports, id, actor);
  if (kept === null || (only !== null && only >= kept.all.length)) return null;
  await ports.proposals.set(id, Kept.parse({ ...kept, only }), KEPT_MS);
  return proposed(ports, id, actor);
}

/** Marks what was proposed; each statement once, however many claims of its article state it. */
export async function confirm(
  ports: CorrectionPorts,
  id: string,
  actor: CorrectionActor,
): Promise<Result<readonly Correction[], CorrectionRefusal>> {
  const { scope, userId, nowMs } = actor;
  const kept = await keptFor(ports, id, actor);
  if (kept === null) return refused({ kind: 'expired' });
  const byKey = new Map(meantIn(kept).map((told) => [statementKey(told), told]));
  const corrections = [...byKey].map(
    ([key, told]): Correction => ({
      ...{ id: ports.newId(), scope, key, told, atMs: nowMs, undone: null },
      ...{ kind: 'wrong', reason: kept.reason, by: userId },
    }),
  );
  const added = await ports.store.add(corrections);
  await ports.proposals.delete(id);
  return { ok: true, value: added };
}

/** Takes back what was marked as wrong in the actor's own scope. */
export async function undo(
  { store }: Pick<CorrectionPorts, 'store'>,
  id: CorrectionId,
  { scope, userId, nowMs }: CorrectionActor,
): Promise<Result<Correction, CorrectionRefusal>> {
  const there = await store.get(scope, id);
  if (there === null) return refused({ kind: 'no-correction', id });
  if (there.kind !== 'wrong') return refused({ kind: 'sources' });
  const undone = await store.undo(scope, id, userId, nowMs);
  if (undone) return { ok: true, value: undone };
  const isOperators = there.scope.guildId === OPERATOR.guildId && scope.guildId !== null;
  return refused(isOperators ? { kind: 'operators' } : { kind: 'undone' });
}
