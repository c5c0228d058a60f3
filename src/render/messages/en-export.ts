import type { ExportMessages } from './export-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');
const records = (n: number): string => `${n} ${plural(n, { one: 'record', other: 'records' })}`;

export const enExport: ExportMessages = {
  records: (n) => `${records(n)}, one for each claim of an article.`,
  leftOut: (n) => `${records(n)} more had no room: choose a shorter period or one topic.`,
  best: (events) =>
    `These are the best ${events} ${plural(events, { one: 'event', other: 'events' })}; there are more: choose a shorter period or one topic.`,
  event: (id) => `Event ${id}`,
  noForm: 'These options do not go together: an export is of aid, of moves and strikes, or of visits.',
  nothingAsked: 'Say what to export: a query, filters, or the id of an answer.',
  both: 'Give either the id of an answer or a question, not both.',
};
