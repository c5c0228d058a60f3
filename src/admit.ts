import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Article, UNNAMED_OUTLET } from './domain/article.ts';
import { ArticleFile } from './domain/article-file.ts';
import { Claim, refsOf } from './domain/claim.ts';
import type { ExtractedClaim } from './domain/extracted-claim.ts';
import type { Result } from './domain/failure.ts';
import { canBeSaid } from './domain/own-words.ts';
import { canonicalUrl } from './ingest/canonical-url.ts';
import type { Reading } from './ingest/reading.ts';

const TITLE_CHARS = 300;
const NAME_CHARS = 120;
const MOST_RELAYS = 50;

/** What was not fit to be stored, in words for whoever started it. */
export const Unfit = z.strictObject({ kind: z.literal('unfit'), problem: z.string() }).readonly();
export type Unfit = z.infer<typeof Unfit>;

/**
 * Makes an article with its claims of what was read: ids, hashes, and the last gate. Claims that cannot be said in words of
 * ours become excerpts, and so do those that name somebody by an id that neither the gazetteer nor the article spells out.
 * The id is made from the address, else from the text: the same article gets it again.
 * @param knows whether the gazetteer has the id or code
 */
export function admit(
  reading: Reading,
  claims: readonly ExtractedClaim[],
  knows: (ref: string) => boolean,
): Result<ArticleFile, Unfit> {
  const place = placesIn(reading.text);
  const admitted = claims.map((claim, at) => claimOf(claim, at, { text: reading.text, place, knows }));
  const file = ArticleFile.safeParse({ schema: 1, article: articleOf(reading), claims: admitted });
  if (file.success) return { ok: true, value: file.data };
  const [issue] = file.error.issues;
  return { ok: false, error: { kind: 'unfit', problem: `${issue?.path.join('.')}: ${issue?.message}` } };
}

const sha256 = (text: string): string => hash('sha256', text);

function articleOf(reading: Reading): Article {
  const { text, publisher, author, published, language, relays } = reading;
  const url = reading.url === null ? null : canonicalUrl(reading.url);
  return {
    id: sha256(url ?? text).slice(0, 16),
    title: shortened(reading.title ?? firstLine(reading), TITLE_CHARS),
    publisher: publisher === null ? UNNAMED_OUTLET : shortened(publisher, NAME_CHARS),
    author: author === null ? null : shortened(author, NAME_CHARS),
    url,
    published,
    language,
    relays: relays.slice(0, MOST_RELAYS).map((outlet) => shortened(outlet, NAME_CHARS)),
    text: { sha256: sha256(text), chars: text.length },
  };
}

/** Of the report, where the article has no title; of the whole text where that is all boilerplate. */
function firstLine({ text, boilerplate }: Reading): string {
  let from = 0;
  for (const { start, end } of boilerplate) {
    if (text.slice(from, start).trim() !== '') break;
    from = end;
  }
  return lineAt(text, from) || lineAt(text, 0);
}

const lineAt = (text: string, from: number): string => text.slice(from).trimStart().split('\n', 1)[0] ?? '';

function shortened(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}

/** What claims of one text are admitted with. */
interface Around {
  readonly text: string;
  readonly place: (offset: number) => number;
  readonly knows: (ref: string) => boolean;
}

const LETTER: Readonly<Record<Claim['type'], string>> = {
  aid: 'a',
  move: 'm',
  strike: 's',
  visit: 'v',
  impact: 'i',
  statement: 't',
};

function claimOf(extracted: ExtractedClaim, at: number, around: Around): unknown {
  const { excerpt, ...named } = spelt(extracted, around.knows);
  const evidence = extracted.evidence.map((span) => evidenceOf(span, around));
  const claim = { ...named, id: `${LETTER[extracted.type]}${at + 1}`, evidence };
  return isSayable(claim, around.knows) ? claim : { ...claim, mode: 'excerpt', excerpt };
}

/** Whether a structured claim can be printed from its slots: each name known or spelt, and all in words read one way. */
function isSayable(claim: unknown, knows: Around['knows']): boolean {
  const structured = Claim.safeParse(claim);
  if (!structured.success) return false;
  const { data } = structured;
  return (
    data.mode === 'structured' && canBeSaid(data) && refsOf(data).every((ref) => knows(ref) || data.surface?.[ref])
  );
}

/** Names that we know go by ours; the others by the article's spelling. */
function spelt(claim: ExtractedClaim, knows: Around['knows']): ExtractedClaim {
  const { attr, surface: given = {} } = claim;
  const all = { ...given, ...(attr?.surface && { [attr.who]: attr.surface }) };
  const unknown = Object.entries(all).filter(([ref, name]) => !knows(ref) && name.trim() !== '');
  const { surface: _, ...rest } = claim;
  const { surface: __, ...voice } = attr ?? {};
  return {
    ...rest,
    attr: attr && { ...voice, who: attr.who },
    ...(unknown.length > 0 && {
      surface: Object.fromEntries(unknown.map(([ref, name]) => [ref, shortened(name, NAME_CHARS)])),
    }),
  };
}

const SEVEN_WORDS = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]+){1,7}/u;
const POINTER_CHARS = 80;

function evidenceOf({ start, end }: ExtractedClaim['evidence'][number], { text, place }: Around) {
  const words = text.slice(start, end);
  return { start, end, sha256: sha256(words), paragraph: place(start), pointer: pointerOf(words) };
}

/** Whole words, since browsers find no others; a part of one only where it is longer than all that may be kept. */
function pointerOf(words: string): string {
  const head = words.slice(0, POINTER_CHARS);
  const whole = words.length > head.length ? head.replace(/\S+$/u, '').trimEnd() || head : head;
  return SEVEN_WORDS.exec(whole)?.[0] ?? whole;
}

/** Tells the number of the non-empty line that holds an offset, from 1. */
function placesIn(text: string): (offset: number) => number {
  const starts = lineStarts(text);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}

/** Where the non-empty lines begin, ascending. */
function lineStarts(text: string): readonly number[] {
  const starts: number[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') starts.push(from);
    from += line.length + 1;
  }
  return starts;
}
