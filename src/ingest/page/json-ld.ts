import { z } from 'zod';

/** What search engines are told of an article: https://schema.org/NewsArticle */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly published: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly body: string | null;
  /** Whether all of it is for everybody; null: not said. */
  readonly isFree: boolean | null;
}

/** Deepest nesting and most objects that are looked at. */
const LIMITS = { depth: 6, objects: 500 };
const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;

const Words = z.string().trim().min(1).catch('');
const First = z.union([z.string(), z.array(z.unknown()).transform((list) => list[0])]);
const Named = z.union([First, z.object({ name: First }).transform(({ name }) => name)]);

/** A name given as text, as an object with a name, or as a list of either. */
function nameOf(value: unknown): string | null {
  const outer = Named.safeParse(Array.isArray(value) ? value[0] : value);
  return outer.success && typeof outer.data === 'string' ? filled(outer.data) : null;
}

const filled = (value: unknown): string | null => Words.parse(value) || null;

/** The first article among the objects of a page's JSON-LD scripts; null where none is readable. */
export function linkedArticle(scripts: readonly string[]): LinkedArticle | null {
  for (const script of scripts) {
    const object = objectsIn(parsed(script)).find(isArticle);
    if (object !== undefined) return articleOf(object);
  }
  return null;
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, ''));
  } catch {
    // Pages carry broken JSON-LD often enough; what it would have said is then read from elsewhere.
    return null;
  }
}

const Json = z.record(z.string(), z.unknown());
type Json = z.infer<typeof Json>;

const isObject = (value: unknown): value is Json => Json.safeParse(value).success;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Objects of a JSON value, outer ones first. */
function objectsIn(value: unknown): readonly Json[] {
  const found: Json[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < LIMITS.depth && level.length > 0 && found.length < LIMITS.objects; depth += 1) {
    const objects = level.flatMap(listOf).filter(isObject);
    found.push(...objects.slice(0, LIMITS.objects));
    level = objects.slice(0, LIMITS.objects).flatMap((object) => Object.values(object).slice(0, LIMITS.objects));
  }
  return found;
}

const isArticle = (object: Json): boolean =>
  listOf(object['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));

/** Written as a boolean, a word, or the address of the word. */
const FREE = new Map([
  ['true', true],
  ['false', false],
  ['https://schema.org/true', true],
  ['https://schema.org/false', false],
]);

const articleOf = (object: Json): LinkedArticle => ({
  headline: filled(object.headline ?? object.name),
  published: filled(object.datePublished),
  author: nameOf(object.author),
  publisher: nameOf(object.publisher),
  url: filled(object.url),
  language: filled(object.inLanguage),
  body: filled(object.articleBody),
  isFree: FREE.get(String(object.isAccessibleForFree).toLowerCase()) ?? null,
});
