import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Result } from '../domain/failure.ts';
import { describeFailure } from '../ingest/failure.ts';
import { type Around, entryFacts, feedFacts } from '../ingest/feed/facts.ts';
import { parseFeed } from '../ingest/feed/parse-feed.ts';
import type { RawEntry } from '../ingest/feed/raw-feed.ts';
import type { Lexicon } from '../ingest/lexicon.ts';
import { type Outcome, said } from './outcome.ts';

const Case = z.object({
  id: z.string(),
  /** Path of the feed, from where the file of cases is. */
  input: z.string(),
  url: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
});
type Case = z.infer<typeof Case>;

/**
 * `sitrep feed-parse`: what is read out of the feeds that a file names, a case a line; for each a line {id, got}, in their
 * order. A line that is no case is named on stderr, and the status is 1.
 */
export function feedParseOnCommandLine(path: string, lexicon: Lexicon, nowMs: number): Outcome {
  const cases = bytesOf(path);
  if (!cases.ok) return { out: '', err: said(`${path}: ${cases.error}`), status: 1 };
  const lines = new TextDecoder().decode(cases.value).split('\n');
  const results = lines.flatMap((line, at) => (line.trim() === '' ? [] : [resultOf(line, `${path}:${at + 1}`)]));
  const out = results.flatMap((result) =>
    result.ok
      ? [said(JSON.stringify({ id: result.value.id, got: gotOf(result.value, dirname(path), lexicon, nowMs) }))]
      : [],
  );
  const err = results.flatMap((result) => (result.ok ? [] : [said(result.error)]));
  return { out: out.join(''), err: err.join(''), status: err.length > 0 ? 1 : 0 };
}

function resultOf(line: string, name: string): Result<Case, string> {
  try {
    const parsed = Case.safeParse(JSON.parse(line));
    if (parsed.success) return { ok: true, value: parsed.data };
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { ok: false, error: `${name}: ${problems.join('; ')}` };
  } catch (error) {
    return {
      ok: false,
      error: `${name}: is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** The feed as the case's `expect` has it, else the reason that there is none, in words. */
function gotOf({ input, url, headers }: Case, folder: string, lexicon: Lexicon, nowMs: number): unknown {
  const header = new Headers(headers ?? {});
  const [, charset = null] = /charset=["']?([^"';\s]+)/i.exec(header.get('content-type') ?? '') ?? [];
  const found = foundAt(header.get('content-location'), url ?? null);
  const body = bytesOf(resolve(folder, input));
  if (!body.ok) return { error: body.error };
  const feed = parseFeed({ body: body.value, charset, url: found });
  if (!feed.ok) return { error: describeFailure(feed.error) };
  const around = { found, nowMs, lexicon };
  const { title, url: link, updated } = feedFacts(feed.value, around);
  const entries = feed.value.entries.map((entry) => entryGotOf(entry, link ?? found, around));
  return { title, link, description: feed.value.description, updated, entries };
}

/** Where a feed stands, as it says with its bytes: https://www.rfc-editor.org/rfc/rfc9110#section-8.7 */
function foundAt(location: string | null, url: string | null): string | null {
  const said = location === null ? null : URL.parse(location, url ?? undefined);
  return said !== null && /^https?:$/.test(said.protocol) ? said.href : url;
}

function entryGotOf(raw: RawEntry, base: string | null, around: Around): unknown {
  const { title, url: link, published, updated } = entryFacts(raw, base, around);
  const { id, summary, content } = raw;
  return { title, link, id, published: published?.at ?? null, updated, summary, content };
}

function bytesOf(path: string): Result<Uint8Array, string> {
  try {
    return { ok: true, value: readFileSync(path) };
  } catch (error) {
    return { ok: false, error: `cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}
