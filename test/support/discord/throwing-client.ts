/** A client whose async handler throws at every interaction; with `--listener` it listens to `error`. Prints "ready". */
import { Client, Events, GatewayIntentBits } from 'discord.js';

const api = String(process.env.DISCORD_API_URL);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
client.once(Events.ClientReady, () => process.stdout.write('ready\n'));
client.on(Events.InteractionCreate, async () => {
  throw new Error('the handler failed');
});
if (process.argv.includes('--listener')) client.on(Events.Error, ({ message }) => process.stdout.write(`${message}\n`));
await client.login(process.env.DISCORD_TOKEN);
