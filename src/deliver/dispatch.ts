import { setImmediate as soon } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Command, PressAnswer, Suggestion } from '../command.ts';
import { UserError } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import type { Page } from '../domain/page.ts';
import type { PrintedMessage, Replaced } from '../domain/printed-message.ts';
import { isRefused } from './answer-failed.ts';
import { callOf } from './caller.ts';
import { createCooldown } from './cooldown.ts';
import type { Caller, Dispatch, MessageBody, ModalBody, Replier, Request } from './edge.ts';
import { type Illustrated, type IllustrateOptions, illustrate, withoutPicture } from './illustrate.ts';
import { CHOICE_NAME_CHARS, CHOICE_VALUE_CHARS, CHOICES } from './limits.ts';
import { createLinkChoices } from './link-choices.ts';
import { toMessage } from './message.ts';
import { toModal } from './modal.ts';
import { createPictures, type Draw } from './pictures.ts';
import { type Member, mayUse, type Plan, type Plans, planOf } from './plan.ts';
import { createTurns } from './turns.ts';
import { visibleCut } from './visible.ts';
import { within } from './within.ts';
import { languageOf, WORDS } from './words.ts';

/** What the first picture after a start takes on a busy machine, which has to load what pictures are drawn with; others take a tenth. */
const DRAW_WITHIN_MS = 5_000;
/** Leaves half of Discord's three seconds for the acknowledgement's own way. */
const ACK_AFTER_MS = 1_500;
/** Choices that come later than this are no help while typing, and Discord drops them after three seconds. */
const SUGGEST_WITHIN_MS = 2_000;

export interface DispatchOptions {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly now: () => number;
  /** Told every failure that is not a refusal; `ref` is what the person was shown. Must not throw. */
  readonly report: (error: unknown, where: { readonly ref: string; readonly at: string }) => void;
  /** Pause after each command of one member in one server; 0: none. Buttons and choices have none. */
  readonly cooldownMs: number;
  /** How long an answer may take before it is shown that one is coming. */
  readonly ackAfterMs?: number;
  readonly draw: Draw;
  /** Told of each answer that everybody in a channel sees. Must not throw. */
  readonly note?: (printed: PrintedMessage | Replaced) => void;
  /** How long a picture may take until the answer goes without it. */
  readonly drawWithinMs?: number;
}

/** The only place where a command's errors end. */
export function createDispatch(options: DispatchOptions): Dispatch {
  const { app, commands, now, report, cooldownMs, ackAfterMs = ACK_AFTER_MS } = options;
  const { draw, drawWithinMs = DRAW_WITHIN_MS } = options;
  const pictures = createPictures(draw);
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const turn = createTurns();
  const memberIn = (caller: Caller) => turn().then(() => memberOf(app, caller, now()));
  const plans: Plans = { app, byName, cooldown: createCooldown(cooldownMs), links: createLinkChoices() };
  return {
    handle: async (request, caller, replier) => {
      const member = memberIn(caller);
      const { ref } = caller;
      const told = (at: string) => (error: unknown) => report(error, { ref, at });
      const drawing = { pictures, withinMs: drawWithinMs, ref, report: told(`${nameOf(request)} picture`) };
      try {
        const plan = member.then((known) => planOf(plans, request, known));
        const work = plan.then((known) => carriedOut(known, drawing));
        const show = async () => announce(replier, request, await announcedOf(plan));
        const answer = await shownWhenSlow(work, ackAfterMs, show);
        if ('custom_id' in answer) return await replier.ask(answer);
        await send(replier, answer, drawing);
        await noted(options, answer, caller, replier);
        await answer.delivered?.().catch(told(`${nameOf(request)} delivered`));
        await amended(options, answer, caller, replier, drawing).catch(told(`${nameOf(request)} later`));
      } catch (error) {
        if (!(error instanceof UserError)) told(nameOf(request))(error);
        await tell(error, await languageFor(member, caller), caller, replier).catch(told('refusal'));
      }
    },
    suggest: async (name, option, typed, caller) => {
      try {
        const found = suggest(byName.get(name), option, typed, app, memberIn(caller));
        return (await within(found, SUGGEST_WITHIN_MS, [])).flatMap(choiceOf).slice(0, CHOICES);
      } catch (error) {
        report(error, { ref: caller.ref, at: `${name} ${option}` });
        return [];
      }
    },
  };
}

async function memberOf(app: App, caller: Caller, nowMs: number): Promise<Member> {
  const settings = caller.guildId === null ? {} : await app.settings(caller.guildId);
  return { settings, call: callOf(caller, settings, nowMs) };
}

/** Waits for the work; when it takes longer than `afterMs`, shows meanwhile that an answer is coming. */
async function shownWhenSlow<T>(work: Promise<T>, afterMs: number, show: () => Promise<void>): Promise<T> {
  const shown: Promise<void>[] = [];
  const timer = setTimeout(() => {
    const showing = show();
    showing.catch(() => undefined); // awaited below, when the work is done
    shown.push(showing);
  }, afterMs);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    await Promise.all(shown);
  }
}

