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
type MessageRequest = Extract<Request, { readonly kind: 'message' }>;
type PressRequest = Extract<Request, { readonly kind: 'press' }>;

/** @throws UserError when the request is refused */
export function planOf(plans: Plans, request: Request, member: Member): Plan {
  switch (request.kind) {
    case 'command':
      return planRun(plans, request, member);
    case 'message':
      return planRun(plans, runOn(plans, request, member), withMessage(member, request));
    case 'press':
      return planPress(plans, request, member);
  }
}

/** The command as if the message's text had been typed into its option, as much of it as fits. */
function runOn({ byName }: Plans, { name, text }: MessageRequest, { call }: Member): RunRequest {
  const data = [...byName.values()].map((command) => command.data).find((one) => one.onMessages?.name.en === name);
  if (!data?.onMessages) throw new UserError(WORDS[call.language].unknownCommand);
  const { option } = data.onMessages;
  const spec = data.options?.find((one) => one.name === option);
  const most = spec?.type === 'string' ? spec.maxLength : undefined;
  return { kind: 'command', name: data.name, options: { [option]: text.slice(0, most) } };
}

const withMessage = (member: Member, { atMs }: MessageRequest): Member => {
  return { ...member, call: { ...member.call, message: { atMs } } };
};

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
