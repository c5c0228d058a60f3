import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findDates } from '../../../src/extract/dates/find.ts';
import { bindSameDay, pickDate } from '../../../src/extract/dates/pick.ts';
import { resolveDate } from '../../../src/extract/dates/resolve.ts';
import type { Span } from '../../../src/extract/document.ts';
import { findAmounts } from '../../../src/extract/quantities/amount.ts';
import { dates, quantities } from '../quantities/lexicons.ts';

const EVAL = join(import.meta.dirname, '../../../../shared/eval');

const Claim = z.object({
  type: z.string(),
  opt: z.unknown().optional(),
  ev: z.array(z.string()),
  spans: z.array(z.tuple([z.number(), z.number()])),
  date: z.object({ iso: z.string().optional() }).nullish(),
  amount: z.object({ value: z.number().optional(), cur: z.string().optional() }).nullish(),
});
const Gold = z.object({ language: z.string(), pubDate: z.string(), claims: z.array(Claim) });
const Assumed = z.object({ pubAssumed: z.unknown().optional(), pubSuspect: z.unknown().optional() });
const Corpus = z.object({ raw_text: z.string() });

const LEXICONS = { en: [dates('en'), quantities('en')], ru: [dates('ru'), quantities('ru')] } as const;
const lexiconsOf = (language: string) => (language === 'ru' ? LEXICONS.ru : LEXICONS.en);

const json = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(EVAL, folder, file), 'utf8'));

/** Articles whose day of publication is known, with their required claims. */
const dated = () =>
  readdirSync(join(EVAL, 'gold')).flatMap((file) => {
    const raw = json('gold', file);
    const gold = Gold.safeParse(raw);
    const doubt = Assumed.safeParse(raw).data;
    if (!gold.success || doubt?.pubAssumed || doubt?.pubSuspect) return [];
    const claims = gold.data.claims.filter(({ type, opt }) => type !== 'statement' && !opt);
    return [{ ...gold.data, claims, text: Corpus.parse(json('corpus', file)).raw_text }];
  });

const sentencesOf = (text: string, language: string) =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(({ segment, index }) => ({
    segment,
    index,
  }));

/** The day that our reading gives to a claim whose place is known. */
function dayOf(article: ReturnType<typeof dated>[number]) {
  const [lexicon] = lexiconsOf(article.language);
  const sentences = sentencesOf(article.text, article.language);
  const found = bindSameDay(sentences.map(({ segment }) => findDates(segment, lexicon)));
  return ({ spans }: z.infer<typeof Claim>): string | null => {
    for (const [from, to] of spans)
      for (const [at, { segment, index }] of sentences.entries()) {
        if (index >= to || index + segment.length <= from) continue;
        const [start, end] = [from - index, to - index];
        const isPart = (mention: Span): boolean => mention.start < end && mention.end > start;
        const mention = pickDate(found[at] ?? [], { trigger: (start + end) / 2, isPart });
        const iso = mention && resolveDate(mention, { publishedOn: article.pubDate, tense: mention.tense });
        if (iso) return iso;
      }
    return null;
  };
}

describe.skipIf(!existsSync(EVAL))('on the annotated articles (skipped where they are not beside the checkout)', () => {
  test('seven dates in ten are right where the claim is known', () => {
    const results = dated().flatMap((article) => {
      const read = dayOf(article);
      return article.claims.flatMap((claim) =>
        claim.date?.iso ? [read(claim)?.slice(0, 10) === claim.date.iso.slice(0, 10)] : [],
      );
    });
    expect(results.filter(Boolean).length / results.length).toBeGreaterThan(0.7);
  });

  test('nine sums in ten are read', () => {
    const results = dated().flatMap(({ claims, language }) =>
      claims.flatMap(({ amount, ev }) => {
        if (!amount?.value || !amount.cur) return [];
        const sums = ev.flatMap((words) => findAmounts(words, lexiconsOf(language)[1]));
        return [sums.some(({ value, cur }) => cur === amount.cur && value === amount.value)];
      }),
    );
    expect(results.filter(Boolean).length / results.length).toBeGreaterThan(0.9);
  });
});
