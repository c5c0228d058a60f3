import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIGESTS_AT_MOST, type Digest } from '../../src/domain/digest.ts';
import type { DigestContent } from '../../src/domain/outbox.ts';
import type { DigestStore, DueDigest, HeldSlot, Plan, Step } from '../../src/store/digest-contract.ts';
import { someContent, someDigest } from '../support/digests.ts';

export interface OpenedDigests {
  readonly digests: DigestStore;
  readonly close: () => void;
}

const LEASE = { owner: 'me', untilMs: 10_000 };
const HOUR = 3_600_000;
const TROUBLE = { notice: { kind: 'refused', why: 'no-permission' }, isTold: true } as const;
const wake = (wakeAtMs: number | null): Plan => ({ take: null, missed: [], wakeAtMs });
/** Has the digest looked at again as soon as the slot is closed. */
const taking = (take: number): Plan => ({ take, missed: [], wakeAtMs: 0 });

/** What every store of digests must do. `open` gives an empty one. */
export function digestContract(name: string, open: () => OpenedDigests): void {
  describe(name, () => {
    let digests: DigestStore;
    let opened: OpenedDigests;
    beforeEach(() => {
      opened = open();
      digests = opened.digests;
    });
    afterEach(() => opened.close());

    const ids = (found: readonly { readonly digest: Digest }[]) => found.map(({ digest }) => digest.id);
    const added = async (change: Partial<Digest> = {}): Promise<Digest> => {
      const digest = someDigest(change);
      expect(await digests.add(digest, DIGESTS_AT_MOST)).toBe(true);
      return digest;
    };
    const dueOf = async (digest: Digest, nowMs: number): Promise<DueDigest> => {
      const due = (await digests.due(nowMs, 10)).find((one) => one.digest.id === digest.id);
      if (!due) throw new Error('not due');
      return due;
    };
    /** Claims the slot and takes the lease on it. */
    const held = async (digest: Digest, slotMs: number, nowMs: number): Promise<HeldSlot> => {
      expect(await digests.follow(await dueOf(digest, nowMs), taking(slotMs), nowMs)).toBe(true);
      return hold(digest, slotMs, 'claimed', nowMs);
    };
    const hold = async (digest: Digest, slotMs: number, state: HeldSlot['state'], nowMs: number): Promise<HeldSlot> => {
      const found = await digests.hold(
        { digestId: digest.id, slotMs, state },
        { ...LEASE, untilMs: nowMs + 60_000 },
        nowMs,
      );
      if (!found) throw new Error('not to be had');
      return found;
    };
    const step = (digest: Digest, slotMs: number, one: Step, nowMs = 0): Promise<boolean> =>
      digests.step({ digestId: digest.id, slotMs }, LEASE.owner, one, nowMs);
    /** Brings a slot all the way. */
    const sent = async (digest: Digest, slotMs: number, content: DigestContent = someContent()): Promise<void> => {
      await held(digest, slotMs, slotMs);
      expect(await step(digest, slotMs, { kind: 'composed', content })).toBe(true);
      await hold(digest, slotMs, 'composed', slotMs);
      expect(await step(digest, slotMs, { kind: 'sending', untilMs: slotMs + 60_000 }, slotMs)).toBe(true);
      expect(await step(digest, slotMs, { kind: 'sent', messageIds: ['77777'] }, slotMs + 5)).toBe(true);
    };

    describe('digests of a server', () => {
      test('are listed in the order in which they came, and are nobody else’s', async () => {
        const [a, b] = [await added({ id: 'bbbbbbbb' }), await added({ id: 'aaaaaaaa' })];
        await added({ id: 'cccccccc', guildId: '20000' });
        expect(await digests.list('10000')).toEqual([a, b]);
        expect(await digests.get('10000', 'aaaaaaaa')).toEqual(b);
        expect(await digests.get('20000', 'aaaaaaaa')).toBeNull();
        expect(await digests.remove('20000', 'aaaaaaaa')).toBe(false);
        expect(await digests.replace({ ...b, guildId: '20000' })).toBe(false);
      });

      test('are so many at most, those removed not counted', async () => {
        for (const id of ['aaaaaaaa', 'bbbbbbbb']) expect(await digests.add(someDigest({ id }), 2)).toBe(true);
        expect(await digests.add(someDigest({ id: 'cccccccc' }), 2)).toBe(false);
        expect(await digests.add(someDigest({ id: 'dddddddd', guildId: '20000' }), 2)).toBe(true);
        expect(await digests.remove('10000', 'aaaaaaaa')).toBe(true);
        expect(await digests.add(someDigest({ id: 'cccccccc' }), 2)).toBe(true);
        expect((await digests.list('10000')).map(({ id }) => id)).toEqual(['bbbbbbbb', 'cccccccc']);
      });

      test('are no more once removed, and what they brought stays known until all is erased', async () => {
        const digest = await added();
        await sent(digest, 1_000);
        expect(await digests.remove('10000', digest.id)).toBe(true);
        expect(await digests.remove('10000', digest.id)).toBe(false);
        expect([await digests.get('10000', digest.id), await digests.list('10000')]).toEqual([null, []]);
        expect(await digests.due(9_000, 10)).toEqual([]);
        expect(await digests.history('10000', digest.id, 5)).toHaveLength(1);
        await digests.erase('10000');
        expect(await digests.history('10000', digest.id, 5)).toEqual([]);
        expect(await digests.progress('10000', digest.id)).toBeNull();
      });
    });

    describe('what is due', () => {
      test('is what was never looked at, and then when its time comes', async () => {
        const digest = await added();
        expect(await digests.nextAtMs()).toBe(0);
        const due = await dueOf(digest, 5_000);
        expect(due).toEqual({ digest, version: due.version, decidedMs: null, ahead: [] });
        expect(await digests.follow(due, wake(8_000), 5_000)).toBe(true);
        expect(await digests.due(7_999, 10)).toEqual([]);
        expect(ids(await digests.due(8_000, 10))).toEqual([digest.id]);
        expect(await digests.nextAtMs()).toBe(8_000);
        expect(await digests.follow(await dueOf(digest, 8_000), wake(null), 8_000)).toBe(true);
        expect([await digests.due(1e15, 10), await digests.nextAtMs()]).toEqual([[], null]);
      });

      test('is again what was looked at in the future, when the clock has been put back', async () => {
        const digest = await added();
        await digests.follow(await dueOf(digest, 90_000), wake(100_000), 90_000);
        expect(await digests.due(90_000, 10)).toEqual([]);
        expect(ids(await digests.due(50_000, 10))).toEqual([digest.id]);
      });

      test('comes those first that wait longest, so many at most', async () => {
        const [a, b] = [await added({ id: 'aaaaaaaa' }), await added({ id: 'bbbbbbbb' })];
        await digests.follow(await dueOf(a, 0), wake(2_000), 0);
        await digests.follow(await dueOf(b, 0), wake(1_000), 0);
        expect(ids(await digests.due(5_000, 10))).toEqual([b.id, a.id]);
        expect(ids(await digests.due(5_000, 1))).toEqual([b.id]);
      });

      test('is not what is paused', async () => {
        const digest = await added({ state: 'paused' });
        expect(await digests.due(5_000, 10)).toEqual([]);
        await digests.replace({ ...digest, state: 'active' });
        expect(ids(await digests.due(5_000, 10))).toEqual([digest.id]);
      });

      test('comes with what was made of slots before and after now', async () => {
        const digest = await added();
        for (const slot of [1_000, 2_000, 7_000]) await sent(digest, slot);
        const { decidedMs, ahead } = await dueOf(digest, 5_000);
        expect([decidedMs, ahead]).toEqual([2_000, [7_000]]);
      });
    });

    describe('following a plan', () => {
      test('is refused to the second who does, and where the digest was changed meanwhile', async () => {
        const digest = await added();
        const due = await dueOf(digest, 0);
        expect([await digests.follow(due, taking(0), 0), await digests.follow(due, taking(0), 0)]).toEqual([
          true,
          false,
        ]);
        await digests.replace({ ...digest, origins: 3 });
        expect(await digests.follow(due, taking(0), 0)).toBe(false);
        expect(await digests.follow(await dueOf(digest, 0), taking(0), 0)).toBe(true);
      });

      test('takes no slot that something was made of', async () => {
        const digest = await added();
        await sent(digest, 1_000);
        expect(await digests.follow(await dueOf(digest, 2_000), taking(1_000), 2_000)).toBe(false);
      });

      test('counts what is missed until something is delivered, and decides on the last of it', async () => {
        const digest = await added();
        await digests.follow(await dueOf(digest, 5_000), { take: null, missed: [1_000, 2_000], wakeAtMs: 0 }, 5_000);
        expect((await dueOf(digest, 5_000)).decidedMs).toBe(2_000);
        await digests.follow(await dueOf(digest, 6_000), { take: null, missed: [3_000], wakeAtMs: 0 }, 6_000);
        expect((await digests.progress('10000', digest.id))?.missed).toEqual({
          slots: 3,
          firstMs: 1_000,
          lastMs: 3_000,
        });
        await sent(digest, 7_000);
        expect((await digests.progress('10000', digest.id))?.missed).toBeNull();
        expect((await digests.history('10000', digest.id, 5)).map(({ slotMs, state }) => [slotMs, state])).toEqual([
          [7_000, 'sent'],
          [3_000, 'skipped'],
          [2_000, 'skipped'],
        ]);
      });

      test('forgets what a fast clock called late', async () => {
        const digest = await added();
        await digests.follow(await dueOf(digest, 90_000), { take: null, missed: [1_000, 80_000], wakeAtMs: 0 }, 90_000);
        const due = await dueOf(digest, 5_000);
        expect([due.decidedMs, due.ahead]).toEqual([null, []]);
        expect(await digests.follow(due, taking(1_000), 5_000)).toBe(true);
        expect((await digests.progress('10000', digest.id))?.missed).toBeNull();
      });

      test('drops what was begun for later when the clock has been put back, but not what is on its way', async () => {
        const digest = await added();
        await held(digest, 90_000, 80_000);
        await step(digest, 90_000, { kind: 'composed', content: someContent() });
        expect(await digests.follow(await dueOf(digest, 5_000), taking(6_000), 5_000)).toBe(true);
        expect((await digests.open(1e9, 5)).map(({ slotMs }) => slotMs)).toEqual([6_000]);
        await hold(digest, 6_000, 'claimed', 5_000);
        await step(digest, 6_000, { kind: 'composed', content: someContent() });
        await hold(digest, 6_000, 'composed', 6_000);
        await step(digest, 6_000, { kind: 'sending', untilMs: 66_000 }, 6_000);
        const due = await dueOf(digest, 1_000);
        expect(due.ahead).toEqual([6_000]);
        expect(await digests.follow(due, taking(2_000), 1_000)).toBe(false);
        expect(await digests.follow(due, wake(3_000), 1_000)).toBe(true);
        expect((await digests.open(1e9, 5)).map(({ state }) => state)).toEqual(['sending']);
      });
    });

    describe('a slot beside the timetable', () => {
      test('is begun at once, of a paused digest too, and goes the same way', async () => {
        const digest = await added({ state: 'paused' });
        expect(await digests.begin(digest.guildId, digest.id, HOUR)).toBe(true);
        expect(await digests.open(HOUR, 10)).toEqual([{ digestId: digest.id, slotMs: HOUR, state: 'claimed' }]);
        await hold(digest, HOUR, 'claimed', HOUR);
        await step(digest, HOUR, { kind: 'skipped', reason: 'nothing-new', told: null }, HOUR);
        expect(await digests.begin(digest.guildId, digest.id, HOUR)).toBe(false);
        expect(await digests.begin(digest.guildId, digest.id, HOUR + 1)).toBe(true);
      });

      test('is not begun where one is open, nor for a digest of nobody or another server', async () => {
        const digest = await added();
        await held(digest, HOUR, HOUR);
        expect(await digests.begin(digest.guildId, digest.id, HOUR - 1)).toBe(false);
        expect(await digests.begin('99999', digest.id, HOUR - 1)).toBe(false);
        expect(await digests.remove(digest.guildId, digest.id)).toBe(true);
        expect(await digests.begin(digest.guildId, digest.id, HOUR - 1)).toBe(false);
      });
    });

    describe('a slot', () => {
      test('is in the hands of one at a time, until the lease is over', async () => {
        const digest = await added();
        await held(digest, 1_000, 1_000);
        const slot = { digestId: digest.id, slotMs: 1_000, state: 'claimed' } as const;
        expect(await digests.open(60_999, 5)).toEqual([]);
        expect(await digests.hold(slot, { owner: 'other', untilMs: 1e9 }, 60_999)).toBeNull();
        expect(await digests.open(61_000, 5)).toEqual([slot]);
        expect(await digests.nextAtMs()).toBe(61_000);
        expect(await digests.hold(slot, { owner: 'other', untilMs: 121_000 }, 61_000)).not.toBeNull();
        expect(await step(digest, 1_000, { kind: 'composed', content: someContent() })).toBe(false);
      });

      test('whose lease a fast clock gave is free', async () => {
        const digest = await added();
        await held(digest, 1_000, 9 * HOUR);
        expect(await digests.open(5_000, 5)).toHaveLength(1);
      });

      test('is to be sent when its time comes, and keeps its content until then', async () => {
        const digest = await added();
        const content = someContent();
        expect((await held(digest, 10_000, 5_000)).content).toBeNull();
        await step(digest, 10_000, { kind: 'composed', content });
        expect([await digests.open(9_999, 5), await digests.nextAtMs()]).toEqual([[], 10_000]);
        expect(await digests.open(10_000, 5)).toEqual([{ digestId: digest.id, slotMs: 10_000, state: 'composed' }]);
        expect(await hold(digest, 10_000, 'composed', 10_000)).toMatchObject({
          digest,
          content,
          attempts: 0,
          sendingAtMs: null,
          channelId: digest.channelId,
        });
      });

      test('goes where the digest stood when it was set out, and is not dropped then', async () => {
        const digest = await added();
        await held(digest, 1_000, 1_000);
        await step(digest, 1_000, { kind: 'composed', content: someContent() });
        await hold(digest, 1_000, 'composed', 1_000);
        await step(digest, 1_000, { kind: 'sending', untilMs: 61_000 }, 1_500);
        await digests.replace({ ...digest, channelId: '88888' });
        expect(await digests.due(1e9, 5)).toEqual([]);
        expect(await hold(digest, 1_000, 'sending', 61_000)).toMatchObject({
          channelId: digest.channelId,
          attempts: 1,
          sendingAtMs: 1_500,
        });
        await digests.remove('10000', digest.id);
        expect(await step(digest, 1_000, { kind: 'sent', messageIds: [] })).toBe(true);
      });

      test('that was begun is dropped when its digest is changed, paused or removed', async () => {
        for (const change of [() => digests.replace(someDigest()), () => digests.remove('10000', 'aaaaaaaa')]) {
          await digests.erase('10000');
          const digest = await added();
          await held(digest, 1_000, 1_000);
          expect(await change()).toBe(true);
          expect(await digests.open(1e9, 5)).toEqual([]);
          expect(await step(digest, 1_000, { kind: 'composed', content: someContent() })).toBe(false);
        }
      });

      test('is tried again, or looked for again, when it is time', async () => {
        const digest = await added();
        await held(digest, 1_000, 1_000);
        await step(digest, 1_000, { kind: 'composed', content: someContent() });
        for (const [kind, state] of [
          ['again', 'composed'],
          ['look-again', 'sending'],
        ] as const) {
          await hold(digest, 1_000, 'composed', 5_000);
          await step(digest, 1_000, { kind: 'sending', untilMs: 65_000 }, 5_000);
          await step(digest, 1_000, { kind, notBeforeMs: 9_000, sendingAtMs: null });
          expect([await digests.open(8_999, 5), await digests.nextAtMs()]).toEqual([[], 9_000]);
          expect(await digests.open(9_000, 5)).toEqual([{ digestId: digest.id, slotMs: 1_000, state }]);
          // What waits for longer than anything waits was put off by a fast clock.
          expect(await digests.open(9_000 - HOUR - 1, 5)).toHaveLength(kind === 'again' ? 0 : 1);
          if (kind === 'look-again') return;
        }
      });

      test('of which lines are missing has told of the others, and owes those', async () => {
        const digest = await added();
        const [one, other] = ['aaaaaa', 'bbbbbb'].map((event) => {
          return { event, changes: ['new'], claims: [`${event} c1`], fresh: [event] };
        });
        if (!one || !other) throw new Error('two lines');
        await held(digest, 1_000, 1_000);
        await step(digest, 1_000, { kind: 'composed', content: someContent({ printed: [one, other] }) });
        await hold(digest, 1_000, 'composed', 1_000);
        await step(digest, 1_000, { kind: 'sending', untilMs: 61_000 }, 1_000);
        await step(digest, 1_000, { kind: 'sent', messageIds: ['77777'], missing: ['bbbbbb'] }, 1_005);
        expect((await digests.history('10000', digest.id, 1))[0]?.printed).toEqual([one]);
        expect((await digests.progress('10000', digest.id))?.told?.owed).toEqual([
          { claims: ['bbbbbb c1'], articles: ['bbbbbb'] },
        ]);
      });

      test('that has come keeps what nobody was told of it yet', async () => {
        const digest = await added();
        const untold = { notice: { kind: 'not-shown', slotMs: 1_000, why: 'no-channel' }, isTold: false } as const;
        await digests.noteTrouble(digest.id, untold);
        await sent(digest, 1_000);
        expect(await digests.progress('10000', digest.id)).toMatchObject({ trouble: untold });
        await digests.noteTrouble(digest.id, { ...untold, isTold: true });
        await sent(digest, 2_000);
        expect(await digests.progress('10000', digest.id)).toMatchObject({ trouble: null });
      });

      test('that was sent says what was printed where, and what has been told since', async () => {
        const digest = await added();
        const content = someContent();
        await digests.noteTrouble(digest.id, TROUBLE);
        await sent(digest, 1_000, content);
        expect(await digests.progress('10000', digest.id)).toEqual({
          told: content.told,
          dropped: [],
          missed: null,
          uncertainMs: null,
          trouble: null,
        });
        expect(await digests.history('10000', digest.id, 5)).toEqual([
          {
            slotMs: 1_000,
            state: 'sent',
            reason: null,
            atMs: 1_005,
            channelId: digest.channelId,
            messageIds: ['77777'],
            printed: content.printed,
          },
        ]);
        expect([await digests.open(1e9, 5), await step(digest, 1_000, { kind: 'undecided' })]).toEqual([[], false]);
      });

      test('on which nobody can decide leaves what was told as it was, and is named until the next is delivered', async () => {
        const digest = await added();
        await held(digest, 1_000, 1_000);
        await step(digest, 1_000, { kind: 'composed', content: someContent() });
        await hold(digest, 1_000, 'composed', 1_000);
        await step(digest, 1_000, { kind: 'sending', untilMs: 61_000 }, 1_000);
        expect(await step(digest, 1_000, { kind: 'undecided' })).toBe(true);
        expect(await digests.progress('10000', digest.id)).toMatchObject({ told: null, uncertainMs: 1_000 });
        await sent(digest, 2_000);
        expect(await digests.progress('10000', digest.id)).toMatchObject({ uncertainMs: null });
      });

      test('that was skipped is missed where it was late, and else says what holds since', async () => {
        const digest = await added();
        const { told } = someContent();
        await held(digest, 1_000, 1_000);
        await step(digest, 1_000, { kind: 'skipped', reason: 'late', told: null });
        expect(await digests.progress('10000', digest.id)).toMatchObject({
          told: null,
          missed: { slots: 1, firstMs: 1_000, lastMs: 1_000 },
        });
        await held(digest, 2_000, 2_000);
        await step(digest, 2_000, { kind: 'skipped', reason: 'nothing-new', told });
        expect(await digests.progress('10000', digest.id)).toMatchObject({ told, missed: { slots: 1 } });
      });
    });
  });
}
