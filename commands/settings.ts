import { z } from 'zod';
import type { App } from '../src/app.ts';
import { type Answer, type Call, defineCommand } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import { Language } from '../src/domain/language.ts';
import { GuildSettings, PICTURES } from '../src/domain/settings.ts';
import { About } from '../src/domain/topic.ts';
import { SourceLimit } from '../src/domain/trust.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { renderSettings, type SettingsView } from '../src/render/settings-page.ts';
import { choiceWords } from './choice-name.ts';
import { suggestZones } from './digest-named.ts';
import { zoneIn } from './digest-wish.ts';
import { SETTINGS_DATA } from './settings-data.ts';
import { askErase, pressErase } from './settings-erase.ts';
import { findChoice, suggestSubjects } from './suggestions.ts';

const MOST_ROLES = 25;

const Id = z.string().min(1).max(32);
const Input = z.discriminatedUnion('subcommand', [
  z.strictObject({ subcommand: z.literal('show') }),
  z.strictObject({
    subcommand: z.literal('defaults'),
    place: z.string().trim().min(1).max(100).optional(),
    about: About.optional(),
    language: Language.optional(),
    zone: z.string().trim().min(1).max(100).optional(),
    private: z.boolean().optional(),
    pictures: z.enum(PICTURES).optional(),
    sources: SourceLimit.optional(),
  }),
  z.strictObject({
    subcommand: z.literal('moderators'),
    channel: Id.optional(),
    role: Id.optional(),
    'remove-role': Id.optional(),
    'four-eyes': z.boolean().optional(),
  }),
  z.strictObject({ subcommand: z.enum(['reset', 'erase']) }),
]);
type Input = z.infer<typeof Input>;

/** `/settings show|defaults|moderators|reset|erase`, for moderators: what one server's answers start from. */
export default defineCommand({
  data: SETTINGS_DATA,
  access: 'moderator',
  input: Input,
  run: changeSettings,
  suggest: async (option, typed, app, call) =>
    option === 'zone' ? suggestZones(typed, app) : suggestSubjects(typed, app, call),
  press: async ({ rest }, app, call) => ({ ...(await pressErase(rest, app, call)), how: 'update' }),
});

async function changeSettings(input: Input, app: App, call: Call): Promise<Answer> {
  if (call.guildId === null) throw new UserError(messagesIn(call.language).command.serverOnly);
  const before = await app.settings(call.guildId);
  if (input.subcommand === 'show') return shown(before, null, app, call);
  if (input.subcommand === 'erase') return askErase(app, call);
  const after = GuildSettings.parse(await changed(before, input, app, call));
  await app.saveSettings(call.guildId, after);
  return shown(after, input.subcommand === 'reset' ? 'cleared' : 'saved', app, call);
}

function changed(before: GuildSettings, input: Input, app: App, call: Call): Promise<GuildSettings> | GuildSettings {
  switch (input.subcommand) {
    case 'defaults':
      return withDefaults(before, input, app, call);
    case 'moderators':
      return withModerators(before, input, call.language);
    case 'show':
    case 'erase':
      return before;
    case 'reset':
      return {};
  }
}

async function withDefaults(
  before: GuildSettings,
  { subcommand: _, ...given }: Extract<Input, { subcommand: 'defaults' }>,
  app: App,
  call: Call,
): Promise<GuildSettings> {
  const words = messagesIn(call.language).command.settings;
  if (Object.values(given).every((value) => value === undefined)) throw new UserError(words.nothingGiven);
  if (given.place !== undefined && !(await findChoice(given.place, app, call)))
    throw new UserError(words.unknownPlace(given.place));
  return { ...before, ...given, ...(given.zone !== undefined && { zone: zoneIn(given.zone, app, call) }) };
}

function withModerators(
  before: GuildSettings,
  { channel, role, 'remove-role': removed, 'four-eyes': fourEyes }: Extract<Input, { subcommand: 'moderators' }>,
  language: Language,
): GuildSettings {
  const words = messagesIn(language).command.settings;
  if (!channel && !role && !removed && fourEyes === undefined) throw new UserError(words.nothingGiven);
  const roles = [...new Set([...(before.moderatorRoleIds ?? []), ...(role ? [role] : [])])].filter(
    (id) => id !== removed,
  );
  if (roles.length > MOST_ROLES) throw new UserError(words.tooManyRoles(MOST_ROLES));
  return {
    ...before,
    ...(channel && { moderatorChannelId: channel }),
    ...(fourEyes !== undefined && { fourEyes }),
    moderatorRoleIds: roles,
  };
}

async function shown(settings: GuildSettings, done: SettingsView['done'], app: App, call: Call): Promise<Answer> {
  const placeName = settings.place === undefined ? null : await nameOfPlace(settings.place, app, call);
  // The language just chosen answers at once.
  const language = settings.language ?? call.language;
  return { page: renderSettings({ settings, placeName, done }, language), private: true };
}

/** What a saved place is called; as saved where nothing goes by it any more. */
async function nameOfPlace(place: string, app: App, call: Call): Promise<string> {
  const choice = await findChoice(place, app, call);
  return choice ? choiceWords(choice, call.language) : place;
}
