import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientOptions, Events, Options } from 'discord.js';
import { GatewayCloseCodes, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Result } from '../domain/failure.ts';
import type { Log } from '../log.ts';

/** Why Discord does not let the bot in; trying again does not help. */
export type DiscordFailure =
  | { readonly kind: 'token-refused' }
  /** The connection was closed for good: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
  | { readonly kind: 'connection-refused'; readonly code: number };

export interface GatewayOptions {
  readonly token: string;
  /** Where Discord's REST is; the gateway's address is taken from there. */
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** Gets every INTERACTION_CREATE as it came. Must not throw. */
  readonly onInteraction: (payload: unknown) => void;
}

export interface Gateway {
  readonly client: Client<true>;
  /** Resolves when Discord closes the connection for good; pending otherwise. */
  readonly refused: Promise<DiscordFailure>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** One 401 may be an accident on Discord's side; two in a row are a verdict. */
const REFUSALS_BELIEVED = 2;

/** Connects, however long the network takes to come up; says so at each failed attempt. */
export async function connect(options: GatewayOptions): Promise<Result<Gateway, DiscordFailure>> {
  let refusals = 0;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const attempt = await attemptToConnect(options);
    if (attempt.ok) return attempt;
    const { failure, cause } = attempt.error;
    refusals += failure?.kind === 'token-refused' ? 1 : 0;
    if (failure && (failure.kind !== 'token-refused' || refusals >= REFUSALS_BELIEVED))
      return { ok: false, error: failure };
    const what = failure ? 'Discord refused the token: trying once more' : 'Discord cannot be reached: trying again';
    options.log.warn({ err: cause, againInMs: pauseMs }, what);
    await pause(pauseMs);
  }
}

interface Attempt {
  /** null: it may work later. */
  readonly failure: DiscordFailure | null;
  readonly cause: unknown;
}

/** discord.js takes a client apart when its login fails: each attempt has one of its own. */
async function attemptToConnect({
  token,
  apiUrl,
  log,
  onInteraction,
}: GatewayOptions): Promise<Result<Gateway, Attempt>> {
  const client = new Client(clientOptions(apiUrl));
  const refused = refusalOf(client);
  listen(client, log);
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    return { ok: true, value: { client: await ready, refused } };
  } catch (cause) {
    const closed = await Promise.race([refused, null]);
    return { ok: false, error: { failure: isTokenInvalid(cause) ? { kind: 'token-refused' } : closed, cause } };
  }
}

const isTokenInvalid = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TokenInvalid';

/**
 * Interactions come without any intent, and so does all we need to know of who calls; nothing is kept of them.
 * https://discord.com/developers/docs/topics/gateway#gateway-intents
 */
function clientOptions(apiUrl: string | undefined): ClientOptions {
  return {
    intents: [],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ MessageManager: 0, GuildMemberManager: 0, UserManager: 0 }),
    ...(apiUrl !== undefined && { rest: { api: apiUrl } }),
  };
}

/** discord.js goes on saying that it is ready after Discord has shut it out: the close code alone tells. */
function refusalOf(client: Client): Promise<DiscordFailure> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const tokenRefused = code === GatewayCloseCodes.AuthenticationFailed;
      resolve(tokenRefused ? { kind: 'token-refused' } : { kind: 'connection-refused', code });
    });
  });
}

/** An `error` event without a listener would end the process. */
function listen(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reports an error'));
  client.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord failed'));
  client.on(Events.Raw, (packet: unknown, shardId: unknown) => keepSession(client, packet, shardId));
  tellLosses(client, log);
}

/** discord.js tries twice a second to come back: a loss is said once, and so is its end. */
function tellLosses(client: Client, log: Log): void {
  let up = true;
  const back = (): void => {
    up = true;
    log.info({}, 'connected to Discord');
  };
  client.on(Events.ShardReconnecting, () => {
    if (up) log.warn({}, 'the connection to Discord was lost: reconnecting');
    up = false;
  });
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, back);
}

/**
 * Right after RESUMED, INVALID_SESSION may already have taken the session away that discord.js then reads a number of
 * (14.28: handlers/RESUMED.js), and throws where nobody can catch it. A session with nothing in it is read in its place;
 * it is not resumed, since it belongs to no shard count.
 */
function keepSession(client: Client, packet: unknown, shardId: unknown): void {
  const resumed =
    typeof packet === 'object' && packet !== null && 't' in packet && packet.t === GatewayDispatchEvents.Resumed;
  const shard: object | undefined = resumed ? client.ws.shards.get(Number(shardId)) : undefined;
  if (shard && 'sessionInfo' in shard && shard.sessionInfo === null) shard.sessionInfo = { sequence: 0 };
}
