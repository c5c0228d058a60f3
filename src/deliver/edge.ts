import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Suggestion } from '../command.ts';

/** A message in the form Discord's API takes (Components V2); the preview draws the same. */
export interface MessageBody {
  /** IS_COMPONENTS_V2 and SUPPRESS_EMBEDS; whether it is ephemeral is for the sender to add. */
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Nobody but the roles that are named here. */
  readonly allowed_mentions: { readonly parse: readonly []; readonly roles?: readonly string[] };
  /** What goes along with it: the one that a component in it shows as `attachment://` and its name. */
  readonly file?: MessageFile;
}

/** A form in the form Discord's API takes; the preview draws the same. */
export type ModalBody = APIModalInteractionResponseCallbackData;

export interface MessageFile {
  readonly name: string;
  /** IANA media type. */
  readonly type: string;
  /** What is seen on a picture, in words; null for what is no picture. */
  readonly description: string | null;
  readonly bytes: Uint8Array;
}

/** Who calls, as the platform says it. */
export interface Caller {
  /** Names the call in logs and in refusals; unique per call. */
  readonly ref: string;
  readonly userId: string;
  /** null in direct messages. */
  readonly guildId: string | null;
  /** Where the call came from; null where that is no channel. */
  readonly channelId: string | null;
  /** The caller's own language, as BCP 47 (`uk`, `en-GB`). */
  readonly locale: string;
  readonly managesGuild: boolean;
  readonly roleIds: readonly string[];
}

export type Request =
  /** `options` by name; with subcommands, `subcommand` is the one called. */
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly subcommand?: string;
      readonly options: Readonly<Record<string, unknown>>;
    }
  /** Called from the menu of a message, by the command's English name there. */
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly text: string;
      /** Web addresses in it, as they come, each once. */
      readonly links: readonly string[];
      /** When it was written, in Unix ms. */
      readonly atMs: number;
    }
  | ({ readonly kind: 'press'; readonly customId: string } & OnMessage)
  | {
      readonly kind: 'submit';
      readonly customId: string;
      readonly values: Readonly<Record<string, string>>;
      /** The message whose button opened the form; null: a command did. */
      readonly on: OnMessage | null;
    };

interface OnMessage {
  readonly onPrivate: boolean;
  readonly byAsker: boolean;
}

/**
 * How a call is answered. The first method called must be called within 3 s of the call's arrival; the platform's
 * edge makes sure that neither a lost acknowledgement nor a doubled call shows anything twice.
 */
export interface Replier {
  /** Shows that an answer is coming. */
  readonly acknowledge: (how: 'reply' | 'update', isPrivate: boolean) => Promise<void>;
  /** A new message beside the call, or in place of its acknowledgement. */
  readonly reply: (body: MessageBody, isPrivate: boolean) => Promise<void>;
  /** Shows a form. Only while nothing else was shown: rejects otherwise. */
  readonly ask: (modal: ModalBody) => Promise<void>;
  /** Changes the message that the pressed button is on. */
  readonly update: (body: MessageBody) => Promise<void>;
  /** Changes the answer that was given last. Absent: `update` does that. */
  readonly amend?: (body: MessageBody) => Promise<void>;
  /**
   * The id of the message that shows what was answered last; null where the caller alone sees it, or nobody knows it.
   * Absent where messages are not kept. Never rejects.
   */
  readonly publicId?: () => Promise<string | null>;
}

/** The one way in for every edge: Discord's and the preview's. Never rejects: what fails is reported and told. */
export interface Dispatch {
  readonly handle: (request: Request, caller: Caller, replier: Replier) => Promise<void>;
  /** Choices for an option being typed; [] when they fail or take too long. */
  readonly suggest: (name: string, option: string, typed: string, caller: Caller) => Promise<readonly Suggestion[]>;
}
