import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Fault, fault } from './fault.ts';
import * as limit from './limits.ts';

/** Discord refuses other schemes: https://discord.com/developers/docs/components/reference#button */
const linkUrl = z.url({ protocol: /^(https?|discord)$/ }).max(limit.BUTTON_URL_CHARS);
const mediaUrl = z.url({ protocol: /^(https?|attachment)$/ }).max(limit.EMBED_URL_CHARS);
const customId = z.string().min(1).max(limit.CUSTOM_ID_CHARS);
const id = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .nullish();
const media = z.object({ url: mediaUrl });
const altText = z.string().min(1).max(limit.ALT_TEXT_CHARS).nullish();
const emoji = z
  .object({ id: z.string().nullish(), name: z.string().nullish(), animated: z.boolean().nullish() })
  .nullish();

const button = z.object({
  type: z.literal(ComponentType.Button),
  id,
  style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  custom_id: customId.nullish(),
  label: z.string().max(limit.BUTTON_LABEL_CHARS).nullish(),
  url: linkUrl.nullish(),
  sku_id: z.string().nullish(),
  emoji,
  disabled: z.boolean().nullish(),
});

const selectBase = {
  id,
  custom_id: customId,
  placeholder: z.string().max(limit.SELECT_PLACEHOLDER_CHARS).nullish(),
  min_values: z.int().min(0).max(limit.SELECT_OPTIONS).nullish(),
  max_values: z.int().min(1).max(limit.SELECT_OPTIONS).nullish(),
  disabled: z.boolean().nullish(),
};
const selectOption = z.object({
  label: z.string().min(1).max(limit.SELECT_OPTION_CHARS),
  value: z.string().min(1).max(limit.SELECT_OPTION_CHARS),
  description: z.string().max(limit.SELECT_OPTION_CHARS).nullish(),
  default: z.boolean().nullish(),
  emoji,
});
const stringSelect = z.object({
  type: z.literal(ComponentType.StringSelect),
  ...selectBase,
  options: z.array(selectOption).min(1).max(limit.SELECT_OPTIONS),
});
const userSelect = z.object({ type: z.literal(ComponentType.UserSelect), ...selectBase });
const roleSelect = z.object({ type: z.literal(ComponentType.RoleSelect), ...selectBase });
const mentionableSelect = z.object({ type: z.literal(ComponentType.MentionableSelect), ...selectBase });
const channelSelect = z.object({ type: z.literal(ComponentType.ChannelSelect), ...selectBase });
const selects = [stringSelect, userSelect, roleSelect, mentionableSelect, channelSelect] as const;

const row = z.object({
  type: z.literal(ComponentType.ActionRow),
  id,
  components: z
    .array(z.discriminatedUnion('type', [button, ...selects]))
    .min(1)
    .max(limit.BUTTONS_PER_ROW),
});
const text = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id,
  content: z.string().min(1).max(limit.TEXT_TOTAL_CHARS),
});
const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id,
  media,
  description: altText,
  spoiler: z.boolean().nullish(),
});
const section = z.object({
  type: z.literal(ComponentType.Section),
  id,
  components: z.array(text).min(1).max(limit.SECTION_TEXTS),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  id,
  items: z
    .array(z.object({ media, description: altText, spoiler: z.boolean().nullish() }))
    .min(1)
    .max(limit.GALLERY_ITEMS),
});
const file = z.object({
  type: z.literal(ComponentType.File),
  id,
  file: z.object({ url: z.string().regex(/^attachment:\/\/./) }),
  spoiler: z.boolean().nullish(),
});
const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id,
  divider: z.boolean().nullish(),
  spacing: z.union([z.literal(1), z.literal(2)]).nullish(),
});
const inContainer = [row, text, section, gallery, file, separator] as const;
const container = z.object({
  type: z.literal(ComponentType.Container),
  id,
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1).max(limit.COMPONENTS_TOTAL),
  accent_color: z.int().min(0).max(limit.COLOUR_MAX).nullish(),
  spoiler: z.boolean().nullish(),
});

/** Without IS_COMPONENTS_V2: rows alone. */
export const LegacyComponents = z.array(row).max(limit.LEGACY_ROWS);
/** With IS_COMPONENTS_V2. */
export const LayoutComponents = z
  .array(z.discriminatedUnion('type', [...inContainer, container]))
  .max(limit.COMPONENTS_TOTAL);

