import type { App } from '../app.ts';
import type { Call, Command, CommandSpec, PressAnswer } from '../command.ts';
import { UserError } from '../domain/failure.ts';
import type { Modal } from '../domain/modal.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { Cooldown } from './cooldown.ts';
import type { Request } from './edge.ts';
import { inputWords } from './input-words.ts';
import { LINK_CHOICE, type LinkChoices } from './link-choices.ts';
import { WORDS } from './words.ts';

/** What is to be done for a request that may be answered: with a page, or with a form. */
export type Plan =
  | {
      readonly kind: 'page';
      /** Who sees that an answer is coming, where that is shown first. */
      readonly isPrivate: boolean;
      readonly run: () => Promise<PressAnswer>;
    }
  | { readonly kind: 'form'; readonly modal: Promise<Modal> };

/** A call with what its server's moderators set. */
export interface Member {
  readonly call: Call;
  readonly settings: GuildSettings;
}

export interface Plans {
  readonly app: App;
  readonly byName: ReadonlyMap<string, Command>;
  readonly cooldown: Cooldown;
  readonly links: LinkChoices;
}

type RunRequest = Extract<Request, { readonly kind: 'command' }>;
type MessageRequest = Extract<Request, { readonly kind: 'message' }>;
type PressRequest = Extract<Request, { readonly kind: 'press' }>;
type SubmitRequest = Extract<Request, { readonly kind: 'submit' }>;

/** @throws UserError when the request is refused */
export function planOf(plans: Plans, request: Request, member: Member): Plan {
  switch (request.kind) {
    case 'command':
      return planRun(plans, request, member);
    case 'message':
      return planMenu(plans, request, member);
    case 'press':
      return planPress(plans, request, member);
    case 'submit':
      return planSubmit(plans, request, member);
  }
}

/** A command of the menu of messages, as if what it takes of the message had been typed into its option. */
function planMenu(plans: Plans, request: MessageRequest, member: Member): Plan {
  const { call } = member;
  const { name, links, text, atMs } = request;
  const command = [...plans.byName.values()].find(({ data }) => data.onMessages?.name.en === name);
  if (!command) throw new UserError(WORDS[call.language].unknownCommand);
  refuseStrangers(command, call);
  if (command.data.onMessages?.takes === 'text') return planOn(plans, command.data, text, withMessage(member, atMs));
  const [link, another] = links;
  if (link === undefined) throw new UserError(WORDS[call.language].noLink);
  if (another === undefined) return planOn(plans, command.data, link, withMessage(member, atMs));
  const { userId, guildId, language, ref } = call;
  const page = plans.links.offer(ref, { name, links, atMs, userId, guildId }, language);
  return { kind: 'page', isPrivate: true, run: async () => ({ page, private: true, how: 'reply' }) };
}

/** One of several links was chosen: the answer takes the place of the question. */
function planLink(plans: Plans, rest: string, member: Member): Plan {
  const { userId, guildId, language } = member.call;
  const chosen = plans.links.chosen(rest, userId, guildId);
  const command = [...plans.byName.values()].find(({ data }) => data.onMessages?.name.en === chosen?.name);
  if (!chosen || !command) throw new UserError(WORDS[language].linksGone);
  const plan = planOn(plans, command.data, chosen.link, withMessage(member, chosen.atMs));
  if (plan.kind === 'form') return plan;
  return { ...plan, run: async () => ({ ...(await plan.run()), how: 'update' }) };
}

/** As much of the text as fits. */
function planOn(plans: Plans, { name, onMessages, ...data }: CommandSpec, text: string, member: Member): Plan {
  const { subcommand, option = '' } = onMessages ?? {};
  const options = data.options ?? data.subcommands?.find((one) => one.name === subcommand)?.options ?? [];
  const spec = options.find((one) => one.name === option);
  const most = spec?.type === 'string' ? spec.maxLength : undefined;
  const called = { name, ...(subcommand !== undefined && { subcommand }), options: { [option]: text.slice(0, most) } };
  return planRun(plans, { kind: 'command', ...called }, member);
}

const withMessage = (member: Member, atMs: number): Member => {
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
  const modal = command.form?.(options, app, call);
  if (modal) return { kind: 'form', modal };
  return {
    kind: 'page',
    isPrivate: command.isPrivate?.(options, settings, call) ?? true,
    run: async () => ({ ...(await command.run(options, app, call)), how: 'reply' }),
  };
}

function planPress(plans: Plans, request: PressRequest, member: Member): Plan {
  const { name, rest } = actionOf(request.customId);
  if (name === LINK_CHOICE) return planLink(plans, rest, member);
  const { app, byName } = plans;
  const { call } = member;
  const command = byName.get(name);
  const handle = command?.press;
  if (!handle) throw new UserError(WORDS[call.language].unknownButton);
  refuseStrangers(command, call);
  const { onPrivate, byAsker } = request;
  const press = { rest, onPrivate, byAsker };
  const modal = command.pressForm?.(press, app, call);
  if (modal) return { kind: 'form', modal };
  return {
    kind: 'page',
    isPrivate: true,
    run: async () => besideOthers(await handle(press, app, call), request, command),
  };
}

function planSubmit({ app, byName }: Plans, { customId, values, on }: SubmitRequest, { call }: Member): Plan {
  const { name, rest } = actionOf(customId);
  const command = byName.get(name);
  const submit = command?.submit;
  if (!submit) throw new UserError(WORDS[call.language].unknownButton);
  refuseStrangers(command, call);
  const press = { rest, values, onPrivate: on?.onPrivate ?? false, byAsker: on?.byAsker ?? true };
  const run = async (): Promise<PressAnswer> => {
    const answer = await submit(press, app, call);
    return on ? besideOthers(answer, on, command) : { ...answer, how: 'reply' };
  };
  return { kind: 'page', isPrivate: true, run };
}

function actionOf(customId: string): { readonly name: string; readonly rest: string } {
  const [, name = '', rest = ''] = /^([^:]*):?(.*)$/s.exec(customId) ?? [];
  return { name, rest };
}

/**
 * Nobody changes a message that others see, unless they asked for it: they get an answer of their own. What moderators alone
 * can press, any of them changes for all.
 */
function besideOthers(
  answer: PressAnswer,
  { onPrivate, byAsker }: Pick<PressRequest, 'onPrivate' | 'byAsker'>,
  { access }: Command,
): PressAnswer {
  return onPrivate || byAsker || access === 'moderator' ? answer : { ...answer, how: 'reply', private: true };
}

/** @throws UserError unless the caller may use the command where they are */
function refuseStrangers(command: Command, call: Call): void {
  const words = WORDS[call.language];
  if (call.guildId === null && !command.data.inDirectMessages) throw new UserError(words.serversOnly);
  if (!mayUse(command, call)) throw new UserError(words.moderatorsOnly);
}

export const mayUse = (command: Command, call: Call): boolean => command.access === 'everyone' || call.isModerator;
