import type { App } from '../src/app.ts';
import type { SubjectChoice } from '../src/asked.ts';
import type { Call, Suggestion } from '../src/command.ts';
import type { EntityFilterName } from '../src/domain/filters.ts';
import type { Language } from '../src/domain/language.ts';
import { parsePeriod } from '../src/domain/period.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { periodWords } from '../src/render/period-words.ts';
import { choiceWords, eventChoiceWords } from './choice-name.ts';

/** Most that Discord shows: https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST = 25;

const PERIODS = ['24h', '7d', '30d', 'all'] as const;

/** The usual periods, and what is typed where it can be read as one. */
export function suggestPeriods(typed: string, language: Language): readonly Suggestion[] {
  const period = parsePeriod(typed);
  const words = messagesIn(language).command.periods;
  const usual = PERIODS.map((value) => ({ name: words[value], value }));
  if (!period || !('from' in period)) return usual;
  return [{ name: periodWords(period, language), value: typed.trim() }];
}

/** Names that begin so, best first; before anything is typed, the server's own place stands first. */
export async function suggestSubjects(typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  const found = await app.suggest(typed, call.language, call.scope, MOST, null);
  const first = typed.trim() === '' ? await ownPlace(app, call) : null;
  return choicesOf(found, first, call.language);
}

/** Names of what a filter takes that begin so, best first; of places, the server's own stands first before anything is typed. */
export async function suggestEntities(
  filter: EntityFilterName,
  typed: string,
  app: App,
  call: Call,
): Promise<readonly Suggestion[]> {
  const found = await app.suggest(typed, call.language, call.scope, MOST, filter);
  const first = typed.trim() === '' && filter === 'place' ? await ownPlace(app, call) : null;
  return choicesOf(found, first?.query.startsWith('id:') ? first : null, call.language);
}

/** Events that fit what is typed, best first, each by the line that is printed of it. */
export async function suggestEvents(typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  const found = await app.suggestEvents(typed, call.scope, MOST);
  return found.map((one) => ({ name: eventChoiceWords(one, call.language), value: `event:${one.event}` }));
}

/** Names first, then events. */
export async function suggestWithEvents(typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  const [names, events] = await Promise.all([suggestSubjects(typed, app, call), suggestEvents(typed, app, call)]);
  const room = Math.max(MOST - events.length, Math.ceil(MOST / 2));
  return [...names.slice(0, room), ...events].slice(0, MOST);
}

function choicesOf(
  found: readonly SubjectChoice[],
  first: SubjectChoice | null,
  language: Language,
): readonly Suggestion[] {
  const rest = found.filter(({ query }) => query !== first?.query);
  return [...(first ? [first] : []), ...rest]
    .slice(0, MOST)
    .map((choice) => ({ name: choiceWords(choice, language), value: choice.query }));
}

async function ownPlace(app: App, call: Call): Promise<SubjectChoice | null> {
  const { place } = call.guildId === null ? {} : await app.settings(call.guildId);
  return place === undefined ? null : findChoice(place, app, call);
}

/** The suggestion that a saved query stands for; null where nothing goes by it any more. */
export async function findChoice(query: string, app: App, call: Call): Promise<SubjectChoice | null> {
  const words = query.replace(/^(?:id|topic):/, '').replaceAll('-', ' ');
  const found = await app.suggest(words, call.language, call.scope, MOST, null);
  return found.find((choice) => choice.query === query) ?? (query.includes(':') ? null : (found[0] ?? null));
}
