import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArticleFile } from '../../src/domain/article-file.ts';
import type { Label } from '../../src/domain/brief.ts';
import { Entity } from '../../src/domain/entity.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { richOf } from '../../src/domain/page.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { rememberedDays } from '../../src/render/date-words.ts';
import { fitLine, lineParts } from '../../src/render/line.ts';
import { aLine, aSource } from '../support/briefs.ts';
import { sentenceOf } from '../support/claims.ts';

const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(DATA_FOLDER, ...path), 'utf8'));
const jsonIn = (folder: string): readonly string[] =>
  readdirSync(join(DATA_FOLDER, folder)).filter((name) => name.endsWith('.json'));

const ENTITIES = jsonIn('gazetteer').flatMap((name) => {
  const { entities } = read('gazetteer', name) as { readonly entities: readonly unknown[] };
  return entities.map((entity) => Entity.parse(entity));
});
const LABELS: Readonly<Record<string, Label>> = Object.fromEntries(
  ENTITIES.flatMap(({ id, code, names, kind }) => [id, ...(code ? [code] : [])].map((ref) => [ref, { names, kind }])),
);
const CLAIMS = jsonIn('articles').flatMap((name) => {
  const { article, claims } = ArticleFile.parse(read('articles', name));
  return claims.map((claim) => ({ name: `${claim.id} of ${article.publisher}`, article, claim }));
});

const MARK = {
  claimed: { en: 'Claim by', uk: 'твердження' },
  planned: { en: 'planned', uk: 'заплановано' },
  hypothetical: { en: 'possible, not certain', uk: 'можливо, але не певно' },
  attempted: { en: 'attempt', uk: 'спроба' },
} as const;

type Printed = (typeof CLAIMS)[number];

/** The line of a claim alone, cut after its sentence. */
function printed({ article, claim }: Printed, language: Language) {
  const { url, publisher, title, published, language: written } = article;
  const source = aSource({ citation: 1, url: url ?? '', publisher, title, published, language: written });
  const context = {
    labels: LABELS,
    sources: new Map([[1, source]]),
    language,
    reportingDays: true,
    namesOutlets: false,
    dayOf: rememberedDays(language),
  };
  const line = fitLine(lineParts(aLine(claim), context), language, () => true);
  const runs = richOf(line);
  const text = runs.map((run) => run.text).join('');
  const at = text.indexOf(sentenceOf(claim)[language]);
  return { runs, at, lead: text.slice(0, at), tail: text.slice(at + sentenceOf(claim)[language].length) };
}

describe.for(LANGUAGES)('every committed claim as a line, in %s', (language) => {
  test.for(CLAIMS)('$name', (one) => {
    const { claim, article } = one;
    const { runs, at, lead, tail } = printed(one, language);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(lead.includes('⚠')).toBe(claim.suspect !== undefined);
    if (claim.suspect)
      expect(tail).toContain(`⚠ ${language === 'en' ? 'note' : 'примітка'}: ${claim.suspect[language]}`);
    if (claim.attr) expect(lead).toContain(LABELS[claim.attr.who]?.names[language]);
    if (claim.attr?.via) expect(lead).toContain(claim.attr.via);
    if (!claim.attr) expect(lead.replace(/^⚠ /u, '')).toMatch(/^(\p{Lu}[^:]*: )?$/u);
    if (claim.epi === 'claimed') expect(lead).toContain(MARK.claimed[language]);
    // The statement itself is made, whatever it speaks of; and with a "not", "attempt" could be read both ways.
    const { realis } = claim;
    const isMarked =
      realis in MARK && !(realis === 'planned' && claim.type === 'statement') && !(realis === 'attempted' && claim.neg);
    if (isMarked) expect(lead.toLowerCase()).toContain(MARK[realis as keyof typeof MARK][language]);
    expect(runs.filter(({ href }) => href !== undefined)).toEqual([{ text: '[1]', href: article.url }]);
  });
});
