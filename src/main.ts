import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { compose, type Sitrep } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import { createDispatch } from './deliver/dispatch.ts';
import type { Dispatch } from './deliver/edge.ts';
import { EXIT, type Stop, stopFor } from './exit.ts';
import { createLog, type Log } from './log.ts';
import { DATA_FOLDER, readEnvironment, readVersion } from './place.ts';
import { schedule } from './schedule.ts';

/** An edge that is up: how to let what is under way finish and take nothing new. */
interface Edge {
  readonly stop: () => Promise<void>;
}
type Started = { readonly edge: Edge } | { readonly stop: Stop };

const version = readVersion();

async function main(): Promise<void> {
  const config = readConfig(readEnvironment());
  if ('faults' in config) {
    const faults = config.faults.map((fault) => `  ${fault}`).join('\n');
    return end({ message: `These settings are wrong (.env.example explains each):\n${faults}`, status: EXIT.config });
  }
  const log = createLog(config.LOG_LEVEL);
  const opened = await compose({ stateDir: config.DATA_DIR, dataDir: DATA_FOLDER, version, startedAtMs: Date.now() });
  if (!opened.ok) return end(stopFor(opened.error, join(config.DATA_DIR, 'sitrep.sqlite')));
  await run(config, opened.value, log);
}

async function run(config: Config, sitrep: Sitrep, log: Log): Promise<void> {
  for (const fault of sitrep.loaded.faults) log.warn({ ...fault }, 'set aside');
  const report = (error: unknown, where: object): void => log.error({ err: error, ...where }, 'failed');
  const dispatch = createDispatch({
    app: sitrep.app,
    commands,
    now: Date.now,
    report,
    cooldownMs: config.COOLDOWN_SECONDS * 1_000,
  });
  const started = await startEdge(config, sitrep, dispatch, log);
  if ('stop' in started) {
    sitrep.close();
    return end(started.stop);
  }
  const purge = { name: 'purge', when: '17 * * * *', run: async () => void sitrep.purge(Date.now()) };
  const stopTicking = schedule([purge], (error, job) => report(error, { job }));
  endWell(async () => {
    await Promise.all([started.edge.stop(), stopTicking()]);
    sitrep.close();
  }, log);
}

const startEdge = (config: Config, sitrep: Sitrep, dispatch: Dispatch, log: Log): Promise<Started> =>
  config.DISCORD_TOKEN === undefined
    ? startLocal(config, dispatch, log)
    : startOnDiscord(config, config.DISCORD_TOKEN, sitrep, dispatch, log);

/** Each edge is loaded only where it is used: the other one's packages would cost start-up time and memory. */
async function startLocal(config: Config, dispatch: Dispatch, log: Log): Promise<Started> {
  const { startPreview } = await import('./preview/server.ts');
  const started = await startPreview({
    port: config.PREVIEW_PORT,
    commands: commands.map(({ data }) => data),
    dispatch,
    version,
    log,
  });
  if (!started.ok) return { stop: { message: portMessage(started.error), status: EXIT.unavailable } };
  process.stdout.write(
    `Sitrep ${version}: the preview is at ${started.value.url} (set DISCORD_TOKEN to run the bot)\n`,
  );
  return { edge: started.value };
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

async function startOnDiscord(
  config: Config,
  token: string,
  sitrep: Sitrep,
  dispatch: Dispatch,
  log: Log,
): Promise<Started> {
  const { startDiscord } = await import('./deliver/client.ts');
  const started = await startDiscord({
    token,
    apiUrl: config.DISCORD_API_URL,
    guildId: config.DISCORD_GUILD_ID,
    commands,
    dispatch,
    log,
    kv: sitrep.edges,
  });
  return started.ok ? { edge: started.value } : { stop: { message: TOKEN_REFUSED, status: EXIT.noPermission } };
}

const TOKEN_REFUSED =
  'Discord refuses this token. Copy it anew from https://discord.com/developers/applications (Bot, Reset Token) into DISCORD_TOKEN.';

/** On SIGTERM or SIGINT what is under way finishes; a second signal ends at once. */
function endWell(stop: () => Promise<void>, log: Log): void {
  const onSignal = (signal: string): void => {
    log.info({ signal }, 'finishing what is under way');
    stop().catch((error: unknown) => {
      log.error({ err: error }, 'did not stop well');
      process.exitCode = EXIT.software;
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, onSignal);
}

function end({ message, status }: Stop): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = status;
}

await main();
