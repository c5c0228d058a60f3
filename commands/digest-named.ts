import type { App } from '../src/app.ts';
import type { Call, Suggestion } from '../src/command.ts';
import type { Digest } from '../src/domain/digest.ts';
import type { DigestView } from '../src/domain/digest-view.ts';
import { UserError } from '../src/domain/failure.ts';
import { aboutWords, type NamedDigest } from '../src/render/digest-card.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { scheduleCode, schedulesLike } from '../src/render/schedule-input.ts';
import { scheduleWords, timetableWords } from '../src/render/schedule-words.ts';
import { queryName } from './query-name.ts';
import { suggestSubjects } from './suggestions.ts';

/** Most that Discord shows: https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST = 25;

/** Who acts, and in which server. @throws UserError outside one */
export function actorOf({ guildId, userId, nowMs, language }: Call) {
  if (guildId === null) throw new UserError(messagesIn(language).command.serverOnly);
  return { guildId, userId, nowMs };
}

/** A digest with what its topics are called. */
export const named = async (view: DigestView, app: App, call: Call): Promise<NamedDigest> => ({
  view,
  names: await namesOf(view.digest, app, call),
});

const namesOf = ({ queries }: Digest, app: App, call: Call): Promise<readonly string[]> =>
  Promise.all(queries.map((query) => queryName(query, app, call)));

/** The digest that somebody named by its code. @throws UserError where there is none */
export async function namedDigest(typed: string, app: App, call: Call): Promise<Digest> {
  const { guildId } = actorOf(call);
  const found = (await app.digests.all(guildId)).find(({ id }) => id === typed.trim().toLowerCase());
  if (!found) throw new UserError(messagesIn(call.language).digest.noDigest(typed));
  return found;
}

/** What is offered while an option is typed. */
export async function suggested(option: string, typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  if (option === 'digest') return suggestDigests(typed, app, call);
  if (option === 'zone') return suggestZones(typed, app);
  if (option === 'schedule')
    return schedulesLike(typed).map((one) => ({ name: scheduleWords(one, call.language), value: scheduleCode(one) }));
  return suggestSubjects(typed, app, call);
}

export const suggestZones = (typed: string, app: App): readonly Suggestion[] =>
  app.digests.zonesNear(typed, MOST).map((zone) => ({ name: zone, value: zone }));

async function suggestDigests(typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  const wanted = typed.trim().toLowerCase();
  const all = await app.digests.all(actorOf(call).guildId);
  const choices = await Promise.all(
    all.map(async (digest) => {
      const about = aboutWords(digest, await namesOf(digest, app, call), call.language);
      return {
        name: [about, timetableWords(digest.timetable, call.language), digest.id].join(' · '),
        value: digest.id,
      };
    }),
  );
  return choices.filter(({ name }) => name.toLowerCase().includes(wanted));
}
