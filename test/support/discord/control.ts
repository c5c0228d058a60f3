import type { IncomingMessage, ServerResponse } from 'node:http';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { PATIENCE_MS } from '../patience.ts';
import type { Call } from './call.ts';
import type { From } from './payload.ts';
import type { Discord } from './stand-in.ts';

const Place = z.strictObject({
  /** A name; the same name is the same person. */
  user: z.string().optional(),
  dm: z.boolean().optional(),
  locale: z.string().optional(),
  /** Manages the server. */
  manager: z.boolean().optional(),
});
const entered = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const withinMs = z.int().positive().max(60_000).default(PATIENCE_MS);

/** What may be asked of a stand-in that runs as its own process. */
export const Control = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('ready'), withinMs }),
  z.strictObject({ do: z.literal('registered'), name: z.string(), withinMs }),
  /** Registers commands as an earlier run of the bot would have. */
  z.strictObject({ do: z.literal('define'), definitions: z.array(z.unknown()) }),
  /**
   * `times` calls at once, each by a person of its own where `from.user` names none; of several `options` each call
   * takes the next.
   */
  z.strictObject({
    do: z.literal('slash'),
    name: z.string(),
    options: z.union([entered, z.array(entered).min(1)]).default({}),
    from: Place.default({}),
    times: z.int().min(1).max(1_000).default(1),
    withinMs,
  }),
  z.strictObject({
    do: z.literal('press'),
    message: z.string(),
    customId: z.string(),
    from: Place.default({}),
    withinMs,
  }),
  z.strictObject({
    do: z.literal('autocomplete'),
    name: z.string(),
    option: z.string(),
    typed: z.string(),
    from: Place.default({}),
    withinMs,
  }),
  /** So many servers with a channel each; their ids. */
  z.strictObject({ do: z.literal('servers'), count: z.int().min(1).max(5_000) }),
  /** What came into channels, and what was refused for coming too fast. */
  z.strictObject({ do: z.literal('posts') }),
  z.strictObject({ do: z.literal('report') }),
  z.strictObject({ do: z.literal('stop') }),
]);
export type Control = z.input<typeof Control>;
type Asked = z.output<typeof Control>;

/** One call's times in ms since its dispatch; null where it did not come in time. */
export const Timing = z.strictObject({
  acknowledgedMs: z.number().nullable(),
  finalMs: z.number().nullable(),
  message: z.string().nullable(),
  text: z.string().nullable(),
});
export type Timing = z.infer<typeof Timing>;

type Doing = { readonly discord: Discord; readonly people: Map<string, Discord['user']> };

/** Does what was asked and returns what it came to, as JSON takes it. */
async function carryOut(doing: Doing, control: Asked): Promise<unknown> {
  const { discord } = doing;
  switch (control.do) {
    case 'ready':
      return discord.ready(control.withinMs).then(() => ({ ready: true }));
    case 'registered':
      return discord.registered(control.name, undefined, control.withinMs);
    case 'define':
      discord.define(control.definitions);
      return { defined: control.definitions.length };
    case 'slash':
      return fire(doing, control);
    case 'press': {
      const from = fromOf(doing, control.from, FIRST);
      return timing(discord.press({ id: control.message }, control.customId, from), control.withinMs);
    }
    case 'autocomplete': {
      const call = discord.autocomplete(
        control.name,
        control.option,
        control.typed,
        fromOf(doing, control.from, FIRST),
      );
      return { choices: await call.choices(control.withinMs), acknowledgedMs: call.acknowledgedAtMs };
    }
    case 'servers':
      return Array.from({ length: control.count }, (_, n) => {
        const { id, channels } = discord.addGuild(`server ${n}`);
        return { guildId: id, channelId: channels[0]?.id };
      });
    case 'posts':
      return postsIn(discord);
    case 'report':
      return { violations: discord.violations, calls: discord.raw.length, gateway: discord.gateway.seen };
    case 'stop':
      return { stopped: true };
  }
}

/** How many messages each channel got, when the last one came (Unix ms), and how many requests were refused for their number. */
export const Posts = z.strictObject({ perChannel: z.array(z.int()), lastAtMs: z.number(), tooMany: z.int() });

function postsIn({ raw }: Discord): z.infer<typeof Posts> {
  const posts = raw.filter(
    ({ method, path, status }) => method === 'POST' && /\/messages$/.test(path) && status === 200,
  );
  const perChannel = Object.values(Object.groupBy(posts, ({ path }) => path)).map((all = []) => all.length);
  const tooMany = raw.filter(({ status }) => status === 429).length;
  return { perChannel, lastAtMs: posts.at(-1)?.atMs ?? 0, tooMany };
}

const FIRST = 'reader 0';

function fire(
  doing: Doing,
  { name, options, from, times, withinMs }: Extract<Asked, { do: 'slash' }>,
): Promise<unknown> {
  const callers = Array.from({ length: times }, (_, at) => fromOf(doing, from, `reader ${at}`));
  const entered = [options].flat();
  const calls = callers.map((caller, at) => doing.discord.slash(name, entered[at % entered.length], caller));
  return Promise.all(calls.map((call) => timing(call, withinMs)));
}

function fromOf({ discord, people }: Doing, place: z.infer<typeof Place>, otherwise: string): From {
  const name = place.user ?? otherwise;
  const user = people.get(name) ?? discord.addUser(name);
  people.set(name, user);
  return {
    user,
    dm: place.dm ?? false,
    locale: place.locale ?? 'en-US',
    ...(place.manager && { permissions: PermissionFlagsBits.ManageGuild }),
  };
}

async function timing(call: Call, withinMs: number): Promise<Timing> {
  const answer = await call.final(withinMs).catch(() => null);
  return {
    acknowledgedMs: call.acknowledgedAtMs,
    finalMs: call.finalAtMs,
    message: answer?.id ?? null,
    text: answer?.text ?? null,
  };
}

/** POST /control with a `Control`; answers 400 when it is none, 500 with what went wrong. `onStop` follows a `stop`. */
export function controlListener(discord: Discord, onStop: () => void) {
  const doing = { discord, people: new Map<string, Discord['user']>() };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const control = request.method === 'POST' && request.url === '/control' ? await readControl(request) : null;
    if (!control?.success)
      return answer(response, 400, { error: control ? z.prettifyError(control.error) : 'POST /control' });
    try {
      answer(response, 200, await carryOut(doing, control.data));
    } catch (error) {
      answer(response, 500, { error: error instanceof Error ? error.message : String(error) });
    }
    if (control.data.do === 'stop') onStop();
  };
}

const Text = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue('Not JSON.');
    return z.NEVER;
  }
});

async function readControl(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Text.pipe(Control).safeParse(Buffer.concat(chunks).toString());
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
