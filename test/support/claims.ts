import { createHash } from 'node:crypto';
import type { Article } from '../../src/domain/article.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import type { Claim, ClaimOf, ClaimType } from '../../src/domain/claim.ts';
import type { Entity } from '../../src/domain/entity.ts';
import type { Localised } from '../../src/domain/language.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const base = {
  id: 'c1',
  mode: 'paraphrase',
  attr: null,
  epi: 'asserted',
  realis: 'actual',
  neg: false,
  evidence: [{ start: 0, end: 10, sha256: sha256('evidence'), paragraph: 1, pointer: 'The bridge is' }],
  sentence: { en: 'Something happened.', uk: 'Щось сталося.' },
} as const;

/** A claim that is printed by its stored sentence. */
export type ParaphraseOf<T extends ClaimType> = Extract<ClaimOf<T>, { readonly mode: 'paraphrase' }>;

const bases: { readonly [T in ClaimType]: ParaphraseOf<T> } = {
  aid: { ...base, type: 'aid', donor: ['US'], recipient: 'UA', items: ['shells'], status: 'announced' },
  move: { ...base, type: 'move', actor: 'RU', action: 'advance', place: ['vovchansk'] },
  strike: { ...base, type: 'strike', actor: 'RU', weapon: ['missile'], place: ['kharkiv'] },
  visit: { ...base, type: 'visit', visitor: ['antony-blinken'], place: ['kyiv'], host: [], status: 'done' },
  impact: { ...base, type: 'impact', kind: ['killed'], place: ['kharkiv'] },
  statement: { ...base, type: 'statement', speaker: 'volodymyr-zelenskyy' },
};

/** A whole claim of the type, valid as it is; what a test is about goes into `overrides`. */
export function aClaim<T extends ClaimType = 'strike'>(
  overrides: Partial<ParaphraseOf<T>> & { readonly type?: T } = {},
): ParaphraseOf<T> {
  return { ...bases[overrides.type ?? ('strike' as T)], ...overrides };
}

/** `aClaim` without its sentence: printed from its slots. */
export function aStructured<T extends ClaimType>(
  overrides: Partial<ParaphraseOf<T>> & { readonly type: T },
): Extract<ClaimOf<T>, { readonly mode: 'structured' }> {
  const { sentence: _, ...claim } = aClaim<T>(overrides) as ParaphraseOf<ClaimType>;
  return { ...claim, mode: 'structured' } as unknown as Extract<ClaimOf<T>, { readonly mode: 'structured' }>;
}

/** `aClaim` that is printed by a piece of its evidence, which is the first ten characters of the text. */
export function anExcerpt<T extends ClaimType = 'strike'>(
  excerpt: { readonly start: number; readonly end: number },
  overrides: Partial<ParaphraseOf<T>> & { readonly type?: T } = {},
): Extract<ClaimOf<T>, { readonly mode: 'excerpt' }> {
  const { sentence: _, ...claim } = aClaim<T>(overrides) as ParaphraseOf<ClaimType>;
  return { ...claim, mode: 'excerpt', excerpt } as unknown as Extract<ClaimOf<T>, { readonly mode: 'excerpt' }>;
}

/** The words that a claim keeps of its own; '' in the modes that keep none. */
export const sentenceOf = (claim: Claim): Localised =>
  claim.mode === 'paraphrase' ? claim.sentence : { en: '', uk: '' };

/** A dated article of one publisher, valid as it is. */
export function anArticle(overrides: Partial<Article> = {}): Article {
  const id = overrides.id ?? 'article-1';
  return {
    id,
    title: 'Missiles hit Kharkiv',
    publisher: 'The Daily',
    author: null,
    url: `https://example.org/${id}`,
    published: { at: '2024-05-12', basis: 'stated', note: 'dateline' },
    language: 'en',
    relays: [],
    text: { sha256: sha256('text'), chars: 5_000 },
    ...overrides,
  };
}

