import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Discord } from './stand-in.ts';

/** A plain discord.js client, logged in and ready. Mentions are closed, so that only what a test is about is a violation. */
export async function bareLogin(
  { url, token }: Pick<Discord, 'url' | 'token'>,
  onInteraction: (interaction: Interaction) => unknown = () => undefined,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: url, ...options.rest },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  client.on(Events.InteractionCreate, onInteraction);
  await client.login(token);
  return ready;
}
