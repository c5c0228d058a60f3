/**
 * A stand-in for Discord, REST and gateway, that a real discord.js client logs in to. It keeps Discord's documented
 * limits, answers as Discord does, collects everything the bot does wrong, and fails on demand.
 *
 *   const discord = await startDiscord();                       // a guild, a channel and a user are there
 *   const client = new Client({ intents: [], rest: { api: discord.url } });
 *   await client.login(discord.token);                          // or DISCORD_API_URL and DISCORD_TOKEN for the bot
 *   await discord.ready();                                      // a client has identified itself
 *   await discord.registered('summary');                        // …and the command is registered
 *
 *   const call = discord.slash('summary', { query: 'kharkiv' }, { locale: 'uk' });   // 'settings place' for a subcommand
 *   const answer = await call.final();                          // a MessageView: text, ephemeral, customIds, history …
 *   const pressed = discord.press(answer, answer.customIds[0]);
 *   const choices = await discord.autocomplete('summary', 'query', 'khar').choices();
 *   call.acknowledgedAtMs; call.finalAtMs; call.messages();     // ms since INTERACTION_CREATE
 *
 *   discord.fail({ method: 'POST', route: CALLBACK, how: 'lost' });   // see faults.ts; routes are spelled as in routes.ts
 *   discord.gateway.duplicateNext();                            // see GatewayFaults
 *   discord.raw; discord.violations;                            // every REST call; everything wrong with them
 *   await discord.stop();
 *
 * A driver call that no person could make (an unregistered command, a button that is not there, a missing required
 * option) throws. Not modelled: roles of the bot's own, permissions outside of channels, other rate limits than the bot's
 * own and those of messages and crossposts, archived threads, selects in modals, several shards, compression.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayDispatchEvents as Event, OverwriteType } from 'discord-api-types/v10';
import { PATIENCE_MS } from '../patience.ts';
import { ACKNOWLEDGE_WITHIN_MS } from './check/limits.ts';
import { define } from './definitions.ts';
import { firstChannel, type People, people } from './driver.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { type MessageView, view } from './messages.ts';
import { createRateLimits } from './rate-limits.ts';
import { FILES, restListener } from './rest.ts';
import { isRoute } from './routes.ts';
import { addMessage, type RegisteredCommand, type RestCall, type State, type Violation } from './state.ts';
import { type Until, waiters } from './waiting.ts';
import { channelJson, guildJson, roleJson } from './wire.ts';
import { type Channel, createWorld, type Guild, type User, type World } from './world.ts';

export interface DiscordOptions {
  /** 0, a free one, when not said. */
  readonly port?: number;
  readonly token?: string;
  /** How long an interaction waits for its callback; Discord's 3,000 when not said. */
  readonly acknowledgeWithinMs?: number;
  /** What HELLO asks for; 41,250 when not said. */
  readonly heartbeatIntervalMs?: number;
  /** Of the bot; 50 when not said. */
  readonly requestsASecond?: number;
  /** In five seconds; 5 when not said, as the headers of Discord's answers have it. */
  readonly messagesInAChannel?: number;
  /** For how long nonces are known; three minutes when not said: Discord says "a few". */
  readonly nonceForMs?: number;
  /** Whether a message without allowed_mentions that empty `parse` is a violation; true when not said. */
  readonly closedMentions?: boolean;
}

export interface Discord extends People {
  /** For `rest.api` and DISCORD_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly user: User;
  /** Guilds, channels and roles that are added are told to the clients that are there. */
  readonly addGuild: (name: string, locale?: string) => Guild;
  readonly addChannel: World['addChannel'];
  readonly addRole: World['addRole'];
  /** Takes these rights from everybody in a channel. */
  readonly deny: (channel: Channel, ...rights: readonly bigint[]) => void;
  readonly removeChannel: (channel: Channel) => void;
  /** The bot is thrown out. */
  readonly removeGuild: (guild: Guild) => void;
  readonly addUser: (name: string) => User;
  /** Resolves when a client has a session; rejects after `withinMs` (`PATIENCE_MS` when not said). */
  readonly ready: (withinMs?: number) => Promise<void>;
  /** Resolves when a command of this name is registered, globally or in `guild`; rejects after `withinMs` (`PATIENCE_MS`). */
  readonly registered: (name: string, guild?: Guild, withinMs?: number) => Promise<RegisteredCommand>;
  /** Registers commands as an earlier run of the bot would have. */
  readonly define: (definitions: readonly unknown[], guild?: Guild) => void;
  readonly commands: (guild?: Guild) => readonly RegisteredCommand[];
  /** What everybody sees in a channel, oldest first. */
  readonly messagesIn: (channel: Channel) => readonly MessageView[];
  readonly message: (id: string) => MessageView | undefined;
  readonly fail: (fault: Fault) => void;
  /** Faults that have met nothing yet meet nothing any more. */
  readonly clearFaults: () => void;
  /** Puts so many messages into a channel, as if written before. */
  readonly fill: (channel: Channel, messages: number) => void;
  readonly gateway: Omit<Gateway, 'dispatch' | 'stop'>;
  /** Resolves when `done` holds, tried at every change; rejects with `what` after `withinMs`. */
  readonly until: Until;
  readonly raw: readonly RestCall[];
  readonly violations: readonly Violation[];
  readonly stop: () => Promise<void>;
}

