import type { CorrectionRefusal } from '../../domain/correction-view.ts';
import type { CorrectionMessages } from './correction-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');
const statements = (n: number): string => `${n} ${plural(n, { one: 'statement', other: 'statements' })}`;

export const enCorrections: CorrectionMessages = {
  mark: {
    wrong: (day) => `Corrected on ${day}`,
    withdrawn: (day) => `Withdrawn on ${day}`,
    superseded: (day) => `Updated on ${day}`,
  },
  how: {
    gone: 'the article is no longer among the sources',
    changed: 'the article was changed and no longer says so',
    reread: 'what was written down of the article was changed',
  },
  now: (figure, publisher) => `now ${figure} (${publisher})`,
  since: (n) =>
    `After this was written, ${n} ${plural(n, { one: 'line of it was corrected and is', other: 'lines of it were corrected and are' })} struck out. Counts and sums are as they were.`,
  list: {
    title: 'Corrections',
    none: 'Nothing has been corrected here.',
    count: (n) => `${n} ${plural(n, { one: 'correction', other: 'corrections' })}, the newest first.`,
    newest: (shown) => `Only ${shown} are shown: what people decided, and the newest of the others.`,
    kinds: {
      wrong: 'Marked as wrong',
      withdrawn: 'Withdrawn',
      superseded: 'Updated with a later figure',
    },
    by: {
      moderators: 'decided by moderators',
      operator: 'decided by whoever runs the bot',
      source: 'by the source itself',
    },
    everywhere: 'everywhere',
    undone: (day) => `taken back on ${day}`,
    mistakes: (n) => `Reported mistakes (${n})`,
  },
  digest: {
    title: 'Corrected since it was told here:',
    more: (n) => `… and ${n} more: /corrections`,
  },
  marking: {
    title: 'Mark as wrong?',
    ask: (n, isEverywhere) =>
      `${statements(n)} would be in no new answer ${isEverywhere ? 'of any server' : 'in this server'} any more; where ${plural(n, { one: 'it was printed already, it is', other: 'they were printed already, they are' })} struck out with the reason:`,
    reason: 'Reason',
    confirm: 'Mark as wrong',
    cancel: 'Cancel',
    cancelled: 'Nothing was changed.',
    done: (n) => `${statements(n)} marked as wrong.`,
    undoWith: (id) => `To take it back: /correct undo ${id}`,
    undone: 'The correction was taken back.',
    undoneNext: 'What it was of counts in answers again, and messages are put back.',
    allSources: 'All of them',
    pick: 'Only what one source says …',
    menuHolds: (shown, all) =>
      `The menu holds the first ${shown} of ${all}. Each of the others can be marked by its own code, article:claim: /evidence shows them.`,
  },
  report: {
    button: 'Report a mistake',
    title: 'Report a mistake',
    line: 'Which line?',
    lineHint: 'Its code from Evidence, or [3] if only that line has source 3; empty: the whole answer',
    words: 'What is wrong?',
    wordsHint: 'Best with where it can be checked',
    thanks: {
      channel: 'Thank you. The moderators of this server were told in their channel.',
      list: 'Thank you. The moderators could not be told in a channel of theirs; they find your report in /corrections.',
      operator: 'Thank you. Your report is kept for whoever runs the bot: outside a server there are no moderators.',
    },
  },
  mistake: {
    title: 'A mistake was reported',
    by: 'Reported by',
    answer: 'Answer',
    line: 'Line',
    wholeAnswer: 'the whole answer',
    noSuchLine: 'this does not name one line of the answer',
    mark: 'Mark as wrong',
    dismiss: 'Dismiss',
    evidence: (id) => `What stands behind it: /evidence ${id}`,
    list: 'Reported mistakes',
    none: 'No report waits for anybody.',
    settled: { marked: 'Marked as wrong by', dismissed: 'Dismissed by' },
    settledBefore: 'Somebody has dealt with this report already.',
    formTitle: 'Mark as wrong',
    code: 'Line or source',
    codeHint: 'Code of an event, or of one source of it',
    reason: 'Reason, as everybody will read it',
  },
  refusal,
};

function refusal(why: CorrectionRefusal): string {
  switch (why.kind) {
    case 'unknown':
      return `Nothing has the code “${why.id}”. Evidence under an answer shows the codes of its lines.`;
    case 'answer':
      return `“${why.id}” is a whole answer. Say which line: Evidence under the answer shows the code of each.`;
    case 'no-source':
      return `None of its sources goes by “${why.source}”. Pick one from the list, or leave it out for all of them.`;
    case 'already':
      return 'All of it is marked as wrong already. /corrections shows when and why.';
    case 'no-correction':
      return `No correction has the code “${why.id}”. /corrections shows the code of each.`;
    case 'undone':
      return 'This correction was taken back already.';
    case 'sources':
      return 'The source itself withdrew or updated this. Only what was marked as wrong can be taken back.';
    case 'expired':
      return 'That was kept for a quarter of an hour only. Please ask for it again.';
    case 'operators':
      return 'Whoever runs the bot made this correction for all servers; only they can take it back.';
    case 'no-words':
      return 'Nothing was written. Please say what is wrong.';
    case 'too-many':
      return `You have reported ${why.limit} mistakes within the hour. Please wait a little.`;
    case 'no-answer':
      return 'This answer is kept no more. Ask the question again and report the mistake there.';
  }
}
