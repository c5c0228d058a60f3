import {
  deleteMessage,
  editMessage,
  listMessages,
  openDirect,
  postMessage,
  readChannel,
  readMessage,
} from './channels.ts';
import { addCommand, listCommands, removeCommand, replaceCommands } from './definitions.ts';
import { takeCallback } from './interactions.ts';
import { type Incoming, ok, type Reply, unknownGuild, unknownMember, unknownUser } from './reply.ts';
import type { State } from './state.ts';
import { activeThreads, archivedThreads, archiveThread, crosspost, postInForum, threadFromMessage } from './threads.ts';
import { deleteAnswer, editAnswer, followUp, readAnswer } from './webhooks.ts';
import {
  applicationJson,
  channelJson,
  guildJson,
  isThread,
  memberJson,
  ORDINARY,
  rolesJson,
  userJson,
} from './wire.ts';
import type { Guild } from './world.ts';

type Handler = (state: State, incoming: Incoming) => Reply;

interface Route {
  readonly method: string;
  readonly route: string;
  /** 'token': the secret is in the path, no Authorization is asked for. */
  readonly auth: 'bot' | 'token';
  readonly handle: Handler;
}

const GLOBAL = '/applications/:application/commands';
const GUILD = '/applications/:application/guilds/:guild/commands';
const MESSAGE = '/channels/:channel/messages/:message';
const ANSWER = '/webhooks/:application/:token/messages/:message';
export const CALLBACK = '/interactions/:id/:token/callback';

const bot = (method: string, route: string, handle: Handler): Route => ({ method, route, auth: 'bot', handle });
const open = (method: string, route: string, handle: Handler): Route => ({ method, route, auth: 'token', handle });

const inGuild = (act: (guild: Guild, state: State, incoming: Incoming) => Reply): Handler => {
  return (state, incoming) => {
    const guild = state.world.guilds.get(incoming.params.guild ?? '');
    return guild ? act(guild, state, incoming) : unknownGuild;
  };
};

const gatewayBot: Handler = ({ gatewayUrl }) =>
  ok({
    url: gatewayUrl(),
    shards: 1,
    session_start_limit: { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
  });

const readUser: Handler = ({ world }, { params }) => {
  const user = world.users.get(params.user ?? '');
  return user ? ok(userJson(user, user.id === world.bot.id)) : unknownUser;
};

/** Those after one, in the order of their ids. */
const listGuilds: Handler = ({ world }, { query }) => {
  const [after, limit] = [BigInt(query.get('after') ?? 0), Number(query.get('limit') ?? 200)];
  const guilds = [...world.guilds.values()].filter(({ id }) => BigInt(id) > after).slice(0, limit);
  return ok(
    guilds.map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: ORDINARY, features: [] })),
  );
};

const readMember = inGuild((_, { world }, { params }) => {
  const user = world.users.get(params.user ?? '');
  return user ? ok(memberJson(user, [], user.id === world.bot.id)) : unknownMember;
});

/** The whole REST side; where two fit, the first. */
const ROUTES: readonly Route[] = [
  open('GET', '/gateway', ({ gatewayUrl }) => ok({ url: gatewayUrl() })),
  bot('GET', '/gateway/bot', gatewayBot),
  bot('GET', '/users/@me', ({ world }) => ok(userJson(world.bot, true))),
  bot('POST', '/users/@me/channels', openDirect),
  bot('GET', '/users/@me/guilds', listGuilds),
  bot('GET', '/users/:user', readUser),
  bot('GET', '/applications/@me', ({ world }) => ok(applicationJson(world))),
  bot('GET', '/oauth2/applications/@me', ({ world }) => ok(applicationJson(world))),
  ...[GLOBAL, GUILD].flatMap((route) => [
    bot('GET', route, listCommands),
    bot('PUT', route, replaceCommands),
    bot('POST', route, addCommand),
    bot('DELETE', `${route}/:command`, removeCommand),
  ]),
  open('POST', CALLBACK, takeCallback),
  open('POST', '/webhooks/:application/:token', followUp),
  open('GET', ANSWER, readAnswer),
  open('PATCH', ANSWER, editAnswer),
  open('DELETE', ANSWER, deleteAnswer),
  bot('GET', '/channels/:channel', readChannel),
  bot('PATCH', '/channels/:channel', archiveThread),
  bot('GET', '/channels/:channel/messages', listMessages),
  bot('POST', '/channels/:channel/messages', postMessage),
  bot('POST', `${MESSAGE}/crosspost`, crosspost),
  bot('POST', `${MESSAGE}/threads`, threadFromMessage),
  bot('POST', '/channels/:channel/threads', postInForum),
  bot('GET', '/channels/:channel/threads/archived/public', archivedThreads),
  bot('GET', '/guilds/:guild/threads/active', inGuild(activeThreads)),
  bot('GET', MESSAGE, readMessage),
  bot('PATCH', MESSAGE, editMessage),
  bot('DELETE', MESSAGE, deleteMessage),
  bot(
    'GET',
    '/guilds/:guild',
    inGuild((guild, { world }) => ok(guildJson(guild, world))),
  ),
  bot(
    'GET',
    '/guilds/:guild/channels',
    inGuild(({ channels }) => ok(channels.filter((channel) => !isThread(channel)).map(channelJson))),
  ),
  bot(
    'GET',
    '/guilds/:guild/roles',
    inGuild((guild) => ok(rolesJson(guild))),
  ),
  bot('GET', '/guilds/:guild/members/:user', readMember),
];

export const isRoute = (method: string, route: string): boolean =>
  ROUTES.some((each) => each.method === method && each.route === route);

export interface Match extends Route {
  readonly params: Readonly<Record<string, string>>;
}

/** The route that a path below `/api/v10` is; null when there is none. */
export function match(method: string, path: string): Match | null {
  const parts = path.split('/');
  for (const each of ROUTES) {
    const params = each.method === method ? paramsOf(each.route.split('/'), parts) : null;
    if (params) return { ...each, params };
  }
  return null;
}

function paramsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const fits = pattern.every((name, at) => name.startsWith(':') || name === parts[at]);
  if (!fits) return null;
  const named = pattern.flatMap((name, at) =>
    name.startsWith(':') ? [[name.slice(1), decodeURIComponent(parts[at] ?? '')] as const] : [],
  );
  return Object.fromEntries(named);
}
