import { z } from 'zod';
import type { CommandSpec, Suggestion } from '../command.ts';
import type { MessageBody, ModalBody } from '../deliver/edge.ts';
import { GIVEN_FILE_BYTES } from '../domain/given-file.ts';
import { Language } from '../domain/language.ts';

/** As long as Discord lets a text option be: https://discord.com/developers/docs/interactions/application-commands */
const OptionText = z.string().max(6_000);
const Name = z.string().min(1).max(32);

/** A file as the page sends it. Base64 takes four characters for three bytes. */
export const SentFile = z
  .strictObject({ name: z.string().min(1).max(255), base64: z.base64().max(Math.ceil(GIVEN_FILE_BYTES / 3) * 4) })
  .readonly();
export type SentFile = z.infer<typeof SentFile>;

/** A command with its options, as `POST /api/run` takes it. */
export const RunRequest = z
  .strictObject({
    name: Name,
    subcommand: Name.optional(),
    options: z
      .record(Name, z.union([OptionText, z.boolean(), SentFile]))
      .refine((options) => Object.keys(options).length <= 25, 'holds too many options'),
    locale: Language,
  })
  .readonly();
export type RunRequest = z.infer<typeof RunRequest>;

/** A message with the command of its menu, as `POST /api/message` takes it. */
export const MenuRequest = z.strictObject({ name: Name, text: OptionText, locale: Language }).readonly();
export type MenuRequest = z.infer<typeof MenuRequest>;

/** A pressed button, as `POST /api/press` takes it. */
export const PressRequest = z
  .strictObject({ customId: z.string().min(1).max(100), onPrivate: z.boolean(), locale: Language })
  .readonly();
export type PressRequest = z.infer<typeof PressRequest>;

/** A form that was filled in, as `POST /api/submit` takes it. `onPrivate`: of the message whose button opened it; null: a command did. */
export const SubmitRequest = z
  .strictObject({
    customId: z.string().min(1).max(100),
    values: z
      .record(z.string().min(1).max(100), z.string().max(4_000))
      .refine((values) => Object.keys(values).length <= 5, 'holds too many fields'),
    onPrivate: z.boolean().nullable(),
    locale: Language,
  })
  .readonly();
export type SubmitRequest = z.infer<typeof SubmitRequest>;

/** What is typed into an option so far, as `POST /api/suggest` takes it. */
export const SuggestRequest = z
  .strictObject({ name: Name, option: Name, typed: OptionText, locale: Language })
  .readonly();
export type SuggestRequest = z.infer<typeof SuggestRequest>;

/** What `GET /api/about` answers: all that the page needs to know before the first command. */
export interface About {
  readonly version: string;
  readonly commands: readonly CommandSpec[];
}

/** What `POST /api/suggest` answers. */
export interface Suggested {
  readonly suggestions: readonly Suggestion[];
}

/** A message; what it calls `attachment://NAME` is at `/files/NAME`. */
export type ShownBody = Omit<MessageBody, 'file'>;

/** One line of the answer to `run` and `press`, which is newline-delimited JSON. The stream ends when the call is done. */
export type CallEvent =
  | { readonly kind: 'acknowledged'; readonly how: 'reply' | 'update'; readonly private: boolean }
  | { readonly kind: 'reply'; readonly body: ShownBody; readonly private: boolean }
  | { readonly kind: 'update'; readonly body: ShownBody }
  | { readonly kind: 'ask'; readonly modal: ModalBody };
