import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIFileComponent,
  APIMediaGalleryComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Action, Block, FileBlock, Page, PageLimits, PictureBlock } from '../domain/page.ts';
import type { MessageBody, MessageFile } from './edge.ts';
import {
  BUTTON_LABEL_CHARS,
  CUSTOM_ID_CHARS,
  FILE_BYTES,
  MEDIA_DESCRIPTION_CHARS,
  MESSAGE_COMPONENTS,
  MESSAGE_TEXT_BYTES,
  MESSAGE_TEXT_CHARS,
  ROW_BUTTONS,
  SELECT_LABEL_CHARS,
  SELECT_PLACEHOLDER_CHARS,
  TEXT_DISPLAY_OVERHEAD_BYTES,
} from './limits.ts';
import { blockMarkdown } from './markdown.ts';
import type { Drawn } from './pictures.ts';
import { visibleCut } from './visible.ts';

/** Of the message's edge; a neutral answer has none. */
const ACCENT: Readonly<Record<Page['tone'], number | null>> = { neutral: null, quiet: 0x80_84_8e, problem: 0xd8_3c_3e };
const ROWS = 5;
/** Discord refuses a message in which there is nothing to read. */
const NOTHING = '—';

/** So many UTF-8 bytes a character use up the limits in bytes and in characters together; three, as of Chinese, are more. */
const BYTES_PER_CHAR = (MESSAGE_TEXT_BYTES - MESSAGE_COMPONENTS * TEXT_DISPLAY_OVERHEAD_BYTES) / MESSAGE_TEXT_CHARS;
/** Between two blocks there are at most two line ends. */
const JOINT_CHARS = 2;

/** A picture is no text; where it cannot be shown, a line says so, which has this much room. */
const PICTURE_COST = 120;

/** What a page may hold so that its message stays within Discord's limits, with a little to spare. */
export const DISCORD_PAGE_LIMITS: PageLimits = {
  budget: MESSAGE_TEXT_CHARS - 100,
  glance: 12,
  blocks: 120,
  fileBytes: FILE_BYTES,
  costOf: (block) => {
    if (block.kind === 'picture' || block.kind === 'file') return PICTURE_COST;
    const text = blockMarkdown(block);
    return JOINT_CHARS + Math.max(text.length, Math.ceil(Buffer.byteLength(text) / BYTES_PER_CHAR));
  },
};

/**
 * Lays a page out in Components V2: they alone carry long text, rules, pictures with alternative text and buttons in
 * one frame. A page within `DISCORD_PAGE_LIMITS` gives a message within Discord's.
 * @param drawn the page's picture; without it the message has none
 * @param roleId of the role that is mentioned above it; null: none
 * @throws RangeError for more than one picture or file, or five rows or an action that is too long: those are our own mistakes
 */
export function toMessage(page: Page, drawn: Drawn | null = null, roleId: string | null = null): MessageBody {
  const rows = [...rowsOf(page.actions), ...menuOf(page.menu)];
  const accent = ACCENT[page.tone];
  const mention = mentionOf(roleId);
  const room = MESSAGE_COMPONENTS - 1 - mention.length - rows.reduce((sum, row) => sum + 1 + row.components.length, 0);
  const file = fileOf(page, drawn);
  const components = [...partsOf(page.blocks, file, room), ...rows];
  return {
    ...(file && { file }),
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    components: [
      ...mention,
      { type: ComponentType.Container, components, ...(accent !== null && { accent_color: accent }) },
    ],
    allowed_mentions: { parse: [], ...(roleId !== null && { roles: [roleId] }) },
  };
}

/** A mention in a text display notifies as one in plain text does: https://discord.com/developers/docs/components/reference#text-display */
const mentionOf = (roleId: string | null): readonly APITextDisplayComponent[] =>
  roleId === null ? [] : [{ type: ComponentType.TextDisplay, content: `<@&${roleId}>` }];

function fileOf(page: Page, drawn: Drawn | null): MessageFile | null {
  const [shown, ...more] = page.blocks.filter(isAttached);
  if (more.length > 0) throw new RangeError('a page has more than one picture or file');
  if (shown?.kind === 'file')
    return { name: shown.name, type: shown.type, description: null, bytes: Buffer.from(shown.text) };
  return shown && drawn ? { ...drawn, type: 'image/png', description: altOf(shown) } : null;
}

const isAttached = (block: Block): block is PictureBlock | FileBlock =>
  block.kind === 'picture' || block.kind === 'file';

