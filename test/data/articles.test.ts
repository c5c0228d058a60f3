import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Amount, Claim, Count } from '../../src/domain/claim.ts';
import { type Entity, foldName } from '../../src/domain/entity.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { checkEvidence, checkRefs, readArticleFiles } from '../../src/store/article-files.ts';
import { sentenceOf } from '../support/claims.ts';
import { committedEntities } from '../support/committed-knowledge.ts';

const ROOT = join(import.meta.dirname, '../..');
const DATA = join(ROOT, 'data');
const SHARED = join(ROOT, '../shared');
const noTexts = !existsSync(join(SHARED, 'seeds'));
const NEEDS_TEXTS = '(skipped without the articles’ texts in ../shared/seeds)';
const noGold = !existsSync(join(SHARED, 'eval/gold'));
const NEEDS_GOLD = '(skipped without the annotations in ../shared/eval/gold)';

const { files, faults } = readArticleFiles(DATA);
const entities = committedEntities();
const byRef = new Map<string, Entity>(
  entities.flatMap((e) => [[e.id, e] as const, ...(e.code ? [[e.code, e] as const] : [])]),
);
const claims = files.flatMap(({ content }) =>
  content.claims.map((claim) => ({ id: `${content.article.publisher} ${claim.id}`, claim })),
);

describe('the committed articles', () => {
  test('five load, and nothing is set aside', () => {
    expect(faults).toEqual([]);
    expect(files).toHaveLength(5);
  });

  test('every place, person and organisation is known', () => {
    expect(checkRefs(files, (ref) => byRef.has(ref))).toEqual([]);
  });

  test('no address and no title stands twice', () => {
    const all = files.flatMap(({ content }) => [content.article.url, content.article.title]);
    expect(all).toHaveLength(new Set(all).size);
  });
});

const letters = (text: string, script: RegExp): number => text.match(script)?.length ?? 0;

/** How a bound reads in a sentence; "nearly 500" is below it, "up to 8,000" may reach it. */
const BOUND: Readonly<Record<Amount['op'], Readonly<Record<Language, RegExp>>>> = {
  eq: { en: /^(?!.*\b(?:over|about|nearly|up to)\b)/, uk: /^(?!.*(?:понад|близько|майже))/ },
  gt: { en: /\b(?:more than|over) \$?$/i, uk: /(?:понад) $/i },
  ge: { en: /\bat least \$?$/i, uk: /(?:щонайменше) $/i },
  lt: { en: /\b(?:nearly|almost) \$?$/i, uk: /(?:майже) $/i },
  le: { en: /\bup to $/i, uk: /(?:^|\s)до $/i },
  about: { en: /\b(?:about|around) $/i, uk: /(?:близько) $/i },
};
const WORDS: Readonly<Record<number, Readonly<Record<Language, RegExp>>>> = {
  2: { en: /\btwo\b/i, uk: /(?:^|\s)(?:два|дві)(?=\s)/i },
  4: { en: /\bfour\b/i, uk: /(?:^|\s)чотири(?=\s)/i },
};

function figureAt(figure: Amount | Extract<Count, { value: number }>, language: Language, sentence: string): number {
  const { value } = figure;
  if ('cur' in figure)
    return sentence.indexOf(language === 'en' ? `$${value / 1e9} billion` : `${value / 1e9} млрд доларів`);
  const inDigits = new Intl.NumberFormat(language, { useGrouping: 'always' }).format(value);
  const at = sentence.indexOf(inDigits);
  return at < 0 ? sentence.search(WORDS[value]?.[language] ?? /$^/) : at;
}

const figuresOf = (claim: Claim): readonly (Amount | Count)[] =>
  [...('amount' in claim ? [claim.amount] : []), ...('count' in claim ? [claim.count] : [])].filter(
    (f) => f !== undefined,
  );

describe.for(claims)('$id', ({ claim }) => {
  test.for(LANGUAGES)('is one sentence in %s, doubts too', (language) => {
    const texts = [sentenceOf(claim)[language], ...(claim.suspect ? [claim.suspect[language]] : [])];
    for (const text of texts) expect(text).toMatch(/^[^.!?\n]*(?:\.\p{L}[^.!?\n]*)*\.$/u);
  });

  test('is Ukrainian where it says so', () => {
    const own = [sentenceOf(claim).uk, claim.suspect?.uk ?? ''].map((text) => text.replace(/«[^»]*»/g, ''));
    for (const text of own)
      expect(letters(text, /\p{Script=Cyrillic}/gu)).toBeGreaterThanOrEqual(letters(text, /\p{Script=Latin}/gu) * 2);
    expect(letters(sentenceOf(claim).uk, /[ыэёъ]/giu)).toBe(0);
    expect(letters(sentenceOf(claim).en, /\p{Script=Cyrillic}/gu)).toBe(0);
  });

  test('leaves its speaker to be named in front of it', () => {
    const speaker = claim.attr ? byRef.get(claim.attr.who) : undefined;
    const names = speaker?.kind === 'person' ? [speaker.names.en, speaker.names.uk, ...speaker.aliases] : [];
    const said = ` ${foldName(sentenceOf(claim).en)} ${foldName(sentenceOf(claim).uk)} `;
    expect(names.filter((name) => said.includes(` ${foldName(name)} `))).toEqual([]);
  });

  test.for(LANGUAGES)('gives every figure of its slots with its bound in %s', (language) => {
    const sentence = sentenceOf(claim)[language];
    for (const figure of figuresOf(claim)) {
      if ('value' in figure) {
        const at = figureAt(figure, language, sentence);
        expect(at, JSON.stringify(figure)).toBeGreaterThanOrEqual(0);
        expect(sentence.slice(0, at)).toMatch(BOUND[figure.op][language]);
      } else if (language === 'en') expect(sentence.toLowerCase()).toContain(figure.vague);
    }
  });
});

