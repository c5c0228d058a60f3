import type { Age } from '../age.ts';
import type { BriefMessages, ButtonMessages, LineMessages, Messages } from './messages.ts';
import { plurals } from './plural.ts';
import { ukCheck } from './uk-check.ts';
import { ukCommands } from './uk-commands.ts';
import { ukCorrections } from './uk-corrections.ts';
import { ukDelivery } from './uk-delivery.ts';
import { ukDigests } from './uk-digests.ts';
import { ukExport } from './uk-export.ts';
import { ukFailures } from './uk-failures.ts';
import { ukForms } from './uk-forms.ts';
import { ukLedger } from './uk-ledger.ts';
import { ukMember } from './uk-member.ts';
import { ukModel } from './uk-model.ts';
import { ukNews } from './uk-news.ts';
import { ukNotices } from './uk-notices.ts';
import { ukPictures } from './uk-pictures.ts';
import { ukProse } from './uk-prose.ts';
import { ukReviews } from './uk-reviews.ts';
import { ukSchedule } from './uk-schedule.ts';
import { ukSources } from './uk-sources.ts';
import { ukTelling } from './uk-telling.ts';
import { ukTracks } from './uk-tracks.ts';
import { ukTravel } from './uk-travel.ts';
import { ukTrust } from './uk-trust.ts';

const plural = plurals('uk');
const count = (n: number, one: string, few: string, many: string): string =>
  `${n} ${plural(n, { one, few, many, other: few })}`;

const CLAIM = {
  unconfirmed: 'не підтверджене іншими твердження',
  denied: 'твердження, яке заперечують',
  confirmed: 'підтверджене твердження',
} as const;

const line: LineMessages = {
  unnamedSpeaker: 'Як повідомляють (без імені)',
  claim: (speaker, confirmation) => `${speaker}, ${confirmation ? CLAIM[confirmation] : 'непідтверджене твердження'}`,
  denial: (speaker) => `${speaker}, заперечення`,
  denied: (speaker) => `${speaker}, заперечення такого твердження`,
  confirmation: { unconfirmed: 'не підтверджено', denied: 'інші це заперечують', confirmed: 'підтверджено' },
  realis: { attempted: 'спроба', planned: 'заплановано', hypothetical: 'можливо, але не певно' },
  via: (outlet) => `за ${outlet}`,
  note: (why) => `примітка: ${why}`,
  reported: (day) => `стаття від ${day}`,
  reportedThen: 'стаття від цього дня',
  reportedAbout: (day) => `стаття приблизно від ${day}`,
  undatedArticle: 'стаття без дати',
  since: (date) => `з ${date}`,
  until: (date) => `до ${date}`,
  spelt: (spellings) => `у статті написано ${spellings}`,
  outlets: (n, origins) => {
    const outlets = count(n, 'видання', 'видання', 'видань');
    return origins > 0 ? `${outlets} / ${count(origins, 'першоджерело', 'першоджерела', 'першоджерел')}` : outlets;
  },
  statedBySides: (sides) => `це стверджують обидві сторони: ${sides.join(', ')}`,
  disputed: 'дані різняться:',
  bound: {
    eq: (value) => value,
    gt: (value) => `понад ${value}`,
    ge: (value) => `щонайменше ${value}`,
    lt: (value) => `менш ніж ${value}`,
    le: (value) => `щонайбільше ${value}`,
    about: (value) => `приблизно ${value}`,
  },
  deniedBy: (speaker) => (speaker === null ? 'за іншими даними, це не так' : `заперечення (${speaker})`),
  statedBy: (speaker) => (speaker === null ? 'за іншими даними, це так' : `протилежна заява (${speaker})`),
  relation: {
    account: 'також повідомляють',
    earlier: 'попередній етап',
    superseded: 'попереднє число, яке те саме джерело згодом уточнило',
    contrary: 'на противагу',
  },
  furtherCitations: (n) => `+${n}`,
  furtherValues: (n) => `ще ${n}`,
  tooLong: '(задовге, щоб показати тут: перейдіть за посиланням)',
  wordsGone: '(слів статті немає під рукою: перейдіть за посиланням)',
};

const KINDS: Readonly<Record<string, string>> = {
  country: 'країна',
  region: 'область або регіон',
  settlement: 'населений пункт',
  area: 'місцевість',
  person: 'особа',
  organisation: 'організація',
  group: 'група людей',
};

const NUMBERS = ['', '', 'два', 'три', 'чотири', 'п’ять', 'шість', 'сім', 'вісім', 'дев’ять', 'десять'];
const UNITS = {
  hour: ['годину', 'години', 'годин'],
  day: ['день', 'дні', 'днів'],
  week: ['тиждень', 'тижні', 'тижнів'],
  month: ['місяць', 'місяці', 'місяців'],
  year: ['рік', 'роки', 'років'],
} as const;

