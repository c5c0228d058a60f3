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
 * option) throws. Not modelled: other permissions than the payload's, rate limits that are not asked for, threads,
 * selects in modals, several shards, compression.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayDispatchEvents as Event } from 'discord-api-types/v10';
import { type Call, callOf, type Until } from './call.ts';
import { ACKNOWLEDGE_WITHIN_MS } from './check/limits.ts';
import { define } from './definitions.ts';
import { createFaults, type Fault } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import type { Interaction } from './interactions.ts';
import { type MessageView, view } from './messages.ts';
import {
  autocompletePayload,
  commandPayload,
  type Entered,
  type From,
  modalPayload,
  type Place,
  pressPayload,
} from './payload.ts';
import { restListener } from './rest.ts';
import { isRoute } from './routes.ts';
import type { RegisteredCommand, RestCall, State, Violation } from './state.ts';
import { guildJson } from './wire.ts';
import { type Channel, createWorld, type Guild, type Role, type User } from './world.ts';

export interface DiscordOptions {
  /** 0, a free one, when not said. */
  readonly port?: number;
  readonly token?: string;
  /** How long an interaction waits for its callback; Discord's 3,000 when not said. */
  readonly acknowledgeWithinMs?: number;
  /** What HELLO asks for; 41,250 when not said. */
  readonly heartbeatIntervalMs?: number;
  /** Whether a message without allowed_mentions that empty `parse` is a violation; true when not said. */
  readonly closedMentions?: boolean;
}

export interface Discord {
  /** For `rest.api` and DISCORD_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly user: User;
  readonly addGuild: (name: string, locale?: string) => Guild;
  readonly addChannel: (guild: Guild, name: string) => Channel;
  readonly addRole: (guild: Guild, name: string) => Role;
  readonly addUser: (name: string) => User;
  /** Resolves when a client has a session; rejects after `withinMs` (10,000 when not said). */
  readonly ready: (withinMs?: number) => Promise<void>;
  /** Resolves when a command of this name is registered, globally or in `guild`; rejects after `withinMs` (10,000). */
  readonly registered: (name: string, guild?: Guild, withinMs?: number) => Promise<RegisteredCommand>;
  /** Registers commands as an earlier run of the bot would have. */
  readonly define: (definitions: readonly unknown[], guild?: Guild) => void;
  readonly commands: (guild?: Guild) => readonly RegisteredCommand[];
  readonly slash: (name: string, options?: Entered, from?: From) => Call;
  /** While `option` holds `typed`; `others` are the options entered before. */
  readonly autocomplete: (name: string, option: string, typed: string, from?: From, others?: Entered) => Call;
  readonly press: (message: { readonly id: string }, customId: string, from?: From) => Call;
  readonly submit: (customId: string, fields: Readonly<Record<string, string>>, from?: From) => Call;
  /** What everybody sees in a channel, oldest first. */
  readonly messagesIn: (channel: Channel) => readonly MessageView[];
  readonly message: (id: string) => MessageView | undefined;
  readonly fail: (fault: Fault) => void;
  readonly gateway: Omit<Gateway, 'dispatch' | 'stop'>;
  /** Resolves when `done` holds, tried at every change; rejects with `what` after `withinMs`. */
  readonly until: Until;
  readonly raw: readonly RestCall[];
  readonly violations: readonly Violation[];
  readonly stop: () => Promise<void>;
}

