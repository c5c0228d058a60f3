import { z } from 'zod';
import { CORRECTION_REASON_CHARS, type Correction, statementKey, ToldClaim } from '../domain/correction.ts';
import type { CorrectionRefusal, Proposal, Statement } from '../domain/correction-view.ts';
import type { Result } from '../domain/failure.ts';
import { HOUR_MS } from '../domain/period.ts';
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
  told: z.array(ToldClaim).min(1).readonly(),
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
  const told = named.filter(isUnmarked).map((one) => one.told);
  if (told.length === 0) return refused({ kind: 'already' });
  const proposal = { id: ports.newId(), reason: reason.trim(), told, labels: found.labels };
  const kept = { guildId: scope.guildId, by: userId, reason: proposal.reason, told };
  await ports.proposals.set(proposal.id, Kept.parse(kept), KEPT_MS);
  return { ok: true, value: proposal };
}

/** By what a source of an event is picked. */
export const sourceCode = ({ article, claim }: ToldClaim): string => `${article.id}:${claim.id}`;

const isUnmarked = ({ corrections }: Statement): boolean => !corrections.some(({ kind }) => kind === 'wrong');

/** Marks what was proposed; each statement once, however many claims of its article state it. */
export async function confirm(
  ports: CorrectionPorts,
  id: string,
  { scope, userId, nowMs }: CorrectionActor,
): Promise<Result<readonly Correction[], CorrectionRefusal>> {
  const kept = Kept.safeParse(await ports.proposals.get(id)).data;
  if (!kept || kept.guildId !== scope.guildId || kept.by !== userId) return refused({ kind: 'expired' });
  const byKey = new Map(kept.told.map((told) => [statementKey(told), told]));
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
