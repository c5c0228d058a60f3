import type { App } from '../src/app.ts';
import type { Call, Suggestion } from '../src/command.ts';
import type { Result } from '../src/domain/failure.ts';
import { UserError } from '../src/domain/failure.ts';
import type { SourceRefusal, SourceView } from '../src/domain/source-view.ts';
import { languageCode, languagesStarting } from '../src/render/language-name.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { refusalWords } from '../src/render/source-done-page.ts';

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
