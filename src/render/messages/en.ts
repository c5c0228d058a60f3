import type { Age } from '../age.ts';
import { enCheck } from './en-check.ts';
import { enCommands } from './en-commands.ts';
import { enCorrections } from './en-corrections.ts';
import { enDelivery } from './en-delivery.ts';
import { enDigests } from './en-digests.ts';
import { enExport } from './en-export.ts';
import { enFailures } from './en-failures.ts';
import { enForms } from './en-forms.ts';
import { enLedger } from './en-ledger.ts';
import { enMember } from './en-member.ts';
import { enModel } from './en-model.ts';
import { enNews } from './en-news.ts';
import { enNotices } from './en-notices.ts';
import { enPictures } from './en-pictures.ts';
import { enProse } from './en-prose.ts';
import { enReviews } from './en-reviews.ts';
import { enSchedule } from './en-schedule.ts';
import { enSources } from './en-sources.ts';
import { enTelling } from './en-telling.ts';
import { enTracks } from './en-tracks.ts';
import { enTravel } from './en-travel.ts';
import { enTrust } from './en-trust.ts';
import type { BriefMessages, ButtonMessages, LineMessages, Messages } from './messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');
const count = (n: number, one: string, other: string): string => `${n} ${plural(n, { one, other })}`;

const CONFIRMATION = { unconfirmed: 'not confirmed', denied: 'denied by others', confirmed: 'confirmed' } as const;

const CLAIM = {
  unconfirmed: 'not confirmed by others',
  denied: 'denied by others',
  confirmed: 'confirmed',
} as const;

const line: LineMessages = {
  unnamedSpeaker: 'Reportedly (nobody named)',
  claim: (speaker, confirmation) => `Claim by ${speaker}, ${confirmation ? CLAIM[confirmation] : 'not confirmed'}`,
  denial: (speaker) => `Denial by ${speaker}`,
  denied: (speaker) => `Denied by ${speaker}`,
  confirmation: CONFIRMATION,
  realis: { attempted: 'attempt', planned: 'planned', hypothetical: 'possible, not certain' },
  via: (outlet) => `via ${outlet}`,
  note: (why) => `note: ${why}`,
  reported: (day) => `reported ${day}`,
  reportedThen: 'reported',
  reportedAbout: (day) => `reported around ${day}`,
  undatedArticle: 'article without a date',
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  spelt: (spellings) => `spelt ${spellings} in the article`,
  outlets: (n, origins) =>
    origins > 0
      ? `${count(n, 'outlet', 'outlets')} / ${count(origins, 'origin', 'origins')}`
      : count(n, 'outlet', 'outlets'),
  statedBySides: (sides) => `stated by ${sides.slice(0, -1).join(', ')} and ${sides.at(-1) ?? ''} alike`,
  disputed: 'disputed:',
  bound: {
    eq: (value) => value,
    gt: (value) => `more than ${value}`,
    ge: (value) => `at least ${value}`,
    lt: (value) => `under ${value}`,
    le: (value) => `at most ${value}`,
    about: (value) => `about ${value}`,
  },
  deniedBy: (speaker) => (speaker === null ? 'said not to be so' : `denied by ${speaker}`),
  statedBy: (speaker) => (speaker === null ? 'said to be so' : `stated by ${speaker}`),
  relation: {
    account: 'also told as',
    earlier: 'earlier stage',
    superseded: 'earlier figure, revised since by the same source',
    contrary: 'to the contrary',
  },
  furtherCitations: (n) => `+${n}`,
  furtherValues: (n) => `${n} more`,
  tooLong: '(too long to show here: follow the link)',
  wordsGone: '(the article’s words are not at hand: follow the link)',
};

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const KINDS: Readonly<Record<string, string>> = { settlement: 'city, town or village', organisation: 'organisation' };

function age(age: Age): string {
  if (!('n' in age)) return age.unit;
  const unit = plural(age.n, { one: age.unit, other: `${age.unit}s` });
  return `${NUMBERS[age.n] ?? age.n} ${unit} old`;
}

