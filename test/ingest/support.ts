import { join } from 'node:path';
import { NOTHING_KNOWN, readPlainText } from '../../src/ingest/plain-text.ts';
import type { Reading } from '../../src/ingest/reading.ts';
import { readReadingLexicon } from '../../src/reading-lexicon.ts';

/** The lexicon as it is committed: tests of reading are tests of its data too. */
export const lexicon = readReadingLexicon(join(import.meta.dirname, '../../data'));

type Known = typeof NOTHING_KNOWN;

/** Reads a text that is known to be readable. */
export function read(text: string, known: Partial<Known> = {}): Reading {
  const reading = readPlainText(text, { ...NOTHING_KNOWN, ...known }, lexicon);
  if (!reading.ok) throw new Error(`not readable: ${reading.error.kind}`);
  return reading.value;
}

/** The words of each part that is marked as boilerplate. */
export const marked = ({ text, boilerplate }: Reading): readonly string[] =>
  boilerplate.map(({ start, end }) => text.slice(start, end));

/** What is left of a text without its boilerplate, line by line. */
export function kept(reading: Reading): readonly string[] {
  const blank = reading.boilerplate.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    reading.text,
  );
  return blank.split('\n').flatMap((line) => line.trim() || []);
}

/** An article of the length that articles have, for lines to stand in. */
export const BODY = [
  'The river crossing at Varnik was closed on Tuesday after shells hit both approaches, the regional governor said.',
  'Engineers expect the repair of the northern ramp to take at least three weeks, according to the ministry.',
  'Residents of the villages on the left bank have been told to use the ferry until the bridge opens again.',
  'Two people were hurt by falling glass and were taken to the hospital of the district, doctors said in the evening.',
];
