import { setTimeout as pause } from 'node:timers/promises';
import { type Client, Events, type REST } from 'discord.js';
import type { Command } from '../command.ts';
import type { DigestChannel } from '../digest/channel.ts';
import type { LookAtChannel } from '../domain/channel-facts.ts';
import type { Result } from '../domain/failure.ts';
import type { Log } from '../log.ts';
import type { KeyValue } from '../ports.ts';
import type { AlertChannel } from '../track/channel.ts';
import type { EditMessage } from '../travel/channel.ts';
import { createAlertChannel } from './alert/channel.ts';
import { answer } from './answer.ts';
import { ATTACHMENT_ORIGINS, createDownload } from './attachment.ts';
import { createChannelLook } from './channel-look.ts';
import { createPostPage, type PostPage } from './channel-post.ts';
import { type Board, createBoard } from './digest/board.ts';
import { createDigestChannel } from './digest/channel.ts';
import { type AskDiscord, createAskDiscord } from './digest/request.ts';
import type { Dispatch } from './edge.ts';
import { createEditMessage } from './edit-message.ts';
import { connect, type DiscordFailure, type Gateway } from './gateway.ts';
import { createAnswerRest, type InteractionName, interactionApi } from './interaction-api.ts';
import { createPictures, type Draw } from './pictures.ts';
import { createRecent } from './recent.ts';
import { register, TokenRefused } from './register.ts';
import { serversOf } from './servers.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Another address for Discord's REST, with its `/api`; the gateway's is taken from there. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands in this server alone. */
  readonly guildId?: string | undefined;
  readonly commands: readonly Command[];
  readonly dispatch: Dispatch;
  readonly draw: Draw;
  readonly log: Log;
  /** Where it is remembered what was registered. */
  readonly kv: KeyValue;
}

/** What the bot does with channels without having been asked there. */
export interface DiscordChannels {
  readonly post: PostPage;
  readonly look: LookAtChannel;
  readonly digests: DigestChannel;
  readonly alerts: AlertChannel;
  readonly board: Board;
  /** Has messages that are there show corrections. */
  readonly edit: EditMessage;
  /** The servers that the bot is in. Rejects where Discord does not answer. */
  readonly servers: () => Promise<ReadonlySet<string>>;
  readonly botId: string;
}

export interface Discord {
  readonly channels: DiscordChannels;
  /** Answers no new calls but to say that it is restarting, lets what is under way finish for up to 10 s, and disconnects. */
  readonly stop: () => Promise<void>;
  /** Resolves when Discord has shut the bot out; pending otherwise. */
  readonly ended: Promise<DiscordFailure>;
}

/** Far more than arrive twice within the seconds in which Discord repeats itself. */
const CALLS_REMEMBERED = 2_000;
const FINISH_WITHIN_MS = 10_000;

/** Runs the bot. Resolves when it is connected, however long the network takes, or when Discord refuses it. */
export async function startDiscord(options: DiscordOptions): Promise<Result<Discord, DiscordFailure>> {
  const { token, apiUrl, log } = options;
  const calls = createCalls(options);
  const connected = await connect({ token, apiUrl, log, onInteraction: calls.take });
  if (!connected.ok) return connected;
  const asking = createAskDiscord(token, apiUrl);
  const registered = registerCommands(options, connected.value, calls.stopped);
  return {
    ok: true,
    value: {
      channels: channelsOf(options, connected.value, asking.ask),
      ended: Promise.race([connected.value.refused, registered]),
      stop: async () => {
        await calls.finish();
        asking.close();
        await disconnect(connected.value.client);
      },
    },
  };
}

function channelsOf({ draw, log }: DiscordOptions, { client }: Gateway, ask: AskDiscord): DiscordChannels {
  const { rest, user } = client;
  const look = createChannelLook(rest, user.id);
  const report = (error: unknown): void => log.warn({ err: error }, 'a part of a digest was left out');
  const drawing = { ask, pictures: createPictures(draw), report };
  const digests = createDigestChannel({ ...drawing, look, botId: user.id });
  return {
    post: createPostPage(rest),
    look,
    digests,
    alerts: createAlertChannel({ ask, look, botId: user.id }),
    board: createBoard(ask),
    edit: createEditMessage(drawing),
    servers: () => serversOf(rest),
    botId: user.id,
  };
}

/** discord.js would call this a loss. */
function disconnect(client: Client): Promise<void> {
  client.removeAllListeners(Events.ShardReconnecting);
  return client.destroy();
}

/** @returns when the token turns out to be refused; pending otherwise */
function registerCommands(
  { token, guildId, commands, kv, log }: DiscordOptions,
  { client }: Gateway,
  signal: AbortSignal,
): Promise<DiscordFailure> {
  return new Promise((resolve) => {
    register({ client, token, guildId: guildId ?? null, commands, kv, log, signal }).catch((error: unknown) => {
      if (error instanceof TokenRefused) resolve({ kind: 'token-refused' });
      else if (!signal.aborted)
        log.error({ err: error }, 'Discord did not take the commands: those registered before stay');
    });
  });
}

interface Calls {
  readonly take: (payload: unknown) => void;
  readonly finish: () => Promise<void>;
  /** Aborted when nothing is waited for any more. */
  readonly stopped: AbortSignal;
}

/** Every call under way. One that Discord delivers twice is answered once. */
function createCalls({ apiUrl, dispatch, log }: DiscordOptions): Calls {
  const rest = createAnswerRest(apiUrl);
  const recent = createRecent(CALLS_REMEMBERED);
  const underWay = new Set<Promise<void>>();
  const stopped = new AbortController();
  let stopping = false;
  const api = (interaction: InteractionName) => interactionApi(rest, interaction, stopped.signal);
  // Whoever stands in for Discord's REST keeps its files as well.
  const download = createDownload([...ATTACHMENT_ORIGINS, ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin])]);
  return {
    stopped: stopped.signal,
    take: (payload) => {
      const call = answer(payload, { api, dispatch, download, isNew: recent.isNew, isStopping: stopping }).catch(
        (error: unknown) => log.error({ err: error }, 'a call could not be answered'),
      );
      underWay.add(call);
      void call.finally(() => underWay.delete(call));
    },
    finish: async () => {
      stopping = true;
      await Promise.race([Promise.allSettled([...underWay]), pause(FINISH_WITHIN_MS, undefined, { ref: false })]);
      stopped.abort();
      sweepNoMore(rest);
    },
  };
}

function sweepNoMore(rest: REST): void {
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
}
