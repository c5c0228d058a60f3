import type { Result } from '../domain/failure.ts';
import { type FileFailure, GIVEN_FILE_BYTES } from '../domain/given-file.ts';

/** Where Discord keeps what people attach: https://discord.com/developers/docs/reference#signed-attachment-cdn-urls */
export const ATTACHMENT_ORIGINS = ['https://cdn.discordapp.com', 'https://media.discordapp.net'] as const;

const WITHIN_MS = 10_000;

/** Brings an attachment by its address. Never rejects. */
export type Download = (url: string) => Promise<Result<Uint8Array, FileFailure>>;

/**
 * Downloads from the given origins alone, follows no redirect, and takes at most `GIVEN_FILE_BYTES` in `withinMs`.
 * @param origins as `URL.origin` writes them
 */
export function createDownload(origins: readonly string[], withinMs: number = WITHIN_MS): Download {
  return async (url) => {
    if (!origins.includes(URL.parse(url)?.origin ?? '')) return { ok: false, error: { kind: 'not-there' } };
    const signal = AbortSignal.timeout(withinMs);
    try {
      const response = await fetch(url, { redirect: 'error', signal });
      if (response.ok && response.body) return await upTo(GIVEN_FILE_BYTES, response.body);
      await response.body?.cancel();
      return { ok: false, error: { kind: 'not-there' } };
    } catch {
      return { ok: false, error: { kind: signal.aborted ? 'too-slow' : 'not-there' } };
    }
  };
}

async function upTo(limitBytes: number, body: AsyncIterable<Uint8Array>): Promise<Result<Uint8Array, FileFailure>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > limitBytes) return { ok: false, error: { kind: 'too-large', limitBytes } };
    parts.push(part);
  }
  return { ok: true, value: Buffer.concat(parts) };
}