const TOKEN = 'stand-in.token.of-a-bot';
const HEARTBEAT_MS = 41_250;
const NONCE_MS = 3 * 60_000;

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const server = createServer();
  const faults = createFaults();
  const waiting = waiters();
  const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state = newState(options, address, waiting.changed);
  const gateway = gatewayFor(server, state, options.heartbeatIntervalMs ?? HEARTBEAT_MS);
  const guild = state.world.addGuild('Test server');
  const user = state.world.addUser('reader');
  server.on('request', restListener(state, faults));
  await listen(server, options.port ?? 0);
  return {
    url: `http://${address()}/api`,
    token: state.token,
    applicationId: state.world.applicationId,
    guild,
    channel: firstChannel(guild),
    user,
    ...additions(state, gateway),
    ...removals(state, gateway),
    ...registry(state, waiting.until),
    ...people({ state, gateway, until: waiting.until, guild, user }),
    ...messageViews(state),
    ready: (withinMs = PATIENCE_MS) => waiting.until(() => gateway.connected() > 0, withinMs, 'a client to be ready'),
    fail: (fault) => fail(faults, fault),
    clearFaults: faults.clear,
    fill: (channel, count) => {
      const own = { channelId: channel.id, origin: null, ephemeral: false, thinking: false, files: [] };
      for (let n = 0; n < count; n += 1) addMessage(state, { ...own, fields: { content: `message ${n}` } });
    },
    gateway,
    until: waiting.until,
    raw: state.raw,
    violations: state.violations,
    stop: () => stop(server, gateway),
  };
}

function newState(options: DiscordOptions, address: () => string, changed: () => void): State {
  return {
    world: createWorld(),
    token: options.token ?? TOKEN,
    acknowledgeWithinMs: options.acknowledgeWithinMs ?? ACKNOWLEDGE_WITHIN_MS,
    closedMentions: options.closedMentions ?? true,
    limits: createRateLimits(options.messagesInAChannel ?? 5, options.requestsASecond ?? 50),
    nonceForMs: options.nonceForMs ?? NONCE_MS,
    messages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    violations: [],
    uploads: new Map(),
    raw: [],
    gatewayUrl: () => `ws://${address()}`,
    filesUrl: () => `http://${address()}${FILES}`,
    changed,
  };
}

const gatewayFor = (server: Server, state: State, heartbeatIntervalMs: number): Gateway =>
  createGateway({
    server,
    world: state.world,
    token: state.token,
    heartbeatIntervalMs,
    url: state.gatewayUrl,
    onChange: state.changed,
    onViolation: (what) => state.violations.push({ where: 'gateway', what }),
  });

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));

async function stop(server: Server, gateway: Gateway): Promise<void> {
  gateway.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function additions(
  { world }: State,
  gateway: Gateway,
): Pick<Discord, 'addGuild' | 'addChannel' | 'addRole' | 'addUser'> {
  return {
    addUser: world.addUser,
    addChannel: (guild, name, more) => {
      const added = world.addChannel(guild, name, more);
      gateway.dispatch(Event.ChannelCreate, channelJson(added));
      return added;
    },
    addRole: (guild, name, mentionable) => {
      const added = world.addRole(guild, name, mentionable);
      gateway.dispatch(Event.GuildRoleCreate, { guild_id: guild.id, role: roleJson(added) });
      return added;
    },
    addGuild: (name, locale) => {
      const added = world.addGuild(name, locale);
      gateway.dispatch(Event.GuildCreate, guildJson(added, world));
      return added;
    },
  };
}

function removals({ world }: State, gateway: Gateway): Pick<Discord, 'deny' | 'removeChannel' | 'removeGuild'> {
  return {
    deny: ({ guildId, overwrites }, ...rights) => {
      const deny = rights.reduce((all, right) => all | right, 0n);
      overwrites.push({ id: guildId ?? '', type: OverwriteType.Role, allow: 0n, deny });
    },
    removeChannel: (channel) => {
      const channels = world.guilds.get(channel.guildId ?? '')?.channels ?? [];
      channels.splice(channels.indexOf(channel), 1);
      gateway.dispatch(Event.ChannelDelete, channelJson(channel));
    },
    removeGuild: ({ id }) => {
      world.guilds.delete(id);
      gateway.dispatch(Event.GuildDelete, { id });
    },
  };
}

function registry(state: State, until: Until): Pick<Discord, 'commands' | 'define' | 'registered'> {
  const commands = (guild?: Guild) => state.commands.get(guild?.id ?? '') ?? [];
  return {
    commands,
    define: (definitions, guild) => define(state, definitions, guild?.id ?? ''),
    registered: async (name, guild, withinMs = PATIENCE_MS) => {
      const find = () => commands(guild).find((each) => each.name === name);
      await until(() => find() !== undefined, withinMs, `/${name} to be registered`);
      return find() as RegisteredCommand;
    },
  };
}

function messageViews({ messages }: State): Pick<Discord, 'messagesIn' | 'message'> {
  const isSeenIn = (channel: Channel) => (each: MessageView) =>
    each.channelId === channel.id && !each.ephemeral && !each.deleted;
  return {
    messagesIn: (channel) => [...messages.values()].map(view).filter(isSeenIn(channel)),
    message: (id) => {
      const stored = messages.get(id);
      return stored && view(stored);
    },
  };
}

function fail(faults: Faults, fault: Fault): void {
  if (!isRoute(fault.method, fault.route)) throw new Error(`The stand-in has no route ${fault.method} ${fault.route}.`);
  faults.add(fault);
}