const textOf = (id: string): string => readFileSync(join(SHARED, 'seeds', `${id}.txt`), 'utf8');
const RUN = 8;

function* runsOf(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let at = 0; at + RUN <= words.length; at += 1) yield words.slice(at, at + RUN).join(' ');
}

/** Every text in a data file, with the way to it; an article's title and its address, which often holds it, aside. */
function* textsIn(value: unknown, way: string): Generator<readonly [way: string, text: string]> {
  if (typeof value === 'string') yield [way, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (!/\.article$/.test(way) || !['title', 'url'].includes(key)) yield* textsIn(inner, `${way}.${key}`);
}

describe('against the texts', () => {
  test.skipIf(noTexts).for(files)(`$file: hashes, paragraphs and pointers hold ${NEEDS_TEXTS}`, (file) => {
    expect(checkEvidence(file, textOf(file.content.article.id))).toEqual([]);
  });

  test.skipIf(noTexts)(`no run of ${RUN} words of an article stands in data/, titles aside ${NEEDS_TEXTS}`, () => {
    const taken = new Set(files.flatMap(({ content }) => [...runsOf(textOf(content.article.id))]));
    const texts = globSync('**/*.{json,md,tsv}', { cwd: DATA }).flatMap((name) => {
      const text = readFileSync(join(DATA, name), 'utf8');
      return name.endsWith('.json') ? [...textsIn(JSON.parse(text), name)] : [[name, text] as const];
    });
    expect(
      texts.flatMap(([way, text]) => [...runsOf(text)].filter((run) => taken.has(run)).map((run) => [way, run])),
    ).toEqual([]);
  });
});

type Slots = Readonly<Record<string, unknown>>;
interface Gold extends Slots {
  readonly id: string;
  readonly type: Claim['type'];
  readonly spans: readonly (readonly [number, number])[];
  readonly opt?: 1;
}

const goldOf = (id: string): readonly Gold[] =>
  noGold ? [] : JSON.parse(readFileSync(join(SHARED, 'eval/gold', `${id}.json`), 'utf8')).claims;
const required = files.flatMap(({ content }) =>
  goldOf(content.article.id)
    .filter((gold) => !gold.opt)
    .map((gold) => ({ id: gold.id, gold, ours: content.claims.find(({ id }) => id === gold.id) })),
);

const KEY_SLOTS: Readonly<Record<Claim['type'], readonly string[]>> = {
  aid: ['donor', 'status'],
  move: ['actor', 'action', 'place'],
  strike: ['actor', 'weapon', 'place'],
  visit: ['visitor', 'place', 'status'],
  impact: ['kind', 'place'],
  statement: ['speaker'],
};
const list = (value: unknown): readonly unknown[] => [value].flat().filter((v) => v != null);

/** Whether each of our values is one that the annotation accepts; where it names none, any is. */
function within(gold: Gold, ours: Slots, slot: string): boolean {
  const accepted = [...list(gold[slot]), ...list(gold[`alt${slot.charAt(0).toUpperCase()}${slot.slice(1)}`]).flat()];
  const given = list(ours[slot]);
  if (accepted.length === 0 || (given.length === 0 && gold[`${slot}Implicit`] === true)) return true;
  return given.length > 0 && given.every((value) => accepted.includes(value));
}

const isNumber = (count: unknown): count is { readonly value: number } =>
  typeof count === 'object' && count !== null && 'value' in count;

/** Half of one span at least lies in the other. */
const overlaps = (gold: Gold, ours: Claim): boolean =>
  ours.evidence.some(({ start, end }) =>
    gold.spans.some(([from, to]) => Math.min(end, to) - Math.max(start, from) >= Math.min(to - from, end - start) / 2),
  );

describe('against the annotations', () => {
  test.skipIf(noGold)(`there are annotations to compare with ${NEEDS_GOLD}`, () => {
    expect(required.length).toBeGreaterThan(70);
  });

  test.skipIf(noGold).for(required)(
    `$id is there, read from the same words, with the same key slots ${NEEDS_GOLD}`,
    ({ gold, ours }) => {
      if (!ours) return expect.fail(`no claim ${gold.id}`);
      expect(ours.type).toBe(gold.type);
      expect(overlaps(gold, ours)).toBe(true);
      expect(KEY_SLOTS[gold.type].filter((slot) => !within(gold, { ...ours }, slot))).toEqual([]);
      expect(ours.neg).toBe(Boolean(gold.neg));
      if (ours.type === 'aid') expect(ours.amount).toEqual(gold.amount);
      if (isNumber(gold.count)) expect({ ...ours }).toMatchObject({ count: { value: gold.count.value } });
    },
  );
});
