import type { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';

const Servers = z.array(z.object({ id: z.string() }));
/** https://discord.com/developers/docs/resources/user#get-current-user-guilds */
const PER_PAGE = 200;

/** The servers that the bot is in: without intents nothing tells when it is thrown out of one. */
export async function serversOf(rest: REST): Promise<ReadonlySet<string>> {
  const ids: string[] = [];
  for (let after = '0'; ; after = ids.at(-1) ?? after) {
    const query = new URLSearchParams({ after, limit: String(PER_PAGE) });
    const page = Servers.parse(await rest.get(Routes.userGuilds(), { query }));
    ids.push(...page.map(({ id }) => id));
    if (page.length < PER_PAGE) return new Set(ids);
  }
}