const TOKEN = 'stand-in.token.of-a-bot';
const HEARTBEAT_MS = 41_250;
const READY_MS = 10_000;

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const world = createWorld();
  const guild = world.addGuild('Test server');
  const user = world.addUser('reader');
  const faults = createFaults();
  const waiting = waiters();
  const server = createServer();
  const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: State = {
    world,
    token: options.token ?? TOKEN,
    acknowledgeWithinMs: options.acknowledgeWithinMs ?? ACKNOWLEDGE_WITHIN_MS,
    closedMentions: options.closedMentions ?? true,
    messages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    violations: [],
    raw: [],
    gatewayUrl: () => `ws://${address()}`,
    changed: waiting.changed,
  };
  const gateway = createGateway({
    server,
    world,
    token: state.token,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? HEARTBEAT_MS,
    url: state.gatewayUrl,
    onChange: waiting.changed,
    onViolation: (what) => state.violations.push({ where: 'gateway', what }),
  });
  server.on('request', restListener(state, faults));
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve),
  );

  const driver = { state, gateway, until: waiting.until, guild, user };
  return {
    url: `http://${address()}/api`,
    token: state.token,
    applicationId: world.applicationId,
    guild,
    channel: firstChannel(guild),
    user,
    addChannel: world.addChannel,
    addRole: world.addRole,
    addUser: world.addUser,
    addGuild: (name, locale) => {
      const added = world.addGuild(name, locale);
      gateway.dispatch(Event.GuildCreate, guildJson(added, world));
      return added;
    },
    ready: (withinMs = READY_MS) => waiting.until(() => gateway.connected() > 0, withinMs, 'a client to be ready'),
    commands: (of) => state.commands.get(of?.id ?? '') ?? [],
    define: (definitions, of) => define(state, definitions, of?.id ?? ''),
    ...interactionDriver(driver),
    registered: async (name, of, withinMs = READY_MS) => {
      const find = () => state.commands.get(of?.id ?? '')?.find((each) => each.name === name);
      await waiting.until(() => find() !== undefined, withinMs, `/${name} to be registered`);
      return find() as RegisteredCommand;
    },
    messagesIn: ({ id }) =>
      [...state.messages.values()]
        .map(view)
        .filter((each) => each.channelId === id && !each.ephemeral && !each.deleted),
    message: (id) => {
      const stored = state.messages.get(id);
      return stored && view(stored);
    },
    fail: (fault) => {
      if (!isRoute(fault.method, fault.route))
        throw new Error(`The stand-in has no route ${fault.method} ${fault.route}.`);
      faults.add(fault);
    },
    gateway,
    until: waiting.until,
    raw: state.raw,
    violations: state.violations,
    stop: async () => {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function firstChannel({ channels: [first] }: Guild): Channel {
  if (!first) throw new Error('A guild without channels.');
  return first;
}

interface Driver {
  readonly state: State;
  readonly gateway: Gateway;
  readonly until: Until;
  readonly guild: Guild;
  readonly user: User;
}

type Build = (
  target: Parameters<typeof commandPayload>[1],
) => ReturnType<typeof commandPayload | typeof pressPayload | typeof modalPayload | typeof autocompletePayload>;

function interactionDriver(driver: Driver): Pick<Discord, 'slash' | 'autocomplete' | 'press' | 'submit'> {
  const { state } = driver;
  return {
    slash: (name, entered = {}, from = {}) =>
      send(driver, from, null, (target) => commandPayload(state, target, name, entered)),
    autocomplete: (name, option, typed, from = {}, others = {}) =>
      send(driver, from, null, (target) =>
        autocompletePayload(state, target, name, option, { ...others, [option]: typed }),
      ),
    press: ({ id }, customId, from = {}) => {
      const message = state.messages.get(id);
      if (!message) throw new Error(`There is no message ${id}.`);
      return send(driver, from, message, (target) => pressPayload(state, target, message, customId));
    },
    submit: (customId, fields, from = {}) =>
      send(driver, from, null, (target) => modalPayload(state, target, customId, fields)),
  };
}

/** Dispatches an interaction and keeps it, so that its callback finds it. */
function send(
  { state, gateway, until, guild, user }: Driver,
  from: From,
  source: Interaction['source'],
  build: Build,
): Call {
  const place = placeOf(state, from, from.user ?? user, from.guild ?? guild);
  const id = state.world.nextId();
  const token = `token-of-${id}`;
  const payload = build({ ...place, from, id, token });
  const interaction: Interaction = {
    id,
    token,
    type: payload.type,
    user: place.user,
    channelId: place.channel.id,
    sentAt: performance.now(),
    source,
    callback: null,
    acknowledgedAt: null,
    finalAt: null,
    original: null,
    sent: [],
    expired: false,
  };
  state.interactions.set(token, interaction);
  gateway.dispatch(Event.InteractionCreate, payload);
  return callOf(interaction, until);
}

function placeOf({ world }: State, { dm, channel }: From, user: User, guild: Guild): Place {
  if (dm) return { user, guild: null, channel: world.directChannel(user) };
  return { user, guild, channel: channel ?? firstChannel(guild) };
}

/** Those who wait for something to happen: each looks again at every change. */
function waiters(): { readonly changed: () => void; readonly until: Until } {
  const waiting = new Set<() => void>();
  const changed = (): void => {
    for (const look of waiting) look();
  };
  const until: Until = (done, withinMs, what) =>
    new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        waiting.delete(look);
        settle();
      };
      const look = (): void => {
        if (done()) end(resolve);
      };
      const timer = setTimeout(
        () => end(() => reject(new Error(`Waited ${withinMs} ms in vain for ${what}.`))),
        withinMs,
      );
      waiting.add(look);
      look();
    });
  return { changed, until };
}
