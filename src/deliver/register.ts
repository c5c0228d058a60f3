import { type Client, DiscordAPIError } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import type { Command } from '../command.ts';
import type { Log } from '../log.ts';
import type { KeyValue } from '../ports.ts';
import { definitionsOf, fingerprint } from './definitions.ts';
import { persist } from './persist.ts';

export interface RegisterOptions {
  readonly client: Client<true>;
  readonly token: string;
  /** Registers in this server alone, where changes show at once; null: everywhere. */
  readonly guildId: string | null;
  readonly commands: readonly Command[];
  readonly kv: KeyValue;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Discord refuses the token itself, not only one request. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const TRY_FOR_MS = 60 * 60_000;

/**
 * Tells Discord our commands, unless it knows them: what was registered last is kept in mind by its fingerprint.
 * Registers either everywhere or in one server and leaves the other as it is.
 * @throws TokenRefused; DiscordAPIError when it refuses the definitions
 */
export async function register(options: RegisterOptions): Promise<void> {
  const { client, guildId, commands, kv, log, signal } = options;
  const definitions = definitionsOf(commands);
  const key = `commands:${client.application.id}:${guildId ?? 'global'}`;
  const known = fingerprint(definitions);
  if ((await kv.get(key)) === known) return log.debug({}, 'Discord knows the commands');
  const id = client.application.id;
  const route = guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  const put = () => authorised(options, () => client.rest.put(route, { body: definitions }));
  await persist(put, { forMs: TRY_FOR_MS, firstPauseMs: 1_000, longestPauseMs: 60_000, passing, signal });
  await kv.set(key, known);
  log.info({ commands: definitions.length, guildId }, 'registered the commands');
}

const passing = (error: unknown): boolean => !(error instanceof DiscordAPIError || error instanceof TokenRefused);

/** discord.js drops the token at the first 401, and every later request fails: it gets it back, and one more try. */
async function authorised<T>({ client, token, log }: RegisterOptions, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!isUnauthorised(error)) throw error;
    log.warn({}, 'Discord refused the token once: trying it again');
    client.rest.setToken(token);
  }
  try {
    return await request();
  } catch (error) {
    if (isUnauthorised(error)) throw new TokenRefused('Discord refuses the token', { cause: error });
    throw error;
  }
}

const isUnauthorised = (error: unknown): boolean => error instanceof DiscordAPIError && error.status === 401;
