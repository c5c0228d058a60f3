import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Correction } from '../../src/domain/correction.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/period.ts';
import type { PrintedMessage } from '../../src/domain/printed-message.ts';
import {
  type HeldMessage,
  PRINTED_AT_MOST,
  PRINTED_KEPT_DAYS,
  type PrintedStore,
  type Settled,
} from '../../src/store/printed-contract.ts';
import { aBrief } from '../support/briefs.ts';
import { BRIDGE, bridgeAndDepot, DEPOT, someMessage, wrong } from '../support/printed.ts';

export interface OpenedPrinted {
  readonly printed: PrintedStore;
  readonly close: () => void;
}

const NOW = someMessage().atMs;
const ME = { owner: 'me', untilMs: NOW + 60_000 };
const SHOWN: Settled = { kind: 'shown', isPlain: false };

/** What every store of printed messages must do. `open` gives an empty one. */
export function printedContract(name: string, open: () => OpenedPrinted): void {
  describe(name, () => {
    let printed: PrintedStore;
    let opened: OpenedPrinted;
    let seq = 0;
    beforeEach(() => {
      seq = 0;
      opened = open();
      printed = opened.printed;
    });
    afterEach(() => opened.close());

    const spread = (correction: Correction = wrong(), nowMs = NOW) => {
      seq += 1;
      return printed.spread([{ seq, correction }], nowMs);
    };
    const openIds = async (nowMs = NOW) => (await printed.open(nowMs, 10)).map(({ messageId }) => messageId);
    const held = async (messageId = '70000', lease = ME): Promise<HeldMessage> => {
      const found = await printed.hold({ guildId: '10000', messageId }, lease, NOW);
      if (!found) throw new Error('not to be had');
      return found;
    };
    const settled = async (messageId: string, how: Settled): Promise<boolean> =>
      printed.settle(await held(messageId), ME.owner, how);
    const travelled = async (guildId: string | null = '10000') =>
      (await printed.travelled(guildId, ['corr0001'])).get('corr0001');

    test('a message comes back as it was noted', async () => {
      const message = someMessage();
      await printed.note([message]);
      await spread();
      expect(await held()).toEqual({ message, version: 0, seq: 1, attempts: 1, isPlain: true });
    });

    describe('a correction is put on', () => {
      test.for([
        { name: 'each message that printed the claim', correction: wrong(), on: ['70000', '70001'] },
        { name: 'no message that printed others', correction: wrong(aBridgeElsewhere()), on: [] },
        { name: 'none of the same words in another article', correction: wrong(BRIDGE, { article: 'other' }), on: [] },
        { name: 'none of another server', correction: wrong(BRIDGE, { scope: { guildId: '20000' } }), on: ['70002'] },
        {
          name: 'those of all servers, by the operator',
          correction: wrong(BRIDGE, { scope: { guildId: null } }),
          on: ['70000', '70001', '70002'],
        },
      ])('$name', async ({ correction, on }) => {
        const other = someMessage({ messageId: '70001', face: { view: 'evidence', page: 2, again: false } });
        await printed.note([someMessage(), other, someMessage({ messageId: '70002', guildId: '20000' })]);
        expect(await spread(correction)).toBe(on.length);
        expect(await openIds()).toEqual(on);
        expect((await printed.counts()).waiting).toBe(on.length);
      });

      test('no message twice, and nothing twice: a number that was spread is passed over', async () => {
        await printed.note([someMessage()]);
        await spread();
        await settled('70000', SHOWN);
        expect(await printed.spreadTo()).toBe(1);
        expect(await printed.spread([{ seq: 1, correction: wrong() }], NOW)).toBe(0);
        expect(await openIds()).toEqual([]);
      });

      test('a message that is noted after it: the message may have been put together before', async () => {
        await spread();
        await printed.note([someMessage()]);
        expect(await held()).toMatchObject({ seq: 1, isPlain: true });
      });
    });

    describe('work is had by one at a time', () => {
      beforeEach(async () => {
        await printed.note([someMessage()]);
        await spread();
      });

      test('a lease keeps others away until it ends', async () => {
        await held();
        const message = { guildId: '10000', messageId: '70000' };
        expect(await printed.hold(message, { ...ME, owner: 'other' }, NOW)).toBeNull();
        expect(await openIds()).toEqual([]);
        expect(await printed.hold(message, { owner: 'other', untilMs: NOW + 1e6 }, ME.untilMs)).toMatchObject({
          attempts: 2,
          isPlain: false,
        });
      });

      test('who has lost it changes nothing', async () => {
        const mine = await held();
        await printed.hold(
          { guildId: '10000', messageId: '70000' },
          { owner: 'other', untilMs: NOW + 1e6 },
          ME.untilMs,
        );
        expect(await printed.settle(mine, ME.owner, SHOWN)).toBe(false);
        await printed.again(mine, ME.owner, NOW + HOUR_MS / 2);
        expect(await travelled()).toMatchObject({ waiting: 1, shown: 0 });
      });

      test('a lease of a clock that was fast is not believed', async () => {
        await held('70000', { owner: 'me', untilMs: NOW + 5 * HOUR_MS });
        expect(await openIds()).toEqual(['70000']);
      });

      test('what could not be reached is tried again in its time', async () => {
        await printed.again(await held(), ME.owner, NOW + 10_000);
        expect(await openIds(NOW + 9_999)).toEqual([]);
        expect(await openIds(NOW + 10_000)).toEqual(['70000']);
      });
    });

    describe('what became of it is told by correction', () => {
      test.for<{ readonly how: Settled; readonly told: object }>([
        { how: SHOWN, told: { shown: 1, elsewhere: 0, waiting: 0, unreachable: {} } },
        { how: { kind: 'elsewhere', isPlain: true }, told: { elsewhere: 1 } },
        { how: { kind: 'unreachable', why: 'gone' }, told: { unreachable: { gone: 1 } } },
        { how: { kind: 'unreachable', why: 'no-permission' }, told: { unreachable: { 'no-permission': 1 } } },
      ])('$how.kind', async ({ how, told }) => {
        await printed.note([someMessage()]);
        await spread();
        expect(await travelled()).toMatchObject({ waiting: 1 });
        expect(await settled('70000', how)).toBe(true);
        expect(await travelled()).toMatchObject(told);
        expect(await travelled(null)).toMatchObject(told);
        expect(await travelled('20000')).toBeUndefined();
        expect(await openIds()).toEqual([]);
      });
    });

    test('taken back, it is on the message again', async () => {
      await printed.note([someMessage()]);
      await spread();
      await settled('70000', SHOWN);
      await spread(wrong(BRIDGE, { undone: { by: null, atMs: NOW } }));
      expect(await held()).toMatchObject({ seq: 2, attempts: 1, isPlain: false });
    });

    test('several corrections of one message are one edit; one that comes meanwhile is another', async () => {
      await printed.note([someMessage()]);
      await spread();
      await spread(wrong(DEPOT, { id: 'corr0002', article: 'article-2' }));
      const both = await held();
      expect(both.seq).toBe(2);
      await spread(wrong(BRIDGE, { id: 'corr0003', scope: { guildId: null } }));
      expect(await printed.settle(both, ME.owner, SHOWN)).toBe(false);
      expect(await openIds()).toEqual(['70000']);
      expect((await held()).seq).toBe(3);
    });

    test('a message that is turned meanwhile is laid out once more', async () => {
      await printed.note([someMessage()]);
      await spread();
      const before = await held();
      const turned: PrintedMessage = someMessage({ face: { view: 'sources', page: 1, again: false }, atMs: NOW + 5 });
      await printed.note([turned]);
      expect(await printed.settle(before, ME.owner, SHOWN)).toBe(false);
      expect(await held()).toMatchObject({ message: turned, version: 1, isPlain: false });
      expect(await settled('70000', SHOWN).catch(() => 'held')).toBe('held');
    });

    test('a message that shows something else from now on is reached by corrections of that alone', async () => {
      await printed.note([someMessage()]);
      await printed.note([someMessage({ body: { kind: 'answer', brief: aBrief() } })]);
      expect(await spread()).toBe(0);
      expect(await spread(wrong(aBrief().sections[0]?.lines[0]?.claim, { id: 'corr0004' }))).toBe(1);
    });

    test('a message is forgotten after its time, and what it was to show counts as not reached', async () => {
      await printed.note([someMessage(), someMessage({ messageId: '70001', atMs: NOW + DAY_MS })]);
      await spread();
      expect(await printed.purge(NOW + PRINTED_KEPT_DAYS * DAY_MS)).toBe(1);
      expect(await openIds(NOW + 31 * DAY_MS)).toEqual(['70001']);
      expect(await travelled()).toMatchObject({ waiting: 1, unreachable: { 'too-old': 1 } });
      expect(await printed.counts()).toEqual({ messages: 1, waiting: 1 });
    });

    test('beyond so many of a server and kind the oldest is forgotten', async () => {
      const most = PRINTED_AT_MOST.answer;
      const all = Array.from({ length: most + 1 }, (_, at) =>
        someMessage({ messageId: `${80_000 + at}`, atMs: NOW + at }),
      );
      await printed.note([...all, someMessage({ guildId: '20000' })]);
      expect((await printed.counts()).messages).toBe(most + 1);
      expect(await printed.spread([{ seq: 1, correction: wrong() }], NOW)).toBe(most);
      expect(await printed.hold({ guildId: '10000', messageId: '80000' }, ME, NOW)).toBeNull();
    });

    test('a server is forgotten whole, and no other', async () => {
      await printed.note([someMessage(), someMessage({ guildId: '20000' })]);
      await spread(wrong(BRIDGE, { scope: { guildId: null } }));
      await printed.erase('10000');
      expect(await printed.counts()).toEqual({ messages: 1, waiting: 1 });
      expect(await travelled()).toBeUndefined();
      expect((await printed.open(NOW, 10)).map(({ guildId }) => guildId)).toEqual(['20000']);
    });

    test('an answer that was shared again is one more message of it', async () => {
      await printed.note([
        someMessage(),
        someMessage({ messageId: '70001', body: { kind: 'answer', brief: bridgeAndDepot() } }),
      ]);
      expect(await spread()).toBe(2);
    });
  });
}

/** Says the same of another place. */
const aBridgeElsewhere = () => ({ ...BRIDGE, place: ['kyiv'] });
