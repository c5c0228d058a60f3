import { z } from 'zod';
import type { Publication } from '../domain/article.ts';
import type { Result } from '../domain/failure.ts';
import { readDate } from './date-time.ts';
import type { IngestFailure } from './failure.ts';
import type { Lexicon } from './lexicon.ts';
import { type Known, NOTHING_KNOWN } from './plain-text.ts';

const Text = z.string().nullish();

/** An article as the command line takes it; keys that are not named here are ignored. */
const JsonArticle = z
  .object({
    title: Text,
    publisher: Text,
    author: Text,
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullish(),
    date: Text,
    published: Text,
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/i, 'must be a language tag such as "en"')
      .nullish(),
    raw_text: Text,
    text: Text,
    html: Text,
  })
  .refine(({ raw_text, text, html }) => (raw_text ?? text ?? html) != null, {
    message: 'needs one of raw_text, text and html',
  });
type JsonArticle = z.infer<typeof JsonArticle>;

/** An article with its text, or with the page that it has to be taken out of. */
export interface JsonInput {
  readonly kind: 'text' | 'html';
  readonly body: string;
  readonly known: Known;
}

export function parseJsonArticle(json: string, lexicon: Lexicon): Result<JsonInput, IngestFailure> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const article = JsonArticle.safeParse(parsed.value);
  if (!article.success) return { ok: false, error: { kind: 'wrong-shape', problems: problemsOf(article.error) } };
  return withDate(article.data, lexicon);
}

function parseJson(json: string): Result<unknown, IngestFailure> {
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return { ok: false, error: { kind: 'malformed-json', problem } };
  }
}

const problemsOf = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }));

function withDate(article: JsonArticle, lexicon: Lexicon): Result<JsonInput, IngestFailure> {
  const [field, given] = article.published != null ? ['published', article.published] : ['date', article.date ?? ''];
  const at = given.trim() === '' ? null : readDate(given, lexicon.months, null);
  if (at === null && given.trim() !== '') {
    const problems = [{ field, problem: 'must be a date with its year, such as 2024-05-15' }];
    return { ok: false, error: { kind: 'wrong-shape', problems } };
  }
  return {
    ok: true,
    value: inputOf(article, at === null ? null : { at, basis: 'stated', note: 'given with the text' }),
  };
}

function inputOf(article: JsonArticle, published: Publication | null): JsonInput {
  const text = article.raw_text ?? article.text ?? null;
  const known = {
    ...NOTHING_KNOWN,
    title: filled(article.title),
    publisher: filled(article.publisher),
    author: filled(article.author),
    url: article.url ?? null,
    published,
    language: article.language == null ? null : (article.language.toLowerCase().split(/[-_]/)[0] ?? null),
  };
  return text === null ? { kind: 'html', body: article.html ?? '', known } : { kind: 'text', body: text, known };
}

const filled = (value: string | null | undefined): string | null =>
  value == null || value.trim() === '' ? null : value.trim();
