import { z } from 'zod';
import { type Fault, fault } from './fault.ts';
import * as limit from './limits.ts';

const url = z
  .url({ protocol: /^(https?|attachment)$/ })
  .max(limit.EMBED_URL_CHARS)
  .nullish();
const picture = z.object({ url }).nullish();
const field = z.object({
  name: z.string().min(1).max(limit.EMBED_FIELD_NAME_CHARS),
  value: z.string().min(1).max(limit.EMBED_FIELD_VALUE_CHARS),
  inline: z.boolean().nullish(),
});

export const Embed = z.object({
  title: z.string().max(limit.EMBED_TITLE_CHARS).nullish(),
  description: z.string().max(limit.EMBED_DESCRIPTION_CHARS).nullish(),
  url,
  color: z.int().min(0).max(limit.COLOUR_MAX).nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  footer: z.object({ text: z.string().max(limit.EMBED_FOOTER_CHARS), icon_url: url }).nullish(),
  author: z.object({ name: z.string().max(limit.EMBED_AUTHOR_CHARS), url, icon_url: url }).nullish(),
  image: picture,
  thumbnail: picture,
  fields: z.array(field).max(limit.EMBED_FIELDS).nullish(),
});

/** The limit over all embeds of a message. Expects embeds that fit their schema. */
export function embedTotalFaults(embeds: readonly z.infer<typeof Embed>[]): readonly Fault[] {
  const chars = embeds.flatMap(counted).reduce((sum, text) => sum + (text?.length ?? 0), 0);
  if (chars <= limit.EMBEDS_TOTAL_CHARS) return [];
  return [
    fault(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${limit.EMBEDS_TOTAL_CHARS}`),
  ];
}

const counted = (embed: z.infer<typeof Embed>): readonly (string | null | undefined)[] => [
  embed.title,
  embed.description,
  embed.footer?.text,
  embed.author?.name,
  ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
];
