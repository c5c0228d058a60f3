import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Brief } from '../../../src/domain/brief.ts';
import { EXPORT_FORMATS, exportFile } from '../../../src/render/export/export-file.ts';
import { fitPieces } from '../../../src/render/export/pieces.ts';
import { recordsOf } from '../../../src/render/export/record.ts';
import { aBrief, aLine, anyBrief, aSection } from '../../support/briefs.ts';
import { aClaim } from '../../support/claims.ts';

const bytes = (text: string): number => Buffer.byteLength(text);
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const span = (start: number, words: string, of: string) => ({
  ...{ start, end: start + words.length, paragraph: 2, pointer: words.slice(0, 8) },
  sha256: hash(of),
});

describe('a record', () => {
  const words = 'Кажуть, що міст закрито.';
  const gone = span(0, 'twenty characters ..', 'what the text had once');
  const claim = aClaim({
    type: 'move',
    evidence: [gone, span(40, words, words)],
    attr: { who: 'volodymyr-zelenskyy', side: 'UA', via: 'AFP' },
    epi: 'claimed',
    confirmation: 'unconfirmed',
    date: { text: 'on Friday', iso: '2024-05-10' },
    count: { value: 5, op: 'gt', unit: 'men' },
    suspect: { en: 'odd', uk: 'дивно' },
  });
  const account = { relation: 'earlier', backing: [{ citation: 2, claim: aClaim({ id: 'c7' }), quotes: [] }] } as const;
  const line = aLine(claim, { accounts: [account], backing: [{ citation: 1, claim, quotes: [words] }] });
  const brief = aBrief({ sections: [aSection('troops', [line])], sources: [source(1), source(2)] });

  test('has all that is known of a claim', () => {
    const [record, other] = recordsOf(brief);
    expect(record).toMatchObject({
      ...{ event: 'line01', relation: 'line', claim: 'c1', article: 'article-1', topic: 'troops', type: 'move' },
      slots: { actor: 'RU', action: 'advance', place: ['vovchansk'], count: { value: 5, op: 'gt', unit: 'men' } },
      ...{ speaker: 'volodymyr-zelenskyy', speakerName: 'Volodymyr Zelenskyy', side: 'UA', via: 'AFP' },
      ...{ epistemic: 'claimed', confirmation: 'unconfirmed', realis: 'actual', negated: false },
      ...{ date: '2024-05-10', dateText: 'on Friday', doubt: 'odd', mode: 'paraphrase' },
    });
    expect(record?.words).toContain('Claim by Volodymyr Zelenskyy (Ukraine), via AFP, not confirmed by others');
    expect(other).toMatchObject({ relation: 'earlier', claim: 'c7', article: 'article-2' });
  });

  test('has the words of each span that still has them, and their hash', () => {
    const evidence = recordsOf(brief)[0]?.evidence ?? [];
    expect(evidence.map(({ quote }) => quote)).toEqual([null, words]);
    for (const { quote, sha256 } of evidence) if (quote !== null) expect(hash(quote)).toBe(sha256);
  });
});

function source(citation: number): Brief['sources'][number] {
  const published = { at: '2024-05-15', basis: 'stated', note: 'feed' } as const;
  return {
    citation,
    articleId: `article-${citation}`,
    publisher: 'P',
    author: null,
    title: 'T',
    url: 'https://a.example/?a=1&b=)',
    language: 'en',
    published,
    relays: [],
  };
}

describe('a file', () => {
  test.for(EXPORT_FORMATS)(
    'of %s holds no more than it may, in whole records, and says how many it lacks',
    (format) => {
      fc.assert(
        fc.property(anyBrief, fc.double({ min: 0.3, max: 1.1, noNaN: true }), (brief, share) => {
          const whole = exportFile(brief, format, Number.POSITIVE_INFINITY);
          const least = bytes(exportFile(brief, format, 0).file.text);
          const most = Math.max(least, Math.floor(bytes(whole.file.text) * share));
          const { file, records, leftOut } = exportFile(brief, format, most);
          expect(bytes(file.text)).toBeLessThanOrEqual(most);
          expect(records + leftOut).toBe(recordsOf(brief).length);
          if (format === 'json')
            expect(JSON.parse(file.text)).toMatchObject({ leftOut, records: Array(records).fill({}) });
          if (leftOut > 0) expect(file.text).toContain(String(leftOut));
        }),
        { numRuns: 25 },
      );
    },
  );

  test('is named after its form, its answer and its kind', () => {
    const names = EXPORT_FORMATS.map((format) => exportFile(aBrief(), format, 1e6).file);
    expect(names.map(({ name, type }) => [name, type.split(';')[0]])).toEqual([
      ['sitrep-summary-ab12cd34.csv', 'text/csv'],
      ['sitrep-summary-ab12cd34.json', 'application/json'],
      ['sitrep-summary-ab12cd34.md', 'text/markdown'],
    ]);
  });

  test('of JSON has every claim with its offsets and hashes, and no id of a server', () => {
    const brief = aBrief({ ask: { scope: { guildId: '77777' } } });
    const data = JSON.parse(exportFile(brief, 'json', 1e6).file.text);
    expect(data).toMatchObject({ schema: 'sitrep-export/1', answer: 'ab12cd34', leftOut: 0 });
    expect(data.records).toMatchObject([{ claim: 'c1', citation: 1, evidence: [{ start: 0, end: 10, paragraph: 1 }] }]);
    expect(data.records[0].evidence[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(data)).not.toContain('77777');
  });

  test('of Markdown links its sources', () => {
    const brief = aBrief({ sources: [source(1)] });
    expect(exportFile(brief, 'md', 1e6).file.text).toContain(
      '- \\[1\\] [T](<https://a.example/?a=1&b=)>) · P · 15 May 2024',
    );
  });
});

test('pieces are taken from the first on while they fit', () => {
  const of = { head: 'é', pieces: ['aa', 'é', 'cc'], tail: (n: number) => `${n}` };
  expect(fitPieces(of, 9)).toEqual({ text: 'éaaécc0', leftOut: 0 });
  expect(fitPieces(of, 8)).toEqual({ text: 'éaaé1', leftOut: 1 });
  expect(fitPieces(of, 0)).toEqual({ text: 'é3', leftOut: 3 });
});
