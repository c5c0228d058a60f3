import { expect, test } from 'vitest';
import { likeness, sketchOf } from '../../../src/brief/event/sketch.ts';
import { STORY } from '../../ingest/layouts.ts';

const text = STORY.join(' ');
const backwards = (line: string): string => line.split(' ').reverse().join(' ');

/** What an edit leaves of a text, between bounds: what `docs/pages.md` draws its thresholds from. */
test.for([
  { edit: 'the same', edited: text, least: 1, most: 1 },
  { edit: 'one word changed', edited: text.replace('shells', 'rockets'), least: 0.9, most: 1 },
  { edit: 'a paragraph added', edited: `${text} ${backwards(STORY[0] ?? '')}`, least: 0.9, most: 1 },
  { edit: 'the first half alone', edited: STORY.slice(0, 4).join(' '), least: 0.8, most: 1 },
  {
    edit: 'every fourth sentence rewritten',
    edited: STORY.map((line, at) => (at % 4 ? line : backwards(line))).join(' '),
    least: 0.5,
    most: 0.8,
  },
  { edit: 'every sentence rewritten', edited: STORY.map(backwards).join(' '), least: 0, most: 0 },
])('$edit', ({ edited, least, most }) => {
  const alike = likeness(sketchOf(text), sketchOf(edited));
  expect([alike >= least, alike <= most]).toEqual([true, true]);
});
