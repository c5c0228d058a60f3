/**
 * The peer of the bench: the least that discord.js can be. Logs in to DISCORD_API_URL with DISCORD_TOKEN, answers every
 * command with the same words, and for each line on standard input, and once when ready, prints a line of JSON:
 * `readyMs` since the process started, `rssBytes` now.
 */
import { createInterface } from 'node:readline';
import { Client, Events, GatewayIntentBits } from 'discord.js';

const api = process.env.DISCORD_API_URL;
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  allowedMentions: { parse: [] },
  ...(api && { rest: { api } }),
});
let readyMs = Number.NaN;
const tell = (): void => {
  process.stdout.write(`${JSON.stringify({ state: 'ready', readyMs, rssBytes: process.memoryUsage.rss() })}\n`);
};
client.once(Events.ClientReady, () => {
  // performance.now() counts from the start of the process, not of this file.
  readyMs = performance.now();
  tell();
});
client.on(Events.InteractionCreate, (call) => {
  if (call.isChatInputCommand()) void call.reply('Nothing is known here.');
});
await client.login(process.env.DISCORD_TOKEN);
const input = createInterface({ input: process.stdin });
input.on('line', tell);
input.on('close', () => void client.destroy());
