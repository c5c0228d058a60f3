import type { App } from '../app.ts';
import type { Call, Command, PressAnswer } from '../command.ts';
import { UserError } from '../domain/failure.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { Cooldown } from './cooldown.ts';
import type { Request } from './edge.ts';
import { inputWords } from './input-words.ts';
import { WORDS } from './words.ts';

/** What is to be done for a request that may be answered. */
export interface Plan {
  /** Who sees that an answer is coming, where that is shown first. */
  readonly isPrivate: boolean;
  readonly run: () => Promise<PressAnswer>;
}

/** A call with what its server's moderators set. */
export interface Member {
  readonly call: Call;
  readonly settings: GuildSettings;
}

export interface Plans {
  readonly app: App;
  readonly byName: ReadonlyMap<string, Command>;
  readonly cooldown: Cooldown;
}

type RunRequest = Extract<Request, { readonly kind: 'command' }>;
type PressRequest = Extract<Request, { readonly kind: 'press' }>;

/** @throws UserError when the request is refused */
export function planOf(plans: Plans, request: Request, member: Member): Plan {
  return request.kind === 'command' ? planRun(plans, request, member) : planPress(plans, request, member);
}

function planRun({ app, byName, cooldown }: Plans, request: RunRequest, { call, settings }: Member): Plan {
  const words = WORDS[call.language];
  const command = byName.get(request.name);
  if (!command) throw new UserError(words.unknownCommand);
  refuseStrangers(command, call);
  const options = { ...request.options, ...(request.subcommand !== undefined && { subcommand: request.subcommand }) };
  const input = command.input.safeParse(options);
  if (!input.success) throw new UserError(inputWords(input.error, options, command.data, call.language));
  const pauseMs = cooldown.take(`${call.guildId ?? ''}:${call.userId}`, call.nowMs);
  if (pauseMs > 0) throw new UserError(words.tooSoon(Math.ceil(pauseMs / 1_000)));
  return {
    isPrivate: command.isPrivate?.(options, settings, call) ?? true,
    run: async () => ({ ...(await command.run(options, app, call)), how: 'reply' }),
  };
}

function planPress({ app, byName }: Plans, request: PressRequest, { call }: Member): Plan {
  const [, name = '', rest = ''] = /^([^:]*):?(.*)$/s.exec(request.customId) ?? [];
  const command = byName.get(name);
  const press = command?.press;
  if (!press) throw new UserError(WORDS[call.language].unknownButton);
  refuseStrangers(command, call);
  const { onPrivate, byAsker } = request;
  return {
    isPrivate: true,
    run: async () => besideOthers(await press({ rest, onPrivate, byAsker }, app, call), request),
  };
}

/** Nobody changes a message that others see, unless they asked for it: they get an answer of their own. */
function besideOthers(answer: PressAnswer, { onPrivate, byAsker }: PressRequest): PressAnswer {
  return onPrivate || byAsker ? answer : { ...answer, how: 'reply', private: true };
}

/** @throws UserError unless the caller may use the command where they are */
function refuseStrangers(command: Command, call: Call): void {
  const words = WORDS[call.language];
  if (call.guildId === null && !command.data.inDirectMessages) throw new UserError(words.serversOnly);
  if (!mayUse(command, call)) throw new UserError(words.moderatorsOnly);
}

export const mayUse = (command: Command, call: Call): boolean => command.access === 'everyone' || call.isModerator;