/** An article with claims; they are numbered `c1`, `c2` … in the order given. */
export function anArticleFile(article: Partial<Article> = {}, claims: ArticleFile['claims'] = [aClaim()]): ArticleFile {
  return {
    schema: 1,
    article: anArticle(article),
    claims: claims.map((claim, index) => ({ ...claim, id: `c${index + 1}` })),
  };
}

/** A claim whose evidence is where `words` stand in the text; an excerpt of them where `piece` is given. */
export function readFrom(
  text: string,
  words: string,
  claim: ParaphraseOf<ClaimType> | Extract<Claim, { readonly mode: 'structured' }>,
  piece?: string,
): Claim {
  const start = text.indexOf(words);
  const evidence = [{ ...span(start, words), sha256: sha256(words), paragraph: 1, pointer: words.slice(0, 40) }];
  if (piece === undefined) return { ...claim, evidence };
  const { sentence: _, ...slots } = { sentence: null, ...claim };
  return { ...slots, mode: 'excerpt', evidence, excerpt: span(start + words.indexOf(piece), piece) } as Claim;
}

const span = (start: number, words: string) => ({ start, end: start + words.length });

/** `anArticleFile` of this text. */
export const aFileOf = (text: string, article: Partial<Article>, claims: readonly Claim[]): ArticleFile =>
  anArticleFile({ ...article, text: { sha256: sha256(text), chars: text.length } }, claims);

/** An article published at an instant (Unix ms), or with no date for null. */
export function published(atMs: number | null): Pick<Article, 'published'> {
  return { published: atMs === null ? null : { at: new Date(atMs).toISOString(), basis: 'stated', note: 'feed' } };
}

/** An entity whose names are its id with spaces, unless told otherwise. */
export function anEntity(overrides: Partial<Entity> & Pick<Entity, 'id'>): Entity {
  const name = overrides.id.replaceAll('-', ' ');
  return { kind: 'settlement', names: { en: name, uk: name }, aliases: [], within: [], ...overrides };
}

/** The places, states and people that the builders' claims refer to. */
export const ENTITIES: readonly Entity[] = [
  anEntity({ id: 'ukraine', kind: 'country', code: 'UA', names: { en: 'Ukraine', uk: 'Україна' } }),
  anEntity({ id: 'russia', kind: 'country', code: 'RU', names: { en: 'Russia', uk: 'Росія' } }),
  anEntity({
    id: 'united-states',
    kind: 'country',
    code: 'US',
    names: { en: 'United States', uk: 'Сполучені Штати' },
    aliases: ['USA', 'America'],
  }),
  anEntity({
    id: 'kharkiv-oblast',
    kind: 'region',
    names: { en: 'Kharkiv Oblast', uk: 'Харківська область' },
    aliases: ['Kharkiv region'],
    within: ['ukraine'],
  }),
  anEntity({
    id: 'kharkiv',
    names: { en: 'Kharkiv', uk: 'Харків' },
    aliases: ['Kharkov'],
    within: ['kharkiv-oblast'],
    at: { lat: 49.99, lon: 36.23 },
  }),
  anEntity({
    id: 'vovchansk',
    names: { en: 'Vovchansk', uk: 'Вовчанськ' },
    aliases: ['Volchansk'],
    within: ['kharkiv-oblast'],
  }),
  anEntity({ id: 'kyiv', names: { en: 'Kyiv', uk: 'Київ' }, aliases: ['Kiev'], within: ['ukraine'] }),
  anEntity({ id: 'antony-blinken', kind: 'person', names: { en: 'Antony Blinken', uk: 'Ентоні Блінкен' }, side: 'US' }),
  anEntity({
    id: 'volodymyr-zelenskyy',
    kind: 'person',
    names: { en: 'Volodymyr Zelenskyy', uk: 'Володимир Зеленський' },
    aliases: ['Zelensky'],
    side: 'UA',
  }),
];
