import { describe, expect, test } from 'vitest';
import type { FrameType } from '../../src/extract/frames/lexicon.ts';
import { isPlain } from '../../src/extract/gate.ts';
import { SLOTS, triggersFor } from '../../src/extract/slots/options.ts';
import { analysedText, english } from './known.ts';

type Values = Readonly<Record<string, string | null>>;

interface Told {
  readonly type?: FrameType;
  readonly text: string;
  readonly values: Values;
  readonly share?: number;
}

/** Whether the last sentence of a text says an event plainly, its slots filled by the mentions that have these ids. */
function plain({ type = 'move', text, values, share = 0.9 }: Told): boolean {
  const analysis = analysedText([text], {});
  const sentence = analysis.document.sentences.at(-1);
  if (sentence === undefined) throw new Error('nothing to read');
  const all = [...analysis.mentions.values()].flat();
  const here = (id: string | null) => all.findLast((mention) => mention.id === id) ?? null;
  const slots = SLOTS[type].map(({ name }) => {
    const value = values[name] ?? null;
    return [name, { value, mention: here(value), share, lead: share }] as const;
  });
  const trigger = triggersFor(type, sentence.index, analysis)[0] ?? null;
  const filling = { trigger, slots: Object.fromEntries(slots) };
  const event = { sentence, filling, analysis, countries: english().names.byCode };
  return isPlain({ type, event, detection: 0.9 });
}

const CAPTURE = 'Russia captured the village of Oldfield.';
const VALUES = { actor: 'RU', action: 'capture', place: 'oldfield' };

describe('an event that is said plainly', () => {
  test('names who and where, and all is sure', () => {
    expect(plain({ text: CAPTURE, values: VALUES })).toBe(true);
  });

  test.for<Told & { readonly name: string }>([
    { name: 'a slot in doubt', text: CAPTURE, values: VALUES, share: 0.5 },
    { name: 'nobody who acts', text: CAPTURE, values: { ...VALUES, actor: null } },
    { name: 'no place', text: CAPTURE, values: { ...VALUES, place: null } },
    {
      name: 'who acts named before',
      text: `${CAPTURE} They captured Newfield.`,
      values: { ...VALUES, place: 'newfield' },
    },
    { name: 'a place named before', text: `${CAPTURE} Russia captured it.`, values: VALUES },
    { name: 'no word that tells it', text: 'Russian troops, Oldfield.', values: VALUES },
    {
      name: 'harm to people',
      type: 'impact',
      text: 'Seven people were killed in the village of Oldfield.',
      values: { kind: 'killed', place: 'oldfield' },
    },
    {
      name: 'a visit',
      type: 'visit',
      text: 'Zelensky visited Poland.',
      values: { visitor: 'zelensky', host: null, place: 'PL', status: 'done' },
    },
  ])('is not one with $name', (told) => {
    expect(plain(told)).toBe(false);
  });
});