/** A component wherever it stands, read loosely; what it may hold is for the schemas above to say. */
export interface Placed {
  readonly path: readonly PropertyKey[];
  readonly node: Readonly<Record<string, unknown>>;
}

/** All components, outer before inner, accessories included. */
export function everyComponent(components: unknown, path: readonly PropertyKey[] = ['components']): readonly Placed[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap((node, at) => within({ node, path: [...path, at] }));
}

function within(placed: Placed): readonly Placed[] {
  const { node, path } = placed;
  const inner = everyComponent(node.components, [...path, 'components']);
  const accessory = node.accessory as Placed['node'] | undefined;
  const own = accessory ? within({ node: accessory, path: [...path, 'accessory'] }) : [];
  return [placed, ...inner, ...own];
}

/** Rules that hold between the parts of a message and so are in no schema. Expects what fits its schema. */
export function layoutFaults(components: unknown): readonly Fault[] {
  const all = everyComponent(components);
  return [
    ...all.filter(({ node }) => node.type === ComponentType.Button).flatMap(buttonFaults),
    ...all.filter(({ node }) => node.type === ComponentType.ActionRow).flatMap(rowFaults),
    ...twice(all, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ...twice(
      all.filter(({ node }) => node.id !== 0),
      'id',
      'COMPONENT_ID_DUPLICATED',
      'Component id cannot be duplicated',
    ),
    ...totalFaults(all),
  ];
}

/** https://discord.com/developers/docs/components/reference#button-button-styles */
function buttonFaults({ node, path }: Placed): readonly Fault[] {
  const needs = node.style === ButtonStyle.Link ? 'url' : node.style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
  const missing = node[needs] == null ? [fault([...path, needs], 'BASE_TYPE_REQUIRED', 'This field is required')] : [];
  const extra = ['url', 'sku_id', 'custom_id']
    .filter((key) => key !== needs && node[key] != null)
    .map((key) => fault([...path, key], 'BUTTON_COMPONENT_FIELD', `A button of this style has no ${key}.`));
  const bare = needs !== 'sku_id' && !node.label && node.emoji == null;
  const blank = bare
    ? [fault([...path, 'label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI', 'A button needs a label or an emoji.')]
    : [];
  return [...missing, ...extra, ...blank];
}

/** https://discord.com/developers/docs/components/reference#action-row */
function rowFaults({ node, path }: Placed): readonly Fault[] {
  const children = node.components as readonly Placed['node'][];
  const mixed = children.length > 1 && children.some(({ type }) => type !== ComponentType.Button);
  return mixed ? [fault([...path, 'components'], 'BASE_TYPE_BAD_LENGTH', 'A select stands alone in its row.')] : [];
}

function twice(all: readonly Placed[], key: string, code: string, message: string): readonly Fault[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ node, path }) => {
    const value = node[key];
    if (value == null) return [];
    if (seen.has(value)) return [fault([...path, key], code, message)];
    seen.add(value);
    return [];
  });
}

function totalFaults(all: readonly Placed[]): readonly Fault[] {
  const chars = textsOf(all).reduce((sum, { length }) => sum + length, 0);
  return [
    ...(all.length > limit.COMPONENTS_TOTAL
      ? [
          fault(
            ['components'],
            'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            `${all.length} components, at most ${limit.COMPONENTS_TOTAL}.`,
          ),
        ]
      : []),
    ...(chars > limit.TEXT_TOTAL_CHARS
      ? [
          fault(
            ['components'],
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            `${chars} characters of text, at most ${limit.TEXT_TOTAL_CHARS}.`,
          ),
        ]
      : []),
  ];
}

/** The texts of all text displays, in order. */
export const textsOf = (all: readonly Placed[]): readonly string[] =>
  all.filter(({ node }) => node.type === ComponentType.TextDisplay).map(({ node }) => String(node.content));

/** Whether Discord would answer 500 to this much text: see TEXT_TOTAL_BYTES. */
export function tooManyBytes(components: unknown): boolean {
  const texts = textsOf(everyComponent(components));
  const bytes = texts.reduce((sum, each) => sum + Buffer.byteLength(each) + limit.TEXT_DISPLAY_OVERHEAD_BYTES, 0);
  return bytes > limit.TEXT_TOTAL_BYTES;
}
