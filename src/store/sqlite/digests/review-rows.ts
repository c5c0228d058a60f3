import { hash } from 'node:crypto';
import { DigestContent } from '../../../domain/outbox.ts';
import { type Review, Verdict } from '../../../domain/review.ts';
import { int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { deliveryOf } from './deliveries.ts';
import { droppedIn } from './dropped.ts';
import { digestOf } from './rows.ts';

/** ?1: a digest's id, ?2: a slot. */
export const REVIEW = `SELECT d.json AS json, d.id AS id, r.slot AS slot, r.version AS review_version, r.channel AS review_channel,
    r.message AS review_message, r.verdict AS verdict, r.dropped AS dropped, r.page AS page, s.state AS state, s.content AS content,
    s.retry_at AS retry_at, s.reason AS reason, s.at AS at, s.channel AS channel, s.messages AS messages, s.printed AS printed
  FROM digest_review r JOIN digest d ON d.num = r.digest
  LEFT JOIN digest_slot s ON s.digest = r.digest AND s.slot = r.slot
  WHERE d.id = ?1 AND r.slot = ?2`;

const MARK_CHARS = 10;
const OPEN: ReadonlySet<unknown> = new Set(['claimed', 'composed', 'sending']);

/** From a row of `REVIEW`. */
export function reviewOf(row: Row): Review {
  const { state, content } = row;
  const slotMs = int(row, 'slot');
  return {
    mark: hash('sha256', `review:${text(row, 'id')}:${slotMs}`, 'hex').slice(0, MARK_CHARS),
    digest: digestOf(row),
    digestId: text(row, 'id'),
    slotMs,
    content: typeof content === 'string' ? parsed(DigestContent, content, 'content of a digest') : null,
    verdict: verdictIn(row),
    dropped: droppedIn(row),
    comesAtMs: state === null ? slotMs : Math.max(slotMs, int(row, 'retry_at')),
    end: endOf(row, state),
    page: int(row, 'page'),
    message: messageIn(row),
  };
}

function endOf(row: Row, state: Row[string] | undefined): Review['end'] {
  if (state === null) return 'withdrawn';
  return OPEN.has(state) ? null : deliveryOf(row);
}

/** From the column `verdict`. */
const verdictIn = (row: Row): Verdict | null =>
  row.verdict === null ? null : parsed(Verdict, text(row, 'verdict'), 'verdict on a digest');

const messageIn = (row: Row): Review['message'] =>
  row.review_message === null
    ? null
    : { channelId: text(row, 'review_channel'), messageId: text(row, 'review_message') };
