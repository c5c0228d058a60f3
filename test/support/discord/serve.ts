/**
 * The stand-in as a process of its own: `node test/support/discord/serve.ts --port 0`.
 * Prints one line of JSON: `url` (for DISCORD_API_URL), `token` (for DISCORD_TOKEN) and `control`, where it takes
 * commands (see control.ts), such as `{"do":"slash","name":"summary","options":{"query":"kharkiv"},"times":50}`.
 * Ends on `{"do":"stop"}`, on SIGTERM and, with `--until-stdin-ends`, with whoever started it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { controlListener } from './control.ts';
import { LAYOUTS } from './layout-examples.ts';
import { MESSAGES } from './message-examples.ts';
import { CALLBACKS } from './request-examples.ts';
import { startDiscord } from './stand-in.ts';

// The first check of each kind compiles it; the examples pay for that, so that no bot's first answers do.
for (const { faults, body } of [...MESSAGES, ...LAYOUTS, ...CALLBACKS]) faults(body);

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, 'until-stdin-ends': { type: 'boolean', default: false } },
});
const discord = await startDiscord({ port: Number(values.port) });
const control = createServer();
const stop = (): void => {
  control.close();
  control.closeIdleConnections();
  void discord.stop().then(() => process.exit(0));
};
const listener = controlListener(discord, stop);
control.on('request', (request, response) => void listener(request, response));
control.listen(0, '127.0.0.1', () => {
  const { port } = control.address() as AddressInfo;
  const address = { url: discord.url, token: discord.token, control: `http://127.0.0.1:${port}/control` };
  process.stdout.write(`${JSON.stringify(address)}\n`);
});
process.once('SIGTERM', stop);
if (values['until-stdin-ends']) process.stdin.once('end', stop).resume();
