import type { MessageBody, MessageFile } from '../deliver/edge.ts';
import type { ShownBody } from './protocol.ts';

/** Pictures and other files of the messages shown last: a browser asks for one right after its message. */
export interface ShownFiles {
  /** Keeps the message's file, if it has one; the message itself comes back without it. */
  readonly keep: (body: MessageBody) => ShownBody;
  /** The file of this name; null when it was never shown, or long ago. */
  readonly named: (name: string) => MessageFile | null;
}

/** The last one is kept however large it is. */
const MOST_BYTES = 24 * 1024 * 1024;

export function createShownFiles(mostBytes = MOST_BYTES): ShownFiles {
  const files = new Map<string, MessageFile>();
  const remember = (file: MessageFile): void => {
    files.delete(file.name);
    files.set(file.name, file);
    let bytes = [...files.values()].reduce((sum, each) => sum + each.bytes.length, 0);
    for (const [name, { bytes: gone }] of files) {
      if (bytes <= mostBytes || name === file.name) return;
      files.delete(name);
      bytes -= gone.length;
    }
  };
  return {
    keep: ({ file, ...body }) => {
      if (file) remember(file);
      return body;
    },
    named: (name) => files.get(name) ?? null,
  };
}
