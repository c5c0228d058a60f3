import type { CorrectionKind } from '../domain/correction.ts';
import type { CorrectionList } from '../domain/correction-view.ts';
import type { Scope } from '../domain/scope.ts';
import type { CorrectionPage } from '../store/correction-contract.ts';
import type { Corrections } from './contract.ts';
import { confirm, narrow, propose, proposed, undo } from './marking.ts';
import type { CorrectionPorts } from './ports.ts';
import { report } from './reporting.ts';
import { statementsOf } from './statements.ts';

export function createCorrections(ports: CorrectionPorts): Corrections {
  const { mistakes } = ports;
  return {
    statements: (id, scope) => statementsOf(ports, id, scope),
    propose: (wish, actor) => propose(ports, wish, actor),
    proposed: (proposal, actor) => proposed(ports, proposal, actor),
    narrow: (proposal, only, actor) => narrow(ports, proposal, only, actor),
    confirm: (proposal, actor) => confirm(ports, proposal, actor),
    undo: (id, actor) => undo(ports, id, actor),
    list: (scope, kind, atMost) => list(ports, scope, kind, atMost),
    report: (given, actor) => report(ports, given, actor),
    mistake: (id, scope) => mistakes.get(scope, id),
    mistakes: (scope, from, atMost) => mistakes.open(scope, from, atMost),
    settle: (id, how, { scope, userId, nowMs }) => mistakes.settle(scope, id, { how, by: userId, atMs: nowMs }),
  };
}

async function list(
  { store, labelsOf, travelled }: CorrectionPorts,
  scope: Scope,
  kind: CorrectionKind | null,
  atMost: number,
): Promise<CorrectionList> {
  const page = kind === null ? await ofAllKinds(store, scope, atMost) : await ofKinds(store, scope, [kind], atMost);
  const claims = page.corrections.flatMap((one) => [
    one.told.claim,
    ...(one.kind === 'superseded' ? [one.now.claim] : []),
  ]);
  const ids = page.corrections.map(({ id }) => id);
  const far = await travelled(scope.guildId, ids);
  return { ...page, labels: await labelsOf(claims), travelled: Object.fromEntries(far) };
}

type Store = CorrectionPorts['store'];

const ofKinds = (
  store: Store,
  scope: Scope,
  kinds: readonly CorrectionKind[],
  atMost: number,
): Promise<CorrectionPage> => store.list(scope, { kinds, withUndone: true }, 0, atMost);

async function ofAllKinds(store: Store, scope: Scope, atMost: number): Promise<CorrectionPage> {
  const byHand = await ofKinds(store, scope, ['wrong'], atMost);
  const others = await ofKinds(store, scope, ['withdrawn', 'superseded'], atMost - byHand.corrections.length);
  const corrections = [...byHand.corrections, ...others.corrections].toSorted((a, b) => b.atMs - a.atMs);
  return { corrections, total: byHand.total + others.total };
}
