import { EXPORT_FORMATS } from '../../src/render/export/export-file.ts';
import type { SyntheticStore } from '../support/synthetic.ts';
import { type Choose, chooser, PERIODS, people, picked, queryAt, settlements, TOPICS } from './queries.ts';

/** One question to one command. */
export interface CommandQuestion {
  readonly command: CommandName;
  /** The command's options by their names. */
  readonly input: Readonly<Record<string, string>>;
  /** Of `catchup`: articles that came since the member last asked; null: the member asks for the first time. */
  readonly arrived: number | null;
}

export const COMMAND_NAMES = [
  'summary',
  'aid',
  'troops',
  'visits',
  'timeline',
  'disputes',
  'evidence',
  'search',
  'catchup',
  'export',
  'check-message',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** What a question is made from. */
interface Draw {
  readonly store: SyntheticStore;
  readonly seed: string;
  readonly choose: Choose;
  /** Codes of events, claims and answers. */
  readonly codes: readonly string[];
}
type Options = Readonly<Record<string, string | undefined>>;

const SIDES = [undefined, 'aldavia', 'borland'] as const;

const idOf = (id: string | undefined): string | undefined => id && picked(id).query;

function place({ store, choose }: Draw): string | undefined {
  const { country, commonest, town, village } = store.ids;
  const any = choose('any place', settlements(store)).id;
  return idOf(choose('place', [undefined, commonest, commonest, country, town, any, any, village]));
}

function person({ store, choose }: Draw): string | undefined {
  return idOf(choose('person', [undefined, store.ids.person, choose('any person', people(store)).id]));
}

const timed = ({ choose }: Draw): Options => ({
  period: choose('period', PERIODS),
  language: choose('language', ['en', 'en', 'uk']),
});

const aTopic = ({ choose }: Draw): string | undefined => choose('topic', [undefined, undefined, ...TOPICS]);

const aid = (draw: Draw): Options => ({
  donor: idOf(draw.choose('donor', SIDES)),
  recipient: idOf(draw.choose('recipient', [undefined, undefined, 'aldavia'])),
  status: draw.choose('status', [undefined, undefined, 'announced']),
});
const troops = (draw: Draw): Options => ({ place: place(draw), side: idOf(draw.choose('side', SIDES)) });
const visits = (draw: Draw): Options => ({ person: person(draw), place: place(draw) });
const disputes = (draw: Draw): Options => ({ topic: aTopic(draw), place: place(draw) });

/** Of a subject: as `/summary` is asked, now and then of one event. */
function timeline(draw: Draw): Options {
  const { query, about } = queryAt(draw.store, draw.seed).input;
  const events = draw.codes.filter((code) => code.startsWith('event:'));
  return draw.choose('what', ['subject', 'subject', 'subject', 'event']) === 'event' && events.length > 0
    ? { query: draw.choose('event', events) }
    : { query, topic: about };
}

function search(draw: Draw): Options {
  const { store, choose } = draw;
  const [word, other] = [choose('word', store.words), choose('other', store.words)];
  const name = choose('named', [...settlements(store), ...people(store)]).names.en;
  const asked = [word, `${word} ${other}`, `"${word} ${other}"`, `${word.slice(0, 4)}*`, name, `${name} ${word}`];
  return { query: choose('words', asked), topic: aTopic(draw) };
}

/** What each command but `/summary` can be exported of; a file holds more than an answer. */
const EXPORTED = { aid, troops, visits, timeline, disputes } as const;

function exported(draw: Draw): Options {
  const command = draw.choose('command', Object.keys(EXPORTED) as readonly (keyof typeof EXPORTED)[]);
  return { ...EXPORTED[command](draw), command, as: draw.choose('as', EXPORT_FORMATS) };
}

const BY_COMMAND: Readonly<Record<CommandName, (draw: Draw) => Options>> = {
  summary: ({ store, seed }) => queryAt(store, seed).input,
  aid: (draw) => ({ ...aid(draw), ...timed(draw) }),
  troops: (draw) => ({ ...troops(draw), ...timed(draw) }),
  visits: (draw) => ({ ...visits(draw), ...timed(draw) }),
  timeline: (draw) => ({ ...timeline(draw), ...timed(draw) }),
  disputes: (draw) => ({ ...disputes(draw), ...timed(draw) }),
  evidence: ({ choose, codes }) => ({ id: choose('code', codes) }),
  search: (draw) => ({ ...search(draw), ...timed(draw) }),
  catchup: (draw) => ({ query: place(draw), topic: aTopic(draw) }),
  export: (draw) => ({ ...exported(draw), ...timed(draw) }),
  'check-message': ({ choose }) => ({ text: choose('text', MESSAGES) }),
};

/** Messages that the bench reads by their names. */
const MESSAGES = Array.from({ length: 200 }, (_, at) => `message ${at}`);

const ARRIVED = [null, 0, 1, 20, 200, 2_000] as const;

/** Questions to a command in a fixed order: the same for the same store, number, seed and codes. */
export function commandQuestions(
  store: SyntheticStore,
  command: CommandName,
  count: number,
  { seed, codes }: { readonly seed: string; readonly codes: readonly string[] },
): readonly CommandQuestion[] {
  return Array.from({ length: count }, (_, at) => {
    const each = `${seed}/${command}/${at}`;
    const choose = chooser(each);
    const options = BY_COMMAND[command]({ store, seed: each, choose, codes });
    const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    return { command, input: Object.fromEntries(given), arrived: choose('arrived', ARRIVED) };
  });
}
