import { everyComponent } from './components.ts';
import { type Fault, fault } from './fault.ts';
import * as limit from './limits.ts';

/** A file that came with a request, as `files[index]`. */
export interface Upload {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a message has attached to it already. */
export interface Kept {
  readonly id: string;
  readonly filename: string;
}

type Fields = Readonly<Record<string, unknown>>;
interface Named {
  readonly id: string | number;
  readonly description?: string | null;
}

/** The message's list of its files; null where it says nothing of them. */
export const listed = ({ attachments }: Fields): readonly Named[] | null =>
  Array.isArray(attachments) ? (attachments as readonly Named[]) : null;

/** Of those before, what the message keeps: all, unless it lists its files or brings new ones (from version 10 of the API on). */
export function keptOf<One extends Kept>(
  fields: Fields,
  uploads: readonly Upload[],
  before: readonly One[],
): readonly One[] {
  const list = listed(fields);
  if (!list) return uploads.length > 0 ? [] : before;
  return before.filter(({ id }) => list.some((each) => String(each.id) === id));
}

/** Why Discord would refuse the files of a message that fits its schema: https://discord.com/developers/docs/reference#editing-message-attachments */
export function attachmentFaults(
  fields: Fields,
  uploads: readonly Upload[],
  before: readonly Kept[],
): readonly Fault[] {
  const names = new Set([
    ...uploads.map(({ name }) => name),
    ...keptOf(fields, uploads, before).map((each) => each.filename),
  ]);
  const ids = new Set([...uploads.map(({ index }) => String(index)), ...before.map(({ id }) => id)]);
  const strangers = (listed(fields) ?? []).flatMap(({ id }, at) =>
    ids.has(String(id))
      ? []
      : [
          fault(
            ['attachments', at, 'id'],
            'ATTACHMENT_NOT_FOUND',
            `There is neither files[${id}] nor an attachment ${id}.`,
          ),
        ],
  );
  const missing = referencesIn(fields).flatMap(({ path, name }) =>
    names.has(name)
      ? []
      : [
          fault(
            [...path, 'url'],
            'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
            `There is no attachment ${name}.`,
          ),
        ],
  );
  const tooMany = uploads.length > limit.ATTACHMENTS_PER_MESSAGE;
  return [
    ...strangers,
    ...missing,
    ...(tooMany
      ? [fault(['attachments'], 'BASE_TYPE_BAD_LENGTH', `Must be ${limit.ATTACHMENTS_PER_MESSAGE} or fewer in length.`)]
      : []),
  ];
}

/**
 * What Discord takes and nobody wants: files that no component shows (in Components V2 they are not seen), and files that
 * come along without standing in the list, which from version 10 on holds all that the message shall have.
 */
export function attachmentWarnings(
  fields: Fields,
  uploads: readonly Upload[],
  before: readonly Kept[],
): readonly Fault[] {
  const shown = new Set(referencesIn(fields).map(({ name }) => name));
  const list = listed(fields);
  const all = [...uploads.map(({ name }) => name), ...keptOf(fields, uploads, before).map(({ filename }) => filename)];
  const unlisted = uploads.filter(({ index }) => !list?.some(({ id }) => String(id) === String(index)));
  return [
    ...all
      .filter((name) => !shown.has(name))
      .map((name) => fault(['attachments'], 'ATTACHMENT_NOT_SHOWN', `No component shows ${name}.`)),
    ...unlisted.map(({ index }) => fault(['attachments'], 'ATTACHMENT_NOT_LISTED', `files[${index}] is not listed.`)),
  ];
}

export const tooLarge = (uploads: readonly Upload[]): boolean =>
  uploads.some(({ bytes }) => bytes.length > limit.ATTACHMENT_BYTES);

const SCHEME = 'attachment://';

/** Every `attachment://` in the components, with the place of its media. */
function referencesIn({
  components,
}: Fields): readonly { readonly path: readonly PropertyKey[]; readonly name: string }[] {
  return everyComponent(components)
    .flatMap(({ node, path }) => mediaOf(node, path))
    .flatMap(({ url, path }) => (url.startsWith(SCHEME) ? [{ path, name: url.slice(SCHEME.length) }] : []));
}

interface Media {
  readonly url: string;
  readonly path: readonly PropertyKey[];
}

function mediaOf(node: Fields, path: readonly PropertyKey[]): readonly Media[] {
  const items = Array.isArray(node.items)
    ? node.items.map((item, at) => [item.media, 'items', at, 'media'] as const)
    : [];
  const own = ['media', 'file'].map((key) => [node[key], key] as const);
  return [...items, ...own].flatMap(([media, ...at]) => {
    const url = typeof media === 'object' && media !== null && 'url' in media ? media.url : null;
    return typeof url === 'string' ? [{ url, path: [...path, ...at] }] : [];
  });
}