type Announced = 'in private' | 'in public' | 'not';

/** A request that is not even planned by now is shown to its caller alone; before a form nothing may be shown. */
function announcedOf(plan: Promise<Plan>): Promise<Announced> {
  const known = plan.then((its): Announced => {
    if (its.kind === 'form') return 'not';
    return its.isPrivate ? 'in private' : 'in public';
  });
  return Promise.race([known.catch(() => 'in private' as const), soon('in private' as const)]);
}

async function announce(replier: Replier, request: Request, announced: Announced): Promise<void> {
  const isOnMessage = request.kind === 'press' || (request.kind === 'submit' && request.on !== null);
  if (announced !== 'not') await replier.acknowledge(isOnMessage ? 'update' : 'reply', announced === 'in private');
}

const carriedOut = async (plan: Plan, options: IllustrateOptions): Promise<IllustratedAnswer | ModalBody> =>
  plan.kind === 'form' ? toModal(await plan.modal) : illustrated(await plan.run(), options);

type IllustratedAnswer = PressAnswer & Illustrated;

const illustrated = async (answer: PressAnswer, options: IllustrateOptions): Promise<IllustratedAnswer> => ({
  ...answer,
  ...(await illustrate(answer.page, options)),
});

/** An answer whose picture the platform refuses goes without it. */
async function send(replier: Replier, answer: IllustratedAnswer, { ref, report }: IllustrateOptions): Promise<void> {
  const { how, page, drawn, private: isPrivate } = answer;
  const show = (body: MessageBody) => (how === 'update' ? replier.update(body) : replier.reply(body, isPrivate));
  try {
    await show(toMessage(page, drawn));
  } catch (error) {
    if (!drawn || !isRefused(error)) throw error;
    report(error);
    await show(toMessage(withoutPicture(page, ref)));
  }
}

/** Puts what an answer becomes later in its place. */
async function amended(
  options: DispatchOptions,
  answer: IllustratedAnswer,
  caller: Caller,
  replier: Replier,
  drawing: IllustrateOptions,
): Promise<void> {
  const later = await answer.later?.();
  if (!later) return;
  const next = await illustrated({ ...answer, ...later }, drawing);
  await (replier.amend ?? replier.update)(toMessage(next.page, next.drawn));
  await noted(options, next, caller, replier);
}

/** Notes what everybody in a channel of a server sees. */
async function noted(
  { note, now }: DispatchOptions,
  { shows, private: isPrivate, how }: PressAnswer,
  { guildId, channelId }: Caller,
  replier: Replier,
): Promise<void> {
  if (!note || isPrivate || guildId === null || channelId === null || (!shows && how === 'reply')) return;
  const messageId = (await replier.publicId?.()) ?? null;
  if (messageId === null) return;
  if (!shows || shows.brief.sections.length === 0) return note({ guildId, messageId });
  const { brief, face } = shows;
  note({ guildId, channelId, messageId, body: { kind: 'answer', brief }, face, atMs: now() });
}

function tell(error: unknown, language: Language, caller: Caller, replier: Replier): Promise<void> {
  const page =
    error instanceof UserError
      ? notice(language, 'quiet', error.message)
      : notice(language, 'problem', WORDS[language].failed(caller.ref));
  return replier.reply(toMessage(page), true);
}

/** A page of nothing but words, a paragraph for each line. */
export function notice(language: Language, tone: Page['tone'], words: string): Page {
  const blocks = words.split('\n').map((text) => ({ kind: 'paragraph', rich: [{ text }] }) as const);
  return { language, tone, blocks, actions: [] };
}

const languageFor = (member: Promise<Member>, caller: Caller): Promise<Language> =>
  member.then(
    ({ call }) => call.language,
    () => languageOf(caller.locale),
  );

/** What a button is for, without what it is about: that may tell what a member has asked. */
function nameOf(request: Request): string {
  if ('name' in request) return `/${request.name}`;
  return `${request.kind === 'press' ? 'button' : 'form'} ${request.customId.split(':', 2).join(':')}`;
}

async function suggest(
  command: Command | undefined,
  option: string,
  typed: string,
  app: App,
  member: Promise<Member>,
): Promise<readonly Suggestion[]> {
  const { call } = await member;
  if (!command?.suggest || !mayUse(command, call)) return [];
  return command.suggest(option, typed, app, call);
}

/** A value cannot be cut: one that is too long is no choice. */
function choiceOf({ name, value }: Suggestion): readonly Suggestion[] {
  const shown = visibleCut(name, CHOICE_NAME_CHARS);
  return shown && value && value.length <= CHOICE_VALUE_CHARS ? [{ name: shown, value }] : [];
}
