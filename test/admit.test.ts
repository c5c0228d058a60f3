import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admit } from '../src/admit.ts';
import { UNNAMED_OUTLET } from '../src/domain/article.ts';
import type { ArticleFile } from '../src/domain/article-file.ts';
import type { ExtractedClaim } from '../src/domain/extracted-claim.ts';
import type { Reading } from '../src/ingest/reading.ts';
import { checkEvidence } from '../src/store/article-files.ts';
import { hostileText } from './support/hostile-text.ts';
import { anExtracted, aReading } from './support/readings.ts';

const TEXT = 'Subscribe now\n\nDrones hit Novaville.\nThe mayor said that nobody was hurt.';
const KNOWN = new Set(['RU', 'UA', 'kharkiv']);

function admitted(claims: readonly ExtractedClaim[], over: Partial<Reading> = {}): ArticleFile {
  const file = admit(aReading({ text: TEXT, ...over }), claims, (ref) => KNOWN.has(ref));
  if (!file.ok) throw new Error(file.error.problem);
  return file.value;
}

describe('an article', () => {
  test('has evidence that holds against its text', () => {
    const content = admitted([anExtracted(TEXT, 'Drones hit Novaville.'), anExtracted(TEXT, 'The mayor said')]);
    expect(checkEvidence({ file: 'f', digest: '', content }, TEXT)).toEqual([]);
    expect(content.claims.map(({ evidence }) => evidence[0]?.paragraph)).toEqual([2, 3]);
  });

  test('points at its evidence by at most seven whole words', () => {
    const pointer = (words: string) =>
      admitted([anExtracted(words, words)], { text: words }).claims[0]?.evidence[0]?.pointer;
    expect([
      pointer('One two-three four, five “six” seven eight.'),
      pointer(`${'x'.repeat(40)} ${'y'.repeat(60)} z`),
      pointer('z'.repeat(100)),
    ]).toEqual(['One two-three four, five “six” seven', 'x'.repeat(40), 'z'.repeat(80)]);
  });

  test('has the id of its address, whatever its text; without one, of its text', () => {
    const id = (over: Partial<Reading>) => admitted([], over).article.id;
    const url = 'https://example.org/a?b=1';
    expect(id({ url })).toBe(id({ url: `${url}#part`, text: 'Another text.' }));
    expect(id({ url })).toBe(id({ url: `${url}&utm_source=feed` }));
    expect(id({ url: null })).toBe(id({ url: null, title: 'Another title' }));
    expect(new Set([id({ url }), id({ url: null }), id({ url: null, text: 'Another text.' })]).size).toBe(3);
  });

  test('without title and publisher goes by its first line that is no boilerplate, and by no outlet', () => {
    const { article } = admitted([], { title: null, publisher: null, boilerplate: [{ start: 0, end: 13 }] });
    expect([article.title, article.publisher]).toEqual(['Drones hit Novaville.', UNNAMED_OUTLET]);
  });

  test('has names of bearable length', () => {
    const { article } = admitted([], { title: 'a '.repeat(900), publisher: '\u{1f600}'.repeat(300), author: 'x\ny' });
    expect([article.title.length, article.publisher.length, article.author]).toEqual([300, 120, 'x y']);
  });

  test('is refused with the field that is wrong, and not stored by half', () => {
    const outside = { ...anExtracted(TEXT, 'Drones'), evidence: [{ start: 0, end: 900 }] };
    const refused = admit(aReading({ text: TEXT }), [outside], () => true);
    expect(refused).toEqual({
      ok: false,
      error: { kind: 'unfit', problem: expect.stringContaining('claims.0.evidence.0.end') },
    });
  });
});

describe('a claim', () => {
  const WORDS = 'Drones hit Novaville.';

  test.for<{ name: string; over: Partial<ExtractedClaim>; mode: string; surface?: object }>([
    { name: 'sure of all its slots is structured', over: { place: ['kharkiv'] }, mode: 'structured' },
    { name: 'that the extractor is not sure of stays an excerpt', over: { mode: 'excerpt' }, mode: 'excerpt' },
    { name: 'that cannot be said one way is an excerpt', over: { neg: true, realis: 'attempted' }, mode: 'excerpt' },
    { name: 'that names somebody nobody spells is an excerpt', over: { actor: 'the-foe' }, mode: 'excerpt' },
    {
      name: 'takes the article’s spelling for whom the gazetteer does not have',
      over: { place: ['novaville'], surface: { novaville: 'Novaville' } },
      mode: 'structured',
      surface: { novaville: 'Novaville' },
    },
    {
      name: 'goes by our name where there is one',
      over: { place: ['kharkiv'], surface: { kharkiv: 'Kharkov' } },
      mode: 'structured',
    },
    {
      name: 'keeps the spelling of an unknown speaker',
      over: { epi: 'attributed', attr: { who: 'jo-doe', surface: 'Jo\nDoe' } },
      mode: 'structured',
      surface: { 'jo-doe': 'Jo Doe' },
    },
  ])('$name', ({ over, mode, surface }) => {
    const [claim] = admitted([{ ...anExtracted(TEXT, WORDS), ...over } as ExtractedClaim]).claims;
    expect([claim?.mode, claim?.surface]).toEqual([mode, surface]);
    expect(claim?.mode === 'excerpt' && TEXT.slice(claim.excerpt.start, claim.excerpt.end)).toBe(
      mode === 'excerpt' && WORDS,
    );
  });

  test('has an id that tells its type and its place among the claims', () => {
    const impact = anExtracted(TEXT, 'Drones', {
      type: 'impact',
      kind: ['killed'],
      actor: undefined,
      weapon: undefined,
    });
    expect(admitted([anExtracted(TEXT, 'Drones'), impact]).claims.map(({ id }) => id)).toEqual(['s1', 'i2']);
  });
});

test('any text with something to see in it is admitted', () => {
  fc.assert(
    fc.property(hostileText, (words) => {
      const text = `${words}a`;
      const whole = anExtracted(text, text, { mode: 'excerpt' });
      const { claims } = admitted([whole], { text, title: null });
      expect(claims[0]?.evidence[0]).toMatchObject({ start: 0, end: text.length });
    }),
  );
});

test('a text of a million characters and claims takes no longer than reading it', { timeout: 4_000 }, () => {
  for (const text of [`${'\n'.repeat(1_000_000)}a`, `${' '.repeat(1_000_000)}a`, 'a\n'.repeat(500_000)]) {
    const claims = Array.from({ length: 2_000 }, () => anExtracted(text, text.slice(0, 5)));
    expect(admitted(claims, { text, title: null }).claims).toHaveLength(2_000);
  }
});
