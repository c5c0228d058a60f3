import type { Command } from './command.ts';
import type { Sitrep } from './compose.ts';
import type { Config } from './config.ts';
import type { DiscordChannels } from './deliver/client.ts';
import type { Dispatch } from './deliver/edge.ts';
import type { DiscordFailure } from './deliver/gateway.ts';
import type { Draw } from './deliver/pictures.ts';
import type { Result } from './domain/failure.ts';
import { EXIT, type Stop } from './exit.ts';
import type { Log } from './log.ts';

/** An edge that is up. */
export interface Edge {
  /** null where there are none. */
  readonly channels: DiscordChannels | null;
  /** Lets what is under way finish and takes nothing new. */
  readonly stop: () => Promise<void>;
  /** Resolves when it cannot go on; pending otherwise. */
  readonly ended: Promise<Stop>;
  /** What to tell whoever started it; null where the log says enough. */
  readonly greeting: string | null;
}

/** What an edge serves. */
interface Served {
  readonly commands: readonly Command[];
  readonly dispatch: Dispatch;
  readonly draw: Draw;
}

/** Each edge's packages are loaded only where it is used: the other's would cost start-up time and memory. */
export async function startPreviewEdge(
  { PREVIEW_PORT: port }: Config,
  { commands, dispatch }: Pick<Served, 'commands' | 'dispatch'>,
  log: Log,
  version: string,
): Promise<Result<Edge, Stop>> {
  const { startPreview } = await import('./preview/server.ts');
  const started = await startPreview({ port, commands: commands.map(({ data }) => data), dispatch, version, log });
  if (!started.ok) return { ok: false, error: { message: portMessage(started.error), status: EXIT.unavailable } };
  const { url, stop } = started.value;
  const greeting = `Sitrep ${version}: the preview is at ${url} (set DISCORD_TOKEN to run the bot)`;
  return { ok: true, value: { channels: null, stop, ended: new Promise<Stop>(() => {}), greeting } };
}

function portMessage({
  kind,
  port,
}: {
  readonly kind: 'port-taken' | 'port-forbidden';
  readonly port: number;
}): string {
  const why = kind === 'port-taken' ? 'is taken by another program' : 'may not be used by this user';
  return `Port ${port} ${why}. Set PREVIEW_PORT to another one, or to 0 for any free one.`;
}

/** @param token the one of the settings */
export async function startDiscordEdge(
  config: Config,
  token: string,
  { commands, dispatch, draw }: Served,
  log: Log,
  kv: Sitrep['edges'],
): Promise<Result<Edge, Stop>> {
  const { startDiscord } = await import('./deliver/client.ts');
  const { DISCORD_API_URL: apiUrl, DISCORD_GUILD_ID: guildId } = config;
  const started = await startDiscord({ token, apiUrl, guildId, commands, dispatch, draw, log, kv });
  if (!started.ok) return { ok: false, error: stopOf(started.error) };
  const { channels, stop, ended } = started.value;
  return { ok: true, value: { channels, stop, ended: ended.then(stopOf), greeting: null } };
}

/** Serves measures where the settings ask for it; a port that cannot be had is told, and keeps nothing else from running. @returns ends it */
export async function startMetrics(
  { METRICS_PORT: port }: Config,
  { measures }: Sitrep,
  log: Log,
): Promise<() => Promise<void>> {
  if (port === 0) return async () => undefined;
  const { serveMetrics } = await import('./metrics/serve.ts');
  try {
    return (await serveMetrics(port, measures, log)).stop;
  } catch (error) {
    log.error({ err: error, port }, 'metrics cannot be served: set METRICS_PORT to another port, or to 0 for none');
    return async () => undefined;
  }
}

function stopOf(failure: DiscordFailure): Stop {
  switch (failure.kind) {
    case 'token-refused':
      return {
        message:
          'Discord refuses this token. Copy a new one from https://discord.com/developers/applications (Bot, Reset Token) into DISCORD_TOKEN.',
        status: EXIT.noPermission,
      };
    case 'connection-refused':
      return { message: `Discord closed the connection for good (code ${failure.code}).`, status: EXIT.unavailable };
  }
}
