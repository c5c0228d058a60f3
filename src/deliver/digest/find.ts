import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Code, MessageFlags, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { type FoundOwn, SEND_WITHIN_MS } from '../../digest/channel.ts';
import type { ChannelFacts, LookAtChannel } from '../../domain/channel-facts.ts';
import { failureOf } from './failure.ts';
import { codeOf } from './parts.ts';
import type { AskDiscord } from './request.ts';

export interface FindPorts {
  readonly ask: AskDiscord;
  readonly look: LookAtChannel;
  readonly botId: string;
}

/** What we read of a message: https://discord.com/developers/docs/resources/message#message-object */
const Message = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  flags: z.int().default(0),
  components: z.array(z.unknown()).default([]),
  /** Of answers to somebody alone, whose words may be theirs. */
  interaction_metadata: z.unknown().optional(),
});
type Message = z.infer<typeof Message>;
const Thread = z.object({ id: z.string(), owner_id: z.string().optional(), parent_id: z.string().nullish() });
const Threads = z.object({ threads: z.array(Thread) });
const Part = z.object({ content: z.string().optional(), components: z.array(z.unknown()).optional() });

const PER_PAGE = 100;
/** More than anybody writes in the time that is looked through. */
const PAGES_AT_MOST = 50;
const LATER_MS = 30_000;

interface Search extends FindPorts {
  readonly channelId: string;
  readonly code: string;
  /** Later than all that is of no interest. */
  readonly after: string;
  readonly signal: AbortSignal;
}

/** Looks for a digest's messages by the code that stands in them; nonces are given back for some minutes only, if at all. */
export const findDigest = (ports: FindPorts, channelId: string, mark: string, sinceMs: number): Promise<FoundOwn> =>
  outcomeOf(ports, channelId, mark, sinceMs, async (search) => {
    const facts = await ports.look(channelId);
    if (facts === null) return { kind: 'unreadable', why: 'no-channel' };
    // Without this right Discord shows an empty channel: https://discord.com/developers/docs/resources/message#get-channel-messages
    if (!facts.rights.has('history')) return { kind: 'unreadable', why: 'no-permission' };
    return foundOr(await found(search, facts));
  });

/** Likewise in a conversation with one person, which the bot may always read. */
export const findDirect = (ports: FindPorts, channelId: string, mark: string, sinceMs: number): Promise<FoundOwn> =>
  outcomeOf(ports, channelId, mark, sinceMs, async (search) =>
    foundOr((await markedIn(search, channelId)).map(({ id }) => id)),
  );

const foundOr = (messageIds: readonly string[]): FoundOwn =>
  messageIds.length > 0 ? { kind: 'found', messageIds } : { kind: 'absent' };

async function outcomeOf(
  ports: FindPorts,
  channelId: string,
  mark: string,
  sinceMs: number,
  looked: (search: Search) => Promise<FoundOwn>,
): Promise<FoundOwn> {
  const signal = AbortSignal.timeout(SEND_WITHIN_MS);
  try {
    return await looked({ ...ports, channelId, code: codeOf(mark), after: snowflakeAt(sinceMs), signal });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'refused') return { kind: 'unreadable', why: failure.why };
    return { kind: 'later', afterMs: failure.kind === 'later' ? failure.afterMs : LATER_MS };
  }
}

async function found(search: Search, { kind, guildId }: ChannelFacts): Promise<readonly string[]> {
  const marked = kind === 'forum' ? await markedPosts(search, guildId) : await markedIn(search, search.channelId);
  const [first] = marked;
  const hangsThread = first !== undefined && (kind === 'forum' || (first.flags & MessageFlags.HasThread) !== 0);
  const inThread = hangsThread ? await markedIn({ ...search, after: first.id }, first.id) : [];
  return [...marked, ...inThread].map(({ id }) => id);
}

/** Oldest first. @throws RangeError where there is more than can be looked through */
async function markedIn(search: Search, channelId: string): Promise<readonly Message[]> {
  const { ask, signal } = search;
  const marked: Message[] = [];
  let { after } = search;
  for (let page = 0; page < PAGES_AT_MOST; page += 1) {
    const query = { after, limit: String(PER_PAGE) };
    const body = await ask({ method: 'GET', route: Routes.channelMessages(channelId), query }, signal);
    const messages = z.array(Message).parse(body).toSorted(byAge);
    marked.push(...messages.filter(isMarked(search)));
    after = messages.at(-1)?.id ?? after;
    if (messages.length < PER_PAGE) return marked;
  }
  throw new RangeError(`more than ${PAGES_AT_MOST * PER_PAGE} messages to look through`);
}

/** The first messages of the bot's own posts in a forum, oldest first. */
async function markedPosts(search: Search, guildId: string): Promise<readonly Message[]> {
  const { ask, signal, channelId, botId, after } = search;
  const active = await ask({ method: 'GET', route: Routes.guildActiveThreads(guildId) }, signal);
  const archived = await ask({ method: 'GET', route: Routes.channelThreads(channelId, 'public') }, signal);
  const own = [active, archived]
    .flatMap((body) => Threads.parse(body).threads)
    .filter(({ id, owner_id, parent_id }) => owner_id === botId && parent_id === channelId && isLater(id, after));
  const firsts: Message[] = [];
  for (const { id } of own.toSorted(byAge)) firsts.push(...(await firstOf(search, id)));
  return firsts.filter(isMarked(search));
}

/** [] where it was deleted. */
async function firstOf({ ask, signal }: Search, threadId: string): Promise<readonly Message[]> {
  try {
    return [Message.parse(await ask({ method: 'GET', route: Routes.channelMessage(threadId, threadId) }, signal))];
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === Code.UnknownMessage) return [];
    throw error;
  }
}

const isMarked =
  ({ botId, code }: Search) =>
  ({ author, interaction_metadata, components }: Message): boolean =>
    author.id === botId && interaction_metadata === undefined && components.some((part) => holds(part, code));

function holds(component: unknown, code: string): boolean {
  const { data } = Part.safeParse(component);
  return (
    data !== undefined &&
    (data.content?.includes(code) === true || (data.components ?? []).some((one) => holds(one, code)))
  );
}

/** https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

const snowflakeAt = (atMs: number): string => String(BigInt(Math.max(0, atMs - DISCORD_EPOCH_MS)) << 22n);
const isLater = (id: string, than: string): boolean => BigInt(id) > BigInt(than);
const byAge = (a: { readonly id: string }, b: { readonly id: string }): number => (isLater(a.id, b.id) ? 1 : -1);
