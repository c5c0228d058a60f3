import { keptOf, listed, type Upload } from './check/attachments.ts';
import type { World } from './world.ts';

/** A file of a message. */
export interface Attached {
  readonly id: string;
  readonly filename: string;
  readonly description: string | null;
  readonly type: string;
  readonly bytes: Uint8Array;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a message has attached to it once these fields and files are taken: what it keeps, then what is new. */
export function filesAfter(
  world: World,
  fields: Fields,
  uploads: readonly Upload[],
  before: readonly Attached[] = [],
): readonly Attached[] {
  const added = uploads.map(({ index, name, type, bytes }) => {
    const description = descriptionIn(fields, index);
    return { id: world.nextId(), filename: name, description, type, bytes };
  });
  return [...keptOf(fields, uploads, before), ...added];
}

function descriptionIn(fields: Fields, index: number): string | null {
  const entry = listed(fields)?.find(({ id }) => String(id) === String(index));
  return entry?.description ?? null;
}

const HOST = 'https://cdn.stand-in.example/attachments';

/** Components as Discord gives them back: what names a file has its address. */
export function addressed(value: unknown, files: readonly Attached[]): unknown {
  if (Array.isArray(value)) return value.map((each) => addressed(each, files));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, each]) => [key, addressed(each, files)] as const);
  const file = 'url' in value ? files.find(({ filename }) => value.url === `attachment://${filename}`) : undefined;
  const address = file ? { url: `${HOST}/${file.id}/${file.filename}`, attachment_id: file.id } : {};
  return { ...Object.fromEntries(inner), ...address };
}
