import type { SQLInputValue } from 'node:sqlite';
import type { AlertStep } from '../../track-contract.ts';
import { type Database, int } from '../database.ts';

const MINE = `SELECT track FROM alert WHERE num = ? AND owner = ? AND state IN ('composed', 'sending', 'outdated')`;

/** To be called within a transaction. */
export function takeStep(database: Database, alert: number, owner: string, step: AlertStep, nowMs: number): boolean {
  const row = database.get(MINE, alert, owner);
  if (!row) return false;
  const [assignments, ...values] = changed(step, nowMs);
  database.run(`UPDATE alert SET ${assignments} WHERE num = ?`, ...values, alert);
  if (step.kind === 'sent' || step.kind === 'edited')
    database.run('UPDATE track SET trouble = NULL WHERE num = ?', int(row, 'track'));
  return true;
}

const FREED = 'owner = NULL, lease_until = NULL';

/** What the step changes of the alert, with the values. */
function changed(step: AlertStep, nowMs: number): readonly [string, ...SQLInputValue[]] {
  switch (step.kind) {
    case 'sending':
      return ["state = 'sending', lease_until = ?, sending_at = coalesce(sending_at, ?)", step.untilMs, nowMs];
    case 'again':
      return [`state = 'composed', retry_at = ?, sending_at = ?, ${FREED}`, step.notBeforeMs, step.sendingAtMs];
    case 'wait':
      return [`retry_at = ?, ${FREED}`, step.notBeforeMs];
    case 'sent':
      return [
        `state = 'sent', shown = version, sent_at = ?, channel = ?, message = ?, retry_at = 0, ${FREED}`,
        nowMs,
        step.channelId,
        step.messageId,
      ];
    case 'edited':
      return [
        `state = iif(version > ?1, 'outdated', 'sent'), shown = ?1, edits = edits + 1, retry_at = 0, ${FREED}`,
        step.version,
      ];
    case 'closed':
      // What may have arrived counts towards the limit of a day.
      return [`state = ?1, sent_at = iif(?1 = 'undecided', ?2, sent_at), content = NULL, ${FREED}`, step.as, nowMs];
  }
}
