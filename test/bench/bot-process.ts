/** The bot over a database as it is: `bot-process.ts PATH`. Prints a line when it is connected; ends on SIGTERM. */
import { Keyv } from 'keyv';
import { commands } from '../../commands/index.ts';
import { startDiscord } from '../../src/deliver/client.ts';
import { createDispatch } from '../../src/deliver/dispatch.ts';
import { createLog } from '../../src/log.ts';

import { openStore } from './app.ts';

const log = createLog('warn');
const draw = () => Promise.reject(new Error('no command of the bench has pictures'));
const dispatch = createDispatch({
  app: openStore(process.argv[2] ?? '').newApp(),
  commands,
  now: Date.now,
  report: (error) => log.error({ err: error }, 'failed'),
  cooldownMs: 0,
  draw,
});
const started = await startDiscord({
  token: process.env.DISCORD_TOKEN ?? '',
  apiUrl: process.env.DISCORD_API_URL,
  commands,
  dispatch,
  draw,
  log,
  kv: new Keyv(),
});
if (!started.ok) throw new Error(started.error.kind);
process.once('SIGTERM', () => void started.value.stop());
process.stdout.write('ready\n');
