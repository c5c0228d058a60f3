import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/extract/analyse.ts';
import { findEvents } from '../../src/extract/find-events.ts';
import { FRAME_TYPES, type FrameType } from '../../src/extract/frames/lexicon.ts';
import { writeWeights } from '../../src/extract/learned/linear.ts';
import type { Annotated } from '../../src/train/articles.ts';
import { fitModels, quantised } from '../../src/train/fit.ts';
import { type Lesson, lessonOf, withoutRare } from '../../src/train/samples.ts';
import { aText, english } from '../extract/known.ts';
import { aGold } from './golden-claims.ts';

interface Told {
  readonly sentence: string;
  /** What is annotated in it. */
  readonly gold?: { readonly type: FrameType } & Readonly<Record<string, unknown>>;
}

/** An article, a sentence a line, with its annotation. */
function anArticle(id: string, told: readonly Told[]): Annotated {
  const text = told.map(({ sentence }) => sentence).join('\n');
  const gold = told.flatMap((each) => {
    const start = text.indexOf(each.sentence);
    return each.gold ? [aGold({ ...each.gold, spans: [[start, start + each.sentence.length]] })] : [];
  });
  return { id, cluster: id, reading: aText(text), gold, extra: false };
}

const capture = (actor: string, place: string) => ({ type: 'move' as const, actor, action: 'capture', place });

const ARTICLES = [
  ['Russian', 'RU', 'Oldfield'],
  ['German', 'DE', 'Newford'],
  ['Sudanese', 'SD', 'Westbury'],
  ['Ukrainian', 'UA', 'Eastham'],
].map(([people = '', code = '', place = ''], at) =>
  anArticle(`article ${at}`, [
    { sentence: `${people} troops captured the village of ${place}.`, gold: capture(code, place.toLowerCase()) },
    { sentence: 'It rained, and the market stayed open.' },
    { sentence: `The village of ${place} was captured by ${people} troops.`, gold: capture(code, place.toLowerCase()) },
    { sentence: 'A singer captured the hearts of the crowd.' },
    { sentence: 'The harvest was good this year.' },
  ]),
);

const LESSONS = ARTICLES.map((article) => lessonOf(article, english()));
const WEIGHTS = quantised(fitModels(LESSONS));
const HALF = Object.fromEntries(FRAME_TYPES.map((type) => [type, 0.5])) as Record<FrameType, number>;

/** `type actor action place` of each event in a text. */
const eventsIn = (text: string): readonly string[] =>
  findEvents(analyse(aText(text), english()), WEIGHTS, HALF, english().names.byCode).map(({ type, event }) =>
    [type, ...['actor', 'action', 'place'].map((slot) => event.filling.slots[slot]?.value)].join(' '),
  );

describe('models that have seen four articles', () => {
  test.for([
    { text: 'German troops captured the village of Hillside.', events: ['move DE capture hillside'] },
    { text: 'The village of Hillside was captured by Sudanese troops.', events: ['move SD capture hillside'] },
    { text: 'The harvest was good. A singer captured the crowd.', events: [] },
    { text: '', events: [] },
  ])('read $events in "$text"', ({ text, events }) => {
    expect(eventsIn(text)).toEqual(events);
  });

  test('are the same for the same articles', () => {
    const again = quantised(fitModels(ARTICLES.map((article) => lessonOf(article, english()))));
    expect(again.step).toBe(WEIGHTS.step);
    expect(Buffer.from(writeWeights(again)).equals(Buffer.from(writeWeights(WEIGHTS)))).toBe(true);
  });

  test('have weights that fit two bytes, the largest of them filling these', () => {
    const largest = WEIGHTS.numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
    expect(largest).toBe(32_767);
  });
});

describe('a lesson', () => {
  const [first] = LESSONS;

  test('has each sentence as an example of each type, right where it is annotated', () => {
    expect(first?.detection.move.map(({ yes }) => yes)).toEqual([true, false, true, false, false]);
    expect(first?.detection.visit.map(({ yes }) => yes)).toEqual([false, false, false, false, false]);
  });

  test('does not ask whether what is optional is there', () => {
    const gold = { ...capture('RU', 'oldfield'), opt: 1 };
    const lesson = lessonOf(anArticle('one', [{ sentence: 'Troops captured it.', gold }]), english());
    expect(lesson.detection.move).toMatchObject([{ yes: false, weight: 0 }]);
    expect(lesson.detection.strike).toMatchObject([{ yes: false, weight: 1 }]);
  });

  test('has a right choice for each slot of each claim', () => {
    expect(first?.choices).toHaveLength(2 * 3);
    for (const { right } of first?.choices ?? []) expect(right).toContain(true);
  });
});

describe('rare features', () => {
  const placesIn = (lessons: readonly Lesson[]): ReadonlySet<number> =>
    new Set(lessons.flatMap(({ detection }) => detection.move.flatMap(({ bag }) => [...Array.from(bag.places)])));

  test('are left out, those of several articles stay', () => {
    const [all, common] = [placesIn(LESSONS), placesIn(withoutRare(LESSONS))];
    expect(common.size).toBeGreaterThan(0);
    expect(common.size).toBeLessThan(all.size);
    expect([...common].every((place) => all.has(place))).toBe(true);
  });

  test('are all there is in a single sentence', () => {
    const lesson = lessonOf(anArticle('one', [{ sentence: 'Troops captured it.' }]), english());
    expect(placesIn(withoutRare([lesson])).size).toBe(0);
  });
});
