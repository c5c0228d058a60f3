import type { ExtractedClaim } from '../../src/domain/extracted-claim.ts';
import type { Reading } from '../../src/ingest/reading.ts';

/** What was read of a dated English article, valid as it is. */
export function aReading(overrides: Partial<Reading> = {}): Reading {
  return {
    title: 'Drones over the river',
    titleSpan: null,
    text: 'Drones hit the town.',
    isCleaned: false,
    language: 'en',
    published: { at: '2024-05-15', basis: 'stated', note: 'given with the text' },
    publisher: 'The Daily',
    author: null,
    url: 'https://example.org/drones',
    relays: [],
    dateline: null,
    boilerplate: [],
    ...overrides,
  };
}

/** What an extractor gives of a strike that `words` of the text tell of, sure of its slots; one that is `undefined` is left out. */
export function anExtracted(text: string, words: string, overrides: object = {}): ExtractedClaim {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  const claim = {
    type: 'strike',
    mode: 'structured',
    attr: null,
    epi: 'asserted',
    realis: 'actual',
    neg: false,
    actor: 'RU',
    weapon: ['drone'],
    place: ['kharkiv'],
    evidence: [span],
    excerpt: span,
    ...overrides,
  };
  const given = Object.entries(claim).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as ExtractedClaim;
}
