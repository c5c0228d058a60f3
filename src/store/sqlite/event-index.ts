import { hash } from 'node:crypto';
import { type EventIndex, LONGEST_DAYS, type Placed, Profile } from '../../domain/event.ts';
import { type Database, int, intOrNull, type Row, text } from './database.ts';
import { rememberingParser } from './parsed.ts';
import { OPERATOR_SCOPE } from './scope.ts';

/** 48 bits: what else has the same number is compared in vain, and never taken for the same. */
export const keyNum = (key: string): number => hash('sha256', key, 'buffer').readUIntBE(0, 6);

/** Some 5 MB when full. */
const profileOf = rememberingParser(Profile, 4_000);

/** @param assigned told the numbers of claims that were given another leader */
export function sqliteEventIndex(database: Database, assigned: Set<number>): EventIndex {
  return {
    get: (num) => placedOf(database.get(`${FILED} WHERE filing.claim = ?`, num) ?? {}),
    leadersBefore: (one) => leadersBefore(database, one.num),
    after: (one) => after(database, one.num),
    followers: (num) => database.all(`${FILED} WHERE leader = ? AND filing.claim <> ?`, num, num).map(placedOf),
    assign: (num, leader) => {
      assigned.add(num);
      database.run('UPDATE filing SET leader = ? WHERE claim = ?', leader, num);
      const leads = leader === num ? 1 : 0;
      database.run('UPDATE filing_key SET leads = ? WHERE claim = ? AND leads <> ?', leads, num, leads);
    },
  };
}

const COLUMNS = 'filing.claim, filing.leader, filing.standing, filing.profile';
const FILED = `SELECT ${COLUMNS} FROM filing`;

/** Those under what the claim `one` seeks, whose days overlap its own. */
const SEEN = (leads: string): string => `
  SELECT ${COLUMNS} FROM filing AS one CROSS JOIN filing
  WHERE one.claim = ? AND filing.to_day >= one.from_day AND filing.claim IN (
    SELECT k.claim FROM json_each(one.seeks) AS sought
    CROSS JOIN filing_key AS k ON k.key = sought.value AND k.leads IN (${leads})
      AND k.from_day BETWEEN one.from_day - ${LONGEST_DAYS} AND one.to_day
  )`;

/** A server's claim may join the operator's and its own. */
function leadersBefore(database: Database, num: number): readonly Placed[] {
  const sql = `${SEEN('1')} AND filing.standing < one.standing AND filing.scope IN (${OPERATOR_SCOPE}, one.scope)`;
  return database.all(sql, num).map(placedOf);
}

/** The operator's are seen by every server's; a server's by its own alone. */
function after(database: Database, num: number): readonly Placed[] {
  const sql = `${SEEN('0, 1')} AND filing.standing > one.standing AND one.scope IN (${OPERATOR_SCOPE}, filing.scope)`;
  return database.all(sql, num).map(placedOf);
}

function placedOf(row: Row): Placed {
  const num = int(row, 'claim');
  const profile = profileOf(text(row, 'profile'), `profile of claim number ${num}`);
  return { num, leader: intOrNull(row, 'leader'), order: text(row, 'standing'), profile };
}