const altOf = ({ alt }: PictureBlock): string => visibleCut(alt, MEDIA_DESCRIPTION_CHARS) || NOTHING;

/** The texts before the picture or file, it itself, and the texts after it; no separators where `room` is too small for them. */
function partsOf(blocks: readonly Block[], file: MessageFile | null, room: number): readonly APIComponentInContainer[] {
  const at = blocks.findIndex(isAttached);
  const sides = at < 0 ? [blocks] : [blocks.slice(0, at), blocks.slice(at + 1)];
  const texts = sides.map((side) => groupsOf(side).map(joinLines).filter(Boolean));
  const shown = file ? [shownOf(file)] : [];
  const layOut = (groups: readonly (readonly string[])[]): readonly APIComponentInContainer[] => {
    const [before = [], after = []] = groups.map(displaysOf);
    return [...before, ...shown, ...after];
  };
  const spaced = layOut(texts);
  const parts = spaced.length <= room ? spaced : layOut(texts.map(joined));
  return parts.length > 0 ? parts : displaysOf([NOTHING]);
}

const joined = (groups: readonly string[]): readonly string[] => (groups.length > 0 ? [groups.join('\n\n')] : []);

/** Text displays with a separator between each two. */
function displaysOf(texts: readonly string[]): readonly APIComponentInContainer[] {
  return texts.flatMap((content, index): APIComponentInContainer[] => [
    ...(index > 0 ? [{ type: ComponentType.Separator } as const] : []),
    { type: ComponentType.TextDisplay, content },
  ]);
}

function shownOf({ name, description }: MessageFile): APIMediaGalleryComponent | APIFileComponent {
  const media = { url: `attachment://${name}` };
  if (description === null) return { type: ComponentType.File, file: media };
  return { type: ComponentType.MediaGallery, items: [{ media, description }] };
}

/** The blocks between rules. */
function groupsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const rules = blocks.flatMap((block, index) => (block.kind === 'rule' ? [index] : []));
  return [-1, ...rules].map((rule, nth) => blocks.slice(rule + 1, rules[nth]));
}

function joinLines(blocks: readonly Block[]): string {
  const lines = blocks.map((block) => ({ kind: block.kind, text: blockMarkdown(block) })).filter(({ text }) => text);
  return lines.map(({ kind, text }, index) => lineEnds(kind, index) + text).join('');
}

/** A paragraph right after a list item would be read as part of the item: an empty line keeps it apart. */
function lineEnds(kind: Block['kind'], index: number): string {
  if (index === 0) return '';
  return kind === 'paragraph' ? '\n\n' : '\n';
}

function rowsOf(actions: Page['actions']): readonly APIActionRowComponent<APIComponentInMessageActionRow>[] {
  if (actions.length > ROWS) throw new RangeError(`a page has ${actions.length} rows of buttons, over ${ROWS}`);
  const seen = new Set<string>();
  return actions
    .map((row) => row.filter(({ action }) => !seen.has(action) && seen.add(action)))
    .filter((row) => row.length > 0)
    .map((row) => ({ type: ComponentType.ActionRow, components: buttonsOf(row) }));
}

/** https://discord.com/developers/docs/components/reference#string-select */
function menuOf(menu: Page['menu']): ReturnType<typeof rowsOf> {
  if (!menu) return [];
  const { action, placeholder, options } = menu;
  const choices = options.map(({ value, label }) => {
    return { value, label: visibleCut(label, SELECT_LABEL_CHARS) || NOTHING };
  });
  const select = {
    type: ComponentType.StringSelect,
    custom_id: action,
    placeholder: visibleCut(placeholder, SELECT_PLACEHOLDER_CHARS),
    options: choices,
  } as const;
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

function buttonsOf(row: readonly Action[]): APIButtonComponentWithCustomId[] {
  if (row.length > ROW_BUTTONS) throw new RangeError(`a row has ${row.length} buttons, over ${ROW_BUTTONS}`);
  return row.map(buttonOf);
}

function buttonOf({ action, label, look, disabled }: Action): APIButtonComponentWithCustomId {
  if (action.length > CUSTOM_ID_CHARS || !action)
    throw new RangeError(`an action of ${action.length} characters: ${action}`);
  return {
    type: ComponentType.Button,
    custom_id: action,
    label: visibleCut(label, BUTTON_LABEL_CHARS) || NOTHING,
    style: look === 'primary' ? ButtonStyle.Primary : ButtonStyle.Secondary,
    ...(disabled && { disabled }),
  };
}
