import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Untold } from '../../src/domain/alert.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/period.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { ownerOf, type Track } from '../../src/domain/track.ts';
import {
  type AlertStep,
  type DueTrack,
  EDITED_FOR_MS,
  EDITS_AT_MOST,
  type HeldAlert,
  type Look,
  type OpenAlert,
  type TrackPlan,
  type TrackStore,
  UNTOLD_AT_MOST,
} from '../../src/store/track-contract.ts';
import { NOON, someAlert, someTrack } from '../support/alerts.ts';

export interface OpenedTracks {
  readonly tracks: TrackStore;
  readonly close: () => void;
}

const MEMBER = { to: { kind: 'member', userId: '90001' } } as const;
const look = (revision: number): Look => ({ revision, atMs: NOON, known: '' });
const news = (n: number): Untold => ({ claims: [`0123456789abcdef c${n}`], articles: [], corrected: [] });
const NOTHING: TrackPlan = { settled: [], alert: null, edits: [], wakeAtMs: null };

/** What every store of tracks must do. `open` gives an empty one. */
export function trackContract(name: string, open: () => OpenedTracks): void {
  describe(name, () => {
    let tracks: TrackStore;
    let opened: OpenedTracks;
    beforeEach(() => {
      opened = open();
      tracks = opened.tracks;
    });
    afterEach(() => opened.close());

    let revision = 0;
    const added = async (change: Partial<Track> = {}): Promise<Track> => {
      const track = someTrack(change);
      expect(await tracks.add(track, 30)).toBe(true);
      return track;
    };
    const told = async ({ id }: Track, untold: readonly Untold[], wakeAtMs = NOON): Promise<void> => {
      const before = await tracks.look(OPERATOR);
      revision += 1;
      expect(await tracks.noteLook(OPERATOR, before, look(revision), [{ trackId: id, untold }], wakeAtMs)).toBe(true);
    };
    const dueAt = async (nowMs: number): Promise<DueTrack> => {
      const [due] = await tracks.due(nowMs, 10);
      if (!due) throw new Error('nothing is due');
      return due;
    };
    /** Has a message of the track composed. */
    const composed = async (track: Track, nowMs: number): Promise<OpenAlert> => {
      await told(track, [news(1)], nowMs);
      const due = await dueAt(nowMs);
      const settled = due.untold.map(({ num }) => num);
      expect(await tracks.plan(due, { ...NOTHING, settled, alert: someAlert() }, nowMs)).toBe(true);
      return openAt(nowMs);
    };
    const openAt = async (nowMs: number): Promise<OpenAlert> => {
      const [found] = await tracks.open(nowMs, 10);
      if (!found) throw new Error('nothing is open');
      return found;
    };
    const held = async (found: OpenAlert, nowMs: number, owner = 'me'): Promise<HeldAlert> => {
      const one = await tracks.hold(found, { owner, untilMs: nowMs + 60_000 }, nowMs);
      if (!one) throw new Error('not to be had');
      return one;
    };
    const step = ({ alert }: OpenAlert, one: AlertStep, nowMs = NOON, owner = 'me'): Promise<boolean> =>
      tracks.step(alert, owner, one, nowMs);
    const SENT = { kind: 'sent', channelId: '50000', messageId: '60000' } as const;
    /** Has a message of the track sent. */
    const sent = async (track: Track, nowMs: number): Promise<OpenAlert> => {
      const found = await composed(track, nowMs);
      await held(found, nowMs);
      expect(await step(found, SENT, nowMs)).toBe(true);
      return found;
    };

    test('keeps tracks by their owners, as many as there may be', async () => {
      const [first, second] = [await added({ id: 'aaaaaaaa' }), await added({ id: 'bbbbbbbb' })];
      const own = await added({ id: 'cccccccc', ...MEMBER });
      expect(await tracks.add(someTrack({ id: 'dddddddd' }), 2)).toBe(false);
      expect(await tracks.list(ownerOf(first))).toEqual([first, second]);
      expect(await tracks.list(ownerOf(own))).toEqual([own]);
      expect(await tracks.get(ownerOf(first), own.id)).toBeNull();
      expect(await tracks.get(ownerOf(own), own.id)).toEqual(own);
      expect(await tracks.active()).toEqual([first, second, own]);
      expect(await tracks.remove(ownerOf(own), first.id)).toBe(false);
      expect(await tracks.remove(ownerOf(first), first.id)).toBe(true);
      expect(await tracks.list(ownerOf(first))).toEqual([second]);
    });

    test('forgets those of an owner whole', async () => {
      const [track, own] = [await added(), await added({ id: 'cccccccc', ...MEMBER })];
      await composed(track, NOON);
      expect(await tracks.erase(ownerOf(track))).toBe(1);
      expect([await tracks.open(NOON, 10), await tracks.active()]).toEqual([[], [own]]);
    });

    test('notes a look once, with what it found, and no other that began where it did', async () => {
      const track = await added();
      await told(track, [news(1)]);
      const before = await tracks.look(OPERATOR);
      expect(before).toEqual(look(revision));
      const found = [{ trackId: track.id, untold: [news(2)] }];
      expect(await tracks.noteLook(OPERATOR, null, look(99), found, NOON)).toBe(false);
      expect(await tracks.noteLook({ guildId: '10000' }, null, look(99), [], NOON)).toBe(true);
      expect((await dueAt(NOON)).untold.map(({ untold }) => untold)).toEqual([news(1)]);
      await tracks.forgetLook(OPERATOR);
      expect(await tracks.look(OPERATOR)).toBeNull();
    });

    test('gives what is new when its time has come, the newest of too much, and to no track that is paused', async () => {
      const track = await added();
      await told(track, [news(1)], NOON + 1);
      expect(await tracks.due(NOON, 10)).toEqual([]);
      expect(await tracks.due(NOON + 1, 10)).toHaveLength(1);
      await told(
        track,
        Array.from({ length: UNTOLD_AT_MOST + 5 }, (_, n) => news(n)),
        NOON + 1,
      );
      const { untold } = await dueAt(NOON + 1);
      expect([untold.length, untold.at(-1)?.untold]).toEqual([UNTOLD_AT_MOST, news(UNTOLD_AT_MOST + 4)]);
      await tracks.replace({ ...track, state: 'paused' });
      await told(track, [news(1)]);
      expect([await tracks.due(NOON + 1, 10), await tracks.active()]).toEqual([[], []]);
      await tracks.replace(track);
      expect(await tracks.due(NOON + 1, 10)).toEqual([]);
    });

    test('does a plan once, keeps what waits, and plans nothing while a message is on its way', async () => {
      const track = await added();
      await told(track, [news(1), news(2)]);
      const due = await dueAt(NOON);
      const [first] = due.untold;
      const plan = { ...NOTHING, settled: [first?.num ?? 0], wakeAtMs: NOON + HOUR_MS };
      expect(await tracks.plan(due, plan, NOON)).toBe(true);
      expect(await tracks.plan(due, plan, NOON)).toBe(false);
      expect(await tracks.due(NOON, 10)).toEqual([]);
      const later = await dueAt(NOON + HOUR_MS);
      expect(later.untold.map(({ untold }) => untold)).toEqual([news(2)]);
      expect(await tracks.plan(later, { ...NOTHING, alert: someAlert(), wakeAtMs: NOON }, NOON)).toBe(true);
      expect(await tracks.due(NOON + HOUR_MS, 10)).toEqual([]);
    });

    test('what a clock that was fast put off is due', async () => {
      await told(await added(), [news(1)], NOON + 10 * DAY_MS);
      expect(await tracks.due(NOON, 10)).toHaveLength(1);
    });

    test('lends an alert to one at a time, until the lease is over', async () => {
      const found = await composed(await added(), NOON);
      expect(found.state).toBe('composed');
      const one = await held(found, NOON);
      expect(one).toMatchObject({ content: someAlert(), madeAtMs: NOON, sendingAtMs: null, message: null, edits: 0 });
      expect(await tracks.hold(found, { owner: 'other', untilMs: NOON + 1 }, NOON)).toBeNull();
      expect(await tracks.open(NOON, 10)).toEqual([]);
      expect(await step(found, { kind: 'sending', untilMs: NOON + 60_000 }, NOON, 'other')).toBe(false);
      const sending = await openAt(NOON + 60_000);
      expect(sending.state).toBe('composed');
      await held(sending, NOON + 60_000, 'other');
      expect(await step(found, SENT)).toBe(false);
    });

    test('knows what may have arrived, whatever becomes of it', async () => {
      const found = await composed(await added(), NOON);
      await held(found, NOON);
      await step(found, { kind: 'sending', untilMs: NOON + 60_000 }, NOON + 1);
      expect(await tracks.open(NOON + 1, 10)).toEqual([]);
      await step(found, { kind: 'wait', notBeforeMs: NOON + 30_000 });
      expect(await tracks.open(NOON + 1, 10)).toEqual([]);
      const again = await openAt(NOON + 30_000);
      expect(again.state).toBe('sending');
      expect((await held(again, NOON + 30_000)).sendingAtMs).toBe(NOON + 1);
      await step(found, { kind: 'again', notBeforeMs: 0, sendingAtMs: null });
      expect((await held(await openAt(NOON), NOON)).sendingAtMs).toBeNull();
    });

    test('has a message that was sent edited, each content once, and counts that', async () => {
      const track = await added();
      const found = await sent(track, NOON);
      expect(await tracks.open(NOON, 10)).toEqual([]);
      await told(track, [news(2)]);
      const due = await dueAt(NOON);
      expect([due.live, due.sentAtMs]).toEqual([[{ alert: found.alert, content: someAlert() }], [NOON]]);
      const edits = [{ alert: found.alert, content: someAlert() }];
      await tracks.plan(due, { ...NOTHING, edits, wakeAtMs: NOON }, NOON);
      const outdated = await openAt(NOON);
      const { version, message } = await held(outdated, NOON);
      expect([outdated.state, message]).toEqual(['outdated', { channelId: '50000', messageId: '60000' }]);
      // Another content has come meanwhile.
      await tracks.plan(await dueAt(NOON), { ...NOTHING, edits, wakeAtMs: NOON }, NOON);
      await step(outdated, { kind: 'edited', version });
      const next = await held(await openAt(NOON), NOON);
      expect([next.version, next.edits]).toEqual([version + 1, 1]);
      await step(outdated, { kind: 'edited', version: next.version });
      expect(await tracks.open(NOON, 10)).toEqual([]);
    });

    test('leaves messages alone that are too old, were edited too often, or are gone', async () => {
      const track = await added();
      const found = await sent(track, NOON);
      await told(track, [news(2)]);
      expect((await dueAt(NOON + EDITED_FOR_MS - 1)).live).toHaveLength(1);
      expect((await dueAt(NOON + EDITED_FOR_MS)).live).toEqual([]);
      const edits = [{ alert: found.alert, content: someAlert() }];
      for (let edit = 0; edit < EDITS_AT_MOST; edit += 1) {
        await tracks.plan(await dueAt(NOON), { ...NOTHING, edits, wakeAtMs: NOON }, NOON);
        const { version } = await held(await openAt(NOON), NOON);
        await step(found, { kind: 'edited', version });
      }
      expect((await dueAt(NOON)).live).toEqual([]);
    });

    test.for(['undecided', 'late', 'gone'] as const)('closes one as %s', async (as) => {
      const track = await added();
      const found = await composed(track, NOON);
      await held(found, NOON);
      expect(await step(found, { kind: 'closed', as })).toBe(true);
      expect(await step(found, SENT)).toBe(false);
      await told(track, [news(2)]);
      const { live, sentAtMs } = await dueAt(NOON);
      expect([live, sentAtMs]).toEqual([[], as === 'undecided' ? [NOON] : []]);
    });

    test('keeps what moderators were told of a trouble until an alert has come', async () => {
      const track = await added();
      await tracks.noteTrouble(track.id, 'no-permission');
      const found = await composed(track, NOON);
      expect((await held(found, NOON)).trouble).toBe('no-permission');
      await step(found, SENT);
      expect((await held(await composed(track, NOON), NOON)).trouble).toBeNull();
    });

    test('drops what has not been set out on its way where the track is paused', async () => {
      const track = await added();
      const found = await composed(track, NOON);
      await tracks.replace({ ...track, state: 'paused' });
      expect(await tracks.open(NOON, 10)).toEqual([]);
      expect(await tracks.hold(found, { owner: 'me', untilMs: NOON + 1 }, NOON)).toBeNull();
    });
  });
}
