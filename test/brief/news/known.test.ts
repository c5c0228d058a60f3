import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceFrom, KNOWN_AT_MOST, knownOf } from '../../../src/brief/news/known.ts';

const article = (id: string, digest = 'a') => ({ id, digest });

describe('what has become of articles that were known', () => {
  const known = knownOf(['one', 'two', 'three'].map((id) => article(id)));

  test.for([
    {
      name: 'nothing',
      now: ['one', 'two', 'three'].map((id) => article(id)),
      found: { arrived: [], replaced: [], missing: 0 },
    },
    {
      name: 'another order',
      now: ['three', 'one', 'two'].map((id) => article(id)),
      found: { arrived: [], replaced: [], missing: 0 },
    },
    {
      name: 'one more',
      now: ['four', 'one', 'two', 'three'].map((id) => article(id)),
      found: { arrived: ['four'], replaced: [], missing: 0 },
    },
    {
      name: 'one changed',
      now: [article('one', 'b'), article('two'), article('three')],
      found: { arrived: [], replaced: ['one'], missing: 0 },
    },
    { name: 'one gone', now: [article('one'), article('two')], found: { arrived: [], replaced: [], missing: 1 } },
  ])('$name', ({ now, found }) => {
    expect(differenceFrom(known, now)).toEqual(found);
  });

  test('what comes into sight since others were taken out is not new', () => {
    const all = Array.from({ length: KNOWN_AT_MOST + 3 }, (_, n) => article(`article ${n}`));
    const mark = knownOf(all.slice(0, KNOWN_AT_MOST));
    const now = [article('new'), ...all.slice(2, KNOWN_AT_MOST + 1)];
    expect(differenceFrom(mark, now)).toEqual({ arrived: ['new'], replaced: [], missing: 2 });
    // Where all that was there is known, order says nothing.
    expect(differenceFrom(knownOf(all.slice(0, 3)), [article('article 0', 'b'), article('new')])).toEqual({
      ...{ arrived: ['new'], replaced: ['article 0'], missing: 2 },
    });
  });

  test('a mark of all that can be told apart stays within its bound', () => {
    const all = Array.from({ length: KNOWN_AT_MOST + 50 }, (_, n) => article(`article ${n}`));
    expect(knownOf(all).length).toBeLessThan(80_000);
    expect(differenceFrom(knownOf(all), all.slice(0, KNOWN_AT_MOST)).arrived).toEqual([]);
  });

  test('never throws, whatever was kept', () => {
    fc.assert(
      fc.property(fc.string(), (kept) => {
        expect(differenceFrom(kept, [article('one')]).missing).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
