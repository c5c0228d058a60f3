import type { MessageBody, MessageFile } from '../deliver/edge.ts';
import type { ShownBody } from './protocol.ts';

/** Pictures of the messages shown last: a browser asks for one right after its message. */
export interface ShownPictures {
  /** Keeps the message's picture, if it has one; the message itself comes back without it. */
  readonly keep: (body: MessageBody) => ShownBody;
  /** The PNG of this name; null when it was never shown, or long ago. */
  readonly named: (name: string) => Uint8Array<ArrayBuffer> | null;
}

/** At 400 KB each, no more than 10 MB. */
const MOST = 24;

export function createShownPictures(most = MOST): ShownPictures {
  const files = new Map<string, MessageFile>();
  const remember = (file: MessageFile): void => {
    files.delete(file.name);
    files.set(file.name, file);
    for (const oldest of files.keys()) {
      if (files.size <= most) return;
      files.delete(oldest);
    }
  };
  return {
    keep: ({ file, ...body }) => {
      if (file) remember(file);
      return body;
    },
    named: (name) => {
      const file = files.get(name);
      return file ? new Uint8Array(file.bytes) : null;
    },
  };
}
