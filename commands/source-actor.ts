import type { App } from '../src/app.ts';
import type { Call, Suggestion } from '../src/command.ts';
import type { Result } from '../src/domain/failure.ts';
import { UserError } from '../src/domain/failure.ts';
import { LANGUAGES, type Language } from '../src/domain/language.ts';
import { type Source, TIERS, type Tier } from '../src/domain/source.ts';
import type { SourceRefusal, SourceView } from '../src/domain/source-view.ts';
import { languageCode, languagesStarting } from '../src/render/language-name.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { refusalWords } from '../src/render/source-done-page.ts';

/** Deeds that the log shows at most. */
export const MOST_DEEDS = 500;

/** Who acts: outside a server only whoever runs the bot can be, at a terminal. */
export const actorOf = ({ scope, guildId, userId, nowMs }: Call) => ({
  scope,
  userId: guildId === null ? null : userId,
  nowMs,
});

/** @throws UserError with the reason, where something was refused */
export function allowed<T>(result: Result<T, SourceRefusal>, { language }: Call): T {
  if (!result.ok) throw new UserError(refusalWords(result.error, language));
  return result.value;
}

/** The source that somebody named by its code or its name. @throws UserError where there is none, or several */
export async function namedSource(typed: string, app: App, call: Call): Promise<SourceView> {
  const { noSource, severalSources } = messagesIn(call.language).source;
  const wanted = typed.toLowerCase();
  const byId = await app.sources.view(wanted, call.scope);
  if (byId !== null) return byId;
  const [found, another] = (await app.sources.list(call.scope)).filter(
    ({ source }) => source.name.toLowerCase() === wanted,
  );
  if (!found) throw new UserError(noSource(typed));
  if (another) throw new UserError(severalSources(typed));
  return found;
}

/** @throws UserError for what names no language */
export function givenLanguage(typed: string | undefined, { language }: Call): { readonly language?: string } {
  if (typed === undefined || typed === '') return {};
  const code = languageCode(typed);
  if (code === null) throw new UserError(messagesIn(language).source.noLanguage(typed));
  return { language: code };
}

/** The degree of trust that somebody wrote in any language. @throws UserError for what is none */
export function givenTier(typed: string, { language }: Call): { readonly tier?: Tier } {
  if (typed === '') return {};
  const wanted = typed.toLowerCase();
  const tier = TIERS.find((one) => [one, ...LANGUAGES.map((each) => tiersIn(each)[one])].includes(wanted));
  if (tier === undefined)
    throw new UserError(messagesIn(language).source.noTier(typed, Object.values(tiersIn(language)).join(', ')));
  return { tier };
}

const tiersIn = (language: Language) => messagesIn(language).source.fact.tiers;

/**
 * The source that somebody named whose trail they want to see: also one that was removed.
 * @throws UserError where none was ever there, or several are
 */
export async function loggedSource(typed: string, app: App, call: Call): Promise<Pick<Source, 'id' | 'name'>> {
  const wanted = typed.toLowerCase();
  const views = await app.sources.list(call.scope);
  const isThere = views.some(({ source: { id, name } }) => id === wanted || name.toLowerCase() === wanted);
  const deeds = isThere ? [] : await app.sources.deeds(call.scope, MOST_DEEDS);
  const gone = deeds.find(({ source, name }) => source === wanted || name.toLowerCase() === wanted);
  return gone ? { id: gone.source, name: gone.name } : (await namedSource(typed, app, call)).source;
}

/** What is offered while an option is typed: languages, or sources by any part of their name. */
export async function suggested(option: string, typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  if (option === 'language') return languagesStarting(typed, call.language);
  const wanted = typed.trim().toLowerCase();
  const { states } = messagesIn(call.language).source.fact;
  return (await app.sources.list(call.scope))
    .map(({ source }) => source)
    .filter(({ name, id, publisher }) => [name, id, publisher].some((text) => text.toLowerCase().includes(wanted)))
    .map(({ name, id, state }) => ({ name: `${name} · ${states[state]} · ${id}`, value: id }));
}
