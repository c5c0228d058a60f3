import { z } from 'zod';
import { type Backing, Brief, type Line, View } from './brief.ts';
import { statementKey } from './correction.ts';
import { Digest } from './digest.ts';
import { DigestContent } from './outbox.ts';
import { Snowflake } from './settings.ts';
import { TrackId } from './track.ts';

const { id: digestId, how, roleId } = Digest.unwrap().shape;

/** What was laid out for a message, or for several, as it was then. */
export const PrintedBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), brief: Brief }).readonly(),
  z
    .strictObject({
      kind: z.literal('digest'),
      /** Without what holds once it has been delivered, which is not printed. */
      content: DigestContent,
      ...{ digestId, how, roleId },
      /** What of its mark stands in each message. */
      code: z.string().min(1),
      /** As how many messages it came. */
      parts: z.int().positive(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('alert'),
      brief: Brief,
      trackId: TrackId,
      /** The role that it mentions; null: none. */
      roleId: Snowflake.nullable(),
      /** What of its mark stands in the message. */
      code: z.string().min(1),
      /** How often the message had been edited, this time included. */
      edits: z.int().nonnegative(),
    })
    .readonly(),
]);
export type PrintedBody = z.infer<typeof PrintedBody>;

/** Which page of it a message shows. */
export const PrintedFace = z
  .strictObject({
    view: View,
    /** From 1; of a digest, which of its messages it is. */
    page: z.int().positive(),
    /** It was shown before, and says when. */
    again: z.boolean(),
  })
  .readonly();
export type PrintedFace = z.infer<typeof PrintedFace>;

/** A message of ours that everybody in a channel sees, with all it takes to lay it out again as it stands there. */
export const PrintedMessage = z
  .strictObject({
    guildId: Snowflake,
    /** The channel, thread or forum post in which it stands. */
    channelId: Snowflake,
    messageId: Snowflake,
    body: PrintedBody,
    face: PrintedFace,
    /** When it was sent, or turned to this page, Unix ms. */
    atMs: z.int(),
  })
  .readonly();
export type PrintedMessage = z.infer<typeof PrintedMessage>;

/** A message that shows something else now, which prints no claims. */
export type Replaced = Pick<PrintedMessage, 'guildId' | 'messageId'>;

/** Notes a message that was sent or changed: resolves when a correction of what it printed will reach it, through a crash too. */
export type NotePrinted = (messages: readonly PrintedMessage[]) => Promise<void>;

export const briefIn = (body: PrintedBody): Brief => (body.kind === 'digest' ? body.content.brief : body.brief);

/** All claims of a brief by `statementKey`, each once: on whatever page of it they stand. */
export function printedKeys({ sections, sources }: Brief): readonly string[] {
  const articles = new Map(sources.map(({ citation, articleId }) => [citation, articleId]));
  const keys = sections
    .flatMap(({ lines }) => lines.flatMap(saidIn))
    .flatMap(({ citation, claim }) => {
      const id = articles.get(citation);
      return id === undefined ? [] : [statementKey({ article: { id }, claim })];
    });
  return [...new Set(keys)];
}

/** What each article says of a line: behind it, of its event, and in its disputes. */
const saidIn = ({ backing, accounts, disputes }: Line): readonly Pick<Backing, 'citation' | 'claim'>[] => [
  ...backing,
  ...accounts.flatMap((account) => account.backing),
  ...disputes.flatMap(({ values }) =>
    values.flatMap(({ claim, citations, backing: own = [] }) => [
      ...own,
      ...citations.map((citation) => ({ citation, claim })),
    ]),
  ),
];
