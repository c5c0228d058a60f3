import { type APIContainerComponent, ComponentType } from 'discord-api-types/v10';
import type { Command } from '../../src/command.ts';
import { createDispatch, type DispatchOptions } from '../../src/deliver/dispatch.ts';
import type { Caller, MessageBody, Replier, Request } from '../../src/deliver/edge.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { ANNOUNCED, anApp, echo, locked } from './echo-command.ts';
import { aDraw } from './picture-command.ts';

const GUILD = '100000000000000001';
export const aCaller = (over: Partial<Caller> = {}): Caller => ({
  ref: 'ref1',
  userId: '42',
  guildId: GUILD,
  channelId: '100000000000000002',
  locale: 'en-GB',
  managesGuild: false,
  roleIds: [],
  ...over,
});
/** What the edge was asked to show. */
interface Shown {
  readonly what: string;
  readonly private?: boolean;
  readonly text?: string;
}

/** A platform's edge that keeps what it was asked to show. */
function aReplier(shown: Shown[]): Replier {
  const textOf = (body: MessageBody): string => {
    const [part] = (body.components[0] as APIContainerComponent).components;
    return part?.type === ComponentType.TextDisplay ? part.content : '';
  };
  return {
    acknowledge: async (how, isPrivate) => void shown.push({ what: `acknowledge ${how}`, private: isPrivate }),
    reply: async (body, isPrivate) => void shown.push({ what: 'reply', private: isPrivate, text: textOf(body) }),
    ask: async ({ title }) => void shown.push({ what: 'ask', text: title }),
    update: async (body) => void shown.push({ what: 'update', text: textOf(body) }),
  };
}

interface Given {
  readonly settings?: GuildSettings;
  readonly options?: Partial<DispatchOptions>;
  readonly commands?: readonly Command[];
}

/** Announces no answer unless `options` say when. */
export function aDispatch({ settings = {}, options = {}, commands = [echo, locked] }: Given = {}) {
  const reported: { readonly error: unknown; readonly ref: string }[] = [];
  const report: DispatchOptions['report'] = (error, { ref }) => void reported.push({ error, ref });
  const dispatch = createDispatch({
    app: anApp(settings),
    commands,
    now: () => 0,
    report,
    cooldownMs: 0,
    ackAfterMs: ANNOUNCED.never,
    draw: aDraw().draw,
    drawWithinMs: ANNOUNCED.never,
    ...options,
  });
  const ask = async (request: Request, caller: Partial<Caller> = {}): Promise<readonly Shown[]> => {
    const shown: Shown[] = [];
    await dispatch.handle(request, aCaller(caller), aReplier(shown));
    return shown;
  };
  return { ask, dispatch, reported };
}

export const run = (options: Readonly<Record<string, unknown>>, name = 'echo'): Request => ({
  kind: 'command',
  name,
  options,
});
export const lock: Request = { kind: 'command', name: 'locked', subcommand: 'now', options: {} };
export const pressed = (customId: string, over: { onPrivate?: boolean; byAsker?: boolean } = {}): Request => ({
  kind: 'press',
  customId,
  onPrivate: false,
  byAsker: true,
  ...over,
});
