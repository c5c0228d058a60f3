import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { languageOf } from '../../src/ingest/language.ts';
import { lexicon, read } from './support.ts';

/** Annotated articles beside the checkout: development data that is no part of the project. */
const EVAL = join(import.meta.dirname, '../../../shared/eval');
const Gold = z.object({
  claims: z.array(z.object({ opt: z.unknown().optional(), spans: z.array(z.tuple([z.int(), z.int()])).optional() })),
});
const Text = z.object({
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  language: z.string(),
  raw_text: z.string(),
});

const parsed = <T>(schema: z.ZodType<T>, path: string): T => schema.parse(JSON.parse(readFileSync(path, 'utf8')));

interface Evidence {
  readonly spans: number;
  readonly lost: number;
}

/** Evidence of required claims that is marked by more than half, places where its words stand a second time left out. */
function evidenceOf(id: string): Evidence {
  const { raw_text: text, title, publisher } = parsed(Text, join(EVAL, 'corpus', `${id}.json`));
  const { boilerplate } = read(text, { title, publisher });
  const spans = parsed(Gold, join(EVAL, 'gold', `${id}.json`)).claims.flatMap((claim) =>
    claim.opt ? [] : (claim.spans ?? []),
  );
  const lost = spans.filter(([start, end]) => {
    const covered = boilerplate.reduce(
      (sum, b) => sum + Math.max(0, Math.min(end, b.end) - Math.max(start, b.start)),
      0,
    );
    return covered > (end - start) / 2 && text.indexOf(text.slice(start, end)) === start;
  });
  return { spans: spans.length, lost: lost.length };
}

const isThere = existsSync(EVAL);

describe.skipIf(!isThere)(
  isThere ? 'annotated articles' : 'annotated articles (skipped: ../shared/eval is not there)',
  () => {
    const ids = globSync('*.json', { cwd: join(EVAL, 'corpus') }).map((file) => basename(file, '.json'));

    test('lose less than 0.3 % of their evidence as boilerplate', () => {
      const found = ids.map(evidenceOf);
      const [spans, lost] = [
        found.reduce((sum, one) => sum + one.spans, 0),
        found.reduce((sum, one) => sum + one.lost, 0),
      ];
      expect(spans).toBeGreaterThan(1_000);
      expect(lost / spans).toBeLessThan(0.003);
    });

    test('are read in their languages', () => {
      const wrong = ids.filter((id) => {
        const { raw_text, language } = parsed(Text, join(EVAL, 'corpus', `${id}.json`));
        return languageOf(raw_text, lexicon.profiles) !== language;
      });
      expect(wrong).toEqual([]);
    });
  },
);
