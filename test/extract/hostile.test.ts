import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExtractor, type Extractor } from '../../src/extract/extract.ts';
import { EXTRACTED_LANGUAGES } from '../../src/extract/language/taggers.ts';
import { TABLE_BITS } from '../../src/extract/learned/bag.ts';
import { hostileText } from '../support/hostile-text.ts';
import { aText, KNOWLEDGE } from './known.ts';

/** An extractor that has learned nothing and takes what scores this much for a claim. */
function extractorFrom(detect: number): Extractor {
  const from = { detect, printed: detect, structured: detect };
  return createExtractor(KNOWLEDGE, {
    weights: { step: 1, table: new Int16Array(2 ** TABLE_BITS) },
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

/** A sixteenth of what is read of an article at most, and of the four seconds that it may take. */
const CHARS = 5_000;
const MOST_MS = 250;

describe('5,000 characters take no more than a moment', () => {
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
  test.for(patterns)('of %j', (pattern) => takesAMoment(pattern, 'en'));
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
  test.for(cyrillic)('of %j in Russian', (pattern) => takesAMoment(pattern, 'ru'));
  test.for(['Україна ', 'війська атакували Україну, повідомив президент, '])('of %j in Ukrainian', (pattern) =>
    takesAMoment(pattern, 'uk'),
  );
});

function takesAMoment(pattern: string, language: string): void {
  const body = pattern.repeat(CHARS / pattern.length);
  // The quickest of three: a busy machine may stand still in the midst of one.
  let quickest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && quickest > MOST_MS / 2; round += 1) {
    const { user } = process.cpuUsage();
    wary(aText(body, { title: body, language }));
    quickest = Math.min(quickest, (process.cpuUsage().user - user) / 1_000);
  }
  expect(quickest).toBeLessThan(MOST_MS);
}

test('a megabyte takes hardly more than what is read of it', () => {
  const { user } = process.cpuUsage();
  wary(aText('It rained through the night and all the next day. '.repeat(21_000)));
  expect((process.cpuUsage().user - user) / 1_000).toBeLessThan(4_000);
});
