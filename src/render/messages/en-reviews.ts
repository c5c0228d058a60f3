import { plurals } from './plural.ts';
import type { ReviewMessages } from './review-messages.ts';

const plural = plurals('en');
const count = (n: number, one: string, other: string): string => `${n} ${plural(n, { one, other })}`;

export const enReviews: ReviewMessages = {
  title: (digest) => `Digest ${digest} is about to come`,
  heldTitle: (digest) => `Digest ${digest} is held back`,
  planned: (when) => `Without an answer it comes ${when} into `,
  held: ' holds it back: it does not come until somebody sends or releases it.',
  heldNext: 'If nobody does within six hours, or until the next one is put together, its lines come in that one.',
  sentNow: ' has it sent at once.',
  lines: (n, dropped) =>
    dropped === 0
      ? `It tells of ${count(n, 'event', 'events')}. What is sent is what you see here.`
      : `It tells of ${count(n, 'event', 'events')}; ${count(dropped, 'line', 'lines')} taken out. What is sent is what you see here.`,
  noLines: 'It has no lines: it says that there is nothing new.',
  corrected: (n) =>
    `It also tells of ${count(n, 'correction', 'corrections')} of what earlier digests told (/corrections); these cannot be dropped.`,
  why: {
    new: 'new: no article told of it at the last digest',
    first: 'the first digest: among what is best reported',
    asked: (queries) => `asked for: ${queries}`,
    oneSource: 'one source tells of it',
  },
  droppedBy: 'taken out by ',
  drop: (n, words) => `Drop ${n}: ${words}`,
  putBack: (n, words) => `Put back ${n}: ${words}`,
  menu: 'Drop a line, or put it back',
  button: { hold: 'Hold', release: 'Release', send: 'Send now' },
  comingPlanned: (slot, comes) =>
    slot === comes
      ? `The one of ${slot} is put together and comes then, unless moderators hold it`
      : `The one of ${slot} is put together and comes ${comes}, unless moderators hold it`,
  comingHeld: (slot) => `The one of ${slot} is held back by `,
  comingAt: '; it is shown in ',
  comingNote: 'What that one holds stays as it is; this is what one put together now would hold.',
  foot: (digest, code) => `Digest ${digest} · ${code} · only moderators can press`,
  end: {
    sent: (events) => `It has come, with ${count(events, 'event', 'events')}:`,
    wantedBy: 'Sent at once by ',
    undecided: 'Nobody can tell whether it arrived. It is not sent again; the next one tells its lines again.',
    withdrawn: 'The digest was changed, paused or removed meanwhile: this one does not come.',
    held: 'It was held back, and not sent. The next one tells what is new in it, dropped lines left out.',
    heldBy: 'Held back by ',
    dropped: 'All its lines were taken out, so nothing was sent.',
    late: 'It could not be sent for six hours. The next one tells what is new in it.',
    droppedBy: (lines) => `${count(lines, 'line', 'lines')} taken out by `,
  },
};