function basis(articles: number, outlets: number, span: string | null, undated: number): string {
  const from = `${count(articles, 'article', 'articles')} by ${count(outlets, 'outlet', 'outlets')}`;
  return `${from}${span ? `, ${span}` : ''}${undated > 0 ? ` (${undated} without a date)` : ''}.`;
}

const brief: BriefMessages = {
  topic: {
    aid: 'Aid',
    troops: 'Troop movements',
    visits: 'Diplomatic visits',
    strikes: 'Strikes',
    civilians: 'Civilians',
    statements: 'Statements',
  },
  visitStatus: { planned: 'Planned', under_way: 'Under way', done: 'Done', cancelled: 'Cancelled' },
  everything: 'Everything',
  allPlaces: 'All places',
  words: (words) => `“${words}” in claims and headlines`,
  kind: (kind) => KINDS[kind] ?? kind,
  placesInside: (name) => `${name} and places inside it:`,
  newest: (day, old) => `Newest article: ${day}, ${old}.`,
  aboutDay: (day) => `around ${day}`,
  age,
  basis,
  defaultPeriod: 'These are the 30 days up to the newest article.',
  olderExist: (day) => `Older articles go back to ${day}.`,
  newerExist: (day, old) => `Newer articles exist, up to ${day} (${old}).`,
  undated: (n) =>
    `${count(n, 'article has', 'articles have')} no date and can only be found when all dates are asked for.`,
  quiet: (span) => `No article on this came out in this period${span ? ` (${span})` : ''}.`,
  quietTopic: (subject, topic) => `Sources cover ${subject}, but none says anything on this topic: ${topic}.`,
  newestElsewhere: (day, old) => `The newest article on this is of ${day}, ${old}.`,
  uncovered: (subject) => `No source in this store covers what was asked: ${subject}.`,
  notNothing: 'That does not mean that nothing happened.',
  claims: (n, value) => `${n} ${plural(value, { one: 'claim', other: 'claims' })}`,
  best: (lines, claims, narrowed) =>
    `The ${lines} best of ${claims}. For more, choose ${narrowed ? 'a shorter period' : 'one topic or a shorter period'}.`,
  also: (names) => `Also by this name: ${names}.`,
  wider: (name, claims, topics) =>
    `More on ${name} as a whole: ${claims}${topics === '' ? '' : `, also on ${topics}`}.`,
  continued: (heading) => `${heading}, continued`,
  footer: (words, answer) => `${words}; Evidence shows where each line comes from · days in UTC · ${answer}`,
  inOurs: 'In our own words',
  inBoth: 'Lines in quotation marks are the articles’ own words, all else is in ours',
  answer: (id) => `answer ${id}`,
  evidenceOf: (subject) => `Evidence: ${subject}`,
  sourcesOf: (subject) => `Sources: ${subject}`,
  paraphrase: 'paraphrase',
  ownWords: 'our words',
  paragraph: (n) => `paragraph ${n}`,
  narrator: 'in the article’s own voice',
  office: (role) => `office: ${role}`,
  unnamedOutlet: 'outlet not named',
  noDate: 'no date',
  basisOfDate: { stated: '', url: 'date from the web address', assumed: 'date assumed' },
  relays: (outlets) => `relays ${outlets}`,
  by: (author) => `by ${author}`,
};

const button: ButtonMessages = {
  evidence: 'Evidence',
  sources: 'Sources',
  overview: 'Back to the answer',
  previous: 'Previous',
  next: 'Next',
  share: 'Share in the channel',
  showNewest: 'Show the newest',
  showAll: 'Show all dates',
};

export const en: Messages = {
  line,
  brief,
  ...enForms,
  ...enTelling,
  ledger: enLedger,
  export: enExport,
  picture: enPictures,
  news: enNews,
  travel: enTravel,
  delivery: enDelivery,
  review: enReviews,
  schedule: enSchedule,
  model: enModel,
  prose: enProse,
  digest: enDigests,
  track: enTracks,
  member: enMember,
  check: enCheck,
  button,
  command: enCommands,
  correction: enCorrections,
  source: enSources,
  failure: enFailures,
  notice: enNotices,
  trust: enTrust,
};
