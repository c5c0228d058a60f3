import type { Messages } from './messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');

/** Words of answers that tell in an order or a shape of their own. */
export const enTelling: Pick<Messages, 'timeline' | 'dispute' | 'search' | 'evidence'> = {
  timeline: {
    newestFirst: 'Newest first.',
    oldestFirst: 'Oldest first.',
    days: 'By the day when it happened; “reported”: by the day of the article, which gives no other.',
    undated: 'Without a date',
    showNewestFirst: 'Newest first',
    showOldestFirst: 'Oldest first',
  },
  dispute: {
    over: {
      amount: 'In dispute: the sum',
      count: 'In dispute: how many',
      denial: 'In dispute: whether it is so',
      date: 'In dispute: when',
      actor: 'In dispute: who did it',
      place: 'In dispute: where',
    },
    looked: (events, several, isAll) =>
      `Looked at ${isAll ? 'all' : 'the best reported'} ${events} ${plural(events, { one: 'event', other: 'events' })}, ${several} of which more than one article tells of. Figures that agree after rounding, and those that their own source has revised since, are no disputes.`,
    none: 'No dispute was found: nowhere do two articles differ on a sum, a number, a day, a place, on who did it, or on whether it is so.',
    agreed: (slots) => `Not disputed: ${slots}`,
    slot: {
      happened: 'that it happened',
      who: 'who',
      recipient: 'to whom',
      whom: 'with whom',
      place: 'where',
      date: 'when',
      amount: 'the sum',
      count: 'how many',
    },
    isSo: 'It is so',
    isNotSo: 'It is not so',
  },
  search: {
    found: 'Found',
    order: 'Best match first, then newest.',
    notAll:
      'More claims hold these words than were looked at: the newest were. A period or a further word finds the others.',
    headline: 'headline',
    inArticle: 'in the article',
    noWord: (typed) => `I cannot search for “${typed}”: there is no word in it.`,
  },
  evidence: {
    event: 'event',
    around: 'In its surroundings, the excerpt in brackets; what stands around it is no part of the claim:',
    showAround: 'Surroundings',
    noEvent: (code) =>
      `No event has the code “${code}” now. An event goes by another code when the article that its code comes from is taken out, or an earlier one of the same event comes in: ask again for what it was about.`,
    noClaim: (code) =>
      `There is no claim “${code}” here. Such a code is an article’s id and a claim’s, as in some-article:c12.`,
    noCode: (typed) =>
      `“${typed}” is no code. An answer has its eight characters at its end, an event its ten in the evidence of an answer; or pick an event from the suggestions while typing.`,
  },
};
