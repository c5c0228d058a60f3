import { join } from 'node:path';
import { commands as all } from '../commands/index.ts';
import { compose, type Sitrep } from './compose.ts';
import { type Config, fetchingOf, modelOf, readConfig } from './config.ts';
import { createDispatch } from './deliver/dispatch.ts';
import { type Delivery, deliveriesTo } from './deliveries.ts';
import { type Edge, startDiscordEdge, startMetrics, startPreviewEdge } from './edges.ts';
import { EXIT, type Stop, stopFor } from './exit.ts';
import { forgetGoneServers } from './gone-servers.ts';
import { createLog, type Log } from './log.ts';
import { featuresOf, offered } from './offered.ts';
import { createDrawing } from './picture/thread.ts';
import { DATA_FOLDER, readEnvironment, readVersion } from './place.ts';
import { type Job, schedule } from './schedule.ts';
import { createModeratorTelling } from './tell-moderators.ts';

const version = readVersion();

async function main(): Promise<void> {
  const config = readConfig(readEnvironment());
  if ('faults' in config) {
    const faults = config.faults.map((fault) => `  ${fault}`).join('\n');
    return end({ message: `These settings are wrong (.env.example explains each):\n${faults}`, status: EXIT.config });
  }
  const log = createLog(config.LOG_LEVEL);
  lastResort(log);
  const moderators = createModeratorTelling(log);
  const opened = await compose({
    stateDir: config.DATA_DIR,
    dataDir: DATA_FOLDER,
    version,
    startedAtMs: Date.now(),
    fetching: fetchingOf(config),
    model: modelOf(config),
    note: (outcomes) => log.info({ ...outcomes }, 'an article was read with the language model'),
    now: Date.now,
    tell: moderators.tell,
    report: (error, where = 'keeping answers for their buttons') => log.error({ err: error, where }, 'failed'),
  });
  if (!opened.ok) return end(stopFor(opened.error, join(config.DATA_DIR, 'sitrep.sqlite')));
  const sitrep = opened.value;
  sitrep.tellOfMistakes(moderators.tellOfMistake);
  for (const fault of sitrep.loaded.faults) log.warn({ ...fault }, 'set aside');
  const started = await startEdge(config, sitrep, log);
  if (started.ok) {
    const { channels } = started.value;
    if (channels !== null) {
      moderators.connect({ post: channels.post, settings: sitrep.app.settings });
      sitrep.channels.connect(channels.look);
    }
    const deliveries = channels === null ? [] : deliveriesTo(channels, sitrep, moderators, log);
    return run(started.value, sitrep, deliveries, log, await startMetrics(config, sitrep, log));
  }
  await sitrep.close();
  end(started.error);
}

function startEdge(
  config: Config,
  { app, edges, noteAnswer: note }: Sitrep,
  log: Log,
): ReturnType<typeof startPreviewEdge> {
  const report = (error: unknown, where: object): void => log.error({ err: error, ...where }, 'failed');
  const cooldownMs = config.COOLDOWN_SECONDS * 1_000;
  const draw = createDrawing({ dataDir: DATA_FOLDER, disputed: config.MAP_DISPUTED });
  const commands = offered(all, featuresOf(config));
  const dispatch = createDispatch({ app, commands, now: Date.now, report, cooldownMs, draw, note });
  return config.DISCORD_TOKEN === undefined
    ? startPreviewEdge(config, { commands, dispatch }, log, version)
    : startDiscordEdge(config, config.DISCORD_TOKEN, { commands, dispatch, draw }, log, edges);
}

function goneServers({ channels }: Edge, { app, edges: kv }: Sitrep): readonly Job[] {
  if (channels === null) return [];
  const { servers, botId } = channels;
  const erase = (guildId: string, nowMs: number) => app.erase(guildId, botId, nowMs);
  return [
    { name: 'gone servers', when: '37 * * * *', run: () => forgetGoneServers({ kv, servers, erase }, Date.now()) },
  ];
}

/**
 * @param deliveries [] where there are no channels for them
 * @param stopMetrics ends what serves measures
 */
function run(
  edge: Edge,
  sitrep: Sitrep,
  deliveries: readonly Delivery[],
  log: Log,
  stopMetrics: () => Promise<void>,
): void {
  if (edge.greeting !== null) process.stdout.write(`${edge.greeting}\n`);
  const report = (error: unknown, job: string): void => log.error({ err: error, job }, 'failed');
  const purge = { name: 'purge', when: '17 * * * *', run: async () => void sitrep.purge(Date.now()) };
  const poll = { name: 'poll', when: '*/15 * * * * *', run: sitrep.reading.poll };
  const bring = { name: 'bring', when: '5,20,35,50 * * * * *', run: sitrep.reading.bring };
  const supersede = {
    name: 'later figures',
    when: '10,25,40,55 * * * * *',
    run: async () => void (await sitrep.supersede()),
  };
  const ticks = deliveries.map(({ name, tick }): Job => ({ name, when: '* * * * * *', run: tick }));
  const stopTicking = schedule([purge, poll, bring, supersede, ...ticks, ...goneServers(edge, sitrep)], report);
  const stop = async (): Promise<void> => {
    await Promise.all([edge.stop(), ...deliveries.map((one) => one.stop()), stopTicking(), stopMetrics()]);
    await sitrep.close();
  };
  endWell(stop, log);
  edge.ended
    .then(async (why) => {
      await stop();
      end(why);
    })
    .catch((error: unknown) => report(error, 'stop'));
  sitrep.loadLists().then(
    (faults) => {
      for (const fault of faults) log.warn({ ...fault }, 'set aside');
    },
    (error: unknown) => report(error, 'lists of names'),
  );
}

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

/** What nobody caught is our own mistake. A rejection harms only its call; after an exception nothing is certain. */
function lastResort(log: Log): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'nobody handled this failure'));
  process.on('uncaughtException', (error) => {
    log.error({ err: error }, 'ending: nobody caught this failure');
    process.exit(EXIT.software);
  });
}

function end({ message, status }: Stop): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = status;
}

await main();
