import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Article } from '../../domain/article.ts';
import type { Claim } from '../../domain/claim.ts';
import { type Entity, foldName } from '../../domain/entity.ts';
import { AnnotatedClaim, type Canonical, claimOf } from './gold-claim.ts';

/** An annotated article with its claims as if they had been extracted without a fault; null for those that cannot be. */
export interface GoldArticle {
  readonly article: Article;
  readonly text: string;
  /** By their place in the annotation. */
  readonly claims: readonly (Claim | null)[];
  /** Of the annotated claims, those that need not be found. */
  readonly optional: readonly boolean[];
}

const Gold = z.object({
  meta: z.object({ via: z.array(z.string()).nullish() }).nullish(),
  claims: z.array(AnnotatedClaim),
});
const Text = z.object({
  title: z.string().nullish(),
  publisher: z.string().nullish(),
  date: z.string().nullish(),
  date_inferred: z.string().nullish(),
  language: z.string().nullish(),
  raw_text: z.string(),
});
const Seeds = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    published: z.string(),
    relays: z.array(z.string()),
  }),
);

/** @param folder with `eval` and `seeds` */
export function readGoldArticle(folder: string, id: string, canonical: Canonical): GoldArticle {
  const gold = Gold.parse(JSON.parse(readFileSync(join(folder, 'eval', 'gold', `${id}.json`), 'utf8')));
  const { text, relays, ...about } = textOf(folder, id);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const article = Article.parse({
    ...about,
    id: createHash('sha256').update(id).digest('hex').slice(0, 16),
    author: null,
    url: null,
    relays: [...new Set([...relays, ...(gold.meta?.via ?? [])])],
    text: { sha256, chars: text.length },
  });
  const claims = gold.claims.map((claim, at) => claimOf(claim, `g${at}`, text, canonical));
  return { article, text, claims, optional: gold.claims.map((claim) => claim.opt === 1) };
}

function textOf(folder: string, id: string) {
  const path = join(folder, 'eval', 'corpus', `${id}.json`);
  if (!existsSync(path)) return seedOf(folder, id);
  const { title, publisher, date, date_inferred, language, raw_text } = Text.parse(
    JSON.parse(readFileSync(path, 'utf8')),
  );
  const day = date ?? date_inferred;
  return {
    title: title ?? id,
    publisher: publisher ?? 'unnamed outlet',
    published: day ? ({ at: day.slice(0, 10), basis: 'stated', note: 'annotation' } as const) : null,
    language: language ?? 'en',
    relays: [],
    text: raw_text,
  };
}

function seedOf(folder: string, id: string) {
  const seeds = Seeds.parse(JSON.parse(readFileSync(join(folder, 'seeds', 'index.json'), 'utf8')));
  const seed = seeds.find((each) => each.id === id);
  if (!seed) throw new RangeError(`there is no text of ${id}`);
  const published = { at: seed.published, basis: 'stated', note: 'annotation' } as const;
  const text = readFileSync(join(folder, 'seeds', `${id}.txt`), 'utf8');
  return { title: seed.title, publisher: seed.publisher, published, language: 'en', relays: seed.relays, text };
}

/** Names of annotations as the gazetteer has them: its ids, and what only one of its people and bodies is called; else as they are. */
export function canonicalBy(entities: readonly Entity[]): Canonical {
  const ids = new Set(entities.flatMap(({ id, code }) => [id, ...(code ? [code] : [])]));
  const named = new Map<string, Set<string>>();
  for (const { id, names, aliases } of entities.filter(
    ({ kind }) => kind === 'person' || kind === 'organisation' || kind === 'group',
  ))
    for (const name of [...Object.values(names), ...aliases].map(foldName))
      named.set(name, (named.get(name) ?? new Set()).add(id));
  return (name) => {
    if (ids.has(name)) return name;
    const [only, ...others] = named.get(foldName(name)) ?? [];
    if (only !== undefined && others.length === 0) return only;
    const folded = foldName(name).replaceAll(' ', '-');
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(folded) && folded.length <= 80 ? folded : null;
  };
}
