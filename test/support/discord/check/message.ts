import { MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { everyComponent, LayoutComponents, LegacyComponents, layoutFaults, textsOf } from './components.ts';
import { Embed, embedTotalFaults } from './embeds.ts';
import { type Fault, fault, shapeFaults } from './fault.ts';
import * as limit from './limits.ts';
import { AllowedMentions, mentionRuleFaults, pings } from './mentions.ts';

/** How a message is sent; each way lets other flags pass. */
export type Sending = 'reply' | 'update' | 'follow-up' | 'edit' | 'channel' | 'channel-edit' | 'forum-post';

const { SuppressEmbeds, SuppressNotifications, Ephemeral, IsComponentsV2, IsVoiceMessage } = MessageFlags;
const INTERACTION_FLAGS = SuppressEmbeds | Ephemeral | IsComponentsV2 | IsVoiceMessage | SuppressNotifications;
/**
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-messages
 * https://discord.com/developers/docs/resources/webhook#edit-webhook-message
 * https://discord.com/developers/docs/resources/message#create-message
 */
const FLAGS: Readonly<Record<Sending, number>> = {
  reply: INTERACTION_FLAGS,
  'follow-up': INTERACTION_FLAGS,
  update: SuppressEmbeds | IsComponentsV2,
  edit: SuppressEmbeds | IsComponentsV2,
  channel: SuppressEmbeds | SuppressNotifications | IsComponentsV2 | IsVoiceMessage,
  'channel-edit': SuppressEmbeds | IsComponentsV2,
  'forum-post': SuppressEmbeds | SuppressNotifications | IsComponentsV2,
};

const attachment = z.looseObject({
  id: z.union([z.string(), z.int()]),
  description: z.string().max(limit.ALT_TEXT_CHARS).nullish(),
});
const base = z.object({
  content: z.string().max(limit.CONTENT_CHARS).nullish(),
  tts: z.boolean().nullish(),
  embeds: z.array(Embed).max(limit.EMBEDS_PER_MESSAGE).nullish(),
  allowed_mentions: AllowedMentions.nullish(),
  attachments: z.array(attachment).max(limit.ATTACHMENTS_PER_MESSAGE).nullish(),
  flags: z.int().min(0).nullish(),
  nonce: z.union([z.int(), z.string().max(limit.NONCE_CHARS)]).nullish(),
  enforce_nonce: z.boolean().nullish(),
});
const LegacyMessage = base.extend({ components: LegacyComponents.nullish() });
const LayoutMessage = base.extend({ components: LayoutComponents.nullish() });
type MessageRequest = z.infer<typeof LegacyMessage> | z.infer<typeof LayoutMessage>;

const LEGACY_FIELDS = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

const isLayout = (body: { readonly flags?: unknown }): boolean => (Number(body.flags ?? 0) & IsComponentsV2) !== 0;

/** Why Discord would refuse this message; [] when it would take it. `wasLayout`: the message edited has IS_COMPONENTS_V2. */
export function messageFaults(body: object, sending: Sending, wasLayout: boolean): readonly Fault[] {
  const layout = wasLayout || isLayout(body);
  const shape = shapeFaults(layout ? LayoutMessage : LegacyMessage, body);
  if (shape.length > 0) return shape;
  const message = body as MessageRequest;
  return [
    ...(layout ? legacyFieldFaults(body) : []),
    ...embedTotalFaults(message.embeds ?? []),
    ...layoutFaults(message.components),
    ...mentionRuleFaults(message.allowed_mentions ?? {}),
    ...flagFaults(message.flags ?? 0, sending),
  ];
}

/** https://discord.com/developers/docs/components/reference#component-reference-what-is-a-component (IS_COMPONENTS_V2) */
function legacyFieldFaults(body: object): readonly Fault[] {
  return LEGACY_FIELDS.filter((field) => filled(Reflect.get(body, field))).map((field) =>
    fault(
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

const filled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value != null && value !== '');

function flagFaults(flags: number, sending: Sending): readonly Fault[] {
  const beyond = flags & ~FLAGS[sending];
  if (beyond === 0) return [];
  return [fault(['flags'], 'MESSAGE_FLAGS_NOT_ALLOWED', `Flags ${beyond} cannot be set on ${sending}.`)];
}

/** What the house forbids though Discord takes it: mentions left open. */
export function mentionWarnings(body: object, closedMentions: boolean): readonly Fault[] {
  const message = body as MessageRequest;
  const shown = filled(message.content) || filled(message.embeds) || filled(message.components);
  if (!shown) return [];
  const allowed = message.allowed_mentions;
  const open = closedMentions && !(allowed?.parse && allowed.parse.length === 0);
  const named = (allowed?.roles ?? []).map((id) => `<@&${id}>`);
  const pinged = spokenTexts(message).flatMap((text) => pings(text, allowed));
  return [
    ...(open
      ? [fault(['allowed_mentions'], 'MENTIONS_NOT_EMPTIED', 'Sent without allowed_mentions that empty `parse`.')]
      : []),
    // A role that is named one by one is meant.
    ...pinged
      .filter((mention) => !named.includes(mention))
      .map((mention) => fault([], 'WOULD_PING', `Notifies ${mention}.`)),
  ];
}

/** Embeds never notify; content and text displays do. */
const spokenTexts = (message: MessageRequest): readonly string[] => [
  message.content ?? '',
  ...textsOf(everyComponent(message.components)),
];

export const isEmpty = (body: object): boolean =>
  ['content', 'embeds', 'components', 'attachments', 'poll', 'sticker_ids'].every(
    (field) => !filled(Reflect.get(body, field)),
  );
