import { z } from 'zod';
import { FetchFailure } from './fetch.ts';

/** What a document turned out to be that was to be read as something else. */
export const DOCUMENT_LOOKS = ['page', 'opml', 'json', 'empty', 'other'] as const;

/** Why a source, a feed or one of its items could not be read. */
export const ProbeFailure = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fetch'), failure: FetchFailure }),
    /** What came could not be read as what it was to be; `problem`: one line in English, for the log and the terminal. */
    z.strictObject({
      kind: z.literal('unreadable'),
      looksLike: z.enum(DOCUMENT_LOOKS),
      problem: z.string().max(400),
    }),
    /** A page that names no feed. */
    z.strictObject({ kind: z.literal('no-feed'), url: z.string() }),
    /** More than one server may have. */
    z.strictObject({ kind: z.literal('too-many'), limit: z.int(), have: z.int() }),
    /** Reading it took longer than `limitMs`. */
    z.strictObject({ kind: z.literal('too-slow'), limitMs: z.int() }),
    /** Reading it took more memory than a document may take. */
    z.strictObject({ kind: z.literal('too-heavy') }),
  ])
  .readonly();
export type ProbeFailure = z.infer<typeof ProbeFailure>;
