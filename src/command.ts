import type { z } from 'zod';
import type { App } from './app.ts';
import type { Brief } from './domain/brief.ts';
import type { Feature } from './domain/feature.ts';
import type { Language, Localised } from './domain/language.ts';
import type { Modal } from './domain/modal.ts';
import type { Page, PageLimits } from './domain/page.ts';
import type { PrintedFace } from './domain/printed-message.ts';
import type { Scope } from './domain/scope.ts';
import type { GuildSettings } from './domain/settings.ts';

interface OptionBase {
  /** English, lower case: what handlers see. */
  readonly name: string;
  /** Ukrainian name as Discord shows it. */
  readonly nameUk: string;
  readonly description: Localised;
  readonly required?: boolean;
  /** Its flag at a terminal, where its name means something else there. */
  readonly flag?: string;
  /** It is not shown without this. */
  readonly needs?: Feature;
}
/** An option as a chat platform shows it; `deliver/` turns it into Discord's. Channels and roles arrive as their ids. */
export type OptionSpec =
  | (OptionBase & {
      readonly type: 'string';
      readonly maxLength?: number;
      readonly autocomplete?: boolean;
      readonly choices?: readonly { readonly name: Localised; readonly value: string }[];
    })
  | (OptionBase & { readonly type: 'boolean' })
  /** A text or announcement channel; `any`: forums and threads too. */
  | (OptionBase & { readonly type: 'channel'; readonly kinds?: 'any' })
  | (OptionBase & { readonly type: 'role' })
  /** Arrives as a `GivenFile`. */
  | (OptionBase & { readonly type: 'attachment' });

export interface SubcommandSpec {
  readonly name: string;
  readonly nameUk: string;
  readonly description: Localised;
  readonly options: readonly OptionSpec[];
}

/** Offers a command in the menu of every message as well, under a name of its own. */
interface OnMessages {
  readonly name: Localised;
  /** The one called, of a command that has any. */
  readonly subcommand?: string;
  /** The text option that is filled from the message. */
  readonly option: string;
  /** With the message's words, or a link in it; of several links it is asked which. */
  readonly takes: 'text' | 'link';
}

export interface CommandSpec {
  readonly name: string;
  readonly nameUk: string;
  readonly description: Localised;
  /** Options, or subcommands with options; never both. */
  readonly options?: readonly OptionSpec[];
  readonly subcommands?: readonly SubcommandSpec[];
  readonly onMessages?: OnMessages;
  /** Whether it makes sense outside a server. */
  readonly inDirectMessages: boolean;
  /** Whether whoever runs the bot can use it at a terminal for the data of all servers, though it makes no sense in direct messages. */
  readonly forOperator?: true;
}

/** Who calls, from where and when: all a command knows of the platform. */
export interface Call {
  /** Names this call in logs and in what is said when it fails. */
  readonly ref: string;
  readonly userId: string;
  /** null in direct messages. */
  readonly guildId: string | null;
  /** Where it was called; null where that is no channel. */
  readonly channelId: string | null;
  /** The caller's own language, as BCP 47 (`uk`, `en-GB`). */
  readonly locale: string;
  readonly scope: Scope;
  /** Unix ms. */
  readonly nowMs: number;
  /** The server's language where it is set, else the caller's where Sitrep speaks it, else English. */
  readonly language: Language;
  /** Manages the server or holds one of the roles that `/settings moderators` names. */
  readonly isModerator: boolean;
  /** The message from whose menu it was called. */
  readonly message?: { readonly atMs: number };
  /** What one message of the caller's platform holds. */
  readonly limits: PageLimits;
}

export interface Answer {
  readonly page: Page;
  /** Shown to the caller alone. */
  readonly private: boolean;
  /** The answer as data that JSON can hold, where there is more to it than its page. */
  readonly data?: unknown;
  /** The answer that the page is of, and which page of it: what is corrected later is corrected where everybody sees it. */
  readonly shows?: { readonly brief: Brief; readonly face: PrintedFace };
  /** What takes the place of the page when it is there; null: the page stays. Asked for when the answer has reached the caller; never rejects. */
  readonly later?: () => Promise<Pick<Answer, 'page' | 'shows'> | null>;
  /** To be called when the answer has reached the caller. */
  readonly delivered?: () => Promise<void>;
}

/** What a pressed button does: `update` changes the message it is on, `reply` answers beside it. */
export interface PressAnswer extends Answer {
  readonly how: 'update' | 'reply';
}

/** A button press: the action's part after `command:`. */
export interface Press {
  readonly rest: string;
  /** The message with the button is visible to its asker alone. */
  readonly onPrivate: boolean;
  /** The presser is the one who asked for that message. */
  readonly byAsker: boolean;
}

/** A form that was filled in: the action's part after `command:`, and what stands in the fields, by their names. */
export interface Submitted extends Press {
  readonly values: Readonly<Record<string, string>>;
}

export interface Suggestion {
  /** What the person reads; cut to the platform's limit by whoever sends it. */
  readonly name: string;
  readonly value: string;
}

/** One slash command, whole. */
export interface Command<Input = unknown> {
  readonly data: CommandSpec;
  readonly access: 'everyone' | 'moderator';
  /** Parses the options as an object by name; with subcommands, `subcommand` names the one called. */
  readonly input: z.ZodType<Input>;
  readonly run: (input: Input, app: App, call: Call) => Promise<Answer>;
  /**
   * The form that a call is answered with in place of `run`; null where `run` answers. Nothing is shown before a form, so it
   * must be there within a second; what goes wrong is a `UserError` as anywhere.
   */
  readonly form?: (input: Input, app: App, call: Call) => Promise<Modal> | null;
  /**
   * Whether `run` will answer in private, known before it has run: that a slow answer is coming is shown first, and only
   * that decides who sees it. Absent: shown in private, and so then is the answer.
   */
  readonly isPrivate?: (input: Input, settings: GuildSettings, call: Call) => boolean;
  /** Choices while the option named `option` is typed; `typed` is what stands there, '' at first. */
  readonly suggest?: (option: string, typed: string, app: App, call: Call) => Promise<readonly Suggestion[]>;
  readonly press?: (press: Press, app: App, call: Call) => Promise<PressAnswer>;
  /** The form that a press is answered with in place of `press`, as `form`. */
  readonly pressForm?: (press: Press, app: App, call: Call) => Promise<Modal> | null;
  /** Takes a form that `form` or `pressForm` gave. `update` changes the message whose button opened it, where there was one. */
  readonly submit?: (submitted: Submitted, app: App, call: Call) => Promise<PressAnswer>;
}

/**
 * Ties the input schema's type to the handlers', then forgets it, so that commands of all inputs stand in one list:
 * what it returns takes the options unparsed.
 */
export function defineCommand<Input>(command: Command<Input>): Command {
  const { isPrivate, form, ...rest } = command;
  return {
    ...rest,
    run: (input, app, call) => command.run(command.input.parse(input), app, call),
    ...(form && { form: (input: unknown, app, call) => form(command.input.parse(input), app, call) }),
    ...(isPrivate && {
      isPrivate: (input: unknown, settings, call) => isPrivate(command.input.parse(input), settings, call),
    }),
  };
}
