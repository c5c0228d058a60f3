import type { SQLInputValue } from 'node:sqlite';
import { DigestContent, type Printed, type SlotKey, type Told } from '../../../domain/outbox.ts';
import type { Step } from '../../digest-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { rememberDropped } from './close-held.ts';
import { addMissed } from './missed.ts';
import { digestOf } from './rows.ts';

const MINE = `SELECT digest, json, content FROM digest_slot s JOIN digest ON num = digest
  WHERE id = ? AND slot = ? AND owner = ? AND s.state IN ('claimed', 'composed', 'sending')`;

/** To be called within a transaction. */
export function takeStep(
  database: Database,
  { digestId, slotMs }: SlotKey,
  owner: string,
  step: Step,
  nowMs: number,
): boolean {
  const row = database.get(MINE, digestId, slotMs, owner);
  if (!row) return false;
  const num = int(row, 'digest');
  if (step.kind === 'skipped' && step.reason === 'dropped') rememberDropped(database, num, slotMs);
  database.run(...changed(step, row, nowMs, num, slotMs));
  progress(database, step, num, slotMs, row);
  return true;
}

const FREED = 'owner = NULL, lease_until = NULL';
const WHERE = 'WHERE digest = ? AND slot = ?';
const CLOSED = `${FREED}, content = NULL, at = ?`;

/** The statement that changes the slot, with its values. */
function changed(step: Step, row: Row, nowMs: number, ...key: [number, number]): [string, ...SQLInputValue[]] {
  switch (step.kind) {
    case 'composed': {
      const sql = `UPDATE digest_slot SET state = 'composed', content = ?, retry_at = ?, ${FREED} ${WHERE}`;
      return [sql, JSON.stringify(step.content), step.review?.notBeforeMs ?? 0, ...key];
    }
    case 'sending': {
      const sql = `UPDATE digest_slot SET state = 'sending', lease_until = ?, sending_at = coalesce(sending_at, ?), channel = ?, content = coalesce(?, content), attempts = attempts + 1 ${WHERE}`;
      return [
        sql,
        step.untilMs,
        nowMs,
        digestOf(row).channelId,
        step.content ? JSON.stringify(step.content) : null,
        ...key,
      ];
    }
    case 'again':
      return [
        `UPDATE digest_slot SET state = 'composed', retry_at = ?, sending_at = ?, ${FREED} ${WHERE}`,
        step.notBeforeMs,
        step.sendingAtMs,
        ...key,
      ];
    case 'look-again':
      return [`UPDATE digest_slot SET retry_at = ?, ${FREED} ${WHERE}`, step.notBeforeMs, ...key];
    case 'sent': {
      const sql = `UPDATE digest_slot SET state = 'sent', messages = ?, printed = ?, ${CLOSED} ${WHERE}`;
      return [sql, JSON.stringify(step.messageIds), JSON.stringify(arrivedOf(row, step).printed), nowMs, ...key];
    }
    case 'undecided':
      return [
        `UPDATE digest_slot SET state = 'undecided', printed = ?, ${CLOSED} ${WHERE}`,
        JSON.stringify(contentOf(row).printed),
        nowMs,
        ...key,
      ];
    case 'skipped':
      return [`UPDATE digest_slot SET state = 'skipped', reason = ?, ${CLOSED} ${WHERE}`, step.reason, nowMs, ...key];
  }
}

const contentOf = (row: Row): DigestContent => parsed(DigestContent, text(row, 'content'), 'content of a digest');

/** What was printed and has been told where some of it did not arrive. */
function arrivedOf(row: Row, { missing = [] }: Extract<Step, { readonly kind: 'sent' }>) {
  const { printed, told } = contentOf(row);
  const isMissing = ({ event }: Printed): boolean => missing.includes(event);
  const owed = printed.filter(isMissing).map(({ claims, fresh }) => ({ claims, articles: fresh }));
  return { printed: printed.filter((one) => !isMissing(one)), told: { ...told, owed: [...owed, ...told.owed] } };
}

/** What the step means for the digest. */
function progress(database: Database, step: Step, num: number, slotMs: number, row: Row): void {
  if (step.kind === 'composed' && step.review) database.run(BEGIN_REVIEW, num, slotMs);
  if (step.kind === 'sent') {
    database.run(DELIVERED, num);
    noteTold(database, num, arrivedOf(row, step).told);
  }
  if (step.kind === 'undecided') database.run('UPDATE digest SET uncertain = ? WHERE num = ?', slotMs, num);
  if (step.kind === 'skipped' && step.told) noteTold(database, num, step.told);
  if (step.kind === 'skipped' && step.reason === 'late') addMissed(database, num, [slotMs]);
}

/** What kept it from being delivered does no more; what came of one and nobody was told stays to be told. */
const DELIVERED = `UPDATE digest SET missed = NULL, uncertain = NULL, dropped = '[]', trouble = iif(
  trouble -> 'notice' ->> 'kind' = 'no-role' OR (trouble ->> 'isTold' = 0 AND trouble -> 'notice' ->> 'kind' IN ('undecided', 'not-shown')),
  trouble, NULL
) WHERE num = ?`;

/** Put together anew, it is shown anew, in the same message. */
const BEGIN_REVIEW = `INSERT INTO digest_review (digest, slot) VALUES (?, ?) ON CONFLICT DO UPDATE
  SET version = version + 1, shown = 0, verdict = NULL, dropped = '[]', page = 1, owner = NULL, lease_until = NULL, retry_at = 0`;

const noteTold = (database: Database, num: number, told: Told): void => {
  database.run('UPDATE digest SET told = ? WHERE num = ?', JSON.stringify(told), num);
};
