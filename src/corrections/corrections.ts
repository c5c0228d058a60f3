import type { CorrectionList } from '../domain/correction-view.ts';
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
    list: (scope, kinds, from, atMost) =>
      list(ports, [scope, { ...(kinds && { kinds }), withUndone: true }, from, atMost]),
    report: (given, actor) => report(ports, given, actor),
    mistake: (id, scope) => mistakes.get(scope, id),
    mistakes: (scope, from, atMost) => mistakes.open(scope, from, atMost),
    settle: (id, how, { scope, userId, nowMs }) => mistakes.settle(scope, id, { how, by: userId, atMs: nowMs }),
  };
}

async function list(
  { store, labelsOf, travelled }: CorrectionPorts,
  asked: Parameters<CorrectionPorts['store']['list']>,
): Promise<CorrectionList> {
  const page = await store.list(...asked);
  const claims = page.corrections.flatMap((one) => [
    one.told.claim,
    ...(one.kind === 'superseded' ? [one.now.claim] : []),
  ]);
  const ids = page.corrections.map(({ id }) => id);
  const far = await travelled(asked[0].guildId, ids);
  return { ...page, labels: await labelsOf(claims), travelled: Object.fromEntries(far) };
}
