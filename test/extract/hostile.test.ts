import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CHARS } from '../../src/extract/bounds.ts';
import { createExtractor, type Extractor } from '../../src/extract/extract.ts';
import { EXTRACTED_LANGUAGES } from '../../src/extract/language/taggers.ts';
import { readWeights } from '../../src/extract/learned/linear.ts';
import { hostileText } from '../support/hostile-text.ts';
import { aText, KNOWLEDGE } from './known.ts';

/** An extractor that has learned nothing and takes what scores this much for a claim. */
function extractorFrom(detect: number): Extractor {
  const from = { detect, printed: detect, structured: detect };
  return createExtractor(KNOWLEDGE, {
    weights: readWeights(1, new Uint8Array()),
    thresholds: { aid: from, move: from, strike: from, visit: from, impact: from },
  });
}

/** Takes every sentence for a claim of every type. */
const eager = extractorFrom(0);
/** Looks at every sentence for claims of every type and takes none. */
const wary = extractorFrom(2);

/** Pieces of what extraction looks for, so that random texts get past its first questions. */
const PIECES = [
  ...[
    'Russia',
    'Ukraine',
    'Sudan',
    'troops',
    'said',
    'captured',
    'attacked',
    'visited',
    'aid',
    'killed',
    'he',
    'it',
    'not',
    'if',
  ],
  ...[
    'Россия',
    'войска',
    'сообщил',
    'что',
    'атаковали',
    'визит',
    'помощь',
    'Україна',
    'війська',
    'захопили',
    'повідомив',
    'не',
  ],
  ...['“', '”', '«', '»', '"', '(', ')', ',', '.', ';', ':', '—', '-', '…', '?', '\n', '\n\n', '\t', "'s", '’s'],
  ...['$5 million', '€', '1.000.000', '5-6', 'on Friday', '15 May 2024', 'в пятницу', '20 марта', 'two', 'dozens', '%'],
  ...['\0', '\ud83d', '\udc00', '\u202e', '\u2066', '\u200b', '\u0301', '\u2028', '😀', '漢字', 'A'.repeat(90)],
];
const text = fc.oneof(
  hostileText,
  fc.array(fc.constantFrom(...PIECES), { maxLength: 50 }).map((pieces) => pieces.join(' ')),
);

describe.for(EXTRACTED_LANGUAGES)('%s', (language) => {
  test('any text: claims whose evidence lies in it, and whose excerpt lies in the evidence', () => {
    fc.assert(
      fc.property(text, fc.option(text), (body, title) => {
        for (const { evidence, excerpt } of eager(aText(body, { title, language, publishedOn: '2024-05-15' }))) {
          for (const { start, end } of evidence)
            expect([start >= 0, start < end, end <= body.length]).toEqual([true, true, true]);
          expect(evidence.some(({ start, end }) => excerpt.start >= start && excerpt.end <= end)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** How much of each pattern is read; how long it takes is the bench's to say. */
const CHARS = 5_000;

describe('5,000 characters of one pattern are read to their end', () => {
  const patterns = [
    ...[
      '“',
      '" ',
      '“a” ',
      'a',
      'a ',
      'A ',
      'A.\n',
      '. ',
      '\n',
      ',',
      ', ',
      '- ',
      '(',
      "'s ",
      '1 ',
      '1,',
      '1.000.000 ',
      '$',
      '$5m ',
      '5-6-',
    ],
    ...[
      '\0',
      'a\0 ',
      '\ud83d',
      '\udc00 a ',
      '\u202ea ',
      'e\u0301\u0301 ',
      '漢字',
      '😀 ',
      '\u2028a',
      'https://a.b/c?d=e&f ',
      'a-b-c-',
    ],
    ...[
      'Russia ',
      'Russia, ',
      'Russia\n',
      'President ',
      'of the ',
      'he said ',
      'X said. ',
      'said that ',
      'according to X ',
      'on Friday ',
    ],
    ...[
      'attack ',
      'aid ',
      'troops attacked Sudan with missiles killing 5 people, ',
      'Russian forces captured Sudan. ',
      'not ',
    ],
  ];
  test.for(patterns)('of %j', (pattern) => isRead(pattern, 'en'));
  const cyrillic = [
    'Киев ',
    'Киев-',
    'сообщил что ',
    'войска атаковали Россию ',
    'по словам X ',
    '. ',
    'а. ',
    '« ',
    '15 мая ',
    'президент ',
  ];
  test.for(cyrillic)('of %j in Russian', (pattern) => isRead(pattern, 'ru'));
  test.for(['Україна ', 'війська атакували Україну, повідомив президент, '])('of %j in Ukrainian', (pattern) =>
    isRead(pattern, 'uk'),
  );
});

function isRead(pattern: string, language: string): void {
  const body = pattern.repeat(CHARS / pattern.length);
  const ends = wary(aText(body, { title: body, language })).flatMap(({ evidence }) => evidence.map(({ end }) => end));
  expect(Math.max(0, ...ends)).toBeLessThanOrEqual(body.length);
}

test('of a megabyte only the beginning is read', () => {
  const body = 'Russian forces captured Sudan. '.repeat(34_000);
  const ends = eager(aText(body)).flatMap(({ evidence }) => evidence.map(({ end }) => end));
  expect(Math.max(0, ...ends)).toBeLessThanOrEqual(MOST_CHARS);
});