function age(age: Age): string {
  if (!('n' in age)) return age.unit === 'today' ? 'сьогодні' : 'учора';
  const [one, few, many] = UNITS[age.unit];
  const unit = plural(age.n, { one, few, many, other: few });
  // The words for one and two take the gender of the unit.
  if (age.unit === 'hour')
    return age.n === 1 ? 'годину тому' : `${age.n === 2 ? 'дві' : (NUMBERS[age.n] ?? age.n)} ${unit} тому`;
  return `${NUMBERS[age.n] || age.n} ${unit} тому`;
}

function basis(articles: number, outlets: number, span: string | null, undated: number): string {
  const from = `${count(articles, 'стаття', 'статті', 'статей')}, ${count(outlets, 'видання', 'видання', 'видань')}`;
  return `${from}${span ? `, ${span}` : ''}${undated > 0 ? ` (без дати: ${undated})` : ''}`.replace(/(?<!\.)$/u, '.');
}

const brief: BriefMessages = {
  topic: {
    aid: 'Допомога',
    troops: 'Пересування військ',
    visits: 'Дипломатичні візити',
    strikes: 'Удари',
    civilians: 'Цивільні',
    statements: 'Заяви',
  },
  visitStatus: { planned: 'Заплановано', under_way: 'Триває', done: 'Відбулося', cancelled: 'Скасовано' },
  everything: 'Усе',
  allPlaces: 'Усі місця',
  words: (words) => `«${words}» у повідомленнях і заголовках`,
  kind: (kind) => KINDS[kind] ?? kind,
  placesInside: (name) => `${name} разом із місцями всередині:`,
  newest: (day, old) => `Найновіша стаття: ${day}, ${old}.`,
  aboutDay: (day) => `орієнтовно ${day}`,
  age,
  basis,
  defaultPeriod: 'Це 30 днів до найновішої статті.',
  olderExist: (day) => `Є й давніші статті, починаючи з ${day}`,
  newerExist: (day, old) => `Є й новіші статті, остання від ${day} (${old}).`,
  undated: (n) =>
    `Без дати: ${count(n, 'стаття', 'статті', 'статей')}; ${plural(n, { one: 'її', other: 'їх' })} видно лише за весь час.`,
  quiet: (span) => `За цей період${span ? ` (${span})` : ''} статей про це не виходило.`,
  quietTopic: (subject, topic) => `На запит «${subject}» джерела є, але на тему «${topic}» жодне нічого не повідомляє.`,
  newestElsewhere: (day, old) => `Найновіша стаття про це: ${day}, ${old}.`,
  uncovered: (subject) => `Жодне джерело в цьому сховищі нічого не каже на запит «${subject}».`,
  notNothing: 'Це не означає, що нічого не сталося.',
  claims: (n, value) =>
    `${n} ${plural(value, { one: 'повідомлення', few: 'повідомлення', many: 'повідомлень', other: 'повідомлення' })}`,
  best: (lines, claims, narrowed) =>
    `Показано лише найкраще (рядків: ${lines}), а всього є ${claims}. Щоб побачити більше, оберіть ${narrowed ? 'коротший період' : 'тему або коротший період'}.`,
  also: (names) => `Таку саму назву має й інше: ${names}.`,
  wider: (name, claims, topics) =>
    `На запит «${name}» є більше: ${claims}${topics === '' ? '' : `, зокрема й на теми: ${topics}`}.`,
  continued: (heading) => `${heading}, продовження`,
  footer: (words, answer) => `${words}; «Докази» показують, де це сказано · дні за UTC · ${answer}`,
  inOurs: 'Викладено нашими словами',
  inBoth: 'Рядки в лапках — це слова самих статей, решту викладено нашими словами',
  answer: (id) => `відповідь ${id}`,
  evidenceOf: (subject) => `Докази: ${subject}`,
  sourcesOf: (subject) => `Джерела: ${subject}`,
  paraphrase: 'переказ',
  ownWords: 'нашими словами',
  paragraph: (n) => `абзац ${n}`,
  narrator: 'пише сама стаття',
  office: (role) => `посада: ${role}`,
  unnamedOutlet: 'видання не названо',
  noDate: 'без дати',
  basisOfDate: { stated: '', url: 'дата з вебадреси', assumed: 'дата припущена' },
  relays: (outlets) => `переказує: ${outlets}`,
  by: (author) => `автор: ${author}`,
};

const button: ButtonMessages = {
  evidence: 'Докази',
  sources: 'Джерела',
  overview: 'Назад до відповіді',
  previous: 'Назад',
  next: 'Далі',
  share: 'Показати в каналі',
  showNewest: 'Показати найновіше',
  showAll: 'Показати за весь час',
};

export const uk: Messages = {
  line,
  brief,
  ...ukForms,
  ...ukTelling,
  ledger: ukLedger,
  export: ukExport,
  picture: ukPictures,
  news: ukNews,
  travel: ukTravel,
  delivery: ukDelivery,
  review: ukReviews,
  schedule: ukSchedule,
  model: ukModel,
  prose: ukProse,
  digest: ukDigests,
  track: ukTracks,
  member: ukMember,
  check: ukCheck,
  button,
  command: ukCommands,
  correction: ukCorrections,
  source: ukSources,
  failure: ukFailures,
  notice: ukNotices,
  trust: ukTrust,
};
